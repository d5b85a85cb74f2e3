/** Paired marks, and the brackets of one text matched. */

/** Each opening mark with its closing one. Half and full width close each other: pages convert one half of a pair. */
export const PAIRS: ReadonlyMap<string, string> = new Map([
  ['（', '）'],
  ['(', ')'],
  ['〔', '〕'],
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]);

/** Half and full width of one kind stand together, so that a mark's place tells its kind: ( and （ are one. */
const KINDS = '(（)）[［]］〔〔〕〕【【】】《《》》““””‘‘’’';
const BRACKETS_OPENING = '(（[［〔【';
const OPENING = `${BRACKETS_OPENING}《“‘`;
const CLOSING = ')）]］〕】》”’';

function kindOf(mark: string): number {
  return Math.floor(KINDS.indexOf(mark) / 4);
}

export interface BracketGroup {
  /** Offset of the opening mark. */
  readonly open: number;
  /** Offset of the closing mark; the text's length where none closes it. */
  readonly close: number;
  readonly closed: boolean;
}

/** The pairs of marks in a text, by offset of the opening one; one that nothing closes reaches to the end. */
function pairs(text: string): BracketGroup[] {
  const found: BracketGroup[] = [];
  const stack: number[] = [];
  // How many of each kind are open: a mark that closes none of them costs no search.
  const open = new Array<number>(KINDS.length / 4).fill(0);
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    if (OPENING.includes(mark)) {
      stack.push(i);
      open[kindOf(mark)]!++;
    } else if (stack.length && CLOSING.includes(mark)) {
      const kind = kindOf(mark);
      if (!open[kind]) continue;
      let at = stack.pop()!;
      for (; kindOf(text[at]!) !== kind; at = stack.pop()!) {
        found.push({ open: at, close: text.length, closed: false });
        open[kindOf(text[at]!)]!--;
      }
      found.push({ open: at, close: i, closed: true });
      open[kind]!--;
    }
  }
  for (const at of stack) found.push({ open: at, close: text.length, closed: false });
  return found.sort((a, b) => a.open - b.open);
}

/** The brackets （） () 〔〕 [] 【】 of a text in order: outermost pairs, and opening marks that nothing closes. */
export function bracketGroups(text: string): BracketGroup[] {
  let end = -1;
  return pairs(text).filter((group) => {
    if (!BRACKETS_OPENING.includes(text[group.open]!) || group.open < end) return false;
    if (group.closed) end = group.close;
    return true;
  });
}

export interface Piece {
  readonly text: string;
  readonly start: number;
  /** The separator that ends the piece; empty for the last one. */
  readonly separator: string;
}

/** Splits at any of the separators that stand outside paired marks. A mark that nothing closes holds nothing. */
export function splitOutside(text: string, separators: string): Piece[] {
  const closed = OPENING_OR_CLOSING.test(text) ? pairs(text).filter((pair) => pair.closed) : [];
  const pieces: Piece[] = [];
  let start = 0;
  let next = 0;
  for (let i = 0; i < text.length; i++) {
    while (next < closed.length && closed[next]!.open < i) next++;
    const pair = closed[next];
    if (pair && pair.open === i) {
      i = pair.close;
      continue;
    }
    if (separators.includes(text[i]!)) {
      pieces.push({ text: text.slice(start, i), start, separator: text[i]! });
      start = i + 1;
    }
  }
  pieces.push({ text: text.slice(start), start, separator: '' });
  return pieces;
}

const OPENING_OR_CLOSING = /[（(［[〔【《“‘]/;
