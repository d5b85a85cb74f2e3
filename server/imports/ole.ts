/** Compound files ([MS-CFB]): Word and Excel documents of the older kind, WPS documents, and office documents with a password. */
import type { Refused } from './import.ts';
import { damaged, ENCRYPTED } from './refusals.ts';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
/** The largest number of a sector; what is above it marks an end or no sector (2.1). */
const LAST_SECTOR = 0xfffffffa;
const ENTRY = 128;
const MINI_SECTOR = 64;

export interface CompoundFile {
  /** The streams of the outermost storage, by their names in lower case. */
  readonly names: ReadonlySet<string>;
  /** @returns undefined where there is none, or it can't be read whole */
  stream(name: string): Uint8Array | undefined;
}

interface StreamEntry {
  readonly start: number;
  readonly size: number;
}

export function isCompound(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** What is said of a compound file where a zip archive is expected. */
export function refuseCompound(bytes: Uint8Array): Refused {
  const names = readCompound(bytes)?.names;
  return names?.has('encryptedpackage')
    ? ENCRYPTED
    : damaged({ zh: '扩展名与内容不符', en: 'its name and its content do not agree' });
}

/** @returns undefined for what is damaged: chains of sectors that are cut off or run in a circle among them */
export function readCompound(bytes: Uint8Array): CompoundFile | undefined {
  if (!isCompound(bytes) || bytes.length < HEADER) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const size = 1 << shift;
  const sectors = Math.floor(bytes.length / size);
  const sector = (n: number): number => (n + 1) << shift;
  const fat = readFat(view, size, sectors, sector);
  if (!fat) return undefined;
  const chain = (start: number, most: number): number[] | undefined => chainOf(fat, start, most, sectors);
  const gather = (numbers: readonly number[], length: number): Uint8Array | undefined => {
    const whole = new Uint8Array(numbers.length * size);
    numbers.forEach((n, i) => {
      whole.set(bytes.subarray(sector(n), sector(n) + size), i * size);
    });
    return length <= whole.length ? whole.subarray(0, length) : undefined;
  };
  const directory = chain(view.getUint32(48, true), sectors);
  if (!directory) return undefined;
  const entries = gather(directory, directory.length * size)!;
  const { streams, root } = readDirectory(entries);
  const cutoff = view.getUint32(56, true);

  let mini: { readonly fat: Uint32Array; readonly stream: Uint8Array } | undefined;
  const readMini = (): typeof mini => {
    const numbers = chain(view.getUint32(60, true), sectors);
    const container = root && chain(root.start, sectors);
    const table = numbers && gather(numbers, numbers.length * size);
    const stream = container && gather(container, container.length * size);
    return table && stream ? { fat: wordsOf(table), stream } : undefined;
  };
  const small = ({ start, size: length }: StreamEntry): Uint8Array | undefined => {
    mini ??= readMini();
    const most = Math.ceil(length / MINI_SECTOR);
    const numbers = mini && chainOf(mini.fat, start, most, Math.floor(mini.stream.length / MINI_SECTOR));
    if (!mini || !numbers || numbers.length < most) return undefined;
    const whole = new Uint8Array(numbers.length * MINI_SECTOR);
    numbers.forEach((n, i) => {
      whole.set(mini!.stream.subarray(n * MINI_SECTOR, (n + 1) * MINI_SECTOR), i * MINI_SECTOR);
    });
    return whole.subarray(0, length);
  };
  return {
    names: new Set(streams.keys()),
    stream(name) {
      const entry = streams.get(name);
      if (!entry || entry.size > bytes.length) return undefined;
      if (entry.size < cutoff) return small(entry);
      const numbers = chain(entry.start, Math.ceil(entry.size / size));
      return numbers && gather(numbers, entry.size);
    },
  };
}

/** The table that says which sector follows which (2.3), itself found through its own list (2.5). */
function readFat(
  view: DataView,
  size: number,
  sectors: number,
  sector: (n: number) => number,
): Uint32Array | undefined {
  const places: number[] = [];
  for (let i = 0; i < 109; i++) places.push(view.getUint32(76 + i * 4, true));
  let next = view.getUint32(68, true);
  for (let count = 0; next <= LAST_SECTOR; count++) {
    const at = sector(next);
    if (count > sectors || at < 0 || at + size > view.byteLength) return undefined;
    for (let i = 0; i < size / 4 - 1; i++) places.push(view.getUint32(at + i * 4, true));
    next = view.getUint32(at + size - 4, true);
  }
  const perSector = size / 4;
  const used = places.filter((place) => place <= LAST_SECTOR);
  if (used.length === 0 || used.length > sectors) return undefined;
  const fat = new Uint32Array(used.length * perSector);
  for (const [i, place] of used.entries()) {
    const at = sector(place);
    if (at < 0 || at + size > view.byteLength) return undefined;
    for (let k = 0; k < perSector; k++) fat[i * perSector + k] = view.getUint32(at + k * 4, true);
  }
  return fat;
}

/** @param most no more sectors than these are followed */
function chainOf(fat: Uint32Array, start: number, most: number, sectors: number): number[] | undefined {
  const chain: number[] = [];
  let at = start;
  while (at <= LAST_SECTOR && chain.length < most) {
    if (at >= sectors || at >= fat.length) return undefined;
    chain.push(at);
    at = fat[at]!;
  }
  return chain;
}

/** The streams of the root: objects that are embedded have storages of their own, with streams of the same names (2.6). */
function readDirectory(entries: Uint8Array): { streams: Map<string, StreamEntry>; root: StreamEntry | undefined } {
  const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
  const count = Math.floor(entries.length / ENTRY);
  const streams = new Map<string, StreamEntry>();
  const entryOf = (at: number): StreamEntry => ({
    start: view.getUint32(at + 116, true),
    size: view.getUint32(at + 120, true),
  });
  if (count === 0) return { streams, root: undefined };
  const seen = new Set<number>();
  const next = [view.getUint32(76, true)];
  while (next.length > 0) {
    const id = next.pop()!;
    if (id >= count || seen.has(id)) continue;
    seen.add(id);
    const at = id * ENTRY;
    // Those beside it in the tree; what a storage holds is left out.
    next.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true));
    if (entries[at + 66] !== 2) continue;
    const length = Math.min(view.getUint16(at + 64, true), 64);
    let name = '';
    for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
    streams.set(name.toLowerCase(), entryOf(at));
  }
  return { streams, root: entryOf(0) };
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(i * 4, true));
}
