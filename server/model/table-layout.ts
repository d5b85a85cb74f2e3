/**
 * Which line of a flattened table is which cell. A page that puts a table down one cell a line leaves merged cells and
 * empty ones out, and breaks others over several lines. So the lines are laid over the columns, row after row, in the
 * way that costs least: each line costs what it differs from what its column holds, each column left out what it is
 * rarely left out for. Where another way costs hardly more, the row is in doubt.
 */
import type { ColumnRole } from './notice.ts';
import { absentCost, fitCost, type Looks, repeatCost } from './table-fit.ts';

/** A piece of a flattened table: the text of a cell, a part of one, or a blank that stands for an empty cell. */
export interface Piece {
  readonly looks: Looks;
  /** A blank where a cell may be, or nothing. */
  readonly soft: boolean;
}

export interface Layout {
  /** The column of each piece; -1 for what stands behind the table. */
  readonly columns: Int16Array;
  /** The row of each piece, from 0. */
  readonly rows: Int32Array;
  /** 1 for each piece that has one place only where it makes sense. */
  readonly certain: Uint8Array;
}

/** So much more may another way cost and still be one to think of; more where pieces may be parts of cells. */
const DOUBT = { cells: 0.75, parts: 1.4 };
/** A piece that fits its column so badly casts doubt on its row. */
const MISFIT = 2.4;
/** Of pieces that look like whole cells, two are seldom one. */
const PARTED = 0.8;
const LEAVE = 2;
const OUTSIDE = 0.8;

export interface Print {
  /** Empty cells stand in the table as blanks: a column with nothing at all is merged. */
  readonly blanks: boolean;
  /** Pieces are whole cells, as far as one can see. */
  readonly whole: boolean;
}

export function layOut(pieces: readonly Piece[], roles: readonly ColumnRole[], print: Print): Layout {
  const first = way(pieces, roles, print, []);
  const styles = usualStyles(first, pieces, roles);
  return styles.some(Boolean) ? way(pieces, roles, print, styles) : first;
}

/** The style of number that nearly all cells of a column of text start with: 一、 in 重点工作, 1. in 工作内容. */
function usualStyles(
  { columns }: Layout,
  pieces: readonly Piece[],
  roles: readonly ColumnRole[],
): (string | undefined)[] {
  return roles.map((role, column) => {
    if (role !== 'section' && role !== 'content' && role !== 'task') return undefined;
    const counts = new Map<string, number>();
    let all = 0;
    pieces.forEach(({ looks, soft }, index) => {
      if (columns[index] !== column || soft || looks.empty) return;
      all++;
      counts.set(looks.style, (counts.get(looks.style) ?? 0) + 1);
    });
    for (const [style, count] of counts) if (count * 5 >= all * 4) return style;
    return undefined;
  });
}

function way(
  pieces: readonly Piece[],
  roles: readonly ColumnRole[],
  { blanks, whole }: Print,
  styles: readonly (string | undefined)[],
): Layout {
  const width = roles.length;
  const states = width + 1;
  const outside = width;
  const absent = roles.map((role) => absentCost(role, blanks));
  // What it costs to leave out all columns before one.
  const before = [0];
  for (const cost of absent) before.push(before.at(-1)! + cost);
  const full = before[width]!;
  const fits = pieces.map(({ looks, soft }) =>
    roles.map((role, column) => {
      const strange = !soft && !looks.empty && styles[column] !== undefined && styles[column] !== looks.style;
      return fitCost(role, looks) + (strange ? 1.6 : 0);
    }),
  );
  const stay = (index: number, column: number): number => {
    const { soft, looks } = pieces[index]!;
    return soft ? 0.05 : repeatCost(roles[column]!, looks) + (whole ? PARTED : 0) + fits[index]![column]!;
  };
  const away = (index: number): number => (pieces[index]!.looks.empty ? 0.1 : OUTSIDE);

  const count = pieces.length;
  const ahead = new Float64Array(count * states).fill(Number.POSITIVE_INFINITY);
  /** From where: the column of the piece before, with `states` added where a new row starts. */
  const from = new Int16Array(count * states).fill(-1);
  for (let index = 0; index < count; index++) {
    const at = index * states;
    const last = at - states;
    let out = index ? Number.POSITIVE_INFINITY : 0;
    let outFrom = -1;
    if (index) {
      for (let column = 0; column < width; column++) {
        const cost = ahead[last + column]! + full - before[column + 1]!;
        if (cost < out) [out, outFrom] = [cost, column];
      }
    }
    let on = Number.POSITIVE_INFINITY;
    let onFrom = -1;
    for (let column = 0; column < width; column++) {
      const fit = fits[index]![column]!;
      let best = out + before[column]! + fit;
      let source = outFrom < 0 ? -1 : outFrom + states;
      if (index) {
        const goOn = on + before[column]! + fit;
        if (goOn < best) [best, source] = [goOn, onFrom];
        const remain = ahead[last + column]! + stay(index, column);
        if (remain < best) [best, source] = [remain, column];
        const onward = ahead[last + column]! - before[column + 1]!;
        if (onward < on) [on, onFrom] = [onward, column];
      }
      ahead[at + column] = best;
      from[at + column] = source;
    }
    const leave = out + LEAVE + away(index);
    const remain = index ? ahead[last + outside]! + away(index) : Number.POSITIVE_INFINITY;
    ahead[at + outside] = Math.min(leave, remain);
    from[at + outside] = remain <= leave ? outside : outFrom;
  }
  const doubt = blanks && whole ? DOUBT.cells : DOUBT.parts;
  return traced(ahead, from, { doubt, pieces, fits, before, full, states, stay, away });
}

