/** A sheet as a table: blank rows and columns left out, title and notes taken from above and below it. */
import type { Block, DraftCell, DraftTable, Place } from './draft.ts';

/** A sheet as it shows: texts by row and column, and the areas that are merged. Positions count from 0. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Area[];
  /** The rows that the sheet itself takes for its header: repeated on each page, or frozen. */
  readonly header?: { readonly from: number; readonly to: number } | undefined;
  /** Where its rows are: 工作表“任务表”第3行. */
  place(row?: number): Place;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** More cells than any table of an office has. */
export const MOST_CELLS = 2_000_000;

/** A table with what stands above and below it; undefined where it has more cells than `MOST_CELLS`. */
export function blocksOfGrid(grid: Grid): readonly Block[] | undefined {
  const rows = usedRows(grid);
  const columns = usedColumns(grid, rows);
  if (rows.length * columns.length > MOST_CELLS) return undefined;
  const owners = ownersOf(grid, rows, columns);
  const [first, last] = bodyOf(grid, rows, columns, owners);
  const blocks: Block[] = rows.slice(0, first).map((row) => paragraphOf(grid, row));
  if (first < last) blocks.push(tableOf(grid, rows, columns, owners, first, last));
  return [...blocks, ...rows.slice(last).map((row) => paragraphOf(grid, row))];
}

function usedRows({ rows }: Grid): number[] {
  return rows.flatMap((row, at) => (row.some((text) => text !== '') ? [at] : []));
}

function usedColumns({ rows }: Grid, used: readonly number[]): number[] {
  const columns = new Set<number>();
  for (const row of used)
    rows[row]!.forEach((text, column) => {
      if (text !== '') columns.add(column);
    });
  return [...columns].sort((a, b) => a - b);
}

/** By row and column in use: the merged area that covers it, with those edges of it that are in use. */
type Owners = ReadonlyMap<number, ReadonlyMap<number, Area>>;

function ownersOf({ merges }: Grid, rows: readonly number[], columns: readonly number[]): Owners {
  const owners = new Map<number, Map<number, Area>>();
  for (const merge of merges) {
    const area = {
      top: firstFrom(rows, merge.top),
      bottom: firstFrom(rows, merge.bottom + 1) - 1,
      left: firstFrom(columns, merge.left),
      right: firstFrom(columns, merge.right + 1) - 1,
    };
    if (area.top >= area.bottom && area.left >= area.right) continue;
    cover(owners, area);
  }
  return owners;
}

/** Areas never lie over each other; in a file where they do, the earlier one holds. */
function cover(owners: Map<number, Map<number, Area>>, area: Area): void {
  for (let row = area.top; row <= area.bottom; row++) {
    let inRow = owners.get(row);
    if (!inRow) {
      inRow = new Map();
      owners.set(row, inRow);
    }
    for (let column = area.left; column <= area.right; column++) {
      if (inRow.has(column)) return;
      inRow.set(column, area);
    }
  }
}

/** The index of the first of the sorted numbers that is not below `least`. */
function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From where to where the table goes: rows of one text above it are its title, below it notes. */
function bodyOf(
  grid: Grid,
  rows: readonly number[],
  columns: readonly number[],
  owners: Owners,
): readonly [number, number] {
  const single = (at: number): boolean => grid.rows[rows[at]!]!.filter((text) => text !== '').length === 1;
  let first = 0;
  while (first < rows.length && single(first) && rows[first] !== grid.header?.from) first++;
  const header = grid.header ? firstFrom(rows, grid.header.from) : 0;
  // Two texts above the header are a line as well: 填报单位：…　单位：万元
  if (header > first && header < rows.length && rows[header] === grid.header?.from) first = header;
  let last = rows.length;
  while (last > first && single(last - 1) && isNote(grid, rows[last - 1]!, last - 1, columns, owners)) last--;
  return [first, last];
}

/** A row of the table whose other cells are merged with those above, or that only has its number yet, is none. */
function isNote(grid: Grid, row: number, at: number, columns: readonly number[], owners: Owners): boolean {
  const merged = owners.get(at);
  if (merged && [...merged.values()].some(({ top, bottom }) => bottom > top)) return false;
  const text = grid.rows[row]![columns[0]!] ?? '';
  return /\p{L}/u.test(text);
}

function paragraphOf(grid: Grid, row: number): Block {
  const text = grid.rows[row]!.filter((text) => text !== '').join('　');
  return { kind: 'paragraph', text, whole: true, place: grid.place(row + 1) };
}

function tableOf(
  grid: Grid,
  rows: readonly number[],
  columns: readonly number[],
  owners: Owners,
  first: number,
  last: number,
): DraftTable {
  const cells: { readonly column: number; readonly cell: DraftCell }[][] = [];
  for (let at = first; at < last; at++) {
    const inRow: { readonly column: number; readonly cell: DraftCell }[] = [];
    for (let column = 0; column < columns.length; column++) {
      const area = owners.get(at)?.get(column);
      const top = area && Math.max(area.top, first);
      if (area && (at !== top || column !== area.left)) continue;
      inRow.push({
        column,
        cell: {
          text: grid.rows[rows[at]!]![columns[column]!] ?? '',
          rows: area ? Math.min(area.bottom, last - 1) - at + 1 : 1,
          columns: area ? area.right - column + 1 : 1,
        },
      });
    }
    cells.push(inRow);
  }
  const header = grid.header ? firstFrom(rows, grid.header.to + 1) - first : 0;
  return {
    kind: 'table',
    rows: cells,
    columns: columns.length,
    headerRows: header > 0 && header < cells.length ? header : 0,
    place: grid.place(),
  };
}
