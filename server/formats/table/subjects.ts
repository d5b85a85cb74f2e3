/**
 * How the tasks that stand right under an outermost heading part between 工作内容 and 主要任务: as the drafter marked it in
 * a comment, else at the subject of the sentence where it has a clear one. What had to be guessed is told.
 */
import { absolute, type Notice, type Range, type Task } from '../../model/notice.ts';
import type { Remark } from '../format.ts';
import { phrase, splitTarget } from './target.ts';

export interface Parting {
  /** 工作内容, without the task's number. */
  readonly subject: string;
  /** 主要任务 */
  readonly target: string;
}

export interface Partings {
  /** By task; a task that has none stands in 主要任务 whole. */
  readonly of: ReadonlyMap<Task, Parting>;
  readonly remarks: readonly Remark[];
}

/** A comment by which the drafter says what the subject is: // 工作内容：粮食产量. Empty or 无: the task stands whole. */
interface Mark {
  readonly subject: string;
  readonly range: Range;
}

const MARK = /^工作内容\s*[：:]\s*(.*)$/;
/** More numbers than this are not read. */
const MOST_NUMBERS = 12;

export function partingsOf(notice: Notice): Partings {
  const { marks, astray } = marksOf(notice);
  const of = new Map<Task, Parting>();
  const guessed: Task[] = [];
  const whole: Task[] = [];
  for (const task of notice.tasks) {
    const mark = marks.get(task);
    if (task.sections.length > 1) {
      if (mark) astray.push(mark);
      continue;
    }
    if (mark) {
      if (mark.subject) of.set(task, { subject: mark.subject, target: restOf(phrase(task.text), mark.subject) });
      continue;
    }
    const split = splitTarget(task.text);
    if (split) of.set(task, split);
    else whole.push(task);
    if (split?.guessed) guessed.push(task);
  }
  const parted = new Set([...of.keys()].map((task) => task.sections[0]?.part));
  const left = whole.filter((task) => parted.has(task.sections[0]?.part));
  return {
    of,
    remarks: [...remarkGuessed(notice, guessed, of), ...remarkWhole(notice, left), ...remarkAstray(astray)],
  };
}

/**
 * The marks, by the task that each stands under: between its lines, or below them before anything else that prints. One
 * between a heading and the first task below it is that task's.
 */
function marksOf(notice: Notice): { marks: ReadonlyMap<Task, Mark>; astray: Mark[] } {
  const marks = new Map<Task, Mark>();
  const astray: Mark[] = [];
  const { tasks, items } = notice;
  let next = 0;
  // The first part at or behind each that prints something.
  let printing = 0;
  for (const { part, text, range } of notice.comments) {
    const said = MARK.exec(text.trim())?.[1]?.trim();
    if (said === undefined) continue;
    const mark = { subject: said === '无' ? '' : phrase(said), range: absolute(notice, part, range) };
    for (; next < tasks.length && tasks[next]!.from <= part; next++) printing = tasks[next]!.part + 1;
    const [above, below] = [tasks[next - 1], tasks[next]];
    while (printing < part && !items[printing]) printing++;
    let task: Task | undefined;
    if (above && (part <= above.part || (printing === part && !items[part]))) task = above;
    else if (below && isNext(items, part, below.from)) task = below;
    if (task) marks.set(task, mark);
    else astray.push(mark);
  }
  return { marks, astray };
}

/** Nothing that prints stands between two parts, but for a heading's line that the comment is in. */
function isNext(items: Notice['items'], from: number, to: number): boolean {
  let part = from + 1;
  while (part < to && !items[part]) part++;
  return part === to;
}

/** What is left of a sentence behind its subject; the whole where it begins otherwise. */
function restOf(text: string, subject: string): string {
  if (!text.startsWith(subject)) return text;
  return text.slice(subject.length).replace(/^[，,、：:\s]+/, '') || text;
}

function remarkGuessed(notice: Notice, tasks: readonly Task[], of: ReadonlyMap<Task, Parting>): Remark[] {
  const [first] = tasks;
  if (!first) return [];
  const { subject } = of.get(first)!;
  return [
    {
      range: absolute(notice, first.part, first.item.textRange),
      words: {
        zh: `序号 ${numbers(tasks, '、', '等')} 的“工作内容”是从句子里推断的（如序号 ${first.n}：“${subject}”），请核对。不对的，在这项任务下面另起一行写“// 工作内容：……”；不拆分的，写“// 工作内容：无”。这一行不会印出来`,
        en: `the subject (工作内容) of no. ${numbers(tasks, ', ', 'and others')} was inferred from the sentence (no. ${first.n}: “${subject}”): please check. Where it is wrong, write “// 工作内容：…” on a line of its own below the task; “// 工作内容：无” leaves the sentence whole. The line does not print`,
      },
    },
  ];
}

function remarkWhole(notice: Notice, tasks: readonly Task[]): Remark[] {
  const [first] = tasks;
  if (!first) return [];
  return [
    {
      range: absolute(notice, first.part, first.item.textRange),
      words: {
        zh: `序号 ${numbers(tasks, '、', '等')} 没有拆分成“工作内容”和“主要任务”，而同一标题下的其他任务拆分了。要拆分的，在这项任务下面另起一行写“// 工作内容：……”；不拆分的，写“// 工作内容：无”，以后不再提示。这一行不会印出来`,
        en: `no. ${numbers(tasks, ', ', 'and others')} stand whole in 主要任务, while other tasks under the same heading part between 工作内容 and 主要任务. To part one, write “// 工作内容：…” on a line of its own below the task; “// 工作内容：无” keeps it whole and this remark away. The line does not print`,
      },
    },
  ];
}

function remarkAstray(marks: readonly Mark[]): Remark[] {
  return marks.map(({ subject, range }) => ({
    range,
    words: {
      zh: `“// 工作内容：${subject}”没有用上：它只用于直接排在一级标题下面的任务，写在任务的下面；有二级标题的任务，“工作内容”就是那个标题`,
      en: `“// 工作内容：${subject}” has no effect: it is for a task right under an outermost heading, and stands below that task; where a task has a heading of a second level, that heading is its 工作内容`,
    },
  }));
}

/** The serial numbers of some tasks, runs of three and more shortened: 3、7—12. */
function numbers(tasks: readonly Task[], mark: string, others: string): string {
  const runs: string[] = [];
  for (let from = 0, to = 0; from < tasks.length; from = to + 1) {
    for (to = from; tasks[to + 1]?.n === tasks[to]!.n + 1; ) to++;
    const [first, last] = [tasks[from]!.n, tasks[to]!.n];
    if (last > first + 1) runs.push(`${first}—${last}`);
    else runs.push(...(last > first ? [String(first), String(last)] : [String(first)]));
  }
  const shown = runs.slice(0, MOST_NUMBERS).join(mark);
  return runs.length > MOST_NUMBERS ? `${shown}${others === '等' ? '' : ' '}${others}` : shown;
}
