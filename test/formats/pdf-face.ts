/** Makes fonts for tests, so that no test hangs on what a machine has: each character is a box. */

export interface Made {
  /** Family names, Chinese or not. */
  readonly names: readonly string[];
  readonly postScriptName: string;
  readonly characters: string;
  readonly weight?: number;
  /** OS/2 fsType; 2 forbids to carry the font. */
  readonly permission?: number;
  /** The face doesn't say that it has the characters of GB 2312. */
  readonly foreign?: boolean;
}

const EM = 1000;
const CHINESE = 0x0804;
const ENGLISH = 0x0409;

export function makeFont({
  names,
  postScriptName,
  characters,
  weight = 400,
  permission = 0,
  foreign,
}: Made): Uint8Array {
  const codes = [...new Set(characters)].map((character) => character.codePointAt(0)!).sort((a, b) => a - b);
  const advance = (code: number) => (code < 0x2000 ? EM / 2 : EM);
  const glyphs = [EM, ...codes.map(advance)].map(box);
  const offsets = [0];
  for (const glyph of glyphs) offsets.push(offsets.at(-1)! + glyph.length);
  const tables: Record<string, number[]> = {
    'OS/2': [
      ...u16(1, EM, weight, 5, permission),
      ...zeros(22),
      ...zeros(10),
      ...zeros(16),
      ...ascii('TEST'),
      ...u16(64, 0, 0xffff, 880, -120, 0, 880, 120),
      ...u32(foreign ? 1 : (1 << 18) | 1, 0),
    ],
    cmap: [...u16(0, 1, 3, 10), ...u32(12), ...format12(codes)],
    glyf: glyphs.flat(),
    head: [
      // The sum tells fonts apart.
      ...u32(
        0x00010000,
        0x00010000,
        codes.reduce((sum, code) => sum + code, 0),
        0x5f0f3cf5,
      ),
      ...u16(0, EM),
      ...zeros(16),
      ...u16(0, 0, EM, EM, 0, 8, 2, 1, 0),
    ],
    hhea: [...u32(0x00010000), ...u16(880, -120, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length)],
    hmtx: [EM, ...codes.map(advance)].flatMap((width) => u16(width, 0)),
    loca: offsets.flatMap((offset) => u32(offset)),
    maxp: [...u32(0x00010000), ...u16(glyphs.length, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    name: nameTable(names, postScriptName),
    post: [...u32(0x00030000, 0), ...u16(0, 0), ...u32(0, 0, 0, 0, 0)],
  };
  const tags = Object.keys(tables);
  const header = [...u32(0x00010000), ...u16(tags.length, 0, 0, 0)];
  const body: number[] = [];
  const start = header.length + tags.length * 16;
  for (const tag of tags) {
    const table = tables[tag]!;
    header.push(...ascii(tag), ...u32(0, start + body.length, table.length));
    // No spread: a table of many glyphs is longer than a call takes arguments.
    for (const byte of table) body.push(byte);
    while (body.length % 4) body.push(0);
  }
  return Uint8Array.from([...header, ...body]);
}

/** Faces in one file. */
export function makeCollection(fonts: readonly Uint8Array[]): Uint8Array {
  const starts = [12 + fonts.length * 4];
  for (const font of fonts) starts.push(starts.at(-1)! + font.length);
  const bytes = new Uint8Array(starts.at(-1)!);
  bytes.set([...ascii('ttcf'), ...u32(0x00010000, fonts.length, ...starts.slice(0, -1))]);
  fonts.forEach((font, i) => {
    const moved = font.slice();
    const view = new DataView(moved.buffer);
    for (let table = 0; table < view.getUint16(4); table++) {
      const at = 12 + table * 16 + 8;
      view.setUint32(at, view.getUint32(at) + starts[i]!);
    }
    bytes.set(moved, starts[i]!);
  });
  return bytes;
}

/** One contour of four corners. */
function box(width: number): number[] {
  return [
    ...u16(1, 50, 0, width - 50, 800, 3, 0),
    ...[1, 1, 1, 1],
    ...u16(50, width - 100, 0, -(width - 100)),
    ...u16(0, 0, 800, 0),
  ];
}

function format12(codes: readonly number[]): number[] {
  const groups = codes.flatMap((code, i) => u32(code, code, i + 1));
  return [...u16(12, 0), ...u32(16 + groups.length, 0, codes.length), ...groups];
}

function nameTable(names: readonly string[], postScriptName: string): number[] {
  const records: number[] = [];
  const texts: number[] = [];
  const add = (id: number, text: string) => {
    const bytes = [...text].flatMap((character) => u16(character.charCodeAt(0)));
    const language = /\p{Script=Han}/u.test(text) ? CHINESE : ENGLISH;
    records.push(...u16(3, 1, language, id, bytes.length, texts.length));
    texts.push(...bytes);
  };
  for (const name of names) add(1, name);
  for (const name of names) add(4, name);
  add(6, postScriptName);
  const count = names.length * 2 + 1;
  return [...u16(0, count, 6 + count * 12), ...records, ...texts];
}

function u16(...values: readonly number[]): number[] {
  return values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
}

function u32(...values: readonly number[]): number[] {
  return values.flatMap((value) => [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function zeros(count: number): number[] {
  return new Array<number>(count).fill(0);
}
