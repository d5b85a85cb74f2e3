/** A sheet as rows of cells, merged cells filled, and what its cells say as text. */

type Library = typeof import('hucre/xlsx');
type Sheet = Awaited<ReturnType<Library['readXlsx']>>['sheets'][number];

export interface Value {
  readonly value: string | number | boolean | Date | null;
  /** The code by which a number is shown: 0%. */
  readonly format?: string;
}

export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  /** From the first row and column of the sheet. */
  readonly rows: readonly (readonly (Value | undefined)[])[];
  /** Notes on the cells of a row, by row from 0. */
  readonly comments: ReadonlyMap<number, readonly string[]>;
}

/** Merges further down than this are nothing that someone filled in. */
const LONGEST_MERGE = 1000;

export function gridOf(sheet: Sheet): Grid {
  const comments = new Map<number, string[]>();
  const formats = new Map<string, string>();
  for (const [place, { style, comment }] of sheet.cells ?? []) {
    if (style?.numFmt) formats.set(place, style.numFmt);
    const note = comment?.text?.trim();
    if (!note) continue;
    const row = Number(place.split(',')[0]);
    comments.set(row, [...(comments.get(row) ?? []), note]);
  }
  // Rows without cells may be missing.
  const rows = Array.from(sheet.rows, (row, at) =>
    Array.from(row ?? [], (value, column): Value | undefined => {
      if (value === null || value === undefined || value === '') return undefined;
      const format = formats.get(`${at},${column}`);
      return { value, ...(format && { format }) };
    }),
  );
  // What one cell says for several rows, each of them says.
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const value = rows[startRow]?.[startCol];
    if (!value || endRow - startRow > LONGEST_MERGE || endCol > startCol) continue;
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row++) rows[row]![startCol] ??= value;
  }
  return { name: sheet.name, hidden: Boolean(sheet.hidden || sheet.veryHidden), rows, comments };
}

export function textOf(cell: Value | undefined): string {
  const value = cell?.value;
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayOf(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (cell?.format?.includes('%')) return `${figure(value * 100)}%`;
  return figure(value);
}

/** Without what a sum in binary leaves behind: 0.30000000000000004. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(12)));
}

export function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
