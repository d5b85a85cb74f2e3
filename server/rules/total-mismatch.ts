import { absolute, type Entry, type Item, type Notice, type Range } from '../model/notice.ts';
import { numeralValue, toHan } from '../syntax/numbers.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'total-mismatch',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  what: { zh: '写明的总数与通知里实际的数目不符。', en: 'A declared total differs from what stands in the notice.' },
  why: {
    zh: '“共91项任务”而实列90项：不是漏了一项，就是总数没有随修改更新。',
    en: 'Either a task was lost, or the total was not updated with the last change.',
  },
  mend: { zh: '先核对任务有无遗漏，再改总数。', en: 'See whether a task was lost, then correct the total.' },
  bad: [
    '2026年重点工作\n\n（合计2个方面、«5»项重点任务）\n\n一、产业\n1.推进甲园建设。\n责任单位：县发改委。\n2.推进乙园建设。\n责任单位：县发改委。\n二、民生\n1.改造老旧小区。\n责任单位：县住建局。\n2.新建停车场。\n责任单位：县住建局。\n',
    '现将重点工作分解为«三»个方面4项任务。\n\n一、产业\n1.推进甲园建设。\n责任单位：县发改委。\n2.推进乙园建设。\n责任单位：县发改委。\n二、民生\n1.改造老旧小区。\n责任单位：县住建局。\n2.新建停车场。\n责任单位：县住建局。\n',
  ],
  good: [
    '（合计2个方面，共1项指标、2项重点任务）\n\n一、主要目标\n1.地区生产总值增长6%。\n责任单位：县发改委。\n二、民生\n2.改造老旧小区。\n责任单位：县住建局。\n3.新建停车场。\n责任单位：县住建局。\n',
    '一、产业\n1.推进甲园建设，共建设3项工程。\n责任单位：县发改委。\n',
  ],
  fix: 'ask',
  summarize: declaredTotals,
  check({ notice, summaryOf }, report) {
    if (!notice.tasks.length) return;
    let counts: Counts | undefined;
    let next = 0;
    notice.items.forEach((_, part) => {
      const entry = notice.entries[next]?.part === part ? notice.entries[next++] : undefined;
      const groups = summaryOf(part);
      // A task says what is to be done, a heading below the outermost level is about a part of it.
      if (!groups || notice.zones[part] === 'table' || (entry && (entry.task || entry.level > 0))) return;
      for (const group of groups) {
        counts ??= countsOf(notice);
        for (const total of group) {
          const actual = contradicted(total, group, counts);
          if (actual === undefined) continue;
          const range = absolute(notice, part, total.range);
          const right = /\d/.test(total.numeral) ? String(actual) : toHan(actual);
          report({
            range,
            message: {
              zh: `写明“${total.text}”，通知里实有${actual}${total.measure}。请核对任务，或改正总数。`,
              en: `“${total.text}” is declared; the notice has ${actual}. Check its tasks, or correct the total.`,
            },
            fixes: [
              {
                title: { zh: `改为“${right}”`, en: `Change to ${right}` },
                safe: false,
                edits: [{ range, text: right }],
              },
            ],
          });
        }
      }
    });
  },
});

interface Total {
  readonly kind: 'sections' | 'tasks' | 'indicators';
  readonly value: number;
  readonly numeral: string;
  readonly measure: string;
  readonly text: string;
  /** Of the numeral, in the part. */
  readonly range: Range;
}

const NUMERAL = '(\\d{1,4}|[一二三四五六七八九十百]{1,5})';
const TASKS = '任务|工作|事项|措施|举措|实事';
/** 7个方面, 91项重点工作任务, 16项主要指标 */
const COUNT = new RegExp(
  `${NUMERAL}\\s?(?:((?:个|大)?(?:方面|部分|板块|领域)|大类|类|大项|章)|((?:大)?(?:项|条|件|个))[\\u4e00-\\u9fff]{0,8}?(指标|${TASKS})(?:任务|事项)?)`,
  'g',
);
const PLURAL = new RegExp(`(指标|${TASKS})(?:共|合计|共计)?${NUMERAL}\\s?(项|条|件|个)(?![\\u4e00-\\u9fff])`, 'g');
const SUM =
  /(?:合计|[共总]计|总共|(?<!公)共(?:有|分|涉及|包括|包含|明确|确定|安排|提出|部署|梳理|列出)?(?:了|出)?|(?:分解|细化|分)(?:为|成|出)?|(?:包括|明确|确定|梳理|提出)了?|[为从])[\u4e00-\u9fff]{0,6}$/;
