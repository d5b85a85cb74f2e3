/** How the tasks are spread over units and leaders, as plain values: each unit's load, and who leads with whom. */
import {
  COUNTS,
  type Count,
  countShares,
  type Doubt,
  type Portfolio,
  type Portfolios,
  portfoliosOf,
} from '../../compare/portfolio.ts';
import { dueOf } from '../../model/deadlines.ts';
import type { Notice, Task } from '../../model/notice.ts';
import type { ExportOptions } from '../format.ts';
import { printable } from '../page/printable.ts';
import { serials, titleOf } from '../slips/words.ts';

export interface Load {
  readonly title: string;
  /** 共24项任务，26个单位 */
  readonly summary: string;
  /** What some unit answers as: those that none does are left out. */
  readonly counts: readonly UnitCount[];
  /** The heaviest first. */
  readonly units: readonly UnitLoad[];
  /** The times in which tasks are due: quarters of one year, else years. Empty where no task says a day. */
  readonly times: readonly string[];
  readonly matrix: Matrix | undefined;
  readonly portfolios: Portfolios;
}

export type UnitCount = Exclude<Count, 'leader' | 'charge'>;

/** What a reader calls them. */
export const COUNT_WORDS: Readonly<Record<UnitCount, string>> = {
  lead: '牵头',
  unit: '责任',
  support: '协同',
  group: '随单位组',
};

/** Behind the name of a group that stands for itself. */
export const STAR = '＊';

export interface UnitLoad {
  readonly name: string;
  readonly counts: Readonly<Record<Count, number>>;
  readonly total: number;
  /** By the times of the load; the last figure is of tasks without a certain day. */
  readonly due: readonly number[];
}

/** How many tasks a leader has with each unit that leads. */
export interface Matrix {
  readonly leaders: readonly string[];
  /** 分管: by the registry, where the notice names no leaders. */
  readonly inCharge: boolean;
  /** 责任单位 where none leads. */
  readonly responsible: boolean;
  readonly rows: readonly { readonly unit: string; readonly figures: readonly number[]; readonly tasks: number }[];
  /** How many tasks each leader has. One with several units counts once. */
  readonly sums: readonly number[];
  readonly tasks: number;
}

/** In the matrix, tasks of which no leader is named, or whose unit is in no leader's portfolio. */
const NO_LEADER = { named: '未写领导', inCharge: '名册未写' };

export function loadOf(notice: Notice, options: ExportOptions): Load {
  const portfolios = portfoliosOf(notice, options.registry);
  const times = new Times(notice.tasks);
  const units = portfolios.units
    .map((portfolio) => unitLoad(portfolio, times))
    .sort((a, b) => b.total - a.total || b.counts.lead - a.counts.lead);
  const groups = portfolios.units.filter(({ bearer }) => bearer.kind === 'group').length;
  const [tasks, all] = [notice.tasks.length, portfolios.units.length];
  return {
    title: titleOf(notice, '责任分布', options),
    summary: `共${tasks}项任务，${all - groups}个单位${groups ? `、${groups}个没有列明成员的单位组` : ''}`,
    counts: COUNTS.filter((count) => isOfUnits(count) && units.some(({ counts }) => counts[count])) as UnitCount[],
    units,
    times: times.names,
    matrix: matrixOf(portfolios, tasks),
    portfolios,
  };
}

function isOfUnits(count: Count): count is UnitCount {
  return count in COUNT_WORDS;
}

function unitLoad({ bearer, shares }: Portfolio, times: Times): UnitLoad {
  const due = new Array<number>(times.names.length + 1).fill(0);
  for (const { task } of shares) due[times.of(task)]!++;
  return {
    name: printable(bearer.name) + (bearer.kind === 'group' ? STAR : ''),
    counts: countShares(shares),
    total: shares.length,
    due,
  };
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];

/** The times by which deadlines are counted. */
class Times {
  readonly names: readonly string[];
  readonly #years: readonly string[];

  constructor(tasks: readonly Task[]) {
    this.#years = [
      ...new Set(tasks.map((task) => dueOf(task)?.slice(0, 4)).filter((year) => year !== undefined)),
    ].sort();
    this.names = this.#years.length === 1 ? QUARTERS : this.#years.map((year) => `${year}年`);
  }

  /** Which of the times a task is due in; the one after the last where no day is certain. */
  of(task: Task): number {
    const due = dueOf(task);
    if (!due) return this.names.length;
    if (this.#years.length === 1) return Math.ceil(Number(due.slice(5, 7)) / 3) - 1;
    return this.#years.indexOf(due.slice(0, 4));
  }
}

