/** How wide the columns are. */
import type { ColumnId } from './columns.ts';
import type { Table } from './table.ts';

/** In mm of a table 225 mm wide, the full form: measured on published tables. */
const WIDTHS: Readonly<Record<ColumnId, number>> = {
  n: 10,
  topic: 21,
  work: 25,
  task: 58,
  deadline: 20,
  leaders: 17,
  lead: 26,
  units: 45,
  support: 38,
  remark: 10,
};

/** The columns that share what the others leave, and the length of text that their width above was made for. */
const USUAL_LENGTHS: Readonly<Partial<Record<ColumnId, number>>> = {
  topic: 16,
  work: 11,
  task: 45,
  lead: 10,
  units: 30,
  support: 22,
};
const NARROWEST = 0.75;
const WIDEST = 1.7;
/** Long headings run down over their tasks' rows instead. */
const HEADINGS: ReadonlySet<ColumnId> = new Set(['topic', 'work']);

/**
 * The widths of a table's columns. Short texts have fixed ones; the rest is shared after the published form, more of it
 * going to columns whose texts are longer than usual: a notice of long sentences would else take twice the pages.
 *
 * @param total the width of the whole table, in any unit
 */
export function columnWidths(table: Table, total: number): number[] {
  const shares = table.columns.map(({ id }, column) => {
    const usual = USUAL_LENGTHS[id];
    if (!usual) return WIDTHS[id];
    const growth = Math.sqrt(meanLength(table, column) / usual);
    return WIDTHS[id] * Math.min(Math.max(growth, NARROWEST), HEADINGS.has(id) ? 1 : WIDEST);
  });
  const sum = (flexible: boolean) =>
    shares.reduce((all, share, i) => all + (isFlexible(table, i) === flexible ? share : 0), 0);
  const stretch = (225 - sum(false)) / sum(true);
  return shares.map((share, i) => (share * (isFlexible(table, i) ? stretch : 1) * total) / 225);
}

function isFlexible(table: Table, column: number): boolean {
  return table.columns[column]!.id in USUAL_LENGTHS;
}

function meanLength(table: Table, column: number): number {
  const length = table.rows.reduce((all, row) => all + row.cells[column]!.length, 0);
  return length / Math.max(table.rows.length, 1);
}
