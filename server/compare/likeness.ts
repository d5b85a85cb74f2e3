/** How like two texts are, and where they differ. Marks, blanks and the width of characters tell no texts apart. */

/** A text without what tells no texts apart. */
export interface Plain {
  readonly key: string;
  /** The offset in the text of each character of the key. */
  readonly at: readonly number[];
}

/** Characters that say something: letters, digits, Han, and signs that change a figure. */
const SAYS = /[\p{L}\p{N}%‰℃²³+＋×]/u;
const DASH = /[-–—－~～]/;

export function plainOf(text: string, offset = 0): Plain {
  const at: number[] = [];
  let key = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    const code = character.charCodeAt(0);
    let kept = '';
    if (code >= 0x4e00 && code <= 0x9fff) kept = character;
    else if (code >= 0xff01 && code <= 0xff5e) kept = asIs(String.fromCharCode(code - 0xfee0), text, index);
    else if (code < 0x80 || SAYS.test(character) || DASH.test(character)) kept = asIs(character, text, index);
    if (!kept) continue;
    key += kept;
    at.push(offset + index);
  }
  return { key, at };
}

/** The key alone, quicker. */
export function bareKeyOf(text: string): string {
  let key = '';
  // From here on characters are kept as they are.
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isHanOrAlphanumeric(code)) continue;
    const character = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text[index]!;
    key += text.slice(from, index) + asIs(character, text, index);
    from = index + 1;
  }
  return from ? key + text.slice(from) : text;
}

function isHanOrAlphanumeric(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a)
  );
}

/** A point and a dash between digits belong to a figure; elsewhere they are marks. */
function asIs(character: string, text: string, index: number): string {
  if (SAYS.test(character)) return character;
  const figure = character === '.' || DASH.test(character);
  if (!figure || !isDigit(text[index - 1]) || !isDigit(text[index + 1])) return '';
  return character === '.' ? '.' : '-';
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /[\d０-９%]/.test(character);
}

/** Two texts of a row, one after the other. */
export function together(texts: readonly Plain[]): Plain {
  return { key: texts.map(({ key }) => key).join(''), at: texts.flatMap(({ at }) => at) };
}

/** The pairs of neighbouring characters of a key. */
export function bigramsOf(key: string): Set<string> {
  const bigrams = new Set<string>();
  for (let at = 0; at + 1 < key.length; at++) bigrams.add(key.slice(at, at + 2));
  if (key.length === 1) bigrams.add(key);
  return bigrams;
}

/** How much two sets of bigrams have in common: 0 to 1 (Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (!one.size || !other.size) return 0;
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const bigram of few) if (many.has(bigram)) common++;
  return (2 * common) / (one.size + other.size);
}

/** Where two keys differ: from–to in the one stands instead of from–to in the other. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** More edits than this make a text another one. */
const MOST_EDITS = 80;

/** The differences of two keys, each as small as it can be said: figures are whole. */
export function differences(one: string, other: string): Difference[] {
  if (one === other) return [];
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const shorter = Math.min(one.length, other.length) - start;
  while (end < shorter && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const middle = [one.slice(start, one.length - end), other.slice(start, other.length - end)] as const;
  const raw = edits(...middle).map(({ from, to, otherFrom, otherTo }) => ({
    from: start + from,
    to: start + to,
    otherFrom: start + otherFrom,
    otherTo: start + otherTo,
  }));
  return merged(raw.map((difference) => wholeFigures(atWord(difference, one, other), one, other)));
}

/** Myers' shortest edit script, as the stretches that differ; one stretch where the texts have little in common. */
function edits(one: string, other: string): Difference[] {
  const whole = [{ from: 0, to: one.length, otherFrom: 0, otherTo: other.length }];
  if (!one || !other) return whole;
  const trace: Int32Array[] = [];
  const reach = new Int32Array(2 * MOST_EDITS + 3);
  const middle = MOST_EDITS + 1;
  let found = -1;
  for (let depth = 0; depth <= MOST_EDITS && found < 0; depth++) {
    trace.push(reach.slice());
    for (let line = -depth; line <= depth; line += 2) {
      const down = line === -depth || (line !== depth && reach[middle + line - 1]! < reach[middle + line + 1]!);
      let x = down ? reach[middle + line + 1]! : reach[middle + line - 1]! + 1;
      while (x < one.length && x - line < other.length && one[x] === other[x - line]) x++;
      reach[middle + line] = x;
      if (x >= one.length && x - line >= other.length) {
        found = depth;
        break;
      }
    }
  }
  if (found < 0) return whole;
  const differing: Difference[] = [];
  let [x, y] = [one.length, other.length];
  for (let depth = found; depth > 0; depth--) {
    const before = trace[depth]!;
    const line = x - y;
    const down = line === -depth || (line !== depth && before[middle + line - 1]! < before[middle + line + 1]!);
    const last = down ? line + 1 : line - 1;
    const fromX = before[middle + last]!;
    const fromY = fromX - last;
    const [toX, toY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    differing.push({ from: fromX, to: toX, otherFrom: fromY, otherTo: toY });
    [x, y] = [fromX, fromY];
  }
  return merged(differing.reverse());
}

/** 甲园[和乙园]建设, not 甲[园和乙]园建设: what is put in begins where the text before it is over. */
function atWord({ from, to, otherFrom, otherTo }: Difference, one: string, other: string): Difference {
  if (from < to && otherFrom < otherTo) return { from, to, otherFrom, otherTo };
  const [text, start, end] = from < to ? [one, from, to] : [other, otherFrom, otherTo];
  let by = 0;
  while (end + by < text.length && text[start + by] === text[end + by]) by++;
  return { from: from + by, to: to + by, otherFrom: otherFrom + by, otherTo: otherTo + by };
}

const FIGURE = /[\d.%-]/;

/** 12 and 15 differ as figures, not in their last digit. */
function wholeFigures({ from, to, otherFrom, otherTo }: Difference, one: string, other: string): Difference {
  let [start, end, otherStart, otherEnd] = [from, to, otherFrom, otherTo];
  const touches = /\d/.test(one.slice(from, to) + other.slice(otherFrom, otherTo));
  if (!touches) return { from, to, otherFrom, otherTo };
  while (start > 0 && otherStart > 0 && FIGURE.test(one[start - 1]!) && one[start - 1] === other[otherStart - 1]) {
    start--;
    otherStart--;
  }
  while (end < one.length && otherEnd < other.length && FIGURE.test(one[end]!) && one[end] === other[otherEnd]) {
    end++;
    otherEnd++;
  }
  return { from: start, to: end, otherFrom: otherStart, otherTo: otherEnd };
}

/** Differences with no more than a character between them are one. */
function merged(differing: readonly Difference[]): Difference[] {
  const whole: Difference[] = [];
  for (const one of differing) {
    const before = whole.at(-1);
    if (before && one.from - before.to <= 1 && one.otherFrom - before.otherTo <= 1)
      whole[whole.length - 1] = { ...before, to: one.to, otherTo: one.otherTo };
    else whole.push(one);
  }
  return whole;
}
