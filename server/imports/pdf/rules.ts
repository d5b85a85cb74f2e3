/** The lines that are drawn on a page, as the grid of a table: where its columns and rows are, and which cells are one. */
export interface Segment {
  /** Where it stands across its direction, and from where to where it reaches. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly across: readonly Segment[];
  readonly down: readonly Segment[];
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface RuledTable {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

/** Lines that meet may miss each other by so much. */
const NEAR = 2.5;
/** A drawing of more is no table. */
const MOST_SEGMENTS = 20_000;
const MOST_CELLS = 20_000;

/** The tables of a page: lines that meet, at least two columns and two rows of cells. */
export function ruledTables({ across, down }: Rules): RuledTable[] {
  if (across.length < 2 || down.length < 2 || across.length + down.length > MOST_SEGMENTS) return [];
  return groups(across, down).flatMap((group) => tableOf(group) ?? []);
}

/** Lines that meet, directly or through others. */
function groups(across: readonly Segment[], down: readonly Segment[]): Rules[] {
  const parents = Array.from({ length: across.length + down.length }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root]!;
    for (let at = index; parents[at] !== root; ) [parents[at], at] = [root, parents[at]!];
    return root;
  };
  const order = across.map((_, index) => index).sort((a, b) => across[a]!.at - across[b]!.at);
  const ats = order.map((index) => across[index]!.at);
  down.forEach((line, index) => {
    for (let at = firstFrom(ats, line.from - NEAR); at < order.length && ats[at]! <= line.to + NEAR; at++) {
      const other = across[order[at]!]!;
      if (other.from - NEAR <= line.at && line.at <= other.to + NEAR)
        parents[find(order[at]!)] = find(across.length + index);
    }
  });
  const found = new Map<number, { across: Segment[]; down: Segment[] }>();
  const of = (index: number) => {
    const root = find(index);
    const group = found.get(root) ?? { across: [], down: [] };
    found.set(root, group);
    return group;
  };
  for (const [index, line] of across.entries()) of(index).across.push(line);
  for (const [index, line] of down.entries()) of(across.length + index).down.push(line);
  return [...found.values()].filter((group) => group.across.length > 1 && group.down.length > 1);
}

function firstFrom(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tableOf({ across, down }: Rules): RuledTable | undefined {
  const ys = clusters(across.map(({ at }) => at));
  const xs = clusters(down.map(({ at }) => at));
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 1 || rows * columns < 2 || rows * columns > MOST_CELLS) return undefined;
  // Whether a line parts two neighbours: at their common edge, over the middle of their length.
  const parted = (lines: readonly Segment[], at: number, middle: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from - NEAR <= middle && middle <= line.to + NEAR);
  const middle = (edges: readonly number[], index: number): number => (edges[index]! + edges[index + 1]!) / 2;
  const byX = xs.map((x) => down.filter(({ at }) => Math.abs(at - x) <= NEAR));
  const byY = ys.map((y) => across.filter(({ at }) => Math.abs(at - y) <= NEAR));
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let right = column + 1;
      while (right < columns && !parted(byX[right]!, xs[right]!, middle(ys, row))) right++;
      let bottom = row + 1;
      while (bottom < rows && !parted(byY[bottom]!, ys[bottom]!, middle(xs, column))) bottom++;
      for (let y = row; y < bottom; y++) for (let x = column; x < right; x++) taken.add(y * columns + x);
      cells.push({
        row,
        column,
        rows: bottom - row,
        columns: right - column,
        left: xs[column]!,
        top: ys[row]!,
        right: xs[right]!,
        bottom: ys[bottom]!,
      });
    }
  return { left: xs[0]!, top: ys[0]!, right: xs.at(-1)!, bottom: ys.at(-1)!, rows, columns, cells };
}

function clusters(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const found: number[] = [];
  for (const value of sorted) if (found.length === 0 || value - found.at(-1)! > NEAR * 1.6) found.push(value);
  return found;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Codes of the library's operators. */
const OPS = { save: 10, restore: 11, transform: 12, formBegin: 74, formEnd: 75, path: 91 };
const FILLS: ReadonlySet<number> = new Set([22, 23]);
const PAINTS: ReadonlySet<number> = new Set([20, 21, 22, 23, 24, 25, 26, 27]);
/** A filled box that is no thicker is a line. */
const THIN = 3;
const SHORTEST = 4;

/**
 * Lines and thin boxes that a page draws.
 *
 * @param view from the page's own points to those of its view
 */
export function drawnRules(fnArray: readonly number[], argsArray: readonly unknown[], view: Matrix): Rules {
  const across: Segment[] = [];
  const down: Segment[] = [];
  const add = (x1: number, y1: number, x2: number, y2: number): void => {
    const [dx, dy] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
    if (dy < 1 && dx >= SHORTEST) across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (dx < 1 && dy >= SHORTEST) down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  };
  let matrix: Matrix = view;
  const stack: Matrix[] = [];
  fnArray.forEach((fn, index) => {
    const args = argsArray[index];
    if (fn === OPS.save) stack.push(matrix);
    else if (fn === OPS.restore || fn === OPS.formEnd) matrix = stack.pop() ?? view;
    else if (fn === OPS.transform && isMatrix(args)) matrix = times(matrix, args);
    else if (fn === OPS.formBegin) {
      stack.push(matrix);
      const own = Array.isArray(args) ? args[0] : undefined;
      if (isMatrix(own)) matrix = times(matrix, own);
    } else if (fn === OPS.path && Array.isArray(args) && PAINTS.has(args[0])) {
      for (const path of [args[1]].flat()) if (isNumbers(path)) draw(path, FILLS.has(args[0]), matrix, add);
    }
  });
  return { across, down };
}

function draw(
  path: ArrayLike<number>,
  filled: boolean,
  matrix: Matrix,
  add: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  let points: [number, number][] = [];
  const close = (): void => {
    if (filled && points.length > 3) {
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (bottom - top <= THIN) add(left, y, right, y);
      else if (right - left <= THIN) add(x, top, x, bottom);
    } else if (!filled) for (let at = 1; at < points.length; at++) add(...points[at - 1]!, ...points[at]!);
    points = [];
  };
  for (let at = 0; at < path.length; ) {
    const op = path[at];
    const skip = op === 2 ? 4 : op === 3 ? 2 : 0;
    if (op === 0 || op === 1 || skip) {
      if (op === 0) close();
      points.push(apply(matrix, path[at + 1 + skip]!, path[at + 2 + skip]!));
      at += 3 + skip;
    } else {
      if (op === 4 && points[0]) points.push(points[0]);
      at++;
    }
  }
  close();
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number';
}

function isMatrix(value: unknown): value is Matrix {
  return isNumbers(value) && value.length === 6;
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

export function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

export type { Matrix };
