/** Faults of what adds up: totals, the same task twice, the table against the text. */
import { type Draft, type Entry, fieldOf, type Table, tasksOf } from './draft.ts';
import { anyTask, type Fault, hasList, LED, LINES, mark, markNumber, namesOf } from './fault.ts';
import type { Random } from './random.ts';
import { LEADERS } from './vocabulary.ts';

const PLAIN = { table: false, total: true } as const;
const TABLE = { table: true, deadlines: true, tasks: 12 } as const;

interface Row {
  readonly table: Table;
  readonly cells: string[];
  readonly task: Entry;
  readonly draft: Draft;
  readonly random: Random;
}

/** Changes any row for whose task the test holds. */
function inRow(change: (row: Row) => void, test: (task: Entry) => boolean = () => true): Fault['put'] {
  return (draft, random) => {
    const table = draft.annexes.at(-1)!.table!;
    const tasks = tasksOf(draft);
    const task = anyTask(draft, random, test);
    change({ table, cells: table.rows[tasks.indexOf(task)]!, task, draft, random });
  };
}

/** Changes the cell of a column in any row. */
function inColumn(
  header: string,
  change: (cell: string, row: Row) => string,
  test?: (task: Entry) => boolean,
): Fault['put'] {
  return inRow((row) => {
    const column = row.table.header.indexOf(header);
    row.cells[column] = change(row.cells[column]!, row);
  }, test);
}

const hasNumber = ({ text }: Entry): boolean => /\d/.test(text) && !/一是|%/.test(text);
const isShort = ({ text }: Entry): boolean => !/[，（；]/.test(text);

