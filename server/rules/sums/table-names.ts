/** Where a row of a table names others than the task that it is a row of. Order and separators say nothing. */

import { type Alignment, alignmentsOf, type Pair } from '../../compare/alignment.ts';
import type { ColumnRole, Name, Range, Table, TableCell } from '../../model/notice.ts';
import { inTable } from '../../model/tables.ts';
import { nameKey } from '../../registry/names.ts';
import { asListed } from '../elision.ts';
import { nearlyAll } from '../facts.ts';
import type { Fix, NoticeView, Report } from '../rule.ts';
import { type GroupCounts, type Identity, identities, isOddGroup, isSame, personKeys } from './same-names.ts';

type View = Pick<NoticeView, 'notice' | 'facts' | 'registry'>;

/** Says where the names of one column differ from those of the tasks. */
export function reportNames(view: View, role: 'leader' | 'lead' | 'support', report: (report: Report) => void): void {
  for (const alignment of alignmentsOf(view.notice)) {
    for (const column of columnsOf(alignment.table, role)) {
      for (const found of differing(view, alignment, column)) report(found);
      if (role === 'lead') for (const found of otherFirst(view, alignment, column)) report(found);
    }
  }
}

/**
 * The same units, of which another stands first: that one leads. Where several rows put another one first, the table
 * has an order of its own.
 */
function otherFirst(view: View, { table, pairs }: Alignment, column: number): Report[] {
  const { role, label } = table.columns[column]!;
  if (role === 'unit' && !view.notice.firstIsLead) return [];
  const found: Report[] = [];
  let same = 0;
  for (const pair of pairs) {
    const names = namesFor(table, column, pair);
    const cell = pair.row.cells[column]!;
    if (!names || names.length < 2 || cell.names.length !== names.length || cell.merged || !cell.certain) continue;
    if (isSameList(names, cell.names)) {
      same++;
      continue;
    }
    const [said, printed] = [names, cell.names].map((list) => identities(view, list, role)) as [Identity[], Identity[]];
    // In the order of the text.
    const order = said.map((one) => printed.findIndex((other) => isSame(one, other)));
    if (new Set(order).size < order.length || order.includes(-1)) continue;
    if (order[0] === 0) same++;
    else found.push(firstReport(view, table, label, { pair, cell, first: names[0]!, order }));
  }
  return nearlyAll(same, found.length) ? found : [];
}

/** Printed alike in both places, as most lists are. */
function isSameList(names: readonly Name[], others: readonly Name[]): boolean {
  return (
    names.length === others.length &&
    names.every(({ text, etc }, index) => text === others[index]!.text && etc === others[index]!.etc)
  );
}

function firstReport(
  { notice }: View,
  table: Table,
  label: string,
  { pair, cell, first, order }: Pick<Difference, 'pair' | 'cell'> & { first: Name; order: readonly number[] },
): Report {
  const { n } = pair.task;
  const odd = cell.names[0]!;
  const source = (start: number, end: number): string => notice.text.slice(table.start + start, table.start + end);
  // The names change places; what stands between them stays.
  const { names } = cell;
  const text = order
    .map((from, to) => {
      const { range } = names[from]!;
      const before = to ? source(names[to - 1]!.range.end, names[to]!.range.start) : '';
      return before + source(range.start, range.end);
    })
    .join('');
  const edit = { range: inTable(table, { start: odd.range.start, end: names.at(-1)!.range.end }), text };
  // 农业农村局 after 县市场监管局 cannot stand first as it is.
  const whole =
    asListed(names).every(({ completed }) => !completed) &&
    names.slice(0, -1).every(({ etc }) => !etc) &&
    !order.some((from) => /\n/.test(names[from]!.text));
  return {
    range: inTable(table, odd.range),
    ...(!notice.firstIsLead && { severity: 'warning' }),
    message: {
      zh: `表中“${label}”第一位是“${odd.text}”，正文第${n}项第一位是“${first.text}”。由谁主牵头，请核对后统一。`,
      en: `Under ${label} the table names ${odd.text} first, task ${n} of the text ${first.text}. See who leads.`,
    },
    fixes: whole
      ? [
          {
            title: { zh: `把“${first.text}”移到第一位，与正文一致`, en: `Put ${first.text} first, as in the text` },
            safe: false,
            edits: [edit],
          },
        ]
      : [],
  };
}

