/**
 * What should stand where on the pages that are drawn by us, PDF and web page, of the table and of the notice: said by the
 * models and the layouts that every type of file is written from. Lengths are in points from the page's upper left.
 */
import { facesIn } from '../../../server/font-files.ts';
import type { ExportOptions } from '../../../server/formats/format.ts';
import { exportNotice } from '../../../server/formats/index.ts';
import { officialPage } from '../../../server/formats/notice/compose.ts';
import { layOutNotice } from '../../../server/formats/notice/layout.ts';
import { stripsOf } from '../../../server/formats/notice/strips.ts';
import { A4, MARGINS, MM, PAGE_NUMBER } from '../../../server/formats/page/geometry.ts';
import { type Sheets, sheetsOf, TURNED } from '../../../server/formats/table/sheets.ts';
import { officialTable, type Table } from '../../../server/formats/table/table.ts';
import type { Notice } from '../../../server/model/notice.ts';
import { readNotice } from '../../../server/model/read.ts';

/** A text on one line: where its middle is, where it begins, and where it ends if it is set to both edges. */
interface Placed {
  readonly text: string;
  readonly middle: number;
  readonly size: number;
  readonly left?: number;
  readonly right?: number;
  /** Of a text that is centred. */
  readonly centre?: number;
}

export interface PageExpected {
  readonly width: number;
  readonly height: number;
  /** All that is printed. */
  readonly text: string;
  readonly placed: readonly Placed[];
  /** The number of a turned page: between its upper and its lower end, one of which is given; `middle` is across. */
  readonly number?: {
    readonly text: string;
    readonly size: number;
    readonly middle: number;
    readonly top?: number;
    readonly bottom?: number;
  };
  /** The edges of the table. */
  readonly table?: { readonly left: number; readonly right: number; readonly top: number };
}

export interface Expected {
  readonly title: string;
  readonly author: string;
  readonly pages: readonly PageExpected[];
}

/** The machine's faces, each read once. */
const faces = (async () => {
  const found = await facesIn()();
  const once = found.faces.map((face) => {
    let bytes: Promise<Uint8Array> | undefined;
    return { ...face, read: () => (bytes ??= face.read()) };
  });
  return { ...found, faces: once };
})();

/** @returns undefined where the notice has no task */
export async function make(
  text: string,
  document: 'table' | 'notice',
  type: 'pdf' | 'html',
  options: ExportOptions,
): Promise<{ content: string | Uint8Array; expected: Expected } | undefined> {
  const notice = readNotice(text);
  if (!notice.tasks.length) return undefined;
  const { files } = await exportNotice(notice, document, type, { ...options, faces: () => faces });
  if (!files.length) throw new Error('no Chinese face is installed');
  const expected = document === 'table' ? tableExpected(notice, options) : noticeExpected(notice, options);
  return { content: files[0]!.content, expected };
}

function tableExpected(notice: Notice, options: ExportOptions): Expected {
  const table = officialTable(notice, options);
  const sheets = sheetsOf(table);
  return {
    title: table.title,
    author: notice.head.issuer?.text ?? '',
    pages: sheets.pages.map((_, page) => tablePage(table, sheets, page, page + 1)),
  };
}

function tablePage(table: Table, sheets: Sheets, page: number, number: number, annex = ''): PageExpected {
  const top = TURNED.top + (page === 0 ? sheets.above : 0);
  const header = sheets.layout.headerHeights.reduce((sum, height) => sum + height, 0);
  const placed: Placed[] = [];
  const texts = [sheets.layout.header.join('')];
  if (page === 0) texts.push(annex, table.title, table.totals ?? '');
  const rows = sheets.pages[page]!;
  const column = table.columns.findIndex(({ id }) => id === 'n');
  let y = top + header;
  for (const { height, cells } of rows) {
    for (const cell of cells) {
      texts.push(cell.text);
      const before = sheets.widths.slice(0, column).reduce((sum, width) => sum + width, 0);
      if (cell.column === column && cell.columns === 1 && cell.rows === 1 && cell.text)
        placed.push({
          text: cell.text,
          size: 10.5,
          middle: y + height / 2,
          centre: TURNED.left + before + sheets.widths[column]! / 2,
        });
    }
    y += height;
  }
  const { size, below, aside } = PAGE_NUMBER;
  const right = TURNED.left + sheets.widths.reduce((sum, width) => sum + width, 0);
  return {
    width: TURNED.width,
    height: TURNED.height,
    text: `${texts.join('')}—${number}—`,
    placed,
    number: {
      text: `— ${number} —`,
      size,
      middle: TURNED.left - below * MM,
      ...(number % 2 ? { bottom: TURNED.height - TURNED.bottom - aside * size } : { top: TURNED.top + aside * size }),
    },
    table: { left: TURNED.left, right, top },
  };
}

function noticeExpected(notice: Notice, options: ExportOptions): Expected {
  const document = officialPage(notice, options);
  const layout = layOutNotice(document, options);
  const left = MARGINS.left * MM;
  const pages = layout.pages.map(({ number, numbered, lines, table }): PageExpected => {
    if (table) return tablePage(table.block.table, table.sheets, table.page, number, table.block.annex);
    const placed: Placed[] = lines.flatMap((line) =>
      stripsOf(line).map(({ pieces, x, width, spread }) => ({
        text: pieces.map(({ text }) => text).join(''),
        size: line.size,
        middle: MARGINS.top * MM + line.top + line.height / 2,
        left: left + x,
        ...(spread && { right: left + x + width }),
      })),
    );
    const text = placed.map((one) => one.text).join('');
    if (numbered) placed.push(pageNumber(number));
    return {
      width: A4.width * MM,
      height: A4.height * MM,
      text: text + (numbered ? `—${number}—` : ''),
      placed: placed.filter((one) => one.text.trim()),
    };
  });
  return { title: document.title, author: document.author ?? '', pages };
}

function pageNumber(number: number): Placed {
  const { size, below, aside } = PAGE_NUMBER;
  const middle = (A4.height - MARGINS.bottom + below) * MM;
  const left = MARGINS.left * MM + aside * size;
  const right = (A4.width - MARGINS.right) * MM - aside * size;
  // An odd number's left edge hangs on its face; its right one is given.
  return { text: `— ${number} —`, size, middle, ...(number % 2 ? { right } : { left }) };
}
