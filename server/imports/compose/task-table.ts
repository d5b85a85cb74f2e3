/** A table of tasks out of a document, by what its columns hold; where it came from makes no difference any more. */
import type { Table } from '../../model/notice.ts';
import type { ColumnRole } from '../../model/table.ts';
import { bareLabel, columnsOf } from '../../model/table-columns.ts';
import type { Vocabulary } from '../../syntax/labels.ts';
import type { DraftTable, Place } from '../draft.ts';
import { type Grid, gridOf, loneText, ownCells } from './grid.ts';

export interface TaskColumn {
  readonly role: ColumnRole;
  readonly label: string;
}

export interface TaskCell {
  readonly text: string;
  /** Printed in a row above, in a cell that reaches down to this one. */
  readonly merged: boolean;
}

export interface TaskRow {
  readonly cells: readonly TaskCell[];
  /** 责任单位 that stand in one cell over the columns of lead and supporting units. */
  readonly units?: string;
}

/** A row over the whole width opens a section; the others are tasks. */
export type TableRow = { readonly section: string } | TaskRow;

const TOTAL = /^(?:本页|本类|分项|全部)?(?:小计|合计|总计|共计|累计)(?:[（(].*[）)])?[：:]?$/;

/** 小计, 合计: a row that counts others. */
export function isTotal(row: TableRow): boolean {
  if ('section' in row) return TOTAL.test(row.section);
  return TOTAL.test(bareLabel(row.cells.find(({ text, merged }) => text.trim() && !merged)?.text ?? ''));
}

/** All that a row says, in one line. */
export function wordsOf(row: TableRow): string {
  if ('section' in row) return row.section;
  const words = row.cells.filter(({ text, merged }) => text.trim() && !merged);
  return words.map(({ text }) => text.trim().replace(/\s*\n\s*/g, '')).join('　');
}

export interface TaskTable {
  /** What stands in rows of its own over the header: the title. */
  readonly above: readonly string[];
  readonly columns: readonly TaskColumn[];
  readonly rows: readonly TableRow[];
  /** Notes below the last task. */
  readonly below: readonly string[];
  readonly place: Place;
}

/** The header stands within the first rows. */
const DEEPEST_HEADER = 8;
const NOTE = /^(?:[备附]?注|说明|填表说明|填报说明)\s*[：:\d]/;

/** @returns undefined where the table is none of tasks */
export function taskTableOf(table: DraftTable, vocabulary: Vocabulary): TaskTable | undefined {
  const grid = gridOf(table);
  const above: string[] = [];
  for (let at = 0; at < Math.min(grid.length, DEEPEST_HEADER); at++) {
    const row = grid[at]!;
    const lone = loneText(row, at);
    if (lone !== undefined) {
      above.push(...lone.split('\n'));
      continue;
    }
    if (row.every((spot) => !spot?.cell.text.trim())) continue;
    const stated = statedIn(row, at);
    if (stated) {
      above.push(stated);
      continue;
    }
    const header = headerAt(grid, at, vocabulary);
    if (!header) return undefined;
    const said = rowsOf(grid, at, header);
    return { above, columns: below(header.columns, said.rows), ...said, place: table.place };
  }
  return undefined;
}

/** What a form says of itself over its heads: 填报单位：县政府办　单位：万元. */
function statedIn(row: Grid[number], at: number): string | undefined {
  const texts = ownCells(row, at).flatMap(({ cell }) => cell.text.trim().replace(/\s*\n\s*/g, '') || []);
  return texts.length * 2 <= row.length && texts.some((text) => /[：:]./.test(text)) ? texts.join('　') : undefined;
}

interface Header {
  readonly columns: readonly TaskColumn[];
  readonly rows: number;
  /** Each row's labels, by which the header is known where a page prints it again. */
  readonly labels: readonly string[];
}

/** The header that begins in a row: one row, or two and three whose lowest labels count. */
function headerAt(grid: Grid, at: number, vocabulary: Vocabulary): Header | undefined {
  const reach = Math.max(1, ...grid[at]!.map((spot) => (spot?.row === at ? spot.cell.rows : 1)));
  const grouped = grid[at]!.some((spot) => spot !== undefined && spot.cell.columns > 1);
  const heights = [...new Set([reach > 3 ? 1 : reach, grouped ? 2 : 1, 2, 1, 3])];
  for (const rows of heights) {
    const lines = grid.slice(at, at + rows);
    if (lines.length < rows || (rows > 1 && !lines.slice(1).every(isHeaderLine))) continue;
    if (lines.at(-1)!.some((spot) => spot !== undefined && spot.row + spot.cell.rows > at + rows)) continue;
    const labels = grid[at]!.map((_, column) => {
      const own = lines.map((line) => bareLabel(line[column]?.cell.text ?? '')).filter(Boolean);
      return own.at(-1) ?? '';
    });
    const columns = columnsOf(labels, vocabulary);
    if (columns) return { columns, rows, labels: lines.map(labelsOf) };
  }
  return undefined;
}

