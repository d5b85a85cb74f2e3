/** Totals that a notice declares: 合计7个方面，共16项指标、91项重点工作任务. */
import type { Item, Range } from '../../model/notice.ts';
import { numeralValue } from '../../syntax/numbers.ts';
import { membersOf } from '../numbering/enumerations.ts';

export interface Total {
  /**
   * What is counted: parts, tasks or indicators of the notice; tasks of the heading that says so; the items that follow
   * below (提出以下三点要求：); the 一是……二是…… that follow in the text; or the annexes of the notice.
   */
  readonly kind: 'sections' | 'tasks' | 'indicators' | 'own' | 'following' | 'members' | 'annexes';
  readonly value: number;
  readonly numeral: string;
  readonly measure: string;
  readonly text: string;
  /** Of the numeral, in the part. */
  readonly range: Range;
  /** How many 一是……二是…… there are. */
  readonly members?: number;
}

const NUMERAL = '(\\d{1,4}|[一二两三四五六七八九十百]{1,5})';
const TASKS = '任务|工作|事项|措施|举措|实事';
/** 5项工作要求, 3个工作组 are no tasks. */
const NOT_TASKS = '要求|机制|制度|小组|组|专班|方案|原则|法|纪律|会|室|站|点|人|流程|体系|平台|清单';
/** 7个方面, 91项重点工作任务, 16项主要指标 */
const COUNT = new RegExp(
  `${NUMERAL}\\s?(?:((?:个|大)?(?:方面|部分|板块|领域)|大类|类|大项|章)|((?:大)?(?:项|条|件|个))[\\u4e00-\\u9fff]{0,8}?(指标|${TASKS})(?:任务|事项)?(?!${NOT_TASKS})|([项条件])(?=[。；;，,）)]|$))`,
  'g',
);
const PLURAL = new RegExp(`(指标|${TASKS})(?:共|合计|共计)?${NUMERAL}\\s?(项|条|件|个)(?![\\u4e00-\\u9fff])`, 'g');
const SUM =
  /(?:合计|[共总]计|总共|(?<!公)共(?:有|分|涉及|包括|包含|明确|确定|安排|提出|部署|梳理|列出)?(?:了|出)?|(?:分解|细化|分)(?:为|成|出)?|(?:包括|明确|确定|梳理|提出)了?)[\u4e00-\u9fff]{0,6}$/;
const OF_ANOTHER_TIME = /去年|上年|以来|累计|已完成|“十[二三四]五”期间/;

/** 本通知共3个附件, 附件共3份: of this notice, not of what somebody sends in. */
const ANNEXES = new RegExp(
  `(?:^|[，。；])(?:本通知)?(?:共有?|附有|共附)${NUMERAL}\\s?(个|份|件)附件|^附件(?:共|合计)${NUMERAL}\\s?(个|份|件)`,
);

/** 一、产业发展（12项） */
const OF_HEADING = new RegExp(`[（(](?:共|合计|计)?${NUMERAL}\\s?(项|条|件|个)(?:任务|工作|事项|措施|实事)?[）)]$`);

/** The totals that a text declares, those of one phrase together: 合计7个方面，共16项指标、91项重点工作任务. */
export function declaredTotals(item: Item): Total[][] | undefined {
  const { number, text, textRange } = item;
  if (text.length !== textRange.end - textRange.start || !/\d|[一二两三四五六七八九十]/.test(text)) return undefined;
  const below = totalBelow(text, textRange.start);
  if (below) return [[below]];
  const annexes = !number && text.includes('附件') && !/报送|上报|填报|提交/.test(text) && ANNEXES.exec(text);
  const counted = annexes && totalOf(annexes, textRange.start);
  if (counted) return [[{ ...counted, kind: 'annexes' }]];
  if (!/[方部板领类章项条件]/.test(text)) return undefined;
  const heading = number && OF_HEADING.exec(text);
  const own = heading && totalOf(heading, textRange.start);
  if (own) return [[own]];
  const found = [...text.matchAll(COUNT), ...text.matchAll(PLURAL)].sort((a, b) => a.index - b.index);
  const groups: Total[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const match of found) {
    if (match.index < end) continue;
    const between = text.slice(Math.max(0, end), match.index);
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const goesOn =
      end >= 0 && between.length <= 8 && /^[\u4e00-\u9fff]{0,2}[、，,和及与]?[\u4e00-\u9fff]{0,4}$/.test(between);
    end = match.index + match[0].length;
    const total = totalOf(match, textRange.start);
    if (!total) continue;
    if (total.kind === 'own') {
      // 7个方面91项: 项 alone are tasks where the parts that they stand in are counted as well.
      const group = goesOn ? groups.at(-1) : undefined;
      if (group?.at(-1)?.kind === 'sections') group.push({ ...total, kind: 'tasks' });
      continue;
    }
    if (goesOn && groups.length) groups.at(-1)!.push(total);
    else if (!OF_ANOTHER_TIME.test(before)) groups.push([total]);
  }
  const declared = groups.filter((group) => {
    const [first] = group as [Total];
    const at = first.range.start - textRange.start;
    return (
      SUM.test(text.slice(Math.max(0, at - 14), at)) ||
      (group.some(({ kind }) => kind === 'sections') && group.some(({ kind }) => kind === 'tasks'))
    );
  });
  return declared.length ? declared : undefined;
}

