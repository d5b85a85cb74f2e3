/** The parts of a Word 97 to 2003 document ([MS-DOC]): its text by pieces, and where its formats and lists stand. */
import type { Refused } from '../import.ts';
import { readCompound } from '../ole.ts';
import { damaged, ENCRYPTED } from '../refusals.ts';

/** Word 97; what is older is written otherwise. */
const WORD_97 = 0xc1;
const MAGIC = 0xa5ec;
/** The table of places in the file begins here (2.5.6 FibRgFcLcb97); each has a start and a size. */
const PLACES = 0x9a;
const PLACE = { styles: 1, characters: 12, paragraphs: 13, text: 33, lists: 73, overrides: 74 } as const;

/** What Windows had between 80 and 9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text that stands in one piece in the file. */
export interface TextPiece {
  /** Of the first character, in the text. */
  readonly start: number;
  readonly end: number;
  /** Of the first character, in the stream. */
  readonly at: number;
  /** Bytes of a character: 1 or 2. */
  readonly width: number;
}

export interface WordFile {
  /** The stream that holds text and formats. */
  readonly main: DataView;
  readonly data: DataView | undefined;
  readonly text: string;
  readonly pieces: readonly TextPiece[];
  /** Where the text itself, and after it notes, headers, comments and text boxes, end. */
  readonly ends: {
    readonly text: number;
    readonly notes: number;
    readonly headers: number;
    readonly comments: number;
    readonly endnotes: number;
    readonly boxes: number;
  };
  /** A structure of the table stream, with what follows it where that belongs to it; empty where there is none. */
  place(name: keyof typeof PLACE, withRest?: boolean): DataView;
}

export function readWordFile(bytes: Uint8Array): WordFile | Refused {
  const compound = readCompound(bytes);
  if (!compound) return damaged({ zh: '文件不完整', en: 'the file is not whole' });
  if (compound.names.has('encryptedpackage')) return ENCRYPTED;
  const stream = compound.stream('worddocument');
  if (!stream || stream.length < PLACES + 8 * 75) return damaged({ zh: '找不到正文', en: 'its text is missing' });
  const main = viewOf(stream);
  if (main.getUint16(0, true) !== MAGIC || main.getUint16(2, true) < WORD_97) return OLDER;
  const flags = main.getUint16(10, true);
  if (flags & 0x0100) return ENCRYPTED;
  const table = compound.stream(flags & 0x0200 ? '1table' : '0table');
  if (!table) return damaged({ zh: '找不到格式', en: 'its formats are missing' });
  const data = compound.stream('data');
  const place = (name: keyof typeof PLACE, withRest = false): DataView => {
    const at = PLACES + PLACE[name] * 8;
    const [start, size] = [main.getUint32(at, true), main.getUint32(at + 4, true)];
    const whole = size > 0 && start + size <= table.length;
    return viewOf(whole ? table.subarray(start, withRest ? table.length : start + size) : new Uint8Array());
  };
  const pieces = readPieces(place('text'), stream.length);
  if (!pieces) return damaged({ zh: '正文不完整', en: 'its text is not whole' });
  const count = (at: number): number => main.getUint32(at, true);
  const text = count(0x4c);
  const notes = text + count(0x50);
  const headers = notes + count(0x54);
  const comments = headers + count(0x5c);
  const endnotes = comments + count(0x60);
  const boxes = endnotes + count(0x64);
  return {
    main,
    data: data && viewOf(data),
    text: pieces.map((piece) => textOf(piece, main)).join(''),
    pieces,
    ends: { text, notes, headers, comments, endnotes, boxes },
    place,
  };
}

const OLDER: Refused = {
  refused: {
    zh: '这是 Word 95 或更早的文档，无法读取。请用 Word 或 WPS 打开，另存为 docx 后再导入。',
    en: 'This is a document of Word 95 or older. Open it in Word or WPS, save it as docx and import that.',
  },
};

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The piece table (2.9.38 Clx): formats of pieces, then where each piece stands. */
function readPieces(clx: DataView, length: number): TextPiece[] | undefined {
  let at = 0;
  while (at + 3 <= clx.byteLength && clx.getUint8(at) === 1) at += 3 + clx.getUint16(at + 1, true);
  if (at + 5 > clx.byteLength || clx.getUint8(at) !== 2) return undefined;
  const size = clx.getUint32(at + 1, true);
  at += 5;
  const count = Math.floor((size - 4) / 12);
  if (count < 1 || at + size > clx.byteLength) return undefined;
  const pieces: TextPiece[] = [];
  let before = 0;
  for (let i = 0; i < count; i++) {
    const start = clx.getUint32(at + i * 4, true);
    const end = clx.getUint32(at + (i + 1) * 4, true);
    const place = clx.getUint32(at + (count + 1) * 4 + i * 8 + 2, true);
    const narrow = (place & 0x40000000) !== 0;
    const from = narrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
    const width = narrow ? 1 : 2;
    // Each piece goes on where the one before ended, and stands within the stream.
    if (start !== before || end < start || from + (end - start) * width > length) return undefined;
    // The same bytes can't be the text of many pieces: no more text comes of a file than it has bytes.
    if (end > length) return undefined;
    pieces.push({ start, end, at: Math.floor(from), width });
    before = end;
  }
  return pieces;
}

function textOf({ start, end, at, width }: TextPiece, main: DataView): string {
  const parts: string[] = [];
  for (let from = start; from < end; from += 8192) {
    const codes: number[] = [];
    for (let cp = from; cp < Math.min(end, from + 8192); cp++) {
      const place = at + (cp - start) * width;
      const code = width === 1 ? main.getUint8(place) : main.getUint16(place, true);
      codes.push(width === 1 && code >= 0x80 && code <= 0x9f ? WINDOWS_1252.charCodeAt(code - 0x80) : code);
    }
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}
