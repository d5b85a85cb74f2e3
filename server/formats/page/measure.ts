/**
 * How many lines a text takes in a column, by nominal widths: 1 em for a Han character or a full-width mark, about half
 * an em for the rest. Needs no font, so every format breaks its pages alike, wherever it runs.
 */

/** A little over the half em that GB2312 faces have, because a substituted face may be wider. */
const NARROW = 0.55;

/** What stands free where Han and Latin characters meet, which programs add whether the document asks for it or not. */
const GAP = 0.25;

const WIDEST = NARROW + 2 * GAP;

/** Marks that don't start a line, and that don't end one (禁则). */
const NOT_FIRST = codes('、，。．；：！？）〕］｝】》〉」』”’…—·％‰℃,.;:!?)]}%');
const NOT_LAST = codes('（〔［｛【《〈「『“‘([{');

/** The width of a text on one line, in em. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isNarrow(character) ? NARROW : 1;
  return width;
}

function isNarrow(character: string): boolean {
  return isNarrowCode(character.charCodeAt(0));
}

function isNarrowCode(code: number): boolean {
  return code < 0x2000 && code !== 0xb7 && code !== 0xd7 && code !== 0xf7;
}

function codes(marks: string): ReadonlySet<number> {
  return new Set([...marks].map((mark) => mark.charCodeAt(0)));
}

/**
 * The number of lines that a text takes.
 *
 * @param text its own line breaks (\n) count
 * @param width of the line, in em
 */
export function linesIn(text: string, width: number): number {
  const within = Math.max(width, 1);
  let lines = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    // A digit between two Han characters, with both gaps, is the widest that a character can be.
    lines += (to - from) * WIDEST <= within ? 1 : wrapped(text, from, to, within);
    from = to + 1;
  }
  return lines;
}

function wrapped(text: string, from: number, to: number, width: number): number {
  let lines = 1;
  let used = 0;
  // What stays together on a line: a character with the marks that cling to it, or a run.
  let unit = 0;
  let gap = 0;
  let last = 0;
  const place = () => {
    if (used + gap + unit <= width + 1e-9) {
      used += gap + unit;
    } else if (unit <= width) {
      lines++;
      used = unit;
    } else {
      // Longer than a line: it is broken wherever the line ends.
      const over = used + gap + unit;
      lines += Math.ceil(over / width - 1e-9) - 1;
      used = over % width;
    }
  };
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    const end = endOfPiece(text, at, to);
    const piece = isNarrowCode(code) ? (end - at) * NARROW : 1;
    if (unit && (NOT_FIRST.has(code) || NOT_LAST.has(last))) {
      unit += piece;
    } else {
      if (unit) place();
      gap = unit && isSpaced(last, code) ? GAP : 0;
      unit = piece;
    }
    last = text.charCodeAt(end - 1);
    at = end;
  }
  if (unit) place();
  return lines;
}

/** A run that isn't broken (a number with its sign, a Latin word), or one character. */
function endOfPiece(text: string, at: number, to: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code > 0x20 && code < 0x7f && end < to; code = text.charCodeAt(end)) end++;
  if (end > at) return end;
  return text.codePointAt(at)! > 0xffff ? at + 2 : at + 1;
}

/** A Han character beside a digit or a letter. Marks are set tight. */
function isSpaced(before: number, after: number): boolean {
  return (isHan(before) && isLatin(after)) || (isLatin(before) && isHan(after));
}

function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007;
}

function isLatin(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x25
  );
}

/** A header on as few lines as its column allows, broken between its words only. */
export function fitWords(words: readonly string[], width: number): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + word) <= width) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines.join('\n');
}
