/** tasknotice gate: the last look before a notice is issued, as a list to tick off. */
import { type GateItem, gate, type Status } from '../rules/gate.ts';
import { lint } from '../rules/lint.ts';
import { PRESETS } from '../rules/settings.ts';
import { Lines } from '../syntax/lines.ts';
import { Checker } from './check.ts';
import { type Command, oneFile, oneOf, text, texts } from './command.ts';
import { readText, uriOf } from './files.ts';

const command: Command = {
  options: {
    format: { type: 'string' },
    strict: { type: 'boolean' },
    preset: { type: 'string' },
    config: { type: 'string' },
    registry: { type: 'string', multiple: true },
  },
  async run(positionals, values) {
    const format = oneOf(values, 'format', ['stylish', 'json'] as const, 'stylish');
    const preset = values.preset === undefined ? undefined : oneOf(values, 'preset', PRESETS);
    const config = text(values, 'config');
    const file = oneFile(positionals);
    const checker = new Checker({
      asked: preset ? { preset } : {},
      ...(config !== undefined && { config: uriOf(config) }),
      registry: texts(values, 'registry').map(uriOf),
    });
    const source = await readText(file);
    const { notice, config: found, registry } = await checker.read(file, source);
    const findings = lint(notice, { registry, settings: found.value.settings });
    const items = gate(notice, findings, { registry, strict: values.strict === true });
    const passed = !items.some(({ status }) => status === 'fail');
    process.stdout.write(format === 'json' ? asJson(file, items, source) : asList(file, items, source));
    return passed ? 0 : 1;
  },
};

export default command;

const SIGNS: Readonly<Record<Status, { sign: string; colour: number; word: string }>> = {
  pass: { sign: '✓', colour: 32, word: '通过' },
  fail: { sign: '✗', colour: 31, word: '不通过' },
  look: { sign: '?', colour: 33, word: '请核对' },
  none: { sign: '－', colour: 2, word: '不涉及' },
};

/** More of one item than this are summed up: the list is for ticking off, lint has them all. */
const MOST_REMARKS = 6;

function asList(file: string, items: readonly GateItem[], source: string): string {
  const coloured = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const paint = (colour: number, words: string): string => (coloured ? `\u001b[${colour}m${words}\u001b[0m` : words);
  const lines = new Lines(source);
  const out = [`定稿检查 Gate: ${file}`, ''];
  for (const { title, status, remarks } of items) {
    const { sign, colour, word } = SIGNS[status];
    out.push(`${paint(colour, `${sign} ${word.padEnd(3, '　')}`)} ${title.zh} ${paint(2, title.en)}`);
    for (const { words, range, rule } of remarks.slice(0, MOST_REMARKS)) {
      const place = range ? `第${lines.at(range.start).line + 1}行：` : '';
      out.push(`        ${place}${words.zh}${rule ? paint(2, `  ${rule}`) : ''}`);
      out.push(`        ${paint(2, words.en)}`);
    }
    if (remarks.length > MOST_REMARKS)
      out.push(
        `        ${paint(2, `另有 ${remarks.length - MOST_REMARKS} 处，用 tasknotice lint 列出 / and more: tasknotice lint`)}`,
      );
  }
  const count = (status: Status): number => items.filter((item) => item.status === status).length;
  const [fails, looks] = [count('fail'), count('look')];
  const verdict = fails
    ? [`不能印发：${fails} 项不通过`, `Not to be issued: ${fails} failed`]
    : looks
      ? [`机器能查的都通过；${looks} 项请人核对`, `All that a machine can tell has passed; ${looks} to look at`]
      : ['全部通过', 'All passed'];
  out.push('', paint(fails ? 31 : looks ? 33 : 32, `${verdict[0]} / ${verdict[1]}`));
  return `${out.join('\n')}\n`;
}

function asJson(file: string, items: readonly GateItem[], source: string): string {
  const lines = new Lines(source);
  const shown = items.map(({ id, title, status, remarks }) => ({
    id,
    title: `${title.zh} / ${title.en}`,
    status,
    remarks: remarks.map(({ words, range, rule }) => {
      const at = range && lines.at(range.start);
      return {
        message: `${words.zh} / ${words.en}`,
        ...(rule && { rule }),
        ...(at && { line: at.line + 1, column: at.character + 1 }),
      };
    }),
  }));
  const passed = !items.some(({ status }) => status === 'fail');
  return `${JSON.stringify({ file, passed, items: shown }, null, 2)}\n`;
}
