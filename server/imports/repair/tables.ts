/** A table that pages parted into several is one again: the same heads written anew, or the same columns without any. */
import { bareLabel } from '../../model/table-columns.ts';
import type { Block, DraftTable } from '../draft.ts';
import type { Remarks } from './remarks.ts';

const JOINED = { zh: '分页断开的表格已接成一张', en: 'Tables that pages had parted were joined' };
const CONTINUED = /^[（(]?(?:续表|接上表|续上表|表\s*\d*\s*[（(]?续[）)]?)\s*\d*[）)]?$/;

export function joinTables(blocks: readonly Block[], remarks: Remarks): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      out.push(block);
      continue;
    }
    const between = out.at(-1);
    const marked = between?.kind === 'paragraph' && CONTINUED.test(between.text.trim());
    const before = marked ? out.at(-2) : between;
    const whole = before?.kind === 'table' ? joined(before, block, marked) : undefined;
    if (!whole) {
      out.push(block);
      continue;
    }
    if (marked) out.pop();
    out[out.length - 1] = whole;
    remarks.count('joined', JOINED, undefined, block.place);
  }
  return out;
}

function joined(before: DraftTable, after: DraftTable, marked: boolean): DraftTable | undefined {
  if (before.columns !== after.columns || !after.rows.length) return undefined;
  const header = headOf(before);
  const again = repeated(before, after);
  // Without heads of its own it goes on, if its cells stand in the same columns as those of the last row did.
  if (!again && !marked && (after.headerRows > 0 || !header || !sameGrid(before, after))) return undefined;
  const rows = after.rows.slice(again);
  return { ...before, rows: mended(before, rows) };
}

/** How many of its first rows say what those of the table before say. */
function repeated(before: DraftTable, after: DraftTable): number {
  let same = 0;
  const most = Math.min(4, before.rows.length, after.rows.length);
  const skip = before.rows.findIndex((row) => row.length > 2);
  while (same < most && rowText(before, same + Math.max(0, skip)) === rowText(after, same)) same++;
  return same > 0 && rowText(after, 0).length > 5 ? same : 0;
}

function rowText({ rows }: DraftTable, at: number): string {
  return (rows[at] ?? []).map(({ column, cell }) => `${column}${bareLabel(cell.text)}`).join('|');
}

/** Heads are short, and none is a number. */
function headOf({ rows }: DraftTable): boolean {
  const labels = (rows.find((row) => row.length > 2) ?? []).map(({ cell }) => bareLabel(cell.text)).filter(Boolean);
  return labels.length > 2 && labels.every((label) => label.length <= 18 && !/^\d+$/.test(label));
}

function sameGrid(before: DraftTable, after: DraftTable): boolean {
  const first = after.rows[0]!;
  const text = bareLabel(first[0]?.cell.text ?? '');
  const last = before.rows.at(-1)!;
  const serial = bareLabel(last[0]?.cell.text ?? '');
  return (
    /^\d{1,5}[.．]?$/.test(text) || (text === '' && /^\d{1,5}[.．]?$/.test(serial)) || first.length === last.length
  );
}

/** A row that a page cut: nothing stands in its first column, where each row of the table has a number. */
function mended(before: DraftTable, rows: DraftTable['rows']): DraftTable['rows'] {
  const [first, ...rest] = rows;
  const last = before.rows.at(-1)!;
  const numbered = (row: DraftTable['rows'][number]) => /^\d{1,5}[.．]?$/.test(bareLabel(row[0]?.cell.text ?? ''));
  const opens = first?.[0];
  if (!first || !opens || !numbered(last) || opens.column !== 0 || opens.cell.text.trim() || opens.cell.rows > 1)
    return [...before.rows, ...rows];
  const cells = last.map(({ column, cell }) => {
    const more = first.find((each) => each.column === column)?.cell.text ?? '';
    const text = !more.trim() || cell.text.endsWith(more) ? cell.text : `${cell.text}\n${more}`;
    return { column, cell: { ...cell, text } };
  });
  return [...before.rows.slice(0, -1), cells, ...rest];
}
