/** Which texts of two lists may be one another, reworded: those that share rare features. */

import { Bearing } from './bearing.ts';
import { leadKey } from './equal-texts.ts';
import { formOf } from './form.ts';
import { bareKeyOf } from './likeness.ts';
import type { Matchable, Pairs } from './match.ts';
import type { Profiles } from './profile.ts';

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
  const [inOne, inOther] = [
    new Bearing(profiles, profiles.one, openOne),
    new Bearing(profiles, profiles.other, openOther),
  ];
  const scale = sides.other.length / sides.one.length;
  for (const a of openOne)
    for (const b of inOther.closest(profiles.one[a]!, a * scale, MOST_CANDIDATES)) found.add(a * width + b);
  for (const b of openOther)
    for (const a of inOne.closest(profiles.other[b]!, b / scale, MOST_CANDIDATES)) found.add(a * width + b);
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
