/** tasknotice renumber: numbers put in order, in the file itself or in another. */
import { applyEdits } from '../edits/apply.ts';
import { unifiedDiff } from '../edits/diff.ts';
import { renumber, type Scope, told } from '../edits/renumber.ts';
import type { Entry, Notice } from '../model/notice.ts';
import type { Words } from '../rules/rule.ts';
import { Lines } from '../syntax/lines.ts';
import { parseNumber } from '../syntax/numbers.ts';
import { type Command, oneFile, Trouble, text } from './command.ts';
import { REWRITE_OPTIONS, readNoticeFile, rewrite } from './rewrite.ts';

const command: Command = {
  options: {
    ...REWRITE_OPTIONS,
    level: { type: 'string' },
    section: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  async run(positionals, values) {
    const file = oneFile(positionals);
    const read = await readNoticeFile(file, values);
    const { notice } = read;
    const scope = scopeOf(notice, text(values, 'level'), text(values, 'section'));
    const renumbered = renumber(notice, scope, read.vocabulary);
    const { refused } = renumbered;
    if (refused)
      throw new Trouble(`“${file}”没有重新编号：${refused.zh}`, `"${file}" was not renumbered: ${refused.en}`);
    const changed = applyEdits(notice.text, renumbered.edits);
    const { done, followed, look } = told(renumbered, notice.text);
    if (values['dry-run']) process.stdout.write(unifiedDiff(file, notice.text, changed));
    else if (renumbered.edits.length || text(values, 'output') !== undefined) await rewrite(read, changed, values);
    const sentences = [values['dry-run'] && renumbered.numbers.length ? wouldBe(done) : done, ...followed, ...look];
    for (const { zh, en } of sentences) process.stderr.write(`${zh} / ${en}\n`);
    return look.length ? 1 : 0;
  },
};

export default command;

/** 已改正3处编号 is not so yet. */
function wouldBe({ zh, en }: Words): Words {
  return { zh: zh.replace('已改正', '将改正'), en: en.replace('corrected', 'would be corrected') };
}

function scopeOf(notice: Notice, level: string | undefined, section: string | undefined): Scope {
  if (level !== undefined && section !== undefined)
    throw new Trouble('--level 和 --section 只能用一个', 'give --level or --section, not both');
  if (level !== undefined) {
    if (/^[1-9]$/.test(level)) return { of: 'depth', depth: Number(level) };
    const sample = parseNumber(`${level} `);
    if (sample) return { of: 'style', style: sample.style };
    throw new Trouble(
      `--level 不能是“${level}”；请写第几层（1、2、3……）或编号的样子（一、 （一） 1. （1））`,
      `--level cannot be "${level}"; it is a depth (1, 2, 3…) or a number as printed (一、 （一） 1. （1）)`,
    );
  }
  return section === undefined ? { of: 'notice' } : { of: 'section', at: placeOf(notice, section) };
}

/** A section by its number (二, （三）) or by a line in it. */
function placeOf(notice: Notice, section: string): number {
  const { starts, entries } = notice;
  if (/^\d+$/.test(section)) {
    const lines = new Lines(notice.text);
    if (Number(section) > lines.count || section === '0')
      throw new Trouble(`没有第${section}行`, `there is no line ${section}`);
    return lines.offset(Number(section) - 1, Number.POSITIVE_INFINITY);
  }
  const bare = section.replace(/[、.．。：:\s]+$/, '');
  const named = entries.filter(
    ({ number }) => number && (number.text.replace(/[、.．。：:\s]+$/, '') === bare || number.numeral === bare),
  );
  const headings = named.filter(({ children }) => children.some((child: Entry) => child.number));
  const [found, ...more] = headings;
  if (!found) {
    throw new Trouble(
      `通知里没有编号为“${section}”的一节；也可以写这一节里的行号`,
      `no section bears the number "${section}"; a line in the section will do as well`,
    );
  }
  if (more.length) {
    const lines = new Lines(notice.text);
    const places = headings.map(({ part }) => lines.at(starts[part]!).line + 1).slice(0, 8);
    throw new Trouble(
      `编号为“${section}”的有几节（第${places.join('、')}行……），请改写行号`,
      `several sections bear the number "${section}" (lines ${places.join(', ')}…); give a line instead`,
    );
  }
  return starts[found.part]! + found.number!.range.end;
}
