/** tasknotice registry infer: a unit registry proposed from the notices that an office has. */
import { readNotice } from '../model/read.ts';
import { inferRegistry } from '../registry/infer.ts';
import { type Command, Trouble, text } from './command.ts';
import { readText, sameFile, writeWhole } from './files.ts';

const command: Command = {
  options: { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } },
  async run([action, ...files], values) {
    if (action !== 'infer')
      throw new Trouble('用法：tasknotice registry infer 文件…', 'usage: tasknotice registry infer FILE…');
    if (!files.length) throw new Trouble('请给出至少一个通知文件', 'at least one notice file is missing');
    const notices = [];
    for (const file of files) notices.push(readNotice(await readText(file)));
    const { text: registry } = inferRegistry(notices);
    const output = text(values, 'output');
    for (const file of files) {
      if (output !== undefined && (await sameFile(output, file))) {
        throw new Trouble(
          `“${output}”是一份通知，请另起一个文件名`,
          `"${output}" is one of the notices; give another name`,
        );
      }
    }
    if (output === undefined) process.stdout.write(registry);
    else {
      await writeWhole(output, registry, values.force === true);
      process.stderr.write(`已写入 / written: ${output}\n`);
    }
    return 0;
  },
};

export default command;
