/** Faults of when tasks are due. */
import { fieldOf } from './draft.ts';
import { anyTask, type Fault, mark, markNumber } from './fault.ts';

/** Plans for a year. */
const YEARLY: Partial<Fault> = { styles: ['region', 'county', 'city'] };

const DUE = { table: false, deadlines: true } as const;

/** Deadlines that any task may have, what is between « and » found. */
function due(rule: string, ...values: readonly (string | readonly [string, Partial<Fault>])[]): Fault[] {
  return values.map((entry) => {
    const [value, more] = typeof entry === 'string' ? [entry, {}] : entry;
    return {
      rule,
      how: `完成时限：${value}`,
      wishes: DUE,
      put: (draft, random) => {
        const task = anyTask(draft, random, ({ fields }) => fields.some(({ role }) => role === 'deadline'));
        fieldOf(task, 'deadline')!.value = value;
      },
      ...more,
    };
  });
}

/** A task with a text of its own and a deadline. */
function said(rule: string, text: string, value: string, more: Partial<Fault> = {}): Fault {
  return {
    rule,
    how: `${text}。完成时限：${value}`,
    wishes: DUE,
    put(draft, random) {
      const task = anyTask(draft, random);
      task.text = text;
      fieldOf(task, 'deadline')!.value = value;
    },
    ...more,
  };
}

export const DUE_FAULTS: readonly Fault[] = [
  {
    rule: 'deadline-missing',
    how: 'a task says nothing of when it is due',
    wishes: { ...DUE, tasks: 16 },
    put(draft, random) {
      const task = anyTask(draft, random, ({ number }) => number !== '');
      task.fields = task.fields.filter(({ role }) => role !== 'deadline');
      markNumber(task);
    },
  },
  ...due('deadline-malformed', '«2026年10月底底前»', '«202610月底前»', '«五季度末»', '«2026年10低前»'),
  ...due('deadline-unclear', '«尽快完成»', '«适时启动»', '«近期完成»'),
  ...due('deadline-reversed', ['«2026年11月—3月»', YEARLY], '«2026年10月至2026年9月»'),
  ...due('deadline-past', '«2025年9月底前»', ['«1月底前»', YEARLY]),
  ...due('deadline-after-plan', ['«2027年6月底前»', YEARLY], ['«2028年底前»', YEARLY]),
  ...due('date-impossible', ['«2026年11月31日»前', {}]),
  said('deadline-target-open', '新建望江塔步道«12公里»', '持续推进'),
  said('deadline-target-open', '改造沿江老旧驿站«18座»，做好日常管护', '长期坚持'),
  said('deadline-contradictory', '«2026年11月底前»完成望江塔步道建设', '2026年10月底前', YEARLY),
  said('deadline-contradictory', '«9月28日前»完成望江塔步道建设', '9月10日前', { styles: ['monthly'] }),
  {
    rule: 'deadline-contradictory',
    how: 'a task has two deadlines',
    wishes: DUE,
    put(draft, random) {
      const task = anyTask(draft, random);
      const first = fieldOf(task, 'deadline')!;
      const [one, two] = draft.style === 'monthly' ? ['9月10日前', '9月25日前'] : ['2026年6月底前', '2026年10月底前'];
      first.value = one;
      task.fields.push({ ...first, value: mark(two) });
    },
  },
];
