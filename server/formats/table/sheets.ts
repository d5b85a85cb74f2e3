/**
 * The table page by page, for formats that draw their pages themselves: which rows stand on each, and which cells. Pages
 * break where the layout says. Lengths are in points.
 */
import { MM, TWIPS } from '../page/geometry.ts';
import { breakLines } from '../page/line-break.ts';
import type { Layout } from './pages.ts';
import {
  type Above,
  ALIGNS,
  type Align,
  CELL_MARGIN,
  heightAbove,
  layOutTable,
  PAGE,
  PITCH,
  SIZES,
  TABLE_WIDTH,
  wholeTwips,
} from './setting.ts';
import { cellAt, type Merge, type Table } from './table.ts';
import type { ColumnId } from './templates.ts';
import { columnWidths } from './widths.ts';

/** The turned page and its margins. */
export const TURNED = {
  width: PAGE.width * MM,
  height: PAGE.height * MM,
  top: PAGE.top * MM,
  right: PAGE.right * MM,
  bottom: PAGE.bottom * MM,
  left: PAGE.left * MM,
};
export const PADDING = { across: CELL_MARGIN.across * MM, down: CELL_MARGIN.down * MM };
/** The rules between the cells. */
export const RULE = 0.5;

export interface SheetCell {
  readonly column: number;
  readonly columns: number;
  /** How many rows of this page it takes. */
  readonly rows: number;
  readonly text: string;
  readonly align: Align;
  /** What is left of a cell that the page before it could not hold. */
  readonly goesOn: boolean;
}

export interface SheetRow {
  /** Of the table. */
  readonly row: number;
  readonly height: number;
  /** It goes on from the page before. */
  readonly goesOn: boolean;
  readonly cells: readonly SheetCell[];
}

export interface Sheets {
  readonly widths: readonly number[];
  readonly layout: Layout;
  /** The lines of the title. */
  readonly title: readonly string[];
  /** What stands above the table on the first page. */
  readonly above: number;
  readonly pages: readonly (readonly SheetRow[])[];
}

/** The columns that head others. */
const LABELS: ReadonlySet<ColumnId> = new Set(['topic', 'work']);

/** A row, or the part of one that is taller than a page. */
interface Piece {
  readonly row: number;
  readonly height: number;
  /** The lines that it shows; all where it is left out. */
  readonly lines?: { readonly from: number; readonly to: number };
}

export function sheetsOf(table: Table, lines: Above = {}): Sheets {
  const twips = wholeTwips(columnWidths(table, TABLE_WIDTH));
  const layout = layOutTable(table, twips, lines);
  const widths = twips.map((width) => width / TWIPS);
  const above = heightAbove(table, lines);
  const merged = new Map<number, Merge>();
  for (const merge of table.merges)
    for (let row = merge.from; row <= merge.to; row++) merged.set(row * table.columns.length + merge.column, merge);
  return {
    widths,
    layout,
    title: linesOf(table.title, TABLE_WIDTH * MM, SIZES.title),
    above,
    pages: piecesOf(table, layout, widths, above).map((pieces) => rowsOf(table, pieces, widths, merged)),
  };
}

/** The lines of a text in a width. A line that the text itself breaks has no mark of it. */
export function linesOf(text: string, width: number, size: number): string[] {
  return breakLines(text, { size, spacing: 0, first: width, rest: width }).map(({ start, end }) =>
    text.slice(start, end).replace(/\n$/, ''),
  );
}

/** The width that a text has in a cell. */
export function textWidthIn(widths: readonly number[], { column, columns }: Pick<SheetCell, 'column' | 'columns'>) {
  return widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) - 2 * PADDING.across - RULE;
}

function piecesOf(table: Table, layout: Layout, widths: readonly number[], above: number): Piece[][] {
  const pages: Piece[][] = [[]];
  const starts = new Set(layout.breaks);
  let used = above;
  const turn = () => {
    pages.push([]);
    used = 0;
  };
  table.rows.forEach((_, row) => {
    const height = layout.heights[row]!;
    const tall = height > layout.room;
    const full = !tall && used + height > layout.room + PITCH.cell && pages.at(-1)!.length > 0;
    if (starts.has(row) || full) turn();
    if (!tall) {
      pages.at(-1)!.push({ row, height });
      used += height;
      return;
    }
    const lines = mostLines(table, row, widths);
    for (let from = 0; from < lines; ) {
      const fits = Math.floor((layout.room - used - 2 * PADDING.down) / PITCH.cell);
      if (fits < 1) {
        turn();
        continue;
      }
      const to = Math.min(from + fits, lines);
      const taken = (to - from) * PITCH.cell + 2 * PADDING.down;
      pages.at(-1)!.push({ row, height: taken, lines: { from, to } });
      used += taken;
      from = to;
    }
  });
  return pages;
}

function mostLines(table: Table, row: number, widths: readonly number[]): number {
  return Math.max(
    1,
    ...table.columns.map((_, column) => {
      const { text, columns } = cellAt(table.rows[row]!, column);
      return columns ? linesOf(text, textWidthIn(widths, { column, columns }), SIZES.cell).length : 0;
    }),
  );
}

/** The rows of a page. A merged cell is written where it begins, and again where the page does. */
function rowsOf(
  table: Table,
  pieces: readonly Piece[],
  widths: readonly number[],
  merged: ReadonlyMap<number, Merge>,
): SheetRow[] {
  return pieces.map(({ row, height, lines }, at) => {
    const goesOn = lines !== undefined && lines.from > 0;
    const cells: SheetCell[] = [];
    for (let column = 0; column < table.columns.length; column++) {
      const { text, shows, columns } = cellAt(table.rows[row]!, column);
      if (!columns) continue;
      const merge = merged.get(row * table.columns.length + column);
      const isLabel = LABELS.has(table.columns[shows]!.id);
      if (merge && at > 0 && pieces[at - 1]!.row >= merge.from) continue;
      const rows = merge ? pieces.filter((piece) => piece.row >= merge.from && piece.row <= merge.to).length : 1;
      const part = merge || !lines ? text : partOf(text, lines, textWidthIn(widths, { column, columns }), isLabel);
      cells.push({
        column,
        columns,
        rows,
        text: part,
        align: ALIGNS[table.columns[shows]!.id],
        goesOn: goesOn && !merge,
      });
    }
    return { row, height, goesOn, cells };
  });
}

/** The lines of a cell that a page shows. A label is written again whole where it fits. */
function partOf(text: string, { from, to }: { from: number; to: number }, width: number, isLabel: boolean): string {
  const lines = breakLines(text, { size: SIZES.cell, spacing: 0, first: width, rest: width });
  if (isLabel && lines.length <= to - from) return text;
  const shown = lines.slice(from, to);
  return shown.length ? text.slice(shown[0]!.start, shown.at(-1)!.end).replace(/\n$/, '') : '';
}
