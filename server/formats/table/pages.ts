/**
 * Where the table breaks over pages. A merged cell that crosses a page shows its label on the first page only, so the
 * merges are split where a page starts and the label is written again, as published tables have it.
 *
 * Lengths are in points.
 */
import { fitWords, linesIn } from '../page/measure.ts';
import { cellAt, type Merge, type Table } from './table.ts';

/** What a format sets the table in. */
export interface Setting {
  /** The widths of the columns. */
  readonly widths: readonly number[];
  readonly fontSize: number;
  /** The pitch of the lines in a cell. */
  readonly pitch: number;
  /** What a cell's margins take of its column, and of its row. */
  readonly padding: { readonly across: number; readonly down: number };
  /** The height of the page's type area. */
  readonly page: number;
  /** What stands above the table on the first page. */
  readonly above: number;
}

export interface Layout {
  /** The header's texts, one for each of its cells, broken to fit. */
  readonly header: readonly string[];
  readonly headerHeights: readonly number[];
  /** The height of each row: what its text needs, and its share of what the page has left. */
  readonly heights: readonly number[];
  /** The rows that start a page, the first excepted. */
  readonly breaks: readonly number[];
  /** The table's merges, split where a page starts. */
  readonly merges: readonly Merge[];
  /** What the header leaves of a page. */
  readonly room: number;
}

/**
 * Kept free on each page, so that an estimate that is a line short doesn't push a row over: the pages after it would all
 * start elsewhere. No row is as low, so that none slips into what is kept free.
 */
const SLACK = 18;
const LOWEST_ROW = 24;
/** More air than this in a row looks like a mistake. */
const MOST_AIR = 24;

export function layOut(table: Table, setting: Setting): Layout {
  const { header, headerHeights } = layOutHeader(table, setting);
  const plain = plainHeights(table, setting);
  const room = setting.page - sum(headerHeights) - SLACK;
  const breaks = breaksOf(plain, room, table, setting);
  const merges = splitMerges(table.merges, breaks);
  const heights = withLabels(plain, merges, table, setting);
  return { header, headerHeights, heights: aired(heights, breaks, room, setting.above), breaks, merges, room };
}

/** Splits merges at rows that start a page. What is left of one row is no merge any more. */
export function splitMerges(merges: readonly Merge[], breaks: readonly number[]): Merge[] {
  const split: Merge[] = [];
  for (const { column, from, to } of merges) {
    let start = from;
    for (let at = firstAfter(breaks, from); start <= to; at++) {
      const next = Math.min(breaks[at] ?? to + 1, to + 1);
      if (next - 1 > start) split.push({ column, from: start, to: next - 1 });
      start = next;
    }
  }
  return split;
}

