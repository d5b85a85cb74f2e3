/** Who answers for a task, before and after: names that stand for one unit are one name. */
import { absolute, type Name, type Notice, type Range, type Role, type Task } from '../model/notice.ts';
import { nameKey } from '../registry/names.ts';
import type { Registry, RegistryRecord } from '../registry/registry.ts';
import { Bearers } from './bearers.ts';
import type { Names, Respelt } from './change.ts';

/** Who the names of a notice stand for is asked where lists differ, and that is seldom. */
export class Reader {
  readonly notice: Notice;
  readonly #registry: Registry;
  #bearers: Bearers | undefined;

  constructor(notice: Notice, registry: Registry) {
    this.notice = notice;
    this.#registry = registry;
  }

  get bearers(): Bearers {
    this.#bearers ??= new Bearers(this.notice, this.#registry);
    return this.#bearers;
  }
}

type Kind = Names['kind'];

const LISTS: readonly (readonly [Kind, (task: Task) => readonly Name[]])[] = [
  ['lead', ({ duty }) => duty.leadUnits],
  ['unit', ({ duty }) => duty.units],
  ['support', ({ duty }) => duty.supportUnits],
  ['leader', ({ duty }) => duty.leaders],
];
/** Who stands first is more than the others. */
const RANKED: readonly Kind[] = ['lead', 'leader'];

export interface Duties {
  readonly changes: readonly Names[];
  readonly respelt: readonly Respelt[];
}

/** @param before one task, or those that were merged; `after` likewise those that it was split into */
export function dutyChanges(
  [one, before]: readonly [Reader, readonly Task[]],
  [other, after]: readonly [Reader, readonly Task[]],
): Duties {
  const changes: Names[] = [];
  const respelt: Respelt[] = [];
  for (const [kind, listOf] of LISTS) {
    const a = before.length === 1 ? listOf(before[0]!) : before.flatMap(listOf);
    const b = after.length === 1 ? listOf(after[0]!) : after.flatMap(listOf);
    // Most lists are the same to the letter.
    if (a.length === b.length && a.every((name, index) => name.text === b[index]!.text)) continue;
    const [from, to] = [keyed(one, a, kind), keyed(other, b, kind)];
    // Whom a name means hangs on the names around it; one that is printed as it was is as it was.
    const [was, is] = [printedIn(a), printedIn(b)];
    const added = [...to]
      .filter(([key, name]) => !from.has(key) && !was.has(nameKey(name.text)))
      .map(([, name]) => name);
    const removed = [...from]
      .filter(([key, name]) => !to.has(key) && !is.has(nameKey(name.text)))
      .map(([, name]) => name);
    for (const [key, name] of to) {
      const before = from.get(key);
      if (before && nameKey(before.text) !== nameKey(name.text))
        respelt.push({ before: before.text, after: name.text });
    }
    const whole = before.length === 1 && after.length === 1;
    const reordered = whole && !added.length && !removed.length && RANKED.includes(kind) && isReordered(from, to);
    if (!added.length && !removed.length && !reordered) continue;
    const kept = [...to.values()].filter((name) => !added.includes(name)).map(printed);
    const ranges = { before: fieldRange(one.notice, before, kind), after: fieldRange(other.notice, after, kind) };
    changes.push({
      kind,
      added: added.map(printed),
      removed: removed.map(printed),
      kept,
      reordered,
      ...(ranges.before && { before: ranges.before }),
      ...(ranges.after && { after: ranges.after }),
    });
  }
  return { changes, respelt };
}

/** Names by whom they stand for, the first of each. */
function keyed(reader: Reader, names: readonly Name[], kind: Kind): Map<string | RegistryRecord, Name> {
  const found = new Map<string | RegistryRecord, Name>();
  for (const name of names) {
    const key = bearerKey(reader, name, kind === 'leader');
    if (!found.has(key)) found.set(key, name);
  }
  return found;
}

function printedIn(names: readonly Name[]): Set<string> {
  return new Set(names.map(({ text }) => nameKey(text)));
}

/** Another one stands first. */
function isReordered(from: ReadonlyMap<unknown, Name>, to: ReadonlyMap<unknown, Name>): boolean {
  const [[one, other], [first, then]] = [
    [[...from.keys()][0], [...to.keys()][0]],
    [[...from.values()][0], [...to.values()][0]],
  ];
  return one !== other && first?.text !== then?.text;
}

/** What a name is known by in any notice: the record, or the name with what its list leaves out. */
function bearerKey({ bearers }: Reader, name: Name, leader: boolean): string | RegistryRecord {
  const { meant, group } = leader ? bearers.leaderOf(name) : bearers.unitsOf(name);
  const through = meant[0]?.through;
  if (group) return group.record ?? nameKey(group.name);
  if (through !== undefined) return nameKey(through);
  const bearer = meant[0]?.bearer;
  return bearer?.record ?? nameKey(bearer?.name ?? name.base);
}

function printed({ text, etc }: Name): string {
  return text + (etc ?? '');
}

/** The task's own field, else that of the heading which hands it down. */
function fieldRange(notice: Notice, tasks: readonly Task[], role: Role): Range | undefined {
  for (const { item, part, sections } of tasks) {
    const own = item.fields.find((field) => field.role === role);
    if (own) return absolute(notice, part, own.valueRange);
    for (const section of sections.toReversed()) {
      const field = section.item.fields.find((candidate) => candidate.role === role);
      if (field) return absolute(notice, section.part, field.valueRange);
    }
  }
  return undefined;
}