/** 提出以下三点要求：, and 从三个方面发力：一是……二是…… */
const FOLLOWING = new RegExp(
  `(?:以下|下列|如下)${NUMERAL}\\s?(个方面|方面|点|条|项|个|件)(?:[\\u4e00-\\u9fff]{0,8})[：:]$|${NUMERAL}\\s?(个方面|方面|点|条|项)[\\u4e00-\\u9fff]{0,6}如下[：:。]?$`,
);
/** What 一是 counts is a part of what is to be done: 三个方面, 三项措施. 信访积案16件，一是 says how to settle them. */
const MEMBERS = new RegExp(
  `${NUMERAL}\\s?(?:(个?方面)[\\u4e00-\\u9fff]{0,8}|(个环节|个重点|个关键|点|件事)(?:工作|任务|要求|意见|建议|措施|方面|领域|环节)?|(项|条)(?:重点|具体|主要|硬)?(?:工作)?(?:措施|举措|任务|工作|要求|建议|意见|原则))[：:，,。]\\s?(?=一(?:是|要))`,
  'g',
);

function totalBelow(text: string, offset: number): Total | undefined {
  const follows = /[以如]下|下列/.test(text) && FOLLOWING.exec(text);
  const total = follows && totalOf(follows, offset);
  if (total) return { ...total, kind: 'following', text: total.text.replace(/[：:。]$/, '') };
  if (!text.includes('一是') && !text.includes('一要')) return undefined;
  const all = membersOf(text);
  let at = 0;
  for (const match of text.matchAll(MEMBERS)) {
    while (at < all.length && all[at]!.start < match.index + match[0].length - 1) at++;
    const { kind } = all[at] ?? {};
    let members = kind ? 1 : 0;
    for (at++; at < all.length && all[at]!.value !== 1; at++)
      if (all[at]!.kind === kind && all[at]!.value === members + 1) members++;
    const declared = totalOf(match, offset);
    // A lone 一是 may go on in the next paragraph.
    if (declared && members > 1)
      return { ...declared, kind: 'members', members, text: declared.text.replace(/[：:，,。]\s?$/, '') };
  }
  return undefined;
}

function totalOf(match: RegExpExecArray, offset: number): Total | undefined {
  const [text, ...groups] = match;
  const numeral = groups.find((group) => group && NUMERALS.test(group))!;
  const noun = groups.find((group) => group && NOUNS.test(group));
  const measure = groups.find((group) => group && group !== numeral && group !== noun)!;
  const value = numeral === '两' ? 2 : numeralValue(numeral);
  if (!value) return undefined;
  const start = offset + match.index + text.indexOf(numeral);
  const kind = noun ? (noun === '指标' ? 'indicators' : 'tasks') : /^[项条件个]$/.test(measure) ? 'own' : 'sections';
  return {
    kind,
    value,
    numeral,
    measure,
    text: text.replace(/^[（(]|[）)]$/g, ''),
    range: { start, end: start + numeral.length },
  };
}

const NUMERALS = new RegExp(`^${NUMERAL}$`);
const NOUNS = new RegExp(`^(?:指标|${TASKS})$`);
