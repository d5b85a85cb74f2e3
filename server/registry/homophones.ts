/**
 * Characters that sound alike, tones aside: what typing by sound confuses (健康 and 建康). The order of Chinese
 * collation is the order of sounds, so the first common character of each syllable divides all characters into
 * syllables; a table of readings is not needed.
 */

const FIRST_OF_SYLLABLE = [
  ...'吖哎安肮凹八掰扳邦勹卑呗崩逼边灬憋玢冫拨卜擦猜参仓操艹岑噌叉拆觇伥抄车抻柽吃充抽出揣巛疮吹春踔呲匆凑粗汆崔村搓',
  ...'哒呆丹当刀得灯氐嗲刁铫丁丢东都嘟端堆吨多婀诶恩儿发帆匚飞分丰缶夫旮该甘冈皋戈给根庚工勾估瓜乖关光归鳜呙哈咳顸夯蒿',
  ...'诃黑痕亨轰侯乎花怀欢肓灰昏耠丌加戋江艽阶巾京冂纠居娟噘军咔开刊康尻苛肯吭空抠刳夸蒯宽匡亏坤扩垃来兰啷捞仂雷嘞哩俩',
  ...'奁良撩咧拎伶溜龙娄噜驴娈掠抡罗妈埋颟邙猫么没门虻咪宀喵乜民名谬摸哞毪拿乃囡囔孬疒馁恁能嗯妮拈娘鸟捏您宁妞农耨奴女',
  ...'暖疟挪喔趴拍潘乓抛呸喷怦丕偏剽氕姘乒钋剖仆七掐千呛悄且亲青邛丘区悛炔逡蚺禳娆惹人葚日戎柔如阮蕤闰若仨塞三桑搔色森',
  ...'僧杀筛山伤捎奢谁升尸匙书刷衰闩双水吮说厶忪嗖苏狻虽孙唆他胎坍汤涛忑疼剔天佻帖厅通偷凸湍推吞乇挖歪弯尢危温翁挝乌夕',
  ...'呷仙乡枭些心星凶休吁轩削勋丫恹央幺掖一因窨哟佣优纡鸢曰晕匝灾糌赃遭则贼怎增扎斋沾张钊蜇贞争之中州朱抓拽专妆隹肫拙',
  ...'孜宗邹楱钻嘴尊嘬',
];

type Compare = (a: string, b: string) => number;

/** Loaded on first use: the collation of Chinese is large. */
let compare: Compare | undefined;

function collation(): Compare {
  if (compare) return compare;
  const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin').compare;
  const sorted = FIRST_OF_SYLLABLE.every((first, i) => i === 0 || pinyin(FIRST_OF_SYLLABLE[i - 1]!, first) < 0);
  // A machine without Chinese collation sorts by code: there, every character is a syllable of its own.
  compare = sorted ? pinyin : () => 1;
  return compare;
}

/** Whether two characters are read alike in their usual readings, tones aside. */
export function soundAlike(a: string, b: string): boolean {
  if (a === b) return true;
  if (!/^[\u4e00-\u9fff]{2}$/.test(a + b)) return false;
  const order = collation();
  const syllable = syllableOf(a, order);
  return syllable >= 0 && syllable === syllableOf(b, order);
}

/** @returns -1 where there is no Chinese collation */
function syllableOf(character: string, order: Compare): number {
  let low = -1;
  let high = FIRST_OF_SYLLABLE.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (order(FIRST_OF_SYLLABLE[middle]!, character) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}