interface Costs {
  readonly doubt: number;
  readonly pieces: readonly Piece[];
  readonly fits: readonly (readonly number[])[];
  readonly before: readonly number[];
  readonly full: number;
  readonly states: number;
  stay(index: number, column: number): number;
  away(index: number): number;
}

/** The cheapest way, read from its end, with what the rest costs from each column on: that shows what else is as cheap. */
function traced(ahead: Float64Array, from: Int16Array, costs: Costs): Layout {
  const { doubt, pieces, fits, states } = costs;
  const count = pieces.length;
  const width = states - 1;
  const columns = new Int16Array(count).fill(-1);
  const rows = new Int32Array(count);
  const certain = new Uint8Array(count).fill(1);
  if (!count) return { columns, rows, certain };
  const behind = restOf(costs);
  const total = (index: number, column: number): number =>
    ahead[index * states + column]! + behind[index * states + column]!;
  let column = 0;
  for (let candidate = 1; candidate < states; candidate++)
    if (total(count - 1, candidate) < total(count - 1, column)) column = candidate;
  const starts = new Uint8Array(count);
  for (let index = count - 1; index >= 0; index--) {
    columns[index] = column === width ? -1 : column;
    const source = from[index * states + column]!;
    if (column < width && (source < 0 || source >= states)) starts[index] = 1;
    column = source >= states ? source - states : source;
    if (column < 0) column = 0;
  }
  let row = -1;
  for (let index = 0; index < count; index++) {
    if (starts[index]) row++;
    rows[index] = Math.max(0, row);
    const own = columns[index]!;
    if (own < 0 || pieces[index]!.soft) continue;
    const best = total(index, own);
    if (fits[index]![own]! > MISFIT) certain[index] = 0;
    for (let other = 0; other < width && certain[index]; other++)
      if (other !== own && total(index, other) < best + doubt) certain[index] = 0;
  }
  return { columns, rows, certain };
}

/** What the pieces after each one cost at least, from each column on. */
function restOf({ pieces, fits, before, full, states, stay, away }: Costs): Float64Array {
  const count = pieces.length;
  const width = states - 1;
  const rest = new Float64Array(count * states).fill(Number.POSITIVE_INFINITY);
  for (let column = 0; column < width; column++) rest[(count - 1) * states + column] = full - before[column + 1]!;
  rest[(count - 1) * states + width] = 0;
  for (let index = count - 2; index >= 0; index--) {
    const at = index * states;
    const next = at + states;
    let anew = rest[next + width]! + LEAVE + away(index + 1);
    for (let column = 0; column < width; column++)
      anew = Math.min(anew, before[column]! + fits[index + 1]![column]! + rest[next + column]!);
    let on = Number.POSITIVE_INFINITY;
    for (let column = width - 1; column >= 0; column--) {
      rest[at + column] = Math.min(
        full - before[column + 1]! + anew,
        on - before[column + 1]!,
        stay(index + 1, column) + rest[next + column]!,
      );
      on = Math.min(on, before[column]! + fits[index + 1]![column]! + rest[next + column]!);
    }
    rest[at + width] = away(index + 1) + rest[next + width]!;
  }
  return rest;
}
