/** tasknotice fmt: a notice in its form, printed, written in its place or beside it, or only compared. */

import { disk } from '../disk.ts';
import { unifiedDiff } from '../edits/diff.ts';
import { formatNotice } from '../edits/fmt.ts';
import { FMT_VALUES, type FmtOptions } from '../edits/fmt-options.ts';
import { readNotice } from '../model/read.ts';
import { looksLikeNotice } from '../model/recognise.ts';
import { Project } from '../project/project.ts';
import { type Command, notBoth, oneFile, oneOf, Trouble, text, type Values } from './command.ts';
import { readStdin, readText, textOf, uriOf } from './files.ts';
import { findFiles } from './inputs.ts';
import { REWRITE_OPTIONS, readNoticeFile, rewrite } from './rewrite.ts';

const FORM = { duties: 'duties', indent: 'indent', 'blank-lines': 'blankLines' } as const;

const command: Command = {
  options: {
    ...REWRITE_OPTIONS,
    write: { type: 'boolean', short: 'w' },
    check: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    duties: { type: 'string' },
    indent: { type: 'string' },
    'blank-lines': { type: 'string' },
    'stdin-filename': { type: 'string' },
  },
  async run(positionals, values) {
    const ways = ['write', 'check', 'dry-run', 'output'];
    for (const [index, way] of ways.entries()) for (const other of ways.slice(index + 1)) notBoth(values, way, other);
    const formatted = formatter(values);
    if (positionals[0] === '-' || text(values, 'stdin-filename') !== undefined) return fromStdin(values, formatted);
    if (!ways.some((way) => values[way] !== undefined) || values.output !== undefined)
      return one(positionals, values, formatted);
    return several(positionals, values, formatted);
  },
};

export default command;

/** What the command line asks for, over the configuration. */
function formOf(values: Values): Partial<FmtOptions> {
  const asked = Object.entries(FORM).filter(([option]) => values[option] !== undefined);
  return Object.fromEntries(asked.map(([option, key]) => [key, oneOf(values, option, FMT_VALUES[key])]));
}

/** A file's text in the form that its configuration and the command line ask for. */
type Formatter = (file: string, source: string) => Promise<string>;

function formatter(values: Values): Formatter {
  const form = formOf(values);
  const config = text(values, 'config');
  const project = new Project(disk);
  return async (file, source) => {
    const { value, problems } = await project.config(uriOf(file), config && uriOf(config));
    if (problems[0]) throw new Trouble(...(problems[0].split(' / ') as [string, string]));
    return formatNotice(source, { ...value.fmt, ...form }, value.labels);
  };
}

async function fromStdin(values: Values, formatted: Formatter): Promise<number> {
  const file = text(values, 'stdin-filename') ?? 'stdin.notice';
  if (values.write || values.output !== undefined)
    throw new Trouble('从标准输入读的，结果写到标准输出', 'what is read from standard input goes to standard output');
  const source = textOf(await readStdin(), file);
  const result = await formatted(file, source);
  if (values.check) return named(result === source ? [] : [file], 1);
  process.stdout.write(values['dry-run'] ? unifiedDiff(file, source, result) : result);
  return 0;
}

/** To standard output, or to a file of another name. */
async function one(positionals: readonly string[], values: Values, formatted: Formatter): Promise<number> {
  if (positionals.length > 1 && values.output === undefined)
    throw new Trouble(
      '几个文件请加 --write（写回原文件）、--check（只检查）或 --dry-run（只看改动）',
      'for several files add --write, --check or --dry-run',
    );
  const file = oneFile(positionals);
  const read = await readNoticeFile(file, values);
  const result = await formatted(file, read.notice.text);
  if (values.output !== undefined) await rewrite(read, result, values);
  else process.stdout.write(result);
  return 0;
}

/** Files, folders and globs: written, compared, or only looked at. */
async function several(positionals: readonly string[], values: Values, formatted: Formatter): Promise<number> {
  if (!positionals.length) throw new Trouble('请给出通知文件', 'a notice file is missing');
  const inputs = (await findFiles(positionals)).filter(({ file }) => !file.endsWith('.registry'));
  const differ: string[] = [];
  const troubles: Trouble[] = [];
  let notices = 0;
  for (const { file, asked } of inputs) {
    try {
      const source = await readText(file, asked);
      if (source === undefined || (!asked && file.endsWith('.txt') && !looksLikeNotice(readNotice(source)))) continue;
      notices++;
      const result = await formatted(file, source);
      if (result === source) continue;
      differ.push(file);
      if (values['dry-run']) process.stdout.write(unifiedDiff(file, source, result));
      else if (values.write) await rewrite(await readNoticeFile(file, values), result, values);
    } catch (error) {
      // One file that cannot be formatted does not keep the others from it.
      if (!(error instanceof Trouble)) throw error;
      troubles.push(error);
    }
  }
  if (!notices && !troubles.length)
    throw new Trouble('没有找到通知文件（*.notice、*.txt）', 'no notice files (*.notice, *.txt) found');
  for (const trouble of troubles) process.stderr.write(`tasknotice: ${trouble.message}\n`);
  if (values.check) {
    const code = named(differ, notices);
    return troubles.length ? 2 : code;
  }
  if (values.write) {
    const [zh, en] = [`已整理 ${differ.length} 个文件，共 ${notices} 个`, `${differ.length} of ${notices} written`];
    process.stderr.write(`${zh} / ${en}\n`);
  }
  return troubles.length ? 2 : 0;
}

/** Names the files that are not in their form. */
function named(differ: readonly string[], notices: number): number {
  for (const file of differ) process.stdout.write(`${file}\n`);
  const [zh, en] = differ.length
    ? [
        `${differ.length} 个文件需要整理，加 --write 写回`,
        `${differ.length} of ${notices} not in form; --write puts them right`,
      ]
    : [`${notices} 个文件都已整理`, `all ${notices} in form`];
  process.stderr.write(`${zh} / ${en}\n`);
  return differ.length ? 1 : 0;
}