/** The index of the first of ascending numbers that is greater. */
function firstAfter(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

function layOutHeader(table: Table, setting: Setting): { header: string[]; headerHeights: number[] } {
  const headerHeights = new Array<number>(table.headerRows).fill(setting.pitch * 1.5 + setting.padding.down);
  const header = table.header.map(({ words, row, rows, column, columns }) => {
    const width = textWidth(setting, column, columns);
    const text = fitWords(words, width);
    const last = row + rows - 1;
    const above = rows > 1 ? headerHeights[0]! : 0;
    headerHeights[last] = Math.max(headerHeights[last]!, cellHeight(text, width, setting) - above);
    return text;
  });
  return { header, headerHeights };
}

/** The heights of the rows by the cells that stand in one row alone. */
function plainHeights(table: Table, setting: Setting): number[] {
  const merged = new MergedCells(table.merges, table.rows.length);
  const widths = table.columns.map((_, column) => textWidth(setting, column, 1));
  return table.rows.map((row, at) => {
    let height = LOWEST_ROW;
    for (let column = 0; column < table.columns.length; column++) {
      if (merged.has(at, column)) continue;
      const { text, columns } = cellAt(row, column);
      if (!columns) continue;
      const width = columns === 1 ? widths[column]! : textWidth(setting, column, columns);
      height = Math.max(height, cellHeight(text, width, setting));
    }
    return height;
  });
}

/** The heights with what the labels of merged cells need: the last row of a block grows. */
function withLabels(plain: readonly number[], merges: readonly Merge[], table: Table, setting: Setting): number[] {
  const heights = [...plain];
  const grow = (row: number, has: number, needs: number) => {
    if (needs > has) heights[row]! += needs - has;
  };
  for (const { column, from, to } of merges) {
    const label = table.rows[from]!.cells[column]!;
    grow(to, sum(heights.slice(from, to + 1)), cellHeight(label, textWidth(setting, column, 1), setting));
  }
  // A row that a split left alone in its merge shows the label too.
  const still = new MergedCells(merges, table.rows.length);
  for (const { column, from, to } of table.merges) {
    for (let row = from; row <= to; row++) {
      if (still.has(row, column)) continue;
      grow(row, heights[row]!, cellHeight(table.rows[row]!.cells[column]!, textWidth(setting, column, 1), setting));
    }
  }
  return heights;
}

/**
 * Fills page after page. A page holds what it would hold if it ended there: the labels of blocks that go on are written on
 * this page too, and the last of their rows here grows with them. A row more never makes that less, so the first row that
 * doesn't fit starts a page. A row taller than a page runs over as many as it needs.
 */
function breaksOf(plain: readonly number[], room: number, table: Table, setting: Setting): number[] {
  const breaks: number[] = [];
  const blocks = blocksByRow(table, setting);
  // Up to each row, from the top of its page.
  const ends = new Array<number>(plain.length);
  const heightTo = (row: number) => (row < start ? top : ends[row]!);
  let start = 0;
  let top = setting.above;
  /** How far down a page reaches that ends with this row, and how far it does where blocks go on. */
  const reach = (row: number): { here: number; on: number } => {
    const before = heightTo(row - 1);
    let [here, on] = [before + plain[row]!, before + plain[row]!];
    for (const { from, to, label } of blocks[row] ?? []) {
      const first = heightTo(Math.max(from, start) - 1);
      here = Math.max(here, first + label);
      if (to === row) on = Math.max(on, first + label);
    }
    return { here, on };
  };
  for (let row = 0; row < plain.length; row++) {
    let { here, on } = reach(row);
    if (here > room && plain[row]! > room) on = here % room;
    else if (here > room && (row > start || top > 0)) {
      if (row > 0) breaks.push(row);
      start = row;
      top = 0;
      ({ here, on } = reach(row));
    }
    ends[row] = on;
  }
  return breaks;
}

interface Block extends Merge {
  /** The height that its label needs. */
  readonly label: number;
}

function blocksByRow(table: Table, setting: Setting): (Block[] | undefined)[] {
  const blocks: (Block[] | undefined)[] = [];
  for (const { column, from, to } of table.merges) {
    const label = cellHeight(table.rows[from]!.cells[column]!, textWidth(setting, column, 1), setting);
    for (let row = from; row <= to; row++) {
      const here = (blocks[row] ??= []);
      here.push({ column, from, to, label });
    }
  }
  return blocks;
}

/**
 * Shares what a page has left among its rows, so that the table ends at the foot of the page and no program finds room
 * there for a row more than was reckoned.
 */
function aired(heights: readonly number[], breaks: readonly number[], room: number, above: number): number[] {
  const result = [...heights];
  let from = 0;
  for (const to of breaks) {
    const left = room - sum(heights.slice(from, to)) - (from === 0 ? above : 0);
    if (left > 0) for (let row = from; row < to; row++) result[row]! += Math.min(left / (to - from), MOST_AIR);
    from = to;
  }
  return result;
}

function cellHeight(text: string, width: number, setting: Setting): number {
  return linesIn(text, width) * setting.pitch + setting.padding.down;
}

/** The width, in em, that a text has in one column or several. */
function textWidth(setting: Setting, column: number, columns: number): number {
  return (sum(setting.widths.slice(column, column + columns)) - setting.padding.across) / setting.fontSize;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Which cells stand in one of the merges. */
class MergedCells {
  readonly #columns: (Uint8Array | undefined)[] = [];

  constructor(merges: readonly Merge[], rows: number) {
    for (const { column, from, to } of merges) {
      this.#columns[column] ??= new Uint8Array(rows);
      this.#columns[column].fill(1, from, to + 1);
    }
  }

  has(row: number, column: number): boolean {
    return this.#columns[column]?.[row] === 1;
  }
}
