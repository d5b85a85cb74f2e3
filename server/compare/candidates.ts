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

function hintsOf(items: readonly Matchable[]) {
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
  const votes = new Map<number, number>();
  for (const index of ownOpen) {
    const shared = [...ownProfiles[index]!].filter((feature) => starts[feature + 1]! > starts[feature]!);
    const count = (feature: number): number => starts[feature + 1]! - starts[feature]!;
    shared.sort((a, b) => count(a) - count(b) || a - b);
    votes.clear();
    for (const feature of shared.slice(0, RAREST)) {
      const [from, to] = around(bearers, starts[feature]!, starts[feature + 1]!, index * scale);
      for (let at = from; at < to; at++)
        votes.set(bearers[at]!, (votes.get(bearers[at]!) ?? 0) + profiles.weight(feature));
    }
    const best = [...votes].sort(
      (a, b) => b[1] - a[1] || Math.abs(a[0] - index * scale) - Math.abs(b[0] - index * scale),
    );
    for (const [other] of best.slice(0, MOST_CANDIDATES)) add(index, other);
  }
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
