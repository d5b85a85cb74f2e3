/** What units reported, in the table's columns that are else filled in by hand (督办). */
import type { Task } from '../../model/notice.ts';
import { combined, fieldOfHeader, type Report } from '../../model/progress.ts';
import { printable } from '../page/printable.ts';
import { type Column, headerOf } from './columns.ts';
import type { Row } from './table.ts';

/** @param reports by task, in the order of the rows */
export function withProgress(
  rows: readonly Row[],
  columns: readonly Column[],
  tasks: readonly Task[],
  reports: readonly (readonly Report[])[],
): readonly Row[] {
  const fields = columns.map((column) => (column.id === 'blank' ? fieldOfHeader(headerOf(column)) : undefined));
  if (!fields.some(Boolean)) return rows;
  return rows.map((row, at) => {
    const report = combined(reports[at] ?? [], tasks[at]!);
    const cells = row.cells.map((cell, column) => {
      const field = fields[column];
      if (!field) return cell;
      const words = String(report[field] ?? '');
      return printable(field === 'progress' ? [standing(report, fields), words].filter(Boolean).join('\n') : words);
    });
    return { ...row, cells };
  });
}

/** State and percent stand before what is told, where they have no columns of their own: 推进中，60% */
function standing({ state, percent }: Report, fields: readonly (string | undefined)[]): string {
  return [
    fields.includes('state') ? undefined : state,
    percent === undefined || fields.includes('percent') ? undefined : `${percent}%`,
  ]
    .filter(Boolean)
    .join('，');
}
