/** The fonts of this machine, for the doors that run in a process: a PDF carries its faces. */
import { type FileHandle, open, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { FaceFile, FindFaces } from './formats/pdf/faces.ts';

/** A folder of fonts holds some hundred files; what is far beyond that is something else. */
const MOST_FILES = 20_000;
const DEEPEST = 8;
const AT_ONCE = 16;

const BOUNDS = { fonts: 64, tables: 256, names: 4096, table: 1 << 20 };

/**
 * Finds the faces that write Chinese, by what the files say of themselves.
 *
 * @param own folders that the user names; their faces come first
 */
export function facesIn(own: readonly string[] = [], standard: readonly string[] = standardFolders()): FindFaces {
  return async () => {
    const folders = [...new Set([...own, ...standard])];
    const files: string[] = [];
    for (const folder of folders) await walk(folder, 0, files);
    const faces: FaceFile[] = [];
    const whole = [...new Set(files)];
    for (let at = 0; at < whole.length; at += AT_ONCE) {
      const read = await Promise.all(whole.slice(at, at + AT_ONCE).map(readFaces));
      faces.push(...read.flat());
    }
    return { faces, folders };
  };
}

/** Where systems keep their fonts: all users', and this user's. */
export function standardFolders(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home = homedir(),
): string[] {
  if (platform === 'win32') {
    const { win32 } = path;
    const local = env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local');
    return [win32.join(env.SystemRoot ?? 'C:\\Windows', 'Fonts'), win32.join(local, 'Microsoft', 'Windows', 'Fonts')];
  }
  const { posix } = path;
  if (platform === 'darwin')
    return [posix.join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts', '/System/Library/AssetsV2'];
  const data = [
    env.XDG_DATA_HOME || posix.join(home, '.local/share'),
    ...(env.XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':').filter(Boolean),
  ];
  return [posix.join(home, '.fonts'), ...data.map((folder) => posix.join(folder, 'fonts'))];
}

async function walk(folder: string, depth: number, files: string[]): Promise<void> {
  if (depth > DEEPEST) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (files.length >= MOST_FILES) return;
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) await walk(name, depth + 1, files);
    else if (/\.(?:ttf|ttc|otf|otc)$/i.test(entry.name)) files.push(name);
  }
}

/** The faces of a file that write Chinese; none where it is no font that can be read. */
async function readFaces(file: string): Promise<FaceFile[]> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    const head = await slice(handle, 0, 12);
    const collected = head.toString('latin1', 0, 4) === 'ttcf';
    const count = Math.min(head.readUInt32BE(8), BOUNDS.fonts);
    const offsets = collected ? await slice(handle, 12, count * 4) : Buffer.alloc(4);
    const faces: FaceFile[] = [];
    for (let i = 0; i < (collected ? count : 1); i++) {
      const face = await readFace(handle, offsets.readUInt32BE(i * 4));
      if (face) faces.push({ ...face, collected, read: () => readFile(file) });
    }
    return faces;
  } catch {
    return [];
  } finally {
    await handle?.close();
  }
}

type Read = Omit<FaceFile, 'collected' | 'read'>;

async function readFace(handle: FileHandle, start: number): Promise<Read | undefined> {
  const count = (await slice(handle, start, 12)).readUInt16BE(4);
  const records = await slice(handle, start + 12, Math.min(count, BOUNDS.tables) * 16);
  const tables = new Map<string, { readonly offset: number; readonly length: number }>();
  for (let at = 0; at < records.length; at += 16) {
    const [offset, length] = [records.readUInt32BE(at + 8), records.readUInt32BE(at + 12)];
    tables.set(records.toString('latin1', at, at + 4), { offset, length });
  }
  const table = (name: string) => {
    const { offset, length } = tables.get(name)!;
    return slice(handle, offset, Math.min(length, BOUNDS.table));
  };
  // Outlines that can be drawn, and what says which face it is.
  if (!tables.has('glyf') && !tables.has('CFF ')) return undefined;
  if (!tables.has('name') || !tables.has('OS/2')) return undefined;
  const { names, style, postScriptName } = readNames(await table('name'));
  const os2 = await table('OS/2');
  const isItalic = (os2.readUInt16BE(62) & 1) === 1;
  const pages = os2.readUInt16BE(0) >= 1 && os2.length >= 82 ? os2.readUInt32BE(78) : 0;
  const isChinese = (pages & SIMPLIFIED) !== 0 || names.some((name) => /\p{Script=Han}/u.test(name));
  if (!isChinese || isItalic || !names.length || !postScriptName) return undefined;
  const weight = os2.readUInt16BE(4);
  return {
    names,
    postScriptName,
    weight: /bold|black|heavy|粗/i.test(style) ? Math.max(weight, 700) : weight,
    // Of the kinds of permission, the one that forbids to carry the face and none that allows it.
    embeddable: (os2.readUInt16BE(8) & 0x000f) !== 2,
  };
}

/** ulCodePageRange: the face has the characters of GB 2312. */
const SIMPLIFIED = 1 << 18;

/** Of the table `name`: 1 and 16 are the family, 2 and 17 its style, 4 the whole name, 6 that of PostScript. */
function readNames(table: Buffer): { names: string[]; style: string; postScriptName: string } {
  const count = Math.min(table.readUInt16BE(2), BOUNDS.names);
  const texts = table.readUInt16BE(4);
  const names = new Set<string>();
  let style = '';
  let postScriptName = '';
  for (let i = 0; i < count; i++) {
    const at = 6 + i * 12;
    const [platform, encoding, , id, length, offset] = [0, 2, 4, 6, 8, 10].map((field) =>
      table.readUInt16BE(at + field),
    ) as [number, number, number, number, number, number];
    const bytes = table.subarray(texts + offset, texts + offset + length);
    const text = decoded(bytes, platform, encoding).trim();
    if (!text) continue;
    if (id === 6) postScriptName ||= text;
    else if (id === 2 || id === 17) style += ` ${text}`;
    else if (id === 1 || id === 4 || id === 16) names.add(text);
  }
  return { names: [...names], style, postScriptName };
}

const UTF16 = new TextDecoder('utf-16be');
const GB18030 = new TextDecoder('gb18030');

function decoded(bytes: Uint8Array, platform: number, encoding: number): string {
  // 0 is Unicode's, 3 Windows', whose encoding 3 is that of the PRC; 1 is the Macintosh's, whose 25 is simplified Chinese.
  if (platform === 0 || (platform === 3 && encoding !== 3)) return UTF16.decode(bytes);
  if (platform === 3 || (platform === 1 && encoding === 25)) return GB18030.decode(bytes).replaceAll('\0', '');
  return platform === 1 && encoding === 0 ? Buffer.from(bytes).toString('latin1') : '';
}

async function slice(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
