/** Faults of how entries are numbered. */
import { type Draft, type Entry, entriesOf } from './draft.ts';
import { type Fault, mark, markNumber, sequence } from './fault.ts';
import { numbersOf } from './styles.ts';
import { han, numbered } from './words.ts';

const PLAIN = { table: false, tasks: 24 } as const;

/** Sets the numeral of an entry, its marks as they are. */
function setNumber(entry: Entry, value: number): void {
  entry.number = entry.number.replace(/\d+|[一二三四五六七八九十]+/, (old) =>
    /\d/.test(old) ? `${value}` : han(value),
  );
}

/** Breaks a sequence at a place that is neither its first nor its last. */
function inSequence(least: number, change: (list: Entry[], at: number) => void): Fault['put'] {
  return (draft, random) => {
    const list = sequence(draft, random, least);
    change(list, random.between(1, list.length - 2));
  };
}

/** Locks the numbers as they are. */
function lock(draft: Draft): void {
  draft.front = ['状态：已印发', `编号锁：${numbersOf(draft).join(' ')}`];
}

export const NUMBERING: readonly Fault[] = [
  {
    rule: 'numbering-gap',
    how: 'a number is left out',
    wishes: PLAIN,
    put: inSequence(4, (list, at) => {
      for (let later = at; later < list.length; later++) setNumber(list[later]!, later + 2);
      markNumber(list[at]!);
    }),
  },
  {
    rule: 'numbering-duplicate',
    how: 'a number stands twice, and the next ones go on from it',
    wishes: PLAIN,
    put: inSequence(4, (list, place) => {
      // Two 一、 might be that of the letter and that of the plan.
      const at = Math.max(2, place);
      for (let later = at; later < list.length; later++) setNumber(list[later]!, later);
      markNumber(list[at]!);
    }),
  },
  {
    rule: 'numbering-duplicate',
    how: 'a number stands for the next one',
    wishes: PLAIN,
    put: inSequence(5, (list, at) => {
      setNumber(list[at]!, at);
      markNumber(list[at]!);
    }),
  },
  {
    rule: 'numbering-out-of-order',
    how: 'two numbers are the wrong way round',
    wishes: PLAIN,
    put: inSequence(6, (list, at) => {
      const middle = Math.max(1, Math.min(at, list.length - 3));
      setNumber(list[middle]!, middle + 2);
      setNumber(list[middle + 1]!, middle + 1);
      markNumber(list[middle + 1]!);
    }),
  },
  {
    rule: 'numbering-out-of-order',
    how: 'a figure too many',
    wishes: PLAIN,
    styles: ['region', 'county'],
    put: inSequence(6, (list, at) => {
      setNumber(list[at]!, at + 31);
      markNumber(list[at]!);
    }),
  },
  {
    rule: 'level-skipped',
    how: 'a section without （一）',
    wishes: { ...PLAIN, tasks: 36 },
    styles: ['city'],
    put(draft) {
      const section = draft.plan.at(-1)!;
      section.children = numbered(
        section.children.flatMap(({ children }) =>
          children.flatMap((task) => (task.children.length ? task.children : task)),
        ),
        (value) => `${value}.`,
      );
      markNumber(section.children[0]!);
    },
  },
  {
    rule: 'level-order-wrong',
    how: '1. over （一） in a section',
    wishes: { ...PLAIN, tasks: 36 },
    styles: ['city'],
    put(draft, random) {
      const section = random.pick(draft.plan.slice(1));
      const [first] = section.children;
      if (section.children.length < 2) section.children.push({ ...first!, children: first!.children.splice(2) });
      section.children.forEach((heading, index) => {
        heading.number = `${index + 1}.`;
        heading.children.forEach((task, at) => {
          task.number = `（${han(at + 1)}）`;
        });
      });
      markNumber(section.children[0]!.children[0]!);
    },
  },
  {
    rule: 'number-style-mixed',
    how: 'half-width brackets',
    wishes: PLAIN,
    styles: ['monthly', 'county', 'city'],
    put(draft, random) {
      const entry = random.pick(entriesOf(draft.plan).filter(({ number }) => /^（[一二三四]）/.test(number)));
      entry.number = mark(entry.number.replace('（', '(').replace('）', ')'));
    },
  },
  {
    rule: 'number-mark-wrong',
    how: '1) for （1）, on a whole level',
    wishes: PLAIN,
    styles: ['region'],
    put(draft) {
      const tasks = entriesOf(draft.plan).filter(({ number }) => /^（\d+）$/.test(number));
      for (const task of tasks) task.number = task.number.replace(/^（(\d+)）$/, '$1)');
      markNumber(tasks[0]!);
    },
  },
  {
    rule: 'number-mark-wrong',
    how: '、 after （一）, on a whole level',
    wishes: PLAIN,
    styles: ['monthly', 'county', 'city'],
    put(draft) {
      const all = entriesOf(draft.plan).filter(({ number }) => /^（[一二三四五六七八九十]+）$/.test(number));
      for (const entry of all) entry.number += '、';
      markNumber(all[0]!);
    },
  },
  {
    rule: 'number-style-mixed',
    how: '、 for .',
    wishes: PLAIN,
    styles: ['region', 'county', 'city'],
    put(draft, random) {
      const entry = random.pick(entriesOf(draft.plan).filter(({ number }) => /^\d+\.$/.test(number)));
      entry.number = mark(entry.number.replace('.', '、'));
    },
  },
  {
    rule: 'number-locked',
    how: 'a task more than when it was issued',
    wishes: PLAIN,
    put(draft) {
      lock(draft);
      const list = lastList(draft);
      const last = structuredClone(list.at(-1)!);
      last.text = '新建望江塔步道6公里';
      setNumber(last, Number(/\d+/.exec(last.number)?.[0] ?? list.length) + 1);
      markNumber(last);
      list.push(last);
    },
  },
  {
    rule: 'number-locked',
    how: 'a number is another one',
    wishes: PLAIN,
    also: ['numbering-gap', 'numbering-out-of-order'],
    put(draft) {
      lock(draft);
      const last = lastList(draft).at(-1)!;
      setNumber(last, 99);
      markNumber(last);
    },
  },
];

/** The list with the last entry of the plan in it. */
function lastList(draft: Draft): Entry[] {
  let list = draft.plan;
  while (list.at(-1)!.children.length) list = list.at(-1)!.children;
  return list;
}
