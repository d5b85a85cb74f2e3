/** tasknotice export: the documents that are made of a notice. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { disk } from '../disk.ts';
import { fileNameOf, fileNames } from '../formats/file-names.ts';
import type { DocumentId, DocumentKind, Exported, ExportOptions, FileType } from '../formats/format.ts';
import { DOCUMENTS, exportNotice, typesOf } from '../formats/index.ts';
import { FONT_SET_IDS, FONT_SETS } from '../formats/page/fonts.ts';
import { TEMPLATE_IDS } from '../formats/table/templates.ts';
import type { Notice } from '../model/notice.ts';
import { readNotice } from '../model/read.ts';
import { progressFileOf } from '../project/progress-file.ts';
import { Project } from '../project/project.ts';
import { Lines } from '../syntax/lines.ts';
import { type Command, oneFile, oneOf, Trouble, text, texts, type Values } from './command.ts';
import { readText, sameFile, textOf, uriOf, writeWhole } from './files.ts';

/** Types of file that a terminal can show. */
const TEXT_TYPES: readonly string[] = ['csv', 'json', 'md', 'ics'];

const HELP = `tasknotice export 通知 [--what 文件] [--to 格式] [-o 文件或文件夹] — 导出 write documents

  --what table     任务分解表（不写就是它）   docx|xlsx|pdf|html|csv|md|json
         notice    公文（通知本身）           docx|pdf|html
         slips     分办单，每个单位一份       docx|xlsx
         load      责任分布                   xlsx|html
         calendar  时限日历                   ics
         ledger    台账，各单位填报           xlsx
                   what is written, and in which types of file

  都可以用 For all
    --to 格式                     只有一种格式的、-o 写了扩展名的，可以不写 may be left out where there is but one
    -o, --output 文件或文件夹     写到哪里；分办单写成文件夹 where to; slips go into a folder
    --force                       替换已有的文件 replace files
    --title 标题  --author 作者   换一个标题；文件属性里的作者 another title; the author, a property of the file
    --fonts official|windows|free 字体 faces
    --font-dir 文件夹             写 PDF 时到哪里找字体，可写几次 where a PDF finds its faces; repeat
    --registry 名册               单位名册，可写几次 unit registry; repeat
    --config 文件                 配置文件 configuration
  任务分解表 table
    --template full|brief|progress  九栏全表、简表、督办台账 which columns
    --progress 进展文件           督办台账里填什么；不写就用通知旁边的 what units reported
  公文 notice
    --annex-table                 任务分解表作附件 the table as an annex; --template: 哪一种表 which columns
    --head none                   不印版头 without the red head
    --sides both|one              双面、单面印刷 printed on both sides, on one
    --unsealed                    不盖章 without room for a seal
  分办单、台账 slips, ledger
    --by unit|leader              每个单位一份、每位领导一份 one for each unit, each leader
    --only 名称                   只要一个单位或领导的，日历也可以 of one unit or leader; for the calendar, too
    --progress 进展文件           台账里已报的进展 what units have reported (ledger)

  说明见 docs/documents.md
`;

/** Options that concern some documents only. */
const CONCERNS: Readonly<Record<string, readonly DocumentId[]>> = {
  template: ['table', 'notice'],
  progress: ['table', 'ledger'],
  'annex-table': ['notice'],
  head: ['notice'],
  sides: ['notice'],
  unsealed: ['notice'],
  by: ['slips', 'ledger'],
  only: ['slips', 'ledger', 'calendar'],
};

