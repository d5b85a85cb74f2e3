/** What comes again and again, as a rule that calendars read (RFC 5545, 3.3.10), and its first day. */
import type { Every } from '../../syntax/days.ts';

export interface Rule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  /** Every third month: the first day tells which. */
  readonly interval?: number;
  /** The months in which it falls; all where it is missing. */
  readonly months?: readonly number[];
  /** Days of the month, -1 for its last. */
  readonly days?: readonly number[];
  /** Only the last of the days that a month has: the 30th, in February its last. */
  readonly lastOfDays?: true;
  /** 1 for Monday. */
  readonly weekday?: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FRIDAY = 5;
/** How many months there are in each, and after how many of them it ends. */
const MONTHS: Readonly<Record<'month' | 'quarter' | 'half-year' | 'year', number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};
/** 每季度次月10日前: in the month after the quarter. */
const FOLLOWING = /[次下]月/;

/**
 * The rule of a phrase. Where it says no day, the last one is meant: the last of the month, Friday of the week.
 *
 * @param text the phrase as printed
 */
export function ruleOf({ unit, month, day }: Every, text: string): Rule {
  if (unit === 'day') return { frequency: 'DAILY' };
  if (unit === 'week') return { frequency: 'WEEKLY', weekday: day ?? FRIDAY };
  if (unit === 'ten-days') return { frequency: 'MONTHLY', days: [10, 20, -1] };
  const step = MONTHS[unit];
  const of = month === undefined ? (FOLLOWING.test(text) ? 1 : step) : ((month - 1) % step) + 1;
  const months = Array.from({ length: 12 / step }, (_, index) => of + index * step);
  return {
    frequency: unit === 'year' ? 'YEARLY' : 'MONTHLY',
    ...(step > 1 && { months }),
    ...(step > 1 && step < 12 && { interval: step }),
    ...daysOf(day),
  };
}

/** Not every month has a 29th, 30th and 31st. */
function daysOf(day = -1): Pick<Rule, 'days' | 'lastOfDays'> {
  if (day <= 28 || day === 31) return { days: [day === 31 ? -1 : day] };
  return { days: [28, 29, 30].filter((each) => each <= day), lastOfDays: true };
}

/** @param until the last day on which it may fall, ISO 8601 */
export function ruleValue({ frequency, interval, months, days, lastOfDays, weekday }: Rule, until: string): string {
  return [
    `FREQ=${frequency}`,
    ...(interval ? [`INTERVAL=${interval}`] : []),
    ...(frequency === 'YEARLY' && months ? [`BYMONTH=${months.join()}`] : []),
    ...(days ? [`BYMONTHDAY=${days.join()}`] : []),
    ...(lastOfDays ? ['BYSETPOS=-1'] : []),
    ...(weekday ? [`BYDAY=${WEEKDAYS[weekday - 1]}`] : []),
    `UNTIL=${until.replaceAll('-', '')}`,
  ].join(';');
}

const DAY = 86_400_000;
/** Within these every rule has come once: a year, and the day more that it may have. */
const LONGEST_WAIT = 367;

/** The first day of a rule from a day on, ISO 8601; undefined where it would come after the last. */
export function firstDay(rule: Rule, from: string, until: string): string | undefined {
  const start = Date.parse(`${from}T00:00:00Z`);
  for (let at = 0; at < LONGEST_WAIT; at++) {
    const date = new Date(start + at * DAY);
    const iso = date.toISOString().slice(0, 10);
    if (iso > until) return undefined;
    if (fallsOn(rule, date)) return iso;
  }
  return undefined;
}

function fallsOn({ months, days, lastOfDays, weekday }: Rule, date: Date): boolean {
  if (weekday) return (date.getUTCDay() || 7) === weekday;
  if (months && !months.includes(date.getUTCMonth() + 1)) return false;
  if (!days) return true;
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const all = days.map((day) => (day < 0 ? last : day)).filter((day) => day <= last);
  return (lastOfDays ? [Math.max(...all)] : all).includes(date.getUTCDate());
}

/** The day after, ISO 8601. */
export function dayAfter(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}
