/** The known names that are nearest to an unknown one. */
import { distance } from 'fastest-levenshtein';
import { type Anatomy, abbreviates, anatomy } from './anatomy.ts';
import { soundAlike } from './homophones.ts';
import type { Names } from './lookup.ts';
import { nameKey, takeApart } from './names.ts';
import { preferredName, type RegistryRecord } from './records.ts';
import type { NameEntry, Registry } from './registry.ts';

interface Candidate {
  readonly parts: Anatomy;
  readonly entry: NameEntry;
}

interface Known {
  readonly candidates: readonly Candidate[];
  readonly answers: Map<string, readonly string[]>;
}

/** Taken apart once for each registry; an unknown name often recurs. Bounded: a text may hold any number of names. */
const KNOWN = new WeakMap<Names['names'], Known>();
const MOST_ANSWERS = 2000;
/** What is longer is a sentence. */
const LONGEST_NAME = 60;

/**
 * Up to three names of the registry, the nearest first, each of another unit or group; none where none is sensibly near.
 *
 * @param name as printed
 */
export function nearestNames(registry: Names & Partial<Pick<Registry, 'doubtful'>>, name: string): readonly string[] {
  const key = nameKey(takeApart(name).base);
  if (!registry.names.size || key.length < 2 || key.length > LONGEST_NAME) return [];
  const known = KNOWN.get(registry.names) ?? takeAll(registry);
  const answer = known.answers.get(key) ?? search(key, known.candidates, registry);
  if (known.answers.size < MOST_ANSWERS) known.answers.set(key, answer);
  return answer;
}

function takeAll(registry: Names): Known {
  const candidates = [...registry.names].flatMap(([key, entries]) => {
    const parts = anatomy(withShortPrefix(registry, key));
    return entries.filter(({ stripped }) => !stripped).map((entry) => ({ parts, entry }));
  });
  const known = { candidates, answers: new Map() };
  KNOWN.set(registry.names, known);
  return known;
}

function search(key: string, candidates: readonly Candidate[], registry: Parameters<typeof nearestNames>[0]): string[] {
  const parts = anatomy(withShortPrefix(registry, key));
  const found = new Map<RegistryRecord, { text: string; away: number }>();
  const doubted = registry.doubtful?.get(key);
  if (doubted) found.set(doubted, { text: preferredName(doubted), away: -1 });
  for (const { parts: other, entry } of candidates) {
    const away = apart(parts, other);
    const known = found.get(entry.record);
    if (away === undefined || (known && known.away < away)) continue;
    const { text } = entry.mention;
    // 县商务局 rather than 云溪县商务局, which is as near.
    if (!known || away < known.away || text.length < known.text.length) found.set(entry.record, { text, away });
  }
  const nearest = [...found.values()].sort((a, b) => a.away - b.away || a.text.length - b.text.length);
  return [...new Set(nearest.map(({ text }) => text))].slice(0, 3);
}

/** 县发改局 for 云溪县发改局: names of a place's units are compared under one prefix. */
function withShortPrefix({ prefixes }: Names, key: string): string {
  for (let length = Math.min(key.length - 2, 24); length > 1; length--) {
    const shortest = prefixes.get(key.slice(0, length))?.[0]?.prefixes.at(-1);
    if (shortest) return shortest + key.slice(length);
  }
  return key;
}

/** How far apart two names are; undefined where one is not sensibly taken for the other. */
function apart(a: Anatomy, b: Anatomy): number | undefined {
  const otherPlace = a.prefix !== b.prefix ? 0.5 : 0;
  if (a.stem === b.stem) return otherPlace;
  if (soundsLike(a.stem, b.stem)) return 1 + otherPlace;
  const shortest = Math.min(a.core.length, b.core.length);
  if (Math.abs(a.stem.length - b.stem.length) <= (shortest + 1) / 3) {
    const steps = distance(a.stem, b.stem);
    // 水务 and 税务 are two words: where the core is short, it must agree.
    const same = shortest >= 3 ? steps <= (shortest + 1) / 3 : shortest === 2 && a.core === b.core && steps <= 2;
    if (same) return steps + otherPlace;
  }
  if (abbreviates(a, b) || abbreviates(b, a)) return 1.5 + otherPlace;
  // 县农业局 for 县农业农村局: what was once the whole is now a part.
  const begins = a.core.startsWith(b.core) || b.core.startsWith(a.core);
  return begins && shortest >= 2 && a.suffix === b.suffix ? 2.5 + otherPlace : undefined;
}

/** Typed by sound, 商物局 is 商务局. */
function soundsLike(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false;
  let differing = 0;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    if (++differing > 1 || !soundAlike(a[at]!, b[at]!)) return false;
  }
  return true;
}
