/**
 * Breaks text into the lines of the official page: each Han character and each full-width mark takes one em, each
 * character of Latin half of one, as in the faces that offices use; no mark opens a line that may not (禁则). Programs that
 * print the document break alike, so a page holds what the layout says.
 */

/** Marks that don't start a line. */
const NOT_FIRST = '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—';
/** Marks that don't end one. */
const NOT_LAST = '$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';

/** What a character is, by its code: a line is broken by looking at each once. */
const IS = { notFirst: 1, notLast: 2, word: 4, han: 8, latin: 16, blank: 32, narrow: 64, mark: 128 };
const KINDS = kindsOfCharacters();

function kindsOfCharacters(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  const add = (kind: number, from: number, to = from) => {
    for (let code = from; code <= to; code++) kinds[code]! |= kind;
  };
  const each = (kind: number, characters: string) => {
    for (let i = 0; i < characters.length; i++) add(kind, characters.charCodeAt(i));
  };
  each(IS.notFirst, NOT_FIRST);
  each(IS.notLast, NOT_LAST);
  // They end a line and take no room there.
  each(IS.blank, ' \u3000');
  add(IS.word, 0x21, 0x7e);
  add(IS.word, 0xa1, 0x24f);
  add(IS.word, 0x370, 0x4ff);
  kinds.fill(IS.han, 0x3400, 0xa000);
  kinds.fill(IS.han, 0xf900, 0xfb00);
  each(IS.han, '〇');
  for (const [from, to] of [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xc0, 0x24f],
    // ① and the like.
    [0x2460, 0x24ff],
  ] as const)
    add(IS.latin, from, to);
  add(IS.narrow, 0, 0x1fff);
  for (const wide of '·×÷±') kinds[wide.charCodeAt(0)]! &= ~IS.narrow;
  // Marks of one byte go with Latin characters, others below U+2E80 with what is around them.
  add(IS.mark, 0x21, 0x7e);
  return kinds;
}

function kindOf(character: string): number {
  return KINDS[character.charCodeAt(0)]!;
}

/** Of a character, in em. */
function emOf(character: string): number {
  return kindOf(character) & IS.narrow ? 0.5 : 1;
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
  const kinds = kindOf(before) | kindOf(character);
  return before && kinds & IS.han && kinds & IS.latin && !(kindOf(before) & kindOf(character)) ? GAP : 0;
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
    const blank = (kindOf(character) & IS.blank) !== 0;
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
  if (kindOf(character) & (IS.latin | IS.mark)) return 'latin';
  return character < '\u2e80' ? '' : 'han';
}

function mayBreak(before: string, character: string): boolean {
  const [left, right] = [kindOf(before), kindOf(character)];
  if (right & (IS.blank | IS.notFirst) || left & IS.notLast) return false;
  return (left & IS.blank) !== 0 || !(left & right & IS.word);
}
