/** Which time a plan is for: 2026年, 2024—2026年, “十五五”, 2026年9月, as its title says. */

import { spanAt } from '../syntax/calendar.ts';
import { DAYS_OF_MONTH, type Day } from '../syntax/days.ts';
import type { Item, Zone } from './notice.ts';

export interface Period {
  /** First and last day, ISO 8601. */
  readonly from: string;
  readonly due: string;
  /** The year that a month without one falls in, where it is one. */
  readonly year?: number;
  readonly unit: 'month' | 'quarter' | 'half-year' | 'year' | 'years';
  /** As printed: 2026年9月 */
  readonly text: string;
}

const PLAN =
  /(?:方案|任务|要点|清单|分解|分工|计划|行动|实事|规划|工作|责任书|台账|安排|事项|项目|目标|措施|表|通知|意见|函)(?:[（(][^（）()]{1,20}[）)])?(?:》?的?(?:通知|函|意见))?》?$/;

interface Place {
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly items: readonly (Item | undefined)[];
  readonly zones: readonly Zone[];
  /** The first part that bears responsibility. */
  readonly firstTask: number;
}

/** The time of the plan; undefined where no title says it, and where it was over when the notice was issued. */
export function planPeriod({ title, date, items, zones, firstTask }: Place): Period | undefined {
  const own = title === undefined ? undefined : periodIn(title, date);
  if (own) return inTime(own, date);
  const limit = Math.min(firstTask < 0 ? items.length : firstTask, 80);
  for (let part = 0; part < limit; part++) {
    const item = items[part];
    if (!item || item.number || item.text.length > 60 || zones[part] === 'table' || zones[part] === 'tail') continue;
    if (!PLAN.test(item.text)) continue;
    const period = periodIn(item.text, date);
    if (period) return inTime(period, date);
  }
  return undefined;
}

/** 2025年督察反馈问题整改任务, issued in 2026: a year that the plan is about, and not the one it is for. */
function inTime(period: Period, date: string | undefined): Period | undefined {
  return date !== undefined && period.due < date ? undefined : period;
}

const YEAR = /20\d{2}\s*(?:年|[-—–~～－─至])|二[〇○零一二三四五六七八九]{3}年|十[三四五六七]五/g;

/** The narrowest time that a title says; where several stand side by side, the last. */
export function periodIn(title: string, date?: string): Period | undefined {
  let found: Period | undefined;
  let wide = false;
  YEAR.lastIndex = 0;
  for (let match = YEAR.exec(title); match; match = YEAR.exec(title)) {
    const start = title[match.index - 1] === '“' ? match.index - 1 : match.index;
    const span = spanAt(title, start) ?? spanAt(title, match.index);
    if (!span?.due?.year || span.impossible) continue;
    YEAR.lastIndex = Math.max(span.end, YEAR.lastIndex);
    const period = periodOf(title.slice(span.start, span.end), span.from, span.due, date);
    wide ||= period.unit === 'years';
    const wider = found && found.from >= period.from && found.due <= period.due && found.unit !== period.unit;
    if (!wider) found = period;
  }
  const years = /([两三五])年(?:攻坚|专项|提升)?(?:行动|计划|规划)/.exec(title);
  if (!years) return found;
  const first = found ? Number(found.from.slice(0, 4)) : date ? Number(date.slice(0, 4)) : undefined;
  if (first === undefined || wide) return found;
  const last = first + '两三五'.indexOf(years[1]!) + (years[1] === '五' ? 2 : 1);
  const year = found?.year;
  return {
    from: found?.from ?? `${first}-01-01`,
    due: `${last}-12-31`,
    ...(year !== undefined && { year }),
    unit: 'years',
    text: found?.text ?? years[0],
  };
}

function periodOf(text: string, from: Day | undefined, due: Day, date: string | undefined): Period {
  const last = isoDay(due, due.year!)!;
  const single = from && (from.year ?? due.year) === due.year;
  // 2030年前: from now on.
  const first = from ? isoDay(from, from.year ?? due.year!)! : (date ?? last);
  const months = single ? (due.month ?? 12) - (from.month ?? 1) + 1 : 0;
  const unit = !single
    ? 'years'
    : months === 1
      ? 'month'
      : months === 3
        ? 'quarter'
        : months === 6
          ? 'half-year'
          : 'year';
  return { from: first, due: last, ...(single && { year: due.year! }), unit, text };
}

/** A day in the calendar, ISO 8601; undefined where there is none: 2月30日. */
export function isoDay({ month = 12, day }: Day, year: number): string | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && !leap ? 28 : (DAYS_OF_MONTH[month - 1] ?? 0);
  const value = day === -1 ? last : day;
  if (!(month >= 1 && month <= 12 && value >= 1 && value <= last)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(value).padStart(2, '0')}`;
}
