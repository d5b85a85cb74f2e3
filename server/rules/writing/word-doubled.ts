import type { Range } from '../../model/notice.ts';
import { isNoticeText, textStart } from '../marks.ts';
import { defineRule, type PartView } from '../rule.ts';

/**
 * Words of one character that are never doubled, with the characters before and after them that make another word of
 * one of the two: 目的|的, 为了|了解, 共和|和, 在|在建.
 */
const PARTICLES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  的: ['目标有真', '确士'],
  了: ['为除罢', '解结却断然'],
  和: ['共总饱缓温平祥柔协调中随', '谐平睦解气美好县田'],
  及: ['以普涉波惠触顾累论提', '时格早第'],
  与: ['参给赋授', '会'],
  在: ['存现正所内潜实好', '建研线岗职校编册读位外场产售于'],
  对: ['针绝相面一应核校', '口接外照标策手应比'],
  把: ['一两个', '关手握'],
  被: ['棉植', '动'],
  由: ['自理缘事', '于'],
  是: ['于就还但只不可正即凡总', '非否'],
  或: ['间', ''],
  将: ['即', '军领来'],
  要: ['需重主只首必纪纲摘概简紧', '求素点闻件'],
  也: ['', ''],
  并: ['合兼吞', '购网轨联列举行'],
  各: ['', ''],
  为: ['作以行成认称因更极视定分变改', '民期此主'],
  从: ['服遵听', '业事容严重来'],
};

/** Verbs and adverbs that open a clause of a task and are no part of a name: doubled, they are a slip whatever follows. */
const OPENERS = new Set(
  (
    '推进 加快 加强 完善 推动 深化 确保 强化 落实 做好 开展 提升 打造 优化 健全 促进 提高 增强 巩固 拓展 严格 加大 坚持 聚焦 围绕 突出 ' +
    '注重 统筹 争取 力争 制定 出台 建立 建成 新建 改建 扩建 引进 举办 扎实 继续 持续 深入 稳步 有序 着力 全面 大力 积极 切实 进一步'
  ).split(' '),
);
/** After a longer word doubled, these make a compound of the second one: 服务|服务业, 政府|政府部门. */
const COMPOUND =
  /^(?:[业者员组部局厅室所站院网化区用力性型类法级费品物队人家学校师户商机厂课库量线点面链园村镇长会]|对象|单位|项目|资料|中心|办法|条例|平台|方案|措施|政策|体系|制度|能力|水平|工程|设施|指数|企业|市场|技术|产业|产品|干部|工作|治理|保障|服务|管理|发展|建设|经济|标准|质量|环境|资金|活动)/;
const NUMERAL = /^[一二三四五六七八九十百千万零〇两半几每逐]/;
const HAN = /[\u4e00-\u9fff]/;
const WORD = /[\u4e00-\u9fff\d]/;
/** A word that is longer is a clause. */
const LONGEST = 6;

export default defineRule({
  id: 'word-doubled',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '字词或半句话重复。', en: 'A word or a clause is said twice in a row.' },
  why: { zh: '改稿、粘贴时容易留下重复的字词。', en: 'Edits and pastes leave words behind twice.' },
  mend: { zh: '删去重复的一处；本来要写别的词的，改正。', en: 'Delete one of the two, or write what was meant.' },
  bad: [
    '1.完善河湖长制的«的»各项制度。\n',
    '1.加快推进«推进»甲园建设。\n',
    '1.新建茶叶交易中心«交易中心»一座。\n',
    '1.完成2026年«2026年»建设任务。\n',
    '1.推进甲园建设，完善园区配套设施，«完善园区配套设施，»年内开园。\n',
    '1.推进甲园建设«，推进甲园建设»。\n',
  ],
  good: [
    '1.推广应用应用程序，公开县政府政府信息，落实2012年2年期贷款，平安平安再平安。\n',
    '1.达到规范管理的目的的，予以奖励；为了了解实情，逐户逐户走访，一项一项落实。\n',
    '1.做好服务服务业企业工作，落实县人民政府政府部门权责清单。\n',
    '1.推进村村通、户户通，件件有着落，家家户户用上自来水，扎扎实实、稳稳当当抓好二〇二〇年任务。\n',
    '1.做好在在建项目复工，实现共和和谐。\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!isNoticeText(view.zone, view.item, view.text)) return;
    const own = view.text;
    for (const range of [...doubledIn(own, textStart(view)), ...clausesIn(own, view)]) {
      const word = own.slice(range.start, range.end);
      report({
        range,
        message: {
          zh: `“${word.replace(/^[，；]|[，；]$/g, '')}”重复，请删去一处。`,
          en: `"${word.replace(/^[，；]|[，；]$/g, '')}" is said twice. Delete one.`,
        },
        fixes: [{ title: { zh: '删去重复', en: 'Delete the repetition' }, safe: false, edits: [{ range, text: '' }] }],
      });
    }
  },
});

/** Words that stand twice in a row: their second time. Linear: each length is looked for in one pass. */
function doubledIn(text: string, from: number): Range[] {
  const found: Range[] = [];
  const taken = new Set<number>();
  for (let length = LONGEST; length >= 1; length--) {
    let alike = 0;
    for (let at = from + length; at < text.length; at++) {
      alike = text.charCodeAt(at) === text.charCodeAt(at - length) && WORD.test(text[at]!) ? alike + 1 : 0;
      if (alike < length) continue;
      alike = 0;
      const range = { start: at + 1 - length, end: at + 1 };
      if (taken.has(range.start) || taken.has(at)) continue;
      if (length === 1 ? !isParticle(text, range) : !isWord(text, range)) continue;
      for (let each = range.start; each < range.end; each++) taken.add(each);
      found.push(range);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isParticle(text: string, { start, end }: Range): boolean {
  const mark = text[start]!;
  const pair = Object.hasOwn(PARTICLES, mark) ? PARTICLES[mark] : undefined;
  return pair !== undefined && !pair[0].includes(text[start - 2] ?? '\n') && !pair[1].includes(text[end] ?? '\n');
}

function isWord(text: string, { start, end }: Range): boolean {
  const word = text.slice(start, end);
  // 2026年2026年 is one word twice, 12年2年期 is not.
  if (/\d/.test(word)) return /^\d{4}年$/.test(word);
  if (NUMERAL.test(word) || new Set(word).size === 1) return false;
  if (OPENERS.has(word)) return true;
  // 应用|应用程序, 政府|政府信息: two characters go with what follows, unless nothing does.
  return word.length > 2 ? !COMPOUND.test(text.slice(end, end + 2)) : !HAN.test(text[end] ?? '') || text[end] === '的';
}

/** A clause that the next one repeats, with the mark after it. Names in lists are other rules' matter. */
function clausesIn(text: string, { item }: PartView): Range[] {
  const from = textStart({ item });
  const found: Range[] = [];
  const inField = (at: number): boolean => item.fields.some(({ range }) => range.start <= at && at < range.end);
  let before = '';
  for (const match of text.matchAll(/([^，；。：\n]+)([，；。：\n]?)/g)) {
    const clause = match[1]!.slice(Math.max(0, from - match.index)).trim();
    const { index } = match;
    if (clause.length >= LONGEST && clause === before && HAN.test(clause) && !inField(index)) {
      const mark = /[，；]/.test(match[2]!) ? 1 : 0;
      // With the mark that goes with it: the one after it, or the one before where the sentence ends.
      found.push(
        mark
          ? { start: index, end: index + match[1]!.length + 1 }
          : { start: index - 1, end: index + match[1]!.length },
      );
    }
    before = match[2] === '：' ? '' : clause;
  }
  return found;
}
