/** Who is named in notices, and how often: the names of their duties, with what their lists leave out put back. */

import { isOpenGroup } from '../model/groups.ts';
import type { Head, Name, Notice } from '../model/notice.ts';
import { prefixOf } from './anatomy.ts';
import { continuesGroup } from './kinds.ts';
import { resolveLeader } from './leaders.ts';
import { nameKey, takeApart, unpadded } from './names.ts';
import { EMPTY_REGISTRY } from './registry.ts';

/** What is needed of a notice. */
export type Counted = Pick<Notice, 'head' | 'tasks'> & Partial<Pick<Notice, 'annexes'>>;

export interface SpeakingPlace {
  /** 云溪县; undefined where no issuer or title says it. */
  readonly name?: string;
  /** 县 */
  readonly prefix: string;
}

export interface LeaderUse {
  readonly count: number;
  /** The lead units of his tasks, each with how often. */
  readonly units: ReadonlyMap<string, number>;
}

/** All maps are in the order of first mention. */
export interface NameCounts {
  /** As printed, completed where a list says the prefix once: 县商务局 of 县财政局、商务局. */
  readonly units: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
  readonly leaders: ReadonlyMap<string, LeaderUse>;
  /** Each name of a unit as it would stand alone: what it counts as in `units`. */
  readonly completed: ReadonlyMap<Name, string>;
  /** Short name → full name, by 以下简称. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The places that speak in the notices, each once. */
  readonly places: readonly SpeakingPlace[];
}

interface Lists {
  readonly units: readonly (readonly Name[])[];
  readonly leaders: readonly { readonly names: readonly Name[]; readonly leads: readonly Name[] }[];
}

/**
 * Counts the names in the duties of notices. A name that a heading passes on to its tasks counts once. Linear.
 *
 * @param place where it is known: else the issuer and the names tell
 */
export function countNames(notices: readonly Counted[], place?: SpeakingPlace): NameCounts {
  const lists = notices.map(listsOf);
  const usual = place ?? findPlace(notices, lists);
  const speaking = notices.map((notice, i) => place ?? findPlace([notice], [lists[i]!]) ?? usual);
  const places = distinct(speaking, usual);
  const units = new Map<string, number>();
  const groups = new Map<string, number>();
  const aliases = new Map<string, string>();
  const completed = new Map<Name, string>();
  lists.forEach(({ units: ofNotice }, i) => {
    const completion = new Completion(ofNotice, speaking[i]);
    const qualified = qualifier(speaking[i], places);
    for (const list of ofNotice) {
      list.forEach((name, index) => {
        const text = unpadded(name.text);
        const { alias, aliased } = takeApart(text);
        if (alias && aliased) aliases.set(alias, aliased);
        if (isGroup(name)) {
          add(groups, text);
          return;
        }
        const before = list.slice(Math.max(0, index - KINDS), index).map((other) => other.text);
        if (continuesGroup(text, before)) return;
        const whole = completion.name(list, index);
        completed.set(name, whole);
        add(units, qualified(whole));
      });
    }
  });
  return { units, groups, leaders: countLeaders(lists), completed, aliases, places };
}

/** Places with a name, each once; where none has one, the usual prefix. */
function distinct(speaking: readonly (SpeakingPlace | undefined)[], usual: SpeakingPlace | undefined): SpeakingPlace[] {
  const named = new Map<string, SpeakingPlace>();
  for (const place of speaking) if (place?.name) named.set(place.name, place);
  if (named.size || !usual) return [...named.values()];
  return [usual];
}

/** Where two counties speak, 县财政局 of the one is not that of the other: 云溪县财政局. */
function qualifier(place: SpeakingPlace | undefined, places: readonly SpeakingPlace[]): (name: string) => string {
  const { name: placeName, prefix } = place ?? { prefix: '' };
  if (!placeName || places.filter((other) => other.prefix === prefix).length < 2) return (name) => name;
  return (name) => (prefixOf(nameKey(name)) === prefix ? placeName + name.slice(prefix.length) : name);
}

/** The lists of names of a notice, each once: what a heading passes on to its tasks is the same list. */
function listsOf({ tasks, annexes = [] }: Counted): Lists {
  const seen = new Set<Name>();
  const fresh = (names: readonly Name[]): readonly Name[] => {
    const rest = names.filter((name) => !seen.has(name));
    for (const name of rest) seen.add(name);
    return rest;
  };
  const units: (readonly Name[])[] = [];
  const leaders: Lists['leaders'][number][] = [];
  for (const { duty } of tasks) {
    for (const names of [duty.leadUnits, duty.supportUnits, duty.units]) {
      const list = fresh(names);
      if (list.length) units.push(list);
    }
    if (duty.leaders.length) leaders.push({ names: fresh(duty.leaders), leads: duty.leadUnits });
  }
  for (const { members } of annexes.flatMap(({ lists }) => lists))
    if (members.length && !members.some(isOfficer)) units.push(members);
  return { units, leaders };
}

/** 林知远　县政府副县长: the list is one of persons. */
function isOfficer({ base }: Name): boolean {
  return /(?:主任|书记|[局县市区镇乡部科院校所站]长|常委|委员|主席)$/.test(base);
}

