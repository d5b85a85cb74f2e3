/**
 * Which task of a notice a row of a ledger, or an entry of a progress file, is about: by its identity, by its text, and
 * where the notice was edited since, by how like the texts are.
 */
import { identitiesOf } from '../compare/identity.ts';
import { bareKeyOf, bigramsOf, likeness } from '../compare/likeness.ts';
import { type Matchable, match, matchableOf } from '../compare/match.ts';
import type { Notice } from '../model/notice.ts';

/** What is to be placed. */
export interface Sought {
  readonly identity?: string | undefined;
  /** As it stands there now; empty where nothing does. */
  readonly text: string;
  readonly lead: string;
  readonly section: string;
  /** As it went out, where that is known. */
  readonly sent?: { readonly text: string; readonly leads: string } | undefined;
}

export interface Place {
  /** The task's index. */
  readonly task: number;
  readonly by: 'identity' | 'text' | 'likeness';
  /** The identity is another task's: whoever sorted the sheet left the hidden column behind. */
  readonly astray?: true;
}

/** A text that has less than this in common with the task of its identity may be another task's. */
const OF_THE_SAME = 0.3;
/** Identities that go with their texts so many times as often as against them are believed; a single one against is a slip. */
const TRUST = 4;
const FEW = 2;
/** Texts that have so much in common are one, reworded; with the same lead unit, so much is enough. */
const ALIKE = 0.5;
const ALIKE_OF_ONE_LEAD = 0.33;

/** The place of each; undefined for those that are about no task. Near-linear. */
export function placesOf(notice: Notice, sought: readonly Sought[]): readonly (Place | undefined)[] {
  const { tasks } = notice;
  const byIdentity = new Map(identitiesOf(notice).map((identity, at) => [identity, at]));
  const byText = new Map<string, number[]>();
  const tasksOf = tasks.map(matchableOf);
  tasksOf.forEach(({ text }, at) => {
    const key = bareKeyOf(text);
    const others = byText.get(key);
    if (others) others.push(at);
    else byText.set(key, [at]);
  });
  const places = new Array<Place | undefined>(sought.length).fill(undefined);
  const claimed = new Set<number>();
  const take = (row: number, place: Place): void => {
    places[row] = place;
    claimed.add(place.task);
  };
  const equalTo = (text: string): readonly number[] => (text ? (byText.get(bareKeyOf(text)) ?? []) : []);

  // By identity, unless the text says another task; by texts only, where the identities are no longer those of their rows.
  const known = sought.map(({ identity }) => (identity === undefined ? undefined : byIdentity.get(identity)));
  const strays = sought.filter(({ text }, row) => {
    const equal = equalTo(text);
    return known[row] !== undefined && equal.length > 0 && !equal.includes(known[row]);
  }).length;
  const agree = sought.filter(({ text }, row) => known[row] !== undefined && equalTo(text).includes(known[row])).length;
  const trusted = strays < FEW || strays * TRUST < agree;
  const later: number[] = [];
  sought.forEach(({ text }, row) => {
    const task = known[row];
    const equal = equalTo(text);
    const another = task === undefined || (equal.length > 0 && !equal.includes(task));
    const may = !another && (!text || equal.length > 0 || isLike(text, tasksOf[task]!.text));
    if (may && (trusted || equal.length)) take(row, { task: task!, by: 'identity' });
    else later.push(row);
  });
  // By the very text; of several tasks with one text, the one with the same lead that no other row has.
  const open: number[] = [];
  for (const row of later) {
    const { text, lead, sent } = sought[row]!;
    const equal = equalTo(text).length || !trusted ? equalTo(text) : equalTo(sent?.text ?? '');
    const free = equal.filter((task) => !claimed.has(task));
    const task = [free, equal]
      .flatMap((some) => [some.find((at) => isOfLead(tasksOf[at]!, lead)), some[0]])
      .find((at) => at !== undefined);
    if (task === undefined) open.push(row);
    else take(row, { task, by: 'text', ...(known[row] !== undefined && { astray: true as const }) });
  }
  // By likeness, among the tasks that are left.
  const left = tasks.map((_, at) => at).filter((at) => !claimed.has(at));
  const asSent = (row: number): Sought => (trusted ? sought[row]! : { ...sought[row]!, sent: undefined });
  const rows = open.filter((row) => asSent(row).text || asSent(row).sent);
  const { matches } = match(
    rows.map((row) => asMatchable(asSent(row))),
    left.map((at) => tasksOf[at]!),
  );
  for (const { pair, likeness: alike } of matches) {
    const [row, task] = [rows[pair[0]]!, left[pair[1]]!];
    const { lead, sent } = asSent(row);
    const enough = isOfLead(tasksOf[task]!, sent?.leads ?? lead) ? ALIKE_OF_ONE_LEAD : ALIKE;
    if (alike < enough) continue;
    const astray = known[row] !== undefined && known[row] !== task;
    take(row, { task, by: 'likeness', ...(astray && { astray: true as const }) });
  }
  // A text that is like no other task's was rewritten where it stands.
  for (const row of open)
    if (trusted && !places[row] && known[row] !== undefined) take(row, { task: known[row], by: 'identity' });
  return places;
}

function isLike(one: string, other: string): boolean {
  return likeness(bigramsOf(bareKeyOf(one)), bigramsOf(bareKeyOf(other))) >= OF_THE_SAME;
}

function asMatchable({ text, lead, section, sent }: Sought): Matchable {
  return { text: sent?.text || text, leads: namesIn(sent?.leads || lead), sections: section ? [section] : [] };
}

function namesIn(list: string): string[] {
  return list.split(/[、，,；;\s]+/).filter(Boolean);
}

function isOfLead({ leads }: Matchable, list: string): boolean {
  const names = new Set(namesIn(list).map((name) => name.replace(/[（(].*$/, '')));
  return leads.length > 0 && leads.every((lead) => names.has(lead));
}
