/**
 * The table as an Excel workbook: one sheet, landscape A4, printed at its own size with the header on every page.
 */

import { oneFile, type Write } from '../format.ts';
import { freezeArchive } from '../ooxml/archive.ts';
import { DEFAULT_FONTS, type FontSet } from '../page/fonts.ts';
import { linesIn } from '../page/measure.ts';
import { type Layout, layOut } from './pages.ts';
import { cellAt, officialTable, type Table } from './table.ts';
import type { ColumnId } from './templates.ts';
import { columnWidths } from './widths.ts';

type Library = typeof import('hucre/xlsx');
type Sheet = Parameters<Library['writeXlsx']>[0]['sheets'][number];
type Cells = NonNullable<Sheet['cells']>;
type Merges = NonNullable<Sheet['merges']>;
type Style = NonNullable<Parameters<Cells['set']>[1]['style']>;

const POINTS_PER_MM = 72 / 25.4;
const TABLE_WIDTH = 225;
/**
 * Top and bottom as the Word document has them. The sides are narrower and the table is centred, so that columns that
 * come out wider with another default face still stand on one page.
 */
const MARGINS = { top: 28, bottom: 26, left: 15, right: 15, header: 13, footer: 13 };
const SIZES = { title: 22, totals: 14, cell: 10.5, number: 14 };
const PITCH = { title: 36, totals: 24, cell: 15.5 };
/** A row can't be taller in Excel (409.5); one that needs more is several rows of the sheet, merged. */
const TALLEST_ROW = 400;
const LONGEST_TEXT = 32767;

/**
 * A column's width counts digits of the workbook's default face, and in 宋体 11 a digit is 8 pixels of 1/96 inch
 * (ECMA-376-1, 18.3.1.13).
 */
const DEFAULT_FACE = { name: '宋体', size: 11 };
const MM_PER_DIGIT = (8 / 96) * 25.4;

const LEFT: ReadonlySet<ColumnId> = new Set(['topic', 'work', 'task', 'support', 'units', 'remark', 'blank']);

export const writeXlsx: Write = async (notice, options) => {
  const library = await import('hucre/xlsx');
  const table = officialTable(notice, options);
  const bytes = await library.writeXlsx({
    sheets: [writeSheet(table, { ...DEFAULT_FONTS, ...options.fonts })],
    defaultFont: DEFAULT_FACE,
    // The library would write the time of the export.
    properties: { title: table.title, modified: new Date(0) },
  });
  return oneFile(freezeArchive(bytes));
};

function writeSheet(table: Table, fonts: FontSet): Sheet {
  const widths = columnWidths(table, TABLE_WIDTH);
  const titleRows = table.totals ? 2 : 1;
  const heightOfTitle = linesIn(table.title, (TABLE_WIDTH * POINTS_PER_MM) / SIZES.title) * PITCH.title + 8;
  const layout = layOut(table, {
    widths: widths.map((width) => width * POINTS_PER_MM),
    fontSize: SIZES.cell,
    pitch: PITCH.cell,
    padding: { across: 2 * POINTS_PER_MM, down: 4 },
    page: (210 - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM,
    above: heightOfTitle + (table.totals ? PITCH.totals + 4 : 0),
  });
  const sheet = new SheetWriter(table, layout, fonts);
  sheet.line(0, table.title, { name: fonts.title, size: SIZES.title }, heightOfTitle);
  if (table.totals) sheet.line(1, table.totals, { name: fonts.body, size: SIZES.totals }, PITCH.totals + 4);
  const last = sheet.table(titleRows);
  const headerRows = `$${titleRows + 1}:$${titleRows + table.headerRows}`;
  const number = `&"${fonts.number},Regular"&${SIZES.number}`;
  return {
    name: '任务分解表',
    columns: widths.map((width) => ({ width: Math.round((width / MM_PER_DIGIT) * 100) / 100 })),
    rows: [],
    cells: sheet.cells,
    merges: sheet.merges,
    rowDefs: new Map([...sheet.heights].map(([row, height]) => [row, { height }])),
    rowBreaks: sheet.breaks,
    freezePane: { rows: titleRows + table.headerRows },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      scale: 100,
      horizontalCentered: true,
      margins: inInches(MARGINS),
      printTitlesRow: headerRows,
      printArea: `$A$1:$${columnName(table.columns.length - 1)}$${last}`,
    },
    // The number stands outside, a character within the table's edge: right on odd pages, left on even ones
    // (GB/T 9704-2012, 7.5). The sheet's margins are narrower than that, hence the blanks.
    headerFooter: {
      differentOddEven: true,
      oddFooter: `&R${number}— &P —${'\u3000'.repeat(5)}`,
      evenFooter: `&L${number}${'\u3000'.repeat(5)}— &P —`,
    },
  };
}

