/** What records are to each other: names to their bearers, references to what they refer to, and what is wrong there. */
import { isOpenGroup } from '../model/groups.ts';
import { entriesOf, lookUp, type Names, prefixesOf, weight } from './lookup.ts';
import { nameKey } from './names.ts';
import { nearestNames } from './nearest.ts';
import type { Group, Mention, Place, Problem, RegistryRecord, Unit } from './records.ts';
import type { Registry } from './registry.ts';
import { findCycles, findSuccession } from './succession.ts';

/** Reports what is wrong with a name of a record. */
export type Report = (
  record: RegistryRecord,
  mention: Mention,
  problem: Pick<Problem, 'code' | 'severity' | 'message'>,
) => void;

/** Links records of one text or of several. The records stay as they are; linear in their number. */
export function linkRecords(records: readonly RegistryRecord[], own: readonly Problem[]): Registry {
  const problems: Problem[] = [...own];
  const report: Report = (record, mention, problem) =>
    problems.push({
      ...problem,
      range: mention.range,
      ...(record.source !== undefined && { source: record.source }),
      between: true,
    });
  const places = records.filter((record) => record.kind === 'place');
  const units = records.filter((record) => record.kind === 'unit');
  const groups = records.filter((record) => record.kind === 'group');
  const leaders = records.filter((record) => record.kind === 'leader');

  const placeOf = findPlaces(places, [...units, ...groups]);
  const prefixes = gather(
    places.flatMap((place) => prefixesOf(place, placeOf.get(place)).map((prefix) => [prefix, place])),
  );
  const names = gather([...units, ...groups].flatMap((record) => entriesOf(record, placeOf.get(record))));
  const doubtful = new Map(
    [...units, ...groups].flatMap((record) =>
      record.names.filter(({ role }) => role === 'doubtful').map(({ text }) => [nameKey(text), record] as const),
    ),
  );
  const people = gather(
    leaders.flatMap((leader) =>
      leader.names.filter(({ role }) => role !== 'doubtful').map(({ text }) => [nameKey(text), leader]),
    ),
  );
  const found: Names = { names, prefixes, placeOf };
  definedTwice(found, report);
  recordedTwice(places, report);
  recordedTwice(leaders, report);
  const targets = findTargets(records, places, found, report);
  const { successors, predecessors } = findSuccession(units, targets, report);
  findCycles(records, 'superior', targets, report);
  findCycles(groups, 'member', targets, report);
  problems.sort((a, b) => compare(a.source, b.source) || a.range.start - b.range.start);
  return {
    records,
    places,
    units,
    groups,
    leaders,
    problems,
    names,
    doubtful,
    people,
    prefixes,
    placeOf,
    targets,
    successors,
    predecessors,
  };
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function gather<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const list = map.get(key);
    if (!list) map.set(key, [value]);
    // Names of one record come together.
    else if (list.at(-1) !== value) list.push(value);
  }
  return map;
}

/** The place of each unit and group: as 隶属 says, else as its name does; else the only place there is. */
function findPlaces(places: readonly Place[], others: readonly (Unit | Group)[]): Map<RegistryRecord, Place> {
  const placeOf = new Map<RegistryRecord, Place>();
  const byName = new Map<string, Place>();
  const shared = new Set<string>();
  for (const place of places) {
    for (const prefix of place.prefixes.map(nameKey)) {
      // 县 of two counties tells neither.
      if (byName.has(prefix) && byName.get(prefix) !== place) shared.add(prefix);
      byName.set(prefix, place);
    }
  }
  for (const prefix of shared) byName.delete(prefix);
  const byUnit = new Map<string, Unit | Group>();
  // The first bearer of a name counts.
  for (const record of others.toReversed()) {
    for (const { text, role } of record.names) if (role !== 'doubtful') byUnit.set(nameKey(text), record);
  }
  for (const place of places) {
    const above = byName.get(superiorKey(place));
    if (above && above !== place) placeOf.set(place, above);
  }
  const placeless = new Set<RegistryRecord>();
  for (const record of others) {
    // The place may be said by the unit above, or by the one above that. Each step is taken once.
    const path: (Unit | Group)[] = [];
    let place: Place | undefined;
    for (
      let at: Unit | Group | undefined = record;
      at && !placeless.has(at) && !place;
      at = byUnit.get(superiorKey(at))
    ) {
      path.push(at);
      placeless.add(at);
      place = placeOf.get(at) ?? byName.get(superiorKey(at)) ?? placeByName(at, byName);
      const above = byUnit.get(superiorKey(at));
      place ??= above && placeOf.get(above);
    }
    place ??= places.length === 1 ? places[0] : undefined;
    if (place) for (const member of path) placeOf.set(member, place);
  }
  return placeOf;
}

function superiorKey(record: RegistryRecord): string {
  const superior = record.references.find(({ role }) => role === 'superior');
  return superior ? nameKey(superior.text) : '';
}

function placeByName(record: RegistryRecord, byName: ReadonlyMap<string, Place>): Place | undefined {
  for (const { text, role } of record.names) {
    if (role === 'doubtful') continue;
    const key = nameKey(text);
    for (let length = Math.min(key.length - 2, 12); length > 0; length--) {
      const place = byName.get(key.slice(0, length));
      if (place) return place;
    }
  }
  return undefined;
}

