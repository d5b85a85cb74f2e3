/** Faults of the names of units and of lists of them. */
import { type Draft, type Field, fieldOf, tasksOf } from './draft.ts';
import { anyTask, type Fault, hasList, LED, LINES, listOf, mark, namesOf, put } from './fault.ts';

const PLAIN = { table: false } as const;
const MANY = { table: false, tasks: 16 } as const;
const KNOWN = { table: false, registry: true } as const;

/** Changes a list of units, more than one, in any task. */
function putList(change: (draft: Draft, names: string[], field: Field) => string): Fault['put'] {
  return (draft, random) => {
    const field = listOf(anyTask(draft, random, hasList));
    field.value = change(draft, namesOf(field), field);
  };
}

/** Adds a name to a list of units. */
function add(name: (draft: Draft) => string): Fault['put'] {
  return putList((draft, _, { value }) => `${value}、${name(draft)}`);
}

/** Several tasks name a unit in one way, one of them in another. */
function variant(usual: string, other: (level: string) => string): Fault['put'] {
  return (draft, random) => {
    const [first, ...others] = random.some(tasksOf(draft), 6);
    for (const task of others) listOf(task).value = `${draft.level}${usual}`;
    listOf(first!).value = other(draft.level);
  };
}

/** A unit as it stands in a list after others: some styles say 县 only once. */
function next({ style, level }: Draft, unit: string): string {
  return style === 'county' ? unit : level + unit;
}

