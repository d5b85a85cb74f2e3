/**
 * References to numbers of a notice in a text: 见第17项, 第（二）部分第3条, 第12、13项, 第3项至第7项. What they name is the answer
 * of `ReferenceTargets`; that a reference speaks of another document (《…条例》第三条, 方案第3项) is seen here.
 */
import { numeralValue } from '../syntax/numbers.ts';
import type { Range } from './notice.ts';

/** One number of a reference: （二） of 第（二）部分, 13 of 第12、13项. */
export interface Step {
  readonly value: number;
  /** The numeral as printed, without brackets. */
  readonly numeral: string;
  /** Of the numeral, relative to the part. */
  readonly range: Range;
  readonly form: 'han' | 'arabic' | 'circled';
  readonly bracketed: boolean;
  /** 部分, 章, 条, 项, 任务…; that of 13 for the 12 of 第12、13项. */
  readonly measure: string;
}

export interface Reference {
  /** Outermost first; the last one is what is named. */
  readonly path: readonly Step[];
  /** The last one of 第12—15项. */
  readonly to?: Step;
  /** From the first numeral's 第 to the last measure, relative to the part. */
  readonly range: Range;
  readonly text: string;
  /** Said as a reference (见, 按照, 本通知…) and not only in the place of one. */
  readonly said: boolean;
  /** 前述, 上述: what is named stands before. */
  readonly back: boolean;
  /** 《…》 before it: the notice itself, or another document. */
  readonly title?: string;
  /** 附件2 before it; 0 for 附件. */
  readonly annex?: number;
}

const HAN = '[一二三四五六七八九十百零〇]{1,7}';
const ELEMENT = new RegExp(
  `(第?)[ \\u3000]?(?:([（(]) ?(${HAN}|\\d{1,4}) ?[）)]|(${HAN}|\\d{1,4}|[０-９]{1,4})|([①-⑳]))[ \\u3000]?(部分|方面|章|节|篇|条|款|项|点|个?任务)?`,
  'y',
);
const LIST = /[ \u3000]?(以及|[、，,和及与或])[ \u3000]?/y;
const SPAN = /[ \u3000]?(?:[至到～~]|[—–－-]{1,2})[ \u3000]?/y;
const WITHIN = /(?:中的|的|中|之)?(?=第)/y;

/** What a document is called by; a number after it is a number of that document. */
const DOCUMENT =
  /(?:条例|办法|规定|细则|章程|法|决定|决议|意见|方案|通知|纲要|规划|计划|报告|纪要|文件|清单|要点|合同|协议|标准|规范|规程|准则|导则|指南|批复|函|令|号|公约|解释|目录|名录|制度|分工|台账|[^代]表)(?:中的|里的|的|中|里|内)?$/;
const OWN =
  /(?:正文|[上前下]文|本(?:通知|方案|要点|清单|计划|分工|意见|办法|规定|文件?|部分|章|节|条|款|项|年度)?)(?:中的|里的|的|中|里)?$/;
