/**
 * The sentence of an indicator taken apart: 粮食产量稳定在3亿斤以上 is the subject 粮食产量 and the target 稳定在3亿斤以上.
 *
 * The official table prints the two in columns of their own (工作内容, 主要任务). Most sentences are no indicators but
 * actions (新建高标准农田3万亩), so what doesn't clearly have this shape stays whole: a wrong cut costs more than none.
 */
import { splitOutside } from '../../syntax/brackets.ts';

export interface Split {
  /** What is measured. Several subjects (one a clause) are joined by 、 */
  readonly subject: string;
  /**
   * What is to be reached, as printed and without the closing 。 The whole sentence where a cut would move words: with
   * several subjects, with an opener (确保, 到2026年底), and with a note in brackets, which explains the subject.
   */
  readonly target: string;
  /** The sentence has this shape, but might be meant otherwise: several subjects, or no verb before the number. */
  readonly guessed: boolean;
}

const NUMBER = '[0-9０-９]+(?:,[0-9]{3})*(?:[.．][0-9０-９]+)?';
const PERCENT = '(?:[%％‰]|个百分点)';
const UNIT = '[十百千万亿]*[\\u4e00-\\u9fff/A-Za-z²³℃]{0,6}?';
const LIMIT = '(?:左右|以上|以下|以内|之内|上下|之间)?(?:的?目标|水平)?';
const APPROXIMATE = '(?:约|近|超过|超|不少于|不低于|不超过|不高于|至少|达到|达|到|至)?';
const RANGE = `(?:${PERCENT}|[十百千万亿]+)?[-—–~～至到]${NUMBER}`;
const QUANTITY = `${APPROXIMATE}${NUMBER}(?:${RANGE})?(?:${PERCENT}|${UNIT})${LIMIT}`;
const QUANTITIES = `${QUANTITY}(?:[、和]${QUANTITY})*`;

/** Compared with when: 比上年, 较2024年, 同比. */
const COMPARED = '(?:(?:比|较)(?:上年|去年|上年度|前年|[0-9]{4}年)(?:同期|底|末)?(?:实际)?|同比|环比)';
const ADVERB = '(?:分别|年均|平均|累计|总体|基本|继续|持续|稳步|力争|确保|努力|实现|保持)';

const CHANGES = '增长|提高|提升|增加|上升|回升|扩大|下降|降低|减少|压减|压降|缩短|缩减|新增|净增|增|降|减';
const REACHES =
  '达到|达|完成|突破|超过|超|不低于|不少于|不超过|不高于|低于|高于|大于|小于|控制在|稳定在|保持在|维持在|(?:增|降|升|减)至|(?:增加|增长|提高|提升|上升|下降|降低|减少|压减|压缩|缩短|控制)到|为';
const TRENDS = '涨幅|增幅|降幅|增速';

/** What a target may be, from its first word to the end of the clause. */
const QUANTIFIED = `(?:${CHANGES}|${REACHES}|${TRENDS})${QUANTITIES}`;
const COMPARATIVE =
  '(?:不?高于|不?低于|优于|好于|快于|超过|达到|位居|位列|处于|进入|稳居|居)[^，,；;。]{0,16}?(?:平均水平|平均|水平|标准|要求|前列|前茅|上游|先进行列|增速|增幅|前[0-9一二三四五六七八九十]+位?|第[0-9一二三四五六七八九十]+位?)(?:以上|以下)?';
const BOUNDED =
  '(?:控制|稳定|保持|维持)在[^，,；;。]{0,16}?(?:目标|范围|水平|区间|指标|标准|红线|限额)值?(?:以内|之内|以下|以上|内)?';
const ASSIGNED =
  '(?:全面|全部|如期|按期|超额|圆满)?(?:完成|达到)[^，,；;。]{0,16}?(?:下达|交办|确定|规定|核定|分配|分解|预期|约束性|年度)[^，,；;。]{0,8}?(?:任务|目标|指标|计划|要求)(?:数|值)?';
const STEADY =
  '(?:(?:实现|保持|达到|维持)(?:基本|总体|大体|持续|稳步|较快|快速|动态)*|与[^，,；;。]{2,12}?(?:基本|保持)*)(?:零增长|正增长|负增长|增长|翻番|翻一番|只增不减|只减不增|同步|持平|平衡|平稳|稳定|全覆盖|清零|达标|匹配|相当)(?:增长)?';
const LEAD_IN = `(?:${COMPARED}|${ADVERB})*`;