/** Beside 牵头单位, 责任单位 are those that support; alone it names all. */
function columnsOf({ columns }: Table, role: ColumnRole): number[] {
  const has = (wanted: ColumnRole): boolean => columns.some((column) => column.role === wanted);
  const roles = new Set<ColumnRole>([role]);
  if (role === 'support' && has('lead') && !has('support')) roles.add('unit');
  if (role === 'lead' && !has('lead')) roles.add('unit');
  return columns.flatMap((column, index) => (roles.has(column.role) ? [index] : []));
}

/** The names of a task that a column of the table would hold; undefined where it is no matter for the column. */
function namesFor({ columns }: Table, column: number, { row, task: { duty } }: Pair): readonly Name[] | undefined {
  const at = (wanted: ColumnRole): number => columns.findIndex(({ role }) => role === wanted);
  const has = (wanted: ColumnRole): boolean => at(wanted) >= 0;
  switch (columns[column]!.role) {
    case 'leader':
      return duty.leaders;
    case 'lead':
      return duty.leadUnits;
    case 'support':
      // Without 牵头单位 the units that answer stand under one head, the other, or both.
      if (has('unit')) return duty.units.length && !duty.supportUnits.length ? undefined : duty.supportUnits;
      return duty.leadUnits.length || !duty.units.length || !row.cells[at('lead')]?.text
        ? [...duty.supportUnits, ...duty.units]
        : undefined;
    case 'unit':
      if (has('support')) return duty.units;
      if (has('lead')) return duty.leadUnits.length ? [...duty.supportUnits, ...duty.units] : undefined;
      return duty.units.length ? duty.units : [...duty.leadUnits, ...duty.supportUnits];
    default:
      return undefined;
  }
}

interface Difference {
  readonly pair: Pair;
  readonly cell: TableCell;
  /** In the cell and not in the task. */
  readonly more: readonly Name[];
  /** In the task and not in the cell. */
  readonly fewer: readonly Name[];
  readonly names: readonly Name[];
}

function differing(view: View, { table, pairs }: Alignment, column: number): Report[] {
  const { role } = table.columns[column]!;
  const groups = groupCounts(table, column, pairs);
  let compared = 0;
  const found: Difference[] = [];
  for (const pair of pairs) {
    const names = namesFor(table, column, pair);
    const cell = pair.row.cells[column]!;
    if (!names?.length || cell.merged || !cell.certain || (cell.text && !cell.names.length)) continue;
    compared++;
    if (isSameList(names, cell.names)) continue;
    const difference = compare(view, names, cell, { role, groups });
    if (difference) found.push({ pair, cell, names, ...difference });
  }
  const lostNames = role === 'leader' ? neverPrinted(table, column, pairs) : new Set<string>();
  const empty = found.filter(({ cell }) => !cell.text).length;
  // A page that lost the names of a column, and a column that means something else, are no slips.
  const lost = empty > 1 && empty * 10 > compared;
  const other = found.length - empty;
  if (other > 2 && other * 2 > compared) return [];
  return found
    .filter(({ cell }) => cell.text || !lost)
    .filter(({ more, fewer }) => more.length || !fewer.every(({ base }) => lostNames.has(nameKey(base))))
    .map((difference) => reportOf(view, table, table.columns[column]!.label, difference));
}

/** Leaders of several tasks that the column names nowhere: a page lost them, as it does padded names (杨　燕). */
function neverPrinted({ rows }: Table, column: number, pairs: readonly Pair[]): ReadonlySet<string> {
  const printed = new Set(rows.flatMap(({ cells }) => cells[column]!.names.flatMap(personKeys)));
  const counts = new Map<string, number>();
  for (const { task } of pairs)
    for (const { base } of task.duty.leaders) counts.set(nameKey(base), (counts.get(nameKey(base)) ?? 0) + 1);
  return new Set([...counts].filter(([key, count]) => count > 1 && !printed.has(key)).map(([key]) => key));
}

