/** What stands in the cells of a table of tasks, as the lines of a notice say it. */
import type { ColumnRole } from '../../model/table.ts';
import { cellOf } from '../../model/table-cells.ts';
import { labelAt, type Vocabulary } from '../../syntax/labels.ts';
import { parseNumber } from '../../syntax/numbers.ts';

export type Said = Exclude<ColumnRole, 'serial' | 'section' | 'content' | 'task' | 'target' | 'other'>;

/** Where the head of a column is no label that a line of a notice may begin with: 单位, 负责人, 进度. */
const USUAL: Readonly<Record<Said, string>> = {
  leader: '责任领导',
  lead: '牵头单位',
  unit: '责任单位',
  support: '配合单位',
  deadline: '完成时限',
  remark: '备注',
};
/** The head of the column, where a line may begin with it. */
export function labelOf(label: string, role: Said, vocabulary: Vocabulary): string {
  return labelAt(`${label}：某`, 0, vocabulary)?.role === role ? label : USUAL[role];
}

/** Several headings stand one a line, each with its number; any other line break is one of the cell's width. */
export function headingLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (lines.length && !parseNumber(words)) lines[lines.length - 1] += words;
    else if (words) lines.push(words);
  }
  return lines;
}

/** Names one a line are parted by 、; a name that the width of its cell broke is one. */
export function cellValue(text: string, role: Said): string {
  const names = role !== 'deadline' && role !== 'remark';
  const lines = text.split('\n').map((line) => ({ text: line.trim(), start: 0 }));
  const said = lines.filter((line) => line.text);
  const whole = names
    ? cellOf(role, [{ lines: said, start: 0, end: 0 }], { placed: true, certain: true }).text.split('\n')
    : said.map((line) => line.text);
  let value = '';
  for (const line of whole)
    value += (value && names && !/[、，,；;]$/.test(value) && !/^[、，,；;（(]/.test(line) ? '、' : '') + line;
  let end = value.length;
  while (/[。、，,；;]/.test(value[end - 1] ?? '')) end--;
  return value.slice(0, end);
}
