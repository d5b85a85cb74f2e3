/** Who bears which features: the texts of a list that share the rarest ones with a text. */
import type { Profile, Profiles } from './profile.ts';

const RAREST = 16;
/** A feature that more texts share is looked at only around the place where a counterpart would stand. */
const MOST_BEARERS = 24;

export class Bearing {
  readonly #profiles: Profiles;
  /** By feature, who bears it, in order: one array, and where each feature's stretch starts. */
  readonly #starts: Int32Array;
  readonly #bearers: Int32Array;
  readonly #votes: Float64Array;

  /** @param indexes of those in the list that are looked for */
  constructor(profiles: Profiles, list: readonly Profile[], indexes: Iterable<number>) {
    this.#profiles = profiles;
    this.#votes = new Float64Array(list.length);
    const starts = new Int32Array(profiles.features + 2);
    const all = [...indexes];
    for (const index of all) for (const feature of list[index]!) starts[feature + 2]!++;
    for (let at = 2; at < starts.length; at++) starts[at]! += starts[at - 1]!;
    this.#bearers = new Int32Array(starts.at(-1)!);
    for (const index of all) for (const feature of list[index]!) this.#bearers[starts[feature + 1]!++] = index;
    this.#starts = starts;
  }

  /**
   * Those that share the most with a text, so many at most, the first the most.
   *
   * @param place where a counterpart would stand
   */
  closest(profile: Profile, place: number, most: number): number[] {
    const votes = this.#votes;
    const voted: number[] = [];
    for (const feature of rarest(profile, this.#starts)) {
      const [from, to] = around(this.#bearers, this.#starts[feature]!, this.#starts[feature + 1]!, place);
      const weight = this.#profiles.weight(feature);
      for (let at = from; at < to; at++) {
        const other = this.#bearers[at]!;
        if (votes[other] === 0) voted.push(other);
        votes[other]! += weight;
      }
    }
    const found: number[] = [];
    while (found.length < most) {
      let best = -1;
      for (const other of voted) {
        if (votes[other] === 0 || (best >= 0 && votes[other]! < votes[best]!)) continue;
        if (best < 0 || votes[other]! > votes[best]! || Math.abs(other - place) < Math.abs(best - place)) best = other;
      }
      if (best < 0) break;
      votes[best] = 0;
      found.push(best);
    }
    for (const other of voted) votes[other] = 0;
    return found;
  }
}

/** The features that the fewest bear, of those that anyone does. */
function rarest(profile: Profile, starts: Int32Array): number[] {
  const found: number[] = [];
  const counts: number[] = [];
  for (const feature of profile) {
    const count = starts[feature + 1]! - starts[feature]!;
    if (count === 0 || (found.length === RAREST && count >= counts[RAREST - 1]!)) continue;
    let at = Math.min(found.length, RAREST - 1);
    for (; at > 0 && counts[at - 1]! > count; at--) {
      found[at] = found[at - 1]!;
      counts[at] = counts[at - 1]!;
    }
    found[at] = feature;
    counts[at] = count;
  }
  return found;
}

/** Of a long stretch, what is nearest to a place. */
function around(bearers: Int32Array, start: number, end: number, place: number): [number, number] {
  if (end - start <= MOST_BEARERS) return [start, end];
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bearers[middle]! < place) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(start, Math.min(low - MOST_BEARERS / 2, end - MOST_BEARERS));
  return [from, from + MOST_BEARERS];
}
