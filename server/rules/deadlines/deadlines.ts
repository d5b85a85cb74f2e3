/** What rules of deadlines share: which deadlines bind whom, each told once. */
import { partOf } from '../../model/deadlines.ts';
import {
  absolute,
  type Deadline,
  type Field,
  type Item,
  type Notice,
  type Range,
  type Task,
} from '../../model/notice.ts';
import { tableBindings } from './table-deadlines.ts';

export interface Binding {
  readonly deadline: Deadline;
  /** Where it stands. */
  readonly range: Range;
  /** What binds in the end, of the first task that it binds. */
  readonly last: Deadline;
  /** All that is said of that task. */
  readonly stages: readonly Deadline[];
}

/** Several rules ask for them. */
const known = new WeakMap<Notice, readonly Binding[]>();

/**
 * The deadlines that bind tasks: of their own fields, of headings once for all tasks under them, and of tables where
 * the text says none.
 */
export function bindings(notice: Notice): readonly Binding[] {
  let found = known.get(notice);
  if (!found) {
    found = [...gather(notice), ...tableBindings(notice)];
    known.set(notice, found);
  }
  return found;
}

function gather(notice: Notice): readonly Binding[] {
  const found: Binding[] = [];
  const headings = new Set<Deadline>();
  const add = (deadline: Deadline, task: Task): void => {
    const { stages } = task;
    found.push({ deadline, range: placeOf(notice, task, deadline), last: task.deadline ?? deadline, stages });
  };
  for (const task of notice.tasks) {
    for (const deadline of task.stages) add(deadline, task);
    const { deadline } = task;
    if (deadline?.source !== 'heading' || headings.has(deadline)) continue;
    headings.add(deadline);
    add(deadline, task);
  }
  return found;
}

/** Where a deadline stands in the text. */
export function placeOf(notice: Notice, task: Task, deadline: Deadline): Range {
  return absolute(notice, partOf(task, deadline), deadline.range);
}

/** It ends before it begins: which year it ends in cannot be told. */
export function isReversed({ from, due }: Deadline): boolean {
  return from !== undefined && due !== undefined && from > due;
}

/** What marks where a deadline begins, and not when all is done. */
const START_LABEL = /启动|开工|开始|起始|报送|上报|反馈|阶段/;
const DONE =
  /^(?:力争|确保|争取|基本|全部|全面|完成|办结|建成|竣工|完工|落实|到位|投用|交付|投入使用|见效|之?前|以前|[，。；：\s到至])*$/;

/** The field that a deadline of the item stands in. */
export function fieldOf({ fields }: Item, { range }: Deadline): Field | undefined {
  return fields.find(
    ({ role, valueRange }) => role === 'deadline' && valueRange.start <= range.start && range.end <= valueRange.end,
  );
}

/** Whether a field says when all is done: 2026年6月底前完成, not 2026年6月底前开工. */
export function saysDone(item: Item, deadline: Deadline): boolean {
  const field = fieldOf(item, deadline);
  if (!field) return false;
  if (field.label && START_LABEL.test(field.label.text)) return false;
  return DONE.test(field.value.replace(deadline.text, ''));
}
