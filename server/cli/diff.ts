/** tasknotice diff: what changed between two notices, task by task. */
import path from 'node:path';
import { isEmpty } from '../compare/change.ts';
import { changesBetween } from '../compare/changes.ts';
import { changesFor, type Whom } from '../compare/concerning.ts';
import { disk } from '../disk.ts';
import { CHANGES_TYPES, type ChangesType, writeChanges } from '../formats/changes/index.ts';
import { authorOf } from '../formats/notice/front-matter.ts';
import { readDocumentAsNotice } from '../imports/index.ts';
import type { Notice } from '../model/notice.ts';
import { readNotice } from '../model/read.ts';
import { Project } from '../project/project.ts';
import { EMPTY_REGISTRY, mergeRegistries, type Registry } from '../registry/registry.ts';
import { type Command, oneOf, Trouble, text, texts, type Values } from './command.ts';
import { readBytes, sameFile, uriOf, writeWhole } from './files.ts';

const HELP = `tasknotice diff 原文 新文 — 比较两份通知，先写原来的，再写现在的 what changed, the earlier notice first

    --unit 单位 | --leader 领导       只看与一个单位、一位领导有关的 what concerns one unit or leader
    --format text|html|docx|json      不写时看 -o 的扩展名 else by the extension of the file to write
    -o, --output 文件  --force        写到文件；替换已有的文件 into a file; replace it
    --title 标题  --author 作者       对照表的标题；文件属性里的作者 title; author, a property of the file
    --registry 名册                   单位名册，可写几次 unit registry; repeat
    --config 文件                     配置文件 configuration

  两份文件可以是通知，也可以是 Word、Excel、PDF、网页 notices, or documents that import reads

  退出码 exit code: 0 没有变化 no change, 1 有变化 changes, 2 未能完成 could not do its work
  说明见 docs/diff.md
`;

const command: Command = {
  help: HELP,
  options: {
    unit: { type: 'string' },
    leader: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
    title: { type: 'string' },
    author: { type: 'string' },
    config: { type: 'string' },
    registry: { type: 'string', multiple: true },
  },
  async run(positionals, values) {
    const [before, after] = twoFiles(positionals);
    const type = typeAsked(values);
    const whom = whomAsked(values);
    const project = new Project(disk);
    const [one, other] = [await read(project, before, values), await read(project, after, values)];
    // Each notice may name units that the other's registry doesn't know.
    const registries = [...new Set([other.registry, one.registry])].filter(({ records }) => records.length);
    const registry = registries.length ? mergeRegistries(registries) : EMPTY_REGISTRY;
    const notices = [one.notice, other.notice] as const;
    const all = changesBetween(...notices, { registry });
    const changes = whom ? changesFor(whom, all, notices, registry) : all;
    if (!changes)
      throw new Trouble(
        `两份通知里都没有“${whom!.name}”承担的任务；请核对名称，或用 --registry 给出名册`,
        `neither notice has a task of "${whom!.name}"; check the name, or give a registry with --registry`,
      );
    const output = text(values, 'output');
    const coloured = output === undefined && process.stdout.isTTY === true && !process.env.NO_COLOR;
    const author = authorOf(other.notice, text(values, 'author'));
    const title = text(values, 'title');
    const content = await writeChanges(changes, type, {
      names: { before: path.basename(before), after: path.basename(after) },
      coloured,
      author,
      ...(title !== undefined && { title }),
    });
    if (output === undefined) process.stdout.write(content);
    else await put(content, output, [before, after], values);
    return isEmpty(changes) ? 0 : 1;
  },
};

export default command;

function twoFiles(positionals: readonly string[]): [string, string] {
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined)
    throw new Trouble(
      '请给出两份通知：先写原来的，再写现在的',
      'give two notices: the earlier one, then the later one',
    );
  if (more.length)
    throw new Trouble(`只比较两份通知，多出了“${more[0]}”`, `two notices only; "${more[0]}" is one too many`);
  return [before, after];
}

/** Names of files that hold plain text. */
const PLAIN_EXTENSIONS: readonly string[] = ['', 'txt', 'md', 'log'];

/** What --format says, else the extension of the file to write. */
function typeAsked(values: Values): ChangesType {
  const output = text(values, 'output');
  const extension = path
    .extname(output ?? '')
    .slice(1)
    .toLowerCase();
  const known = CHANGES_TYPES.find((one) => one === extension);
  if (values.format === undefined && !known && !PLAIN_EXTENSIONS.includes(extension))
    throw new Trouble(
      `“${output}”：写不出 .${extension} 文件，可以写 ${CHANGES_TYPES.join('、')}；纯文本请加 --format text`,
      `"${output}": there is no .${extension} of changes, only ${CHANGES_TYPES.join(', ')}; for plain text add --format text`,
    );
  const type = oneOf(values, 'format', CHANGES_TYPES, known ?? 'text');
  if (type === 'docx' && output === undefined)
    throw new Trouble(
      'Word 文件不能显示在屏幕上，请用 -o 写明文件名',
      'a Word file cannot be shown here; name a file with -o',
    );
  return type;
}

function whomAsked(values: Values): Whom | undefined {
  const [unit, leader] = [text(values, 'unit'), text(values, 'leader')];
  if (unit !== undefined && leader !== undefined)
    throw new Trouble('--unit 和 --leader 不能同时用', '--unit and --leader cannot be used together');
  if (unit !== undefined) return { name: unit, kind: 'unit' };
  return leader === undefined ? undefined : { name: leader, kind: 'leader' };
}

async function read(project: Project, file: string, values: Values): Promise<{ notice: Notice; registry: Registry }> {
  const config = text(values, 'config');
  const found = await project.config(uriOf(file), config && uriOf(config));
  if (found.problems[0]) throw new Trouble(...(found.problems[0].split(' / ') as [string, string]));
  const document = await readDocumentAsNotice(await readBytes(file), path.basename(file), {
    vocabulary: found.value.labels,
  });
  if ('refused' in document)
    throw new Trouble(`“${file}”读不了：${document.refused.zh}`, `"${file}" cannot be read: ${document.refused.en}`);
  const notice = readNotice(document.text, { vocabulary: found.value.labels });
  if (!notice.tasks.length)
    throw new Trouble(`“${file}”里没有读到任务，无法比较`, `"${file}" holds no tasks; there is nothing to compare`);
  const registry = await project.registry(uriOf(file), notice.settings, found, texts(values, 'registry').map(uriOf));
  for (const problem of registry.problems) process.stderr.write(`${problem}\n`);
  return { notice, registry: registry.value };
}

async function put(
  content: string | Uint8Array,
  output: string,
  inputs: readonly string[],
  values: Values,
): Promise<void> {
  for (const input of inputs)
    if (await sameFile(output, input))
      throw new Trouble(
        `“${output}”就是要比较的通知，请另起一个文件名`,
        `"${output}" is one of the notices; give another name`,
      );
  await writeWhole(output, content, values.force === true);
  process.stderr.write(`已写出变化对照 / changes written: ${output}\n`);
}
