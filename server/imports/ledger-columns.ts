/** Which column of a ledger holds what: by its header, and where a header was changed, by what stands in it. */
import { bareKeyOf } from '../compare/likeness.ts';
import { fieldOfHeader, LEDGER, REPORT_COLUMNS, type ReportField } from '../model/progress.ts';
import { roleOfLabel } from '../syntax/labels.ts';
import type { SentTask } from './ledger.ts';
import { type Grid, textOf } from './ledger-grid.ts';

export interface Columns {
  /** One for each column, without blanks; those without a header have the column's letter. */
  readonly headers: readonly string[];
  readonly identity?: number;
  readonly task?: number;
  readonly lead?: number;
  readonly section?: number;
  readonly reports: ReadonlyMap<ReportField, number>;
  /** Columns that a unit put in. */
  readonly others: readonly number[];
  /** How many columns were recognised. */
  readonly known: number;
}

const SERIAL = /^(?:序号?|编号|N[oO][.．]?)$/;
const WORK = /(?:任务|事项|内容|工作|要点|举措|项目|类别|领域|目标)/;
const TASK = /^(?:主要|具体|工作|重点|目标)?任务(?:内容)?$/;
/** So many rows are looked at to tell what a column holds. */
const SAMPLE = 200;
/** No header is longer. */
const LONGEST_HEADER = 30;

/** The columns, if the row is a ledger's header; undefined where it is none. */
export function columnsOf(grid: Grid, at: number, sent: ReadonlyMap<string, SentTask>): Columns | undefined {
  const row = grid.rows[at]!;
  const below = grid.rows.slice(at + 1, at + 1 + SAMPLE);
  const width = below.reduce((most, cells) => Math.max(most, cells.length), row.length);
  const labels = Array.from({ length: width }, (_, column) => textOf(row[column]).replace(/[\s\u3000\u00a0]/g, ''));
  if (labels.some((label) => LEDGER.identities.test(label))) return undefined;
  const count = (column: number, is: (text: string) => boolean) =>
    below.reduce((sum, cells) => sum + (is(textOf(cells[column])) ? 1 : 0), 0);
  const most = (columns: readonly number[], is: (text: string) => boolean): number | undefined => {
    const counts = columns.map((column) => count(column, is));
    const best = Math.max(0, ...counts);
    return best ? columns[counts.indexOf(best)] : undefined;
  };
  const all = labels.map((_, column) => column);
  const identity = most(all, (text) => LEDGER.identities.test(text));
  const texts = new Set([...sent.values()].map(({ text }) => bareKeyOf(text)));
  const free = all.filter((column) => column !== identity && labels[column]!.length <= LONGEST_HEADER);
  const reports = reportColumns(labels, free);
  const given = free.filter((column) => labels[column] && ![...reports.values()].includes(column));
  const roles = new Map(given.map((column) => [column, roleOfLabel(labels[column]!)]));
  const works = given.filter((column) => !roles.get(column) && WORK.test(labels[column]!));
  const task =
    most(free, (text) => texts.has(bareKeyOf(text))) ??
    works.find((column) => TASK.test(labels[column]!)) ??
    works.at(-1);
  const section = works.find((column) => column !== task);
  const lead =
    [...roles].find(([, role]) => role === 'lead')?.[0] ?? [...roles].find(([, role]) => role === 'unit')?.[0];
  const isGiven = (column: number): boolean =>
    column === task || works.includes(column) || Boolean(roles.get(column)) || SERIAL.test(labels[column]!);
  const others = all.filter(
    (column) => column !== identity && !isGiven(column) && ![...reports.values()].includes(column),
  );
  const known = reports.size + given.filter(isGiven).length;
  if (known < 3 || !reports.size || (task === undefined && identity === undefined)) return undefined;
  return {
    headers: named(labels),
    reports,
    others,
    known: known + (identity === undefined ? 0 : 1),
    ...(identity !== undefined && { identity }),
    ...(task !== undefined && { task }),
    ...(lead !== undefined && { lead }),
    ...(section !== undefined && { section }),
  };
}

/** Headers as they went out first, then those that say the same; a header that names what the notice gives is neither. */
function reportColumns(labels: readonly string[], free: readonly number[]): Map<ReportField, number> {
  const found = new Map<ReportField, number>();
  const bare = (label: string) => label.replace(/[（(].*$/, '');
  for (const { field, title } of REPORT_COLUMNS) {
    const exact = free.find((column) => bare(labels[column]!) === bare(title));
    if (exact !== undefined) found.set(field, exact);
  }
  const taken = new Set(found.values());
  for (const column of free) {
    const label = labels[column]!;
    const field = !taken.has(column) && !roleOfLabel(label) && !TASK.test(label) ? fieldOfHeader(label) : undefined;
    if (field && !found.has(field)) found.set(field, column);
  }
  return found;
}

/** Headers that can be told apart: a column without one has its letter, a second 备注 a number. */
function named(labels: readonly string[]): string[] {
  const times = new Map<string, number>();
  return labels.map((label, column) => {
    const name = label || `${letters(column)}列`;
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return nth === 1 ? name : `${name}（${nth}）`;
  });
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}
