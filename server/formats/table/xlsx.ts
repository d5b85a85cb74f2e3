/**
 * The table as an Excel workbook: one sheet, landscape A4, printed at its own size with the header on every page.
 */

import { oneFile, type Write } from '../format.ts';
import { type Area, type Cell, type Row, type StyleId, Styles, writeWorkbook } from '../ooxml/sheet.ts';
import { DEFAULT_FONTS, type FontSet } from '../page/fonts.ts';
import { linesIn } from '../page/measure.ts';
import { type Layout, layOut } from './pages.ts';
import { cellAt, officialTable, type Table } from './table.ts';
import type { ColumnId } from './templates.ts';
import { columnWidths } from './widths.ts';

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

const LEFT: ReadonlySet<ColumnId> = new Set(['topic', 'work', 'task', 'support', 'units', 'remark', 'blank']);

export const writeXlsx: Write = async (notice, options) => {
  const { author } = options;
  const table = officialTable(notice, options);
  return oneFile(writeTable(table, { ...DEFAULT_FONTS, ...options.fonts }, author), table.remarks);
};

/** Where the table stands on its pages, and so in the sheet. Positions count from 0. */
export interface TablePages {
  /** In mm. */
  readonly widths: readonly number[];
  readonly heightOfTitle: number;
  readonly layout: Layout;
  /** The sheet's row at which the table's own rows begin, behind title and header. */
  readonly first: number;
  /** At which row of the sheet each row of the table starts, and the one after the last. */
  readonly starts: readonly number[];
}