export const UNIT_FAULTS: readonly Fault[] = [
  {
    rule: 'unit-unknown',
    how: 'one character is another',
    wishes: KNOWN,
    put: add((draft) => mark(next(draft, '商物局'))),
  },
  {
    rule: 'unit-unknown',
    how: 'the registry has no such unit',
    wishes: KNOWN,
    put: add((draft) => mark(next(draft, '海洋渔业局'))),
  },
  {
    rule: 'unit-variant',
    how: 'a name with 和',
    wishes: MANY,
    styles: LINES,
    put: variant('园林绿化中心', (level) => mark(`${level}园林和绿化中心`)),
  },
  {
    rule: 'unit-variant',
    how: 'a name without 和',
    wishes: MANY,
    put: variant('园林和绿化中心', (level) => mark(`${level}园林绿化中心`)),
  },
  {
    rule: 'unit-variant',
    how: 'a form that the registry is not sure of',
    wishes: KNOWN,
    styles: LED,
    put: add((draft) => mark(next(draft, '住建局'))),
  },
  {
    rule: 'unit-not-valid',
    how: 'a unit that is gone',
    wishes: KNOWN,
    put: add((draft) => mark(next(draft, '扶贫局'))),
  },
  {
    rule: 'unit-not-valid',
    how: 'a unit that is to come',
    wishes: KNOWN,
    put: add((draft) => mark(next(draft, '低空经济中心'))),
  },
  {
    rule: 'unit-level-wrong',
    how: 'a unit of another level',
    wishes: MANY,
    put: variant('体育中心', (level) => `${mark(other(level))}体育中心`),
  },
  {
    rule: 'unit-level-wrong',
    how: 'a unit of another level, with a registry',
    wishes: KNOWN,
    styles: LED,
    put: add(({ level }) => `${mark(other(level))}林业局`),
  },
  {
    rule: 'unit-duplicated',
    how: 'a unit stands twice in a list',
    wishes: PLAIN,
    put: putList((draft, [first], { value }) => `${value}、${mark(next(draft, first!.slice(1)))}`),
  },
  {
    rule: 'unit-duplicated',
    how: 'the lead unit supports itself',
    wishes: PLAIN,
    styles: LINES,
    put(draft, random) {
      const task = anyTask(draft, random, hasList);
      listOf(task).value += `、${mark(namesOf(fieldOf(task, 'lead')!)[0]!)}`;
    },
  },
  {
    rule: 'unit-covered',
    how: 'a town after all towns',
    wishes: PLAIN,
    put: putList((draft, _, { value }) => `${bare(draft, value)}、${draft.allTowns}、${mark(draft.towns[0]!)}`),
  },
  {
    rule: 'unit-covered',
    how: 'a member after its group',
    wishes: KNOWN,
    put: putList(({ level }) => `${level}水网建设领导小组成员单位、${mark(`${level}统计局`)}`),
    styles: ['region', 'monthly'],
  },
  {
    rule: 'member-unknown',
    how: 'a member that the registry has not',
    wishes: KNOWN,
    styles: ['city'],
    put(draft) {
      const { lines } = draft.annexes[0]!;
      lines[1] = lines[1]!.replace('。', `、${mark(`${draft.level}海洋渔业局`)}。`);
    },
  },
  {
    rule: 'member-unknown',
    how: 'a member that is gone',
    wishes: KNOWN,
    styles: ['city'],
    put(draft) {
      const { lines } = draft.annexes[0]!;
      lines[3] = lines[3]!.replace('。', `、${mark(`${draft.level}扶贫局`)}。`);
    },
  },
  {
    rule: 'member-variant',
    how: 'a member that the tasks know by another name',
    wishes: MANY,
    styles: ['city'],
    put(draft, random) {
      for (const task of random.some(tasksOf(draft), 5)) listOf(task).value = `${draft.level}城乡规划中心`;
      const { lines } = draft.annexes[0]!;
      lines[1] = lines[1]!.replace('。', `、${mark(`${draft.level}城乡规划局`)}。`);
    },
  },
  ...['直有关部门', '直相关单位'].map(
    (group): Fault => ({
      rule: 'unit-open',
      how: `nobody but 县${group} answers for a task`,
      wishes: PLAIN,
      styles: ['county'],
      put: put('unit', ({ level }) => mark(level + group)),
    }),
  ),
  {
    rule: 'group-undefined',
    how: 'nobody says who its members are',
    wishes: PLAIN,
    put: add(({ level }) => mark(`${level}茶旅融合领导小组成员单位`)),
  },
  {
    rule: 'annex-missing',
    how: 'no annex lists the members',
    wishes: PLAIN,
    put: add(({ level }) => `${level}茶旅融合领导小组成员单位${mark('（见附件）')}`),
  },
  {
    rule: 'alias-undefined',
    how: 'the short name is used before it is defined',
    wishes: PLAIN,
    put(draft) {
      const [first, second, third] = tasksOf(draft);
      listOf(first!).value = mark('高新区管委会');
      listOf(second!).value = `${draft.place}高新技术产业开发区管委会（以下简称高新区管委会）`;
      listOf(third!).value = '高新区管委会';
    },
  },
  {
    rule: 'alias-redefined',
    how: 'the short name is defined twice',
    wishes: PLAIN,
    put(draft) {
      const [first, second] = tasksOf(draft);
      listOf(first!).value = `${draft.place}高新技术产业开发区管委会（以下简称高新区管委会）`;
      listOf(second!).value = `${draft.place}高新技术产业开发区管委会（以下简称${mark('高新区管委会')}）`;
    },
  },
  {
    rule: 'alias-redefined',
    how: 'two units have one short name',
    wishes: PLAIN,
    put(draft) {
      const [first, second] = tasksOf(draft);
      listOf(first!).value = `${draft.place}高新技术产业开发区管委会（以下简称管委会）`;
      listOf(second!).value = `${draft.place}望江塔风景名胜区管委会（以下简称${mark('管委会')}）`;
    },
  },
  {
    rule: 'etc-needless',
    how: '等 after a lead unit',
    wishes: PLAIN,
    styles: LED,
    put: put('lead', (_, { value }) => `${value}${mark('等')}`),
  },
  {
    rule: 'etc-needless',
    how: '等 after a single unit',
    wishes: PLAIN,
    styles: LINES,
    put: put('support', ({ level }) => `${level}财政局${mark('等')}`),
  },
  {
    rule: 'etc-count-wrong',
    how: 'three units are 等2个部门',
    wishes: PLAIN,
    put: putList(({ level }) => `${level}财政局、${level}统计局、${level}审计局等${mark('2')}个部门`),
  },
  {
    rule: 'list-unseparated',
    how: 'the 、 between two units is gone',
    wishes: KNOWN,
    styles: LED,
    put: putList(({ level }) => `${level}财政${mark(`局${level}`)}统计局、${level}数据局`),
  },
  {
    rule: 'list-unseparated',
    how: 'a blank stands for a 、',
    wishes: PLAIN,
    put: putList(({ level }) => `${level}财政局、${level}统计局${mark(' ')}${level}数据局、${level}审计局`),
  },
  {
    rule: 'list-mark-mixed',
    how: '， among 、',
    wishes: PLAIN,
    styles: LED,
    put: putList(({ level }) => `${level}财政局、${level}统计局${mark('，')}${level}数据局、${level}审计局`),
  },
  {
    rule: 'list-unfinished',
    how: 'a list ends in 、',
    wishes: PLAIN,
    styles: LINES,
    also: ['field-unclosed'],
    put: putList((_, __, field) => {
      field.close = '';
      return `${field.value}${mark('、')}`;
    }),
  },
];

function other(level: string): string {
  return level === '县' ? '市' : level === '市' ? '区' : '县';
}

/** A list of units alone. */
function bare({ towns }: Draft, value: string): string {
  return value
    .split('、')
    .filter((name) => !towns.includes(name))
    .join('、');
}
