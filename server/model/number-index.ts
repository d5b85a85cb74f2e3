/** The numbers of a notice, by value and by level, for who looks one up. */
import type { Entry, Notice, NumberLabel } from './notice.ts';

export type Numbered = Entry & { readonly number: NumberLabel };

interface Level {
  entries: number;
  tasks: number;
}

/** Entries by the number that they bear. */
export class Index {
  readonly #byValue = new Map<number, Numbered[]>();
  #byParent: Map<Entry | undefined, Map<number, Numbered[]>> | undefined;
  readonly #all: readonly (readonly [Numbered, number])[];

  constructor(all: readonly (readonly [Numbered, number])[]) {
    this.#all = all;
    for (const [entry, value] of all) push(this.#byValue, value, entry);
  }

  at(value: number): readonly Numbered[] {
    return this.#byValue.get(value) ?? [];
  }

  under(parent: Entry | undefined, value: number): readonly Numbered[] {
    if (!this.#byParent) {
      this.#byParent = new Map();
      for (const [entry, number] of this.#all) {
        let children = this.#byParent.get(entry.parent);
        if (!children) this.#byParent.set(entry.parent, (children = new Map()));
        push(children, number, entry);
      }
    }
    return this.#byParent.get(parent)?.get(value) ?? [];
  }
}

function push<Key>(map: Map<Key, Numbered[]>, key: Key, entry: Numbered): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

/** What references are looked up in. */
export interface Ground {
  readonly index: Index;
  /** By context and style: how many entries, and how many of them are tasks. */
  readonly levels: ReadonlyMap<string, Level>;
  /** By context: the words of 第一部分, 第三条, 任务一 that it numbers with. */
  readonly words: ReadonlyMap<number, ReadonlySet<string>>;
  /** Contexts with tasks. */
  readonly tasked: ReadonlySet<number>;
  /** The context of each annex, by its number; 0 for 附件 alone. */
  readonly annexes: ReadonlyMap<number, number>;
}

const grounds = new WeakMap<Notice, Ground>();

export function groundOf(notice: Notice): Ground {
  let ground = grounds.get(notice);
  if (!ground) grounds.set(notice, (ground = survey(notice)));
  return ground;
}

function survey({ entries, annexes, items }: Notice): Ground {
  const levels = new Map<string, Level>();
  const words = new Map<number, Set<string>>();
  const tasked = new Set<number>();
  const all: [Numbered, number][] = [];
  for (const entry of entries) {
    if (!entry.number) continue;
    const { style, value, text } = entry.number;
    all.push([entry as Numbered, value]);
    const key = `${entry.context} ${style}`;
    const level = levels.get(key) ?? { entries: 0, tasks: 0 };
    levels.set(key, level);
    level.entries++;
    if (entry.task) {
      level.tasks++;
      tasked.add(entry.context);
    }
    const word = style === 'part' || style === 'article' ? wordOf(text) : undefined;
    if (!word) continue;
    const known = words.get(entry.context) ?? new Set();
    words.set(entry.context, known.add(word));
  }
  const contexts = new Map<number, number>();
  annexes.forEach(({ part }, index) => {
    const number = Number(/\d+/.exec(items[part]?.text ?? '')?.[0] ?? 0);
    // Contexts: 0 the letter, 1 the plan, then the annexes.
    if (!contexts.has(number)) contexts.set(number, index + 2);
  });
  return { index: new Index(all), levels, words, tasked, annexes: contexts };
}

/** The word of 第一部分, 第三条, 任务一. */
export function wordOf(text: string): string | undefined {
  return /部分|方面|任务|[章节篇条项款]/.exec(text)?.[0];
}
