/**
 * The columns of the official table, and which of them a notice needs. The full form, as governments publish it:
 * 序号 | 重点工作 | 具体任务分解 (工作内容, 主要任务) | 完成时限 | 牵头区领导 | 责任单位 (牵头责任单位, 协同责任单位) | 备注
 */
import type { Field, Notice, Task } from '../model/notice.ts';
import type { TableOptions } from './format.ts';

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
  | 'remark';

export interface Column {
  readonly id: ColumnId;
  /** The header, in the pieces between which a narrow column may break it: 牵头, 区领导. */
  readonly words: readonly string[];
  /** The header above this column and its neighbours of the same group. */
  readonly group?: string;
}

/** The header of a column on one line. */
export function headerOf(column: Column): string {
  return column.words.join('');
}

/** Which columns some task of the notice fills. */
export type Filled = Readonly<Record<Exclude<ColumnId, 'n' | 'task'>, boolean>>;

/**
 * The columns for a notice, in order.
 *
 * 完成时限 and 备注 belong to the form even where the notice fills none of their cells: an office writes them in by
 * hand. `options.omit` leaves them out, but never one that is filled.
 *
 * @param filled by the notice's tasks, 责任单位 beside a lead unit counted as supporting
 */
export function columnsFor(notice: Notice, filled: Filled, options: TableOptions): Column[] {
  const columns: Column[] = [{ id: 'n', words: ['序号'] }];
  const keeps = (id: 'deadline' | 'remark') => filled[id] || !options.omit?.includes(id);
  if (filled.topic) columns.push({ id: 'topic', words: ['重点', '工作'] });
  if (filled.work) columns.push({ id: 'work', words: ['工作', '内容'], group: '具体任务分解' });
  columns.push({ id: 'task', words: ['主要', '任务'], ...(filled.work && { group: '具体任务分解' }) });
  if (keeps('deadline')) columns.push({ id: 'deadline', words: ['完成', '时限'] });
  if (filled.leaders) columns.push({ id: 'leaders', words: leaderHeader(notice) });
  columns.push(...unitColumns(filled));
  if (keeps('remark')) columns.push({ id: 'remark', words: ['备注'] });
  return columns;
}

/** A lead unit makes two columns of 责任单位; without one the label 责任单位 stands for itself. */
function unitColumns(filled: Filled): Column[] {
  const beside = filled.support || filled.units;
  if (filled.lead && beside) {
    return [
      { id: 'lead', words: ['牵头责任', '单位'], group: '责任单位' },
      { id: 'support', words: ['协同责任', '单位'], group: '责任单位' },
    ];
  }
  const columns: Column[] = [];
  if (filled.lead) columns.push({ id: 'lead', words: ['牵头责任', '单位'] });
  if (filled.units) columns.push({ id: 'units', words: ['责任', '单位'] });
  if (filled.support) columns.push({ id: 'support', words: ['协同责任', '单位'] });
  return columns;
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
