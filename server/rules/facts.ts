/**
 * What is usual in a notice: which roles its tasks state, under which labels, with which marks. Rules hold a task
 * against it. Facts are coarse on purpose: equal facts are one object, so that a task's findings hold until what is
 * usual changes, and not until anything does.
 */
import type { Annex, Duty, Name, Notice, Role, Table } from '../model/notice.ts';
import { prefixOf } from '../registry/anatomy.ts';
import { speakingPlace } from '../registry/count.ts';
import { similarUnits } from '../registry/similar.ts';
import { notedAnnexes } from './annex-note.ts';
import { asListed } from './elision.ts';
import { otherForms } from './member-forms.ts';
import type { Records } from './records.ts';
import { ROLES, Tally } from './tally.ts';

export interface RoleFacts {
  /** Tasks that state the role, their own or from a heading. */
  readonly tasks: number;
  /** The label that most fields of the role carry. */
  readonly label?: string;
  /** Labels in use on tasks, with their counts. 责任单位：甲局牵头 states a lead unit without a label for it. */
  readonly labels: Readonly<Record<string, number>>;
  /** Fields with one of these labels. */
  readonly labelled: number;
}

export interface AnnexFacts {
  /** 附件2 → 2; 附件 → 0. */
  readonly number: number;
  readonly title: string;
  /** Titles of its lists of members. */
  readonly lists: readonly string[];
}

export interface Facts {
  readonly tasks: number;
  readonly roles: Readonly<Record<Role, RoleFacts>>;
  /** Responsible units stand beside a lead unit, as a rule: they are no other way of saying who leads. */
  readonly unitsBesideLead: boolean;
  /** The responsible units are all that answer, the lead unit among them, as a rule. */
  readonly unitsHoldLead: boolean;
  /** A 。 closes field lines, as a rule. */
  readonly closesFields: boolean;
  /** A 。 or the like closes the text of tasks, as a rule. */
  readonly closesTexts: boolean;
  readonly annexes: readonly AnnexFacts[];
  /** The notice says what is annexed to it: 附件：1.…. The annexes themselves may be files of their own. */
  readonly annexNote: boolean;
  /** How many the note lists, where it numbers them all: 附件：1.… 2.…. There are no others then. */
  readonly notedAnnexes?: number;
  /** The date that names are resolved at, ISO 8601. */
  readonly date?: string;
  /** The place that issues the notice: 云溪县. */
  readonly place?: string;
  /** Lists say the character of the place once, as a rule: 县财政局、商务局. */
  readonly listsElide: boolean;
  /** Aliases that the notice defines: 以下简称. From the alias to the name. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Names used once beside a near-identical one that is used often: from the odd one to the usual one. */
  readonly variants: Readonly<Record<string, string>>;
  /** Two units that stand as one name, 县财政局县商务局, and are named apart elsewhere: from the one to the two. */
  readonly unseparated: Readonly<Record<string, readonly [string, string]>>;
  /** The members that annexes list, by the title of the list. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** Members of annexes that no task names, and the unit of a task that each most likely is. */
  readonly memberForms: Readonly<Record<string, string>>;
  /** Units under the character of another place beside those of the usual one: from 市财政局 to 县财政局. */
  readonly misplaced: Readonly<Record<string, string>>;
  /** The character that names of units begin with, as a rule: 县. */
  readonly prefix?: string;
}

/** Facts of the notices at hand, the latest last: several are open in an editor at once. */
const recent: { key: string; facts: Facts }[] = [];
const MOST_RECENT = 16;

/** Gathers the facts of a notice; the same object as before where nothing in them changed. */
export function factsOf(notice: Notice, records: Records): Facts {
  const facts = gather(notice, records);
  const key = JSON.stringify(facts);
  const known = recent.find((candidate) => candidate.key === key);
  if (known) return known.facts;
  if (recent.push({ key, facts }) > MOST_RECENT) recent.shift();
  return facts;
}

/** Whether so many do and so few don't that not doing it is a slip. */
export function nearlyAll(doing: number, not: number): boolean {
  return doing >= 3 && not <= Math.max(1, doing / 10);
}

/** Of the notice checked last: the next one is most likely the same after an edit. */
const tally = new Tally();

