/** The forms of the table: the columns that an office chooses, and the built-in forms that it chooses from. */

export type ColumnId =
  | 'n'
  | 'topic'
  | 'work'
  | 'task'
  | 'deadline'
  | 'leaders'
  | 'lead'
  | 'units'
  | 'support'
  | 'remark'
  /** Empty, to be filled in by hand. There may be several. */
  | 'blank';

/** A column as an office wants it. */
export interface ColumnChoice {
  readonly id: ColumnId;
  /** The header, in place of the usual one; of a blank column, the only one. */
  readonly title?: string;
  /** In mm of a table 225 mm wide. */
  readonly width?: number;
  /** What stands above this column and its neighbours of the same group; empty for nothing. */
  readonly group?: string;
}

/** The form of an office's tables: its own columns where it names some, else those of a built-in form. */
export interface TableForm {
  readonly template: TemplateId;
  readonly columns?: readonly ColumnChoice[];
}

export type TemplateId = 'full' | 'brief' | 'progress';

/**
 * The built-in forms. A column that no task fills is left out of them, as `columnsFor` says; `units` is the place of the
 * columns of units, which there may be one or two of.
 */
export const TEMPLATES: Readonly<Record<TemplateId, readonly ColumnChoice[]>> = {
  /** As governments publish it. */
  full: choices('n', 'topic', 'work', 'task', 'deadline', 'leaders', 'units', 'remark'),
  /** A page that is carried about: what, who, by when. */
  brief: [...choices('n', 'task', 'units'), { id: 'deadline', width: 36 }],
  /** 督办: what the units report goes in by hand. */
  progress: [
    ...choices('n', 'topic', 'task', 'units', 'deadline'),
    { id: 'blank', title: '进展情况', width: 26 },
    { id: 'blank', title: '存在问题', width: 22 },
    { id: 'blank', title: '下一步措施', width: 22 },
  ],
};

export const TEMPLATE_IDS = Object.keys(TEMPLATES) as readonly TemplateId[];

export const DEFAULT_FORM: TableForm = { template: 'full' };

/** What may be asked of a form. Widths in mm: a character and its margins need 8, the page's type area is 225. */
export const LIMITS = { columns: 20, title: 20, width: { least: 8, most: 200, together: 225 } };

/** Names by which a column is chosen: as the table prints it, or its id. What is not the usual header becomes the header. */
export const COLUMN_NAMES: ReadonlyMap<string, ColumnChoice> = new Map<string, ColumnChoice>([
  ['序号', { id: 'n' }],
  ['重点工作', { id: 'topic' }],
  ['工作内容', { id: 'work' }],
  ['主要任务', { id: 'task' }],
  ['完成时限', { id: 'deadline' }],
  ['牵头领导', { id: 'leaders' }],
  ['责任单位', { id: 'units' }],
  ['牵头责任单位', { id: 'lead' }],
  ['牵头单位', { id: 'lead', title: '牵头单位' }],
  ['协同责任单位', { id: 'support' }],
  ['协同单位', { id: 'support', title: '协同单位' }],
  ['备注', { id: 'remark' }],
  ...choices('n', 'topic', 'work', 'task', 'deadline', 'leaders', 'units', 'lead', 'support', 'remark').map(
    (choice) => [choice.id, choice] as const,
  ),
]);

function choices(...ids: readonly ColumnId[]): ColumnChoice[] {
  return ids.map((id) => ({ id }));
}
