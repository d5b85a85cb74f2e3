/** What a document must say of names that are not certain: whose tasks may stand under another name, or under none. */
import type { Doubt, Portfolios, Uncertainty } from '../../compare/portfolio.ts';
import type { Words } from '../../model/words.ts';
import type { Remark } from '../format.ts';
import { serials } from './words.ts';

/** Of more names than these a remark says how many there are. */
const MOST = 12;

interface Saying {
  /** What is to be said of one name in the list. */
  readonly each: (doubt: Doubt) => Words;
  readonly all: (list: Words) => Words;
}

const quoted = (names: readonly string[]): Words => ({
  zh: names.map((name) => `“${name}”`).join('、'),
  en: names.map((name) => `"${name}"`).join(', '),
});

/** The serials of so many tasks are told, as the table has them; of more, how many they are. */
const MOST_TASKS = 6;

const where = (tasks: readonly number[]): Words =>
  tasks.length > MOST_TASKS
    ? { zh: `${tasks.length}项任务`, en: `${tasks.length} tasks` }
    : { zh: `序号${serials(tasks)}`, en: serials(tasks) };

const plain = ({ name, tasks }: Doubt): Words => ({
  zh: `“${name}”（${where(tasks).zh}）`,
  en: `"${name}" (${where(tasks).en})`,
});

const asking = ({ name, tasks, others }: Doubt): Words => {
  if (!others.length) return plain({ name, tasks } as Doubt);
  const { zh, en } = quoted(others);
  return {
    zh: `“${name}”（${where(tasks).zh}，是否为${zh}）`,
    en: `"${name}" (${where(tasks).en}; perhaps ${en})`,
  };
};

const SAYINGS: Readonly<Record<Uncertainty, Saying>> = {
  unknown: {
    each: asking,
    all: ({ zh, en }) => ({
      zh: `名册里没有${zh}，按通知原文单独列出；请改正名称，或补入名册。`,
      en: `Not in the registry, so they stand for themselves: ${en}. Correct them, or add them.`,
    }),
  },
  ambiguous: {
    each: asking,
    all: ({ zh, en }) => ({
      zh: `${zh}可以指几个单位（人），按通知原文单独列出；请写全称。`,
      en: `May mean several, so they stand for themselves: ${en}. Write full names.`,
    }),
  },
  'not-valid': {
    each: ({ name, tasks, others }) => {
      const { zh, en } = quoted(others);
      return {
        zh: `“${name}”（${where(tasks).zh}${others.length ? `，按${zh}计` : ''}）`,
        en: `"${name}" (${where(tasks).en}${others.length ? `; counted as ${en}` : ''})`,
      };
    },
    all: ({ zh, en }) => ({
      zh: `名册写明${zh}在通知印发时不在有效期内；请核对名称。`,
      en: `Not valid on the notice's date: ${en}. Check the names.`,
    }),
  },
  'no-members': {
    each: plain,
    all: ({ zh, en }) => ({
      zh: `${zh}包括哪些单位没有列明，单独列出；要分到各单位，请在名册里写这个单位组和它的成员。`,
      en: `Nobody lists the units of ${en}: they stand for themselves. Add the groups with their members to the registry.`,
    }),
  },
  'no-one': {
    each: plain,
    all: ({ zh, en }) => ({
      zh: `${zh}没有写明是哪一位领导，单独列出。`,
      en: `No leader is named by ${en}: they stand for themselves.`,
    }),
  },
  etc: {
    each: plain,
    all: ({ zh, en }) => ({
      zh: `${zh}里的“等”指哪些单位没有列明，没有分到任何单位；请逐一写出。`,
      en: `Who else is meant by 等 after ${en} is not said, so no one has these tasks for it. Name them all.`,
    }),
  },
};

/** In this order they are told. */
const ORDER: readonly Uncertainty[] = ['unknown', 'ambiguous', 'not-valid', 'no-members', 'no-one', 'etc'];

/** @param role only names of units, or of leaders */
export function remarksOn({ doubts, alike }: Portfolios, role?: Doubt['role']): Remark[] {
  const asked = role ? doubts.filter((doubt) => doubt.role === role) : doubts;
  const remarks = ORDER.flatMap((why): Remark[] => {
    const found = asked.filter((doubt) => doubt.why === why);
    const [first] = found;
    if (!first) return [];
    const { each, all } = SAYINGS[why];
    return [{ words: all(listed(found.map(each))), ...(first.range && { range: first.range }) }];
  });
  if (alike.length && role !== 'leader') {
    const { zh, en } = listed(
      alike.map((pair) => ({ zh: pair.map((name) => `“${name}”`).join('与'), en: pair.join(' = ') })),
    );
    remarks.push({
      words: {
        zh: `${zh}可能是同一单位的不同写法，现分别计算；请统一名称，或在名册里写明简称、别名。`,
        en: `Perhaps one unit each under two names, counted apart: ${en}. Use one name, or list both in the registry.`,
      },
    });
  }
  return remarks;
}

function listed(words: readonly Words[]): Words {
  const some = words.slice(0, MOST);
  const more = words.length > MOST;
  return {
    zh: some.map(({ zh }) => zh).join('、') + (more ? `等${words.length}处` : ''),
    en: some.map(({ en }) => en).join(', ') + (more ? `, … (${words.length} in all)` : ''),
  };
}

/** No task is that of the one who was asked for. */
export function nobodyNamed(name: string): Remark {
  return {
    words: {
      zh: `通知里没有“${name}”的任务；请核对名称，写法与通知或名册一致。`,
      en: `The notice has no task of "${name}"; write the name as the notice or the registry has it.`,
    },
  };
}
