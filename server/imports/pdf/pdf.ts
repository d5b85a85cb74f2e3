/** PDF files with text: lines from where the text stands, tables from the lines that are drawn. Scans hold no text. */
import type { Block, Draft, DraftTable, ImportRemark, Paragraph, Place } from '../draft.ts';
import type { Refused, Source } from '../import.ts';
import { ENCRYPTED } from '../refusals.ts';
import { cellText, innerWidths, withNames } from './cells.ts';
import { Tables } from './cmaps.ts';
import { edgeOf, isCentred, isMargin, runningHeads, sameOf, usual } from './margins.ts';
import { advanceOf, type Line, linesOf, type Piece, split } from './page.ts';
import { equip } from './platform.ts';
import { apply, drawnRules, type Matrix, type RuledTable, ruledTables } from './rules.ts';

/** More pages than any notice has. */
const MOST_PAGES = 1500;

export const pdf: Source = {
  extensions: ['pdf'],
  recognises: (bytes) => String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-'),
  async read(bytes) {
    equip();
    const { getDocumentProxy } = await import('unpdf');
    try {
      // The library takes the bytes away from their owner.
      const document = await getDocumentProxy(Uint8Array.from(bytes), {
        isEvalSupported: false,
        useSystemFonts: false,
        disableFontFace: true,
        useWorkerFetch: false,
        cMapUrl: 'tables/',
        cMapPacked: false,
        BinaryDataFactory: Tables,
        standardFontDataUrl: 'none/',
        verbosity: 0,
      } as Parameters<typeof getDocumentProxy>[1]);
      try {
        return await draftOf(document as unknown as PdfDocument);
      } finally {
        await (document as unknown as PdfDocument).destroy?.();
      }
    } catch (error) {
      return (error as { name?: string }).name === 'PasswordException' ? ENCRYPTED : DAMAGED;
    }
  },
};

const DAMAGED: Refused = {
  refused: {
    zh: 'PDF 文件已损坏，无法读取。请用阅读软件打开，另存（或“打印”）成新的 PDF 后再导入。',
    en: 'The PDF file is damaged. Open it in a reader, save (or print) it as a new PDF file and import that.',
  },
};
const SCAN: Refused = {
  refused: {
    zh: 'PDF 里没有文字，像是扫描件。请先做文字识别（OCR），另存为 Word 或文本后再导入。',
    en: 'The PDF file holds no text; it seems to be a scan. Have its text recognised (OCR), save it as a Word document or as text and import that.',
  },
};
const UNKNOWN: Refused = {
  refused: {
    zh: 'PDF 里的文字没有标明是什么字，读出来是乱码。请向制发单位要 Word 版，或者做文字识别（OCR）后再导入。',
    en: 'The PDF file does not say which characters its text is made of. Ask for the Word document, or have the text recognised (OCR).',
  },
};

/** What is used of the library's document. */
interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  destroy?(): Promise<void>;
}

interface PdfPage {
  getViewport(options: { scale: number }): {
    readonly width: number;
    readonly height: number;
    readonly transform: Matrix;
  };
  getTextContent(): Promise<{ readonly items: readonly (TextItem | { readonly type: string })[] }>;
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
  cleanup(): void;
}

interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: Matrix;
}

interface Page {
  readonly height: number;
  readonly lines: readonly Line[];
  readonly tables: readonly { readonly ruled: RuledTable; readonly table: DraftTable }[];
}

async function draftOf(document: PdfDocument): Promise<Draft | Refused> {
  const pages: Page[] = [];
  const remarks: ImportRemark[] = [];
  const tables = { count: 0 };
  let [characters, unknown, turned] = [0, 0, 0];
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
    const page = await document.getPage(number);
    const { pieces, rotated } = await piecesOf(page);
    turned += rotated;
    let own = 0;
    for (const { text } of pieces) {
      own += text.replace(/\s/g, '').length;
      unknown += text.match(/[\ufffd\ue000-\uf8ff\0-\x08]/g)?.length ?? 0;
    }
    characters += own;
    if (!own) remarks.push(blankPage(number));
    pages.push(await pageOf(page, pieces, tables));
    page.cleanup();
  }
  if (characters < 12) return SCAN;
  if (unknown * 3 > characters) return UNKNOWN;
  if (turned)
    remarks.push({
      kind: 'dropped',
      words: { zh: '页面上竖转的文字没有导入', en: 'Text that is turned on its page was left out' },
      count: turned,
    });
  return { blocks: named(blocksOf(pages, remarks)), remarks };
}

function named(blocks: readonly Block[]): Block[] {
  const whole = withNames(blocks.filter((block) => block.kind === 'table'));
  return blocks.map((block): Block => {
    if (block.kind !== 'table') return block;
    const rows = block.rows.map((row) =>
      row.map(({ column, cell }) => ({ column, cell: { ...cell, text: whole(cell.text) } })),
    );
    return { ...block, rows };
  });
}

function blankPage(number: number): ImportRemark {
  return {
    kind: 'doubtful',
    words: {
      zh: '这一页没有文字，可能是扫描的图片，请核对',
      en: 'This page holds no text; it may be a scanned picture, please check',
    },
    place: { zh: `第${number}页`, en: `page ${number}` },
  };
}

