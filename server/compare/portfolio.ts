/**
 * Who answers for what: the tasks of each unit and of each leader, in which capacity, and through which group. Every name
 * of every task comes to someone: who is unknown to the registry stands for himself and is listed as doubtful.
 */
import type { Name, Notice, Range, Task } from '../model/notice.ts';
import { speakingPlace } from '../registry/count.ts';
import { nameKey } from '../registry/names.ts';
import { EMPTY_REGISTRY, type Registry } from '../registry/registry.ts';
import { resolve, resolveLeader } from '../registry/resolve.ts';
import { similarUnits } from '../registry/similar.ts';
import { type Bearer, Bearers, type Meaning, type Uncertainty } from './bearers.ts';

export type { Bearer, Uncertainty } from './bearers.ts';

/**
 * In which capacity someone answers for a task. leader: named as its leader. charge: a leader whose portfolio (分管)
 * holds the unit that leads it. unit: 责任单位.
 */
export type Capacity = 'leader' | 'charge' | 'lead' | 'unit' | 'support';

/** From the heaviest. */
export const CAPACITIES: readonly Capacity[] = ['leader', 'lead', 'unit', 'support', 'charge'];

/** One name of a task that comes to someone. */
export interface Claim {
  readonly capacity: Capacity;
  readonly name: Name;
  /** The group that he answers through, as printed; of a charge, the unit. */
  readonly through?: string;
  /** The second name or inner office that he is named by. */
  readonly as?: string;
}

/** What someone has to do with a task. */
export interface Share {
  readonly task: Task;
  /** The heaviest first; those by name before those through a group. One at least. */
  readonly claims: readonly Claim[];
}

export interface Portfolio {
  readonly bearer: Bearer;
  /** In the order of the notice; each task once. */
  readonly shares: readonly Share[];
  /** How the notice names him, without padding. */
  readonly spellings: readonly string[];
}

/** A name of which something is not certain, with all tasks that it stands in. */
export interface Doubt {
  readonly why: Uncertainty;
  readonly role: 'unit' | 'leader';
  readonly name: string;
  /** Whom it may mean, or who stands in its place. */
  readonly others: readonly string[];
  /** 序号 */
  readonly tasks: readonly number[];
  /** Of the first one, absolute. */
  readonly range?: Range;
}

export interface Portfolios {
  /** In the registry's order; then those that it does not know, as the notice names them; groups last. */
  readonly units: readonly Portfolio[];
  readonly leaders: readonly Portfolio[];
  readonly doubts: readonly Doubt[];
  /** Names that are counted apart and may be one unit: from the one to the other. */
  readonly alike: readonly (readonly [string, string])[];
}

/** Reads who answers for what. Linear in the notice and in what it says. */
export function portfoliosOf(notice: Notice, registry: Registry = EMPTY_REGISTRY): Portfolios {
  const bearers = new Bearers(notice, registry);
  const ledger = new Ledger(bearers);
  for (const task of notice.tasks) ledger.enter(task);
  const { units, leaders } = ledger;
  const order = new Map(registry.records.map((record, index) => [record, index]));
  return {
    units: sorted(units, order),
    leaders: sorted(leaders, order),
    doubts: ledger.doubts,
    alike: alikeOf(units),
  };
}

/**
 * The unit, group or leader of a name, as the notice or the registry has it; undefined where no task is his.
 *
 * @param name of a unit: any of its names, with or without the prefix of its place
 */
export function portfolioNamed(
  { units, leaders }: Portfolios,
  name: string,
  { head }: Pick<Notice, 'head'>,
  registry: Registry = EMPTY_REGISTRY,
): Portfolio | undefined {
  const key = nameKey(name);
  const all = [...units, ...leaders];
  const isNamed = ({ bearer, spellings }: Portfolio): boolean =>
    nameKey(bearer.name) === key ||
    spellings.some((spelling) => nameKey(spelling) === key) ||
    (bearer.record?.names.some(({ text, role }) => role !== 'doubtful' && nameKey(text) === key) ?? false);
  const named = all.find(isNamed);
  if (named) return named;
  const { unit, group, successor } = resolve(registry, name, { place: speakingPlace(head) });
  const { leader } = resolveLeader(registry, name);
  return all.find(({ bearer: { record } }) => record && [unit, group, successor, leader].includes(record as never));
}

/** What tasks are counted as. group: named through a group alone, in whichever capacity. */
export type Count = Capacity | 'group';

export const COUNTS: readonly Count[] = ['leader', 'lead', 'unit', 'support', 'group', 'charge'];

/** Each task once: by its heaviest capacity, and with those through a group where nothing else names the bearer. */
export function countShares(shares: readonly Share[]): Record<Count, number> {
  const counts: Record<Count, number> = { leader: 0, lead: 0, unit: 0, support: 0, group: 0, charge: 0 };
  for (const { claims } of shares) counts[countOf(claims[0]!)]++;
  return counts;
}

function countOf({ capacity, through }: Claim): Count {
  return through && capacity !== 'charge' ? 'group' : capacity;
}