function gather(notice: Notice, records: Records): Facts {
  tally.count(notice.tasks.map((task) => records[task.part]!.share));
  const stating: Record<Role, number> = { leader: 0, lead: 0, support: 0, unit: 0, deadline: 0, remark: 0 };
  let beside = 0;
  for (const { duty } of notice.tasks) {
    if (duty.leaders.length) stating.leader++;
    if (duty.leadUnits.length) stating.lead++;
    if (duty.supportUnits.length) stating.support++;
    if (duty.units.length) stating.unit++;
    if (duty.deadline) stating.deadline++;
    if (duty.remark) stating.remark++;
    if (duty.leadUnits.length && duty.units.length) beside++;
  }
  let notes = 0;
  const aliases: [string, string][] = [];
  records.forEach((record, part) => {
    if (!record || !(record.share.annexNote || record.share.aliases.length) || notice.zones[part] === 'table') return;
    for (const { alias, name } of record.share.aliases) aliases.push([alias, name]);
    if (record.share.annexNote && !notice.annexes.some((annex) => annex.part === part)) notes++;
  });
  const noted = notes === 1 ? countedAnnexes(notice) : undefined;
  const { lines, closedLines, texts, closedTexts } = tally;
  const place = speakingPlace(notice.head);
  const roles = ROLES.map((role) => [role, roleFacts(stating[role], tally.labels.get(role)!)]);
  return {
    tasks: notice.tasks.length,
    roles: Object.fromEntries(roles) as Record<Role, RoleFacts>,
    unitsBesideLead: beside > 0 && beside * 2 >= stating.lead,
    unitsHoldLead: tally.leadInUnits >= 3 && tally.leadInUnits * 3 >= tally.leadAndUnits,
    closesFields: nearlyAll(closedLines, lines - closedLines),
    closesTexts: nearlyAll(closedTexts, texts - closedTexts),
    annexes: notice.annexes.map((annex) => annexFacts(annex, notice)),
    annexNote: notes > 0,
    ...(noted && { notedAnnexes: noted }),
    ...(notice.head.date && { date: notice.head.date }),
    ...(place && { place }),
    listsElide: tally.elides,
    aliases: dictionary(aliases),
    ...names(notice, place),
    members: dictionary(membersByList(notice)),
  };
}

/** How many annexes a note lists that numbers them from 1 on, two at least: another one may be a file that it only offers. */
function countedAnnexes(notice: Notice): number | undefined {
  const noted = notedAnnexes(notice) ?? [];
  const counted = noted.every(({ numberRange }, index) => {
    return numberRange && Number.parseInt(notice.text.slice(numberRange.start, numberRange.end), 10) === index + 1;
  });
  return counted && noted.length > 1 ? noted.length : undefined;
}

/** A name may be any text, also one that every object has a property of. */
function dictionary<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const values: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) values[key] = value;
  return values;
}

/** The names that a duty gives to a role; undefined for roles that name no one. */
export function namesIn(duty: Duty, role: Role): readonly Name[] | undefined {
  switch (role) {
    case 'leader':
      return duty.leaders;
    case 'lead':
      return duty.leadUnits;
    case 'support':
      return duty.supportUnits;
    case 'unit':
      return duty.units;
    default:
      return undefined;
  }
}

function roleFacts(tasks: number, counts: ReadonlyMap<string, number>): RoleFacts {
  const labels = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [usual] = labels;
  const labelled = labels.reduce((sum, [, count]) => sum + count, 0);
  return { tasks, ...(usual && { label: usual[0] }), labels: dictionary(labels), labelled };
}

function annexFacts({ title, lists, part }: Annex, { items }: Notice): AnnexFacts {
  const number = /\d+/.exec(items[part]?.text ?? '')?.[0] ?? 0;
  // 县水网建设领导小组成员名单 without a number may read like one of the names under it.
  const titles = lists.flatMap((list) => [
    list.title,
    ...list.members.map((name) => name.text).filter((text) => /(?:名单|名录|一览表)$/.test(text)),
  ]);
  return { number: Number(number), title, lists: titles };
}

type NameFacts = Pick<Facts, 'variants' | 'memberForms' | 'unseparated' | 'misplaced' | 'prefix'>;

let compared: { version: string; names: NameFacts } | undefined;

