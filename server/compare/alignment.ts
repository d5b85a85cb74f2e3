/**
 * Which row of a table is which task of the text. By what they say, not by their numbers: rows are put in another order,
 * numbered anew and reworded. Candidates come from the rarest pairs of characters of a task, so that it stays linear.
 */
import type { Item, Notice, Range, Table, TableRow, Task } from '../model/notice.ts';
import { lastAtOrBefore } from '../syntax/document.ts';
import { parseNumber } from '../syntax/numbers.ts';
import { bigramsOf, likeness, type Plain, plainOf, together } from './likeness.ts';

export interface Pair {
  readonly task: Task;
  readonly row: TableRow;
  readonly index: number;
  /** What of the row says the same as the task: 主要任务, or 工作内容 with it. Offsets are relative to the table. */
  readonly text: Plain;
  /** 0 to 1. */
  readonly likeness: number;
}

export interface Alignment {
  readonly table: Table;
  /** In the order of the rows. */
  readonly pairs: readonly Pair[];
  /** Rows that no task of the text says. */
  readonly others: readonly TableRow[];
}

const known = new WeakMap<Notice, readonly Alignment[]>();

/** The tables of the notice that are tables of its tasks, aligned. */
export function alignmentsOf(notice: Notice): readonly Alignment[] {
  let alignments = known.get(notice);
  if (!alignments) {
    alignments = notice.tasks.length
      ? notice.tables.map((table) => align(notice, table)).filter((one) => isOfTasks(one, notice))
      : [];
    known.set(notice, alignments);
  }
  return alignments;
}

/** At least half of the rows, or of the tasks, have their like on the other side. */
function isOfTasks({ table, pairs }: Alignment, { tasks }: Notice): boolean {
  const alike = pairs.filter((pair) => pair.likeness >= ALIKE).length;
  return alike > 0 && alike * 2 >= Math.min(table.rows.length, tasks.length);
}

const ALIKE = 0.5;
/** Between two neighbours that go together, so much is enough. */
const BETWEEN = 0.2;
const RAREST = 16;
const MOST_ROWS = 24;
const MOST_CANDIDATES = 4;

interface RowText {
  readonly variants: readonly { readonly text: Plain; readonly bigrams: ReadonlySet<string> }[];
  readonly all: ReadonlySet<string>;
}

interface Candidate {
  readonly row: number;
  readonly variant: number;
  readonly likeness: number;
}

function align(notice: Notice, table: Table): Alignment {
  const { tasks } = notice;
  const { rows, postings } = indexOf(notice, table);
  const candidates: { readonly index: number; readonly candidate: Candidate; readonly apart: number }[] = [];
  tasks.forEach((task, index) => {
    const at = index / tasks.length;
    for (const candidate of candidatesOf(task, rows, postings, { table, place: Math.floor(at * rows.length) })) {
      if (candidate.likeness < ALIKE) continue;
      candidates.push({ index, candidate, apart: Math.abs(at - candidate.row / rows.length) });
    }
  });
  // Of equals, those that stand at like places.
  candidates.sort((a, b) => b.candidate.likeness - a.candidate.likeness || a.apart - b.apart);
  const ofTask = new Map<number, Candidate>();
  const ofRow = new Map<number, number>();
  for (const { index, candidate } of candidates) {
    if (ofTask.has(index) || ofRow.has(candidate.row)) continue;
    ofTask.set(index, candidate);
    ofRow.set(candidate.row, index);
  }
  fillBetween(tasks, rows, ofTask, ofRow);
  const pairs = [...ofTask].map(([index, { row, variant, likeness: alike }]) => ({
    task: tasks[index]!,
    row: table.rows[row]!,
    index: row,
    text: rows[row]!.variants[variant]!.text,
    likeness: alike,
  }));
  return {
    table,
    pairs: pairs.sort((a, b) => a.index - b.index),
    others: table.rows.filter((_, row) => !ofRow.has(row)),
  };
}

