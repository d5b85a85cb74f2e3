/**
 * Which task of one notice is which of another: by what they say, and where that leaves a choice by who leads, the section
 * and the place; never by the number alone. Tasks are moved, numbered anew, reworded, split and merged.
 *
 * Near-linear: equal texts find each other by their key, others by the rarest features that they share. The same pairs
 * come out whichever of the two is first.
 */
import type { Notice, Task } from '../model/notice.ts';
import { Bearing } from './bearing.ts';
import { candidatesBetween } from './candidates.ts';
import { leadKey, pairEqual } from './equal-texts.ts';
import { type Profile, Profiles } from './profile.ts';
import { attach } from './splits.ts';

/** What can be matched: a task, or a row of a sheet. */
export interface Matchable {
  readonly text: string;
  /** Lead units as printed; order and what stands in brackets after them do not count. */
  readonly leads: readonly string[];
  /** Titles of the headings above, outermost first. */
  readonly sections: readonly string[];
}

/** Indexes of the two lists. One of the one list goes with one of the other; what was split or merged has more. */
export interface Match {
  /** Ascending. More than one where tasks were merged. */
  readonly one: readonly number[];
  /** Ascending. More than one where a task was split. */
  readonly other: readonly number[];
  /** The two that are most alike. */
  readonly pair: readonly [number, number];
  /** 0 to 1; 1 for equal texts. */
  readonly likeness: number;
}

export interface Matching {
  /** In the order of the one list. */
  readonly matches: readonly Match[];
  /** What has no counterpart, in order. */
  readonly one: readonly number[];
  readonly other: readonly number[];
}

/** Pairs as they are found: index to index, both ways. */
export class Pairs {
  readonly toOther: Int32Array;
  readonly toOne: Int32Array;

  constructor(one: number, other: number) {
    this.toOther = new Int32Array(one).fill(-1);
    this.toOne = new Int32Array(other).fill(-1);
  }

  areFree(one: number, other: number): boolean {
    return this.toOther[one] === -1 && this.toOne[other] === -1;
  }

  add(one: number, other: number): void {
    this.toOther[one] = other;
    this.toOne[other] = one;
  }
}

/**
 * Texts that have so much in common are one, reworded: where neither lead unit nor section are the same, where one of them
 * is, where both are. Next year's task has next year's figures, but the unit and the section of this year's.
 */
const ALIKE = [0.78, 0.5, 0.33] as const;
/** With neither in common, less is enough for a text that has no like in its own notice: it is less alike by so much. */
const ALONE = 0.2;
/** Between two neighbours that go together: with another lead unit, with the same. */
const BETWEEN = [0.4, 0.22] as const;

export function matchTasks(one: Notice, other: Notice): Matching {
  return match(one.tasks.map(matchableOf), other.tasks.map(matchableOf));
}

export function matchableOf({ text, duty, sections }: Task): Matchable {
  const leads = duty.leadUnits.length ? duty.leadUnits : duty.units.slice(0, 1);
  return { text, leads: leads.map(({ base }) => base), sections: sections.map((section) => section.text) };
}