/** Puts texts, merges and heights together, row by row of the sheet. Positions count from 0. */
class SheetWriter {
  readonly cells: Cells = new Map();
  readonly merges: Merges = [];
  readonly heights = new Map<number, number>();
  readonly breaks: number[] = [];
  readonly #table: Table;
  readonly #layout: Layout;
  readonly #fonts: FontSet;

  constructor(table: Table, layout: Layout, fonts: FontSet) {
    this.#table = table;
    this.#layout = layout;
    this.#fonts = fonts;
  }

  /** A line over the whole width, above the table. */
  line(row: number, text: string, font: { name: string; size: number }, height: number): void {
    const style: Style = { font, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };
    this.#area(row, 0, row, this.#table.columns.length - 1, text, style);
    this.heights.set(row, height);
  }

  /** @returns the number of the sheet's rows */
  table(first: number): number {
    const table = this.#table;
    const layout = this.#layout;
    const head = this.#style(this.#fonts.heading, 'center');
    layout.headerHeights.forEach((height, row) => {
      this.heights.set(first + row, height);
    });
    table.header.forEach(({ row, rows, column, columns }, i) => {
      this.#area(first + row, column, first + row + rows - 1, column + columns - 1, layout.header[i]!, head);
    });
    const starts = this.#rowStarts(first + table.headerRows);
    const merged = new Set<string>();
    for (const { column, from, to } of layout.merges) {
      for (let row = from; row <= to; row++) merged.add(`${row} ${column}`);
      const text = table.rows[from]!.cells[column]!;
      this.#area(starts[from]!, column, starts[to + 1]! - 1, column, text, this.#bodyStyle(column));
    }
    table.rows.forEach((row, at) => {
      table.columns.forEach(({ id }, column) => {
        const { text, shows, columns } = cellAt(row, column);
        if (!columns || merged.has(`${at} ${column}`)) return;
        const style = this.#bodyStyle(shows);
        const value = id === 'n' ? Number(text) : text;
        this.#area(starts[at]!, column, starts[at + 1]! - 1, column + columns - 1, value, style);
      });
    });
    for (const row of layout.breaks) this.breaks.push(starts[row]! - 1);
    return starts.at(-1)!;
  }

  /** The sheet's row at which each row of the table starts, and the one after the last. */
  #rowStarts(first: number): number[] {
    const starts = [first];
    for (const height of this.#layout.heights) {
      const start = starts.at(-1)!;
      const parts = Math.ceil(height / TALLEST_ROW);
      for (let i = 0; i < parts; i++) this.heights.set(start + i, height / parts);
      starts.push(start + parts);
    }
    return starts;
  }

  #bodyStyle(column: number): Style {
    return this.#style(this.#fonts.body, LEFT.has(this.#table.columns[column]!.id) ? 'left' : 'center');
  }

  #style(name: string, horizontal: 'left' | 'center'): Style {
    const line = { style: 'thin' } as const;
    return {
      font: { name, size: SIZES.cell },
      alignment: { horizontal, vertical: 'center', wrapText: true },
      border: { top: line, bottom: line, left: line, right: line },
    };
  }

  /** One cell, or several merged into one. Each has the style, or the border would end at the first. */
  #area(top: number, left: number, bottom: number, right: number, value: string | number, style: Style): void {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) this.cells.set(`${row},${column}`, { value: null, style });
    }
    const text = typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
    this.cells.set(`${top},${left}`, { value: text === '' ? null : text, style });
    if (bottom > top || right > left)
      this.merges.push({ startRow: top, startCol: left, endRow: bottom, endCol: right });
  }
}

function columnName(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

function inInches(millimetres: Readonly<Record<keyof typeof MARGINS, number>>): Record<keyof typeof MARGINS, number> {
  const inches = { ...millimetres };
  for (const side of Object.keys(inches) as (keyof typeof MARGINS)[])
    inches[side] = Math.round((inches[side] / 25.4) * 100) / 100;
  return inches;
}