const TITLE = /《([^《》]{2,60})》(?:[（(][^（）()]{1,30}[）)])?(?:中的|里的|的|中|里)?$/;
const ANNEX = /附[件表]\s?(\d{0,2})(?:中的|里的|的|中|里)?$/;
/** 原第6项 was another number once; 2025年第3项 is another year's. */
const FORMER = /(?:[原旧该其各每]|年|年度|届|次|批|上级|国家|省|市|县|区)(?:的)?$/;
const BACK = /(?:前述|上述|前面|以上)的?$/;
const SAID = /(?:见|参照|对照|按照?|依照|依据|根据|遵照|除)$/;
/** Where a reference may stand that nothing announces. */
const MAY =
  /(?:^|[，。；：、！？,;:（(\s]|[同与和及或并如即由在于对将把从自以]|结合|落实|执行|负责|承担|承办|[纳列并归]入|衔接|承接|参考|援引|一下)$/;
/** 把第一项任务抓好 is no reference, 把第1项并入第2项 is. */
const MAY_HAN = /(?:[同与和及或并如即]|结合|落实|执行|负责|承担|承办|[纳列并归]入|衔接|承接|参考|援引|一下)$/;
const CLAUSE = /(?:^|[，。；：！？,;:（(\s])$/;
/** What goes on after a reference. A noun after it is what is counted: 第三条生产线. */
const AFTER =
  /^[ \u3000]*(?:$|[，。；：、！？,;:.（(）)】〕\]”」’\n\r]|(?:重点|工作|目标|主要|具体|各项|这项|该项)*(?:任务|工作|事项|要求|规定|内容|举措|措施|目标)|所[列述提明]|[的中之外由和与及或至同已是为均都一]|以外|执行|办理|落实|实施|推进|统筹|同步|衔接|牵头|责任|明确|提出|部署|安排|相同|[有相]关|除外|分工|调整|合并|拆分|取消|删[去除]|撤销|变更|修改|完成|请|应[当于按由]|要[于按在]|[须需仍按于在将不])/;

/**
 * Reads the references of a part's text.
 *
 * @param from the offset after the item's own number
 */
export function readReferences(text: string, from: number): readonly Reference[] {
  if (!text.includes('第', from)) return NONE;
  const found: Reference[] = [];
  for (let at = text.indexOf('第', from); at >= 0; ) {
    const chain = readChain(text, at);
    if (chain) found.push(...referencesIn(text, from, chain));
    at = text.indexOf('第', chain ? chain.end : at + 1);
  }
  return found.length ? found : NONE;
}

const NONE: readonly Reference[] = [];

interface Link extends Omit<Step, 'measure'> {
  measure: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly join: 'first' | 'within' | 'list' | 'span';
}

interface Chain {
  readonly links: readonly (Link & { measure: string })[];
  readonly end: number;
}

/** 第二部分第3、4项和第7项: numbers that stand together. */
function readChain(text: string, at: number): Chain | undefined {
  const first = readLink(text, at, 'first');
  if (!first) return undefined;
  const links = [first];
  for (;;) {
    const last = links.at(-1)!;
    const within = last.measure ? match(WITHIN, text, last.end) : undefined;
    const list = within === undefined ? match(LIST, text, last.end) : undefined;
    const span = within === undefined && list === undefined ? match(SPAN, text, last.end) : undefined;
    const gap = within ?? list ?? span;
    if (gap === undefined) break;
    const next = readLink(text, last.end + gap.length, within !== undefined ? 'within' : list ? 'list' : 'span');
    if (!next) break;
    // 第3项，5个: without 第 a number goes on a list only between its marks and with a measure.
    const bare = text[next.start] !== '第';
    if (bare && (/[，,]/.test(gap) || (last.measure && !next.measure))) break;
    links.push(next);
  }
  while (links.length && !links.at(-1)!.measure) links.pop();
  for (let i = links.length - 2; i >= 0; i--) links[i]!.measure ??= links[i + 1]!.measure;
  const last = links.at(-1);
  return last && { links: links as (Link & { measure: string })[], end: last.end };
}

function readLink(text: string, at: number, join: Link['join']): Link | undefined {
  ELEMENT.lastIndex = at;
  const found = ELEMENT.exec(text);
  if (!found || (join === 'first' && !found[1])) return undefined;
  const [whole, , bracket, inBracket, plain, circled, measure] = found;
  const numeral = (inBracket ?? plain ?? circled)!;
  const value = numeralValue(numeral);
  if (!value) return undefined;
  const start = at + whole.indexOf(numeral, bracket ? whole.indexOf(bracket) : 0);
  return {
    value,
    numeral,
    range: { start, end: start + numeral.length },
    form: circled ? 'circled' : /[\d０-９]/.test(numeral) ? 'arabic' : 'han',
    bracketed: bracket !== undefined,
    measure: measure?.replace('个', ''),
    start: at,
    end: at + whole.trimEnd().length,
    join,
  };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The references of a chain, where it is one: what stands before and after tells. */
function referencesIn(text: string, from: number, { links, end }: Chain): Reference[] {
  const start = links[0]!.start;
  const before = text.slice(Math.max(from, start - 80), start).replace(/[ \u3000“"‘「]+$/, '');
  const after = text.slice(end, end + 8);
  if (!AFTER.test(after)) return [];
  const title = TITLE.exec(before)?.[1];
  const annex = title === undefined ? ANNEX.exec(before)?.[1] : undefined;
  const own = OWN.test(before);
  const back = BACK.test(before);
  if (title === undefined && annex === undefined && !own && !back) {
    if (DOCUMENT.test(before) || FORMER.test(before) || before.endsWith('》')) return [];
    if (!SAID.test(before) && !mayBe(before, after, links)) return [];
  }
  const said = own || back || SAID.test(before);
  const found: Reference[] = [];
  let path: Step[] = [];
  links.forEach((link, index) => {
    if (link.join === 'span') return;
    if (link.join !== 'within') {
      // 第二部分第3项、第5项 goes on in the second part.
      const same = path.findIndex(({ measure }) => measure === link.measure);
      path = same < 0 ? [] : path.slice(0, same);
    }
    path = [...path, link];
    const next = links[index + 1];
    if (next?.join === 'within') return;
    const to = next?.join === 'span' ? next : undefined;
    // The outer numbers of the first of several are in its range; those after it have them from there.
    let opens = index;
    while (links[opens]!.join === 'within') opens--;
    const range = { start: links[opens]!.start, end: (to ?? link).end };
    found.push({
      path,
      ...(to && { to }),
      range,
      text: text.slice(range.start, range.end),
      said,
      back,
      ...(title !== undefined && { title }),
      ...(annex !== undefined && { annex: Number(annex) }),
    });
  });
  return found;
}

/** 第一项任务是… counts up what follows; 第17项任务由… at the beginning of a clause names a task. */
function mayBe(before: string, after: string, links: Chain['links']): boolean {
  if (!MAY.test(before) || links.some(({ measure }) => measure === '点' || measure === '方面')) return false;
  if (links.some(({ join }) => join === 'within')) return true;
  const spelt = links.some(({ form, bracketed }) => form === 'han' && !bracketed);
  if (spelt) return MAY_HAN.test(before);
  return !CLAUSE.test(before) || !/^[：:]/.test(after);
}
