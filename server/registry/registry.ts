/**
 * The unit registry: which places, units, groups and leaders there are, and which names are theirs.
 * Read from text, or put together from several; what a printed name stands for is the answer of resolve.ts.
 */
import { linkRecords } from './link.ts';
import { readRecords } from './read.ts';
import type { Group, Leader, Mention, Place, Problem, RegistryRecord, Unit } from './records.ts';

export type {
  Group,
  Leader,
  Mention,
  MentionRole,
  NameRole,
  Place,
  Problem,
  ProblemCode,
  ReferenceRole,
  RegistryRecord,
  Unit,
} from './records.ts';
export { namesOf, preferredName } from './records.ts';

/** A name of a unit or group under the form in which it is looked up. */
export interface NameEntry {
  readonly record: Unit | Group;
  readonly mention: Mention;
  /** The place's prefix is taken off: 发改委 of 县发改委. */
  readonly stripped: boolean;
}

/** Plain values and look-ups; never changes once made. */
export interface Registry {
  /** All records in the order of the text, source by source. */
  readonly records: readonly RegistryRecord[];
  readonly places: readonly Place[];
  readonly units: readonly Unit[];
  readonly groups: readonly Group[];
  readonly leaders: readonly Leader[];
  /** What is wrong, line by line and between records. */
  readonly problems: readonly Problem[];
  /** Names of units and groups by nameKey(), with and without the prefix of their place. */
  readonly names: ReadonlyMap<string, readonly NameEntry[]>;
  /** Names in doubt (待核) by nameKey(). */
  readonly doubtful: ReadonlyMap<string, Unit | Group>;
  /** Names and titles of leaders by nameKey(). */
  readonly people: ReadonlyMap<string, readonly Leader[]>;
  /** Places by what may stand for them before a name. */
  readonly prefixes: ReadonlyMap<string, readonly Place[]>;
  /** The place that a unit, a group or a lesser place belongs to. */
  readonly placeOf: ReadonlyMap<RegistryRecord, Place>;
  /** What each reference (隶属, 前身, 后继, 成员, 分管) refers to, where that is one record. */
  readonly targets: ReadonlyMap<Mention, RegistryRecord>;
  /** What comes after a unit: by its own 后继 or by another's 前身. */
  readonly successors: ReadonlyMap<Unit, readonly Unit[]>;
  readonly predecessors: ReadonlyMap<Unit, readonly Unit[]>;
}

/**
 * Reads a registry. Any text is one: what is wrong in it is in `problems`. Never throws; linear in the text's length.
 *
 * @param source how the caller calls the file; kept on records and problems
 */
export function parseRegistry(text: string, source?: string): Registry {
  const { records, problems } = readRecords(text, source);
  return linkRecords(records, problems);
}

/**
 * One registry of several. References reach across files, so their problems are found anew, each with its source;
 * those of single lines stay.
 */
export function mergeRegistries(list: readonly Registry[]): Registry {
  if (list.length === 1) return list[0]!;
  return linkRecords(
    list.flatMap((registry) => registry.records),
    list.flatMap((registry) => registry.problems.filter((problem) => !problem.between)),
  );
}

/** Knows no one. */
export const EMPTY_REGISTRY: Registry = linkRecords([], []);

/** A mention in its record, and what it refers to: the record itself where it is one of its own names. */
export interface Occurrence {
  readonly mention: Mention;
  readonly record: RegistryRecord;
  readonly target?: RegistryRecord;
}

/** All names in a registry, definitions and references, in the order of the text. */
export function occurrences(registry: Registry): Occurrence[] {
  return registry.records.flatMap((record) =>
    [
      ...record.names.map((mention) => ({ mention, record, target: record })),
      ...record.references.map((mention) => {
        const target = registry.targets.get(mention);
        return { mention, record, ...(target && { target }) };
      }),
    ].sort((a, b) => a.mention.range.start - b.mention.range.start),
  );
}

/**
 * The name that stands at an offset of a source.
 *
 * @param offset UTF-16; the end of a name still belongs to it, as for a cursor
 */
export function occurrenceAt(registry: Registry, source: string | undefined, offset: number): Occurrence | undefined {
  for (const record of registry.records) {
    if (record.source !== source || record.range.start > offset || record.range.end < offset) continue;
    for (const mention of record.names) if (holds(mention, offset)) return { mention, record, target: record };
    for (const mention of record.references) {
      if (!holds(mention, offset)) continue;
      const target = registry.targets.get(mention);
      return { mention, record, ...(target && { target }) };
    }
  }
  return undefined;
}

function holds(mention: Mention, offset: number): boolean {
  return mention.range.start <= offset && offset <= mention.range.end;
}

/** The units in a group, with those of the groups in it; each once, in the order of the text. */
export function membersOf(registry: Registry, group: Group): readonly Unit[] {
  const units = new Set<Unit>();
  const seen = new Set<Group>();
  const pending: RegistryRecord[] = [group];
  while (pending.length) {
    const record = pending.shift()!;
    if (record.kind === 'unit') units.add(record);
    if (record.kind !== 'group' || seen.has(record)) continue;
    seen.add(record);
    const members = record.references.filter((mention) => mention.role === 'member');
    pending.unshift(
      ...members.map((mention) => registry.targets.get(mention)).filter((target) => target !== undefined),
    );
  }
  return [...units];
}
