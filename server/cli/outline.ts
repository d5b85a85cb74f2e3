/** tasknotice outline: headings and tasks, with the units that lead. */

import { disk } from '../disk.ts';
import { type OutlineNode, outlineOf } from '../features/outline.ts';
import { readNotice } from '../model/read.ts';
import { Project } from '../project/project.ts';
import { Lines } from '../syntax/lines.ts';
import { type Command, oneFile, oneOf, text } from './command.ts';
import { readText, uriOf } from './files.ts';

const command: Command = {
  options: { format: { type: 'string' }, config: { type: 'string' } },
  async run(positionals, values) {
    const file = oneFile(positionals);
    const format = oneOf(values, 'format', ['text', 'json'] as const, 'text');
    const source = await readText(file);
    const config = text(values, 'config');
    const { value } = await new Project(disk).config(uriOf(file), config && uriOf(config));
    const outline = outlineOf(readNotice(source, { vocabulary: value.labels }), new Lines(source));
    process.stdout.write(
      format === 'json'
        ? `${JSON.stringify(outline.map(fromOne), null, 2)}\n`
        : outline.map((node) => print(node, 0)).join(''),
    );
    return 0;
  },
};

export default command;

/** Lines count from 1 for people and programs, as in lint and export. */
function fromOne(node: OutlineNode): OutlineNode {
  return { ...node, line: node.line + 1, children: node.children.map(fromOne) };
}

function print(node: OutlineNode, depth: number): string {
  const units = node.leadUnits.length ? `  〔${node.leadUnits.join('、')}〕` : '';
  const line = `${'  '.repeat(depth)}${node.number ?? '·'} ${node.title}${units}\n`;
  return line + node.children.map((child) => print(child, depth + 1)).join('');
}
