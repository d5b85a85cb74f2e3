/** Which texts of two lists may be one another, reworded: those that share rare features. */
import { leadKey } from './equal-texts.ts';
import { formOf } from './form.ts';
import { bareKeyOf } from './likeness.ts';
import type { Matchable, Pairs } from './match.ts';
import type { Profile, Profiles } from './profile.ts';

export interface Candidate {
  readonly one: number;
  readonly other: number;
  /** 0 to 1, of the texts alone. */
  readonly likeness: number;
  /** How many of these they have in common: the lead unit, the section. */
  readonly common: 0 | 1 | 2;
}

interface Sides {
  readonly one: readonly Matchable[];
  readonly other: readonly Matchable[];
  readonly profiles: Profiles;
  readonly pairs: Pairs;
}

const RAREST = 16;
/** A feature that more texts share is looked at only around the place where a counterpart would stand. */
const MOST_BEARERS = 24;
const MOST_CANDIDATES = 6;
/** What speaks for a pair beside what the texts say. */
const FOR = { lead: 0.1, section: 0.06, subject: 0.06, place: 0.04 };
const SUBJECT = 4;

/** The likeliest first. Of equals, those that stand at like places. */
export function candidatesBetween(sides: Sides): readonly Candidate[] {
  const { profiles, pairs } = sides;
  const [openOne, openOther] = [open(pairs.toOther), open(pairs.toOne)];
  const found = new Set<number>();
  const width = sides.other.length;
  nearby(profiles, [profiles.one, openOne], [profiles.other, openOther], (a, b) => found.add(a * width + b));
  nearby(profiles, [profiles.other, openOther], [profiles.one, openOne], (b, a) => found.add(a * width + b));
  const [one, other] = [hintsOf(sides.one), hintsOf(sides.other)];
  inPlace([one, openOne], [other, openOther], (a, b) => found.add(a * width + b));
  const ranked = [...found].map((key) => {
    const [a, b] = [Math.floor(key / width), key % width];
    const likeness = profiles.likeness(profiles.one[a]!, profiles.other[b]!);
    const lead = one.leads[a] === other.leads[b];
    const section = one.sections[a] === other.sections[b];
    const apart = Math.abs(a / sides.one.length - b / sides.other.length);
    const rank =
      likeness +
      (lead ? FOR.lead : 0) +
      (section ? FOR.section : 0) +
      (one.subjects[a] === other.subjects[b] ? FOR.subject : 0) +
      FOR.place * (1 - apart);
    return { one: a, other: b, likeness, common: (Number(lead) + Number(section)) as 0 | 1 | 2, rank };
  });
  return ranked.sort(
    (x, y) =>
      y.rank - x.rank || x.one + x.other - y.one - y.other || Math.min(x.one, x.other) - Math.min(y.one, y.other),
  );
}

function open(to: Int32Array): number[] {
  const indexes: number[] = [];
  to.forEach((counterpart, index) => {
    if (counterpart === -1) indexes.push(index);
  });
  return indexes;
}

/** The first of a unit in a section with the first, and so on, where there are as many on either side. */
function inPlace(
  [one, openOne]: readonly [Hints, readonly number[]],
  [other, openOther]: readonly [Hints, readonly number[]],
  add: (one: number, other: number) => void,
): void {
  const grouped = ({ leads, sections }: Hints, indexes: readonly number[]): Map<string, number[]> => {
    const groups = new Map<string, number[]>();
    for (const index of indexes) {
      const key = `${sections[index]}${leads[index]}`;
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
    return groups;
  };
  const there = grouped(other, openOther);
  for (const [key, indexes] of grouped(one, openOne)) {
    const group = there.get(key);
    if (group?.length === indexes.length) for (const [at, index] of indexes.entries()) add(index, group[at]!);
  }
}

interface Hints {
  readonly leads: readonly string[];
  readonly sections: readonly string[];
  readonly subjects: readonly string[];
}

function hintsOf(items: readonly Matchable[]): Hints {
  return {
    leads: items.map(({ leads }) => leadKey(leads)),
    sections: items.map(({ sections }) => formOf(sections.at(-1) ?? '')),
    subjects: items.map(({ text }) => bareKeyOf(text.slice(0, 4 * SUBJECT)).slice(0, SUBJECT)),
  };
}

type Side = readonly [profiles: readonly Profile[], open: readonly number[]];

function nearby(profiles: Profiles, own: Side, others: Side, add: (own: number, other: number) => void): void {
  const [ownProfiles, ownOpen] = own;
  const [otherProfiles, otherOpen] = others;
  const { starts, bearers } = postings(profiles.features, otherProfiles, otherOpen);
  const scale = otherProfiles.length / Math.max(1, ownProfiles.length);
  const votes = new Float64Array(otherProfiles.length);
  const voted: number[] = [];
  for (const index of ownOpen) {
    const place = index * scale;
    for (const feature of rarest(ownProfiles[index]!, starts)) {
      const [from, to] = around(bearers, starts[feature]!, starts[feature + 1]!, place);
      const weight = profiles.weight(feature);
      for (let at = from; at < to; at++) {
        const other = bearers[at]!;
        if (votes[other] === 0) voted.push(other);
        votes[other]! += weight;
      }
    }
    for (let count = 0; count < MOST_CANDIDATES; count++) {
      let best = -1;
      for (const other of voted) {
        if (votes[other] === 0 || (best >= 0 && votes[other]! < votes[best]!)) continue;
        if (best < 0 || votes[other]! > votes[best]! || Math.abs(other - place) < Math.abs(best - place)) best = other;
      }
      if (best < 0) break;
      votes[best] = 0;
      add(index, best);
    }
    for (const other of voted) votes[other] = 0;
    voted.length = 0;
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

/** By feature, who bears it, in order: one array, and where each feature's stretch starts. */
function postings(features: number, profiles: readonly Profile[], open: readonly number[]) {
  const starts = new Int32Array(features + 2);
  for (const index of open) for (const feature of profiles[index]!) starts[feature + 2]!++;
  for (let at = 2; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const bearers = new Int32Array(starts.at(-1)!);
  for (const index of open) for (const feature of profiles[index]!) bearers[starts[feature + 1]!++] = index;
  return { starts, bearers };
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
