/**
 * The lines of a part that print, each as the one line that it was before a line break cut it; comments, suppressions and
 * numbers of pages that were left in the text are gone. What is seen of the text is in them once, in its order.
 */
import type { Comment, Item, Notice, Range } from '../../model/notice.ts';
import { printable } from '../page/printable.ts';

export interface PrintedLine {
  readonly text: string;
  /** Full-width blanks before it, by which it is set under what stands above. */
  readonly lead: number;
  /** Where a character of the part stands in the line: its first character at or after the offset. */
  at(offset: number): number;
  /** In the part: from its first character to the one after the last. */
  readonly range: Range;
}

interface Piece {
  /** In the line. */
  readonly at: number;
  /** In the part. */
  readonly start: number;
  readonly text: string;
}

const BLANK = '[ \\t\\u00a0\\u200b\\ufeff\\r]';
const LINE = new RegExp(`(?:${BLANK}|\\u3000)*`, 'y');
/** — 2 — on a line of its own, left from the pages of another file. */
const PAGE_NUMBER = /^[-—–－·]{1,2}\s?\d{1,3}\s?[-—–－·]{1,2}$/;

/** The text of a part of the notice. */
export function partText(notice: Notice, part: number): string {
  return notice.text.slice(notice.starts[part]!, notice.starts[part + 1] ?? notice.text.length);
}

/** The full-width blanks before a part: they belong to the part before it. */
export function leadOf({ text, starts }: Notice, part: number): number {
  const start = starts[part]!;
  let from = start;
  while (from > 0 && text[from - 1] === '\u3000') from--;
  return start - from;
}

/** Comments by part, so that no part looks through all of them. */
export function commentsByPart(notice: Notice): ReadonlyMap<number, readonly Comment[]> {
  const comments = new Map<number, Comment[]>();
  for (const comment of notice.comments) {
    const own = comments.get(comment.part);
    if (own) own.push(comment);
    else comments.set(comment.part, [comment]);
  }
  return comments;
}

/**
 * @param comments of the part
 * @param lead see leadOf()
 * @param leftOver takes the numbers of pages that are left out, relative to the part
 */
export function printedLines(
  text: string,
  item: Item,
  comments: readonly Comment[],
  lead: number,
  leftOver: (range: Range) => void,
): PrintedLine[] {
  const lines: { pieces: Piece[]; lead: number; end: number }[] = [];
  for (let from = 0; from < text.length; ) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    LINE.lastIndex = from;
    const blank = LINE.exec(text)![0];
    const start = from + blank.length;
    const seen = text.slice(start, end).trimEnd();
    from = end + 1;
    if (!seen || comments.some(({ range }) => range.start < end && start < range.end)) continue;
    if (seen.length <= 9 && lines.length && PAGE_NUMBER.test(seen)) {
      leftOver({ start, end: start + seen.length });
      continue;
    }
    const last = lines.at(-1);
    if (last && item.cuts.some(({ range }) => range.end === start)) {
      const before = last.pieces.at(-1)!;
      last.pieces.push({ at: before.at + before.text.length, start, text: spaced(seen) });
      last.end = start + seen.length;
    } else {
      const own = lines.length ? blank.replace(/[^\u3000]/g, '').length : lead;
      lines.push({ pieces: [{ at: 0, start, text: spaced(seen) }], lead: own, end: start + seen.length });
    }
  }
  return lines.map(({ pieces, lead, end }) => ({
    text: printable(pieces.map((piece) => piece.text).join('')),
    lead,
    at: (offset: number) => placeIn(pieces, offset),
    range: { start: pieces[0]!.start, end },
  }));
}

/** Blanks keep their number, so that places in the line are those in the text. */
function spaced(text: string): string {
  return text.replace(/[\t\u00a0\r]/g, ' ').replace(/[\u200b\ufeff]/g, ' ');
}

function placeIn(pieces: readonly Piece[], offset: number): number {
  let i = pieces.length - 1;
  while (i > 0 && pieces[i]!.start > offset) i--;
  const { at, start, text } = pieces[i]!;
  return at + Math.min(Math.max(offset - start, 0), text.length);
}