/** Comparing names costs more than counting them, and most edits change none. */
function names({ annexes, tables }: Notice, place: string | undefined): NameFacts {
  const listed = annexes.flatMap(({ lists }) => lists.flatMap((list) => list.members)).map(({ text }) => text);
  const members = [...listed, ...tables.flatMap(unitsOfTable)];
  const version = `${tally.unitsVersion} ${tally.elides} ${place} ${members.join()}`;
  if (compared?.version !== version) {
    const units = new Map(tally.units);
    // 商务局 after 县财政局 is 县商务局, unless the notice speaks of it without 县 elsewhere, as of 新河镇.
    for (const [key, count] of tally.elided) {
      const [text, completed] = key.split('\n') as [string, string];
      const asPrinted = !tally.elides || (tally.units.has(text) && !tally.units.has(completed));
      const form = asPrinted ? text : completed;
      units.set(form, (units.get(form) ?? 0) + count);
    }
    const sorted = new Map([...units].sort(([a], [b]) => (a < b ? -1 : 1)));
    const prefix = usualPrefix(tally.units);
    const variants = dictionary([...likeOthers(sorted), ...likeOthers(sorted, members)]);
    const others = listed.filter((name) => !variants[name]);
    compared = {
      version,
      names: {
        variants,
        memberForms: dictionary(otherForms(sorted.keys(), others, place)),
        unseparated: dictionary(unseparated(sorted)),
        misplaced: dictionary(misplaced(tally.units, prefix)),
        ...(prefix && { prefix }),
      },
    };
  }
  return compared.names;
}

/** By the rows: they stay the same while the table does. */
const unitsOfRows = new WeakMap<Table['rows'], readonly string[]>();

/** The units that a table names, each once, as they stand in full. */
function unitsOfTable({ columns, rows }: Table): readonly string[] {
  let units = unitsOfRows.get(rows);
  if (!units) {
    const own = columns.flatMap(({ role }, column) =>
      role === 'lead' || role === 'support' || role === 'unit' ? [column] : [],
    );
    const found = new Set<string>();
    for (const { cells } of rows)
      for (const column of own)
        for (const { name, completed } of asListed(cells[column]?.names ?? []))
          if (!name.group) found.add(completed ?? name.text);
    units = [...found];
    unitsOfRows.set(rows, units);
  }
  return units;
}

/** Names that are like others; with members of annexes and names of tables, those that the tasks do not name. */
function likeOthers(units: ReadonlyMap<string, number>, members?: readonly string[]): [string, string][] {
  const more = members?.filter((name) => !units.has(name));
  if (more && !more.length) return [];
  const all = more ? new Map([...units, ...more.map((name) => [name, 1] as const)]) : units;
  return similarUnits(all)
    .filter(({ name }) => !more || !units.has(name))
    .map(({ name, like }) => [name, like]);
}

/** The character of a place that four of five names begin with that begin with one. */
function usualPrefix(units: ReadonlyMap<string, number>): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const [name, count] of units) {
    const prefix = prefixOf(name);
    if (!prefix) continue;
    counts.set(prefix, (counts.get(prefix) ?? 0) + count);
    all += count;
  }
  return [...counts].find(([, count]) => count >= 4 && count * 5 >= all * 4)?.[0];
}

/** 市财政局 named once where 县财政局 is named three times as often. */
function* misplaced(units: ReadonlyMap<string, number>, usual: string | undefined): Generator<[string, string]> {
  if (!usual) return;
  for (const [name, count] of units) {
    const prefix = prefixOf(name);
    if (!prefix || prefix === usual) continue;
    const own = usual + name.slice(1);
    if ((units.get(own) ?? 0) >= count * 3) yield [name, own];
  }
}

/** 县财政局县商务局 where the notice names 县财政局 and 县商务局. */
function* unseparated(units: ReadonlyMap<string, number>): Generator<[string, readonly [string, string]]> {
  for (const name of units.keys()) {
    if (name.length < 6 || name.length > 40) continue;
    for (let at = 3; at <= name.length - 3; at++) {
      if (name[at] !== name[0] || !prefixOf(name.slice(at))) continue;
      const halves = [name.slice(0, at), name.slice(at)] as const;
      if (halves.every((half) => units.has(half))) yield [name, halves];
    }
  }
}

/** The members that annexes list, by the title of the list; of an annex without one, by its own. */
function membersByList({ annexes }: Notice): [string, readonly string[]][] {
  return annexes.flatMap((annex) =>
    annex.lists
      .filter(({ members }) => members.length > 0)
      .map(({ title, members }) => [title || annex.title, members.map(({ base }) => base)] as [string, string[]]),
  );
}
