/** tasknotice import: a notice out of a published document, with a report of what was joined, dropped, changed or doubtful. */
import path from 'node:path';
import { disk } from '../disk.ts';
import type { ImportRemark } from '../imports/draft.ts';
import { importDocument } from '../imports/index.ts';
import { reportLines } from '../imports/report.ts';
import { Project } from '../project/project.ts';
import { type Command, oneFile, oneOf, Trouble, text } from './command.ts';
import { readBytes, sameFile, uriOf, writeWhole } from './files.ts';

const HELP = `tasknotice import 文件 — 把 Word、Excel、PDF、网页、文本变成通知 make a notice of a document

    -o, --output 文件|-          写到哪里，- 是直接输出；不写时在原文件旁边 where to; - prints it; else beside the document
    --force                      替换已有的文件 replace files
    --full-width                 全文用半角标点的，改为全角 bring half-width marks to full width
    --report 文件                报告写到文件里，不显示 the report into a file
    --format text|json           报告的格式 the form of the report
    --config 文件                配置文件：本单位的标签 configuration: labels of your own

  退出码 exit code: 0 导入了 imported, 1 导入了，有存疑的地方 imported, with doubts, 2 没有导入 not imported
  说明见 docs/import.md
`;

const command: Command = {
  help: HELP,
  options: {
    output: { type: 'string', short: 'o' },
    'full-width': { type: 'boolean' },
    report: { type: 'string' },
    format: { type: 'string' },
    config: { type: 'string' },
    force: { type: 'boolean' },
  },
  async run(positionals, values) {
    const file = oneFile(positionals);
    const format = oneOf(values, 'format', ['text', 'json'] as const, 'text');
    const output = text(values, 'output') ?? beside(file);
    const force = values.force === true;
    const bytes = await readBytes(file);
    const config = text(values, 'config');
    const found = await new Project(disk).config(uriOf(file), config && uriOf(config));
    if (found.problems[0]) throw new Trouble(...(found.problems[0].split(' / ') as [string, string]));
    const imported = await importDocument(bytes, path.basename(file), {
      vocabulary: found.value.labels,
      fullWidthMarks: values['full-width'] === true,
    });
    if ('refused' in imported)
      throw new Trouble(
        `“${file}”没有导入：${imported.refused.zh}`,
        `"${file}" was not imported: ${imported.refused.en}`,
      );
    const { remarks, tasks } = imported;
    if (output === '-') process.stdout.write(imported.text);
    else {
      if (await sameFile(output, file))
        throw new Trouble(
          `“${output}”就是要导入的文件，请用 -o 另起一个文件名`,
          `"${output}" is the file to import; give another name with -o`,
        );
      await writeWhole(output, imported.text, force);
    }
    const report = format === 'json' ? asJson(file, output, tasks, remarks) : asText(file, output, tasks, remarks);
    const target = text(values, 'report');
    if (target === undefined) process.stderr.write(report);
    else await writeWhole(target, report, force);
    return remarks.some(({ kind }) => kind === 'doubtful') ? 1 : 0;
  },
};

export default command;

function beside(file: string): string {
  const { dir, name } = path.parse(file);
  return path.join(dir, `${name}.notice`);
}

function asJson(file: string, output: string, tasks: number, remarks: readonly ImportRemark[]): string {
  return `${JSON.stringify({ file, output, tasks, remarks }, null, 2)}\n`;
}

function asText(file: string, output: string, tasks: number, remarks: readonly ImportRemark[]): string {
  const written = output === '-' ? '' : `：${output}`;
  const first = `已导入“${file}”，读到 ${tasks} 项任务 / ${tasks} ${tasks === 1 ? 'task' : 'tasks'} imported${written}`;
  const english = reportLines(remarks, ({ en }) => en);
  const lines = reportLines(remarks, ({ zh }) => zh).map((line, at) =>
    line.startsWith(' ') ? `${line}\n  ${english[at]}` : `${line} / ${english[at]}`,
  );
  return `${[first, ...lines].join('\n')}\n`;
}
