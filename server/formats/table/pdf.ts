/** The table as a PDF: its pages drawn as the layout has them, in the faces of the machine. */
import type { Write } from '../format.ts';
import { DEFAULT_FONTS } from '../page/fonts.ts';
import { MM, PAGE_NUMBER } from '../page/geometry.ts';
import type { Role } from '../pdf/faces.ts';
import { baselineIn, Pages, refused } from '../pdf/pages.ts';
import { ABOVE_TABLE, type Above, PITCH, SIZES } from './setting.ts';
import { linesOf, PADDING, RULE, type SheetRow, type Sheets, sheetsOf, TURNED, textWidthIn } from './sheets.ts';
import { officialTable, type Table } from './table.ts';

export const writePdf: Write = async (notice, options) => {
  const table = officialTable(notice, options);
  const pages = await Pages.open({
    title: table.title,
    author: options.author,
    fonts: { ...DEFAULT_FONTS, ...options.fonts },
    faces: options.faces,
    texts: textsOf(table),
  });
  if (!(pages instanceof Pages)) return refused(pages.refused);
  const sheets = sheetsOf(table);
  for (let page = 0; page < sheets.pages.length; page++) drawPage(pages, table, sheets, page, page + 1);
  const { files, remarks } = await pages.exported();
  return { files, remarks: [...table.remarks, ...remarks] };
};

/** All that the table sets in each role. */
export function textsOf(table: Table, { annex = '' }: Above = {}): Map<Role, string> {
  const body = [table.totals ?? '', ...table.rows.flatMap(({ cells }) => cells)].join('').replaceAll('\n', '');
  return new Map([
    ['title', table.title.replaceAll('\n', '')],
    ['heading', annex + table.header.flatMap(({ words }) => words).join('')],
    ['body', body],
    ['number', '— 0123456789'],
  ]);
}

/** Draws one of the table's pages, from 0, with its number. */
export function drawPage(pages: Pages, table: Table, sheets: Sheets, page: number, number: number, above: Above = {}) {
  pages.page(TURNED.width, TURNED.height);
  if (page === 0) drawAbove(pages, table, sheets, above);
  const top = TURNED.top + (page === 0 ? sheets.above : 0);
  const bottom = drawBody(pages, sheets, sheets.pages[page]!, drawHeader(pages, table, sheets, top));
  const { left, right } = boxOf(sheets, 0, table.columns.length, top, bottom);
  pages.rule([left, top], [right, top], RULE);
  pages.rule([left, top], [left, bottom], RULE);
  drawNumber(pages, number);
}

function drawAbove(pages: Pages, table: Table, sheets: Sheets, { annex }: Above): void {
  const { left, right, width, top } = TURNED;
  let y = top;
  const set = (text: string, role: Role, size: number, pitch: number, align: 'left' | 'center') => {
    pages.line({
      pieces: [{ text, role }],
      size,
      x: left,
      y: baselineIn(y, pitch, size),
      width: width - left - right,
      align,
    });
    y += pitch;
  };
  if (annex) {
    set(annex, 'heading', SIZES.annex, PITCH.annex, 'left');
    y += PITCH.annex;
  }
  for (const text of sheets.title) set(text, 'title', SIZES.title, PITCH.title, 'center');
  y = top + sheets.above - PITCH.totals - ABOVE_TABLE;
  if (table.totals) set(table.totals, 'body', SIZES.totals, PITCH.totals, 'center');
}

/** @returns where the header ends */
function drawHeader(pages: Pages, table: Table, sheets: Sheets, top: number): number {
  const { header, headerHeights } = sheets.layout;
  const tops = offsets(headerHeights, top);
  table.header.forEach(({ row, rows, column, columns }, i) => {
    const box = boxOf(sheets, column, columns, tops[row]!, tops[row + rows]!);
    frame(pages, box);
    drawText(pages, box, header[i]!.split('\n'), 'heading', 'center');
  });
  return tops.at(-1)!;
}

/** @returns where the table ends on this page */
function drawBody(pages: Pages, sheets: Sheets, rows: readonly SheetRow[], top: number): number {
  const tops = offsets(
    rows.map(({ height }) => height),
    top,
  );
  rows.forEach(({ cells }, at) => {
    for (const cell of cells) {
      const box = boxOf(sheets, cell.column, cell.columns, tops[at]!, tops[at + cell.rows]!);
      frame(pages, box);
      const lines = linesOf(cell.text, textWidthIn(sheets.widths, cell), SIZES.cell);
      drawText(pages, box, lines, 'body', cell.align, cell.text);
    }
  });
  return tops.at(-1)!;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(sheets: Sheets, column: number, columns: number, top: number, bottom: number): Box {
  const lefts = offsets(sheets.widths, TURNED.left);
  return { left: lefts[column]!, right: lefts[column + columns]!, top, bottom };
}

/** The rules to its right and below; those of the other sides are its neighbours' and the table's. */
function frame(pages: Pages, { left, right, top, bottom }: Box): void {
  pages.rule([left, bottom], [right, bottom], RULE);
  pages.rule([right, top], [right, bottom], RULE);
}

function drawText(
  pages: Pages,
  { left, right, top, bottom }: Box,
  lines: readonly string[],
  role: Role,
  align: 'left' | 'center' | 'both',
  text = '',
): void {
  // More lines than were reckoned stand closer.
  const pitch = Math.min(PITCH.cell, (bottom - top) / lines.length);
  const first = (top + bottom - lines.length * pitch) / 2;
  let read = 0;
  lines.forEach((line, i) => {
    read += line.length;
    const ends = i === lines.length - 1 || text[read] === '\n';
    if (text[read] === '\n') read++;
    pages.line({
      pieces: [{ text: line.trimEnd(), role }],
      size: SIZES.cell,
      x: left + PADDING.across,
      y: baselineIn(first + i * pitch, pitch, SIZES.cell),
      width: right - left - 2 * PADDING.across,
      align: align === 'both' && ends ? 'left' : align,
    });
  });
}

/**
 * Where upright pages have it (GB/T 9704-2012, 7.5, 7.6): 7 mm beside the type area's left edge, to be read when the page
 * is turned; a character in, odd ones below, even ones above.
 */
function drawNumber(pages: Pages, number: number): void {
  const { height, left, bottom, top } = TURNED;
  const { size, below, aside } = PAGE_NUMBER;
  const width = height - top - bottom - 2 * aside * size;
  pages.turned(left - below * MM, top + aside * size, 90, () => {
    const y = baselineIn(-size / 2, size, size);
    const pieces = [{ text: `— ${number} —`, role: 'number' }] as const;
    pages.line({ pieces, size, x: 0, y, width, align: number % 2 ? 'right' : 'left' });
  });
}

/** Where each of a row of lengths begins, and where the last ends. */
function offsets(lengths: readonly number[], start: number): number[] {
  const places = [start];
  for (const length of lengths) places.push(places.at(-1)! + length);
  return places;
}