const command: Command = {
  help: HELP,
  options: {
    what: { type: 'string' },
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    template: { type: 'string' },
    title: { type: 'string' },
    author: { type: 'string' },
    fonts: { type: 'string' },
    'font-dir': { type: 'string', multiple: true },
    by: { type: 'string' },
    only: { type: 'string' },
    progress: { type: 'string' },
    head: { type: 'string' },
    sides: { type: 'string' },
    unsealed: { type: 'boolean' },
    'annex-table': { type: 'boolean' },
    config: { type: 'string' },
    registry: { type: 'string', multiple: true },
    force: { type: 'boolean' },
  },
  async run(positionals, values) {
    const file = oneFile(positionals);
    const id = oneOf(
      values,
      'what',
      DOCUMENTS.map((document) => document.id),
      'table',
    );
    const document = DOCUMENTS.find((candidate) => candidate.id === id)!;
    allConcern(document, values);
    const type = typeAsked(document, values);
    const template = values.template === undefined ? undefined : oneOf(values, 'template', TEMPLATE_IDS);
    const asked = values.fonts === undefined ? undefined : FONT_SETS[oneOf(values, 'fonts', FONT_SET_IDS)];
    const by = values.by === undefined ? undefined : oneOf(values, 'by', ['unit', 'leader'] as const);
    const source = await readText(file);
    const project = new Project(disk);
    const config = text(values, 'config');
    const found = await project.config(uriOf(file), config && uriOf(config));
    if (found.problems[0]) throw new Trouble(...(found.problems[0].split(' / ') as [string, string]));
    const { value } = found;
    const fonts = asked ?? value.fonts;
    const notice = readNotice(source, { vocabulary: value.labels });
    if (!notice.tasks.length && id !== 'notice')
      throw new Trouble(
        `“${file}”里没有读到任务，没有可导出的内容`,
        `"${file}" holds no tasks; there is nothing to write`,
      );
    const registry = await project.registry(uriOf(file), notice.settings, found, texts(values, 'registry').map(uriOf));
    const exported = await exportNotice(notice, id, type, {
      form: template ? { template } : value.table,
      registry: registry.value,
      ...(fonts && { fonts }),
      ...(type === 'pdf' && { faces: (await import('../font-files.ts')).facesIn(await fontFolders(values)) }),
      ...(by && { by }),
      ...(await progressOf(file, id, notice, values)),
      ...pageOf(values),
      ...pick(values, 'title', 'author', 'only'),
    });
    const [why] = exported.remarks;
    if (!exported.files.length && why) throw new Trouble(why.words.zh, why.words.en);
    const lines = new Lines(source);
    for (const { words, range } of exported.remarks) {
      const place = range ? `${file}:${lines.at(range.start).line + 1}: ` : '';
      process.stderr.write(`${place}${words.zh}\n    ${words.en}\n`);
    }
    return put(exported, { file, document, type, tasks: exported.tasks ?? notice.tasks.length, values });
  },
};

/** An option that would do nothing is a mistake: who gives it believes that it does something. */
function allConcern({ id, title }: DocumentKind, values: Values): void {
  for (const [option, ids] of Object.entries(CONCERNS)) {
    if (values[option] === undefined || ids.includes(id)) continue;
    const [zh, en] = (['zh', 'en'] as const).map((tongue) =>
      DOCUMENTS.filter((other) => ids.includes(other.id)).map(
        (other) => `${other.title[tongue]}（--what ${other.id}）`,
      ),
    );
    throw new Trouble(
      `--${option} 对${title.zh}不起作用；它用于${zh!.join('、')}`,
      `--${option} does nothing for ${title.en}; it is for ${en!.join(', ').replace(/（(.*?)）/g, ' ($1)')}`,
    );
  }
}

/** How the notice stands on the official page. */
function pageOf(values: Values): ExportOptions {
  return {
    ...(values.head !== undefined && { head: oneOf(values, 'head', ['full', 'none'] as const) }),
    ...(values.sides !== undefined && { sides: oneOf(values, 'sides', ['both', 'one'] as const) }),
    ...(values.unsealed === true && { sealed: false }),
    ...(values['annex-table'] === true && { annexTable: true }),
  };
}

/** Documents with columns for what units report. */
const REPORTING: readonly DocumentId[] = ['ledger', 'table'];

/** What units reported: in the file that --progress names, else in the one beside the notice, where there is one. */
async function progressOf(file: string, id: DocumentId, notice: Notice, values: Values): Promise<ExportOptions> {
  if (!REPORTING.includes(id)) return {};
  const named = text(values, 'progress');
  const bytes = await disk.read(uriOf(named ?? progressFileOf(file)));
  if (!bytes && named === undefined) return {};
  const name = named ?? progressFileOf(file);
  if (!bytes) throw new Trouble(`进展文件“${name}”无法读取`, `the progress file "${name}" cannot be read`);
  const { parseProgress, reportsByTask } = await import('../project/progress.ts');
  const progress = parseProgress(textOf(bytes, name));
  if (!('tasks' in progress))
    throw new Trouble(`“${name}”不能作进展文件：${progress.zh}`, `"${name}" cannot be used: ${progress.en}`);
  return { progress: reportsByTask(progress, notice) };
}

