/** What a printed name stands for: the one answer that rules, formats and features share. */

import { isOpenGroup } from '../model/groups.ts';
import type { Name } from '../model/notice.ts';
import { abbreviates, anatomyOf } from './anatomy.ts';
import { continuesGroup } from './kinds.ts';
import { lookUp, type Match, weight } from './lookup.ts';
import { nameKey, type PrintedName, takeApart } from './names.ts';
import { nearestNames } from './nearest.ts';
import { type Group, type Place, preferredName, type RegistryRecord, type Unit } from './records.ts';
import type { Registry } from './registry.ts';

export { isOpenGroup } from '../model/groups.ts';
export { type LeaderResolution, resolveLeader } from './leaders.ts';

export type ResolutionKind =
  /** The name or a 简称 of a unit, with any prefix of its place. */
  | 'exact'
  /** An 别名, a name without the prefix that it should have, or what 以下简称 made of it. */
  | 'alias'
  /** A name whose beginning or end is said by another one of its list. */
  | 'elided'
  /** A unit under a second name or by an inner office, alone or in a bracket. */
  | 'second-name'
  /** A group of the registry, or one that no registry needs to define. */
  | 'group'
  | 'not-valid'
  | 'ambiguous'
  | 'unknown';

export interface Resolution {
  readonly kind: ResolutionKind;
  /** Where one unit is meant; also where it is not valid. */
  readonly unit?: Unit;
  /** Where one group of the registry is meant. A group that the registry doesn't define has none. */
  readonly group?: Group;
  /** Of an ambiguous name. */
  readonly candidates?: readonly (Unit | Group)[];
  /** Of an unknown name: up to three known ones, the nearest first. */
  readonly nearest?: readonly string[];
  /** What the registry prefers to see printed: the first 简称; of a name not valid, that of the unit in its place. */
  readonly expected?: string;
  /** Names in the bracket that the registry doesn't know the unit by. */
  readonly unlisted?: readonly string[];
  /** Of a name not valid: the first and last day, ISO 8601. */
  readonly since?: string;
  readonly until?: string;
  /** Of a name not valid: who stands in its place on that date. */
  readonly successor?: Unit;
}

/** Where a name stands. */
export interface At {
  /** The notice's date, ISO 8601; without it, validity is not looked at. */
  readonly date?: string | undefined;
  /** The place that speaks: 县发改委 in a notice of 云溪县. Needed where several places share a prefix. */
  readonly place?: string | undefined;
  /** The names before it in its list, as printed. */
  readonly previous?: readonly string[] | undefined;
  /** The names after it in its list, as printed. */
  readonly next?: readonly string[] | undefined;
  /** What the notice makes of names by 以下简称: short name → full name. */
  readonly aliases?: ReadonlyMap<string, string> | undefined;
}

/** So many names before are looked at for the prefix of a place, which a long list says once at its start. */
const MOST_BEFORE = 100;
/** So many names before and after are looked at for other beginnings and ends. */
const NEIGHBOURS = 12;
const LONGEST_PART = 14;

/**
 * Resolves a printed name. Pure, and never throws, whatever the name. In this order: 以下简称 of the notice, a known name,
 * a beginning said before it in the list, an end said after it, an open group, a known name without its prefix.
 */
export function resolve(registry: Registry, name: Name | string, at: At = {}): Resolution {
  const printed = takeApart(typeof name === 'string' ? name : name.text);
  const key = nameKey(printed.base);
  const marked = printed.annex || (typeof name !== 'string' && (name.group || name.annex));
  const group = marked || isOpenGroup(printed.text) || continuesGroup(printed.base, at.previous);
  const open: Resolution | undefined = group ? { kind: 'group' } : undefined;
  if (!registry.names.size) return open ?? { kind: 'unknown' };
  const matches = matchesOf(registry, printed, key);
  const written = matches.filter(({ how }) => how !== 'bare');
  const bare = matches.filter(({ how }) => how === 'bare');
  return (
    byAlias(registry, printed, at) ??
    answer(registry, written, printed, at) ??
    answer(registry, ofPlaceBefore(registry, bare, at), printed, at, 'elided') ??
    answer(registry, withBeginning(registry, key, at), printed, at, 'elided') ??
    answer(registry, withEnd(registry, key, at), printed, at, 'elided') ??
    membersOfGroup(registry, key, printed, at) ??
    open ??
    answer(registry, governing(registry, key), printed, at, 'alias') ??
    answer(registry, bare, printed, at, 'alias') ?? { kind: 'unknown', ...nearest(registry, printed.text) }
  );
}

