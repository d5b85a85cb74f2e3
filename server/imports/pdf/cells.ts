/**
 * The text of a cell from its lines: those that fill it go on, a shorter one ends a name or a paragraph. A name that fills
 * its line may be followed by another one: what it is called elsewhere in the document tells.
 */
import { parseNumber } from '../../syntax/numbers.ts';
import { endsInUnit } from '../../syntax/prose.ts';
import type { DraftTable } from '../draft.ts';
import type { Line } from './page.ts';
import type { RuledTable } from './rules.ts';

/** So much of a character may be left at the end of a full line. */
const SLACK = 1.1;

/** A list that runs on is broken where its line is full, and in the middle of a name; its names are parted by 、. */
const IN_LIST = 2.2;
const RUNNING = /[、，,][^、，,]/;

/** Names one a line may fill a narrow column. */
const PERSON = /^\s*[\u4e00-\u9fff·]{2,3}\s*$/;
/** As long as a whole line: a name of a person, or a piece of something else. */
const LONG_PERSON = /^[\u4e00-\u9fff·]{4}$/;
const LONGEST_NAME = 30;

/** Stands where a name may end; no text has it. */
const MAYBE = '\ue010';

/** How wide a line may be in each cell: its width without the margins that the widest line in the column shows. */
export function innerWidths(table: RuledTable, contents: readonly (readonly Line[])[]): number[] {
  let margin = Number.POSITIVE_INFINITY;
  table.cells.forEach((cell, index) => {
    for (const line of contents[index]!) {
      const free = cell.right - cell.left - (line.right - line.x);
      // A line that doesn't fit its cell says nothing of margins.
      if (free >= 0) margin = Math.min(margin, free);
    }
  });
  const own = Number.isFinite(margin) ? Math.max(0, margin) : 0;
  return table.cells.map((cell) => cell.right - cell.left - own);
}

export function cellText(lines: readonly Line[], width: number): string {
  const isList = lines.some(({ text }) => RUNNING.test(text.replace(/[（(][^（）()]*[）)]?/g, '')));
  // （一）改善秩序 over 1.激活基层: two headings, however full the first.
  const isHeading = (line: Line): boolean => parseNumber(line.text.trim()) !== undefined;
  const headings = lines[0] !== undefined && isHeading(lines[0]);
  const slack = isList ? IN_LIST : SLACK;
  let text = '';
  let before: Line | undefined;
  for (const line of lines) {
    const said = line.text.trim();
    if (before) {
      const full =
        before.right - before.x + before.size * slack > width ||
        wordsNeeded(said) * before.size + (before.right - before.x) > width;
      text += full && !(headings && isHeading(line)) ? between(before.text.trim(), said, isList) : '\n';
    }
    text += said;
    before = line;
  }
  return text;
}

/** What parts two lines, the first of which is full. */
function between(before: string, after: string, isList: boolean): string {
  if (PERSON.test(before) && PERSON.test(after)) return '\n';
  if (/[a-zA-Z]$/.test(before) && /^[a-zA-Z]/.test(after)) return ' ';
  const mayEnd =
    !isList &&
    !/[。；：、，,]/.test(before) &&
    (LONG_PERSON.test(before) || /[）)]$/.test(before) || endsInUnit(before));
  return mayEnd ? MAYBE : '';
}

/** Names that fill their lines end there where the document calls someone so, or what follows, and no one by both. */
export function withNames(tables: readonly DraftTable[]): (text: string) => string {
  const prefixes = new Map<string, boolean>();
  for (const { rows } of tables)
    for (const row of rows)
      for (const { cell } of row)
        for (const name of cell.text.split(/[\n、，,；;]/)) {
          if (name.length < 2 || name.length > LONGEST_NAME || name.includes(MAYBE)) continue;
          for (let length = 2; length < name.length; length++)
            if (!prefixes.has(name.slice(0, length))) prefixes.set(name.slice(0, length), false);
          prefixes.set(name, true);
        }
  return (text) => {
    if (!text.includes(MAYBE)) return text;
    const [first = '', ...rest] = text.split(MAYBE);
    let whole = first;
    for (const next of rest) {
      const name = whole.slice(whole.lastIndexOf('\n') + 1);
      const after = next.split('\n', 1)[0]!;
      const isName = prefixes.get(name) === true || prefixes.get(after) === true;
      const ends = isName && !prefixes.has(name + after.split(/[（(]/, 1)[0]);
      whole += (ends ? '\n' : '') + next;
    }
    return whole;
  };
}

/** How many characters of a line may not stand alone at the end of the one before: a figure with its unit, a mark. */
function wordsNeeded(text: string): number {
  const run = /^(?:[\d.,%％]+[\u4e00-\u9fff]?|.)[，。、；：）”》]*/.exec(text)?.[0] ?? '';
  let width = 0;
  for (const character of run) width += character.charCodeAt(0) < 0x2e80 ? 0.5 : 1;
  return width;
}