/** Rows over the whole width open sections: what a first column heads stands below them. */
function below(columns: readonly TaskColumn[], rows: readonly TableRow[]): readonly TaskColumn[] {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  if (!has('section') || has('content') || !rows.some((row) => 'section' in row && !isTotal(row))) return columns;
  return columns.map((column) => (column.role === 'section' ? { ...column, role: 'content' } : column));
}

/** A second row of heads: short labels, and none of them a number. */
function isHeaderLine(line: Grid[number]): boolean {
  const labels = line.map((spot) => bareLabel(spot?.cell.text ?? '')).filter(Boolean);
  return (
    labels.length > 1 && labels.every((label) => label.length <= 18 && !/^\d/.test(label) && !/[。；，]/.test(label))
  );
}

function labelsOf(line: Grid[number]): string {
  return line.map((spot) => bareLabel(spot?.cell.text ?? '')).join('|');
}

function rowsOf(grid: Grid, at: number, header: Header): Pick<TaskTable, 'rows' | 'below'> {
  const rows: TableRow[] = [];
  for (let y = at + header.rows; y < grid.length; y++) {
    const line = grid[y]!;
    if (line.every((spot) => !spot?.cell.text.trim())) continue;
    if (header.labels.includes(labelsOf(line))) continue;
    const lone = loneText(line, y);
    if (lone !== undefined && !/^\d{1,5}[.．]?$/.test(lone)) rows.push({ section: lone.replace(/\n/g, '') });
    else rows.push(rowOf(line, y, header.columns));
  }
  const below: string[] = [];
  for (let last = rows.at(-1); last && 'section' in last; last = rows.at(-1)) {
    if (!NOTE.test(last.section) && !rows.some((row) => 'cells' in row)) break;
    below.unshift(last.section);
    rows.pop();
  }
  return {
    rows: filledDown(rows, header.columns).map((row) =>
      'section' in row && NOTE.test(row.section) ? asNote(row, header) : row,
    ),
    below,
  };
}

/**
 * Headings that are printed once and stand for the rows below, where a sheet lost its merged cells. Where a heading is
 * said again in the next row, an empty cell is one.
 */
function filledDown(rows: readonly TableRow[], columns: readonly TaskColumn[]): TableRow[] {
  const runs = columns.map(({ role }) => role === 'section' || role === 'content');
  const before = columns.map(() => '');
  for (const row of rows) {
    if ('section' in row) continue;
    for (const [column, { text, merged }] of row.cells.entries()) {
      if (runs[column] && (merged || (text && text === before[column]))) return [...rows];
      before[column] = text;
    }
  }
  const above = columns.map(() => '');
  return rows.map((row) => {
    if ('section' in row) {
      above.fill('');
      return row;
    }
    const cells = row.cells.map((cell, column) => {
      if (!runs[column]) return cell;
      if (cell.text) {
        above[column] = cell.text;
        if (columns[column]!.role === 'section')
          for (const [at, { role }] of columns.entries()) if (role === 'content') above[at] = '';
        return cell;
      }
      return above[column] ? { text: above[column], merged: true } : cell;
    });
    return { ...row, cells };
  });
}

/** A note between tasks stays where it is, as a remark of none. */
function asNote({ section }: { readonly section: string }, { columns }: Header): TableRow {
  const task = columns.findIndex(({ role }) => role === 'task');
  return { cells: columns.map((_, column) => ({ text: column === task ? section : '', merged: false })) };
}

/** A cell over several columns belongs to the task, or is 责任单位 where it takes in both kinds of units. */
function rowOf(line: Grid[number], y: number, columns: readonly TaskColumn[]): TaskRow {
  let units: string | undefined;
  const cells = columns.map(({ role }, column): TaskCell => {
    const spot = line[column];
    if (!spot) return { text: '', merged: false };
    const merged = spot.row < y;
    const { text } = spot.cell;
    const over = columns.slice(spot.column, spot.column + spot.cell.columns).map((each) => each.role);
    if (over.length < 2) return { text, merged };
    if (over.includes('lead') && over.includes('support') && over.every(isUnits)) {
      units = text;
      return { text: '', merged: false };
    }
    const shows = over.includes('task') ? 'task' : over[0]!;
    const place = over.indexOf(shows) + spot.column;
    return place === column && role === shows ? { text, merged } : { text: '', merged: false };
  });
  return { cells, ...(units !== undefined && { units }) };
}

function isUnits(role: ColumnRole): boolean {
  return role === 'lead' || role === 'support' || role === 'unit';
}

/** The same of a table that stands in a text, as the model reads it. */
export function printedTable(table: Table, place: Place): TaskTable {
  const rows = table.rows.map(({ cells }): TableRow => {
    const said = cells.filter(({ text, merged }) => text && !merged);
    const [only] = said;
    if (said.length === 1 && cells.indexOf(only!) === 0 && !/^\d{1,5}[.．]?$/.test(only!.text))
      return { section: only!.text.replace(/\n/g, '') };
    return { cells: cells.map(({ text, merged }) => ({ text, merged })) };
  });
  return { above: [], columns: table.columns, rows, below: [], place };
}