/** What --font-dir names; a folder that is not there would else be passed over without a word. */
async function fontFolders(values: Values): Promise<readonly string[]> {
  const folders = texts(values, 'font-dir');
  for (const folder of folders)
    if (!(await stat(folder).catch(() => undefined))?.isDirectory())
      throw new Trouble(`没有“${folder}”这个文件夹（--font-dir）`, `there is no folder "${folder}" (--font-dir)`);
  return folders;
}

/** What --to says, else the extension of the file to write. */
function typeAsked(document: DocumentKind, values: Values): FileType {
  const extension = path
    .extname(text(values, 'output') ?? '')
    .slice(1)
    .toLowerCase();
  const types = typesOf(document.id);
  const known = types.find((type) => type === extension);
  if (values.to === undefined && !known && ALL_TYPES.has(extension))
    throw new Trouble(
      `${document.title.zh}没有 ${extension} 格式，只有 ${types.join('、')}`,
      `there is no ${extension} of ${document.title.en}, only ${types.join(', ')}`,
    );
  const type = oneOf(values, 'to', types, known ?? (types.length === 1 ? types[0] : undefined));
  if (type !== extension && ALL_TYPES.has(extension))
    throw new Trouble(
      `“${text(values, 'output')}”的扩展名与 --to ${type} 不一致，请改一处`,
      `"${text(values, 'output')}" is no name of a ${type} file; change it or --to`,
    );
  return type;
}

/** An Excel file under a Word file's name opens in neither. */
const ALL_TYPES: ReadonlySet<string> = new Set([...DOCUMENTS.flatMap(({ id }) => typesOf(id)), 'doc', 'xls', 'wps']);

function pick(values: Values, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = text(values, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

interface Place {
  readonly file: string;
  readonly document: DocumentKind;
  readonly type: FileType;
  readonly tasks: number;
  readonly values: Values;
}

async function put({ files }: Exported, place: Place): Promise<number> {
  const { file, document, type, tasks, values } = place;
  const output = text(values, 'output');
  const force = values.force === true;
  const beside = (kind?: FileType) => path.join(path.dirname(file), fileNameOf(path.basename(file), document, kind));
  const named = output !== undefined && path.extname(output).toLowerCase() === `.${type}`;
  if (files.length === 1 && (files[0]!.name === '' || named)) {
    const { content } = files[0]!;
    if (output === undefined && TEXT_TYPES.includes(type)) {
      process.stdout.write(content);
      return 0;
    }
    if (output !== undefined && (await sameFile(output, file)))
      throw new Trouble(
        `“${output}”就是通知本身，请另起一个文件名`,
        `"${output}" is the notice itself; give another name`,
      );
    const target = output === undefined ? beside(type) : await placeIn(output, path.basename(beside(type)));
    await writeWhole(target, content, force);
    // A notice may have none.
    const [zh, en] = tasks ? [` ${tasks} 项任务`, `${tasks} ${tasks === 1 ? 'task' : 'tasks'} `] : ['', ''];
    process.stderr.write(`已导出${zh} / ${en}written: ${target}\n`);
    return 0;
  }
  if (named)
    throw new Trouble(
      `要写成 ${files.length} 个文件，“${output}”是一个文件名；请给出文件夹名`,
      `${files.length} files are to be written, and "${output}" is the name of one; give a folder`,
    );
  const folder = output ?? beside();
  const names = fileNames(files.map(({ name }) => name)).map((name) => path.join(folder, `${name}.${type}`));
  if (!force) await noneOf(names);
  await mkdir(folder, { recursive: true });
  for (const [i, name] of names.entries()) await writeWhole(name, files[i]!.content, force);
  process.stderr.write(`已导出 ${names.length} 个文件 / ${names.length} files written: ${folder}\n`);
  return 0;
}

/** A folder that is there takes the file under its usual name. */
async function placeIn(output: string, usual: string): Promise<string> {
  return (await stat(output).catch(() => undefined))?.isDirectory() ? path.join(output, usual) : output;
}

/** Before the first file of several is written, it is certain that none is in the way. */
async function noneOf(files: readonly string[]): Promise<void> {
  for (const file of files)
    if (await stat(file).catch(() => undefined))
      throw new Trouble(`“${file}”已存在；要替换请加 --force`, `"${file}" exists; add --force to replace it`);
}

export default command;
