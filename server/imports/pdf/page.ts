/** Pieces of text on a page and the lines that they stand in. Lengths are in points, y grows downwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** The library sees a blank before it. */
  readonly parted?: boolean;
}

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}

/**
 * The library puts pieces with a gap between them into one, with a blank for the gap. Where that stands is not said: the
 * first of them begins where the whole does, the last one ends where it ends.
 */
export function split(piece: Piece, advance = 1): Piece[] {
  const { text, x, y, width, size } = piece;
  if (!/\S +[^\s\w]|[^\s\w] +\S/.test(text)) return [piece];
  const words = text.split(/ +/).filter(Boolean);
  if (isSpread(words)) return [{ ...piece, text: words.reduce(together) }];
  const widths = words.map((word) => nominal(word) * size * advance);
  const gap = (width - widths.reduce((sum, own) => sum + own, 0)) / Math.max(1, words.length - 1);
  // What was drawn narrower than that has no gaps to speak of.
  if (gap < size * WORD) return [piece];
  let at = x;
  return words.map((word, index) => {
    const own = { text: word, x: at, y, width: widths[index]!, size, parted: index > 0 };
    at += widths[index]! + gap;
    return own;
  });
}

/** So many characters that stand alone are spread to fill their line. */
const SPREAD = 4;

function isSpread(words: readonly string[]): boolean {
  let row = 0;
  for (const word of words) {
    row = word.length === 1 && /[^A-Za-z]/.test(word) ? row + 1 : 0;
    if (row === SPREAD) return true;
  }
  return false;
}

function together(before: string, after: string): string {
  return before + (/[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '') + after;
}

/** What a character takes of its size here: lines are set closer or wider than their type. */
export function advanceOf(pieces: readonly Piece[]): number {
  const ratios = pieces
    .filter(({ text, size }) => text.length > 5 && size > 0 && !/[^\u3001-\u9fff\uff01-\uff5e]/.test(text))
    .map(({ text, width, size }) => width / (text.length * size))
    .sort((a, b) => a - b);
  return ratios[ratios.length >> 1] ?? 1;
}

/** In full-width characters. */
function nominal(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 ? 0.5 : 1;
  return width;
}

/** A gap of so many characters parts words, and one of so many parts of a line. */
const WORD = 0.2;
const WIDE = 0.8;

/** Pieces on one baseline, from left to right. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = [];
  const sorted = pieces.filter(({ text }) => text.trim()).sort((a, b) => a.y - b.y || a.x - b.x);
  for (const piece of sorted) {
    const row = rows.at(-1);
    const last = row?.[0];
    if (last && Math.abs(piece.y - last.y) < Math.max(piece.size, last.size) * 0.45) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => lineOf(row.sort((a, b) => a.x - b.x)));
}

function lineOf(row: readonly Piece[]): Line {
  const [first] = row;
  let text = '';
  let right = first!.x;
  let size = 0;
  for (const piece of row) {
    size = Math.max(size, piece.size);
    const gap = (piece.x - right) / piece.size;
    if (text) text += between(text, piece, gap);
    text += piece.text;
    right = Math.max(right, piece.x + piece.width);
  }
  return { text: text.trimEnd(), x: first!.x, y: first!.y, right, size };
}

/** Lines are spaced out to a width, so that a gap between Han characters says little. */
function between(before: string, { text: after, parted }: Piece, gap: number): string {
  if (gap >= WIDE) return '\u3000'.repeat(Math.min(4, Math.max(1, Math.round(gap))));
  // 牵头单位：甲局　责任单位：乙局
  if (parted && FIELD.test(before) && FIELD.test(after)) return '\u3000';
  const latin = /[\w.,;:)]$/.test(before) && /^[\w(]/.test(after);
  return parted || (latin && gap > WORD) ? ' ' : '';
}

const FIELD = /^[\s\u3000]*[\u4e00-\u9fff]{2,10}[：:]/;
