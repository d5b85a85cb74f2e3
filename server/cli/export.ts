/** tasknotice export: the official table of a notice. */
import path from 'node:path';
import { disk } from '../disk.ts';
import { exportNotice, FORMATS } from '../formats/index.ts';
import { TEMPLATE_IDS } from '../formats/templates.ts';
import { readNotice } from '../model/read.ts';
import { Project } from '../project/project.ts';
import { type Command, oneFile, oneOf, Trouble, text } from './command.ts';
import { readText, sameFile, uriOf, writeWhole } from './files.ts';

/** Formats that a terminal can show. */
const TEXT_FORMATS = ['csv', 'json'];

const command: Command = {
  options: {
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    template: { type: 'string' },
    config: { type: 'string' },
    force: { type: 'boolean' },
  },
  async run(positionals, values) {
    const file = oneFile(positionals);
    const id = oneOf(
      values,
      'to',
      FORMATS.map((format) => format.id),
    );
    const template = values.template === undefined ? undefined : oneOf(values, 'template', TEMPLATE_IDS);
    const source = await readText(file);
    const config = text(values, 'config');
    const { value, problems } = await new Project(disk).config(uriOf(file), config && uriOf(config));
    if (problems[0]) throw new Trouble(...(problems[0].split(' / ') as [string, string]));
    const notice = readNotice(source, { vocabulary: value.labels });
    if (!notice.tasks.length)
      throw new Trouble(
        `“${file}”里没有读到任务，没有可导出的表`,
        `"${file}" holds no tasks; there is no table to write`,
      );
    const content = await exportNotice(notice, id, { form: template ? { template } : value.table });
    let output = text(values, 'output');
    if (output === undefined && TEXT_FORMATS.includes(id)) {
      process.stdout.write(content);
      return 0;
    }
    if (output !== undefined && (await sameFile(output, file))) {
      throw new Trouble(
        `“${output}”就是通知本身，请另起一个文件名`,
        `"${output}" is the notice itself; give another name`,
      );
    }
    output ??= path.join(path.dirname(file), `${path.basename(file, path.extname(file))}.${id}`);
    await writeWhole(output, content, values.force === true);
    const count = notice.tasks.length;
    process.stderr.write(`已导出 ${count} 项任务 / ${count} ${count === 1 ? 'task' : 'tasks'} written: ${output}\n`);
    return 0;
  },
};

export default command;
