/** Which heading of one notice is which of another: by title, by what stands above, and by the tasks that stand below. */
import type { Entry, Notice } from '../model/notice.ts';
import { formOf } from './form.ts';
import { bareKeyOf, bigramsOf, likeness } from './likeness.ts';
import type { Match } from './match.ts';

export interface SectionPairs {
  readonly one: readonly Entry[];
  readonly other: readonly Entry[];
  readonly toOther: ReadonlyMap<Entry, Entry>;
  readonly toOne: ReadonlyMap<Entry, Entry>;
}

/** What speaks for a pair of headings. */
const FOR = { title: 1, above: 0.5, tasks: 1 };
const ENOUGH = 0.6;
/** So many headings of one title are looked at, those under the same heading first. */
const MOST_TITLED = 60;

/** Entries that are no task and no part of one: headings, and numbered paragraphs beside the tasks. */
export function headingsOf({ entries, tasks }: Notice): readonly Entry[] {
  const inTasks = new Set<number>();
  const above = new Set<Entry>();
  for (const { from, part, sections } of tasks) {
    for (let at = from; at <= part; at++) inTasks.add(at);
    for (const section of sections) above.add(section);
  }
  return entries.filter((entry) => !entry.task && (above.has(entry) || !inTasks.has(entry.part)));
}

/** @param tasks entries of tasks that go together: a task may stand above others */
export function pairSections(
  [one, other]: readonly [Notice, Notice],
  matches: readonly Match[],
  tasks: readonly (readonly [Entry, Entry])[],
): SectionPairs {
  const toOther = new Map<Entry, Entry>(tasks);
  const toOne = new Map<Entry, Entry>(tasks.map(([a, b]) => [b, a]));
  const [ones, others] = [headingsOf(one), headingsOf(other)];
  const votes = votesOf(one, other, matches);
  const below = { one: tasksBelow(one), other: tasksBelow(other) };
  const byTitle = new Map<string, Entry[]>();
  const under = new Map<Entry | undefined, Map<string, Entry[]>>();
  for (const entry of others) {
    const title = titleKey(entry);
    push(byTitle, title, entry);
    let siblings = under.get(entry.parent);
    if (!siblings) under.set(entry.parent, (siblings = new Map()));
    push(siblings, title, entry);
  }
  const placeOf = new Map([
    ...ones.map((entry, index) => [entry, index / ones.length] as const),
    ...others.map((entry, index) => [entry, index / others.length] as const),
  ]);
  const deepest = ones.reduce((deep, { level }) => Math.max(deep, level), 0);
  const levels: Entry[][] = Array.from({ length: deepest + 1 }, () => []);
  for (const entry of ones) levels[entry.level]!.push(entry);
  for (const entries of levels) {
    const candidates: { a: Entry; b: Entry; score: number; apart: number }[] = [];
    entries.forEach((a) => {
      const voted = votes.get(a) ?? new Map<Entry, number>();
      const title = titleKey(a);
      const siblings = under.get(a.parent && toOther.get(a.parent))?.get(title);
      const titled = (siblings ?? byTitle.get(title) ?? []).slice(0, MOST_TITLED);
      for (const b of new Set([...titled, ...voted.keys()])) {
        if (b.task) continue;
        const share = (voted.get(b) ?? 0) / Math.max(1, below.one.get(a) ?? 0, below.other.get(b) ?? 0);
        const above = isUnder(a, b, toOther, toOne);
        const score =
          FOR.title * titleLikeness(a, b) + (above && a.context === b.context ? FOR.above : 0) + FOR.tasks * share;
        const apart = Math.abs((placeOf.get(b) ?? 0) - placeOf.get(a)!);
        candidates.push({ a, b, score, apart });
      }
    });
    candidates.sort((x, y) => y.score - x.score || x.apart - y.apart);
    for (const { a, b, score } of candidates) {
      if (score < ENOUGH || toOther.has(a) || toOne.has(b)) continue;
      toOther.set(a, b);
      toOne.set(b, a);
    }
  }
  return { one: ones, other: others, toOther, toOne };
}

/** Whether two headings stand under headings that go together; what is no heading itself is passed over. */
export function isUnder(
  a: Entry,
  b: Entry,
  toOther: ReadonlyMap<Entry, Entry>,
  toOne: ReadonlyMap<Entry, Entry>,
): boolean {
  const [above, below] = [a.parent, b.parent];
  if (!above || !below) return above === below;
  return toOther.has(above) || toOne.has(below) ? toOther.get(above) === below : isUnder(above, below, toOther, toOne);
}

function titleKey({ level, text }: Entry): string {
  return `${level} ${formOf(text)}`;
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

function titleLikeness(a: Entry, b: Entry): number {
  if (formOf(a.text) === formOf(b.text)) return 1;
  return 0.6 * likeness(bigramsOf(bareKeyOf(a.text)), bigramsOf(bareKeyOf(b.text)));
}

/** How many tasks stand under the one heading before and under the other after. */
function votesOf(one: Notice, other: Notice, matches: readonly Match[]): Map<Entry, Map<Entry, number>> {
  const votes = new Map<Entry, Map<Entry, number>>();
  for (const { pair } of matches) {
    const [a, b] = [one.tasks[pair[0]]!.sections, other.tasks[pair[1]]!.sections];
    for (const above of a) {
      const there = b.find(({ level }) => level === above.level);
      if (!there) continue;
      let known = votes.get(above);
      if (!known) votes.set(above, (known = new Map()));
      known.set(there, (known.get(there) ?? 0) + 1);
    }
  }
  return votes;
}

function tasksBelow({ tasks }: Notice): Map<Entry, number> {
  const counts = new Map<Entry, number>();
  for (const { sections } of tasks) for (const entry of sections) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return counts;
}
