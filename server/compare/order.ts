/** What stayed in its order and what was moved: as few as possible are said to have moved. */

export interface Placed {
  readonly one: number;
  readonly other: number;
  /** How many are said to have moved with it. */
  readonly count: number;
  /** Of several ways to say what moved, the one in which what weighs less moved. */
  readonly weight: number;
}

/** Less than one, whatever is added up. */
const LIGHT = 2 ** -40;

/** Those out of order relative to the others: all but the heaviest run that ascends on both sides. */
export function outOfOrder<P extends Placed>(placed: readonly P[]): Set<P> {
  const inOne = [...placed].sort((a, b) => a.one - b.one);
  if (inOne.every(({ other }, index) => index === 0 || inOne[index - 1]!.other < other)) return new Set();
  const ranks = new Map([...placed].sort((a, b) => a.other - b.other).map((each, rank) => [each, rank]));
  const before: (number | undefined)[] = [];
  const total: number[] = [];
  const tree = new BestBefore(placed.length);
  let best = -1;
  inOne.forEach((each, index) => {
    const rank = ranks.get(each)!;
    const last = tree.best(rank);
    before[index] = last;
    total[index] = (last === undefined ? 0 : total[last]!) + each.count + LIGHT * (each.weight % 2 ** 20);
    tree.put(rank, index, total[index]!);
    if (best < 0 || total[index]! > total[best]!) best = index;
  });
  const moved = new Set(inOne);
  for (let index: number | undefined = best; index !== undefined && index >= 0; index = before[index])
    moved.delete(inOne[index]!);
  return moved;
}

/** The best that ends below a rank (Fenwick). */
class BestBefore {
  readonly #index: Int32Array;
  readonly #total: Float64Array;

  constructor(size: number) {
    this.#index = new Int32Array(size + 1).fill(-1);
    this.#total = new Float64Array(size + 1);
  }

  best(rank: number): number | undefined {
    let [found, total] = [-1, 0];
    for (let at = rank; at > 0; at -= at & -at)
      if (this.#total[at]! > total) [found, total] = [this.#index[at]!, this.#total[at]!];
    return found < 0 ? undefined : found;
  }

  put(rank: number, index: number, total: number): void {
    for (let at = rank + 1; at < this.#index.length; at += at & -at)
      if (total > this.#total[at]!) [this.#index[at], this.#total[at]] = [index, total];
  }
}
