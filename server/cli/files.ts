/** The command line's hands: reading and writing files. */
import { link, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode } from '../syntax/encoding.ts';
import { Trouble } from './command.ts';

export function uriOf(file: string): string {
  return pathToFileURL(path.resolve(file)).href;
}

const READ_ERRORS: Readonly<Record<string, [string, string]>> = {
  ENOENT: ['不存在', 'does not exist'],
  EISDIR: ['是文件夹，不是文件', 'is a folder, not a file'],
  EACCES: ['没有读取权限', 'may not be read'],
  EPERM: ['没有读取权限', 'may not be read'],
};

/** Why a file could not be read, in a sentence. */
function readError(file: string, error: unknown): Trouble {
  const [zh, en] = READ_ERRORS[codeOf(error)] ?? ['无法读取', 'cannot be read'];
  return new Trouble(`“${file}”${zh}`, `"${file}" ${en}`);
}

/** A file of any type. */
export async function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    throw readError(file, error);
  });
}

/** The text of a notice file, in UTF-8, UTF-16 or GB18030. */
export async function readText(file: string): Promise<string>;
/** @param asked whether the user named the file: of a folder's files those that are no text are passed over */
export async function readText(file: string, asked: boolean): Promise<string | undefined>;
export async function readText(file: string, asked = true): Promise<string | undefined> {
  const bytes = await readBytes(file);
  return asked ? textOf(bytes, file) : decode(bytes)?.text;
}

export function textOf(bytes: Uint8Array, file: string): string {
  const decoded = decode(bytes);
  if (!decoded) {
    throw new Trouble(
      `“${file}”不是文本文件（Word、WPS、PDF 文件请先用 tasknotice import 导入）`,
      `"${file}" is not a text file (make a notice of a Word, WPS or PDF file with tasknotice import first)`,
    );
  }
  return decoded.text;
}

export async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const WRITE_ERRORS: Readonly<Record<string, [string, string]>> = {
  ENOENT: ['所在的文件夹不存在', 'its folder does not exist'],
  ENOTDIR: ['所在的文件夹不存在', 'its folder does not exist'],
  EACCES: ['没有写入权限', 'may not be written'],
  EPERM: ['没有写入权限', 'may not be written'],
  EROFS: ['所在的磁盘只读', 'its disk is read-only'],
  ENOSPC: ['磁盘空间不足', 'the disk is full'],
  EISDIR: ['是文件夹', 'is a folder'],
};

/** Whether two paths are one file, by whatever names. */
export async function sameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((file) => realpath(file).catch(() => path.resolve(file))));
  return a === b;
}

/**
 * Writes a file whole or not at all: beside its place first, then moved there. A file that exists is replaced only
 * with force; who may read it stays, and a link stays a link to it.
 */
export async function writeWhole(file: string, content: string | Uint8Array, force: boolean): Promise<void> {
  const named = path.resolve(file);
  const existing = await stat(named).catch(() => undefined);
  if (existing?.isDirectory())
    throw new Trouble(`“${file}”是文件夹，请给出文件名`, `"${file}" is a folder; give a file name`);
  // A device or a pipe has no place that something could be moved to.
  if (existing && !existing.isFile())
    return writeFile(named, content).catch((error) => {
      throw unwritable(file, error);
    });
  if (existing && !force) throw exists(file);
  const target = existing ? await realpath(named) : named;
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const handle = await open(temporary, 'w', existing ? existing.mode & 0o777 : 0o666);
    try {
      if (existing) await handle.chmod(existing.mode & 0o777);
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A link fails where the name has been taken meanwhile; a rename would take it away.
    if (force) await rename(temporary, target);
    else
      await link(temporary, target).catch((error) =>
        codeOf(error) === 'EEXIST' ? Promise.reject(error) : rename(temporary, target),
      );
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw exists(file);
    throw unwritable(file, error);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function unwritable(file: string, error: unknown): Trouble {
  const [zh, en] = WRITE_ERRORS[codeOf(error)] ?? ['无法写入', 'cannot be written'];
  return new Trouble(`“${file}”${zh}`, `"${file}": ${en}`);
}

function exists(file: string): Trouble {
  return new Trouble(`“${file}”已存在；要替换它请加 --force`, `"${file}" exists; add --force to replace it`);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
