/** tasknotice ledger: reads ledgers that came back from the units, and shows how far the tasks are. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { portfolioNamed, portfoliosOf } from '../compare/portfolio.ts';
import { disk } from '../disk.ts';
import type { Refused } from '../imports/import.ts';
import { dueOf } from '../model/deadlines.ts';
import type { Notice, Task } from '../model/notice.ts';
import { combined, numberPath, type Report, STATES, says } from '../model/progress.ts';
import { readNotice } from '../model/read.ts';
import { NO_PROGRESS, type Progress, parseProgress, printProgress, reportsByTask } from '../project/progress.ts';
import { progressFileOf } from '../project/progress-file.ts';
import { readInto, TROUBLES } from '../project/progress-read.ts';
import { Project } from '../project/project.ts';
import { type Command, oneFile, oneOf, Trouble, text, texts, type Values } from './command.ts';
import { readText, sameFile, uriOf, writeWhole } from './files.ts';

const HELP = `tasknotice ledger read 台账.xlsx… --notice 通知 — 读回各单位填好的台账 read ledgers that came back
    -o, --output 文件     进展写到哪里；不写时在通知旁边 where progress goes; else beside the notice
    --dry-run             只看结果，不写文件 show what is read, write nothing
    --force               替换一个不是进展文件的文件 replace what is no progress file

tasknotice ledger show 通知 — 列出各项任务的进展 how far the tasks are
    --unit 单位或领导     只看一个单位、一位领导的 of one unit or leader
    --today 年-月-日      这一天过了期限没有完成的 what is overdue on that day
    --format text|json
    --progress 进展文件   不写时用通知旁边的 else the one beside the notice

  都可以用 for both: --registry 名册（可写几次 repeat）  --config 文件

  台账用 tasknotice export 通知 --what ledger 导出 ledgers are written by export
  退出码 exit code: 0 都对上了 all matched, 1 有要核对的 something to look at, 2 未能完成 could not do its work
  说明见 docs/ledger.md
`;

const command: Command = {
  help: HELP,
  options: {
    notice: { type: 'string' },
    output: { type: 'string', short: 'o' },
    progress: { type: 'string' },
    unit: { type: 'string' },
    today: { type: 'string' },
    format: { type: 'string' },
    'dry-run': { type: 'boolean' },
    force: { type: 'boolean' },
    config: { type: 'string' },
    registry: { type: 'string', multiple: true },
  },
  run([action, ...files], values) {
    if (action === 'read') return read(files, values);
    if (action === 'show') return show(oneFile(files), values);
    throw new Trouble(
      `ledger 后面应是 read 或 show${action === undefined ? '' : `，不能是“${action}”`}`,
      `ledger is followed by read or show${action === undefined ? '' : `, not "${action}"`}`,
    );
  },
};

export default command;

async function read(files: readonly string[], values: Values): Promise<number> {
  const file = text(values, 'notice');
  if (file === undefined)
    throw new Trouble('请用 --notice 给出台账所属的通知', 'name the notice of the ledger with --notice');
  if (!files.length) throw new Trouble('请给出填好的台账（.xlsx）', 'name the ledgers that came back (.xlsx)');
  const { notice } = await noticeOf(file, values);
  const output = text(values, 'output') ?? progressFileOf(file);
  for (const other of [file, ...files])
    if (await sameFile(output, other))
      throw new Trouble(`“${output}”是要读的文件，不能写在它上面`, `"${output}" is read; it cannot be written over`);
  let progress = await progressIn(output, values.force === true);
  let [reported, blank, troubles] = [0, 0, 0];
  const { readLedger } = await import('../imports/ledger.ts');
  for (const name of files) {
    const returned = await readLedger(await bytesOf(name));
    if ('refused' in returned) throw refusal(name, returned);
    const outcome = readInto(progress, notice, returned, path.basename(name));
    progress = outcome.progress;
    reported += outcome.reported;
    blank += outcome.blank;
    for (const { kind, words } of outcome.remarks) {
      if (TROUBLES.has(kind)) troubles++;
      process.stderr.write(`${words.zh}\n    ${words.en}\n`);
    }
  }
  if (!values['dry-run']) await writeWhole(output, printProgress(progress), true);
  const where = values['dry-run'] ? '试读，没有写入 dry run, nothing written' : output;
  process.stdout.write(
    `读入 ${files.length} 份台账：${reported} 项有进展，${blank} 项未填，${troubles} 处请核对 / ` +
      `${files.length} read: ${reported} reported, ${blank} blank, ${troubles} to look at: ${where}\n`,
  );
  return troubles ? 1 : 0;
}

function refusal(name: string, { refused }: Refused): Trouble {
  return new Trouble(`“${name}”：${refused.zh}`, `"${name}": ${refused.en}`);
}

async function bytesOf(name: string): Promise<Uint8Array> {
  return readFile(name).catch((error) => {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Trouble(
      `“${name}”${missing ? '不存在' : '无法读取'}`,
      `"${name}" ${missing ? 'does not exist' : 'cannot be read'}`,
    );
  });
}

async function noticeOf(file: string, values: Values) {
  const source = await readText(file);
  const project = new Project(disk);
  const config = text(values, 'config');
  const found = await project.config(uriOf(file), config && uriOf(config));
  const notice = readNotice(source, { vocabulary: found.value.labels });
  if (!notice.tasks.length) throw new Trouble(`“${file}”里没有读到任务`, `"${file}" holds no tasks`);
  const registry = await project.registry(uriOf(file), notice.settings, found, texts(values, 'registry').map(uriOf));
  return { notice, registry: registry.value };
}

/** @param force a file that is no progress file is written over */
async function progressIn(file: string, force: boolean): Promise<Progress> {
  const bytes = await disk.read(uriOf(file));
  if (!bytes) return NO_PROGRESS;
  const progress = parseProgress(Buffer.from(bytes).toString('utf8'));
  if ('tasks' in progress) return progress;
  if (force) return NO_PROGRESS;
  throw new Trouble(
    `“${file}”不能作进展文件：${progress.zh}；要替换它请加 --force`,
    `"${file}" cannot be used: ${progress.en}; add --force to replace it`,
  );
}