const TARGET = new RegExp(`${LEAD_IN}(?:${QUANTIFIED}|${COMPARATIVE}|${BOUNDED}|${ASSIGNED}|${STEADY})$`, 'y');
const DONE = new RegExp(`^${LEAD_IN}${ASSIGNED}$`);
const BARE = new RegExp(`${QUANTITIES}$`, 'y');

/** 完成情况按月调度: what is watched rather than reached. Needs an adverb or a second verb; 情况通报 is a noun. */
const WATCHED =
  /(?:持续|按[月季旬周]|逐[月季]|每(?:月|季度?|半年)|定期|实时|动态|常态化|全程|全面)*(?:(?:监测|预警|预报|调度|通报|分析|研判|督查|督办|督导|考核|评估|公开|公示|报送|报告|管控|跟踪|问效|发布))+$/y;
const WATCHED_WORD = /持续|按[月季旬周]|逐[月季]|每(?:月|季度?|半年)|定期|实时|动态|常态化|全程|全面|../g;
const WATCHABLE = /(?:情况|进度|进展|指标|数据|质量|风险|水平|形势|运行)$/;

/** 确保…, 到2026年底…, 全年…: says when or how firmly, and belongs to the sentence, not to the subject. */
const OPENER =
  /^(?:(?:到|至)?(?:[0-9]{4}|今|本|当)年(?:[0-9]{1,2}月)?(?:底|末|内)?(?:之?前)?|年内|年底前|全年|力争|确保|努力|争取|实现)+/;

/** Nouns that name a measure. */
const MEASURE =
  /(?:[数率额量值]|就业|失业|投资|收入|支出|比重|占比|比例|面积|人口|规模|能耗|里程|浓度|指数|满意度|强度|水平|增速|增幅|增长)$/;

/** A clause that opens with one of these tells someone to act: 推进森林覆盖率提高2个百分点 has no subject. */
const ACTS =
  '推进|推动|推广|推行|促进|加快|加强|加大|加速|实施|开展|落实|深化|优化|完善|健全|强化|提升|提高|扩大|做[好大强优]|抓[好实紧]|打[造好赢]|建立|构建|创建|争创|壮大|支持|引导|鼓励|指导|组织|统筹|协调|严格|严控|控制|坚持|坚决|保持|保障|确保|力争|努力|争取|实现|启动|整治|治理|修复|清理|盘活|编制|制定|制订|出台|探索|创新|巩固|拓展|拓宽|拉动|带动|降低|减少|压减|化解|防范|稳定|稳住|用[好足]|办好|守[住牢]|筑牢|聚焦|围绕|突出|紧盯|对标|依托|按照|根据|通过|利用|全面|深入|持续|大力|积极|扎实|着力|切实|进一步|各[^，]{0,6}(?:要|应)|[使让将把对为以向从在由]';
const ACTION = new RegExp(`^(?:${ACTS})`);
const ACTION_INSIDE = /(?:推进|推动|促进|加快|确保|力争|带动|引导|鼓励|实施|开展|落实)(?!情况|进度|进展)|[使让将把]/;
/** Verbs that also stand before a noun: 新增就业人数 measures, 新增就业5000人 acts. */
const ATTRIBUTE = /^(?:新[增建开引认培签]|完成|建成|建设|开工|引进|到位|改造|培育|发展)/;
const STRONG_MEASURE = /(?:[数率额量值]|比重|占比|比例|面积|里程|浓度|指数)$/;
/** Who does it, not what is measured: 各乡镇完成县下达任务. */
const AGENT =
  /^各|(?:部门|单位|乡镇|街道|政府|委员会|办公室|管委会|中心|公司|集团|企业|学校|医院|银行|[局委办厅处省市县区乡镇村])$/;

/** 校舍改造工程：…: the office itself puts a name before the sentence. What only leads over to a list is none. */
const TITLED =
  /^([^，,。；;：:]{2,30}(?<![0-9]|其中|包括|包含|例如|比如|如下|即|具体|分别[为是]))[：:](?![/0-9])\s*(?=\S)/;

/** Says what kind of sentence follows, and not of what. */
const KIND = /^(?:工作|主要|具体|重点|年度|总体|预期)*(?:目标|措施|任务|要求|内容|举措|安排|事项|指标)(?:任务)?$/;

const LONGEST_CLAUSE = 80;
const MOST_SUBJECTS = 3;