const OWN: readonly Mention['role'][] = ['name', 'short', 'alias'];

/** One name, two bearers at the same time. Second names and inner offices may well be shared. */
function definedTwice(found: Names, report: Report): void {
  const reported = new Set<Mention>();
  for (const entries of found.names.values()) {
    const own = entries.filter(({ mention }) => OWN.includes(mention.role));
    own.forEach((entry, index) => {
      const { mention, record } = entry;
      // 县发改委 and 云溪县发改委 of two records are one name as well. A name has few bearers: the first ones tell.
      const before = own
        .slice(0, Math.min(index, 8))
        .find(
          (other) =>
            other.stripped === entry.stripped &&
            (!entry.stripped ||
              (other.record !== record && found.placeOf.get(other.record) === found.placeOf.get(record))) &&
            overlap(other.record, record),
        );
      if (!before || reported.has(mention)) return;
      reported.add(mention);
      const { text } = mention;
      if (before.record === record) {
        const message = `“${text}”在“${record.name}”里写了两次 / “${text}” is given twice in “${record.name}”`;
        report(record, mention, { code: 'defined-twice', severity: 'warning', message });
      } else {
        const message = `“${text}”已经是“${before.record.name}”的名称 / “${text}” already names “${before.record.name}”`;
        report(record, mention, { code: 'defined-twice', severity: 'error', message });
      }
    });
  }
}

function overlap(a: RegistryRecord, b: RegistryRecord): boolean {
  return !(a.until && b.since && a.until < b.since) && !(b.until && a.since && b.until < a.since);
}

/** Places and leaders: one record a name. */
function recordedTwice(records: readonly RegistryRecord[], report: Report): void {
  const seen = new Map<string, RegistryRecord>();
  for (const record of records) {
    const key = nameKey(record.name);
    const before = seen.get(key);
    if (before && overlap(before, record)) {
      const message = `“${record.name}”已经写过一次 / There is a record of “${record.name}” already`;
      report(record, record.names[0]!, { code: 'defined-twice', severity: 'error', message });
    }
    seen.set(key, record);
  }
}

/** What each reference refers to. */
function findTargets(
  records: readonly RegistryRecord[],
  places: readonly Place[],
  found: Names,
  report: Report,
): Map<Mention, RegistryRecord> {
  const targets = new Map<Mention, RegistryRecord>();
  const placeByKey = new Map(places.flatMap((place) => place.names.map(({ text }) => [nameKey(text), place])));
  for (const record of records) {
    for (const mention of record.references) {
      const key = nameKey(mention.text);
      const place = mention.role === 'superior' ? placeByKey.get(key) : undefined;
      if (place) {
        targets.set(mention, place);
        continue;
      }
      const candidates = candidatesFor(mention, key, record, found);
      if (candidates.length === 1) targets.set(mention, candidates[0]!);
      else if (candidates.length > 1) ambiguous(record, mention, candidates, report);
      else if (!isOpenGroup(mention.text) || !['member', 'charge'].includes(mention.role))
        unresolved(record, mention, found, report);
    }
  }
  return targets;
}

/** Those whom a reference may mean: the nearest to what is written, of its own place before another's, and not itself. */
function candidatesFor(mention: Mention, key: string, record: RegistryRecord, found: Names): RegistryRecord[] {
  const kinds = mention.role === 'member' || mention.role === 'charge' ? ['unit', 'group'] : ['unit'];
  let matches = lookUp(found, key).filter((match) => kinds.includes(match.record.kind));
  // 前身：县发改委 of 县发改委: the other bearer of the name is meant.
  if (matches.length > 1) matches = matches.filter((match) => match.record !== record);
  const least = Math.min(...matches.map(weight));
  matches = matches.filter((match) => weight(match) === least);
  const place = found.placeOf.get(record);
  const near = matches.filter((match) => found.placeOf.get(match.record) === place);
  if (near.length) matches = near;
  // A name that passed from one unit to the next means the one that is still there.
  const still = matches.filter((match) => !match.record.until);
  return (still.length ? still : matches).map((match) => match.record);
}

function ambiguous(
  record: RegistryRecord,
  mention: Mention,
  candidates: readonly RegistryRecord[],
  report: Report,
): void {
  const names = candidates.map(({ name }) => `“${name}”`);
  const message = `“${mention.text}”可以指${names.join('、')}，写全称 / “${mention.text}” may mean ${names.join(', ')}: write the full name`;
  report(record, mention, { code: 'ambiguous-reference', severity: 'warning', message });
}

function unresolved(record: RegistryRecord, mention: Mention, found: Names, report: Report): void {
  const [near] = nearestNames(found, mention.text);
  const [asks, asksEnglish] = near ? [`，是不是“${near}”？`, `; did you mean “${near}”?`] : ['', ''];
  const message = `名册里没有“${mention.text}”${asks} / “${mention.text}” is not in the registry${asksEnglish}`;
  report(record, mention, { code: 'unresolved-reference', severity: 'warning', message });
}