export function match(one: readonly Matchable[], other: readonly Matchable[]): Matching {
  const pairs = new Pairs(one.length, other.length);
  pairEqual(one, other, pairs);
  if (!pairs.toOther.includes(-1) || !pairs.toOne.includes(-1)) return matchingOf(pairs, new Map());
  const profiles = new Profiles(
    one.map(({ text }) => text),
    other.map(({ text }) => text),
  );
  const candidates = candidatesBetween({ one, other, profiles, pairs });
  const likenesses = new Map<number, number>();
  const take = (a: number, b: number, likeness: number): void => {
    if (!pairs.areFree(a, b)) return;
    pairs.add(a, b);
    likenesses.set(a, likeness);
  };
  const siblings = [new Siblings(profiles, profiles.one), new Siblings(profiles, profiles.other)] as const;
  for (const { one: a, other: b, likeness, common } of candidates) {
    if (likeness < ALIKE[1] || !pairs.areFree(a, b)) continue;
    const alone = (): boolean => likeness - Math.max(siblings[0].likeness(a), siblings[1].likeness(b)) >= ALONE;
    if (likeness >= ALIKE[common] || alone()) take(a, b, likeness);
  }
  const pieces = attach(profiles, pairs, candidates);
  const isFree = (a: number, b: number): boolean => !pieces.one.has(a) && !pieces.other.has(b);
  for (const { one: a, other: b, likeness, common } of candidates)
    if (likeness >= ALIKE[common] && isFree(a, b)) take(a, b, likeness);
  for (const [a, b] of between(pairs)) {
    if (!isFree(a, b)) continue;
    const likeness = profiles.likeness(profiles.one[a]!, profiles.other[b]!);
    const same = leadKey(one[a]!.leads) === leadKey(other[b]!.leads);
    if (likeness >= BETWEEN[Number(same) as 0 | 1]) take(a, b, likeness);
  }
  return matchingOf(pairs, likenesses, pieces);
}

/** How like a text is to the one of its own list that is most like it: 在甲镇新建…, 在乙镇新建…. */
class Siblings {
  readonly #profiles: Profiles;
  readonly #list: readonly Profile[];
  #bearing: Bearing | undefined;

  constructor(profiles: Profiles, list: readonly Profile[]) {
    this.#profiles = profiles;
    this.#list = list;
  }

  likeness(index: number): number {
    this.#bearing ??= new Bearing(this.#profiles, this.#list, this.#list.keys());
    const own = this.#list[index]!;
    const others = this.#bearing.closest(own, index, 3).filter((other) => other !== index);
    return Math.max(0, ...others.map((other) => this.#profiles.likeness(own, this.#list[other]!)));
  }
}

/** One left on either side between the same two neighbours. */
function between({ toOther, toOne }: Pairs): [number, number][] {
  const found: [number, number][] = [];
  for (let a = 0; a < toOther.length; a++) {
    if (toOther[a] !== -1) continue;
    const before = a ? toOther[a - 1]! : -1;
    if (a && before === -1) continue;
    const b = before + 1;
    const after = a + 1 < toOther.length ? toOther[a + 1] : toOne.length;
    if (b < toOne.length && toOne[b] === -1 && after === b + 1) found.push([a, b]);
  }
  return found;
}

export interface Pieces {
  /** Of the one list, what became a part of which of the other; and the other way round. */
  readonly one: ReadonlyMap<number, number>;
  readonly other: ReadonlyMap<number, number>;
}

const NONE: Pieces = { one: new Map(), other: new Map() };

function matchingOf(pairs: Pairs, likenesses: ReadonlyMap<number, number>, pieces: Pieces = NONE): Matching {
  const [ones, others] = [gathered(pieces.one), gathered(pieces.other)];
  const matches: Match[] = [];
  pairs.toOther.forEach((b, a) => {
    if (b === -1) return;
    matches.push({
      one: [a, ...(ones.get(b) ?? [])].sort((x, y) => x - y),
      other: [b, ...(others.get(a) ?? [])].sort((x, y) => x - y),
      pair: [a, b],
      likeness: likenesses.get(a) ?? 1,
    });
  });
  return { matches, one: left(pairs.toOther, pieces.one), other: left(pairs.toOne, pieces.other) };
}

function gathered(pieces: ReadonlyMap<number, number>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [piece, whole] of pieces) {
    const known = found.get(whole);
    if (known) known.push(piece);
    else found.set(whole, [piece]);
  }
  return found;
}

function left(to: Int32Array, pieces: ReadonlyMap<number, number>): number[] {
  const found: number[] = [];
  to.forEach((counterpart, index) => {
    if (counterpart === -1 && !pieces.has(index)) found.push(index);
  });
  return found;
}
