/**
 * What the official table's Word document should hold and how it should stand on its pages, said by the table and the
 * layout that every type of file is written from. The checks ask programs that had no part in writing it.
 */
import { exportNotice } from '../../../server/formats/index.ts';
import { writeWord } from '../../../server/formats/ooxml/word.ts';
import { styleSheet } from '../../../server/formats/ooxml/word-text.ts';
import { DEFAULT_FONTS } from '../../../server/formats/page/fonts.ts';
import { tableBody, tableSection, tableStories } from '../../../server/formats/table/docx.ts';
import { tableStyles } from '../../../server/formats/table/docx-styles.ts';
import {
  heightAbove,
  layOutTable,
  PAGE,
  SIZES,
  TABLE_WIDTH,
  wholeTwips,
} from '../../../server/formats/table/setting.ts';
import { cellAt, officialTable, type Table } from '../../../server/formats/table/table.ts';
import type { TemplateId } from '../../../server/formats/table/templates.ts';
import { columnWidths } from '../../../server/formats/table/widths.ts';
import { readNotice } from '../../../server/model/read.ts';

export interface Expected {
  readonly title: string;
  readonly author: string | null;
  /** The number of the first page. */
  readonly first: number;
  /** The texts above the table. */
  readonly above: readonly string[];
  /** Where the header ends on the first page and on the others, in points from the page's upper edge. */
  readonly headerEnds: readonly [number, number];
  readonly pages: readonly PageExpected[];
  readonly header: string;
  /** The columns' right edges, in mm from the page's left edge. */
  readonly edges: readonly number[];
  /** The table as a grid: a merged cell's text in each of its places. */
  readonly grid: readonly (readonly string[])[];
  /** For each place of the grid, the row and the column that its cell begins at. */
  readonly origins: readonly (readonly string[])[];
  readonly headerRows: number;
  /** In mm. */
  readonly page: typeof PAGE;
  readonly sizes: typeof SIZES;
}

/** A page's columns, those together that a cell of this page reaches over, and all the text in them. */
export interface PageExpected {
  readonly zones: readonly { readonly from: number; readonly to: number; readonly text: string }[];
}

/** As an annex, the table has 附件2 above it and its pages count on: from an odd number, for LibreOffice begins on a right page. */
const ANNEX = { annex: '附件2' };
const FIRST = 5;

/** undefined where a row is taller than a page: programs break it each in their own way. */
export async function make(
  text: string,
  form: TemplateId | 'annex',
): Promise<{ bytes: Uint8Array; expected: Expected } | undefined> {
  const notice = readNotice(text);
  const annex = form === 'annex';
  const above = annex ? ANNEX : {};
  const options = annex ? {} : { form: { template: form } };
  const table = officialTable(notice, options);
  const widths = wholeTwips(columnWidths(table, TABLE_WIDTH));
  const layout = layOutTable(table, widths, above);
  if (!table.rows.length || layout.heights.some((height) => height > layout.room)) return undefined;
  const author = notice.head.issuer?.text;
  const bytes = annex
    ? annexOf(table, author)
    : ((await exportNotice(notice, 'table', 'docx', options)).files[0]!.content as Uint8Array);
  const headerHeight = layout.headerHeights.reduce((sum, height) => sum + height, 0);
  const top = (PAGE.top * 72) / 25.4;
  const starts = [0, ...layout.breaks, table.rows.length];
  const merges = [
    ...table.header.flatMap(({ row, rows, column }) => (rows > 1 ? [{ column, from: row, to: row + rows - 1 }] : [])),
    ...layout.merges.map(({ column, from, to }) => ({
      column,
      from: from + table.headerRows,
      to: to + table.headerRows,
    })),
  ];
  const { grid, origins } = gridOf(table, layout.header, merges);
  let edge = PAGE.left;
  return {
    bytes,
    expected: {
      title: table.title,
      author: author ?? null,
      first: annex ? FIRST : 1,
      above: [...(annex ? [ANNEX.annex] : []), table.title, ...(table.totals ? [table.totals] : [])],
      headerEnds: [top + heightAbove(table, above) + headerHeight, top + headerHeight],
      pages: starts.slice(0, -1).map((from, page) => pageOf(table, layout.merges, from, starts[page + 1]!)),
      header: table.header.map(({ words }) => words.join('')).join(''),
      edges: [edge, ...widths.map((width) => (edge += (width / 1440) * 25.4))],
      grid,
      origins,
      headerRows: table.headerRows,
      page: PAGE,
      sizes: SIZES,
    },
  };
}

function annexOf(table: Table, author: string | undefined): Uint8Array {
  return writeWord({
    title: table.title,
    author,
    styles: styleSheet({}, tableStyles(DEFAULT_FONTS)),
    stories: tableStories(),
    evenAndOdd: true,
    body: tableBody(table, ANNEX),
    section: tableSection(FIRST),
  });
}

type Merges = readonly { readonly column: number; readonly from: number; readonly to: number }[];

function pageOf(table: Table, merges: Merges, from: number, to: number): PageExpected {
  const joined = new Set<number>();
  const texts = table.columns.map(() => '');
  for (let at = from; at < to; at++) {
    table.columns.forEach((_, column) => {
      const { text, columns } = cellAt(table.rows[at]!, column);
      for (let more = 1; more < columns; more++) joined.add(column + more);
      const merge = merges.find((one) => one.column === column && one.from <= at && one.to >= at);
      if (columns && (!merge || merge.from === at)) texts[column] += text;
    });
  }
  const zones: { from: number; to: number; text: string }[] = [];
  texts.forEach((text, column) => {
    const last = zones.at(-1);
    if (last && joined.has(column)) Object.assign(last, { to: column, text: last.text + text });
    else zones.push({ from: column, to: column, text });
  });
  return { zones };
}

function gridOf(table: Table, header: readonly string[], merges: Merges) {
  const rows = table.headerRows + table.rows.length;
  const grid = Array.from({ length: rows }, () => table.columns.map(() => ''));
  const origins = grid.map((row) => row.map(() => ''));
  const put = (row: number, column: number, height: number, width: number, text: string) => {
    for (let r = row; r < row + height; r++) {
      for (let c = column; c < column + width; c++) {
        grid[r]![c] = text;
        origins[r]![c] = `${row} ${column}`;
      }
    }
  };
  for (const [i, { row, rows: height, column, columns }] of table.header.entries())
    put(row, column, height, columns, header[i]!);
  table.rows.forEach((row, at) => {
    const r = at + table.headerRows;
    table.columns.forEach((_, column) => {
      const { text, columns } = cellAt(row, column);
      const merge = merges.find((one) => one.column === column && one.from <= r && one.to >= r);
      if (merge?.from === r) put(r, column, merge.to - r + 1, 1, text);
      else if (!merge && columns) put(r, column, 1, columns, text);
    });
  });
  return { grid, origins };
}
