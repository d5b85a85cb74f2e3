/**
 * Names that are probably one unit written in two ways: used once or rarely, beside a near-identical one used often.
 * Two names that really differ must not be paired: the tests name the cases. Close to linear in the number of names:
 * names meet only where they share a form with a character left out, a core, or a beginning and an end; in each such
 * place they are compared with the most frequent ones alone.
 */

import { isOpenGroup } from '../model/groups.ts';
import { type Anatomy, abbreviates, anatomyOf, TELLING } from './anatomy.ts';
import { soundAlike } from './homophones.ts';
import { nameKey, takeApart } from './names.ts';

export interface SimilarUnit {
  /** As printed: a key of the names given. */
  readonly name: string;
  readonly count: number;
  /** The name used often, without a second name in brackets. */
  readonly like: string;
  readonly likeCount: number;
  /** 'certain': they differ only in 和/与/、, in a prefix left out or in 委员会/委; 'likely': by a slip, or a shorter form. */
  readonly certainty: 'certain' | 'likely';
}

export interface SimilarOptions {
  /** How often the other name is used at least. 3 */
  readonly often?: number;
  /** How many times as often as the first one. 3 */
  readonly times?: number;
  /** How often a name may be used that is only likely to be another. 2 */
  readonly rarely?: number;
}

/** One spelling of a name, whatever stands in brackets after it. */
interface Spelling {
  readonly base: string;
  readonly parts: Anatomy;
  count: number;
  readonly printed: { readonly name: string; readonly count: number }[];
}

/** Spellings that are certainly one unit. */
interface Cluster {
  /** The most frequent one. */
  readonly head: Spelling;
  readonly spellings: readonly Spelling[];
  readonly count: number;
}

/**
 * Finds names that are probably slips or variants of others.
 *
 * Names of one list that leave out the prefix said before them should come completed (县商务局 for the 商务局 of
 * 县财政局、商务局), or they count as without prefix: infer.ts does so.
 *
 * @param names how often each name is printed
 * @returns in the order of the names; each name at most once
 */
export function similarUnits(names: ReadonlyMap<string, number>, options: SimilarOptions = {}): readonly SimilarUnit[] {
  const { often = 3, times = 3, rarely = 2 } = options;
  const clusters = clusterUnits(names);
  const found = new Map<string, SimilarUnit>();
  const pair = (spelling: Spelling, like: Spelling, likeCount: number, certainty: SimilarUnit['certainty']): void => {
    if (likeCount < often || likeCount < spelling.count * times) return;
    for (const { name, count } of spelling.printed)
      found.set(name, { name, count, like: like.base, likeCount, certainty });
  };
  for (const [spelling, like, certainty] of withinClusters(clusters)) pair(spelling, like, like.count, certainty);
  for (const [cluster, like] of likely(clusters, { often, times, rarely })) {
    for (const spelling of cluster.spellings)
      if (!spelling.printed.some(({ name }) => found.has(name))) pair(spelling, like.head, like.count, 'likely');
  }
  return [...names.keys()].map((name) => found.get(name)).filter((similar) => similar !== undefined);
}

/** Spellings under one prefix or none whose full and short forms agree. Groups and odd texts are left out. */
function clusterUnits(names: ReadonlyMap<string, number>): Cluster[] {
  const spellings = new Map<string, Spelling>();
  for (const [name, count] of names) {
    const { base } = takeApart(name);
    const key = nameKey(base);
    if (key.length < 3 || key.length > 40 || isOpenGroup(base)) continue;
    const spelling = spellings.get(key) ?? { base, parts: anatomyOf(base), count: 0, printed: [] };
    spelling.count += count;
    spelling.printed.push({ name, count });
    spellings.set(key, spelling);
  }
  const byForm = gather([...spellings.values()], ({ parts }) => [`${parts.prefix}|${parts.stem}`]);
  return [...byForm.values()].map((members) => {
    const head = mostFrequent(members);
    return { head, spellings: members, count: members.reduce((sum, { count }) => sum + count, 0) };
  });
}

