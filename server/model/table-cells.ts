/** Cells of a table from the lines that they are printed on. */
import { endsInUnit } from '../syntax/prose.ts';
import { readNames } from './names.ts';
import type { ColumnRole, Name, Role, TableCell, TableColumn, TableRow } from './notice.ts';

/** A line of a cell, without the blanks around it; its offset is relative to the table. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** A cell as it stands in the text, before it is known which column it belongs to. */
export interface RawCell {
  /** Lines that say something. */
  readonly lines: readonly Line[];
  /** Where the cell stands. */
  readonly start: number;
  readonly end: number;
}

const EDGES = /^[\s\u3000\u00a0\ufeff]+|[\s\u3000\u00a0\ufeff]+$/g;

export function trimmed(text: string): string {
  return text.replace(EDGES, '');
}

/** A piece of the table's text as a line without the blanks around it; none where it is blank. */
export function lineOf(text: string, start: number): Line[] {
  const content = trimmed(text);
  return content ? [{ text: content, start: start + text.indexOf(content[0]!) }] : [];
}

const PEOPLE: Partial<Record<ColumnRole, Role>> = { leader: 'leader', lead: 'lead', support: 'support', unit: 'unit' };
const NO_NAMES: readonly Name[] = [];

/** Reads a cell of a column; pieces that a page parted are one cell. */
export function cellOf(
  role: ColumnRole,
  pieces: readonly RawCell[],
  { placed, certain }: Pick<TableCell, 'placed' | 'certain'>,
): TableCell {
  const lines = pieces.flatMap((piece) => piece.lines);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) {
    const start = pieces[0]?.start ?? 0;
    const end = placed ? (pieces.at(-1)?.end ?? start) : start;
    return { text: '', range: { start, end }, names: NO_NAMES, merged: false, placed, certain };
  }
  const people = PEOPLE[role];
  const whole = joined(lines, role);
  return {
    text: whole.map(({ text }) => text).join('\n'),
    range: { start: first.start, end: last.start + last.text.length },
    names: people ? whole.flatMap(({ text, offset }) => readNames(text, people, offset).names) : NO_NAMES,
    merged: false,
    placed,
    certain,
  };
}

interface Whole {
  readonly text: string;
  readonly offset: (at: number) => number;
}

/** Lines that go on with the one before run together: all of a text, and a name that a line break cut. */
function joined(lines: readonly Line[], role: ColumnRole): Whole[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before && goesOn(before.text, line.text, role)) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    if (group.length === 1) {
      const { text, start } = group[0]!;
      return { text, offset: (at: number) => start + at };
    }
    const offsets = group.flatMap(({ text, start }) =>
      Array.from({ length: text.length }, (_, index) => start + index),
    );
    const text = group.map((line) => line.text).join('');
    const end = group.at(-1)!.start + group.at(-1)!.text.length;
    return { text, offset: (at: number) => offsets[at] ?? end };
  });
}

function goesOn(before: string, line: string, role: ColumnRole): boolean {
  if (role === 'lead' || role === 'support' || role === 'unit')
    return /^[、，,；;（(]/.test(line) || (!/[、，,；;]$/.test(before) && !endsInUnit(before));
  return role !== 'leader' && role !== 'remark' && role !== 'other';
}

/** Fills cells that reach down from a row above. */
export class Filling {
  readonly #columns: readonly TableColumn[];
  readonly #above: (TableCell | undefined)[];

  constructor(columns: readonly TableColumn[]) {
    this.#columns = columns;
    this.#above = columns.map(() => undefined);
  }

  /**
   * @param missing whether nothing at all stands in the text for a cell: then it is merged whichever column it is of
   */
  row(cells: readonly TableCell[], certain: boolean, missing: (column: number) => boolean): TableRow {
    const filled = cells.map((cell, column) => {
      const { role } = this.#columns[column]!;
      const above = this.#above[column];
      // A merged cell ends where one of a column to its left starts anew.
      const hangs = !cell.text && (role === 'section' || role === 'content' || missing(column));
      if (hangs && above && role !== 'serial' && role !== 'task') {
        const { start } = cell.range;
        return { ...above, range: cell.text ? cell.range : { start, end: start }, merged: true, placed: false };
      }
      this.#above[column] = cell.text ? cell : undefined;
      if (cell.text && role === 'section') this.#startAnew('content');
      return cell;
    });
    const printed = filled.filter((cell) => cell.text && !cell.merged);
    const start = Math.min(...printed.map(({ range }) => range.start));
    const end = Math.max(...printed.map(({ range }) => range.end));
    return { cells: filled, range: printed.length ? { start, end } : filled[0]!.range, certain };
  }

  #startAnew(role: ColumnRole): void {
    this.#columns.forEach((column, index) => {
      if (column.role === role) this.#above[index] = undefined;
    });
  }
}
