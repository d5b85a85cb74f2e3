/** Bytes to text, and back. Offices keep notices in UTF-8, with or without a mark, and in GB18030 (GBK, GB2312). */

/** What every platform has, Node and browser alike; the core compiles with the types of neither. */
interface Platform {
  readonly TextDecoder: new (label?: string, options?: { fatal?: boolean }) => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
}
const { TextDecoder, TextEncoder } = globalThis as unknown as Platform;

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** A byte order mark stands before the text. */
  readonly mark: boolean;
}

/**
 * Decodes a file: byte order mark, then strict UTF-8, then GB18030 where it is Chinese text.
 *
 * @returns undefined for bytes that are no text
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: read('utf-16le', bytes), encoding: 'utf-16le', mark: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: read('utf-16be', bytes), encoding: 'utf-16be', mark: true };
  if (isBinary(bytes)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8', mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
  } catch {
    // Not UTF-8.
  }
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    const han = text.match(/[\u4e00-\u9fff，。、；：（）]/g)?.length ?? 0;
    return han * 5 > text.length ? { text, encoding: 'gb18030', mark: false } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Decodes a file that may say itself what it is encoded in: byte order mark, strict UTF-8, what it says, GB18030.
 *
 * @param declared the name of an encoding, as a page gives it; any text
 * @returns undefined for bytes that are no text
 */
export function decodeDeclared(bytes: Uint8Array, declared: string | undefined): string | undefined {
  const certain = decode(bytes);
  if (certain && certain.encoding !== 'gb18030') return certain.text;
  if (!declared || isBinary(bytes)) return certain?.text;
  try {
    // GB18030 holds what GB2312 and GBK hold, and more.
    return read(/^gb/i.test(declared) ? 'gb18030' : declared, bytes);
  } catch {
    return certain?.text;
  }
}

/**
 * The bytes of a text in the encoding that its file has.
 *
 * @returns undefined where the encoding has no such character, or a file would not read back as it was
 */
export function encode(text: string, { encoding, mark }: Omit<Decoded, 'text'>): Uint8Array | undefined {
  const bytes =
    encoding === 'utf-8' ? utf8(text, mark) : encoding === 'gb18030' ? gb18030(text) : utf16(text, encoding);
  return bytes && decode(bytes)?.text === text ? bytes : undefined;
}

function utf8(text: string, mark: boolean): Uint8Array {
  return new TextEncoder().encode(mark ? `\ufeff${text}` : text);
}

function utf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  const little = encoding === 'utf-16le';
  view.setUint16(0, 0xfeff, little);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), little);
  return bytes;
}

let codes: Map<string, number> | undefined;

/** The platform decodes GB18030 but does not encode it: its decoder, asked for every pair of bytes, is the table. */
function gb18030(text: string): Uint8Array | undefined {
  if (!codes) {
    codes = new Map();
    const decoder = new TextDecoder('gb18030');
    const pair = new Uint8Array(2);
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        pair.set([lead, trail]);
        const character = decoder.decode(pair);
        if (character.length === 1 && character !== '\ufffd') codes.set(character, lead * 256 + trail);
      }
  }
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = codes.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair === undefined) return undefined;
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

function read(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** A zero byte, or the mark of an archive or a compound file: Word and WPS documents, spreadsheets, PDF. */
function isBinary(bytes: Uint8Array): boolean {
  const mark = String.fromCharCode(...bytes.subarray(0, 4));
  if (mark.startsWith('PK\u0003\u0004') || mark.startsWith('%PDF') || mark === '\u00d0\u00cf\u0011\u00e0') return true;
  return bytes.subarray(0, 8000).includes(0);
}
