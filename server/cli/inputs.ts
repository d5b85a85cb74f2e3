/** Which files a command works on: those named, those in a folder, those that a list names. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Trouble } from './command.ts';
import { readStdin } from './files.ts';

export interface Input {
  readonly file: string;
  /** Somebody named it: it is checked whatever it looks like. */
  readonly asked: boolean;
}

/** Files as named; folders and globs opened. In a folder a .txt counts only where it reads as a task notice. */
export async function findFiles(named: readonly string[]): Promise<Input[]> {
  const files = new Map<string, boolean>();
  for (const name of named) {
    const found = await stat(name).catch(() => undefined);
    if (found?.isFile()) files.set(path.normalize(name), true);
    else if (found?.isDirectory()) {
      for (const file of await glob('**/*.{notice,txt,registry}', name)) if (!files.has(file)) files.set(file, false);
    } else if (/[*?{}[\]]/.test(name)) {
      const matches = await glob(name.replaceAll('\\', '/'), '.');
      if (!matches.length) throw new Trouble(`没有与“${name}”相符的文件`, `no file matches "${name}"`);
      for (const file of matches) files.set(file, true);
    } else throw new Trouble(`“${name}”没有这个文件或文件夹`, `there is no file or folder "${name}"`);
  }
  return [...files].map(([file, asked]) => ({ file, asked }));
}

async function glob(pattern: string, folder: string): Promise<string[]> {
  const { glob: find } = await import('tinyglobby');
  const found = await find(pattern, {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
  });
  return found.map((file) => path.normalize(path.join(folder, file))).sort();
}

/**
 * The files of a list, as `git diff --name-only` and `find` print them: a line each, or ended by a zero byte. What
 * cannot be a notice by its name is passed over, and so is a .txt that does not read as one.
 *
 * @param list a file's name, or - for standard input
 */
export async function listedFiles(list: string): Promise<Input[]> {
  const bytes = await (list === '-' ? readStdin() : readFile(list)).catch(() => {
    throw new Trouble(`读不到文件名单“${list}”`, `the list of files "${list}" cannot be read`);
  });
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/).map(unquoted);
  const files = [...new Set(names.filter((name) => /\.(?:notice|txt|registry)$/.test(name)).map(path.normalize))];
  for (const file of files) {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile())
      throw new Trouble(
        `名单里的“${file}”不存在（已删除的文件请先从名单里去掉）`,
        `"${file}" of the list does not exist (leave deleted files out of it)`,
      );
  }
  return files.map((file) => ({ file, asked: !file.endsWith('.txt') }));
}

/** Git prints a name that is not ASCII between quotes, its bytes as \345\217\221. */
function unquoted(name: string): string {
  if (!/^".*"$/.test(name)) return name;
  const bytes: number[] = [];
  const escapes: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, a: 7, b: 8, v: 11, f: 12 };
  for (const [char, octal, letter] of name.slice(1, -1).matchAll(/\\([0-3][0-7]{2})|\\(.)|[^\\]/gsu)) {
    if (octal) bytes.push(Number.parseInt(octal, 8));
    else if (letter) bytes.push(...(letter in escapes ? [escapes[letter]!] : Buffer.from(letter)));
    else bytes.push(...Buffer.from(char));
  }
  return Buffer.from(bytes).toString('utf8');
}
