/** Which style of number stands above which: the standard's order, unless the notice itself turns it round. */
import { STYLES, type Style } from '../syntax/numbers.ts';
import type { Item, NumberLabel } from './notice.ts';

/**
 * The rank of a style in a context; a lower rank stands above. GB/T 9704-2012 7.3.3 orders 一、 （一） 1. （1）; a notice
 * whose （1） opens under 1) each time, with 2) after it, has its own order, and that one holds.
 */
export function levelOrder(
  items: readonly (Item | undefined)[],
  contexts: readonly number[],
): (context: number, style: Style) => number {
  const orders = new Map<number, Map<Style, number>>();
  let from = 0;
  while (from < items.length) {
    let to = from;
    while (to < items.length && contexts[to] === contexts[from]) to++;
    orders.set(contexts[from]!, contextOrder(items, from, to));
    from = to;
  }
  return (context, style) => orders.get(context)?.get(style) ?? STYLES.indexOf(style);
}

function contextOrder(items: readonly (Item | undefined)[], from: number, to: number): Map<Style, number> {
  const numbers: NumberLabel[] = [];
  for (let part = from; part < to; part++) {
    const number = items[part]?.number;
    if (number) numbers.push(number);
  }
  const rank = new Map(STYLES.map((style, index) => [style, index]));
  const votes = new Map<string, number>();
  // In the standard's order: what is turned round once in a notice that keeps to it is a slip. 1. in （一） in 一、 keeps
  // to it three times.
  const open: Style[] = [];
  for (const { style, value } of numbers) {
    while (open.length && rank.get(open.at(-1)!)! >= rank.get(style)!) open.pop();
    if (value === 1) for (const outer of open) add(votes, `${outer} ${style}`, -1);
    open.push(style);
  }
  // For each position, where each style next occurs.
  const next = new Map<Style, number>();
  for (let i = numbers.length - 1; i > 0; i--) {
    const { style, value } = numbers[i]!;
    next.set(style, i);
    const before = numbers[i - 1]!;
    if (value !== 1 || rank.get(style)! >= rank.get(before.style)!) continue;
    const goesOn = next.get(before.style);
    // Where the outer one never comes again, nothing tells which it is.
    if (goesOn === undefined) continue;
    const inside = numbers[goesOn]!.value === before.value + 1;
    add(votes, `${style} ${before.style}`, inside ? 1 : -1);
  }
  for (const [key, vote] of votes) {
    const [inner, outer] = key.split(' ') as [Style, Style];
    if (vote > 0) rank.set(inner, rank.get(outer)! + 0.5);
  }
  return rank;
}

function add(votes: Map<string, number>, key: string, vote: number): void {
  votes.set(key, (votes.get(key) ?? 0) + vote);
}
