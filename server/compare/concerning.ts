/** What changed for one unit or one leader: what came to him, what went, and what changed of what he answers for. */
import type { Name, Notice, Task } from '../model/notice.ts';
import { nameKey, takeApart } from '../registry/names.ts';
import { EMPTY_REGISTRY, type Registry, type RegistryRecord } from '../registry/registry.ts';
import { resolve, resolveLeader } from '../registry/resolve.ts';
import { Bearers, type Meaning } from './bearers.ts';
import type { Capacity, Change, Changes, Share, Side, TaskChange } from './change.ts';

export interface Whom {
  /** As a notice or the registry names him. */
  readonly name: string;
  readonly kind: 'unit' | 'leader';
}

/** @returns undefined where neither notice names him, nor a group that he is in */
export function changesFor(
  whom: Whom,
  changes: Changes,
  [one, other]: readonly [Notice, Notice],
  registry: Registry = EMPTY_REGISTRY,
): Changes | undefined {
  const [before, after] = [new Shares(one, registry, whom), new Shares(other, registry, whom)];
  if (!before.hasAny() && !after.hasAny()) return undefined;
  const tasks = changes.tasks.flatMap((change): TaskChange[] => {
    const share = { ...before.of(change.before, 'before'), ...after.of(change.after, 'after') };
    if (!share.before && !share.after) return [];
    const own = change.changes.filter((each) => concerns(each, share));
    return own.length ? [{ ...change, changes: own, share }] : [];
  });
  return {
    ...changes,
    of: whom.name,
    head: [],
    sections: [],
    paragraphs: [],
    respelt: [],
    movedUp: 0,
    withYear: 0,
    tasks,
    count: { before: before.count(), after: after.count() },
  };
}

/** Who else supports a task concerns who leads it, and not those who support it too. */
function concerns({ kind }: Change, { before, after }: Share): boolean {
  return kind !== 'support' || before !== after || before !== 'support';
}

const LISTS: readonly (readonly [Capacity, (task: Task) => readonly Name[]])[] = [
  ['leader', ({ duty }) => duty.leaders],
  ['lead', ({ duty }) => duty.leadUnits],
  ['unit', ({ duty }) => duty.units],
  ['support', ({ duty }) => duty.supportUnits],
];

class Shares {
  readonly #notice: Notice;
  readonly #bearers: Bearers;
  readonly #whom: Whom;
  readonly #key: string;
  readonly #record: RegistryRecord | undefined;

  constructor(notice: Notice, registry: Registry, whom: Whom) {
    this.#notice = notice;
    this.#bearers = new Bearers(notice, registry);
    this.#whom = whom;
    this.#key = nameKey(whom.name);
    const date = notice.head.date;
    if (whom.kind === 'leader') this.#record = resolveLeader(registry, whom.name, { date }).leader;
    else {
      const found = resolve(registry, whom.name, { date });
      this.#record = found.successor ?? found.unit ?? found.group;
    }
  }

  hasAny(): boolean {
    return this.#notice.tasks.some((task) => this.#shareIn(task));
  }

  /** Tasks that he answers for. */
  count(): number {
    return this.#notice.tasks.filter((task) => this.#shareIn(task)).length;
  }

  /** The heaviest of several tasks. */
  of(sides: readonly Side[], when: 'before' | 'after'): Share {
    const shares = sides.flatMap(({ n }) => this.#shareIn(this.#notice.tasks[n - 1]!) ?? []);
    for (const [capacity] of LISTS) {
      const share = shares.find((each) => each.capacity === capacity);
      if (share) return { [when]: capacity, ...(share.through && { through: share.through }) };
    }
    return {};
  }

  #shareIn(task: Task): { readonly capacity: Capacity; readonly through?: string } | undefined {
    for (const [capacity, listOf] of LISTS) {
      if ((capacity === 'leader') !== (this.#whom.kind === 'leader')) continue;
      for (const name of listOf(task)) {
        const meaning = capacity === 'leader' ? this.#bearers.leaderOf(name) : this.#bearers.unitsOf(name);
        if (nameKey(name.text) === this.#key || nameKey(takeApart(name.text).base) === this.#key) return { capacity };
        const found = this.#find(meaning);
        if (found) return { capacity, ...(found.through && { through: found.through }) };
      }
    }
    return undefined;
  }

  #find({ meant, group }: Meaning): { readonly through?: string } | undefined {
    const isHe = ({ name, record }: { name: string; record?: RegistryRecord }): boolean =>
      (record !== undefined && record === this.#record) || nameKey(name) === this.#key;
    if (group && isHe(group)) return {};
    return meant.find(({ bearer }) => isHe(bearer));
  }
}
