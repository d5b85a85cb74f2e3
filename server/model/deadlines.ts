/**
 * Deadlines in the calendar. Words come from `phrases.ts`; the year that they leave out comes from the deadline before
 * them, from the plan, or from the date of the notice, in this order.
 */
import type { After, Day, Every } from '../syntax/days.ts';
import type { Item, Range, Setting, Task } from './notice.ts';
import { type DeadlineKind, fieldPhrases, type Phrase, type Unclear } from './phrases.ts';
import { isoDay, type Period } from './plan-period.ts';

export type { DeadlineKind, Every, Period, Unclear };

/** What told the year: the deadline itself, the one before it, the plan's title, the notice's date. */
export type YearSource = 'said' | 'previous' | 'plan' | 'notice';

/** Where it stands: in the task's own field or text, on a heading, or as what holds for all tasks. */
export type DeadlineSource = 'field' | 'text' | 'heading' | 'default';

/** When something is due. A plain value: equal notices have equal deadlines. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** As printed, without what is to be done by then. */
  readonly text: string;
  /** Its place in its part: `partOf` tells which. A part that moves keeps its deadlines. */
  readonly range: Range;
  readonly source: DeadlineSource;
  /** The first day, ISO 8601, of what has one: 三季度. */
  readonly from?: string;
  /** The last day on which it is in time, ISO 8601. Missing where no day can be told: 持续推进, 汛期前, a year nobody knows. */
  readonly due?: string;
  readonly year?: YearSource;
  /** Of what recurs. */
  readonly every?: Every;
  readonly unclear?: Unclear;
  /** 6月底前完成并长期坚持 */
  readonly ongoing?: true;
  /** 9月前: with August or with September. `due` is the later one. */
  readonly ambiguous?: true;
}

/** The day on which a task is due at the latest, ISO 8601; undefined where it has none. */
export function dueOf({ deadline }: Pick<Task, 'deadline'>): string | undefined {
  return deadline?.due;
}

/** The part that a deadline of a task stands in. */
export function partOf({ part, sections }: Pick<Task, 'part' | 'sections'>, { source, range }: Deadline): number {
  if (source === 'default') return 0;
  if (source !== 'heading') return part;
  // Each phrase has a range object of its own.
  const heading = sections.findLast(({ item }) => item.deadlines.some((phrase) => phrase.range === range));
  return heading?.part ?? part;
}

const UNITS: Readonly<Record<Every['unit'], readonly [string, string]>> = {
  day: ['每天', 'every day'],
  week: ['每周', 'every week'],
  'ten-days': ['每旬', 'every ten days'],
  month: ['每月', 'every month'],
  quarter: ['每季度', 'every quarter'],
  'half-year': ['每半年', 'every half-year'],
  year: ['每年', 'every year'],
};

/** A deadline in words, with the date that it comes to. */
export function sayDeadline({ kind, from, due, every, ongoing }: Deadline): {
  readonly zh: string;
  readonly en: string;
} {
  const on = ongoing ? { zh: '，以后长期坚持', en: ', and on after that' } : { zh: '', en: '' };
  if (due && from && kind === 'period')
    return { zh: `${sayDay(from)}至${sayDay(due)}${on.zh}`, en: `${from} to ${due}${on.en}` };
  if (due) return { zh: `${sayDay(due)}前（含当日）${on.zh}`, en: `by ${due}${on.en}` };
  if (every) {
    const [zh, en] = UNITS[every.unit];
    return { zh, en };
  }
  if (kind === 'open') return { zh: '没有截止日期', en: 'no end' };
  return { zh: '无法确定日期', en: 'no certain date' };
}

/** 2026-06-30 → 2026年6月30日 */
export function sayDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** A task's deadlines. */
export interface TaskDeadlines {
  /** What binds: of its own field, of a heading, or of all tasks. Of several stages the last. */
  readonly deadline?: Deadline;
  /** All that its own fields say, in order; mostly one. */
  readonly stages: readonly Deadline[];
  /** What the heading above says, also where the task says its own. */
  readonly above?: Deadline;
  /** What its text says. */
  readonly spoken: readonly Deadline[];
}

export interface Calendar {
  readonly plan: Period | undefined;
  /** The notice's date. */
  readonly date: string | undefined;
}

