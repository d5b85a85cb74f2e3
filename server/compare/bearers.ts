/**
 * Whom the names of a notice stand for: a unit under whichever of its names, the members of a group, a leader. Without a
 * registry a name stands for itself, with what its list leaves out put back. Long, for each way to read a name falls back
 * on the next.
 */
import type { Field, Name, Notice, Range } from '../model/notice.ts';
import { countNames, type NameCounts, speakingPlace } from '../registry/count.ts';
import { continuesGroup } from '../registry/kinds.ts';
import { isListOf, nameKey, takeApart, unpadded } from '../registry/names.ts';
import type { Group, Leader, RegistryRecord, Unit } from '../registry/records.ts';
import { preferredName, type Registry } from '../registry/registry.ts';
import { type At, type Resolution, resolve, resolveLeader } from '../registry/resolve.ts';

/** Someone who answers for tasks; one object for each. */
export interface Bearer {
  /** group: units that nobody lists (各有关单位), or leaders whom no name tells (县政府负责同志). */
  readonly kind: 'unit' | 'group' | 'leader';
  /** What the registry prefers to see printed, else as it is printed first. */
  readonly name: string;
  readonly record?: Unit | Group | Leader;
}

/** Whom a name means, and how. */
export interface Meant {
  readonly bearer: Bearer;
  /** The group that he is meant through, as printed. */
  readonly through?: string;
  /** The second name or inner office that the unit is named by: 县林业局. */
  readonly as?: string;
}

/** What is not certain of a name. etc: units beside it that no one names. no-members: a group that no one lists. */
export type Uncertainty = 'unknown' | 'ambiguous' | 'not-valid' | 'no-members' | 'no-one' | 'etc';

export interface Meaning {
  readonly meant: readonly Meant[];
  readonly doubts: readonly Uncertainty[];
  /** Of an ambiguous or unknown name, whom it may mean; of one not valid, who stands in its place. */
  readonly others: readonly string[];
  /** Of a group that the registry knows: itself, beside its members. */
  readonly group?: Bearer;
}

interface Place {
  readonly field: Field;
  readonly index: number;
  readonly part: number;
}

/** So many names of a list before and after one may say what it leaves out. */
const BEFORE = 100;
const AFTER = 16;

export class Bearers {
  readonly counts: NameCounts;
  readonly #registry: Registry;
  readonly #at: At;
  readonly #notice: Notice;
  readonly #places = new Map<Name, Place>();
  readonly #meanings = new Map<Name, Meaning>();
  /** Lists are printed again and again. */
  readonly #lists = new Map<string, readonly Resolution[]>();
  readonly #members = new Map<string, readonly Bearer[]>();
  readonly #known = new Map<string | RegistryRecord, Bearer>();
  #short: ReadonlyMap<string, string> | undefined;
  #charges: ReadonlyMap<Bearer, readonly Bearer[]> | undefined;

  constructor(notice: Notice, registry: Registry) {
    this.#notice = notice;
    this.#registry = registry;
    this.counts = countNames([notice]);
    const { date } = notice.head;
    this.#at = { date, place: speakingPlace(notice.head), aliases: this.counts.aliases };
    for (const { part, item } of notice.entries)
      for (const field of item.fields)
        for (const [index, name] of field.names.entries()) this.#places.set(name, { field, index, part });
  }

  /** Where a name of a duty stands, absolute; undefined where it stands in no field. */
  rangeOf(name: Name): Range | undefined {
    const place = this.#places.get(name);
    if (!place) return undefined;
    const start = this.#notice.starts[place.part] ?? 0;
    return { start: start + name.range.start, end: start + name.range.end };
  }

  /** The units that a name stands for; one at least. */
  unitsOf(name: Name): Meaning {
    let meaning = this.#meanings.get(name);
    if (!meaning) {
      const found = this.#unitsOf(name);
      meaning = name.etc ? { ...found, doubts: [...found.doubts, 'etc'] } : found;
      this.#meanings.set(name, meaning);
    }
    return meaning;
  }

  /** The leader that a name stands for; one always. */
  leaderOf(name: Name): Meaning {
    let meaning = this.#meanings.get(name);
    if (!meaning) {
      meaning = this.#leaderOf(name);
      this.#meanings.set(name, meaning);
    }
    return meaning;
  }

