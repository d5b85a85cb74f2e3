/** Formats of a Word 97 to 2003 document, as far as they bear on the text ([MS-DOC] 2.6, 2.8, 2.9). */
import type { TextPiece, WordFile } from './file.ts';

const PAGE = 512;
export interface ParagraphFormat {
  readonly style: number | undefined;
  readonly list: number | undefined;
  readonly level: number | undefined;
  readonly align: number | undefined;
  readonly outline: number | undefined;
  readonly opensPage: boolean | undefined;
  readonly inTable: boolean;
  /** How many tables it stands in. */
  readonly depth: number;
  /** Ends a row, and says what its cells are. */
  readonly endsRow: boolean;
  readonly headerRow: boolean;
  readonly cells: readonly CellFormat[];
}

export interface CellFormat {
  /** Twips from the table's left. */
  readonly left: number;
  readonly right: number;
  readonly down: 'restart' | 'continue' | undefined;
  readonly across: 'restart' | 'continue' | undefined;
}

export interface CharacterFormat {
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly hidden: boolean;
}

/** A stretch of the stream with one format. */
interface Run<Format> {
  readonly from: number;
  readonly to: number;
  readonly format: Format;
}

/** Calls `visit` for each property, with where its operand stands. */
function eachProperty(
  view: DataView,
  start: number,
  end: number,
  visit: (code: number, at: number, size: number) => void,
): void {
  let at = start;
  while (at + 2 <= end) {
    const code = view.getUint16(at, true);
    at += 2;
    let size = [1, 1, 2, 4, 2, 2, 0, 3][code >> 13]!;
    if (code >> 13 === 6) {
      // What a row's cells are is longer than a byte can say.
      const long = code === 0xd608;
      if (at + (long ? 2 : 1) > end) return;
      size = long ? view.getUint16(at, true) + 1 : view.getUint8(at) + 1;
    }
    if (at + size > end) return;
    visit(code, at, size);
    at += size;
  }
}

/** Pages of formats (2.9.33 ChpxFkp, 2.9.174 PapxFkp) in the order of the stream. */
function runsOf<Format>(
  main: DataView,
  places: DataView,
  entrySize: number,
  read: (page: number, place: number) => Format | undefined,
): Run<Format>[] {
  const runs: Run<Format>[] = [];
  const count = Math.floor((places.byteLength - 4) / 8);
  // A page stands in the stream once.
  const most = Math.ceil(main.byteLength / PAGE);
  for (let i = 0; i < Math.min(count, most); i++) {
    const page = (places.getUint32((count + 1) * 4 + i * 4, true) & 0x3fffff) * PAGE;
    if (page + PAGE > main.byteLength) continue;
    const entries = main.getUint8(page + PAGE - 1);
    if ((entries + 1) * 4 + entries * entrySize >= PAGE) continue;
    for (let k = 0; k < entries; k++) {
      const [from, to] = [main.getUint32(page + k * 4, true), main.getUint32(page + (k + 1) * 4, true)];
      const place = main.getUint8(page + (entries + 1) * 4 + k * entrySize) * 2;
      const format = place === 0 ? undefined : read(page, page + place);
      if (format && to > from) runs.push({ from, to, format });
    }
  }
  let end = 0;
  // No two of them are of the same text; in a file where they are, the first holds.
  return runs
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}

export function paragraphFormats(file: WordFile): (at: number) => ParagraphFormat | undefined {
  const { main } = file;
  // No more comes out of the stream for long formats than stands in it.
  const budget = { left: file.data?.byteLength ?? 0 };
  const runs = runsOf(main, file.place('paragraphs'), 13, (page, place) => {
    const size = main.getUint8(place);
    const start = size === 0 ? place + 2 : place + 1;
    const end = start + (size === 0 ? main.getUint8(place + 1) * 2 : size * 2 - 1);
    return end <= page + PAGE && end - start >= 2 ? readParagraph(file, start, end, budget) : undefined;
  });
  return (at) => {
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runs[middle]!.to <= at) low = middle + 1;
      else high = middle;
    }
    const run = runs[low];
    return run && run.from <= at ? run.format : undefined;
  };
}

function readParagraph(
  { main, data }: WordFile,
  start: number,
  end: number,
  budget: { left: number },
): ParagraphFormat {
  const { far, ...own } = readProperties(main, start + 2, end);
  const format = { ...own, style: main.getUint16(start, true) };
  // More than a page holds stands in a stream of its own (2.6.2 sprmPHugePapx).
  if (far === undefined || !data || far + 2 > data.byteLength) return format;
  const size = data.getUint16(far, true);
  budget.left -= size;
  if (far + 2 + size > data.byteLength || budget.left < 0) return format;
  const { far: _, ...rest } = readProperties(data, far + 2, far + 2 + size);
  return { ...format, ...rest, inTable: own.inTable || rest.inTable };
}