function isGroup(name: Name): boolean {
  return name.group || name.annex || isOpenGroup(name.text);
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function countLeaders(lists: readonly Lists[]): Map<string, LeaderUse> {
  const leaders = new Map<string, { count: number; units: Map<string, number> }>();
  for (const { names, leads } of lists.flatMap((list) => list.leaders)) {
    for (const name of names) {
      const text = unpadded(name.base);
      if (resolveLeader(EMPTY_REGISTRY, text).kind === 'group') continue;
      const use = leaders.get(text) ?? { count: 0, units: new Map() };
      use.count++;
      for (const lead of leads) if (!isGroup(lead)) add(use.units, unpadded(lead.base));
      leaders.set(text, use);
    }
  }
  return leaders;
}

/** So many kinds of places may follow one 各. */
const KINDS = 6;

/** Kinds of units that lists name without the prefix said before; a town, a bank or a company has a name of its own. */
const OF_PLACE = /^(?!团.委).*(?:[局委办厅]|中心|指挥部|工会|残联|妇联)$/;

/** So many names before are looked at: a long list says the prefix once at its start. */
const MOST_BEFORE = 100;

/** Puts back the prefix that a list says once, in the lists of one notice. */
class Completion {
  readonly #prefix: string;
  readonly #place: string | undefined;
  readonly #explicit = new Set<string>();
  /** Names that stand without a prefix where none was said before: they have none. */
  readonly #alone = new Set<string>();
  /** The notice leaves prefixes out. Where it says them every time, a name without one is a slip, not a habit. */
  #habit = false;

  constructor(lists: readonly (readonly Name[])[], place: SpeakingPlace | undefined) {
    this.#prefix = place?.prefix ?? '';
    this.#place = place?.name;
    if (!this.#prefix) return;
    let bare = 0;
    let prefixed = 0;
    for (const list of lists) {
      let said = false;
      for (const name of list) {
        const key = nameKey(name.base);
        if (this.#isPrefixed(key)) {
          if (said) prefixed++;
          said = true;
          this.#explicit.add(key);
        } else if (!said) this.#alone.add(key);
        else if (OF_PLACE.test(key)) bare++;
      }
    }
    this.#habit = bare * 4 > prefixed;
  }

  #isPrefixed(key: string): boolean {
    return prefixOf(key) === this.#prefix || (this.#place !== undefined && key.startsWith(this.#place));
  }

  /** The name as it would stand alone. */
  name(list: readonly Name[], index: number): string {
    const name = list[index]!;
    const text = unpadded(name.text);
    const key = nameKey(name.base);
    if (!this.#habit || prefixOf(key) || this.#isPrefixed(key)) return text;
    const known = this.#explicit.has(this.#prefix + key);
    if (!known && (this.#alone.has(key) || !OF_PLACE.test(key))) return text;
    const before = list.slice(Math.max(0, index - MOST_BEFORE), index);
    const said = before.some((other) => this.#isPrefixed(nameKey(other.base)));
    return said ? this.#prefix + text : text;
  }
}

/** The place that speaks: its prefix is what most names begin with, its name is the issuer's. */
function findPlace(notices: readonly Counted[], lists: readonly Lists[]): SpeakingPlace | undefined {
  const prefixes = new Map<string, number>();
  let names = 0;
  for (const list of lists.flatMap(({ units }) => units)) {
    for (const name of list) {
      const prefix = prefixOf(nameKey(name.base));
      if (isGroup(name)) continue;
      names++;
      if (prefix) add(prefixes, prefix);
    }
  }
  const [prefix, count] = [...prefixes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (!prefix || count * 10 < names) return undefined;
  for (const { head } of notices) {
    const name = speakingPlace(head);
    if (name?.endsWith(prefix)) return { name, prefix };
  }
  return { prefix };
}

/**
 * The place that speaks in a notice, as its issuer or else its title says: 云溪县. What `resolve` takes as `place`.
 *
 * @returns undefined where neither says one: 国务院, 教育部
 */
export function speakingPlace(head: Pick<Head, 'issuer' | 'title'>): string | undefined {
  return placeIn(head.issuer?.text ?? '') ?? placeIn(head.title?.text ?? '');
}

/** What an issuer calls itself, up to the word for its kind. */
const BEFORE_KIND =
  /^(?:中共)?([\u4e00-\u9fff]{2,20}?(?:自治[州县旗]|[省市县区州旗盟镇乡]))(?:人民政府|委|政府|党|管|工|纪|关于|\d)/;

/** 云溪县 of 临澜市云溪县人民政府办公室, or of 中共云溪县委. */
function placeIn(text: string): string | undefined {
  const places = BEFORE_KIND.exec(unpadded(text).replace(/^关于(?:印发|下发|做好|分解|落实)?[《〈“]?/, ''))?.[1];
  // The last of them, where what is left is a name: 市 of 新市区 ends no place.
  return places?.replace(/^.*[省市州盟县区旗](?=[\u4e00-\u9fff]{2,}$)/, '');
}
