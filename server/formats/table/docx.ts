/**
 * The table as a Word document: landscape A4, its header on every page, labels of merged cells written again where a
 * page starts. Looks stand in named styles (docx-styles.ts), so that a drafter changes all cells at once.
 */

import { oneFile, type Write } from '../format.ts';
import { type Story, writeWord } from '../ooxml/word.ts';
import { A4, section } from '../ooxml/word-page.ts';
import { cell, row, table as wordTable } from '../ooxml/word-table.ts';
import { lines, POINT, pageNumber, paragraph, run, styleSheet, twips } from '../ooxml/word-text.ts';
import { DEFAULT_FONTS } from '../page/fonts.ts';
import { linesIn } from '../page/measure.ts';
import { ABOVE_TABLE, PITCH, SIZES, tableStyles } from './docx-styles.ts';
import { type Layout, layOut } from './pages.ts';
import { cellAt, officialTable, type Table } from './table.ts';
import type { ColumnId } from './templates.ts';
import { columnWidths } from './widths.ts';

const MM = 72 / 25.4;

/** A4 landscape; margins as GB/T 9704-2012 gives them to a turned page: the binding edge is at the top. */
export const PAGE = { width: 297, height: 210, top: 28, right: 37, bottom: 26, left: 35 };
export const TABLE_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const CELL_MARGIN = { across: 1, down: 0.5 };

/** Sentences are set to both edges, short cells centred; lists in narrow columns would come out full of holes. */
const STYLES: Readonly<Record<ColumnId, string>> = {
  n: 'TableShort',
  topic: 'TableList',
  work: 'TableList',
  task: 'TableText',
  deadline: 'TableShort',
  leaders: 'TableShort',
  lead: 'TableShort',
  units: 'TableList',
  support: 'TableList',
  remark: 'TableList',
  blank: 'TableList',
};

export const writeDocx: Write = async (notice, options) => {
  const table = officialTable(notice, options);
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const bytes = writeWord({
    title: table.title,
    author: options.author ?? notice.head.issuer?.text,
    styles: styleSheet({ font: fonts.body, size: SIZES.cell }, tableStyles(fonts)),
    stories: tableStories(),
    evenAndOdd: true,
    body: tableBody(table),
    section: tableSection(),
  });
  return oneFile(bytes);
};

/** What stands in the margins of the table's section. */
export function tableStories(): Readonly<Record<string, Story>> {
  const number = run('— ') + pageNumber() + run(' —');
  return {
    tableFooterOdd: { kind: 'footer', content: paragraph('PageNumberOdd', number) },
    tableFooterEven: { kind: 'footer', content: paragraph('PageNumberEven', number) },
  };
}

/** The section that the table stands in. */
export function tableSection(): string {
  const { top, right, bottom, left } = PAGE;
  return section({
    width: A4.long,
    height: A4.short,
    margins: {
      top: twips(top),
      right: twips(right),
      bottom: twips(bottom),
      left: twips(left),
      header: twips(15),
      // The number stands 7 mm below the type area (GB/T 9704-2012, 7.5).
      footer: twips(bottom - 7 - 6),
    },
    footers: { usual: 'tableFooterOdd', even: 'tableFooterEven' },
  });
}

/** The table with the lines above it, for a section of its own. The styles are tableStyles(). */
export function* tableBody(table: Table): Iterable<string> {
  const widths = wholeTwips(columnWidths(table, TABLE_WIDTH));
  const layout = layOutTable(table, widths);
  yield paragraph('TableTitle', run(table.title));
  if (table.totals) yield paragraph('TableTotals', run(table.totals));
  yield wordTable(
    {
      widths,
      margins: { across: twips(CELL_MARGIN.across), down: twips(CELL_MARGIN.down) },
      rule: { size: 4 },
      align: 'center',
    },
    [...headerRows(table, layout, widths), ...bodyRows(table, layout, widths)],
  );
  // A document can't end in a table, and a paragraph of full height may open a page of its own.
  yield paragraph('TableEnd', '');
}

export function layOutTable(table: Table, widths: readonly number[]): Layout {
  const titleLines = linesIn(table.title, (TABLE_WIDTH * MM) / SIZES.title);
  return layOut(table, {
    widths: widths.map((width) => width / POINT),
    fontSize: SIZES.cell,
    pitch: PITCH.cell,
    padding: { across: (2 * CELL_MARGIN.across + 0.3) * MM, down: 2 * CELL_MARGIN.down * MM + 0.5 },
    page: (PAGE.height - PAGE.top - PAGE.bottom) * MM,
    above: titleLines * PITCH.title + ABOVE_TABLE + (table.totals ? PITCH.totals + ABOVE_TABLE : 0),
  });
}

function headerRows(table: Table, layout: Layout, widths: readonly number[]): string[] {
  return layout.headerHeights.map((height, at) => {
    const cells = table.header.map((head, i) => {
      const starts = head.row === at;
      if (!starts && !(at > head.row && at < head.row + head.rows)) return '';
      const { column, columns } = head;
      const merge = head.rows > 1 ? (starts ? 'first' : 'below') : undefined;
      return cell(
        { width: total(widths.slice(column, column + columns)), columns, merge },
        lines('TableHead', starts ? layout.header[i]! : ''),
      );
    });
    return row({ height: Math.round(height * POINT), header: true, whole: true }, cells);
  });
}

function* bodyRows(table: Table, layout: Layout, widths: readonly number[]): Iterable<string> {
  const merged = new Map<number, 'first' | 'below'>();
  const width = table.columns.length;
  for (const { column, from, to } of layout.merges) {
    for (let at = from; at <= to; at++) merged.set(at * width + column, at === from ? 'first' : 'below');
  }
  for (const [at, { spans, cells: texts }] of table.rows.entries()) {
    const cells = table.columns.map((_, column) => {
      const { text, shows, columns } = cellAt({ spans, cells: texts }, column);
      if (!columns) return '';
      const merge = merged.get(at * width + column);
      const style = STYLES[table.columns[shows]!.id];
      return cell(
        { width: total(widths.slice(column, column + columns)), columns, merge },
        lines(style, merge === 'below' ? '' : text),
      );
    });
    const height = layout.heights[at]!;
    // A row taller than a page must break; the rest stay whole.
    const whole = height <= layout.room;
    yield row({ height: Math.round((whole ? height : layout.room) * POINT), whole }, cells);
  }
}

/** Widths in whole twips whose sum is the table's: what rounding leaves goes to the widest. */
export function wholeTwips(mm: readonly number[]): number[] {
  const widths = mm.map(twips);
  widths[widths.indexOf(Math.max(...widths))]! += twips(TABLE_WIDTH) - total(widths);
  return widths;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