/** Spellings beside the most frequent one of their unit; and those without the prefix that the unit otherwise has. */
function* withinClusters(clusters: readonly Cluster[]): Generator<[Spelling, Spelling, SimilarUnit['certainty']]> {
  for (const { head, spellings } of clusters) {
    for (const spelling of spellings) if (spelling !== head) yield [spelling, head, 'certain'];
  }
  for (const members of gather(clusters, ({ head }) => [head.parts.stem]).values()) {
    const bare = members.find(({ head }) => !head.parts.prefix);
    const prefixed = members.filter((member) => member !== bare);
    if (!bare || !prefixed.length) continue;
    const main = prefixed.reduce((a, b) => (b.count > a.count ? b : a));
    // 市财政局 and 县财政局 are two units, and 财政局 may be either.
    const certainty = prefixed.length === 1 ? 'certain' : 'likely';
    if (bare.count <= main.count) for (const spelling of bare.spellings) yield [spelling, main.head, certainty];
    else if (prefixed.length === 1) for (const spelling of main.spellings) yield [spelling, bare.head, certainty];
  }
}

/** So many of the most frequent names are met at each place. */
const MOST_COMPARED = 12;

/** Clusters used rarely beside the one used often that they are likely to be. */
function likely(
  clusters: readonly Cluster[],
  { often, times, rarely }: Required<SimilarOptions>,
): Map<Cluster, Cluster> {
  const usual = clusters.filter(({ count }) => count >= often).sort((a, b) => b.count - a.count);
  const places = gather(usual, meetingPlaces, MOST_COMPARED);
  const found = new Map<Cluster, Cluster>();
  for (const odd of clusters) {
    if (odd.count > rarely) continue;
    for (const place of meetingPlaces(odd)) {
      for (const like of places.get(place) ?? []) {
        if (like.count < odd.count * times || like.count <= (found.get(odd)?.count ?? 0)) break;
        if (like !== odd && found.get(like) !== odd && isLikely(odd.head.parts, like.head.parts)) found.set(odd, like);
      }
    }
  }
  return found;
}

/** Names that may be likely variants of each other share one of these. */
function meetingPlaces({ head: { parts } }: Cluster): string[] {
  const { prefix, stem, core, suffix } = parts;
  const places = [`${prefix}=${stem}`, `${prefix}~${core[0]}~${suffix}`];
  if (OFFICE.test(suffix)) places.push(`${prefix}*${core}`);
  for (let at = 0; at < stem.length; at++) places.push(`${prefix}=${stem.slice(0, at)}${stem.slice(at + 1)}`);
  return [...new Set(places)];
}

const OFFICE = /^(?:[局委厅]|分局)$/;
/** Whether one name is likely a slip for the other, or a shorter form of it. */
function isLikely(odd: Anatomy, like: Anatomy): boolean {
  if (odd.prefix !== like.prefix || odd.stem === like.stem) return false;
  if (odd.core === like.core) return isOtherOffice(odd, like);
  return isSlip(odd, like) || abbreviates(odd, like) || abbreviates(like, odd);
}

/** 县发改局 beside 县发改委, 县生态环境局 beside 县生态环境分局; but 公安局 has a 公安分局. */
function isOtherOffice(odd: Anatomy, like: Anatomy): boolean {
  const offices = OFFICE.test(odd.suffix) && OFFICE.test(like.suffix) && !odd.committee && !like.committee;
  return offices && odd.core.length >= (odd.suffix === '分局' || like.suffix === '分局' ? 4 : 2);
}

/** One character wrong, left out, doubled or in another's place. */
function isSlip(odd: Anatomy, like: Anatomy): boolean {
  const [a, b] = [odd.stem, like.stem];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [wrong, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (TELLING.test(wrong + right)) return false;
  // A core of two or three characters is another word once one of them differs: 水务 and 税务.
  const long = like.core.length >= 4 && odd.core.length >= 3;
  if (wrong.length === 1 && right.length === 1) return long && (soundAlike(wrong, right) || repeats(a, start));
  if (wrong.length === 1 && !right) return long || (like.core.length >= 2 && a[start - 1] === wrong);
  if (!wrong && right.length === 1) return long;
  return long && wrong.length === 2 && right === wrong[1]! + wrong[0]!;
}

/** 农业农业: the character repeats what stands two before it, and so does the one before. */
function repeats(text: string, at: number): boolean {
  return at >= 3 && text[at] === text[at - 2] && text[at - 1] === text[at - 3];
}

function mostFrequent(spellings: readonly Spelling[]): Spelling {
  return spellings.reduce((a, b) => (b.count > a.count ? b : a));
}

/** @param most so many items are kept of each key, the first ones */
function gather<T>(items: readonly T[], keysOf: (item: T) => readonly string[], most = Infinity): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = map.get(key);
      if (!list) map.set(key, [item]);
      else if (list.length < most) list.push(item);
    }
  }
  return map;
}
