/** The grid of a table of Word, of either kind of file: cells that go on to the right and downwards. */
import type { DraftTable } from './draft.ts';

/** Word has no more columns. */
export const MOST_COLUMNS = 63;

/** A merged cell begins here, or what began above or to the left goes on. */
export type Merge = 'restart' | 'continue' | undefined;

export interface WordCell {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly down: Merge;
  readonly across: Merge;
}

/** A cell while its rows are being counted. */
interface Growing {
  readonly text: string;
  rows: number;
  columns: number;
}

interface Placed {
  readonly column: number;
  readonly cell: Growing;
}

/** @param covered told of each text that a merged cell covers */
export function gridOf(
  rows: readonly (readonly WordCell[])[],
  covered: (text: string, row: number) => void,
): Pick<DraftTable, 'rows' | 'columns'> {
  const placed: Placed[][] = [];
  /** Cells that may go on in the next row, by column. */
  let above = new Map<number, Growing>();
  rows.forEach((row, at) => {
    const cells: Placed[] = [];
    const open = new Map<number, Growing>();
    let last: Growing | undefined;
    for (const { column, columns, text, down, across } of row) {
      const goesOn = down === 'continue' ? above.get(column) : undefined;
      if (across === 'continue' && last) {
        last.columns += columns;
        if (text.trim()) covered(text, at);
      } else if (goesOn) {
        goesOn.rows++;
        open.set(column, goesOn);
        last = undefined;
        if (text.trim()) covered(text, at);
      } else {
        last = { text, rows: 1, columns };
        cells.push({ column, cell: last });
        if (down) open.set(column, last);
      }
    }
    placed.push(cells);
    above = open;
  });
  return withoutEmptyColumns(placed);
}

/** Word's grid has a column for each edge, however near two of them are; those in which no cell begins are none. */
function withoutEmptyColumns(rows: readonly Placed[][]): Pick<DraftTable, 'rows' | 'columns'> {
  const begins = new Array<boolean>(MOST_COLUMNS).fill(false);
  for (const row of rows) for (const { column } of row) begins[column] = true;
  /** How many columns begin before each edge. */
  const before = [0];
  for (const begin of begins) before.push(before.at(-1)! + (begin ? 1 : 0));
  return {
    columns: before.at(-1)!,
    rows: rows.map((row) =>
      row.map(({ column, cell: { text, rows, columns } }) => ({
        column: before[column]!,
        cell: { text, rows, columns: Math.max(1, before[Math.min(column + columns, MOST_COLUMNS)]! - before[column]!) },
      })),
    ),
  };
}