function compare(
  view: View,
  names: readonly Name[],
  cell: TableCell,
  { role, groups }: { readonly role: ColumnRole; readonly groups: GroupCounts },
): Pick<Difference, 'more' | 'fewer'> | undefined {
  const [said, printed] = [names, cell.names].map((list) => identities(view, list, role)) as [Identity[], Identity[]];
  const goTogether = (one: Identity, other: Identity): boolean =>
    isSame(one, other) && !(one.name.group && other.name.group && isOddGroup(one.name.base, other.name.base, groups));
  const left = new Set(said);
  const more: Name[] = [];
  for (const one of printed) {
    const same = [...left].find((other) => goTogether(one, other));
    if (same) left.delete(same);
    else if (!said.some((other) => goTogether(one, other))) more.push(one.name);
  }
  const fewer = [...left].filter((one) => !printed.some((other) => goTogether(other, one))).map(({ name }) => name);
  // 甲局等 says that there are others.
  const open = { said: names.some(({ etc }) => etc), printed: cell.names.some(({ etc }) => etc) };
  const counted = {
    more: open.said && role !== 'lead' ? [] : more,
    fewer: open.printed && role !== 'lead' ? [] : fewer,
  };
  return counted.more.length || counted.fewer.length ? counted : undefined;
}

function groupCounts(table: Table, column: number, pairs: readonly Pair[]): GroupCounts {
  const printed = new Map<string, number>();
  const said = new Set<string>();
  for (const pair of pairs) {
    for (const { base, group } of pair.row.cells[column]!.names)
      if (group) printed.set(base, (printed.get(base) ?? 0) + 1);
    for (const { base, group } of namesFor(table, column, pair) ?? []) if (group) said.add(base);
  }
  return { printed, said };
}

function list(names: readonly Name[]): string {
  return names.map(({ text }) => text).join('、');
}

function reportOf({ notice }: View, table: Table, label: string, difference: Difference): Report {
  const { pair, cell, more, fewer, names } = difference;
  const { n } = pair.task;
  const place = (range: Range): Range => inTable(table, range);
  const put = list(fewer);
  const odd = list(more);
  const [first, last] = [more[0], more.at(-1)];
  if (!cell.text) {
    const shown = pair.row.cells.find(({ text, merged }) => text && !merged) ?? cell;
    const whole = list(names);
    return {
      range: place(shown.range),
      message: {
        zh: `表中这一项“${label}”是空的，正文第${n}项为“${whole}”，请补上。`,
        en: `${label} is empty in this row; task ${n} of the text says ${whole}. Write it in.`,
      },
      fixes: cell.placed ? [fixOf(whole, [{ range: place(cell.range), text: spaced(table, whole) }])] : [],
    };
  }
  const range = place(first ? { start: first.range.start, end: last!.range.end } : cell.names.at(-1)!.range);
  const message =
    odd && put
      ? {
          zh: `表中“${label}”为“${odd}”，正文第${n}项为“${put}”，请核对后统一。`,
          en: `The table names ${odd} under ${label}, task ${n} of the text ${put}. See which is right, and use one.`,
        }
      : odd
        ? {
            zh: `表中“${label}”多了“${odd}”，正文第${n}项没有列入，请核对后统一。`,
            en: `Under ${label} the table also names ${odd}, task ${n} of the text does not. See which is right.`,
          }
        : {
            zh: `表中“${label}”少了“${put}”，正文第${n}项已列入，请核对后统一。`,
            en: `Under ${label} the table leaves ${put} out, which task ${n} of the text names. See which is right.`,
          };
  const lines = /[\r\n]/.test(notice.text.slice(table.start + cell.range.start, table.start + cell.range.end));
  const edit =
    more.length === 1 && fewer.length === 1
      ? { range: place(first!.range), text: fewer[0]!.text }
      : { range: place(cell.range), text: names.map(({ text, etc = '' }) => text + etc).join(lines ? '\n' : '、') };
  return { range, message, fixes: table.form === 'lines' || !lines ? [fixOf(list(names), [edit])] : [] };
}

/** The blanks of an empty cell go; Markdown has one on each side. */
function spaced({ form }: Table, text: string): string {
  return form === 'pipes' ? ` ${text} ` : text;
}

function fixOf(whole: string, edits: Fix['edits']): Fix {
  return { title: { zh: `按正文改为“${whole}”`, en: `Change to ${whole}, as in the text` }, safe: false, edits };
}