export function pagesOf(table: Table): TablePages {
  const widths = columnWidths(table, TABLE_WIDTH);
  const heightOfTitle = linesIn(table.title, (TABLE_WIDTH * POINTS_PER_MM) / SIZES.title) * PITCH.title + 8;
  const layout = layOut(table, {
    widths: widths.map((width) => width * POINTS_PER_MM),
    fontSize: SIZES.cell,
    pitch: PITCH.cell,
    padding: { across: 2 * POINTS_PER_MM, down: 4 },
    page: (210 - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM,
    above: heightOfTitle + (table.totals ? PITCH.totals + 4 : 0),
  });
  const first = (table.totals ? 2 : 1) + table.headerRows;
  const starts = [first];
  for (const height of layout.heights) starts.push(starts.at(-1)! + Math.ceil(height / TALLEST_ROW));
  return { widths, heightOfTitle, layout, first, starts };
}

export function writeTable(table: Table, fonts: FontSet = DEFAULT_FONTS, author?: string): Uint8Array {
  const pages = pagesOf(table);
  const { widths, first, starts } = pages;
  const styles = new Styles();
  const sheet = new TableSheet(table, pages, fonts, styles);
  const number = `&"${fonts.number},Regular"&${SIZES.number}`;
  return writeWorkbook({
    title: table.title,
    author,
    styles,
    sheets: [
      {
        name: '任务分解表',
        columns: widths.map((width) => ({ width })),
        rows: sheet.rows(),
        merges: sheet.merges(),
        freeze: { rows: first },
        printTitles: { from: first - table.headerRows, to: first - 1 },
        printArea: { top: 0, left: 0, bottom: starts.at(-1)! - 1, right: table.columns.length - 1 },
        pageStarts: pages.layout.breaks.map((row) => starts[row]!),
        // The number stands outside, a character within the table's edge: right on odd pages, left on even ones
        // (GB/T 9704-2012, 7.5). The sheet's margins are narrower than that, hence the blanks.
        page: {
          landscape: true,
          margins: MARGINS,
          footer: `&R${number}— &P —${'\u3000'.repeat(5)}`,
          evenFooter: `&L${number}${'\u3000'.repeat(5)}— &P —`,
        },
      },
    ],
  });
}

/** Where a cell stands among those that are one cell with it, downwards. */
const FIRST = 1;
const BELOW = 2;

/** The table as rows of the sheet. */
class TableSheet {
  readonly #table: Table;
  readonly #pages: TablePages;
  /** By column, whose cells run down: FIRST or BELOW for each row. */
  readonly #runs: (Uint8Array | undefined)[] = [];
  readonly #styles: readonly StyleId[];
  readonly #head: StyleId;
  readonly #title: StyleId;
  readonly #totals: StyleId;

  constructor(table: Table, pages: TablePages, fonts: FontSet, styles: Styles) {
    this.#table = table;
    this.#pages = pages;
    for (const { column, from, to } of pages.layout.merges) {
      this.#runs[column] ??= new Uint8Array(table.rows.length);
      this.#runs[column][from] = FIRST;
      this.#runs[column].fill(BELOW, from + 1, to + 1);
    }
    this.#title = styles.of({ font: { name: fonts.title, size: SIZES.title }, align: 'center' });
    this.#totals = styles.of({ font: { name: fonts.body, size: SIZES.totals }, align: 'center' });
    const cell = (name: string, align: 'left' | 'center') =>
      styles.of({ font: { name, size: SIZES.cell }, border: true, align });
    this.#head = cell(fonts.heading, 'center');
    this.#styles = table.columns.map(({ id }) => cell(fonts.body, LEFT.has(id) ? 'left' : 'center'));
  }

  *rows(): Iterable<Row> {
    const { title, totals, columns } = this.#table;
    const line = (value: string, style: StyleId): Cell[] => columns.map((_, at) => (at ? { style } : { value, style }));
    yield { height: this.#pages.heightOfTitle, cells: line(title, this.#title) };
    if (totals) yield { height: PITCH.totals + 4, cells: line(totals, this.#totals) };
    yield* this.#header();
    for (const [at, height] of this.#pages.layout.heights.entries()) {
      const parts = Math.ceil(height / TALLEST_ROW);
      const cells = this.#cells(at);
      yield { height: height / parts, cells };
      const rest = { height: height / parts, cells: cells.map(({ style }) => ({ style: style! })) };
      for (let i = 1; i < parts; i++) yield rest;
    }
  }

  #header(): Row[] {
    const rows = this.#pages.layout.headerHeights.map((height) => ({
      height,
      cells: this.#table.columns.map((): Cell => ({ style: this.#head })),
    }));
    this.#table.header.forEach(({ row, column }, i) => {
      rows[row]!.cells[column] = { value: this.#pages.layout.header[i]!, style: this.#head };
    });
    return rows;
  }

  #cells(at: number): Cell[] {
    const row = this.#table.rows[at]!;
    const cells: Cell[] = [];
    let style = 0;
    for (let column = 0; column < this.#table.columns.length; column++) {
      const run = this.#runs[column]?.[at];
      if (run) {
        cells.push({ value: run === FIRST ? row.cells[column]! : '', style: this.#styles[column]! });
        continue;
      }
      const { text, shows, columns } = cellAt(row, column);
      // What another cell of the row reaches over looks like that one.
      if (columns) style = this.#styles[shows]!;
      const isNumber = columns > 0 && this.#table.columns[shows]!.id === 'n';
      cells.push({ value: isNumber ? Number(text) : columns ? text : '', style });
    }
    return cells;
  }

  merges(): Area[] {
    const { totals, header, headerRows, columns, rows } = this.#table;
    const { first, starts, layout } = this.#pages;
    const right = columns.length - 1;
    const areas: Area[] = [];
    const add = (top: number, left: number, bottom: number, to: number) => {
      if (bottom > top || to > left) areas.push({ top, left, bottom, right: to });
    };
    add(0, 0, 0, right);
    if (totals) add(1, 0, 1, right);
    const top = first - headerRows;
    for (const { row, rows: down, column, columns: across } of header)
      add(top + row, column, top + row + down - 1, column + across - 1);
    for (const { column, from, to } of layout.merges) add(starts[from]!, column, starts[to + 1]! - 1, column);
    rows.forEach((row, at) => {
      const bottom = starts[at + 1]! - 1;
      if (!row.spans.length && bottom === starts[at]) return;
      for (let column = 0; column <= right; column++) {
        const { columns: across } = cellAt(row, column);
        if (across && !this.#runs[column]?.[at]) add(starts[at]!, column, bottom, column + across - 1);
      }
    });
    return areas;
  }
}
