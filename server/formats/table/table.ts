/**
 * The official table (任务分解表) as plain values: what stands in which cell. How a cell looks is each format's own.
 *
 * The layout follows tables as governments publish them; captions and phrases in cells carry no closing 。
 * (GB/T 15834-2011, A.1).
 */
import type { Entry, Notice, NumberLabel, Task } from '../../model/notice.ts';
import type { ExportOptions, Remark } from '../format.ts';
import { printable } from '../page/printable.ts';
import { type Column, columnsFor, type Filled, headerOf } from './columns.ts';
import { lines, runOn } from './duties.ts';
import { withProgress } from './progress.ts';
import { type Parting, partingsOf } from './subjects.ts';
import { phrase } from './target.ts';
import { type ColumnId, DEFAULT_FORM, TEMPLATES } from './templates.ts';
import { declaredTotals, tableTitle } from './title.ts';

/** A cell of the two header rows. Positions count from 0. */
export interface HeaderCell {
  readonly words: readonly string[];
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

export interface Row {
  /** One text for each column; lines are parted by \n. */
  readonly cells: readonly string[];
  readonly spans: readonly Span[];
}

/**
 * Cells of one row that are one cell, for formats that merge: a task without headings reaches over the columns that
 * they would fill, and 责任单位 where no unit leads reaches over 牵头 and 协同责任单位, for it belongs to neither alone.
 */
export interface Span {
  readonly column: number;
  readonly columns: number;
  /** The column whose text the cell shows; the others are empty. */
  readonly shows: number;
}

/** Cells of one column that are one cell, from the first row to the last. */
export interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

export interface Table {
  readonly title: string;
  /** The count that the notice declares: （合计5个方面，共48项任务）. */
  readonly totals?: string;
  readonly columns: readonly Column[];
  readonly header: readonly HeaderCell[];
  /** 2, or 1 where no columns are grouped. */
  readonly headerRows: number;
  readonly rows: readonly Row[];
  readonly merges: readonly Merge[];
  /** What had to be guessed. */
  readonly remarks: readonly Remark[];
}

/**
 * What a merging format prints in a column of a row, in the style of which column, and over how many columns: none where
 * a cell to the left takes this one's place.
 */
export function cellAt(row: Row, column: number): { text: string; shows: number; columns: number } {
  const span = row.spans.find((s) => column >= s.column && column < s.column + s.columns);
  if (!span) return { text: row.cells[column]!, shows: column, columns: 1 };
  return { text: row.cells[span.shows]!, shows: span.shows, columns: column === span.column ? span.columns : 0 };
}

type Cells = Record<ColumnId, string>;
/** Where each column stands. */
type Places = ReadonlyMap<ColumnId, number>;

/**
 * Lays the notice's tasks out as the official table, one row a task.
 *
 * 重点工作 is the outermost heading, 工作内容 the headings below it (one a line where there are several, so that none is
 * lost), 主要任务 the task. A task right under an outermost heading has no 工作内容: it parts between the two columns at its
 * subject (subjects.ts); where it has none, and where 主要任务 doesn't stand right behind 工作内容, it stands in 主要任务
 * whole.
 */
export function officialTable(notice: Notice, options: ExportOptions = {}): Table {
  const { columns: chosen, template } = options.form ?? DEFAULT_FORM;
  const choices = chosen ?? TEMPLATES[template];
  const splits = choices.some(({ id }, at) => id === 'work' && choices[at + 1]?.id === 'task');
  const partings = splits ? partingsOf(notice) : undefined;
  const contents = notice.tasks.map((task) => cellsOf(task, partings?.of.get(task)));
  const fills = (id: ColumnId) => contents.some((cells) => cells[id] !== '');
  const filled: Filled = {
    topic: fills('topic'),
    work: fills('work'),
    deadline: fills('deadline'),
    leaders: fills('leaders'),
    lead: fills('lead'),
    units: fills('units'),
    support: fills('support'),
    remark: fills('remark'),
  };
  const columns = columnsFor(notice, filled, options);
  const places: Places = new Map(columns.map(({ id }, at) => [id, at]));
  const plain = contents.map((cells, i) => rowOf(withUnits(cells, notice.tasks[i]!, places), columns, places));
  const rows = options.progress ? withProgress(plain, columns, notice.tasks, options.progress) : plain;
  const totals = declaredTotals(notice);
  return {
    title: printable(options.title ?? tableTitle(notice)),
    ...(totals && { totals: printable(totals) }),
    columns,
    header: headerCells(columns),
    headerRows: columns.some((column) => column.group) ? 2 : 1,
    rows,
    merges: mergesOf(notice.tasks, places),
    remarks: partings?.remarks ?? [],
  };
}

function cellsOf(task: Task, parting: Parting | undefined): Cells {
  const { duty, sections } = task;
  const [topic, ...below] = sections;
  return {
    n: String(task.n),
    topic: topic ? heading(topic) : '',
    work: parting ? before(task.number) + parting.subject : below.map(heading).join('\n'),
    task: parting ? parting.target : phrase(task.text),
    deadline: phrase(duty.deadline ?? ''),
    leaders: lines(duty.leaders),
    lead: lines(duty.leadUnits),
    units: runOn(duty.units, task),
    support: runOn(duty.supportUnits, task),
    remark: phrase(duty.remark ?? ''),
    blank: '',
  };
}

/**
 * The units in the columns that there are: 责任单位 takes in those whose own column is missing, lead units first; without
 * it, the notice's 责任单位 stand behind the supporting units.
 */
function withUnits(cells: Cells, task: Task, places: Places): Cells {
  const has = (id: ColumnId) => places.has(id);
  const joined = (...texts: readonly string[]) => texts.filter(Boolean).join('；');
  if (has('units')) {
    const lead = has('lead') ? '' : runOn(task.duty.leadUnits, task);
    return { ...cells, units: joined(lead, has('support') ? '' : cells.support, cells.units) };
  }
  return has('lead') && has('support') ? { ...cells, support: joined(cells.support, cells.units) } : cells;
}

function rowOf(cells: Cells, columns: readonly Column[], places: Places): Row {
  return {
    cells: columns.map(({ id }) => printable(cells[id])),
    spans: [...headingSpan(cells, columns, places), ...unitSpan(cells, places)],
  };
}

/** The task reaches over the columns of headings beside it that its row leaves empty. */
function headingSpan(cells: Cells, columns: readonly Column[], places: Places): Span[] {
  const shows = places.get('task');
  if (shows === undefined) return [];
  const isFree = (at: number) => {
    const id = columns[at]?.id;
    return (id === 'topic' || id === 'work') && cells[id] === '';
  };
  let [from, to] = [shows, shows];
  while (isFree(from - 1)) from--;
  while (isFree(to + 1)) to++;
  return to > from ? [{ column: from, columns: to - from + 1, shows }] : [];
}

/** 责任单位 without a lead unit reaches over both columns of units, where they stand side by side. */
function unitSpan({ lead, units, support }: Cells, places: Places): Span[] {
  const [left, right] = [places.get('lead'), places.get('support')];
  if (left === undefined || right === undefined || Math.abs(left - right) !== 1) return [];
  // Nothing but the notice's 责任单位 stands in the column of supporting units.
  if (places.has('units') || lead || !units || support !== units) return [];
  return [{ column: Math.min(left, right), columns: 2, shows: right }];
}

/** A heading as printed, with its number. */
export function heading(entry: Entry): string {
  return before(entry.number) + phrase(entry.item.text);
}

/** A number before what it counts: a mark (一、) parts them, behind a word or a bare number (第一部分, 1) a blank does. */
function before(number: NumberLabel | undefined): string {
  const text = number?.text ?? '';
  return /[\d\uff10-\uff19\u4e00-\u9fff]$/.test(text) ? `${text}\u3000` : text;
}

/** 重点工作 and 工作内容 run down over the tasks of one heading. What a split put there belongs to one task. */
function mergesOf(tasks: readonly Task[], places: Places): Merge[] {
  const merges: Merge[] = [];
  const mergeBy = (id: ColumnId, part: (task: Task) => number | undefined) => {
    const column = places.get(id);
    if (column === undefined) return;
    for (let from = 0, to = 0; from < tasks.length; from = to + 1) {
      const key = part(tasks[from]!);
      for (to = from; key !== undefined && to + 1 < tasks.length && part(tasks[to + 1]!) === key; ) to++;
      if (to > from) merges.push({ column, from, to });
    }
  };
  mergeBy('topic', (task) => task.sections[0]?.part);
  mergeBy('work', (task) => (task.sections.length > 1 ? task.sections.at(-1)!.part : undefined));
  return merges;
}

/** Grouped columns have their group above them; the others' headers reach over both rows. */
function headerCells(columns: readonly Column[]): HeaderCell[] {
  const rows = columns.some((column) => column.group) ? 2 : 1;
  const cells: HeaderCell[] = [];
  columns.forEach(({ words, group }, column) => {
    if (!group) {
      cells.push({ words, row: 0, rows, column, columns: 1 });
      return;
    }
    if (columns[column - 1]?.group !== group) {
      let end = column + 1;
      while (columns[end]?.group === group) end++;
      cells.push({ words: [group], row: 0, rows: 1, column, columns: end - column });
    }
    cells.push({ words, row: 1, rows: 1, column, columns: 1 });
  });
  return cells;
}

/** The header on one row, as a flat file has it. */
export function flatHeader(table: Table): string[] {
  return table.columns.map(headerOf);
}
