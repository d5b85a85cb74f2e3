/** Tasks whose sentence stands in two columns: its subject under 工作内容 with the number of the task, the rest under 主要任务. */
import type { ColumnRole } from '../../model/table.ts';
import { type ParsedNumber, parseNumber } from '../../syntax/numbers.ts';
import type { TaskRow, TaskTable } from './task-table.ts';

export interface Whole {
  readonly number: ParsedNumber;
  readonly text: string;
}

/** A target without its subject: 增长6.5%左右, 控制在3%以内. */
const TARGET =
  /^(?:\d[\d.]*[%％‰]|比|较|同比|分别|年均|力争|确保|保持|实现|增长|提高|提升|上升|下降|降低|减少|达到?|完成|突破|超过|不低于|不少于|不超过|不高于|控制在|稳定在|高于|低于|优于|位居|居|与|净?增|新增|基本|全面完成|持续)/;
const QUANTITY = /\d|平均|水平|目标|任务|同步|持平|增长|以内|左右|调度|监测|位/;

interface Candidate extends Whole {
  readonly index: number;
  /** Nothing but the two halves: no mark stands between them. */
  readonly isSentence: boolean;
  readonly subject: string;
  readonly task: string;
  /** The number is that of the row. */
  readonly isSerial: boolean;
}

/** By the index of the row. */
export function wholeTasks({ rows, columns }: TaskTable): ReadonlyMap<number, Whole> {
  const found = new Map<number, Whole>();
  const place = (role: ColumnRole): number => columns.findIndex((column) => column.role === role);
  const [section, content, task, serial] = [place('section'), place('content'), place('task'), place('serial')];
  if (content < 0 || task < 0) return found;
  const said = (row: TaskTable['rows'][number] | undefined, column: number): string =>
    row && 'cells' in row ? (row.cells[column]?.text.trim() ?? '') : '';
  const candidateAt = (row: TaskRow, index: number): Candidate | undefined => {
    const [own, words] = [said(row, content), said(row, task).replace(/\s*\n\s*/g, '')];
    if (said(rows[index - 1], content) === own || said(rows[index + 1], content) === own) return undefined;
    const number = own.includes('\n') || !words || parseNumber(words) ? undefined : parseNumber(own);
    if (number?.style !== 'arabic') return undefined;
    const subject = own.slice(number.length);
    const isWhole = subject.split('、').every((piece) => words.includes(piece));
    const isSentence = isWhole || (TARGET.test(words) && QUANTITY.test(words));
    const isSerial = Number(/^\d{1,5}/.exec(said(row, serial))?.[0]) === number.value;
    return { index, number, subject: isWhole ? '' : subject, task: words, isSentence, isSerial, text: '' };
  };
  let run: (Candidate | undefined)[] = [];
  const close = (): void => {
    const all = run.filter((each) => each !== undefined);
    const sentences = all.filter(({ isSentence }) => isSentence).length;
    // Where each number of a section is that of its row, it is the number of a task and of no heading.
    const counted = run.length > 1 && all.length === run.length && all.every(({ isSerial }) => isSerial);
    const mark = sentences * 2 >= run.length ? '' : '：';
    for (const { index, number, subject, task: words, isSentence } of all)
      if (isSentence || counted)
        found.set(index, { number, text: `${number.text}${subject}${isSentence || !subject ? '' : mark}${words}` });
    run = [];
  };
  let open = '';
  rows.forEach((row, index) => {
    const own = said(row, section);
    if ('section' in row || own !== open) close();
    open = own;
    if ('cells' in row && said(row, content)) run.push(candidateAt(row, index));
  });
  close();
  return found;
}