interface Draft {
  readonly bearer: Bearer;
  readonly shares: { readonly task: Task; readonly claims: Claim[] }[];
  readonly spellings: Set<string>;
}

class Ledger {
  readonly units = new Map<Bearer, Draft>();
  readonly leaders = new Map<Bearer, Draft>();
  readonly #bearers: Bearers;
  readonly #doubts = new Map<string, Doubt & { tasks: number[] }>();

  constructor(bearers: Bearers) {
    this.#bearers = bearers;
  }

  get doubts(): readonly Doubt[] {
    return [...this.#doubts.values()];
  }

  enter(task: Task): void {
    const { leaders, leadUnits, units, supportUnits } = task.duty;
    for (const name of leaders) {
      const meaning = this.#bearers.leaderOf(name);
      this.#doubt(task, name, meaning, 'leader');
      for (const { bearer } of meaning.meant) this.#put(this.leaders, bearer, task, { capacity: 'leader', name });
    }
    for (const name of leadUnits) this.#enterUnit(task, name, 'lead');
    for (const name of units) this.#enterUnit(task, name, 'unit');
    for (const name of supportUnits) this.#enterUnit(task, name, 'support');
    for (const name of leadUnits.length ? leadUnits : units.slice(0, 1)) this.#enterCharge(task, name);
  }

  #enterUnit(task: Task, name: Name, capacity: Capacity): void {
    const meaning = this.#bearers.unitsOf(name);
    this.#doubt(task, name, meaning, 'unit');
    for (const { bearer, through, as } of meaning.meant)
      this.#put(this.units, bearer, task, { capacity, name, ...(through && { through }), ...(as && { as }) });
  }

  /** A task that a unit leads concerns the leader of its portfolio, also where the notice names another one. */
  #enterCharge(task: Task, name: Name): void {
    const { meant, group } = this.#bearers.unitsOf(name);
    // A group is looked for as a whole: through its members the task would come to every leader.
    for (const bearer of group ? [group] : meant.map((one) => one.bearer)) {
      for (const leader of this.#bearers.inCharge(bearer)) {
        const last = this.leaders.get(leader)?.shares.at(-1);
        if (last?.task === task && last.claims.some(({ capacity }) => capacity === 'leader')) continue;
        this.#put(this.leaders, leader, task, { capacity: 'charge', name, through: name.base });
      }
    }
  }

  #put(drafts: Map<Bearer, Draft>, bearer: Bearer, task: Task, claim: Claim): void {
    let draft = drafts.get(bearer);
    if (!draft) {
      draft = { bearer, shares: [], spellings: new Set() };
      drafts.set(bearer, draft);
    }
    if (!claim.through) draft.spellings.add(claim.name.base);
    const last = draft.shares.at(-1);
    if (last?.task === task) last.claims.push(claim);
    else draft.shares.push({ task, claims: [claim] });
  }

  #doubt(task: Task, name: Name, { doubts, others }: Meaning, role: Doubt['role']): void {
    for (const why of doubts) {
      const printed = why === 'etc' ? name.text + name.etc : name.base;
      const key = `${role} ${why} ${printed}`;
      const known = this.#doubts.get(key);
      if (known) {
        if (known.tasks.at(-1) !== task.n) known.tasks.push(task.n);
        continue;
      }
      const range = this.#bearers.rangeOf(name);
      this.#doubts.set(key, { why, role, name: printed, others, tasks: [task.n], ...(range && { range }) });
    }
  }
}

function sorted(drafts: ReadonlyMap<Bearer, Draft>, order: ReadonlyMap<unknown, number>): Portfolio[] {
  const rank = ({ bearer }: Draft): number =>
    bearer.kind === 'group' ? order.size + 1 : (order.get(bearer.record) ?? order.size);
  return [...drafts.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ bearer, shares, spellings }) => ({
      bearer,
      shares: shares.map(({ task, claims }) => ({ task, claims: claims.sort((a, b) => weight(a) - weight(b)) })),
      spellings: [...spellings],
    }));
}

function weight({ capacity, through }: Claim): number {
  return CAPACITIES.indexOf(capacity) + (through ? CAPACITIES.length : 0);
}

/** Names that no registry brought together. */
function alikeOf(units: ReadonlyMap<Bearer, Draft>): [string, string][] {
  const unlisted = new Map<string, number>();
  for (const { bearer, shares } of units.values())
    if (bearer.kind === 'unit' && !bearer.record) unlisted.set(bearer.name, shares.length);
  if (unlisted.size < 2) return [];
  const pairs = new Map<string, [string, string]>();
  const certain = similarUnits(unlisted, { often: 1, times: 1 }).filter(({ certainty }) => certainty === 'certain');
  for (const { name, like } of [...certain, ...similarUnits(unlisted)]) {
    if (!pairs.has(`${like}\n${name}`)) pairs.set(`${name}\n${like}`, [name, like]);
  }
  return [...pairs.values()];
}
