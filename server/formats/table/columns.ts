/**
 * The columns of the official table, and which of them a notice needs. The full form, as governments publish it:
 * 序号 | 重点工作 | 具体任务分解 (工作内容, 主要任务) | 完成时限 | 牵头区领导 | 责任单位 (牵头责任单位, 协同责任单位) | 备注
 */
import type { Field, Notice, Task } from '../../model/notice.ts';
import type { ExportOptions } from '../format.ts';
import { printable } from '../page/printable.ts';
import { type ColumnChoice, type ColumnId, DEFAULT_FORM, TEMPLATES } from './templates.ts';

export interface Column {
  readonly id: ColumnId;
  /** The header, in the pieces between which a narrow column may break it: 牵头, 区领导. */
  readonly words: readonly string[];
  /** The header above this column and its neighbours of the same group. There is at least one such neighbour. */
  readonly group?: string;
  /** In mm of a table 225 mm wide, where it is set. */
  readonly width?: number;
}

/** The header of a column on one line. */
export function headerOf(column: Column): string {
  return column.words.join('');
}

/** Which columns some task of the notice fills. */
export type Filled = Readonly<Record<Exclude<ColumnId, 'n' | 'task' | 'blank'>, boolean>>;

/** The usual headers. The leaders' depends on the notice. */
const WORDS: Readonly<Record<Exclude<ColumnId, 'leaders' | 'blank'>, readonly string[]>> = {
  n: ['序号'],
  topic: ['重点', '工作'],
  work: ['工作', '内容'],
  task: ['主要', '任务'],
  deadline: ['完成', '时限'],
  lead: ['牵头责任', '单位'],
  units: ['责任', '单位'],
  support: ['协同责任', '单位'],
  remark: ['备注'],
};

const GROUPS: Readonly<Partial<Record<ColumnId, string>>> = {
  work: '具体任务分解',
  task: '具体任务分解',
  lead: '责任单位',
  support: '责任单位',
};

/**
 * The columns for a notice, in order. Columns that an office chose are all there. Of a built-in form, those are left
 * out that the notice fills no cell of.
 *
 * 完成时限 and 备注 belong to a form even where the notice fills none of their cells: an office writes them in by
 * hand. `options.omit` leaves them out, but never one that is filled.
 *
 * @param filled by the notice's tasks, 责任单位 beside a lead unit counted as supporting
 */
export function columnsFor(notice: Notice, filled: Filled, options: ExportOptions): Column[] {
  const { columns: chosen, template } = options.form ?? DEFAULT_FORM;
  const choices = chosen ?? TEMPLATES[template].flatMap((choice) => adapted(choice, filled, options));
  return grouped(choices.map((choice) => columnOf(choice, notice)));
}

/** What a notice needs of a column of a built-in form. */
function adapted(choice: ColumnChoice, filled: Filled, options: ExportOptions): ColumnChoice[] {
  switch (choice.id) {
    case 'topic':
    case 'work':
    case 'leaders':
      return filled[choice.id] ? [choice] : [];
    case 'deadline':
    case 'remark':
      return filled[choice.id] || !options.omit?.includes(choice.id) ? [choice] : [];
    case 'units':
      return unitColumns(filled).map((id) => ({ id }));
    default:
      return [choice];
  }
}

/** A lead unit makes two columns of 责任单位; without one the label 责任单位 stands for itself. */
function unitColumns(filled: Filled): ColumnId[] {
  if (filled.lead && (filled.support || filled.units)) return ['lead', 'support'];
  return (['lead', 'units', 'support'] as const).filter((id) => filled[id]);
}

function columnOf({ id, title, width, group = GROUPS[id] }: ColumnChoice, notice: Notice): Column {
  const words =
    title !== undefined || id === 'blank' ? wordsOf(title ?? '') : id === 'leaders' ? leaderHeader(notice) : WORDS[id];
  return { id, words, ...(group && { group: printable(group) }), ...(width && { width }) };
}

/** A header of an office's own, broken as Chinese is read: two characters at a time, three first where they are odd. */
function wordsOf(title: string): string[] {
  const header = printable(title).replace(/\s+/g, ' ').trim();
  if (!/^\p{Script=Han}+$/u.test(header)) return [header];
  const characters = [...header];
  const first = characters.length % 2 ? 3 : 2;
  const words = [characters.slice(0, first).join('')];
  for (let at = first; at < characters.length; at += 2) words.push(characters.slice(at, at + 2).join(''));
  return words;
}

/** A group is printed over columns that stand side by side; over one alone it would say nothing. */
function grouped(columns: readonly Column[]): Column[] {
  return columns.map((column, at) => {
    const { group, ...alone } = column;
    return group && (columns[at - 1]?.group === group || columns[at + 1]?.group === group) ? column : alone;
  });
}

const LEVEL = '自治区|自治州|自治县|街道|管委会|[省市县区旗盟州镇乡部委厅局署]';
const LABEL_WITH_LEVEL = new RegExp(`(?:${LEVEL})(?:政府|委)?领导`);

/**
 * The header of the leaders' column in the level's own word (牵头区领导, 牵头县领导): as the notice's own label says it,
 * else from the issuer, else 牵头领导. Labels of people who are no leaders (责任人) stay themselves.
 */
function leaderHeader(notice: Notice): string[] {
  const label = usualLeaderLabel(notice.tasks);
  if (label && LABEL_WITH_LEVEL.test(label)) {
    const at = label.search(LABEL_WITH_LEVEL);
    return at > 0 ? [label.slice(0, at), label.slice(at)] : [label];
  }
  if (label && !label.includes('领导')) return [label];
  return ['牵头', `${levelOf(notice.head.issuer?.text ?? '')}领导`];
}

/** The label that most of the tasks' leaders stand under. */
function usualLeaderLabel(tasks: readonly Task[]): string | undefined {
  const counts = new Map<string, number>();
  const count = (field: Field) => {
    if (field.role !== 'leader' || !field.label) return;
    const label = field.label.text.replace(/[\s\u3000]/g, '');
    counts.set(label, (counts.get(label) ?? 0) + 1);
  };
  for (const task of tasks) {
    task.item.fields.forEach(count);
    if (task.duty.inherited.includes('leader')) for (const section of task.sections) section.item.fields.forEach(count);
  }
  let usual: string | undefined;
  for (const [label, n] of counts) if (usual === undefined || n > counts.get(usual)!) usual = label;
  return usual;
}

/** 云溪县人民政府办公室 → 县, 云溪省水利厅 → 厅; empty where the issuer's name doesn't say. */
export function levelOf(issuer: string): string {
  const name = issuer.replace(/[\s\u3000]/g, '').replace(/(?:办公室|办公厅|党组)$/, '');
  const place = new RegExp(`(${LEVEL})(?:人民政府|政府|委员会$|委$|委(?=办公)|人大|政协|办事处)`).exec(name)?.[1];
  const level = place ?? /(管委会|管理委员会|街道|[部委厅局署])(?:员会)?$/.exec(name)?.[1] ?? '';
  return level.replace('管理委员会', '管委会').replace(/^自治(?=[州县])/, '');
}