type Properties = Omit<{ -readonly [K in keyof ParagraphFormat]: ParagraphFormat[K] }, 'style'> & {
  far: number | undefined;
};

/** Also of a style; there it says nothing of tables. */
export function readProperties(view: DataView, start: number, end: number): Properties {
  const format: Properties = {
    list: undefined,
    level: undefined,
    align: undefined,
    outline: undefined,
    opensPage: undefined,
    inTable: false,
    depth: 0,
    endsRow: false,
    headerRow: false,
    cells: [],
    far: undefined,
  };
  eachProperty(view, start, end, (code, at, size) => {
    switch (code) {
      case 0x460b:
        format.list = view.getUint16(at, true);
        break;
      case 0x260a:
        format.level = view.getUint8(at);
        break;
      case 0x2461:
      case 0x2403:
        format.align = view.getUint8(at);
        break;
      case 0x2640:
        format.outline = view.getUint8(at);
        break;
      case 0x2407:
        format.opensPage = view.getUint8(at) !== 0;
        break;
      case 0x2416:
        format.inTable = view.getUint8(at) !== 0;
        break;
      case 0x6649:
        format.depth = view.getInt32(at, true);
        break;
      case 0x2417:
      case 0x244c:
        format.endsRow ||= view.getUint8(at) !== 0;
        break;
      case 0x3404:
        format.headerRow = view.getUint8(at) !== 0;
        break;
      case 0xd608:
        format.cells = readCells(view, at + 2, at + size);
        break;
      case 0xd62b:
        format.cells = withDown(format.cells, view.getUint8(at + 1), view.getUint8(at + 2));
        break;
      case 0x6646:
        format.far = view.getUint32(at, true);
        break;
    }
  });
  return format;
}

/** The cells of a row (2.9.314 TDefTableOperand): their edges, and what is merged. */
function readCells(view: DataView, start: number, end: number): CellFormat[] {
  const count = start < end ? view.getUint8(start) : 0;
  const edge = (i: number): number => view.getInt16(start + 1 + i * 2, true);
  const formats = start + 1 + (count + 1) * 2;
  if (formats > end) return [];
  return Array.from({ length: count }, (_, i) => {
    const at = formats + i * 20;
    const flags = at + 2 <= end ? view.getUint16(at, true) : 0;
    return {
      left: edge(i),
      right: edge(i + 1),
      across: flags & 1 ? ('restart' as const) : flags & 2 ? ('continue' as const) : undefined,
      down: downOf((flags >> 5) & 3),
    };
  });
}

function withDown(cells: readonly CellFormat[], cell: number, flags: number): CellFormat[] {
  return cells.map((format, i) => (i === cell ? { ...format, down: downOf(flags & 3) } : format));
}

function downOf(flags: number): CellFormat['down'] {
  return flags === 3 ? 'restart' : flags === 1 ? 'continue' : undefined;
}

/** What is deleted, inserted, hidden or a sign of a font of pictures: for each character of the text these together. */
export const DELETED = 1;
export const INSERTED = 2;
export const HIDDEN = 4;
export const SYMBOL = 8;

export function characterMarks(file: WordFile): Uint8Array {
  const { main, pieces, text } = file;
  const marks = new Uint8Array(text.length);
  const runs = runsOf(main, file.place('characters'), 1, (page, place) => {
    const end = place + 1 + main.getUint8(place);
    return end <= page + PAGE ? readMarks(main, place + 1, end) || undefined : undefined;
  });
  for (const piece of pieces) mark(marks, piece, runs);
  return marks;
}

function mark(marks: Uint8Array, { start, end, at, width }: TextPiece, runs: readonly Run<number>[]): void {
  const stop = at + (end - start) * width;
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.to <= at) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < runs.length && runs[i]!.from < stop; i++) {
    const { from, to, format } = runs[i]!;
    const first = start + Math.ceil((Math.max(from, at) - at) / width);
    marks.fill(format, first, start + Math.ceil((Math.min(to, stop) - at) / width));
  }
}

function readMarks(main: DataView, start: number, end: number): number {
  let marks = 0;
  eachProperty(main, start, end, (code, at) => {
    const on = main.getUint8(at) & 1;
    if (code === 0x6a09) marks |= SYMBOL;
    else if (code === 0x0800) marks |= on * DELETED;
    else if (code === 0x0801) marks |= on * INSERTED;
    else if (code === 0x083c) marks |= on * HIDDEN;
  });
  return marks;
}