/** Undefined where neither the notice nor the registry tells of leaders. */
function matrixOf({ units, leaders }: Portfolios, tasks: number): Matrix | undefined {
  const inCharge = !leaders.some(({ shares }) => shares.some(({ claims }) => claims[0]!.capacity === 'leader'));
  const capacity = inCharge ? 'charge' : 'leader';
  const columnsOf = new Map<Task, number[]>();
  const names: string[] = [];
  const sums: number[] = [];
  for (const { bearer, shares } of leaders) {
    const own = shares.filter(({ claims }) => claims.some((claim) => claim.capacity === capacity));
    if (!own.length) continue;
    for (const { task } of own) {
      const columns = columnsOf.get(task);
      if (columns) columns.push(names.length);
      else columnsOf.set(task, [names.length]);
    }
    names.push(printable(bearer.name));
    sums.push(own.length);
  }
  if (!names.length) return undefined;
  if (columnsOf.size < tasks) {
    names.push(inCharge ? NO_LEADER.inCharge : NO_LEADER.named);
    sums.push(tasks - columnsOf.size);
  }
  const responsible = !units.some(({ shares }) => shares.some(({ claims }) => claims.some(leads)));
  // A group leads as one: its members would each seem to lead all of it.
  const rows = new Map<string, Set<Task>>();
  for (const { bearer, shares } of units) {
    for (const { task, claims } of shares) {
      for (const { capacity: of, through } of claims) {
        if (of !== (responsible ? 'unit' : 'lead')) continue;
        const unit = through ?? bearer.name;
        const own = rows.get(unit);
        if (own) own.add(task);
        else rows.set(unit, new Set([task]));
      }
    }
  }
  const last = names.length - 1;
  return {
    leaders: names,
    inCharge,
    responsible,
    rows: [...rows]
      .map(([unit, own]) => {
        const figures = new Array<number>(names.length).fill(0);
        for (const task of own) for (const column of columnsOf.get(task) ?? [last]) figures[column]!++;
        return { unit: printable(unit), figures, tasks: own.size };
      })
      .sort((a, b) => b.tasks - a.tasks),
    sums,
    tasks,
  };
}

function leads({ capacity }: { readonly capacity: string }): boolean {
  return capacity === 'lead';
}

/** What a reader is told of a doubtful name. */
const DOUBT_WORDS: Readonly<Record<Doubt['why'], string>> = {
  unknown: '名册里没有',
  ambiguous: '可以指几个单位（人）',
  'not-valid': '印发时不在有效期内',
  'no-members': '成员没有列明，单独列出',
  'no-one': '没有写明是哪一位',
  etc: '“等”指哪些单位没有列明',
};

/** The names of which something is not certain: as printed, what is not, and the tasks. */
export function namesToCheck({ doubts, alike }: Portfolios): readonly (readonly [string, string, string])[] {
  return [
    ...doubts.map(({ name, why, tasks, others }): [string, string, string] => {
      const names = others.join('、');
      const instead = !names ? '' : why === 'not-valid' ? `，按${names}计` : `，是否为${names}`;
      return [printable(name), DOUBT_WORDS[why] + instead, serials(tasks)];
    }),
    ...alike.map(([name, like]): [string, string, string] => [name, `与“${like}”可能是同一单位，分别计算`, '']),
  ];
}

/** What the figures of the units count. */
export function noteOn({ counts, units }: Load): string {
  return [
    '单位：项。',
    counts.length > 1 ? '一个单位在一项任务里有几种职责的，按最重的一种计一次。' : '',
    counts.includes('group') ? '“随单位组”指没有点名、列在“各乡镇”等单位组里承担的任务。' : '',
    units.some(({ name }) => name.endsWith(STAR)) ? `带“${STAR}”的是没有列明成员的单位组。` : '',
  ].join('');
}

export function matrixWords({ inCharge, responsible }: Matrix): { readonly heading: string; readonly note: string } {
  return {
    heading: `${inCharge ? '分管' : '牵头'}领导与${responsible ? '责任' : '牵头'}单位`,
    note: `单位：项。一项任务有几位领导、几个单位的，在各自的格里都计；合计按任务数计，不重复。${
      inCharge ? '通知没有写领导，按名册里的分管关系列出。' : ''
    }`,
  };
}
