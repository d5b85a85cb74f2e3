/** What a table of tasks in the text of a notice says, as plain values. Its ranges are relative to its start. */
import type { Name, Range } from './notice.ts';

/** What stands in a column of a table of tasks. Other columns hold anything: 资金来源, 一季度进展. */
export type ColumnRole =
  | 'serial'
  | 'section'
  | 'content'
  | 'task'
  | 'target'
  | 'deadline'
  | 'leader'
  | 'lead'
  | 'support'
  | 'unit'
  | 'remark'
  | 'other';

export interface TableColumn {
  readonly role: ColumnRole;
  /** As printed, without blanks: 牵头责任单位. */
  readonly label: string;
}

/** A cell of a table. Its ranges are relative to the start of the table. */
export interface TableCell {
  /** Its lines run together where a word or a sentence goes on, else parted by \n. */
  readonly text: string;
  /** Of the text; of the blank or the place where it would stand, where the cell is empty. */
  readonly range: Range;
  /** Of units or leaders, in their columns. */
  readonly names: readonly Name[];
  /** Printed in a row above, in a cell that reaches down to this one. */
  readonly merged: boolean;
  /** The place of the cell is there in the text, if only as a blank. */
  readonly placed: boolean;
  /** False where the print leaves open whether this is the cell, or all of it. */
  readonly certain: boolean;
}

export interface TableRow {
  /** One for each column. */
  readonly cells: readonly TableCell[];
  readonly range: Range;
  /** All of its cells are. */
  readonly certain: boolean;
}

/** The table of tasks (任务分解表) that stands in the text of a notice, however it was put down there. */
export interface Table {
  /** The offset in the text that ranges in the table are relative to. */
  readonly start: number;
  readonly end: number;
  /** One cell a line, or one row a line with tabs, pipes (Markdown) or blanks between its cells. */
  readonly form: 'lines' | 'tabs' | 'pipes' | 'blanks';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}