interface Index {
  readonly rows: readonly RowText[];
  /** From a pair of characters to the rows that it stands in, in their order. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
}

/** Rows that stay the same object stay the same text. */
const indexes = new WeakMap<Table['rows'], Index>();

function indexOf(notice: Notice, table: Table): Index {
  let index = indexes.get(table.rows);
  if (index) return index;
  const rows = table.rows.map((row) => textsOf(notice, table, row));
  const postings = new Map<string, number[]>();
  rows.forEach(({ all }, row) => {
    for (const bigram of all) {
      const posting = postings.get(bigram);
      if (posting) posting.push(row);
      else postings.set(bigram, [row]);
    }
  });
  index = { rows, postings };
  indexes.set(table.rows, index);
  return index;
}

/** One task and one row left between the same two neighbours are one, reworded, if they have anything in common. */
function fillBetween(
  tasks: readonly Task[],
  rows: readonly RowText[],
  ofTask: Map<number, Candidate>,
  ofRow: Map<number, number>,
): void {
  for (let index = 0; index < tasks.length; index++) {
    if (ofTask.has(index)) continue;
    const before = index ? ofTask.get(index - 1)?.row : -1;
    const after = index + 1 < tasks.length ? ofTask.get(index + 1)?.row : rows.length;
    if (before === undefined || after === undefined || after !== before + 2 || ofRow.has(before + 1)) continue;
    const found = best(bigramsOfTask(tasks[index]!), rows[before + 1]!, before + 1);
    if (found.likeness < BETWEEN) continue;
    ofTask.set(index, found);
    ofRow.set(found.row, index);
  }
}

/** What was found for an item in rows that stayed the same: an edit elsewhere changes nothing of it. */
const found = new WeakMap<
  Item,
  { readonly rows: Table['rows']; readonly text: string; readonly candidates: Candidate[] }
>();

function candidatesOf(
  task: Task,
  rows: readonly RowText[],
  postings: ReadonlyMap<string, readonly number[]>,
  { table, place }: { readonly table: Table; readonly place: number },
): readonly Candidate[] {
  const kept = found.get(task.item);
  if (kept && kept.rows === table.rows && kept.text === task.text) return kept.candidates;
  const bigrams = bigramsOfTask(task);
  const rarest = [...bigrams]
    .map((bigram) => postings.get(bigram))
    .filter((posting) => posting !== undefined)
    .sort((a, b) => a.length - b.length)
    .slice(0, RAREST);
  const votes = new Map<number, number>();
  for (const posting of rarest)
    for (const row of nearest(posting, place)) votes.set(row, (votes.get(row) ?? 0) + 1 / posting.length);
  const candidates = [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .map(([row]) => best(bigrams, rows[row]!, row));
  found.set(task.item, { rows: table.rows, text: task.text, candidates });
  return candidates;
}

/** Of many rows, those around the place where the row of a task would stand. */
function nearest(posting: readonly number[], place: number): readonly number[] {
  if (posting.length <= MOST_ROWS) return posting;
  const after = lastAtOrBefore(posting, place);
  const start = Math.max(0, Math.min(after - MOST_ROWS / 2, posting.length - MOST_ROWS));
  return posting.slice(start, start + MOST_ROWS);
}

function best(bigrams: ReadonlySet<string>, { variants }: RowText, row: number): Candidate {
  let candidate: Candidate = { row, variant: 0, likeness: 0 };
  variants.forEach(({ bigrams: own }, variant) => {
    const alike = likeness(bigrams, own);
    if (alike > candidate.likeness) candidate = { row, variant, likeness: alike };
  });
  return candidate;
}

const taskBigrams = new WeakMap<Item, { readonly text: string; readonly bigrams: ReadonlySet<string> }>();

function bigramsOfTask({ item, text }: Task): ReadonlySet<string> {
  const kept = taskBigrams.get(item);
  if (kept?.text === text) return kept.bigrams;
  const bigrams = bigramsOf(plainOf(text).key);
  taskBigrams.set(item, { text, bigrams });
  return bigrams;
}

/** What of a row may be what a task says: the task, what stands before it, and the target beside it. */
function textsOf(notice: Notice, table: Table, row: TableRow): RowText {
  const of = (role: string): Plain | undefined => {
    const column = table.columns.findIndex((candidate) => candidate.role === role);
    const cell = row.cells[column];
    return cell?.text && !cell.merged ? plainCell(notice, table, cell.range) : undefined;
  };
  const [task, content, target] = [of('task'), of('content'), of('target')];
  const shapes = [[task], [content, task], [task, target], [content, task, target], [content]];
  const variants = shapes
    .filter((shape, index) => shape.every(Boolean) && (index < 4 || !task))
    .map((shape) => together(shape as Plain[]))
    .map((text) => ({ text, bigrams: bigramsOf(text.key) }));
  const all = new Set(variants.flatMap(({ bigrams }) => [...bigrams]));
  return { variants, all };
}

/** The text of a cell without a number before it. */
function plainCell(notice: Notice, { start }: Table, range: Range): Plain {
  const source = notice.text.slice(start + range.start, start + range.end);
  const text = source.replace(/<br\s*\/?>/gi, (mark) => ' '.repeat(mark.length));
  const blank = /^\s*/.exec(text)![0].length;
  const number = blank + (parseNumber(text.slice(blank))?.length ?? 0);
  return plainOf(text.slice(number), range.start + number);
}
