/** tasknotice lint: findings of notices, for people and for programs. */
import { writeBaselines } from './baseline-files.ts';
import { loadCache, saveCache } from './cache.ts';
import { BUILD, type Checked, Checker, type CheckOptions } from './check.ts';
import { checkFiles, type Outcome } from './check-all.ts';
import { type Command, Trouble } from './command.ts';
import { readStdin, sameFile, textOf, writeWhole } from './files.ts';
import { diffOf, writeFixed } from './fixing.ts';
import { findFiles, type Input, listedFiles } from './inputs.ts';
import { HELP, type LintOptions, OPTIONS, readOptions } from './lint-options.ts';
import { reportIn } from './reports/index.ts';
import { both, type Run } from './reports/report.ts';

const command: Command = {
  help: HELP,
  options: OPTIONS,
  async run(positionals, values) {
    const options = readOptions(positionals, values);
    const found = await checkAll(options);
    const { results } = found;
    if (options.check.fix && (options.dryRun || options.input.kind === 'stdin')) return showFixed(results, options);
    const made = options.check.fix && (await writeFixed(results));
    const troubles = [...found.troubles, ...(made?.troubles ?? [])];
    if (made?.findings)
      process.stderr.write(
        `已改好 ${made.findings} 个问题（${made.files} 个文件） / ${made.findings} mended in ${made.files} ${made.files === 1 ? 'file' : 'files'}\n`,
      );
    const [first, ...more] = troubles;
    if (first && !results.length && !more.length) throw first;
    const { files, known } = await withBaselines(results, options);
    if (files.length || !troubles.length) await print({ files, known, troubles }, options);
    for (const trouble of troubles) process.stderr.write(`tasknotice: ${trouble.message}\n`);
    if (troubles.length) return 2;
    return exitCode(files, options);
  },
};

export default command;

/** A diff of what would be written; of standard input the mended text. Nothing is written. */
function showFixed(results: readonly Checked[], { input, dryRun }: LintOptions): number {
  if (dryRun) process.stdout.write(diffOf(results));
  else if (input.kind === 'stdin') for (const { fixed } of results) process.stdout.write(fixed!.text);
  return results.some(
    ({ fixed, findings }) =>
      (fixed && fixed.text !== fixed.before) || findings.some(({ severity }) => severity !== 'info'),
  )
    ? 1
    : 0;
}

async function checkAll({ input, check, cache, jobs }: LintOptions): Promise<Outcome> {
  if (input.kind === 'stdin') {
    const result = await new Checker(check).source(input.file, textOf(await readStdin(), input.file), true);
    return { results: result ? [result] : [], troubles: [] };
  }
  const files = input.kind === 'list' ? await listedFiles(input.list) : await findFiles(input.names);
  const found = await (cache === undefined
    ? checkFiles(files, check, jobs)
    : checkWithCache(files, check, cache, jobs));
  if (input.kind === 'named' && !found.results.length && !found.troubles.length)
    throw new Trouble('没有找到通知文件（*.notice、*.txt）', 'no notice files (*.notice, *.txt) found');
  return found;
}

async function checkWithCache(files: readonly Input[], check: CheckOptions, cache: string, jobs: number | undefined) {
  const tool = `${await versionOf()} ${BUILD}`;
  const clean = await loadCache(cache, tool);
  const found = await checkFiles(files, { ...check, clean }, jobs);
  const now = found.results.flatMap(({ cleanKey, known }) => (cleanKey ? [[cleanKey, known] as const] : []));
  await saveCache(cache, tool, clean, new Map(now));
  return found;
}

async function versionOf(): Promise<string> {
  return (await import('../../package.json', { with: { type: 'json' } })).default.version;
}

/** The findings that no baseline knows. What is stale in one is told. */
async function withBaselines(results: readonly Checked[], options: LintOptions) {
  const { updates, prunes } = options;
  const files = updates || prunes ? await writeBaselines(results, options) : results;
  const stale = files.reduce((sum, file) => sum + file.stale.reduce((count, entry) => count + entry.count, 0), 0);
  if (stale)
    process.stderr.write(
      `基线里有 ${stale} 个问题已不再出现，可用 --prune-baseline 清理 / ${stale} of the baseline no longer ${stale === 1 ? 'occurs' : 'occur'}; --prune-baseline removes ${stale === 1 ? 'it' : 'them'}\n`,
    );
  return { files, known: files.reduce((sum, file) => sum + file.known, 0) };
}

async function print(
  { files, known, troubles }: { files: readonly Checked[]; known: number; troubles: readonly Trouble[] },
  { format, output, force, quiet, input }: LintOptions,
): Promise<void> {
  const shown = ({ file, findings }: Checked) => ({
    file,
    findings: quiet ? findings.filter(({ severity }) => severity === 'error') : findings,
  });
  const run: Run = {
    files: files.map(shown),
    troubles: troubles.map(({ words }) => words),
    known,
    version: await versionOf(),
    coloured: output === undefined && process.stdout.isTTY === true && !process.env.NO_COLOR,
  };
  const text = (await reportIn(format))(run);
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  for (const { file } of input.kind === 'stdin' ? [] : files) {
    if (await sameFile(output, file))
      throw new Trouble(
        `“${output}”就是所查的通知，请另起一个文件名`,
        `"${output}" is one of the notices; give another name`,
      );
  }
  await writeWhole(output, text, force);
}

/** Errors and warnings are 1; with --quiet errors only, with --max-warnings warnings from there on. */
function exitCode(files: readonly Checked[], { quiet, maxWarnings }: LintOptions): number {
  const all = files.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const warnings = all.filter((severity) => severity === 'warning').length;
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    const [zh, en] = [
      `有 ${warnings} 个警告，超过 --max-warnings ${maxWarnings}`,
      `${warnings} warnings, more than --max-warnings ${maxWarnings}`,
    ];
    process.stderr.write(`${both({ zh, en })}\n`);
    return 1;
  }
  if (all.includes('error')) return 1;
  return warnings && !quiet && maxWarnings === undefined ? 1 : 0;
}
