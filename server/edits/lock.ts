/** Writes the numbers of a notice on record in its front matter, so that none is changed after it is issued. */
import { LOCK_KEY, lockOf, numbersOf, recordOf, sameNumber } from '../model/lock.ts';
import type { Notice, Setting } from '../model/notice.ts';
import type { TextEdit } from '../rules/rule.ts';

export interface Locking {
  readonly edits: readonly TextEdit[];
  /** How many numbers are on record. */
  readonly numbers: number;
  /** A record stands there already: the same numbers, or others. */
  readonly before: 'none' | 'same' | 'other';
}

/** So many words of a record stand in one line; more go on in the next. */
const WIDTH = 60;
/** Front matter is short: a notice of many numbers has longer lines rather than more of them. */
const MOST_LINES = 20;

/** The edits that put the numbers on record; a record that is there is written anew. */
export function lockNumbers(notice: Notice): Locking {
  const numbers = numbersOf(notice);
  const lock = lockOf(notice);
  const same =
    lock?.unread === undefined &&
    lock?.numbers.length === numbers.length &&
    numbers.every((number, index) => sameNumber(number, lock.numbers[index]!));
  if (same || !numbers.length)
    return { edits: [], numbers: numbers.length, before: lock ? (same ? 'same' : 'other') : 'none' };
  const eol = /\r\n|\r|\n/.exec(notice.text)?.[0] ?? '\n';
  const record = linesOf(recordOf(numbers)).map((line) => `${LOCK_KEY}：${line}${eol}`);
  return {
    edits: [...removed(notice), { range: place(notice), text: framed(record.join(''), notice, eol) }].sort(
      (a, b) => a.range.start - b.range.start,
    ),
    numbers: numbers.length,
    before: lock ? 'other' : 'none',
  };
}

function linesOf(runs: readonly string[]): string[] {
  const length = runs.reduce((sum, run) => sum + run.length + 1, 0);
  const width = Math.max(WIDTH, Math.ceil(length / (MOST_LINES - 1)));
  const lines: string[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last === undefined || last.length + run.length >= width) lines.push(run);
    else lines[lines.length - 1] = `${last} ${run}`;
  }
  return lines;
}

/** The lines of the record that is there. */
function removed({ text, settings }: Notice): TextEdit[] {
  return settings
    .filter(({ key }) => key === LOCK_KEY)
    .map(({ range }) => ({ range: lineOf(text, range.start), text: '' }));
}

/** The line that an offset stands in, with its end. */
function lineOf(text: string, offset: number): { start: number; end: number } {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text[start - 1]!)) start--;
  const end = /\r\n|\r|\n/g;
  end.lastIndex = offset;
  const found = end.exec(text);
  return { start, end: found ? found.index + found[0].length : text.length };
}

/** After the other settings; before the text where there is no front matter. */
function place({ text, settings }: Notice): { start: number; end: number } {
  const last: Setting | undefined = settings.at(-1);
  if (last) {
    const { end } = lineOf(text, last.range.start);
    return { start: end, end };
  }
  if (!hasFrontMatter(text)) return { start: 0, end: 0 };
  const { end } = lineOf(text, text.indexOf('-'));
  return { start: end, end };
}

function framed(record: string, { text, settings }: Notice, eol: string): string {
  return settings.length || hasFrontMatter(text) ? record : `---${eol}${record}---${eol}`;
}

/** Fences with nothing between them: front matter without a setting. */
function hasFrontMatter(text: string): boolean {
  return /^\s*-{3,}[ \t]*(?:\r\n|\r|\n)\s*-{3,}[ \t]*(?:\r|\n|$)/.test(text);
}
