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
/** They end a line and take no room there. */
const BLANK = /[ \u3000]/;
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
  /**
   * As programs for text set it: something is free between Han and Latin characters, and what is added to characters
   * isn't added to the last of each piece of one script or look (LibreOffice).
   */
  readonly asTyped?: boolean;
  /** Where the look changes, in order. */
  readonly cuts?: readonly number[];
}

/** From a character of the text to the one after the last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Of what is seen of it. */
  readonly width: number;
}

/** What is free between Han and Latin characters, in em: LibreOffice's; Word's is not more by a character a page. */
const GAP = 0.2;
const HAN = /[\u3400-\u9fff\uf900-\ufaff〇]/;
const LATIN = /[0-9A-Za-z\u00c0-\u024f\u2460-\u24ff]/;

/** The width of a text on one line. */
export function textWidth(text: string, size: number, spacing: number, asTyped = false): number {
  let width = 0;
  let before = '';
  for (const character of text) {
    width += emOf(character) * size + spacing + (asTyped ? gapBetween(before, character) * size : 0);
    before = character;
  }
  return width;
}

/** What is free between two characters, in em. */
function gapBetween(before: string, character: string): number {
  return (HAN.test(before) && LATIN.test(character)) || (LATIN.test(before) && HAN.test(character)) ? GAP : 0;
}

const ROUNDING = 0.01;

/** The lines of a paragraph. One without text is one empty line. Linear in its length. */
export function breakLines(text: string, setting: LineSetting): Stretch[] {
  const { size, spacing, asTyped = false } = setting;
  const lines: Stretch[] = [];
  let start = 0;
  let room = setting.first + ROUNDING;
  // Widths are summed over the paragraph; a line's begins at `base`.
  let sum = 0;
  let seen = 0;
  let base = 0;
  /** The last place where the line may end. */
  let last = { at: 0, seen: 0, base: 0 };
  const close = (to: { at: number; seen: number; base: number }): void => {
    lines.push({ start, end: to.at, width: to.seen - base });
    start = to.at;
    base = to.base;
    room = setting.rest + ROUNDING;
    last = to;
  };
  let before = '';
  let script = '';
  const cuts = setting.cuts ?? [];
  let cut = 0;
  for (let at = 0; at < text.length; ) {
    const character = text[at]! >= '\ud800' && text[at]! <= '\udbff' ? text.slice(at, at + 2) : text[at]!;
    const next = at + character.length;
    if (character === '\n') {
      close({ at: next, seen, base: sum });
      before = '';
      at = next;
      continue;
    }
    const own = scriptOf(character) || script;
    while (cut < cuts.length && cuts[cut]! < at) cut++;
    if (asTyped && at > start && ((own !== script && script) || cuts[cut] === at)) sum -= spacing;
    script = own;
    const gap = asTyped ? gapBetween(before, character) * size : 0;
    const wide = emOf(character) * size + spacing;
    const needs = gap + wide - (asTyped ? spacing : 0);
    const blank = BLANK.test(character);
    if (at === start) base = sum + gap;
    else if (mayBreak(before, character)) last = { at, seen, base: sum + gap };
    while (!blank && at > start && sum + needs - base > room) {
      // A word or a row of marks longer than the line is cut where the line ends.
      close(last.at > start ? last : { at, seen, base: sum + gap });
    }
    sum += gap + wide;
    if (!blank) seen = sum;
    before = character;
    at = next;
  }
  if (start < text.length || !lines.length) lines.push({ start, end: text.length, width: seen - base });
  return lines;
}

/** Han or Latin; empty for marks that go with what is around them. */
function scriptOf(character: string): 'han' | 'latin' | '' {
  if (LATIN.test(character) || (character > ' ' && character < '\u007f')) return 'latin';
  return character < '\u2e80' ? '' : 'han';
}

function mayBreak(before: string, character: string): boolean {
  if (BLANK.test(character)) return false;
  if (NOT_FIRST.test(character) || NOT_LAST.test(before)) return false;
  if (BLANK.test(before)) return true;
  return !(WORD.test(before) && WORD.test(character));
}
