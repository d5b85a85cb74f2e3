/** A table as a grid: which cell stands at each place, also where it reaches over from another row or column. */
import type { DraftCell, DraftTable } from '../draft.ts';

export interface Spot {
  readonly cell: DraftCell;
  /** Where the cell begins. */
  readonly row: number;
  readonly column: number;
}

export type Grid = readonly (readonly (Spot | undefined)[])[];

export function gridOf(table: DraftTable): Grid {
  const grid: (Spot | undefined)[][] = table.rows.map(() => new Array(table.columns).fill(undefined));
  table.rows.forEach((cells, row) => {
    for (const { column, cell } of cells) {
      const spot = { cell, row, column };
      const lastRow = Math.min(table.rows.length, row + Math.max(1, cell.rows));
      const lastColumn = Math.min(table.columns, column + Math.max(1, cell.columns));
      for (let y = row; y < lastRow; y++) for (let x = column; x < lastColumn; x++) grid[y]![x] ??= spot;
    }
  });
  return grid;
}

/** The cells of a row that begin in it, in order. */
export function ownCells(row: readonly (Spot | undefined)[], at: number): Spot[] {
  return row.filter((spot, column): spot is Spot => spot !== undefined && spot.row === at && spot.column === column);
}

/** The text of a row that is nothing but one cell over all its columns, or one cell among empty ones. */
export function loneText(row: readonly (Spot | undefined)[], at: number): string | undefined {
  const said = new Set<Spot>();
  for (const spot of row) if (spot?.cell.text.trim()) said.add(spot);
  const [only] = said;
  if (said.size !== 1 || only!.row !== at) return undefined;
  const wide = only!.cell.columns * 2 > row.length;
  return wide || only!.column === 0 ? only!.cell.text.trim() : undefined;
}
