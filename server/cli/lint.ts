/** tasknotice lint: findings of notices, for people and for programs. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { disk } from '../disk.ts';
import { readNotice } from '../model/read.ts';
import { looksLikeNotice } from '../model/recognise.ts';
import { Project } from '../project/project.ts';
import { lint } from '../rules/lint.ts';
import { type Command, oneOf, Trouble, text } from './command.ts';
import { readStdin, readText, textOf, uriOf } from './files.ts';
import { type FileFindings, json, stylish } from './print.ts';

const command: Command = {
  options: {
    format: { type: 'string' },
    config: { type: 'string' },
    registry: { type: 'string', multiple: true },
    'stdin-filename': { type: 'string' },
  },
  async run(positionals, values) {
    const format = oneOf(values, 'format', ['stylish', 'json'] as const, 'stylish');
    const config = text(values, 'config');
    const registry = ((values.registry ?? []) as string[]).map(uriOf);
    const stdinName = text(values, 'stdin-filename');
    const project = new Project(disk);
    const check = async (file: string, source: string, asked: boolean): Promise<FileFindings | undefined> => {
      const uri = uriOf(file);
      const found = await project.config(uri, config && uriOf(config));
      const notice = readNotice(source, { vocabulary: found.value.labels });
      if (!asked && file.endsWith('.txt') && !looksLikeNotice(notice)) return undefined;
      const names = await project.registry(uri, notice.settings, found, registry);
      const problem = found.problems[0] ?? names.problems[0];
      if (problem) throw new Trouble(...(problem.split(' / ') as [string, string]));
      return { file, text: source, findings: lint(notice, { registry: names.value, severities: found.value.rules }) };
    };
    const results: FileFindings[] = [];
    if (stdinName !== undefined || positionals.includes('-')) {
      const file = stdinName ?? 'stdin.notice';
      const result = await check(file, textOf(await readStdin(), file), true);
      if (result) results.push(result);
    } else {
      const files = await findFiles(positionals.length ? positionals : ['.']);
      const progress = new Progress(files.length);
      for (const { file, asked } of files) {
        progress.step(file);
        const result = await check(file, await readText(file), asked);
        if (result) results.push(result);
      }
      progress.end();
      if (!results.length)
        throw new Trouble('没有找到通知文件（*.notice、*.txt）', 'no notice files (*.notice, *.txt) found');
    }
    process.stdout.write(
      format === 'json' ? json(results) : stylish(results, process.stdout.isTTY === true && !process.env.NO_COLOR),
    );
    return results.some(({ findings }) => findings.some(({ severity }) => severity !== 'info')) ? 1 : 0;
  },
};

export default command;

/** Files as named; folders and globs opened. In a folder a .txt counts only where it reads as a task notice. */
async function findFiles(named: readonly string[]): Promise<{ file: string; asked: boolean }[]> {
  const files = new Map<string, boolean>();
  for (const name of named) {
    const found = await stat(name).catch(() => undefined);
    if (found?.isFile()) files.set(path.normalize(name), true);
    else if (found?.isDirectory()) {
      for (const file of await glob('**/*.{notice,txt}', name)) if (!files.has(file)) files.set(file, false);
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

/** Says how far long work has come, on a terminal only. */
class Progress {
  readonly #total: number;
  readonly #shown: boolean;
  #done = 0;
  #last = 0;

  constructor(total: number) {
    this.#total = total;
    this.#shown = process.stderr.isTTY === true && total > 20;
  }

  step(file: string): void {
    this.#done++;
    const now = Date.now();
    if (!this.#shown || now - this.#last < 100) return;
    this.#last = now;
    process.stderr.write(`\r\u001b[K检查 checking ${this.#done}/${this.#total} ${path.basename(file)}`);
  }

  end(): void {
    if (this.#shown) process.stderr.write('\r\u001b[K');
  }
}
