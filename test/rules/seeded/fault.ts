/** Ways to break a clean notice, and the words to say them in. */
import { type Draft, type Entry, entriesOf, type Field, fieldOf, type StyleName, tasksOf } from './draft.ts';
import type { Random } from './random.ts';
import type { Wishes } from './styles.ts';

/** One way to break a notice: the rule that owns it finds what is between « and », exactly. */
export interface Fault {
  readonly rule: string;
  readonly how: string;
  /** Where it can be; everywhere where nothing is said. */
  readonly styles?: readonly StyleName[];
  readonly wishes?: Wishes;
  /** Rules that may have something to say of it as well, and why they are right to. */
  readonly also?: readonly string[];
  put(draft: Draft, random: Random): void;
}

export const LINES: readonly StyleName[] = ['region', 'city'];
export const BRACKETS: readonly StyleName[] = ['monthly', 'county'];
/** Styles that say who leads. */
export const LED: readonly StyleName[] = ['monthly', 'region', 'city'];

/** Any task. */
export function anyTask(draft: Draft, random: Random, test: (task: Entry) => boolean = () => true): Entry {
  return random.pick(tasksOf(draft).filter(test));
}

/** What of a style numbers on through the whole notice; the rest begins anew under each heading. */
const RUNNING: Readonly<Partial<Record<StyleName, readonly RegExp[]>>> = {
  region: [/^\d+\.$/, /^（\d+）$/],
  county: [/^\d+\.$/],
};

/** Entries that number on from each other: 1. 2. 3. under one heading, or all over. */
export function sequences(draft: Draft): Entry[][] {
  const running = RUNNING[draft.style] ?? [];
  const all = entriesOf(draft.plan);
  const own = [draft.plan, ...all.map(({ children }) => children)].filter(
    ([first]) => first?.number && !running.some((style) => style.test(first.number)),
  );
  return [...own, ...running.map((style) => all.filter(({ number }) => style.test(number)))];
}

/** Entries that number on from each other, at least so many, or as many as there are. */
export function sequence(draft: Draft, random: Random, least: number): Entry[] {
  const all = sequences(draft);
  const enough = Math.min(least, Math.max(...all.map(({ length }) => length)));
  return random.pick(all.filter((list) => list.length >= enough));
}

/** The names of a field, without what follows the last ，. */
export function namesOf({ value }: Field): string[] {
  return value.split(/[、，]/);
}

export function mark(text: string): string {
  return `«${text}»`;
}

/** Marks the number of an entry. */
export function markNumber(entry: Entry): void {
  entry.number = mark(entry.number);
}

/** Where supporting or responsible units stand. */
export function listOf(entry: Entry): Field {
  return fieldOf(entry, 'support') ?? fieldOf(entry, 'unit')!;
}

/** A list that names units, more than one, and no group. */
export function hasList(entry: Entry): boolean {
  const field = fieldOf(entry, 'support') ?? fieldOf(entry, 'unit');
  return field !== undefined && !/各|成员|直有/.test(field.value) && namesOf(field).length >= 2;
}

/** Two styles each, in turn. */
const IN_TURN: readonly (readonly StyleName[])[] = [
  ['monthly', 'city'],
  ['region', 'county'],
];

/** Faults that are a clause at the end of what a task says. */
export function clauses(rule: string, ...texts: readonly (string | readonly [string, Partial<Fault>])[]): Fault[] {
  return texts.map((entry, index) => {
    const [text, more] = typeof entry === 'string' ? [entry, {}] : entry;
    return {
      rule,
      how: `…，${text}。`,
      styles: IN_TURN[index % 2]!,
      wishes: { table: false, deadlines: false },
      put: (draft, random) => {
        anyTask(draft, random).text += `，${text}`;
      },
      ...more,
    };
  });
}

/** Faults that are all that a task says. */
export function texts(rule: string, ...whole: readonly (string | readonly [string, Partial<Fault>])[]): Fault[] {
  return whole.map((entry) => {
    const [text, more] = typeof entry === 'string' ? [entry, {}] : entry;
    return {
      rule,
      how: text,
      wishes: { table: false, deadlines: false },
      put: (draft, random) => {
        anyTask(draft, random).text = text;
      },
      ...more,
    };
  });
}

/** Replaces a role's value in any task, with the marks in it. */
export function put(role: Field['role'], value: (draft: Draft, field: Field, task: Entry) => string): Fault['put'] {
  return (draft, random) => {
    const task = anyTask(draft, random, (entry) => fieldOf(entry, role) !== undefined);
    const field = fieldOf(task, role)!;
    field.value = value(draft, field, task);
  };
}
