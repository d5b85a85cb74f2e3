/**
 * The ledger (台账) as plain values: a row a task, what the notice says of it and what units report. It goes out to the
 * units, comes back filled in, and each row is known again by its identity.
 */
import { identitiesOf } from '../../compare/identity.ts';
import { type Portfolio, portfolioNamed, portfoliosOf } from '../../compare/portfolio.ts';
import type { Notice, Task } from '../../model/notice.ts';
import { combined, numberPath, type Report } from '../../model/progress.ts';
import type { ExportOptions, Remark } from '../format.ts';
import { headerOf } from '../table/columns.ts';
import { officialTable } from '../table/table.ts';
import type { ColumnId } from '../table/templates.ts';

export interface GivenColumn {
  readonly id: ColumnId;
  readonly title: string;
}

export interface LedgerRow {
  readonly identity: string;
  readonly number: string;
  readonly text: string;
  readonly leads: string;
  /** One for each given column; lines are parted by \n. */
  readonly given: readonly string[];
  readonly report: Report;
}

export interface Ledger {
  readonly title: string;
  /** The notice's title, by which a ledger that comes back is told from another notice's. */
  readonly notice: string;
  /** Whose tasks they are, where they are one unit's or leader's. */
  readonly only?: string;
  readonly given: readonly GivenColumn[];
  readonly rows: readonly LedgerRow[];
}

const GIVEN: readonly ColumnId[] = ['n', 'topic', 'task', 'deadline', 'leaders', 'lead', 'units', 'support'];
/** Columns that are left out where the notice fills none of their cells. */
const OPTIONAL: ReadonlySet<ColumnId> = new Set(['topic', 'leaders', 'lead', 'units', 'support']);

/** The ledgers that are asked for: of all tasks, of one unit or leader, or one for each. */
export function ledgersOf(notice: Notice, options: ExportOptions): { ledgers: Ledger[]; remarks: Remark[] } {
  const whole = ledgerOf(notice, options);
  const { only, by, registry } = options;
  if (only === undefined && by === undefined) return { ledgers: [whole], remarks: [] };
  const portfolios = portfoliosOf(notice, registry);
  if (only !== undefined) {
    const portfolio = portfolioNamed(portfolios, only, notice, registry);
    return portfolio ? { ledgers: [part(whole, portfolio)], remarks: [] } : { ledgers: [], remarks: [nobody(only)] };
  }
  const all = by === 'leader' ? portfolios.leaders : portfolios.units;
  return { ledgers: all.map((portfolio) => part(whole, portfolio)), remarks: [] };
}

function ledgerOf(notice: Notice, options: ExportOptions): Ledger {
  const { tasks } = notice;
  const columns = GIVEN.map((id) => ({ id }));
  const table = officialTable(notice, { ...options, form: { template: 'full', columns } });
  const kept = GIVEN.map((_, at) => at).filter(
    (at) => !OPTIONAL.has(GIVEN[at]!) || table.rows.some(({ cells }) => cells[at]),
  );
  const identities = identitiesOf(notice);
  const rows = table.rows.map(({ cells }, at): LedgerRow => {
    const task = tasks[at]!;
    return {
      identity: identities[at]!,
      number: numberPath(task),
      text: cells[GIVEN.indexOf('task')]!,
      leads: leadsOf(task),
      given: kept.map((column) => cells[column]!),
      report: combined(options.progress?.[at] ?? [], task),
    };
  });
  return {
    title: titleOf(table.title),
    notice: notice.head.title?.text ?? '',
    given: kept.map((at) => ({ id: GIVEN[at]!, title: headerOf(table.columns[at]!) })),
    rows,
  };
}

function leadsOf({ duty }: Task): string {
  const names = [duty.leadUnits, duty.units, duty.leaders].find((some) => some.length) ?? [];
  return names.map(({ base }) => base).join('、');
}

/** 2026年重点工作任务分解表 → 2026年重点工作任务台账 */
function titleOf(table: string): string {
  if (/台账$/.test(table)) return table;
  return `${table.replace(/(?:分解|分工)?表$/, '')}台账`;
}

/** Only the rows of someone's tasks. They keep their serial numbers, which the notice gives them. */
function part(ledger: Ledger, { bearer, shares }: Portfolio): Ledger {
  const own = new Set(shares.map(({ task }) => task.n - 1));
  return { ...ledger, only: bearer.name, rows: ledger.rows.filter((_, at) => own.has(at)) };
}

function nobody(name: string): Remark {
  return {
    words: {
      zh: `通知里没有“${name}”的任务，没有导出台账；请核对名称`,
      en: `no task of the notice is of "${name}"; no ledger was written. Check the name`,
    },
  };
}
