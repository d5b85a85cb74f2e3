/**
 * What of a text tells it from others: its pairs of characters, figures left blank, and its figures. What few texts say
 * counts for more than what all of them say. Profiles of two lists of texts are made together, so that they can be held
 * against each other.
 */
import { hashOf, pairsOf } from './gist.ts';
import { bareKeyOf } from './likeness.ts';

/** Numbers of features, ascending, none twice. */
export type Profile = Int32Array;

const FIGURE = /\d+(?:[.-]\d+)*/g;
/** Stands for any figure: 增长6% and 增长7% have their words in common. */
const BLANK = '\u0001';
/** So few in common prove nothing. */
const LEAST = 4;

export class Profiles {
  readonly one: readonly Profile[];
  readonly other: readonly Profile[];
  /** How much a feature counts. */
  readonly #weights: Float64Array;
  readonly #sizes = new WeakMap<Profile, number>();

  constructor(one: readonly string[], other: readonly string[]) {
    const numbers = new Map<number, number>();
    const counts: number[] = [];
    const of = (text: string): Profile => {
      const features = featuresOf(text);
      const profile = new Int32Array(features.length);
      for (let at = 0; at < features.length; at++) {
        let number = numbers.get(features[at]!);
        if (number === undefined) {
          number = counts.length;
          numbers.set(features[at]!, number);
          counts.push(0);
        }
        counts[number]!++;
        profile[at] = number;
      }
      return profile.sort();
    };
    this.one = one.map(of);
    this.other = other.map(of);
    const all = one.length + other.length;
    this.#weights = Float64Array.from(counts, (count) => Math.log2(1 + all / count));
  }

  get features(): number {
    return this.#weights.length;
  }

  weight(feature: number): number {
    return this.#weights[feature]!;
  }

  size(profile: Profile): number {
    let size = this.#sizes.get(profile);
    if (size === undefined) {
      size = 0;
      for (const feature of profile) size += this.#weights[feature]!;
      this.#sizes.set(profile, size);
    }
    return size;
  }

  /** 0 to 1: how much two texts have in common; a text that stands whole in a longer one is like it. */
  likeness(one: Profile, other: Profile): number {
    const { weight, count } = this.#common(one, other);
    if (!count) return 0;
    const [a, b] = [this.size(one), this.size(other)];
    const dice = (2 * weight) / (a + b);
    if (count < LEAST || dice < 0.15) return dice;
    return Math.max(dice, 0.9 * (weight / Math.min(a, b)) ** 2);
  }

  /** 0 to 1: how much of a text stands in another one. */
  within(profile: Profile, whole: Profile): number {
    const { weight, count } = this.#common(profile, whole);
    return count < LEAST ? 0 : weight / this.size(profile);
  }

  #common(one: Profile, other: Profile): { weight: number; count: number } {
    let weight = 0;
    let count = 0;
    for (let at = 0, beside = 0; at < one.length && beside < other.length; ) {
      const a = one[at]!;
      const b = other[beside]!;
      if (a === b) {
        weight += this.#weights[a]!;
        count++;
      }
      if (a <= b) at++;
      if (a >= b) beside++;
    }
    return { weight, count };
  }
}

/** What the one has and the other has not. */
export function without(one: Profile, other: Profile): Profile {
  const rest = new Int32Array(one.length);
  let count = 0;
  for (let at = 0, beside = 0; at < one.length; at++) {
    while (beside < other.length && other[beside]! < one[at]!) beside++;
    if (other[beside] !== one[at]) rest[count++] = one[at]!;
  }
  return rest.subarray(0, count);
}

function featuresOf(text: string): Iterable<number> & ArrayLike<number> {
  const key = bareKeyOf(text);
  const figures = key.match(FIGURE);
  const pairs = pairsOf(figures ? key.replace(FIGURE, BLANK) : key);
  if (!figures) return pairs;
  return Uint32Array.from(new Set([...pairs, ...figures.map((figure) => hashOf(figure, 7) >>> 0)]));
}
