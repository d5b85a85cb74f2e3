/**
 * Places where two levels of the standard's four are turned round, 1. below （1）, in a notice that elsewhere keeps to
 * the order. Where the notice itself turns them round throughout, that is its order (model/levels.ts).
 */
import type { Entry, Notice } from '../../model/notice.ts';
import type { Style } from '../../syntax/numbers.ts';

/** GB/T 9704-2012 7.3.3: 一、 （一） 1. （1） */
const ORDER: readonly (Style | undefined)[] = ['han', 'han-bracket', 'arabic', 'arabic-bracket'];

export interface Reversal {
  /** The number that stands above, and should stand below. */
  readonly outer: Entry;
  /** The first one that stands below it. */
  readonly inner: Entry;
}

export interface Reversals {
  readonly found: readonly Reversal[];
  /** All entries of the two levels in these places. */
  readonly within: ReadonlySet<Entry>;
}

const known = new WeakMap<Notice, Reversals>();

/** Linear: each entry is walked over once. */
export function reversalsOf(notice: Notice): Reversals {
  let reversals = known.get(notice);
  if (!reversals) known.set(notice, (reversals = readReversals(notice)));
  return reversals;
}

function readReversals({ entries }: Notice): Reversals {
  const found: Reversal[] = [];
  const within = new Set<Entry>();
  const numbered = entries.filter(({ number }) => number);
  const next = nextOfStyle(numbered);
  const last = new Map<Style, Entry>();
  for (let i = 1; i < numbered.length; i++) {
    const inner = numbered[i]!;
    const outer = numbered[i - 1]!;
    last.set(outer.number!.style, outer);
    const [below, above] = [rankOf(inner), rankOf(outer)];
    if (inner.number!.value !== 1 || below < 0 || above < 0 || below >= above) continue;
    if (inner.context !== outer.context || inner.parent === outer) continue;
    const goesOn = numbered[next[i - 1]!];
    if (goesOn?.context !== inner.context || goesOn.number!.value !== outer.number!.value + 1) continue;
    // A heading of a level above both parts them.
    const end = regionEnd(numbered, i, below, above);
    if (next[i - 1]! >= end) continue;
    const after = next[i]! > next[i - 1]! ? numbered[next[i]!] : undefined;
    if (after && isDoubled(last.get(inner.number!.style), inner, after)) continue;
    found.push({ outer, inner });
    for (const entry of numbered.slice(i - 1, end)) {
      within.add(entry);
      last.set(entry.number!.style, entry);
    }
    i = end;
  }
  return { found, within };
}

/** 一、 1. 2. 一、 3. 二、: the second 一、 goes on with the first as a slip, and the next one with both. */
function isDoubled(before: Entry | undefined, { context }: Entry, after: Entry): boolean {
  if (before?.context !== context || after.context !== context) return false;
  return before.number!.value === 1 && after.number!.value === 2;
}

/** For each entry, the index of the next one of its style. */
function nextOfStyle(numbered: readonly Entry[]): number[] {
  const next: number[] = new Array(numbered.length).fill(-1);
  const last = new Map<Style, number>();
  for (let i = numbered.length - 1; i >= 0; i--) {
    const { style } = numbered[i]!.number!;
    next[i] = last.get(style) ?? -1;
    last.set(style, i);
  }
  return next;
}

/** Where the two levels no longer count on as outer and inner. */
function regionEnd(numbered: readonly Entry[], from: number, below: number, above: number): number {
  let outer = numbered[from - 1]!.number!.value;
  let expected = 1;
  let at = from;
  for (; at < numbered.length; at++) {
    const entry = numbered[at]!;
    const rank = rankOf(entry);
    const { value } = entry.number!;
    if (entry.context !== numbered[from]!.context || (rank >= 0 && rank < below)) break;
    if (rank === below) {
      if (value !== expected) break;
      expected++;
    } else if (rank === above) {
      if (value !== outer + 1) break;
      outer = value;
      expected = 1;
    } else if (rank >= 0 && rank < above) break;
  }
  return at;
}

function rankOf({ number }: Entry): number {
  return ORDER.indexOf(number?.style);
}
