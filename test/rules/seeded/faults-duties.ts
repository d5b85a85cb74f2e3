/** Faults of who answers for a task. */
import { entriesOf, type Field, fieldOf, tasksOf } from './draft.ts';
import { anyTask, type Fault, LED, LINES, mark, markNumber, namesOf, put } from './fault.ts';
import { FIELDS, LEADERS } from './vocabulary.ts';

const PLAIN = { table: false } as const;
const MANY = { table: false, tasks: 16 } as const;
const KNOWN = { table: false, registry: true } as const;

/** Takes a role out of any task and marks its number. */
function without(role: Field['role']): Fault['put'] {
  return (draft, random) => {
    const task = anyTask(draft, random, ({ number, fields }) => number !== '' && fields.length > 1);
    task.fields = task.fields.filter((field) => field.role !== role);
    markNumber(task);
  };
}

export const DUTIES: readonly Fault[] = [
  {
    rule: 'duty-missing',
    how: 'a task says nothing of who answers for it',
    wishes: { table: false, tasks: 40 },
    put(draft, random) {
      const families = [draft.plan, ...entriesOf(draft.plan).map(({ children }) => children)];
      const bearing = families.map((list) => list.filter(({ number, fields }) => number && fields.length));
      const task = random.pick(bearing.sort((one, other) => other.length - one.length)[0]!);
      task.fields = [];
      markNumber(task);
    },
  },
  { rule: 'lead-unit-missing', how: 'a task has no lead unit', wishes: MANY, styles: LED, put: without('lead') },
  { rule: 'leader-missing', how: 'a task has no leader', wishes: MANY, styles: LED, put: without('leader') },
  {
    rule: 'support-unit-missing',
    how: 'a task has no supporting unit',
    wishes: MANY,
    styles: LINES,
    put: without('support'),
  },
  {
    rule: 'lead-unit-open',
    how: 'whoever is concerned leads',
    wishes: PLAIN,
    styles: LED,
    put: put('lead', ({ level }) => mark(`${level}直有关部门`)),
  },
  {
    rule: 'lead-unit-open',
    how: 'a unit and whoever is concerned lead',
    wishes: PLAIN,
    styles: LED,
    put: put('lead', (_, { value }) => `${value}、${mark('各相关单位')}`),
  },
  {
    rule: 'lead-units-many',
    how: 'five units lead',
    wishes: PLAIN,
    styles: LED,
    put: put('lead', ({ level }) =>
      mark(['档案馆', '体育中心', '园林绿化中心', '退役军人局', '机关事务中心'].map((unit) => level + unit).join('、')),
    ),
  },
  {
    rule: 'leader-unknown',
    how: 'the registry has no such leader',
    wishes: KNOWN,
    styles: LED,
    put: put('leader', () => mark('欧阳清扬')),
  },
  {
    rule: 'leader-unknown',
    how: 'one of two leaders is not in the registry',
    wishes: KNOWN,
    styles: LED,
    put: put('leader', (_, { value }) => `${value}、${mark('濮阳熙')}`),
  },
  {
    rule: 'leader-variant',
    how: 'one character of a leader’s name is another',
    wishes: MANY,
    styles: LED,
    put(draft, random) {
      for (const task of random.some(tasksOf(draft), 6)) fieldOf(task, 'leader')!.value = '慕容川';
      const wrong = random.pick(tasksOf(draft).filter((task) => fieldOf(task, 'leader')!.value === '慕容川'));
      fieldOf(wrong, 'leader')!.value = mark('慕蓉川');
    },
  },
  {
    rule: 'leader-outside-portfolio',
    how: 'the lead unit is in the charge of another leader',
    wishes: KNOWN,
    styles: LED,
    put: put('leader', (draft, { value }, task) => {
      // The units of general support are in the charge of the first leader.
      const own = LEADERS.findIndex(({ name }) => name === value);
      const leads = FIELDS.findIndex(
        ({ tasks }) => tasks[namesOf(fieldOf(task, 'lead')!)[0]!.slice(draft.level.length)],
      );
      return mark(LEADERS[(Math.max(own, leads) % 5) + 1 === own ? 0 : (Math.max(own, leads) % 5) + 1]!.name);
    }),
  },
  ...['', ' '].map(
    (between): Fault => ({
      rule: 'field-mark-missing',
      how: `“${between}” for the ： after a label`,
      wishes: PLAIN,
      styles: LINES,
      put(draft, random) {
        const field = fieldOf(anyTask(draft, random), 'support')!;
        field.label = `${mark(field.label.replace('：', ''))}${between}`;
      },
    }),
  ),
  {
    rule: 'label-variant',
    how: 'another label',
    wishes: MANY,
    styles: LINES,
    put(draft, random) {
      fieldOf(anyTask(draft, random), 'lead')!.label = '«主办单位»：';
    },
  },
  {
    rule: 'label-variant',
    how: 'another label in a bracket',
    wishes: MANY,
    styles: ['monthly'],
    put(draft, random) {
      fieldOf(anyTask(draft, random), 'leader')!.label = '«分管领导»：';
    },
  },
  {
    rule: 'field-empty',
    how: 'a label with nothing after it',
    wishes: PLAIN,
    styles: LINES,
    put(draft, random) {
      const field = fieldOf(anyTask(draft, random), 'leader')!;
      Object.assign(field, { label: mark(field.label), value: '', close: '' });
    },
  },
  {
    rule: 'field-empty',
    how: 'a label with nothing after it in a bracket',
    wishes: PLAIN,
    styles: ['monthly'],
    put(draft, random) {
      const field = fieldOf(anyTask(draft, random), 'lead')!;
      Object.assign(field, { label: mark(field.label), value: '' });
    },
  },
];
