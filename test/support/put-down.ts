/** The official table of a notice put down as text, in the ways that pages, sheets and editors put tables down. */
import { headerOf } from '../../server/formats/table/columns.ts';
import { officialTable } from '../../server/formats/table/table.ts';
import type { Notice } from '../../server/model/notice.ts';

/** para: a paragraph a cell. merged: the same without the cells that others reach over. lines: a line for each line of a cell. */
export const FORMS = ['tabs', 'pipes', 'para', 'merged', 'lines', 'bare'] as const;
export type PutDown = (typeof FORMS)[number];

const BLANK = '\u00a0';

/** @param change of the cells, before they are put down */
export function putDown(
  notice: Notice,
  form: PutDown,
  change: (rows: string[][], columns: readonly string[]) => void = () => {},
): { text: string; rows: readonly (readonly string[])[] } {
  const table = officialTable(notice);
  const columns = table.columns.map(headerOf);
  const rows = table.rows.map(({ cells }) => [...cells]);
  const count = rows.length;
  change(rows, columns);
  if (form === 'tabs') {
    const quoted = rows.map((row) => row.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)));
    return { rows, text: [columns, ...quoted].map((row) => row.join('\t')).join('\n') };
  }
  if (form === 'pipes') {
    const lines = [
      columns,
      columns.map(() => '---'),
      ...rows.map((row) => row.map((cell) => cell.replaceAll('\n', '<br>'))),
    ];
    return { rows, text: lines.map((row) => `| ${row.join(' | ')} |`).join('\n') };
  }
  const reached = new Set<string>();
  if (form !== 'para' && rows.length === count)
    for (const { column, from, to } of table.merges)
      for (let row = from + 1; row <= to; row++) reached.add(`${row} ${column}`);
  const folded = form === 'merged' && table.headerRows === 2;
  const header = folded
    ? [...table.header].sort((a, b) => a.row - b.row || a.column - b.column).map(({ words }) => words.join(''))
    : columns;
  const cells = rows.flatMap((row, index) =>
    row.flatMap((cell, column) => (reached.has(`${index} ${column}`) ? [] : [cell || (form === 'bare' ? '' : BLANK)])),
  );
  const all = [...header, ...cells].filter(Boolean);
  return { rows, text: all.join(form === 'para' || form === 'merged' ? '\n\n' : '\n') };
}

/** A notice with a table after its text. */
export function withTable(text: string, table: string): string {
  return `${text.trimEnd()}\n\n附件9\n\n任务分解表\n\n${table}\n`;
}
