/** Bytes to text. Offices keep notices in UTF-8, with or without a mark, and in GB18030 (GBK, GB2312). */

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/**
 * Decodes a file: byte order mark, then strict UTF-8, then GB18030 where it is Chinese text.
 *
 * @returns undefined for bytes that are no text
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: read('utf-16le', bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: read('utf-16be', bytes), encoding: 'utf-16be' };
  if (isBinary(bytes)) return undefined;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // Not UTF-8.
  }
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    const han = text.match(/[\u4e00-\u9fff，。、；：（）]/g)?.length ?? 0;
    return han * 5 > text.length ? { text, encoding: 'gb18030' } : undefined;
  } catch {
    return undefined;
  }
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