  /** The leaders who have a unit or group in their portfolio (分管), by the registry. */
  inCharge(bearer: Bearer): readonly Bearer[] {
    this.#charges ??= this.#readCharges();
    return this.#charges.get(bearer) ?? [];
  }

  #unitsOf(name: Name): Meaning {
    const found = this.#resolutionOf(name);
    const printed = unpadded(name.text);
    const as = found.kind === 'second-name' ? { as: printed } : {};
    switch (found.kind) {
      case 'group':
        return this.#groupOf(name, found.group);
      case 'not-valid': {
        if (found.group) return this.#groupOf(name, found.group);
        const unit = found.successor ?? found.unit!;
        const instead = found.successor ? [preferredName(found.successor)] : [];
        return meaning([{ bearer: this.#recorded(unit) }], 'not-valid', instead);
      }
      case 'ambiguous':
        return meaning([{ bearer: this.#printed(name) }], 'ambiguous', found.candidates!.map(preferredName));
      case 'unknown': {
        const doubt = this.#registry.names.size ? 'unknown' : undefined;
        return meaning([{ bearer: this.#printed(name) }], doubt, found.nearest);
      }
      default:
        return meaning([{ bearer: this.#recorded(found.unit!), ...as }]);
    }
  }

  #resolutionOf(name: Name): Resolution {
    const place = this.#places.get(name);
    if (!place) return resolve(this.#registry, name, this.#at);
    const { names } = place.field;
    const texts = names.map(({ text }) => text);
    const key = texts.join('\n');
    let list = this.#lists.get(key);
    if (!list) {
      list = names.map((each, index) => {
        const previous = texts.slice(Math.max(0, index - BEFORE), index);
        return resolve(this.#registry, each, {
          ...this.#at,
          previous,
          next: texts.slice(index + 1, index + 1 + AFTER),
        });
      });
      this.#lists.set(key, list);
    }
    return list[place.index]!;
  }

  /** The members of a group; where no one lists them, the group stands for itself. */
  #groupOf(name: Name, group: Group | undefined): Meaning {
    const printed = unpadded(name.base);
    const place = this.#places.get(name);
    const before = place ? place.field.names.slice(0, place.index).map(({ text }) => text) : [];
    const whole = continuesGroup(printed, before) ? `各${printed}` : printed;
    const key = group ? `#${group.name}` : nameKey(whole);
    let members = this.#members.get(key);
    if (!members) {
      members = group ? this.#membersOf(group) : this.#listedIn(name);
      this.#members.set(key, members);
    }
    const itself = group ? this.#recorded(group) : this.#named(whole, 'group');
    if (!members.length) return meaning([{ bearer: itself }], 'no-members');
    return { ...meaning(members.map((bearer) => ({ bearer, through: whole }))), group: itself };
  }

  /** Each once, with those of the groups in it; a member that is no record stands for itself. */
  #membersOf(group: Group): readonly Bearer[] {
    const members = new Set<Bearer>();
    const seen = new Set<Group>();
    const add = (of: Group): void => {
      if (seen.has(of)) return;
      seen.add(of);
      for (const mention of of.references) {
        if (mention.role !== 'member') continue;
        const target = this.#registry.targets.get(mention);
        if (target?.kind === 'group' && target.references.some(({ role }) => role === 'member')) add(target);
        else if (target?.kind === 'unit' || target?.kind === 'group') members.add(this.#current(target));
        else members.add(this.#unlisted(mention.text));
      }
    };
    add(group);
    return [...members];
  }

  /** X成员单位（见附件）: the list in the annex that bears its name. */
  #listedIn({ base, annex }: Name): readonly Bearer[] {
    if (!annex && !/成员(?:单位|部门)?$/.test(base)) return [];
    for (const { title, lists } of this.#notice.annexes) {
      for (const list of lists) {
        if (!list.members.length || list.members.some((member) => OFFICER.test(member.base))) continue;
        if (isListOf(list.title || title, base))
          return [...new Set(list.members.map((member) => this.#unlisted(unpadded(member.base))))];
      }
    }
    return [];
  }

  /** A name outside the fields. */
  #unlisted(text: string): Bearer {
    const found = resolve(this.#registry, text, this.#at);
    const unit = found.successor ?? found.unit;
    if (unit) return this.#recorded(unit);
    if (found.kind === 'group') return found.group ? this.#recorded(found.group) : this.#named(text, 'group');
    return this.#named(text, 'unit');
  }

  /** Who stands in the place of a unit on the notice's date. */
  #current(record: Unit | Group): Bearer {
    const { date } = this.#at;
    if (record.kind === 'group' || !date || !record.until || record.until >= date) return this.#recorded(record);
    const found = resolve(this.#registry, record.name, this.#at);
    return this.#recorded(found.successor ?? record);
  }

  #leaderOf(name: Name): Meaning {
    const found = resolveLeader(this.#registry, name, { date: this.#at.date });
    const itself = { bearer: this.#named(unpadded(takeApart(name.text).base), 'leader') };
    switch (found.kind) {
      case 'group':
        return meaning([{ bearer: this.#named(unpadded(name.text), 'group') }], 'no-one');
      case 'ambiguous':
        return meaning(
          [itself],
          'ambiguous',
          found.candidates!.map(({ name: candidate }) => candidate),
        );
      case 'unknown':
        return meaning([itself], this.#registry.leaders.length ? 'unknown' : undefined, found.nearest);
      default:
        return meaning([{ bearer: this.#leader(found.leader!) }], found.kind === 'not-valid' ? 'not-valid' : undefined);
    }
  }

  #readCharges(): Map<Bearer, readonly Bearer[]> {
    const charges = new Map<Bearer, Bearer[]>();
    const { date } = this.#at;
    const put = (bearer: Bearer, leader: Bearer): void => {
      const known = charges.get(bearer);
      if (!known) charges.set(bearer, [leader]);
      else if (!known.includes(leader)) known.push(leader);
    };
    for (const leader of this.#registry.leaders) {
      if (date && ((leader.since && leader.since > date) || (leader.until && leader.until < date))) continue;
      for (const mention of leader.references) {
        if (mention.role !== 'charge') continue;
        const target = this.#registry.targets.get(mention);
        const known = target?.kind === 'unit' || target?.kind === 'group';
        const bearer = known ? this.#current(target) : this.#unlisted(mention.text);
        put(bearer, this.#leader(leader));
        if (bearer.record?.kind === 'group')
          for (const member of this.#membersOf(bearer.record)) put(member, this.#leader(leader));
      }
    }
    return charges;
  }

  #leader(leader: Leader): Bearer {
    return this.#keep(leader, () => ({ kind: 'leader', name: leader.name, record: leader }));
  }

  #recorded(record: Unit | Group): Bearer {
    return this.#keep(record, () => ({ kind: record.kind, name: preferredName(record), record }));
  }

  /** A name that no registry knows, with what its list leaves out; under the short name that the notice gives it (以下简称). */
  #printed(name: Name): Bearer {
    const { base } = takeApart(this.counts.completed.get(name) ?? unpadded(name.text));
    const full = this.counts.aliases.get(base) ?? base;
    this.#short ??= new Map([...this.counts.aliases].map(([short, long]) => [nameKey(long), short]));
    return this.#named(full, 'unit', this.#short.get(nameKey(full)));
  }

  #named(text: string, kind: Bearer['kind'], name = text): Bearer {
    return this.#keep(`${kind} ${nameKey(text)}`, () => ({ kind, name }));
  }

  #keep(key: string | RegistryRecord, make: () => Bearer): Bearer {
    let bearer = this.#known.get(key);
    if (!bearer) {
      bearer = make();
      this.#known.set(key, bearer);
    }
    return bearer;
  }
}

function meaning(meant: readonly Meant[], doubt?: Uncertainty, others: readonly string[] = []): Meaning {
  return { meant, doubts: doubt ? [doubt] : [], others };
}

/** 林知远　县政府副县长: the list is one of persons. */
const OFFICER = /(?:主任|书记|[局县市区镇乡部委科院校所站处]长|常委|委员|主席)$/;
