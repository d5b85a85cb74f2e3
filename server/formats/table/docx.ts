/**
 * The table as a Word document: landscape A4, its header on every page, labels of merged cells written again where a
 * page starts. Looks stand in named styles (docx-styles.ts), so that a drafter changes all cells at once.
 *
 * As an annex it stands in a section of the notice's own document: tableStyles(), tableStories(), tableBody(table,
 * { annex }) and tableSection().
 */

import { oneFile, type Write } from '../format.ts';
import { type Story, writeWord } from '../ooxml/word.ts';
import { A4, pinned, section } from '../ooxml/word-page.ts';
import { cell, row, tablePieces } from '../ooxml/word-table.ts';
import { lines, POINT, pageNumber, paragraph, run, styleSheet, twips } from '../ooxml/word-text.ts';
import { DEFAULT_FONTS } from '../page/fonts.ts';
import { PAGE_NUMBER } from '../page/geometry.ts';
import { tableStyles } from './docx-styles.ts';
import type { Layout } from './pages.ts';
import {
  type Above,
  ALIGNS,
  type Align,
  CELL_MARGIN,
  layOutTable,
  PAGE,
  SIZES,
  TABLE_WIDTH,
  wholeTwips,
} from './setting.ts';
import { cellAt, officialTable, type Table } from './table.ts';
import { columnWidths } from './widths.ts';

const STYLES: Readonly<Record<Align, string>> = { left: 'TableList', center: 'TableShort', both: 'TableText' };

export const writeDocx: Write = async (notice, options) => {
  const table = officialTable(notice, options);
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const bytes = writeWord({
    title: table.title,
    author: options.author,
    styles: styleSheet({ font: fonts.body, size: SIZES.cell }, tableStyles(fonts)),
    stories: tableStories(),
    evenAndOdd: true,
    body: tableBody(table),
    section: tableSection(),
  });
  return oneFile(bytes, table.remarks);
};

/** The drawings' numbers, far from those of a document that the table is an annex of. */
const DRAWINGS = { odd: 9001, even: 9002 };
/** The box that a page number stands midway in, in mm. */
const BOX = 8;

/**
 * What stands in the margins of the table's section. The page number stays where it is on upright pages (GB/T 9704-2012,
 * 7.6): on the turned page at the left, below on odd pages and above on even ones, upright for who turns the page.
 */
export function tableStories(): Readonly<Record<string, Story>> {
  const number = run('— ') + pageNumber() + run(' —');
  const story = (id: number, style: string): Story => {
    const box = pinned(
      {
        id,
        name: '页码',
        x: twips(PAGE.left - PAGE_NUMBER.below - BOX / 2),
        y: twips(PAGE.top),
        width: twips(BOX),
        height: twips(PAGE.height - PAGE.top - PAGE.bottom),
        turned: true,
      },
      paragraph(style, number),
    );
    return { kind: 'footer', content: paragraph('TableEnd', box) };
  };
  return {
    tableFooterOdd: story(DRAWINGS.odd, 'TableNumberOdd'),
    tableFooterEven: story(DRAWINGS.even, 'TableNumberEven'),
  };
}

/**
 * The section that the table stands in.
 *
 * @param start the number of its first page, where it neither is the first nor counts on
 */
export function tableSection(start?: number): string {
  const { top, right, bottom, left } = PAGE;
  return section({
    width: A4.long,
    height: A4.short,
    margins: {
      top: twips(top),
      right: twips(right),
      bottom: twips(bottom),
      left: twips(left),
      header: twips(top / 2),
      footer: twips(bottom / 2),
    },
    footers: { usual: 'tableFooterOdd', even: 'tableFooterEven' },
    ...(start !== undefined && { start }),
  });
}

/** The table with the lines above it, for a section of its own. The styles are tableStyles(). */
export function* tableBody(table: Table, above: Above = {}): Iterable<string> {
  const widths = wholeTwips(columnWidths(table, TABLE_WIDTH));
  const layout = layOutTable(table, widths, above);
  if (above.annex) {
    yield paragraph('TableAnnex', run(above.annex));
    yield paragraph('TableAnnex', '');
  }
  yield paragraph('TableTitle', run(table.title));
  if (table.totals) yield paragraph('TableTotals', run(table.totals));
  yield* tablePieces(
    {
      widths,
      margins: { across: twips(CELL_MARGIN.across), down: twips(CELL_MARGIN.down) },
      rule: { size: 4 },
      align: 'center',
    },
    tableRows(table, layout, widths),
  );
  // A document can't end in a table, and a paragraph of full height may open a page of its own.
  yield paragraph('TableEnd', '');
}

function* tableRows(table: Table, layout: Layout, widths: readonly number[]): Iterable<string> {
  yield* headerRows(table, layout, widths);
  yield* bodyRows(table, layout, widths);
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
  const count = table.columns.length;
  for (const { column, from, to } of layout.merges) {
    for (let at = from; at <= to; at++) merged.set(at * count + column, at === from ? 'first' : 'below');
  }
  for (const [at, texts] of table.rows.entries()) {
    const cells = table.columns.map((_, column) => {
      const { text, shows, columns } = cellAt(texts, column);
      if (!columns) return '';
      const merge = merged.get(at * count + column);
      const style = STYLES[ALIGNS[table.columns[shows]!.id]];
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

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
