import { absolute, type Entry, type Notice } from '../../model/notice.ts';
import { toHan } from '../../syntax/numbers.ts';
import { heldAnnexes, notedAnnexes } from '../annex-note.ts';
import { defineRule, type Report } from '../rule.ts';
import { declaredTotals, type Total } from './totals.ts';

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
    '请落实以下«三»点要求：\n\n一、提高认识。\n\n二、加强督查。\n',
    '1.从«三»个方面发力：一是修路；二是架桥。\n责任单位：县交通局。\n',
    '云溪县人民政府关于印发2026年重点任务的通知\n\n各乡镇人民政府：\n\n现将重点任务印发给你们，共«3»个附件。\n\n附件：1.任务分解表\n2.考核办法\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  good: [
    '请落实以下两点要求：\n\n一、提高认识。\n\n二、加强督查。\n\n从三个方面发力：一是修路；二是架桥；三是通车。\n',
    '（合计2个方面，共1项指标、2项重点任务）\n\n一、主要目标\n1.地区生产总值增长6%。\n责任单位：县发改委。\n二、民生\n2.改造老旧小区。\n责任单位：县住建局。\n3.新建停车场。\n责任单位：县住建局。\n',
    '一、产业\n1.推进甲园建设，共建设3项工程。\n责任单位：县发改委。\n',
    '1.化解信访积案16件，一是摸清底数，二是分类施策，三是跟踪问效。\n责任单位：县信访局。\n',
    '云溪县人民政府关于印发2026年重点任务的通知\n\n各乡镇人民政府：\n\n现将重点任务印发给你们。请于年底前报送总结，共3个附件。\n\n附件：1.任务分解表\n2.考核办法\n\n云溪县人民政府\n2026年2月10日\n',
    '1.新开公交线路7条，一是优化站点，二是更新车辆。\n责任单位：县交通局。\n',
    '1.推进5个重点项目，一是做好要素保障，二是加快开工。\n责任单位：县发改委。\n',
  ],
  fix: 'ask',
  summarize: declaredTotals,
  check({ notice, summaryOf }, report) {
    let counts: Counts | undefined;
    let next = 0;
    notice.items.forEach((_, part) => {
      const entry = notice.entries[next]?.part === part ? notice.entries[next++] : undefined;
      const groups = summaryOf(part);
      if (!groups || notice.zones[part] === 'table') return;
      for (const group of groups) {
        const [first] = group as [Total];
        if (first.kind === 'following' || first.kind === 'members') {
          const actual = first.kind === 'members' ? first.members : following(notice, part, next);
          if (actual !== undefined && actual !== first.value) report(mismatch(notice, part, first, actual));
          continue;
        }
        if (first.kind === 'annexes') {
          const actual = notedAnnexes(notice)?.length ?? heldAnnexes(notice).length;
          if (actual && actual !== first.value) report(mismatch(notice, part, first, actual));
          continue;
        }
        // What a task says is to be done.
        if (entry?.task || !notice.tasks.length) continue;
        counts ??= countsOf(notice);
        const apart = group.some(({ kind }) => kind === 'indicators');
        for (const total of group) {
          // A heading below the outermost level is about a part of the notice, unless it counts what stands under it.
          if (entry && entry.level > 0 && total.kind !== 'own') continue;
          const actual = total.kind === 'own' ? ofHeading(total, entry, counts) : contradicted(total, apart, counts);
          if (actual === undefined) continue;
          report(mismatch(notice, part, total, actual));
        }
      }
    });
  },
});

function mismatch(notice: Notice, part: number, total: Total, actual: number): Report {
  const range = absolute(notice, part, total.range);
  const right = /\d/.test(total.numeral) ? String(actual) : toHan(actual);
  return {
    range,
    message: {
      zh: `写明“${total.text}”，${PLACES[total.kind] ?? '通知里'}实有${actual}${total.measure}。请核对有无遗漏，或改正总数。`,
      en: `“${total.text}” is declared; there are ${actual}. See whether one was lost, or correct the total.`,
    },
    fixes: [
      { title: { zh: `改为“${right}”`, en: `Change to ${right}` }, safe: false, edits: [{ range, text: right }] },
    ],
  };
}