async function piecesOf(page: PdfPage): Promise<{ pieces: Piece[]; rotated: number }> {
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const pieces: Piece[] = [];
  let rotated = 0;
  for (const item of items) {
    if (!('str' in item) || !item.str) continue;
    const [a, b, c, d, e, f] = item.transform;
    const [x, y] = apply(transform, e, f);
    const [right, level] = apply(transform, e + a, f + b);
    const size = Math.hypot(c, d) * Math.hypot(transform[2], transform[3]) || 10;
    if (Math.abs(level - y) > Math.abs(right - x)) {
      // The number of a page that is turned with it.
      if (item.str.trim() && !/^[\s\d—–-]*$/.test(item.str)) rotated++;
      continue;
    }
    pieces.push({ text: item.str, x, y, width: item.width, size });
  }
  const advance = advanceOf(pieces);
  return { pieces: pieces.flatMap((piece) => split(piece, advance)), rotated };
}

/** @param tables how many there are before this page */
async function pageOf(page: PdfPage, pieces: readonly Piece[], tables: { count: number }): Promise<Page> {
  const { height, transform } = page.getViewport({ scale: 1 });
  const all = linesOf(pieces);
  // What is drawn takes long to be read, and a page of running text has no cells.
  if (!all.some(({ text }) => /\S\u3000+\S/.test(text))) return { height, lines: all, tables: [] };
  const { fnArray, argsArray } = await page.getOperatorList();
  const ruled = ruledTables(drawnRules(fnArray, argsArray, transform));
  const inside = new Map<RuledTable, Piece[]>(ruled.map((table) => [table, []]));
  const free: Piece[] = [];
  for (const piece of pieces) {
    const [x, y] = [piece.x + Math.min(piece.width, piece.size) / 2, piece.y - piece.size / 3];
    const table = ruled.find((each) => each.left <= x && x <= each.right && each.top <= y && y <= each.bottom);
    if (table) inside.get(table)!.push(piece);
    else free.push(piece);
  }
  const found = ruled.flatMap((each) => {
    const own = inside.get(each)!;
    if (!own.some(({ text }) => text.trim())) return [];
    return { ruled: each, table: tableOf(each, own, { zh: `表${++tables.count}`, en: `table ${tables.count}` }) };
  });
  return { height, lines: linesOf(free), tables: found };
}

function tableOf(ruled: RuledTable, pieces: readonly Piece[], place: Place): DraftTable {
  const contents = ruled.cells.map((cell) =>
    linesOf(
      pieces.filter(({ x, y, size, width }) => {
        const [cx, cy] = [x + Math.min(width, size) / 2, y - size / 3];
        return cell.left <= cx && cx < cell.right && cell.top <= cy && cy < cell.bottom;
      }),
    ),
  );
  const widths = innerWidths(ruled, contents);
  const rows: { column: number; cell: DraftTable['rows'][number][number]['cell'] }[][] = Array.from(
    { length: ruled.rows },
    () => [],
  );
  ruled.cells.forEach((cell, index) => {
    const text = cellText(contents[index]!, widths[index]!);
    rows[cell.row]!.push({ column: cell.column, cell: { text, rows: cell.rows, columns: cell.columns } });
  });
  return { kind: 'table', rows, columns: ruled.columns, headerRows: 0, place };
}

/** A title is so much larger than the text. */
const LARGE = 1.2;

function blocksOf(pages: readonly Page[], remarks: ImportRemark[]): Block[] {
  const heads = runningHeads(pages);
  const all = pages.flatMap(({ lines }) => lines);
  const left = edgeOf(all.map(({ x }) => Math.round(x)));
  const pitch = usual(
    pages
      .flatMap(({ lines }) => lines.slice(1).map((line, at) => Math.round(line.y - lines[at]!.y)))
      .filter((each) => each > 4),
  );
  const right = Math.max(...all.map((line) => line.right));
  const size = usual(all.map((line) => Math.round(line.size * 2))) / 2 || 12;
  const blocks: Block[] = [];
  let dropped = 0;
  pages.forEach(({ lines, tables, height }, index) => {
    let opens = true;
    let number = 0;
    const rest = [...tables].sort((a, b) => a.ruled.top - b.ruled.top);
    const place = (): Place => ({ zh: `第${index + 1}页第${number}行`, en: `page ${index + 1}, line ${number}` });
    let above: Line | undefined;
    for (const line of lines) {
      while (rest[0] && rest[0].ruled.top < line.y) blocks.push(rest.shift()!.table);
      const text = line.text.trim();
      if (isMargin(line, height) && (/^\d{1,4}$/.test(text) || heads.has(sameOf(text)))) {
        dropped++;
        continue;
      }
      number++;
      const shift = Math.round((line.x - left) / size);
      const apart = above !== undefined && line.y - above.y > pitch * 1.5;
      blocks.push({
        kind: 'paragraph',
        text: '\u3000'.repeat(Math.max(0, Math.min(shift, 20))) + text,
        whole: false,
        reach: (line.right - left) / size,
        ...(apart && { apart }),
        ...(line.size > size * LARGE && { heading: 1 }),
        ...(isCentred(line, left, right, size) && { align: 'center' }),
        ...(opens && { opensPage: true }),
        place: place(),
      } satisfies Paragraph);
      opens = false;
      above = line;
    }
    blocks.push(...rest.map(({ table }) => table));
  });
  if (dropped)
    remarks.push({
      kind: 'dropped',
      words: { zh: '删去每页的页眉和页码', en: 'Dropped the head and the number of each page' },
      count: dropped,
    });
  return blocks;
}