/** What stands for no report at all. */
const SILENT = '未填报';

interface Shown {
  readonly task: Task;
  readonly reports: readonly Report[];
  readonly state: string;
  readonly overdue: boolean;
}

async function show(file: string, values: Values): Promise<number> {
  const format = oneOf(values, 'format', ['text', 'json'] as const, 'text');
  const today = text(values, 'today');
  if (today !== undefined && !/^\d{4}-\d\d-\d\d$/.test(today))
    throw new Trouble(`--today 应如 2026-05-20，不能是“${today}”`, `--today is a day like 2026-05-20, not "${today}"`);
  const { notice, registry } = await noticeOf(file, values);
  const sidecar = text(values, 'progress') ?? progressFileOf(file);
  if (!(await disk.read(uriOf(sidecar))))
    throw new Trouble(
      `没有进展文件“${sidecar}”；请先用 tasknotice ledger read 读入台账`,
      `there is no progress file "${sidecar}"; read ledgers first: tasknotice ledger read`,
    );
  const progress = await progressIn(sidecar, false);
  const reports = reportsByTask(progress, notice);
  const unit = text(values, 'unit');
  const portfolio =
    unit === undefined ? undefined : portfolioNamed(portfoliosOf(notice, registry), unit, notice, registry);
  if (unit !== undefined && !portfolio)
    throw new Trouble(`通知里没有“${unit}”的任务，请核对名称`, `no task is of "${unit}"; check the name`);
  const own = portfolio && new Set(portfolio.shares.map(({ task }) => task.n));
  const shown = notice.tasks
    .filter((task) => !own || own.has(task.n))
    .map((task): Shown => {
      const said = reports[task.n - 1]!;
      const state = combined(said, task).state ?? (said.some(says) ? '未写状态' : SILENT);
      const due = dueOf(task);
      return { task, reports: said, state, overdue: Boolean(today && due && due < today && state !== '已完成') };
    });
  const counts = countsOf(shown);
  process.stdout.write(
    format === 'json' ? asJson(notice, shown, counts, progress) : asText(shown, counts, progress, today),
  );
  return 0;
}

/** The states offered first, then units' own words, then those who said nothing. */
function countsOf(shown: readonly Shown[]): readonly (readonly [state: string, tasks: number])[] {
  const counts = new Map<string, number>(STATES.map((state) => [state, 0]));
  for (const { state } of shown) if (state !== SILENT) counts.set(state, (counts.get(state) ?? 0) + 1);
  counts.set(SILENT, shown.filter(({ state }) => state === SILENT).length);
  return [...counts];
}

function asText(
  shown: readonly Shown[],
  counts: readonly (readonly [string, number])[],
  { unmatched }: Progress,
  today: string | undefined,
): string {
  const overdue = shown.filter((one) => one.overdue);
  const sum = counts.map(([state, count]) => `${state} ${count}`).join('，');
  const late = today === undefined ? '' : `；到${today}逾期 ${overdue.length} overdue`;
  const out = [`共 ${shown.length} 项 tasks：${sum}${late}`, ''];
  for (const { task, reports, state, overdue: isLate } of shown) {
    const leads = (task.duty.leadUnits.length ? task.duty.leadUnits : task.duty.units)
      .map(({ base }) => base)
      .join('、');
    const lateBy = isLate ? `  ［逾期，应于 ${dueOf(task)} 前完成］` : '';
    out.push(
      `${numberPath(task)} ${task.text}${leads ? `  〔${leads}〕` : ''}`,
      `    ${state}${percentOf(combined(reports, task))}${lateBy}`,
    );
    for (const report of reports) out.push(...linesOf(report, reports.length > 1));
  }
  if (unmatched.length)
    out.push('', `另有 ${unmatched.length} 行没有对应的任务，见进展文件的 unmatched / rows kept without a task`);
  return `${out.join('\n')}\n`;
}

function percentOf({ percent }: Report): string {
  return percent === undefined ? '' : ` ${percent}%`;
}

function linesOf(report: Report, several: boolean): string[] {
  const { unit, source, state, by, date } = report;
  const who = [unit ?? source, by, date].filter(Boolean).join(' ');
  const own = several && state ? `：${state}${percentOf(report)}` : '';
  const lines = who ? [`    · ${who}${own}`] : [];
  const said: readonly [string, string | undefined][] = [
    ['进展', report.progress],
    ['问题', report.problems],
    ['下一步', report.next],
    ...Object.entries(report.others ?? {}),
  ];
  for (const [label, words] of said) if (words) lines.push(`      ${label}：${words.replace(/\s*\n\s*/g, ' ')}`);
  return lines;
}

function asJson(
  notice: Notice,
  shown: readonly Shown[],
  counts: readonly (readonly [string, number])[],
  { unmatched }: Progress,
): string {
  const tasks = shown.map(({ task, reports, state, overdue }) => ({
    n: task.n,
    number: numberPath(task),
    text: task.text,
    due: dueOf(task) ?? null,
    state,
    ...(overdue && { overdue }),
    reports,
  }));
  const title = notice.head.title?.text ?? '';
  return `${JSON.stringify({ notice: title, counts: Object.fromEntries(counts), tasks, unmatched }, null, 2)}\n`;
}