function nearest(registry: Registry, text: string): Pick<Resolution, 'nearest'> {
  const names = nearestNames(registry, text);
  return names.length ? { nearest: names } : {};
}

/** A unit may have a bracket in its name: the whole of what is printed goes first. */
function matchesOf(registry: Registry, printed: PrintedName, key: string): Match[] {
  if (printed.text !== printed.base) {
    const whole = lookUp(registry, nameKey(printed.text));
    if (whole.length) return whole;
  }
  return lookUp(registry, key);
}

function byAlias(registry: Registry, printed: PrintedName, at: At): Resolution | undefined {
  const full = at.aliases?.get(printed.base) ?? at.aliases?.get(printed.text);
  if (full === undefined || nameKey(full) === nameKey(printed.base)) return undefined;
  const found = resolve(registry, full, { date: at.date, place: at.place });
  if (found.kind === 'unknown') return undefined;
  return ['exact', 'elided', 'second-name'].includes(found.kind) ? { ...found, kind: 'alias' } : found;
}

/** 县园区发展服务中心、商务局: the place of the nearest name before that has a prefix. */
function ofPlaceBefore(registry: Registry, bare: readonly Match[], at: At): Match[] {
  if (!bare.length) return [];
  for (const key of keysOf(at.previous?.slice(-MOST_BEFORE)).reverse()) {
    const places = placesBefore(registry, key);
    const matches = bare.filter(({ record }) => places?.includes(registry.placeOf.get(record)!));
    if (matches.length) return matches;
  }
  return [];
}

function placesBefore(registry: Registry, key: string): readonly Place[] | undefined {
  for (let length = Math.min(key.length - 1, LONGEST_PART); length > 0; length--) {
    const places = registry.prefixes.get(key.slice(0, length));
    if (places) return places;
  }
  return undefined;
}

/** 市委组织部、宣传部: whatever beginning of a name before makes it a known one. */
function withBeginning(registry: Registry, key: string, at: At): Match[] {
  for (const before of keysOf(at.previous?.slice(-NEIGHBOURS)).reverse()) {
    for (let length = 1; length < Math.min(before.length, LONGEST_PART); length++) {
      const matches = lookUp(registry, before.slice(0, length) + key).filter(({ how }) => how !== 'bare');
      if (matches.length) return matches;
    }
  }
  return [];
}

/** 各乡镇、开发区疫情防控应急指挥部: whatever end of a name after, of two characters or more, makes it a known one. */
function withEnd(registry: Registry, key: string, at: At): Match[] {
  for (const after of keysOf(at.next?.slice(0, NEIGHBOURS))) {
    for (let length = 2; length < Math.min(after.length, LONGEST_PART); length++) {
      const matches = lookUp(registry, key + after.slice(-length)).filter(({ how }) => how !== 'bare');
      if (matches.length) return matches;
    }
  }
  return [];
}

function keysOf(names: readonly string[] = []): string[] {
  return names.map((name) => nameKey(takeApart(name).base));
}

/** X成员单位 where the registry calls the group X. */
function membersOfGroup(registry: Registry, key: string, printed: PrintedName, at: At): Resolution | undefined {
  if (!key.endsWith('成员单位')) return undefined;
  const groups = lookUp(registry, key.slice(0, -4)).filter(({ record }) => record.kind === 'group');
  return answer(registry, groups, printed, at);
}

const GOVERNMENT = /(?:人民政府|政府|办事处)$/;
const GOVERNED = /(?:[省市县区州旗盟镇乡]|街道)$/;

/** 青石镇人民政府 where the registry says 青石镇, and the other way round: a town that acts does so by its government. */
function governing(registry: Registry, key: string): Match[] {
  const place = key.replace(GOVERNMENT, '');
  if (!GOVERNED.test(place)) return [];
  const forms = place === key ? [`${key}人民政府`, `${key}政府`, `${key}办事处`] : [place];
  return forms.map((form) => lookUp(registry, form)).find((matches) => matches.length) ?? [];
}

