/** What comes again and again, and what is due so long after the notice: 每季度首月10日前, 印发之日起30日内. */
import { type After, BEFORE, type Every, exec, isPossible, number, type Span } from './days.ts';

const EVERY =
  /(?:每个?(年度?|半年|季度?|月份?|周|星期|日|天|旬)|(?:[按逐](年|季度?|月|周|日)|[当次](月)))(?:(?:的)?\s{0,3}(?:(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?|(首月|第一个月|末月|最后一个月|次月|下月|当月)))?\s{0,3}(?:(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s{0,3}[日号]|(?<=周|星期)([一二三四五六日天])|([年月季]?度?[底末]))?/y;
const AFTER =
  /(?:(?:自|从|本|该|通知|方案|文件|意见|之日)*(?:印发|发布|下发|公布|实施|发文|施行)(?:之?日)?(?:起|后|之后)?(?:的)?)?\s{0,3}(\d{1,3}|[一二两三四五六七八九]?十?[一二两三四五六七八九]?|半)\s{0,3}(?:(个月)|(个?工作日)|([日天])|(个?(?:星期|周))|(个?季度)|(年))\s{0,3}(?:之内|以内|内(?!部|外|容))/y;

const UNITS: Readonly<Record<string, Every['unit']>> = {
  年: 'year',
  半年: 'half-year',
  季: 'quarter',
  月: 'month',
  周: 'week',
  星期: 'week',
  日: 'day',
  天: 'day',
  旬: 'ten-days',
};

/** 每月28日前, 按季度, 次月10日前 */
export function everyAt(text: string, at: number): Span | undefined {
  if (!'每按逐当次'.includes(text[at] ?? '')) return undefined;
  const match = exec(EVERY, text, at);
  if (!match) return undefined;
  const [, each, by, same, month, ofQuarter, day, weekday, ending] = match;
  const unit = UNITS[(each ?? by ?? same)!.replace(/[度份]/g, '')] ?? 'month';
  const dayNumber = day ? number(day) : weekday ? '一二三四五六日天'.indexOf(weekday) + 1 : ending ? -1 : undefined;
  const monthNumber = month
    ? number(month)
    : ofQuarter === '首月' || ofQuarter === '第一个月'
      ? 1
      : /末月|最后/.test(ofQuarter ?? '')
        ? 3
        : undefined;
  const before = exec(BEFORE, text, at + match[0].length);
  const impossible =
    (dayNumber ?? 1) > 31 || (monthNumber !== undefined && !isPossible({ month: monthNumber, day: dayNumber ?? 1 }));
  return {
    start: at,
    end: at + match[0].length + (before?.[0].length ?? 0),
    every: {
      unit,
      ...(monthNumber !== undefined && { month: monthNumber }),
      ...(dayNumber !== undefined && { day: Math.min(dayNumber, unit === 'week' ? 7 : 31) }),
    },
    ...(impossible && { impossible: true }),
    saysYear: false,
  };
}

/** 印发之日起15个工作日内, 两个月内 */
export function afterAt(text: string, at: number): Span | undefined {
  const match = exec(AFTER, text, at);
  if (!match?.[1]) return undefined;
  const [, numeral, months, working, days, weeks, quarters, years] = match;
  const half = numeral === '半';
  const count = half ? 6 : number(numeral!);
  if (!count) return undefined;
  const after: After = working
    ? { count, unit: 'working-day' }
    : days
      ? { count, unit: 'day' }
      : weeks
        ? { count: count * 7, unit: 'day' }
        : months || quarters
          ? { count: half ? 1 : quarters ? count * 3 : count, unit: 'month' }
          : years && half
            ? { count: 6, unit: 'month' }
            : { count, unit: 'year' };
  return { start: at, end: at + match[0].length, after, saysYear: false };
}
