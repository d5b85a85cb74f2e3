/** Pieces of text on a page and the lines that they stand in. Lengths are in points, y grows downwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}

/** A gap of so many characters parts words, and one of so many parts of a line. */
const WORD = 0.2;
const WIDE = 0.9;

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
    if (text) text += between(text, piece.text, gap);
    text += piece.text;
    right = Math.max(right, piece.x + piece.width);
  }
  return { text: text.trimEnd(), x: first!.x, y: first!.y, right, size };
}

/** Lines are spaced out to a width, so that a gap between Han characters says little. */
function between(before: string, after: string, gap: number): string {
  if (gap >= WIDE) return '\u3000'.repeat(Math.min(4, Math.round(gap)));
  const latin = /[\w.,;:)]$/.test(before) && /^[\w(]/.test(after);
  return latin && gap > WORD ? ' ' : '';
}
