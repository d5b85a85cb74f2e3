/**
 * The slip (分办单) of a unit or leader as a table: its rows of the official table, what it leads first, with a column that
 * says in which capacity it answers. Within a capacity the notice's order stays, so that 序号 can be followed in both.
 */
import {
  CAPACITIES,
  type Capacity,
  type Claim,
  COUNTS,
  type Count,
  countShares,
  type Portfolio,
  type Portfolios,
  portfolioNamed,
  portfoliosOf,
  type Share,
} from '../../compare/portfolio.ts';
import type { Notice } from '../../model/notice.ts';
import type { ExportOptions, Remark } from '../format.ts';
import { widthOf } from '../page/measure.ts';
import { printable } from '../page/printable.ts';
import { headerOf } from '../table/columns.ts';
import { type Merge, officialTable, type Row, type Table } from '../table/table.ts';
import type { ColumnChoice, ColumnId } from '../table/templates.ts';
import { nobodyNamed, remarksOn } from './doubts.ts';
import { titleOf } from './words.ts';

export interface Slip {
  readonly name: string;
  readonly table: Table;
}

export interface Slips {
  readonly slips: readonly Slip[];
  readonly remarks: readonly Remark[];
  /** How many tasks stand on the one slip that was asked for. */
  readonly tasks?: number;
}

/** The slips that are asked for, in the order of the portfolios. */
export function slipsOf(notice: Notice, options: ExportOptions): Slips {
  const { registry, only, by = 'unit' } = options;
  const portfolios = portfoliosOf(notice, registry);
  const one = only === undefined ? undefined : portfolioNamed(portfolios, only, notice, registry);
  if (only !== undefined && !one) return { slips: [], remarks: [nobodyNamed(only)] };
  const whole = wholeTable(notice, options);
  const all = one ? [one] : by === 'leader' ? portfolios.leaders : portfolios.units;
  const slips = all.map((portfolio) => slipOf(portfolio, whole, notice, options));
  return { slips, remarks: remarksFor(portfolios, one, by), ...(one && { tasks: one.shares.length }) };
}

/** Of one slip, what concerns its own names and tasks is enough. */
function remarksFor(portfolios: Portfolios, one: Portfolio | undefined, by: 'unit' | 'leader'): Remark[] {
  if (!one) {
    if (by === 'leader' && !portfolios.leaders.length) return [NO_LEADERS];
    if (by === 'unit' && !portfolios.units.length) return [NO_UNITS];
    return remarksOn(portfolios, by);
  }
  const spellings = new Set(one.spellings);
  const doubts = portfolios.doubts.filter(({ name }) => spellings.has(name));
  const alike = portfolios.alike.filter((pair) => pair.includes(one.bearer.name));
  return remarksOn({ ...portfolios, doubts, alike });
}

const NO_LEADERS: Remark = {
  words: {
    zh: '通知没有写牵头领导，名册里也没有领导分管这些单位，无法按领导分办。',
    en: 'The notice names no leaders, and no leader of the registry is in charge of its units: there are no slips by leader.',
  },
};

const NO_UNITS: Remark = {
  words: {
    zh: '通知没有写牵头单位、责任单位或协同单位，无法按单位分办；可以按领导分办（--by leader）。',
    en: 'The notice names no units, so there are no slips for them; there may be some by leader (--by leader).',
  },
};

/** In mm: headings of several levels take as many lines as a task, not more. */
const HEADINGS = 38;

/** All tasks, with an empty column for the capacity. */
function wholeTable(notice: Notice, options: ExportOptions): Table {
  const has = (of: (task: Notice['tasks'][number]) => unknown) => notice.tasks.some((task) => of(task));
  const lead = has(({ duty }) => duty.leadUnits.length);
  const support = has(({ duty }) => duty.supportUnits.length);
  const units = has(({ duty }) => duty.units.length);
  const ids: readonly (ColumnId | false)[] = [
    'n',
    // Not beside the task, or its sentence would be parted between the two.
    has(({ sections }) => sections.length > 1) && 'work',
    has(({ sections }) => sections.length) && 'topic',
    'task',
    'blank',
    has(({ duty }) => duty.deadline) && 'deadline',
    has(({ duty }) => duty.leaders.length) && 'leaders',
    lead && 'lead',
    // As the official table has it: beside a lead unit, 责任单位 stand with those that support it.
    units && !lead && 'units',
    (support || (units && lead)) && 'support',
  ];
  const own = options.form?.columns ?? [];
  const columns = ids
    .filter((id) => id !== false)
    .map((id): ColumnChoice => {
      if (id === 'blank') return { id, title: '职责', width: 26 };
      const title = own.find((choice) => choice.id === id)?.title;
      const width = id === 'topic' && ids.includes('work') ? { width: HEADINGS } : {};
      return { id, ...width, ...(title !== undefined && { title }) };
    });
  return withHeadings(officialTable(notice, { ...options, form: { template: 'full', columns } }));
}