/**
 * Takes the sentence of an indicator apart.
 *
 * @param text a task without its number; a closing 。 is allowed
 * @returns undefined where the text isn't clearly a subject and its target
 */
export function splitTarget(text: string): Split | undefined {
  const whole = phrase(text);
  const [opening, title] = TITLED.exec(whole) ?? [];
  if (opening && title && isBalanced(title) && !KIND.test(title))
    return { subject: title, target: whole.slice(opening.length), guessed: false };
  const body = withoutNote(whole);
  const subjects: string[] = [];
  let kept = body !== whole;
  let cut = -1;
  let guessed = false;
  for (const { text: clause, start } of clausesOf(body)) {
    if (clause.length > LONGEST_CLAUSE) return undefined;
    const opener = OPENER.exec(clause)?.[0].length ?? 0;
    if (opener === clause.length) {
      kept = true;
      continue;
    }
    // A clause may go on about the subject before it: …, 力争突破10%.
    if (subjects.length && targetAt(clause, 0)?.at === 0) continue;
    const turn = targetAt(clause, opener);
    if (!turn) return undefined;
    const { at } = turn;
    if (at === opener) {
      if (!subjects.length) return undefined;
      continue;
    }
    const subject = clause.slice(opener, at);
    if (!isSubject(subject, clause.slice(at))) return undefined;
    if (opener) kept = true;
    if (!turn.certain) guessed = true;
    if (!subjects.length) cut = start + at;
    if (!subjects.includes(subject)) subjects.push(subject);
  }
  if (!subjects.length || subjects.length > MOST_SUBJECTS) return undefined;
  kept ||= subjects.length > 1;
  guessed ||= subjects.length > 1;
  return { subject: subjects.join('、'), target: kept ? whole : whole.slice(cut), guessed };
}

/** A text without its closing 。, or the point that a conversion made of it. */
export function phrase(text: string): string {
  return text.trim().replace(/(?<![.．])[。．.]$/, '');
}

/** No bracket or quotation is left open in it. */
function isBalanced(text: string): boolean {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0;
  return count(/[（(《“]/g) === count(/[）)》”]/g);
}

/** The text without a note in brackets at its end. */
function withoutNote(text: string): string {
  if (!/[）)]$/.test(text)) return text;
  let depth = 0;
  for (let i = text.length - 1; i > 0; i--) {
    if (/[）)]/.test(text[i]!)) depth++;
    else if (/[（(]/.test(text[i]!) && --depth === 0) return text.slice(0, i);
  }
  return text;
}

function clausesOf(text: string): { text: string; start: number }[] {
  const clauses: { text: string; start: number }[] = [];
  let glued = false;
  for (const piece of splitOutside(text, '，,；;。')) {
    const last = clauses.at(-1);
    if (last && glued && /^[0-9]{3}(?![0-9])/.test(piece.text))
      last.text = text.slice(last.start, piece.start + piece.text.length);
    else if (piece.text.trim()) {
      const blanks = piece.text.length - piece.text.trimStart().length;
      clauses.push({ text: piece.text.trim(), start: piece.start + blanks });
    }
    // The comma of 9,500 parts no clauses.
    glued = piece.separator === ',' && /[0-9]$/.test(piece.text);
  }
  return clauses;
}

/** The offset, from `from` on, at which the clause turns from its subject to its target. */
function targetAt(clause: string, from: number): { at: number; certain: boolean } | undefined {
  for (let at = from; at < clause.length; at++) {
    TARGET.lastIndex = at;
    if (TARGET.test(clause)) return { at, certain: true };
    if (at === from) continue;
    const before = clause.slice(from, at);
    BARE.lastIndex = at;
    if (MEASURE.test(before) && BARE.test(clause)) return { at, certain: false };
    WATCHED.lastIndex = at;
    if (WATCHABLE.test(before) && WATCHED.test(clause) && (clause.slice(at).match(WATCHED_WORD)?.length ?? 0) > 1)
      return { at, certain: false };
  }
  return undefined;
}

function isSubject(subject: string, target: string): boolean {
  if (subject.length < 2 || /[：:]/.test(subject) || !/[\u4e00-\u9fffA-Za-z]$|[）)”》]$/.test(subject)) return false;
  if (/[的要应须]$/.test(subject) || ACTION.test(subject) || ACTION_INSIDE.test(subject)) return false;
  if (ATTRIBUTE.test(subject) && !STRONG_MEASURE.test(subject)) return false;
  return !(DONE.test(target) && AGENT.test(subject));
}
