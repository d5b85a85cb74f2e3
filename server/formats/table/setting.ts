/** How the table stands on paper, whichever type of file it is written in: page, sizes, pitches, and how rows fall on pages. */
import { A4, PITCH as LINE, MM, PAGE_NUMBER, SIZE, TURNED_MARGINS, TWIPS } from '../page/geometry.ts';
import { linesIn } from '../page/measure.ts';
import { type Layout, layOut } from './pages.ts';
import type { Table } from './table.ts';
import type { ColumnId } from './templates.ts';

/** In points. Cells are 五号. */
export const SIZES = { title: SIZE.two, annex: SIZE.three, totals: SIZE.four, cell: 10.5, number: PAGE_NUMBER.size };
/** Lines are set to exact pitches, so that the page breaks where the layout says. In points. */
export const PITCH = { title: 36, annex: LINE, totals: 24, cell: 16 };
/** What stands between the lines above the table and the table. In points. */
export const ABOVE_TABLE = 8;

/** The turned page, in mm. */
export const PAGE = { width: A4.height, height: A4.width, ...TURNED_MARGINS };
export const TABLE_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** Between a cell's text and its edges, in mm. */
export const CELL_MARGIN = { across: 1, down: 0.5 };

export type Align = 'left' | 'center' | 'both';

/** Sentences are set to both edges, short cells centred; lists in narrow columns would come out full of holes. */
export const ALIGNS: Readonly<Record<ColumnId, Align>> = {
  n: 'center',
  topic: 'left',
  work: 'left',
  task: 'both',
  deadline: 'center',
  leaders: 'center',
  lead: 'center',
  units: 'left',
  support: 'left',
  remark: 'left',
  blank: 'left',
};

/** What stands above the table, besides its title. */
export interface Above {
  /** 附件2, where the table is a notice's annex. The title is then on the third line (GB/T 9704-2012, 7.3.8). */
  readonly annex?: string;
}

/** How high the lines above the table are, in points. */
export function heightAbove(table: Table, { annex }: Above = {}): number {
  const title = linesIn(table.title, (TABLE_WIDTH * MM) / SIZES.title) * PITCH.title + ABOVE_TABLE;
  return title + (annex ? 2 * PITCH.annex : 0) + (table.totals ? PITCH.totals + ABOVE_TABLE : 0);
}

/** @param widths of the columns, in twips */
export function layOutTable(table: Table, widths: readonly number[], above: Above = {}): Layout {
  return layOut(table, {
    widths: widths.map((width) => width / TWIPS),
    fontSize: SIZES.cell,
    pitch: PITCH.cell,
    padding: { across: (2 * CELL_MARGIN.across + 0.3) * MM, down: 2 * CELL_MARGIN.down * MM + 0.5 },
    page: (PAGE.height - PAGE.top - PAGE.bottom) * MM,
    above: heightAbove(table, above),
  });
}

/** Widths in whole twips whose sum is the table's: what rounding leaves goes to the widest. */
export function wholeTwips(mm: readonly number[]): number[] {
  const widths = mm.map((width) => Math.round(width * MM * TWIPS));
  const whole = Math.round(TABLE_WIDTH * MM * TWIPS);
  widths[widths.indexOf(Math.max(...widths))]! += whole - widths.reduce((sum, width) => sum + width, 0);
  return widths;
}
