/**
 * Office documents are zip archives. One is read bounded and inert: what it says of its sizes is not believed, only the
 * parts that are asked for are unpacked, and the names in it lead nowhere.
 */
import { BOUNDS, type Refused } from './import.ts';
import { damaged, ENCRYPTED, TOO_MANY_ENTRIES, tooLarge, UNPACKS_TOO_FAR } from './refusals.ts';

/** PKWARE, APPNOTE 6.3, 4.3.7, 4.3.12, 4.3.16. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LONGEST_COMMENT = 0xffff;
/** A field of this value says that the true one stands in the extra field 1 (4.5.3). */
const LONG = 0xffffffff;
/** How much of an entry is unpacked at a time: what comes of it is counted before the next. */
const STEP = 1 << 14;
/** What is small anyway may unpack to more times its size: blank tables do. */
const SMALL = 4 * 2 ** 20;

interface Entry {
  /** As it is written. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** The entries of an archive by their names: in lower case, with /, as the parts of an Office document are compared. */
export type Entries = ReadonlyMap<string, Entry>;

export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The names of an archive's entries; nothing for what is no archive. */
export function namesIn(bytes: Uint8Array): ReadonlySet<string> {
  if (!isArchive(bytes)) return new Set();
  const entries = readDirectory(bytes);
  return new Set('refused' in entries ? [] : entries.keys());
}

/**
 * Unpacks the parts of an archive that are wanted.
 *
 * @param wanted asked of each name, in lower case
 * @returns them by their names, in lower case, or where `asWritten`, as they are written
 */
export async function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  asWritten = false,
): Promise<ReadonlyMap<string, Uint8Array> | Refused> {
  if (bytes.length > BOUNDS.file) return tooLarge(bytes.length);
  const entries = readDirectory(bytes);
  if ('refused' in entries) return entries;
  const chosen = [...entries].filter(([name]) => wanted(name));
  let left = Math.min(BOUNDS.unpacked, Math.max(SMALL, bytes.length * BOUNDS.ratio));
  // Those that are too large by their own word need not be tried.
  if (chosen.reduce((sum, [, { unpacked }]) => sum + unpacked, 0) > left) return UNPACKS_TOO_FAR;
  const parts = new Map<string, Uint8Array>();
  for (const [name, entry] of chosen) {
    const part = await unpackOne(bytes, entry, left);
    if ('refused' in part) return part;
    left -= part.length;
    parts.set(asWritten ? entry.name : name, part);
  }
  return parts;
}

function readDirectory(bytes: Uint8Array): Entries | Refused {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return damaged({ zh: '压缩包不完整', en: 'the archive is not whole' });
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  // A directory of an archive with long fields is found by its size, from its end.
  if (at === LONG) at = end - 20 - 56 - view.getUint32(end + 12, true);
  for (let count = 0; at >= 0 && at + 46 <= end && view.getUint32(at, true) === CENTRAL; count++) {
    if (count >= BOUNDS.entries) return TOO_MANY_ENTRIES;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) break;
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name.toLowerCase(), { name, ...readEntry(view, at, at + 46 + nameLength, extraLength) });
    at = next;
  }
  return entries.size > 0 ? entries : damaged({ zh: '压缩包没有目录', en: 'the archive has no directory' });
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

function readEntry(view: DataView, at: number, extra: number, extraLength: number): Omit<Entry, 'name'> {
  const long = longFields(view, extra, extraLength);
  const field = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    return value === LONG ? (long.shift() ?? value) : value;
  };
  // In the order in which the long fields stand.
  const unpacked = field(24);
  const packed = field(20);
  return {
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    unpacked,
    at: field(42),
  };
}

function longFields(view: DataView, start: number, length: number): number[] {
  const fields: number[] = [];
  let at = start;
  while (at + 4 <= start + length) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      for (let i = at + 4; i + 8 <= Math.min(at + 4 + size, start + length); i += 8)
        fields.push(view.getUint32(i, true) + view.getUint32(i + 4, true) * 2 ** 32);
    }
    at += 4 + size;
  }
  return fields;
}

/** Names of the parts of Office documents are ASCII; some programs write \ or a capital. */
function nameOf(bytes: Uint8Array): string {
  let name = '';
  for (const byte of bytes) name += String.fromCharCode(byte);
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

const BROKEN = { zh: '压缩包的内容有误', en: 'what the archive holds is wrong' };

async function unpackOne(bytes: Uint8Array, entry: Entry, most: number): Promise<Uint8Array | Refused> {
  if (entry.encrypted) return ENCRYPTED;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) return damaged(BROKEN);
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) return damaged(BROKEN);
  if (entry.method !== 0 && entry.method !== 8) return damaged({ zh: '压缩方式不认识', en: 'unknown compression' });
  const part = entry.method === 0 ? packed : await inflate(packed, entry.unpacked, most);
  if ('refused' in part) return part;
  if (part.length > most) return UNPACKS_TOO_FAR;
  return crc32(part) === entry.crc ? part : damaged(BROKEN);
}

async function inflate(packed: Uint8Array, expected: number, most: number): Promise<Uint8Array | Refused> {
  const { Inflate } = await import('fflate');
  let whole = new Uint8Array(Math.min(expected, most));
  let length = 0;
  let done = false;
  const inflater = new Inflate((chunk, final) => {
    if (length + chunk.length <= most) {
      if (length + chunk.length > whole.length) {
        const larger = new Uint8Array(Math.min(most, (length + chunk.length) * 2));
        larger.set(whole.subarray(0, length));
        whole = larger;
      }
      whole.set(chunk, length);
    }
    length += chunk.length;
    done ||= final;
  });
  try {
    for (let at = 0; at < packed.length && !done; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      if (length > most) return UNPACKS_TOO_FAR;
    }
  } catch {
    return damaged(BROKEN);
  }
  return whole.subarray(0, length);
}

let table: Uint32Array | undefined;

/** The check sum of an entry (4.4.7): a letter that went wrong in an official document must not pass unseen. */
function crc32(bytes: Uint8Array): number {
  if (!table) {
    table = new Uint32Array(256);
    for (let n = 0; n < 256; n++) {
      let value = n;
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
      table[n] = value;
    }
  }
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]!) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
