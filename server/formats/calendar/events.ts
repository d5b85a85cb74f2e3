/** The days of a notice's tasks: one event for each deadline that a day can be told of, and the tasks that have none. */
import type { Deadline, Notice, Task } from '../../model/notice.ts';
import { firstDay, type Rule, ruleOf } from './recurrence.ts';

export interface Event {
  readonly task: Task;
  readonly deadline: Deadline;
  /** ISO 8601; of what recurs, the first. */
  readonly day: string;
  /** Of what recurs. */
  readonly again?: { readonly rule: Rule; readonly until: string };
  /** Of a task with several, from 1. */
  readonly stage?: { readonly number: number; readonly of: number };
}

export interface Events {
  readonly events: readonly Event[];
  /** Tasks of which no day can be told. */
  readonly undated: readonly Task[];
  /** Tasks without a field for it, whose text says when they are due. */
  readonly spoken: readonly Task[];
  /** What recurs and whose end is not said: taken as that of the year. */
  readonly endless: readonly Task[];
}

export function eventsOf(notice: Notice, tasks: readonly Task[]): Events {
  const events: Event[] = [];
  const undated: Task[] = [];
  const spoken: Task[] = [];
  const endless: Task[] = [];
  const span = spanOf(notice);
  const known = new Map<string, string | undefined>();
  /** Most that recurs does so alike. */
  const first = (rule: Rule, from: string, until: string): string | undefined => {
    const key = JSON.stringify([rule, from, until]);
    if (!known.has(key)) known.set(key, firstDay(rule, from, until));
    return known.get(key);
  };
  const dayOf = (deadline: Deadline): Pick<Event, 'day' | 'again'> | undefined => {
    if (deadline.due) return { day: deadline.due };
    if (!deadline.every || !span) return undefined;
    const rule = ruleOf(deadline.every, deadline.text);
    const day = first(rule, span.from, span.until);
    return day === undefined ? undefined : { day, again: { rule, until: span.until } };
  };
  for (const task of tasks) {
    const said = task.stages.length ? task.stages : task.deadline ? [task.deadline] : bySpoken(task);
    const dated = said.flatMap((deadline) => {
      const found = dayOf(deadline);
      return found ? [{ task, deadline, ...found }] : [];
    });
    if (!dated.length) undated.push(task);
    else if (!task.deadline) spoken.push(task);
    if (span?.guessed && dated.some(({ again }) => again)) endless.push(task);
    dated.forEach((event, index) => {
      events.push(dated.length > 1 ? { ...event, stage: { number: index + 1, of: dated.length } } : event);
    });
  }
  return { events, undated, spoken, endless };
}

/** 9月底前完成 says when; 四季度开工的项目 says which. */
function bySpoken({ spoken }: Task): readonly Deadline[] {
  return spoken.filter(({ kind }) => kind === 'by');
}

interface Span {
  readonly from: string;
  readonly until: string;
  /** No plan says when it ends. */
  readonly guessed: boolean;
}

/** When something recurs: from the notice's date, or the plan's first day, to the plan's last. */
function spanOf({ plan, head: { date } }: Notice): Span | undefined {
  if (plan) return { from: date && date > plan.from ? date : plan.from, until: plan.due, guessed: false };
  return date ? { from: date, until: `${date.slice(0, 4)}-12-31`, guessed: true } : undefined;
}