const PLACES: Readonly<Record<string, string>> = { following: '下面', members: '后面', own: '其下' };

/**
 * How many items follow a line that says 以下三点：, where the first one follows at once.
 *
 * @param next the index of the first entry after the line
 */
function following({ entries, items }: Notice, part: number, next: number): number | undefined {
  const first = entries[next];
  if (first?.number?.value !== 1) return undefined;
  for (let between = part + 1; between < first.from; between++) if (items[between]?.text) return undefined;
  let count = 0;
  for (let at = next; at < entries.length; at++) {
    const { number, parent, context } = entries[at]!;
    if (context !== first.context || entries[at]!.level < first.level) break;
    if (parent !== first.parent || number?.style !== first.number.style) continue;
    if (count && number.value === 1) break;
    count++;
  }
  return count;
}

interface Counts {
  readonly tasks: number;
  /** Headings of the outermost level under which tasks stand. */
  readonly sections: number;
  /** Tasks in the section that is about indicators or targets; undefined where none is. */
  readonly indicators?: number;
  /** Tasks under each heading. */
  readonly under: ReadonlyMap<Entry, number>;
  /** Other sums that 方面 may mean: headings of each style. */
  readonly headings: ReadonlySet<number>;
  /** Other sums that 项 may mean: inner entries of each style, with and without headings; tasks of a section or an annex. */
  readonly items: ReadonlySet<number>;
}

function countsOf(notice: Notice): Counts {
  const headings = new Map<unknown, number>();
  const items = new Map<unknown, number>();
  const under = new Map<Entry, number>();
  const sections = new Set<Entry>();
  const add = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const task of notice.tasks) {
    for (const section of task.sections) add(under, section);
    if (task.sections[0]) sections.add(task.sections[0]);
  }
  for (const { zone, context, number, children, parent, task } of notice.entries) {
    // 5个方面 in a letter may be its own 一、 to 五、.
    if (!parent) add(headings, `outermost ${context}`);
    if (zone !== 'plan') continue;
    if (children.length) add(headings, number?.style);
    if (parent) add(items, number?.style);
    if (parent) add(items, `${children.length > 0} ${number?.style}`);
    if (task) add(items, context);
  }
  const indicators = [...sections].filter(({ item }) => /指标|目标/.test(item.text));
  return {
    tasks: notice.tasks.length,
    sections: sections.size,
    ...(indicators.length === 1 && { indicators: under.get(indicators[0]!)! }),
    under,
    headings: new Set(headings.values()),
    items: new Set([...items.values(), ...[...sections].map((section) => under.get(section)!)]),
  };
}

/** 一、产业发展（12项）: tasks under it, or what stands directly under it. */
function ofHeading({ value }: Total, entry: Entry | undefined, { under }: Counts): number | undefined {
  const actual = entry && under.get(entry);
  return actual === undefined || value === actual || value === entry!.children.length ? undefined : actual;
}

/**
 * What stands there where a total is certainly wrong; undefined where it is right, or where nobody can tell what is
 * counted.
 *
 * @param apart the same phrase counts indicators, so that tasks are those beside them
 */
function contradicted({ kind, value }: Total, apart: boolean, counts: Counts): number | undefined {
  if (kind === 'sections') {
    if (counts.sections < 2 || value === counts.sections || counts.headings.has(value)) return undefined;
    return counts.sections;
  }
  if (kind === 'indicators') {
    const { indicators } = counts;
    return indicators === undefined || value === indicators || counts.items.has(value) ? undefined : indicators;
  }
  const actual = counts.tasks - (apart ? (counts.indicators ?? 0) : 0);
  return value === actual || value === counts.tasks || counts.items.has(value) ? undefined : actual;
}
