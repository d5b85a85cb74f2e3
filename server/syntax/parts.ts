/**
 * A notice's text as a list of parts. A part reaches from the first character of its line to the start of the next
 * part, so the parts together are the text. Where a part ends depends on nothing before it and on no more than the
 * line after it: after an edit only the parts that it touched are read again.
 */

import { fieldGoesOn, type NumberedLine, namesFollow } from './duty.ts';
import { Flow, type Line } from './flow.ts';
import { goesOnAsList, isFieldLine, isWrapped, joins } from './joins.ts';
import type { Vocabulary } from './labels.ts';
import { parseNumber } from './numbers.ts';

export interface Part {
  readonly kind: 'front-matter' | 'comment' | 'item' | 'blank';
  readonly text: string;
  /** The logical lines: of an item, its own line and the field lines after it; of front matter, each line. */
  readonly flows: readonly Flow[];
}

const BLANK = /[^\s\u3000\ufeff\u200b]/g;

/** The next line that is not blank, from an offset on. */
function nextLine(text: string, from: number): Line | undefined {
  BLANK.lastIndex = from;
  const match = BLANK.exec(text);
  if (!match) return undefined;
  const start = match.index;
  let end = text.indexOf('\n', start);
  if (end < 0) end = text.length;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(code: number): boolean {
  return (
    code === 32 || code === 0x3000 || code === 0xa0 || code === 13 || code === 9 || code === 0x200b || code === 0xfeff
  );
}

/** Reads the part that starts at an offset. */
export function readPart(text: string, offset: number, vocabulary: Vocabulary): Part {
  const first = nextLine(text, offset);
  if (!first) return { kind: 'blank', text: text.slice(offset), flows: [] };
  if (offset === 0) {
    const front = frontMatter(text, first);
    if (front) return front;
  }
  if (first.start > offset) return { kind: 'blank', text: text.slice(offset, first.start), flows: [] };
  if (isComment(text, first)) return finish('comment', text, offset, first.end, [flow(text, offset, [first])]);

  const flows: Flow[] = [];
  let lines: Line[] = [first];
  let current = flow(text, offset, lines);
  let last = first;
  /** The last line that a number opens. */
  const own = parseNumber(current.text);
  let before: NumberedLine | undefined = own && { text: current.text, number: own, isField: false };
  /** Of the number before the label of the field at hand. */
  let opening = 0;
  for (;;) {
    const line = nextNoticeLine(text, last.end);
    if (!line) break;
    const content = text.slice(line.start, line.end);
    const number = parseNumber(content);
    // （1）牵头单位：… below a task is a field with a number, no task.
    const numbered =
      number &&
      number.style !== 'han' &&
      (namesFollow(content, number.length, vocabulary) || (before && fieldGoesOn(content, number, before, vocabulary)));
    if (number && !numbered) break;
    const isField = flows.length > 0;
    const said = current.text.slice(opening);
    if (numbered) {
      flows.push(current);
      lines = [line];
      current = flow(text, offset, lines);
      before = { text: content, number, isField: true };
      opening = number.length;
    } else if (isField && lines.length < MOST_LISTED && goesOnAsList(said, content, vocabulary)) {
      lines.push({ ...line, listed: true });
      current = flow(text, offset, lines);
    } else if (
      lines.length < MOST_PIECES &&
      joins(said, content, { isField, wrapped: isWrapped(text, last, line) }, vocabulary)
    ) {
      lines.push(line);
      current = flow(text, offset, lines);
    } else if (isFieldLine(content, vocabulary)) {
      flows.push(current);
      lines = [line];
      current = flow(text, offset, lines);
      opening = 0;
    } else break;
    last = line;
  }
  flows.push(current);
  return finish('item', text, offset, last.end, flows);
}

/** The next line of the notice's own text: a comment or the number of a page may stand between. */
function nextNoticeLine(text: string, from: number): Line | undefined {
  let line = nextLine(text, from);
  while (line && (isComment(text, line) || isPageNumber(text, line))) line = nextLine(text, line.end);
  return line;
}

/** — 2 — on a line of its own. */
function isPageNumber(text: string, line: Line): boolean {
  return (
    line.end - line.start <= 9 && /^[-—–－·]{1,2}\s?\d{1,3}\s?[-—–－·]{1,2}$/.test(text.slice(line.start, line.end))
  );
}

/** A bound, so that a text of nothing but open brackets stays linear. */
const MOST_PIECES = 8;
/** The same of units one a line. */
const MOST_LISTED = 40;

function finish(kind: Part['kind'], text: string, offset: number, end: number, flows: Flow[]): Part {
  const next = nextLine(text, end);
  return { kind, text: text.slice(offset, next ? next.start : text.length), flows };
}

function flow(text: string, offset: number, lines: readonly Line[]): Flow {
  return new Flow(
    lines.map(({ start, end, listed }) => ({ text: text.slice(start, end), offset: start - offset, listed })),
  );
}

function isComment(text: string, line: Line): boolean {
  return text.startsWith('//', line.start) || text.startsWith('／／', line.start);
}

/** Fences within the first lines, else the text starts with a rule and no front matter. */
function frontMatter(text: string, first: Line): Part | undefined {
  if (!/^-{3,}$/.test(text.slice(first.start, first.end))) return undefined;
  const flows: Flow[] = [flow(text, 0, [first])];
  let last = first;
  for (let i = 0; i < 60; i++) {
    const line = nextLine(text, last.end);
    if (!line) return undefined;
    flows.push(flow(text, 0, [line]));
    last = line;
    if (/^-{3,}$/.test(text.slice(line.start, line.end))) return finish('front-matter', text, 0, line.end, flows);
  }
  return undefined;
}
