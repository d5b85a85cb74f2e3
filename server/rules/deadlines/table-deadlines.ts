/** What the deadline columns of tables say: phrases where they stand, and the days that they come to. */

import { alignmentsOf } from '../../compare/alignment.ts';
import { type Deadline, DeadlineReader } from '../../model/deadlines.ts';
import type { Item, Notice, Range, Table, TableCell, TableRow, Task } from '../../model/notice.ts';
import { fieldPhrases, type Phrase } from '../../model/phrases.ts';
import { inTable } from '../../model/tables.ts';
import type { Binding } from './deadlines.ts';

/** A cell of a deadline column; one that reaches down to several rows is here once. */
export interface DeadlineCell {
  readonly table: Table;
  readonly row: TableRow;
  readonly cell: TableCell;
  /** What it says, as of an item. Ranges are relative to the table. */
  readonly item: Item;
}

const NO_ITEM: Item = {
  text: '',
  textRange: { start: 0, end: 0 },
  fields: [],
  duty: { leaders: [], leadUnits: [], supportUnits: [], units: [], inherited: [] },
  deadlines: [],
  spoken: [],
  bears: false,
  cuts: [],
  firstIsLead: false,
  end: 0,
};

/** By the rows: they stay the same while the table does. */
const ofRows = new WeakMap<Table['rows'], readonly Omit<DeadlineCell, 'table'>[]>();

/** The cells of a notice's deadline columns that say something, where the print leaves no doubt. */
export function deadlineCells(notice: Notice): DeadlineCell[] {
  return notice.tables.flatMap((table) => {
    let cells = ofRows.get(table.rows);
    if (!cells) {
      cells = read(table, notice.text);
      ofRows.set(table.rows, cells);
    }
    return cells.map((cell) => ({ table, ...cell }));
  });
}

function read({ columns, rows, start }: Table, text: string): Omit<DeadlineCell, 'table'>[] {
  const own = columns.flatMap(({ role }, column) => (role === 'deadline' ? [column] : []));
  return rows.flatMap((row) =>
    own.flatMap((column) => {
      const cell = row.cells[column]!;
      if (!cell.text || cell.merged || !cell.certain) return [];
      const printed = text.slice(start + cell.range.start, start + cell.range.end);
      const phrases = fieldPhrases(cell.text, offsets(cell, printed));
      return phrases.length ? [{ row, cell, item: { ...NO_ITEM, deadlines: phrases } }] : [];
    }),
  );
}

/** From the text of a cell to its place in the table: line breaks of the print are not in the text. */
function offsets({ text, range }: TableCell, printed: string): (at: number) => number {
  if (printed === text) return (at) => range.start + at;
  const places: number[] = [];
  let from = 0;
  for (const character of text.split('')) {
    const at = printed.indexOf(character, from);
    places.push(range.start + (at < 0 ? from : at));
    if (at >= 0) from = at + 1;
  }
  return (at) => places[at] ?? range.end;
}

/** Where a notice says no year, any one will do to tell the months apart. */
const ANY_DATE = '2000-01-01';

/** What is said in so many words, as of an item. A deadline stays the same object for as long as its part is not edited. */
const said = new WeakMap<Deadline | TableCell, Item>();

/** Tells when something is due that a deadline or a cell says; the last of several. */
export function deadlinesBySaying({ plan, head }: Notice): (of: Deadline | TableCell) => Deadline | undefined {
  const reader = new DeadlineReader({ plan, date: head.date ?? ANY_DATE }, []);
  return (of) => {
    let item = said.get(of);
    if (!item) {
      item = { ...NO_ITEM, deadlines: fieldPhrases(of.text, (at) => at) };
      said.set(of, item);
    }
    return reader.read(item).deadline;
  };
}

/** The task that each row is, where one is. */
export function tasksOfRows(notice: Notice): ReadonlyMap<TableRow, Task> {
  return new Map(alignmentsOf(notice).flatMap(({ pairs }) => pairs.map(({ row, task }) => [row, task] as const)));
}

/** Deadlines that stand in a table alone: the text says none for the task, or has no such task. */
export function tableBindings(notice: Notice): readonly Binding[] {
  const cells = deadlineCells(notice);
  if (!cells.length) return [];
  const tasks = tasksOfRows(notice);
  const reader = new DeadlineReader({ plan: notice.plan, date: notice.head.date }, []);
  return cells.flatMap(({ table, row, item }) => {
    const { stages, deadline } = reader.read(item);
    if (tasks.get(row)?.deadline) return [];
    return stages.map((stage) => ({ deadline: stage, range: inTable(table, stage.range), last: deadline!, stages }));
  });
}

/** What is wrong alike in several places of tables is said once, at the first of them. */
export function alike<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

export interface PlacedPhrase {
  readonly phrase: Phrase;
  /** In the notice. */
  readonly range: Range;
}

/** The phrases of deadline columns that a rule wants, where they stand. */
export function phrasesInTables(notice: Notice, wanted: (phrase: Phrase) => boolean): PlacedPhrase[] {
  return deadlineCells(notice).flatMap(({ table, item }) =>
    item.deadlines.filter(wanted).map((phrase) => ({ phrase, range: inTable(table, phrase.range) })),
  );
}
