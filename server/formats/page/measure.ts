/**
 * How many lines a text takes in a column, by nominal widths: 1 em for a Han character or a full-width mark, about half
 * an em for the rest. Needs no font, so every format breaks its pages alike, wherever it runs.
 */

/** A little over the half em that GB2312 faces have, because a substituted face may be wider. */
const NARROW = 0.55;

/** Marks that don't start a line, and that don't end one (禁则). */
const NOT_FIRST = /[、，。．；：！？）〕］｝】》〉」』”’…—·％‰℃,.;:!?)\]}%]/;
const NOT_LAST = /[（〔［｛【《〈「『“‘([{]/;
/** A run that isn't broken: a number with its sign, a Latin word. */
const RUN = /[!-~]+/y;

/** The width of a text on one line, in em. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isNarrow(character) ? NARROW : 1;
  return width;
}

function isNarrow(character: string): boolean {
  return character < '\u2000' && character !== '·' && character !== '×' && character !== '÷';
}

/**
 * The number of lines that a text takes.
 *
 * @param text its own line breaks (\n) count
 * @param width of the line, in em
 */
export function linesIn(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += wrapped(line, Math.max(width, 1));
  return lines;
}

function wrapped(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const unit of unitsOf(text)) {
    const wide = widthOf(unit);
    if (used + wide <= width + 1e-9) {
      used += wide;
    } else if (wide <= width) {
      lines++;
      used = wide;
    } else {
      // Longer than a line: it is broken wherever the line ends.
      const over = used + wide;
      lines += Math.ceil(over / width) - 1;
      used = over % width;
    }
  }
  return lines;
}

/** What stays together on a line: a character with the marks that cling to it, or a run. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let unit = '';
  for (let i = 0; i < text.length; ) {
    RUN.lastIndex = i;
    const run = RUN.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(i)!);
    const clings = unit !== '' && (NOT_FIRST.test(run[0]!) || NOT_LAST.test(unit.at(-1)!));
    if (clings) {
      unit += run;
    } else {
      if (unit) units.push(unit);
      unit = run;
    }
    i += run.length;
  }
  if (unit) units.push(unit);
  return units;
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
