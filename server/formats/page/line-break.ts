/**
 * Breaks text into the lines of the official page: each Han character and each full-width mark takes one em, each
 * character of Latin half of one, as in the faces that offices use; no mark opens a line that may not (禁则). Programs that
 * print the document break alike, so a page holds what the layout says.
 */

/** Marks that don't start a line. */
const NOT_FIRST =
  /[!%),.:;>?\]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—]/;
/** Marks that don't end one. */
const NOT_LAST = /[$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥]/;
const WORD = /[!-~\u00a1-\u024f\u0370-\u04ff]/;

/** Of a character, in em. */
export function emOf(character: string): number {
  return character < '\u2000' && character !== '·' && character !== '×' && character !== '÷' && character !== '±'
    ? 0.5
    : 1;
}

export interface LineSetting {
  readonly size: number;
  /** Added to each character. */
  readonly spacing: number;
  /** What the first line has, and the others. */
  readonly first: number;
  readonly rest: number;
}

/** From a character of the text to the one after the last; its width is that of what is seen of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

/** The width of a text on one line. */
export function textWidth(text: string, size: number, spacing: number): number {
  let width = 0;
  for (const character of text) width += emOf(character) * size + spacing;
  return width;
}

const ROUNDING = 0.01;

/** The lines of a paragraph. One without text is one empty line. Linear in its length. */
export function breakLines(text: string, setting: LineSetting): Stretch[] {
  const { size, spacing } = setting;
  const lines: Stretch[] = [];
  let start = 0;
  let room = setting.first + ROUNDING;
  // Up to here the line may go; what stands behind it goes along to the next.
  let last = { at: 0, width: 0, seen: 0 };
  let width = 0;
  let seen = 0;
  const close = (at: number, lineWidth: number): void => {
    lines.push({ start, end: at, width: lineWidth });
    start = at;
    room = setting.rest + ROUNDING;
  };
  let before = '';
  for (let at = 0; at < text.length; ) {
    const character = text[at]! >= '\ud800' && text[at]! <= '\udbff' ? text.slice(at, at + 2) : text[at]!;
    if (character === '\n') {
      close(at + 1, seen);
      last = { at: at + 1, width: 0, seen: 0 };
      [width, seen, before] = [0, 0, ''];
      at++;
      continue;
    }
    if (at > start && mayBreak(before, character)) last = { at, width, seen };
    const wide = emOf(character) * size + spacing;
    const blank = character === ' ';
    while (!blank && width + wide > room && at > start) {
      // A word or a row of marks longer than the line is cut where the line ends.
      if (last.at <= start) last = { at, width, seen };
      close(last.at, last.seen);
      width -= last.width;
      seen = width;
      last = { at: start, width: 0, seen: 0 };
    }
    width += wide;
    if (!blank) seen = width;
    before = character;
    at += character.length;
  }
  if (start < text.length || !lines.length) lines.push({ start, end: text.length, width: seen });
  return lines;
}

function mayBreak(before: string, character: string): boolean {
  if (character === ' ') return false;
  if (NOT_FIRST.test(character) || NOT_LAST.test(before)) return false;
  if (before === ' ') return true;
  return !(WORD.test(before) && WORD.test(character));
}
