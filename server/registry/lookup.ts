/** Who bears a name: the registry's names as they may be printed, with the prefix of their place, short or left out. */
import { nameKey } from './names.ts';
import { type Mention, namesOf, type Place, type RegistryRecord } from './records.ts';
import type { NameEntry, Registry } from './registry.ts';

/** What is looked into: a registry, or one in the making. */
export type Names = Pick<Registry, 'names' | 'prefixes' | 'placeOf'>;

export interface Match {
  readonly record: NameEntry['record'];
  readonly mention: Mention;
  /** As written, or with another prefix of its place (云溪县X for 县X), or without the prefix that is written. */
  readonly how: 'literal' | 'prefixed' | 'bare';
}

/** Longer prefixes are not tried: the name of a place with that of the place above it. */
const LONGEST_PREFIX = 24;
/** A name with more bearers is ambiguous whatever the others are. */
const MOST_BEARERS = 32;

/** The forms of a name in the index: as it is, and without a prefix of its place. */
export function entriesOf(record: NameEntry['record'], place: Place | undefined): [key: string, entry: NameEntry][] {
  const entries: [string, NameEntry][] = [];
  for (const mention of record.names) {
    if (mention.role === 'doubtful') continue;
    const key = nameKey(mention.text);
    entries.push([key, { record, mention, stripped: false }]);
    // The longest one only: 云溪县发改委 is 发改委, whatever else the place is called.
    const prefix = place?.prefixes.map(nameKey).find((known) => key.startsWith(known) && key.length > known.length + 1);
    if (prefix) entries.push([key.slice(prefix.length), { record, mention, stripped: true }]);
  }
  return entries;
}

/** What may stand before a name for a place: its own names, and those after the name of the place above. */
export function prefixesOf(place: Place, above: Place | undefined): string[] {
  const own = place.prefixes.map(nameKey);
  const names = [place.name, ...namesOf(place, 'short')].map(nameKey);
  return [...own, ...(above ? names.map((name) => nameKey(above.name) + name) : [])];
}

/** All bearers of a name. @param key of nameKey() */
export function lookUp(registry: Names, key: string): Match[] {
  const matches: Match[] = [];
  for (const { record, mention, stripped } of bearers(registry, key))
    matches.push({ record, mention, how: stripped ? 'bare' : 'literal' });
  const longest = Math.min(key.length - 2, LONGEST_PREFIX);
  for (let length = 1; length <= longest; length++) {
    const places = registry.prefixes.get(key.slice(0, length));
    if (!places) continue;
    for (const { record, mention } of bearers(registry, key.slice(length))) {
      const place = registry.placeOf.get(record);
      if (place && places.includes(place)) matches.push({ record, mention, how: 'prefixed' });
    }
  }
  return best(matches);
}

function bearers(registry: Names, key: string): readonly NameEntry[] {
  const entries = registry.names.get(key) ?? [];
  return entries.length > MOST_BEARERS ? entries.slice(0, MOST_BEARERS) : entries;
}

const HOW = ['literal', 'prefixed', 'bare'] as const;

/** One match a record, the nearest to what is written. */
function best(matches: readonly Match[]): Match[] {
  if (matches.length < 2) return [...matches];
  const first = new Map<RegistryRecord, Match>();
  for (const match of matches) {
    const known = first.get(match.record);
    if (!known || weight(match) < weight(known)) first.set(match.record, match);
  }
  return [...first.values()];
}

const ROLES: readonly Mention['role'][] = ['name', 'short', 'alias', 'second', 'office'];

/** What counts before what: a name or 简称 as written before an alias, before a second name, before an inner office. */
export function weight(match: Match): number {
  const role = Math.max(0, ROLES.indexOf(match.mention.role) - 1);
  return role * HOW.length + HOW.indexOf(match.how);
}