/** 重点工作 with the headings below it, one a line: the column that a slip has for both. */
function withHeadings(table: Table): Table {
  const work = table.columns.findIndex(({ id }) => id === 'work');
  const topic = table.columns.findIndex(({ id }) => id === 'topic');
  if (work < 0) return table;
  const without = (column: number) => (column > work ? column - 1 : column);
  return {
    ...table,
    columns: table.columns.toSpliced(work, 1),
    header: table.header
      .filter(({ column }) => column !== work)
      .map((cell) => ({ ...cell, column: without(cell.column) })),
    rows: table.rows.map(({ cells, spans }) => {
      const headings = [cells[topic]!, cells[work]!].filter(Boolean).join('\n');
      const moved = spans.map(({ column, columns, shows }) => {
        const covered = column <= work && work < column + columns;
        return { column: without(column), columns: covered ? columns - 1 : columns, shows: without(shows) };
      });
      return { cells: cells.with(topic, headings).toSpliced(work, 1), spans: moved };
    }),
    merges: [],
  };
}

function slipOf({ bearer, shares }: Portfolio, whole: Table, notice: Notice, options: ExportOptions): Slip {
  const sorted = [...shares].sort((a, b) => rank(a) - rank(b));
  const capacity = whole.columns.findIndex(({ id }) => id === 'blank');
  const leaders = whole.columns.find(({ id }) => id === 'leaders');
  const leading = leaders ? headerOf(leaders) : '牵头领导';
  const rows = sorted.map(({ task, claims }): Row => {
    const row = whole.rows[task.n - 1]!;
    const said = [...new Set(claims.map((claim) => say(claim, leading)))].join('\n');
    return { ...row, cells: row.cells.with(capacity, printable(said)) };
  });
  return {
    name: bearer.name,
    table: {
      ...whole,
      title: `${titleOf(notice, '分办单', options)}（${printable(bearer.name)}）`,
      totals: printable(totalsOf(shares, notice, leading)),
      rows,
      merges: mergesOf(sorted, whole),
    },
  };
}

/** The heaviest capacity, by name or through a group. */
function rank({ claims }: Share): number {
  return Math.min(...claims.map(({ capacity }) => CAPACITIES.indexOf(capacity)));
}

const WORDS: Readonly<Record<Exclude<Capacity, 'leader'>, string>> = {
  lead: '牵头',
  unit: '责任',
  support: '协同',
  charge: '分管',
};

/** 牵头; 协同（各乡镇街道）; 分管（县财政局牵头） */
function say({ capacity, through, as }: Claim, leading: string): string {
  if (capacity === 'leader') return leading;
  const note = capacity === 'charge' ? `${through}牵头` : (through ?? as);
  return WORDS[capacity] + (note ? `（${note}）` : '');
}

/** Of the table's width, in em of this line. */
const LINE = 44;

/** 云政办发〔2026〕3号　共12项：牵头5项，协同4项，随单位组3项 */
function totalsOf(shares: readonly Share[], { head }: Notice, leading: string): string {
  const counts = countShares(shares);
  const words: Readonly<Record<Count, string>> = { leader: leading, ...WORDS, group: '随单位组' };
  const parts = COUNTS.filter((count) => counts[count]).map((count) => `${words[count]}${counts[count]}项`);
  const totals = `共${shares.length}项：${parts.join('，')}`;
  const number = head.number?.text.replace(/\s/g, '');
  const both = `${number}\u3000${totals}`;
  return number && widthOf(both) <= LINE ? both : totals;
}

/** Neighbours under one heading, all led or all supported. */
function mergesOf(shares: readonly Share[], { columns }: Table): Merge[] {
  const column = columns.findIndex(({ id }) => id === 'topic');
  if (column < 0) return [];
  const headingOf = ({ task }: Share) => task.sections.at(-1)?.part;
  const isOne = (one: Share, next: Share | undefined): boolean =>
    next !== undefined &&
    headingOf(one) !== undefined &&
    headingOf(one) === headingOf(next) &&
    rank(one) === rank(next);
  const found: Merge[] = [];
  for (let from = 0, to = 0; from < shares.length; from = to + 1) {
    for (to = from; isOne(shares[from]!, shares[to + 1]); ) to++;
    if (to > from) found.push({ column, from, to });
  }
  return found;
}