const NONE: readonly Deadline[] = [];

/** What became of an item last: an edit elsewhere changes nothing of it. */
interface Kept {
  readonly key: string;
  readonly heading: Deadline | undefined;
  readonly read: TaskDeadlines;
}

const kept = new WeakMap<Item, Kept>();
const headings = new WeakMap<Item, { key: string; deadline: Deadline | undefined }>();

/** Reads the deadlines of one notice's tasks, in their order. */
export class DeadlineReader {
  readonly #calendar: Calendar;
  readonly #key: string;
  readonly #default: Deadline | undefined;
  #previous: Deadline | undefined;

  constructor(calendar: Calendar, settings: readonly Setting[]) {
    this.#calendar = calendar;
    this.#default = this.#ofSettings(settings);
    const { plan, date } = calendar;
    const own = this.#default && `${this.#default.text} ${this.#default.range.start}`;
    this.#key = `${date} ${plan?.from} ${plan?.due} ${plan?.year} ${own}`;
  }

  /** What holds for tasks that say nothing: 完成时限：2026年12月底前 in the front matter. */
  get default(): Deadline | undefined {
    return this.#default;
  }

  #ofSettings(settings: readonly Setting[]): Deadline | undefined {
    const setting = settings.findLast(({ key, value }) => /^(?:完成(?:时限|期限|时间)|时限)$/.test(key) && value);
    if (!setting) return undefined;
    const start = setting.range.end - setting.value.length;
    const phrases = fieldPhrases(setting.value, (at) => start + at);
    return last(phrases.map((phrase) => ({ ...this.#place(phrase, undefined), source: 'default' })));
  }

  /** @param heading the one above that hands its deadline down */
  read(item: Item, heading?: Item): TaskDeadlines {
    const above = heading && this.#heading(heading);
    const same = item.deadlines[0]?.same === true;
    const known = kept.get(item);
    let read = known?.read;
    if (same || !read || known!.key !== this.#key || known!.heading !== above) {
      const stages = same ? this.#sameAgain(item.deadlines[0]!) : this.#resolve(item.deadlines, 'field');
      const deadline = last(stages) ?? above ?? this.#default;
      read = { ...(deadline && { deadline }), stages, ...(above && { above }), spoken: this.#spoken(item) };
      kept.set(item, { key: this.#key, heading: above, read });
    }
    this.#previous = read.deadline;
    return read;
  }

  #heading(item: Item): Deadline | undefined {
    const known = headings.get(item);
    if (known?.key === this.#key) return known.deadline;
    const deadline = last(this.#resolve(item.deadlines, 'heading'));
    headings.set(item, { key: this.#key, deadline });
    return deadline;
  }

  /** 同上 */
  #sameAgain({ text, range }: Phrase): readonly Deadline[] {
    const previous = this.#previous;
    return [
      previous ? { ...previous, text, range, source: 'field' } : { kind: 'unclear', text, range, source: 'field' },
    ];
  }

  /** 2000年以前建成的小区 is no deadline. */
  #spoken(item: Item): readonly Deadline[] {
    const spoken = this.#resolve(item.spoken, 'text');
    const { plan, date } = this.#calendar;
    const first = (plan?.from ?? date)?.slice(0, 4);
    return spoken.filter(({ due, year }) => year !== 'said' || first === undefined || due! >= first);
  }

  #resolve(phrases: readonly Phrase[], source: DeadlineSource): readonly Deadline[] {
    if (!phrases.length) return NONE;
    let before: Day | undefined;
    let sentence = 0;
    return phrases.map((phrase): Deadline => {
      if (phrase.sentence !== sentence) before = undefined;
      sentence = phrase.sentence;
      const placed = this.#place(phrase, before);
      const year = placed.due?.slice(0, 4);
      if (year) before = { year: Number(year), day: 1 };
      return { ...placed, source };
    });
  }

  #place(phrase: Phrase, before: Day | undefined): Omit<Deadline, 'source'> {
    const { kind, text, range, span, unclear, ongoing } = phrase;
    const base = {
      text,
      range,
      ...(unclear && { unclear }),
      ...(ongoing && { ongoing }),
      ...(span?.ambiguous && { ambiguous: true as const }),
      ...(span?.every && { every: span.every }),
    };
    if (!span || kind === 'unclear' || kind === 'recurring' || kind === 'open') return { kind, ...base };
    if (span.after) {
      const due = this.#calendar.date && addTo(this.#calendar.date, span.after);
      return { kind, ...base, ...(due && { due, year: 'notice' as const }) };
    }
    const { due: day, from } = span;
    const end = this.#yearOf(day!, from?.year === undefined ? before : from);
    if (!end) return { kind, ...base };
    const due = isoDay(this.#inMonth(day!), end.year);
    if (!due) return { kind: 'unclear', ...base, unclear: 'impossible' };
    const start = from && this.#start(from, day!, end.year, before);
    const year = from?.year === undefined ? end.source : 'said';
    return { kind, ...base, ...(start && { from: start }), due, year };
  }

  /** 2026年10月—次年3月 begins in the year that it says; 10月—12月 in that of its end. */
  #start(from: Day, due: Day, endYear: number, before: Day | undefined): string | undefined {
    const year = from.year ?? (due.nextYear ? endYear - 1 : from.yearAhead === undefined ? endYear : undefined);
    return isoDay(this.#inMonth(from), year ?? this.#yearOf(from, before)?.year ?? endYear);
  }

  #inMonth(day: Day): Day {
    if (day.monthAhead === undefined) return day;
    const { plan, date } = this.#calendar;
    const now = plan?.unit === 'month' ? plan.from : date;
    return now ? { ...day, month: Math.min(12, Number(now.slice(5, 7)) + day.monthAhead) } : day;
  }

  #yearOf(day: Day, before: Day | undefined): { year: number; source: YearSource } | undefined {
    const { plan, date } = this.#calendar;
    if (day.year !== undefined) return { year: day.year, source: 'said' };
    const issued = date === undefined ? undefined : Number(date.slice(0, 4));
    const now = plan?.year ?? issued ?? (plan && Number(plan.from.slice(0, 4)));
    if (day.nextYear && before) return { year: before.year! + 1, source: 'previous' };
    const ahead = day.nextYear ? 1 : day.yearAhead;
    if (ahead !== undefined) {
      const year = issued ?? now;
      return year === undefined ? undefined : { year: year + ahead, source: date ? 'notice' : 'plan' };
    }
    if (before) return { year: before.year!, source: 'previous' };
    if (plan?.year !== undefined) {
      const near = plan.unit === 'year' ? plan.year : nearest(day, plan.year, plan.from);
      return { year: near, source: 'plan' };
    }
    if (issued !== undefined) {
      return { year: plan ? next(day, issued, date!) : nearest(day, issued, date!), source: plan ? 'plan' : 'notice' };
    }
    return now === undefined ? undefined : { year: now, source: 'plan' };
  }
}

/** 3月底前 in a notice of December is next year's; in one of April it is over. */
function nearest(day: Day, year: number, date: string): number {
  const months = Number(date.slice(5, 7)) - (day.month ?? Number(date.slice(5, 7)));
  return months > 6 ? year + 1 : year;
}

/** Within a plan of several years: the first one to come. */
function next(day: Day, year: number, date: string): number {
  const due = isoDay(day, year);
  return due !== undefined && due < date ? year + 1 : year;
}

/** What is last in time; what has no date counts where nothing has one, and what is unclear where nothing else is said. */
function last(deadlines: readonly Deadline[]): Deadline | undefined {
  let latest: Deadline | undefined;
  for (const deadline of deadlines) {
    if (!latest || later(deadline, latest)) latest = deadline;
  }
  return latest;
}

function later({ due, kind }: Deadline, than: Deadline): boolean {
  if (due === undefined) return than.due === undefined && kind !== 'unclear';
  return than.due === undefined || due >= than.due;
}

/** The day after which so much time has passed: 30 days from 2026-02-10 end with 2026-03-12. */
function addTo(date: string, { count, unit }: After): string | undefined {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  if (unit === 'day') return new Date(Date.UTC(year, month - 1, day + count)).toISOString().slice(0, 10);
  const months = year * 12 + month - 1 + count * (unit === 'year' ? 12 : 1);
  const end = { month: (months % 12) + 1, day };
  return isoDay(end, Math.floor(months / 12)) ?? isoDay({ ...end, day: -1 }, Math.floor(months / 12));
}