/** What the bearers of a name make of it; undefined where there are none. */
function answer(
  registry: Registry,
  matches: readonly Match[],
  printed: PrintedName,
  at: At,
  kind?: 'elided' | 'alias',
): Resolution | undefined {
  if (!matches.length) return undefined;
  const valid = matches.filter(({ record }) => validAt(record, at.date));
  if (!valid.length) return notValid(registry, foremost(registry, matches, at)[0]!.record, at.date!);
  const bearers = foremost(registry, valid, at);
  if (bearers.length > 1) return { kind: 'ambiguous', candidates: bearers.map(({ record }) => record) };
  const { record, mention } = bearers[0]!;
  const expected = preferredName(record);
  if (record.kind === 'group') return { kind: 'group', group: record, expected };
  const wholly = nameKey(mention.text) === nameKey(printed.text);
  const unlisted = wholly ? [] : printed.second.filter((second) => !isSecondName(registry, record, second));
  const found = { unit: record, expected, ...(unlisted.length && { unlisted }) };
  if (mention.role === 'second' || mention.role === 'office') return { kind: 'second-name', ...found };
  if (mention.role === 'alias') return { kind: 'alias', ...found };
  return { kind: kind ?? (printed.second.length && !wholly ? 'second-name' : 'exact'), ...found };
}

function validAt(record: RegistryRecord, date: string | undefined): boolean {
  return !date || ((!record.since || record.since <= date) && (!record.until || date <= record.until));
}

/** Those meant before the others: of the place that speaks, the nearest to what is written, still there if no date tells. */
function foremost(registry: Registry, matches: readonly Match[], at: At): Match[] {
  let rest = [...matches];
  const narrow = (keep: (match: Match) => boolean): void => {
    const kept = rest.filter(keep);
    if (kept.length) rest = kept;
  };
  if (rest.length > 1 && at.place) {
    const speaking = nameKey(at.place);
    narrow(
      ({ record }) => registry.placeOf.get(record)?.prefixes.some((prefix) => nameKey(prefix) === speaking) ?? false,
    );
  }
  const least = Math.min(...rest.map(weight));
  narrow((match) => weight(match) === least);
  if (!at.date) narrow(({ record }) => !record.until);
  return rest;
}

/** Whether a unit is known by the name in its bracket, which may be shortened: 粮食和储备局 for 县粮食和物资储备局. */
function isSecondName(registry: Registry, unit: Unit, second: string): boolean {
  if (lookUp(registry, nameKey(second)).some(({ record }) => record === unit)) return true;
  if (second.length > 40) return false;
  const short = anatomyOf(takeApart(second).base);
  return unit.names.some(({ text, role }) => {
    if (role !== 'second' && role !== 'office') return false;
    const full = anatomyOf(text);
    return full.stem === short.stem || abbreviates(short, full) || isWithin(short.stem, full.stem);
  });
}

/** All characters of one text stand in the other, in their order. */
function isWithin(few: string, many: string): boolean {
  let at = 0;
  for (const character of many) if (few[at] === character) at++;
  return few.length > 1 && at === few.length;
}

function notValid(registry: Registry, record: Unit | Group, date: string): Resolution {
  const { since, until } = record;
  const dates = { ...(since && { since }), ...(until && { until }) };
  if (record.kind === 'group') return { kind: 'not-valid', group: record, ...dates };
  const successor = inItsPlace(until && until < date ? registry.successors : registry.predecessors, record, date);
  const instead = successor && { successor, expected: preferredName(successor) };
  return { kind: 'not-valid', unit: record, ...dates, ...instead };
}

/** The nearest of those after (or before) a unit that is valid on a date. */
function inItsPlace(steps: Registry['successors'], unit: Unit, date: string): Unit | undefined {
  const seen = new Set<Unit>([unit]);
  for (const at of seen) {
    if (at !== unit && validAt(at, date)) return at;
    for (const next of steps.get(at) ?? []) seen.add(next);
  }
  return undefined;
}
