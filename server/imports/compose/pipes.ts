/** Tables as lines of a notice: one row a line, cells parted by pipes as in Markdown, which the model reads again. */
import type { ColumnRole } from '../../model/table.ts';
import type { DraftTable, Place } from '../draft.ts';
import { gridOf, ownCells } from './grid.ts';
import type { TaskTable } from './task-table.ts';

/** Written once where they reach down: the model lets them run on. */
const RUNS_DOWN: ReadonlySet<ColumnRole> = new Set(['section', 'content']);

/** A table of tasks: one row of heads, and every row's cells but those of headings that go on. */
export function taskPipes({ columns, rows }: TaskTable): string[] {
  const labels = columns.map(({ label }) => label);
  let before: readonly { readonly text: string }[] = [];
  const lines = rows.map((row) => {
    if ('section' in row) return rowLine([row.section, ...columns.slice(1).map(() => '')]);
    const texts = row.cells.map(({ text, merged }, column) => {
      const { role } = columns[column]!;
      if (RUNS_DOWN.has(role)) return merged || text === before[column]?.text ? '' : text;
      if (row.units !== undefined && role === 'support') return text || row.units;
      return text;
    });
    before = row.cells.map(({ text }, column) => ({ text: text || (before[column]?.text ?? '') }));
    return rowLine(texts);
  });
  return [rowLine(labels), rowLine(labels.map(() => '---')), ...lines];
}

/** Any other table: members of a group, telephone numbers. */
export function pipes(table: DraftTable): string[] {
  const lines = gridOf(table).map((row, y) =>
    rowLine(row.map((spot, x) => (spot && spot.column === x && spot.row === y ? spot.cell.text : ''))),
  );
  const rule = rowLine(new Array<string>(table.columns).fill('---'));
  return table.headerRows === 1 ? [lines[0]!, rule, ...lines.slice(1)] : lines;
}

function rowLine(texts: readonly string[]): string {
  return `| ${texts.map(cellText).join(' | ')} |`;
}

function cellText(text: string): string {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  return lines.join('<br>').replaceAll('|', '｜');
}

/** A table with one row a line as one of cells: of Markdown, whose escapes are undone, or pasted from a sheet. */
export function rowsTable(text: string, form: 'pipes' | 'tabs', place: Place): DraftTable | undefined {
  const lines = text.split('\n').filter((line) => line.trim() && !/^[\s|:-]+$/.test(line));
  // A cell may go on over lines; the model knows where.
  if (lines.some((line) => !line.includes(form === 'pipes' ? '|' : '\t'))) return undefined;
  const rows = lines.map((line) => {
    const texts =
      form === 'tabs'
        ? line.split('\t').map((cell) => cell.trim())
        : line
            .trim()
            .replace(/^\||(?<!\\)\|$/g, '')
            .split(/(?<!\\)\|/)
            .map((cell) => unescaped(cell.trim()));
    return texts.map((cell, column) => ({ column, cell: { text: cell, rows: 1, columns: 1 } }));
  });
  return { kind: 'table', rows, columns: Math.max(...rows.map(({ length }) => length)), headerRows: 0, place };
}

/** What Markdown prints for a text. */
function unescaped(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name]!);
}

/** A cell of more is no cell of a table but a part of the page. */
const LONGEST_CELL = 400;
const MOST_LAYOUT_ROWS = 10;

/** A table that only puts lines in their places: the head of the page, copies and printing office, a frame around a text. */
export function isLayout(table: DraftTable): boolean {
  const rows = gridOf(table).map(ownCells);
  if (rows.every((cells) => cells.filter(({ cell }) => cell.text.trim()).length < 2)) return true;
  if (rows.some((cells) => cells.some(({ cell }) => cell.text.length > LONGEST_CELL && /\n/.test(cell.text))))
    return true;
  return table.columns < 3 && table.headerRows === 0 && rows.length <= MOST_LAYOUT_ROWS && rows.some(isOfPage);
}

/** Copies, printing office, document number: what an imprint or a letterhead says. */
function isOfPage(cells: ReturnType<typeof ownCells>): boolean {
  return cells.some(({ cell }) =>
    /^\s*(?:抄\s*[送报]|主题词|印发)|印\s*发\s*$|签发人|〔\d{4}〕\s*\d+\s*号/.test(cell.text),
  );
}

/** Cells of one row stand on one line; a cell of several paragraphs has lines of its own. */
export function layoutLines(table: DraftTable, clean: (line: string) => string): string[] {
  return gridOf(table).flatMap((row, y) => {
    const texts = ownCells(row, y)
      .map(({ cell }) => cell.text.split('\n').map(clean).filter(Boolean))
      .filter((lines) => lines.length);
    if (texts.every((lines) => lines.length === 1)) return texts.length ? [texts.flat().join('\u3000\u3000')] : [];
    return texts.flat();
  });
}