const OF_ANOTHER_TIME = /去年|上年|以来|累计|已完成|“十[二三四]五”期间/;

/** The totals that a text declares, those of one phrase together: 合计7个方面，共16项指标、91项重点工作任务. */
function declaredTotals(item: Item): Total[][] | undefined {
  const { text, textRange } = item;
  if (
    text.length !== textRange.end - textRange.start ||
    !/\d|[一二三四五六七八九十]/.test(text) ||
    !/[方部板领类章项条件]/.test(text)
  )
    return undefined;
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

function totalOf(match: RegExpExecArray, offset: number): Total | undefined {
  const plural = match[1] !== undefined && !/^[\d一二三四五六七八九十百]/.test(match[1]);
  const numeral = plural ? match[2]! : match[1]!;
  const noun = plural ? match[1]! : match[4];
  const value = numeralValue(numeral);
  if (!value) return undefined;
  const start = offset + match.index + match[0].indexOf(numeral);
  return {
    kind: noun === undefined ? 'sections' : noun === '指标' ? 'indicators' : 'tasks',
    value,
    numeral,
    measure: noun === undefined ? match[2]! : plural ? match[3]! : match[3]!,
    text: match[0],
    range: { start, end: start + numeral.length },
  };
}

interface Counts {
  readonly tasks: number;
  /** Headings of the outermost level under which tasks stand. */
  readonly sections: number;
  /** Tasks in the section that is about indicators or targets; undefined where none is. */
  readonly indicators?: number;
  /** Other sums that 方面 may mean: headings of each style. */
  readonly headings: ReadonlySet<number>;
  /** Other sums that 项 may mean: inner entries of each style, with and without headings; tasks of a section or an annex. */
  readonly items: ReadonlySet<number>;
}

function countsOf(notice: Notice): Counts {
  const headings = new Map<string, number>();
  const items = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const sections = new Map<Entry, number>();
  for (const {
    sections: [top],
  } of notice.tasks)
    if (top) sections.set(top, (sections.get(top) ?? 0) + 1);
  for (const { zone, context, number, children, parent, task } of notice.entries) {
    if (zone !== 'plan') continue;
    const style = `${number?.style}`;
    const heads = children.length > 0;
    if (heads) add(headings, style);
    if (!parent) add(headings, `outermost ${context}`);
    if (parent) add(items, style);
    if (parent) add(items, `${heads} ${style}`);
    if (task) add(items, `tasks ${context}`);
  }
  const indicators = [...sections].filter(([{ item }]) => /指标|目标/.test(item.text));
  return {
    tasks: notice.tasks.length,
    sections: sections.size,
    ...(indicators.length === 1 && { indicators: indicators[0]![1] }),
    headings: new Set(headings.values()),
    items: new Set([...items.values(), ...sections.values()]),
  };
}

/** What stands there where a total is certainly wrong; undefined where it is right, or where nobody can tell what is counted. */
function contradicted({ kind, value }: Total, group: readonly Total[], counts: Counts): number | undefined {
  if (kind === 'sections') {
    if (counts.sections < 2 || value === counts.sections || counts.headings.has(value)) return undefined;
    return counts.sections;
  }
  if (kind === 'indicators') {
    const { indicators } = counts;
    return indicators === undefined || value === indicators || counts.items.has(value) ? undefined : indicators;
  }
  const indicators = group.filter((total) => total.kind === 'indicators').reduce((sum, total) => sum + total.value, 0);
  const actual = counts.tasks - (indicators && counts.indicators !== undefined ? counts.indicators : 0);
  return value === actual || value === counts.tasks || counts.items.has(value) ? undefined : actual;
}
