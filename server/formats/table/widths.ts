/** How wide the columns are. */
import type { Table } from './table.ts';
import { type ColumnId, LIMITS } from './templates.ts';

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
  blank: 26,
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

const WHOLE = LIMITS.width.together;
/** What columns of texts keep of their usual width before others give way to them, and what those keep. */
const KEEPS = 0.6;
const YIELDS = 0.5;

/**
 * The widths of a table's columns. Short texts have fixed ones, and so have columns whose width was set; the rest is
 * shared after the published form, more of it going to columns whose texts are longer than usual: a notice of long
 * sentences would else take twice the pages. Where more is asked for than there is, what was set gives way.
 *
 * @param total the width of the whole table, in any unit
 */
export function columnWidths(table: Table, total: number): number[] {
  const { columns } = table;
  const shares = columns.map(({ id, width }, column) => {
    if (width) return width;
    const usual = USUAL_LENGTHS[id];
    if (!usual) return WIDTHS[id];
    const growth = Math.sqrt(meanLength(table, column) / usual);
    return WIDTHS[id] * Math.min(Math.max(growth, NARROWEST), HEADINGS.has(id) ? 1 : WIDEST);
  });
  const kinds = kindsOf(table);
  const sum = (kind: Kind) => shares.reduce((all, share, i) => all + (kinds[i] === kind ? share : 0), 0);
  const least = columns.reduce((all, { id }, i) => all + (kinds[i] === 'free' ? WIDTHS[id] * KEEPS : 0), 0);
  const stretch = stretches(sum('free'), least, sum('firm'), sum('set'));
  return shares.map((share, i) => (share * stretch[kinds[i]!] * total) / WHOLE);
}

/** free: shares what the others leave. set: as wide as it was asked to be. firm: as wide as its texts need. */
type Kind = 'free' | 'firm' | 'set';

/**
 * By what factor each kind is wider than it would be.
 *
 * @param least what the free columns keep
 */
function stretches(free: number, least: number, firm: number, set: number): Readonly<Record<Kind, number>> {
  const left = WHOLE - firm - set;
  if (left >= least) return { free: left / free, firm: 1, set: 1 };
  const leastSet = Math.min(set, WHOLE) * YIELDS;
  const forSet = Math.max(WHOLE - firm - least, leastSet);
  const all = WHOLE / (least + firm + forSet);
  return { free: (all * least) / free, firm: all, set: (all * forSet) / set };
}

/** Columns of texts are free; without any, those to fill in; without any, all. */
function kindsOf({ columns }: Table): Kind[] {
  const isText = columns.map(({ id, width }) => !width && id in USUAL_LENGTHS);
  const isBlank = columns.map(({ id, width }) => !width && id === 'blank');
  const free = [isText, isBlank].find((some) => some.includes(true)) ?? columns.map(() => true);
  return columns.map(({ id, width }, i) => (free[i] ? 'free' : width || id === 'blank' ? 'set' : 'firm'));
}

function meanLength(table: Table, column: number): number {
  const length = table.rows.reduce((all, row) => all + row.cells[column]!.length, 0);
  return length / Math.max(table.rows.length, 1);
}