export const TABLES: readonly Fault[] = [
  {
    rule: 'total-mismatch',
    how: 'more tasks are promised than there are',
    wishes: PLAIN,
    put(draft) {
      draft.total = draft.total.replace(/共(\d+)项/, (_, total) => `共${mark(String(Number(total) + 1))}项`);
    },
  },
  {
    rule: 'total-mismatch',
    how: 'more parts are promised than there are',
    wishes: PLAIN,
    styles: ['region', 'county', 'city'],
    put(draft) {
      draft.total = draft.total.replace(/合计(\d+)个/, (_, total) => `合计${mark(String(Number(total) + 7))}个`);
    },
  },
  {
    rule: 'total-mismatch',
    how: 'the letter speaks of more requests than it makes',
    wishes: { table: false },
    put(draft) {
      draft.letter.push(
        `现提出以下${mark('三')}点要求：`,
        '一、提高思想认识。各级各部门要把任务抓在手上。',
        '二、加强督查考核。督查室按季通报进度。',
      );
    },
  },
  {
    rule: 'task-duplicated',
    how: 'a task stands again in the manner of a reminder',
    wishes: { table: false, deadlines: false },
    put: twice('新建望江塔沿岸生态步道16公里', '加快新建望江塔沿岸生态步道16公里', (task, first) => {
      task.fields = structuredClone(first.fields);
    }),
  },
  {
    rule: 'task-owner-contradictory',
    how: 'a task stands again, and another unit leads',
    wishes: { table: false, deadlines: false },
    put(draft, random) {
      const [first, second] = random
        .some(tasksOf(draft), 2)
        .sort((a, b) => tasksOf(draft).indexOf(a) - tasksOf(draft).indexOf(b));
      first!.text = '新建望江塔沿岸生态步道16公里';
      second!.text = first!.text;
      const role = fieldOf(first!, 'lead') ? 'lead' : 'unit';
      fieldOf(first!, role)!.value = `${draft.level}水利局`;
      fieldOf(second!, role)!.value = mark(`${draft.level}林业局`);
      for (const [task, unit] of [
        [first!, '财政局'],
        [second!, '审计局'],
      ] as const)
        if (role === 'lead') (fieldOf(task, 'support') ?? fieldOf(task, 'unit'))!.value = draft.level + unit;
    },
  },
  {
    rule: 'table-text-differs',
    how: 'a word is another',
    wishes: TABLE,
    put: inColumn('主要任务', (_, { task }) => {
      task.text = '改造望江塔沿岸生态步道16公里';
      return `改造望江塔沿岸${mark('石板')}步道16公里`;
    }),
  },
  {
    rule: 'table-text-differs',
    how: 'a clause more',
    wishes: TABLE,
    put: inColumn('主要任务', (cell) => `${cell}，${mark('强化日常管护')}`, isShort),
  },
  {
    rule: 'table-target-differs',
    how: 'a number is another',
    wishes: TABLE,
    put: inColumn(
      '主要任务',
      (cell) => cell.replace(/\d+/, (number) => mark(String(Number(number) + 3))),
      (task) => hasNumber(task) && !/\./.test(task.text),
    ),
  },
  {
    rule: 'table-deadline-differs',
    how: 'another day',
    wishes: TABLE,
    put: inColumn('完成时限', (_, { draft }) => mark(draft.style === 'monthly' ? '9月28日前' : '2026年8月底前')),
  },
  {
    rule: 'table-deadline-differs',
    how: 'no day at all',
    wishes: TABLE,
    put: inColumn('完成时限', () => mark('持续推进')),
  },
  {
    rule: 'table-leader-differs',
    how: 'another leader',
    wishes: TABLE,
    styles: LED,
    put: inColumn('牵头领导', (cell) => mark(LEADERS.find(({ name }) => name !== cell)!.name)),
  },
  {
    rule: 'table-lead-differs',
    how: 'another unit leads',
    wishes: TABLE,
    styles: LED,
    put: inColumn(
      '牵头单位',
      (_, { draft }) => mark(`${draft.level}总工会`),
      (task) => namesOf(fieldOf(task, 'lead')!).length === 1,
    ),
  },
  {
    rule: 'table-lead-differs',
    how: 'one of the responsible units is another',
    wishes: TABLE,
    styles: ['county'],
    put: inColumn('责任单位', (cell) => `${cell}、${mark('国资中心')}`, hasList),
  },
  {
    rule: 'table-support-differs',
    how: 'a supporting unit more',
    wishes: TABLE,
    styles: LINES,
    put: inColumn('配合单位', (cell, { draft }) => `${cell}、${mark(`${draft.level}国资中心`)}`, hasList),
  },
  {
    rule: 'table-unit-variant',
    how: 'a unit has another name in the table',
    wishes: TABLE,
    styles: LED,
    put(draft, random) {
      const table = draft.annexes.at(-1)!.table!;
      const column = table.header.indexOf('牵头单位');
      const name = `${draft.level}园林绿化中心`;
      const chosen = random.some(
        tasksOf(draft).map((_, index) => index),
        4,
      );
      for (const index of chosen) {
        fieldOf(tasksOf(draft)[index]!, 'lead')!.value = name;
        table.rows[index]![column] = name;
      }
      table.rows[chosen[0]!]![column] = mark(`${draft.level}园林和绿化中心`);
    },
  },
  {
    rule: 'table-row-missing',
    how: 'the table lacks a task',
    wishes: TABLE,
    put(draft, random) {
      const table = draft.annexes.at(-1)!.table!;
      const tasks = tasksOf(draft);
      const at = random.pick(tasks.flatMap(({ number }, index) => (number && index ? [index] : [])));
      markNumber(tasks[at]!);
      table.rows.splice(at, 1);
      for (const [index, row] of table.rows.entries()) row[0] = String(index + 1);
    },
  },
  {
    rule: 'table-row-missing',
    how: 'the table has a task that the text has not',
    wishes: TABLE,
    put(draft) {
      const table = draft.annexes.at(-1)!.table!;
      const [last] = table.rows.slice(-1);
      table.rows.push([String(table.rows.length + 1), mark('复建望江塔古渡口码头'), ...last!.slice(2)]);
    },
  },
  {
    rule: 'table-serial-wrong',
    how: 'a serial number is left out',
    wishes: TABLE,
    put(draft, random) {
      const { rows } = draft.annexes.at(-1)!.table!;
      const at = random.between(2, rows.length - 2);
      for (const row of rows.slice(at)) row[0] = String(Number(row[0]) + 1);
      rows[at]![0] = mark(rows[at]![0]!);
    },
  },
  {
    rule: 'table-serial-wrong',
    how: 'a serial number stands twice',
    wishes: TABLE,
    put: inRow(({ cells, table }) => {
      const at = Math.max(1, table.rows.indexOf(cells));
      table.rows[at]![0] = mark(String(at));
    }),
  },
];

/** Two tasks of the notice say nearly the same; the second one is found. */
function twice(text: string, again: string, change: (second: Entry, first: Entry) => void): Fault['put'] {
  return (draft, random) => {
    const tasks = tasksOf(draft);
    const at = random.between(0, tasks.length - 2);
    const [first, second] = [tasks[at]!, tasks[random.between(at + 1, tasks.length - 1)]!];
    first.text = text;
    second.text = again;
    change(second, first);
    second.text = `«${second.text}`;
    second.end = '。»';
  };
}
