/** tasknotice lint: findings of notices, for people and for programs. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { disk } from '../disk.ts';
import { readNotice } from '../model/read.ts';
import { looksLikeNotice } from '../model/recognise.ts';
import { Project } from '../project/project.ts';
import { parseRegistry } from '../registry/registry.ts';
import { lint } from '../rules/lint.ts';
import type { Finding } from '../rules/rule.ts';
import { type Command, oneOf, Trouble, text } from './command.ts';
import { readStdin, readText, textOf, uriOf } from './files.ts';
import { type FileFindings, json, located, stylish } from './print.ts';

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
      if (file.endsWith('.registry')) return { file, findings: located(source, registryFindings(source)) };
      const uri = uriOf(file);
      const found = await project.config(uri, config && uriOf(config));
      const notice = readNotice(source, { vocabulary: found.value.labels });
      if (!asked && file.endsWith('.txt') && !looksLikeNotice(notice)) return undefined;
      const names = await project.registry(uri, notice.settings, found, registry);
      const problem = found.problems[0] ?? names.problems[0];
      if (problem) {
        const [zh = problem, en = ''] = problem.split(' / ');
        throw new Trouble(`${file}：${zh}`, en);
      }
      const findings = lint(notice, { registry: names.value, settings: found.value.settings });
      // The text is dropped here: of an archive only the findings are kept.
      return { file, findings: located(source, findings) };
    };
    const results: FileFindings[] = [];
    const troubles: Trouble[] = [];
    if (stdinName !== undefined || positionals.includes('-')) {
      const file = stdinName ?? 'stdin.notice';
      const result = await check(file, textOf(await readStdin(), file), true);
      if (result) results.push(result);
    } else {
      const files = await findFiles(positionals.length ? positionals : ['.']);
      const progress = new Progress(files.length);
      for (const { file, asked } of files) {
        progress.step(file);
        try {
          const source = await readText(file, asked);
          const result = source === undefined ? undefined : await check(file, source, asked);
          if (result) results.push(result);
        } catch (error) {
          // One file that cannot be checked does not keep the others from it.
          if (!(error instanceof Trouble)) throw error;
          troubles.push(error);
        }
      }
      progress.end();
      if (!results.length && !troubles.length) {
        throw new Trouble('没有找到通知文件（*.notice、*.txt）', 'no notice files (*.notice, *.txt) found');
      }
    }
    const [first, ...more] = troubles;
    if (first && !results.length && !more.length) throw first;
    if (results.length) {
      const coloured = process.stdout.isTTY === true && !process.env.NO_COLOR;
      process.stdout.write(format === 'json' ? json(results) : stylish(results, coloured));
    }
    for (const trouble of troubles) process.stderr.write(`tasknotice: ${trouble.message}\n`);
    if (troubles.length) return 2;
    return results.some(({ findings }) => findings.some(({ severity }) => severity !== 'info')) ? 1 : 0;
  },
};

export default command;

/** What is wrong in a registry, as findings. */
function registryFindings(source: string): Finding[] {
  return parseRegistry(source).problems.map(({ code, severity, message, range }) => {
    const [zh = message, en = ''] = message.split(' / ');
    return { rule: code, severity, range, message: { zh, en }, fixes: [] };
  });
}

/** Files as named; folders and globs opened. In a folder a .txt counts only where it reads as a task notice. */
async function findFiles(named: readonly string[]): Promise<{ file: string; asked: boolean }[]> {
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
