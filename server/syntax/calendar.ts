/**
 * Points and spans of the calendar as notices print them: 2026年6月底, 三季度, 6月上旬, 2026—2028年, “十五五”末, 每月28日,
 * 30日内. Which year is meant where none is said is not known here.
 */
import { hanValue } from './numbers.ts';

/** A day of which not everything is said. */
export interface Day {
  readonly year?: number;
  /** 今年 0, 明年 1: from the year of the notice. */
  readonly yearAhead?: number;
  /** 次年: from the year said before. */
  readonly nextYear?: true;
  readonly month?: number;
  /** 本月 0, 下月 1: from the month of the notice. */
  readonly monthAhead?: number;
  /** -1 is the last of the month. */
  readonly day: number;
}

export interface Every {
  readonly unit: 'day' | 'week' | 'ten-days' | 'month' | 'quarter' | 'half-year' | 'year';
  /** Of the year, or of the quarter: 每季度首月 is 1. */
  readonly month?: number;
  /** Of the month, -1 for its last; of the week, 1 for Monday. */
  readonly day?: number;
}

/** 印发之日起15个工作日内 */
export interface After {
  readonly count: number;
  readonly unit: 'day' | 'working-day' | 'month' | 'year';
}

/** What a phrase says of the calendar. Offsets are those of the text it was found in. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Missing where only the end counts: 6月底前. */
  readonly from?: Day;
  readonly due?: Day;
  readonly every?: Every;
  readonly after?: After;
  /** 9月前 may end with August or with September. */
  readonly ambiguous?: true;
  /** 9月31日, 13月: no calendar has it. */
  readonly impossible?: true;
  /** Whether a year stands there in figures. */
  readonly saysYear: boolean;
}

const NUMERAL = '一二三四五六七八九';
const POINT = new RegExp(
  [
    '(?:(20\\d{2}|二[〇○零一二三四五六七八九]{3}|\\d{2}(?=\\s*年\\s*(?:\\d|底|末)))\\s*年(?:度)?(?!行动|计划|规划|实施)|([今明后本当次来翌同])年(?:度)?(?=[\\d\\s一二三四五六七八九十上下年底末内第前]|$|[，；。])|“?(十[二三四五六])五”?(?:规划|时期)?(期间|期末|末|时期|内)?)?\\s*',
    `(?:(\\d{1,2}|十[一二]?|[${NUMERAL}])\\s*月(?:份)?(?!龄|子|饼)|([本当次下])月(?:份)?|第?([一二三四五六1-9])季度|(前[二三])季度|([上下])半年)?\\s*`,
    `(?:(\\d{1,2}|[一二三]?十[${NUMERAL}]?|[${NUMERAL}])\\s*[日号](?![常间前后]?用)|([上中下])旬|((?:年|月|季度)?[底末](?!端|梢))|(年内|年度内|全年|内(?!部|外|容|陆|河|涝|需|生|控))|(月?初))?`,
  ].join(''),
  'y',
);
const BEFORE =
  /\s*(?:[（(]含[^（）()]{0,5}[）)])?\s*(?:之前|以前|前(?!期|后|置|往|沿|端|列|茅|提|景|瞻|三季|两季)|止)/y;
const CONNECTOR = /\s*(?:[-—–~～－─]{1,2}|至|到)\s*/y;
const YEARS = /(20\d{2})\s*(?:年)?\s*(?:[-—–~～－─]{1,2}|至|到)\s*(20\d{2})\s*年(?:度)?/y;
const MONTHS = /(?:(20\d{2})\s*年)?\s*(\d{1,2})\s*(?:[-—–~～－─]{1,2}|至|到)\s*(\d{1,2})\s*月(?:份)?/y;
const DAYS =
  /(?:(20\d{2})\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?\s*(?:[-—–~～－─]{1,2}|至|到)\s*(\d{1,2})\s*[日号]/y;
const QUARTERS = /(?:(20\d{2})\s*年)?\s*第?([一二三四1-4])\s*(?:[-—–~～－─]{1,2}|至|到|、)\s*第?([一二三四1-4])季度/y;
const DOTTED = /(20\d{2})([-./])(\d{1,2})(?:\2(\d{1,2}))?(?![\d.]|[-./]\d)/y;
const EVERY =
  /(?:每个?(年度?|半年|季度?|月份?|周|星期|日|天|旬)|(?:[按逐](年|季度?|月|周|日)|[当次](月)))(?:(?:的)?\s*(?:(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?|(首月|第一个月|末月|最后一个月|次月|下月|当月)))?\s*(?:(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s*[日号]|(?<=周|星期)([一二三四五六日天])|([年月季]?度?[底末]))?/y;
const AFTER =
  /(?:(?:自|从|本|该|通知|方案|文件|意见|之日)*(?:印发|发布|下发|公布|实施|发文|施行)(?:之?日)?(?:起|后|之后)?(?:的)?)?\s*(\d{1,3}|[一二两三四五六七八九]?十?[一二两三四五六七八九]?|半)\s*(?:(个月)|(个?工作日)|([日天])|(个?(?:星期|周))|(个?季度)|(年))\s*(?:之内|以内|内(?!部|外|容))/y;

const FIXED_FEASTS: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1],
  五一: [5, 1],
  劳动节: [5, 1],
  七一: [7, 1],
  八一: [8, 1],
  国庆: [10, 1],
  国庆节: [10, 1],
};
const FEAST = /“?(元旦|五一|劳动节|七一|八一|国庆节|国庆)”?节?(?:假期)?(?:之前|以前|前)/y;

/** What stands at an offset, the longest there is; undefined where the calendar is not spoken of. */
export function spanAt(text: string, at: number): Span | undefined {
  return everyAt(text, at) ?? afterAt(text, at) ?? rangeAt(text, at) ?? feastAt(text, at) ?? pointsAt(text, at);
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function number(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral) : (hanValue(numeral.replace('两', '二')) ?? 0);
}

function yearNumber(numeral: string): number {
  if (/^\d{4}/.test(numeral)) return Number(numeral);
  if (/^\d/.test(numeral)) return 2000 + Number(numeral);
  return Number([...numeral.replace(/[○零]/g, '〇')].map((digit) => '〇一二三四五六七八九'.indexOf(digit)).join(''));
}

interface Point {
  readonly end: number;
  readonly first: Day;
  readonly last: Day;
  /** It names one day, or the end of something. */
  readonly exact: boolean;
  readonly tenDays?: boolean;
  readonly saysYear: boolean;
  readonly impossible: boolean;
}

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a month and a day can be. */
function isPossible({ year, month = 1, day }: Day): boolean {
  if (month < 1 || month > 12 || day === 0 || day > DAYS_OF_MONTH[month - 1]!) return false;
  return !(month === 2 && day === 29 && year !== undefined && year % 4 !== 0);
}

function pointAt(text: string, at: number): Point | undefined {
  const match = exec(POINT, text, at);
  if (!match || match[0].trim() === '') return undefined;
  const [, figure, word, five, fiveTail, month, monthWord, quarter, quarters, half, day, ten, ending, within, early] =
    match;
  const end = at + match[0].trimEnd().length;
  const inYear = month ?? monthWord ?? quarter ?? quarters ?? half;
  if (five) return inYear || day || ending ? undefined : fiveYears(five, fiveTail, end);
  // 底, 内, 初 and 上旬 alone are no points.
  const saysYear = figure !== undefined;
  if (!saysYear && !word && !inYear && !day && !/[年月]/.test(ending ?? within ?? '')) return undefined;
  if (!inYear && !saysYear && !word && early) return undefined;
  // 年底 after a month, 内 after nothing, 2026年旬.
  if ((ten || early === '初') && !month && !monthWord) return undefined;
  const year: Partial<Day> = saysYear
    ? { year: yearNumber(figure) }
    : word === '次' || word === '翌' || word === '同'
      ? word === '同'
        ? {}
        : { nextYear: true }
      : word
        ? { yearAhead: '今本当'.includes(word) ? 0 : word === '后' ? 2 : 1 }
        : {};
  const done = (
    first: Partial<Day> & { day: number },
    last: Partial<Day> & { day: number },
    exact: boolean,
  ): Point => ({
    end,
    first: { ...year, ...first },
    last: { ...year, ...last },
    exact,
    saysYear,
    impossible: !isPossible({ ...year, ...last }) || !isPossible({ ...year, ...first }),
  });
  if (quarter || quarters) {
    const value = number(quarter ?? quarters!.slice(1));
    const first = quarters ? 1 : value * 3 - 2;
    return done({ month: first, day: 1 }, { month: value * 3, day: -1 }, ending !== undefined);
  }
  if (half) return done({ month: half === '上' ? 1 : 7, day: 1 }, { month: half === '上' ? 6 : 12, day: -1 }, !!ending);
  const ofMonth: Partial<Day> = month
    ? { month: number(month) }
    : monthWord || day || ending?.startsWith('月')
      ? { monthAhead: monthWord === '次' || monthWord === '下' ? 1 : 0 }
      : {};
  if (day) {
    const value = number(day);
    return done({ ...ofMonth, day: value }, { ...ofMonth, day: value }, true);
  }
  if (ten || early) {
    const third = early ? 0 : '上中下'.indexOf(ten!);
    const last = third === 2 ? -1 : third * 10 + 10;
    return { ...done({ ...ofMonth, day: third * 10 + 1 }, { ...ofMonth, day: last }, false), tenDays: true };
  }
  const whole = ofMonth.month === undefined && ofMonth.monthAhead === undefined;
  if (whole) return done({ month: 1, day: 1 }, { month: 12, day: -1 }, ending !== undefined);
  return done({ ...ofMonth, day: 1 }, { ...ofMonth, day: -1 }, ending !== undefined);
}

/** “十四五” ended with 2025. */
function fiveYears(five: string, tail: string | undefined, end: number): Point {
  const year = 2010 + ('二三四五六'.indexOf(five[1]!) + 1) * 5;
  return {
    end,
    first: { year: year - 4, month: 1, day: 1 },
    last: { year, month: 12, day: 31 },
    exact: tail === '末' || tail === '期末',
    saysYear: true,
    impossible: false,
  };
}

function pointsAt(text: string, at: number): Span | undefined {
  const point = pointAt(text, at);
  if (!point) return undefined;
  const connector = exec(CONNECTOR, text, point.end);
  const other = connector && pointAt(text, point.end + connector[0].length);
  if (other) return spanOf(text, at, { ...other, first: point.first, exact: false }, point.impossible);
  return spanOf(text, at, point);
}

function spanOf(text: string, start: number, point: Point, impossible = false): Span {
  const before = exec(BEFORE, text, point.end);
  const end = point.end + (before?.[0].length ?? 0);
  const by = point.exact || before !== null;
  return {
    start,
    end,
    ...(!by && { from: point.first }),
    due: point.last,
    ...(before && !point.exact && !point.tenDays && !before[0].includes('含') && { ambiguous: true }),
    ...((impossible || point.impossible) && { impossible: true }),
    saysYear: point.saysYear || point.first.year !== undefined,
  };
}

function rangeAt(text: string, at: number): Span | undefined {
  const years = exec(YEARS, text, at);
  if (years) {
    const [from, due] = [Number(years[1]), Number(years[2])];
    const end = at + years[0].length;
    // 2026年—2027年6月 is said by its points.
    if (!/^\s*\d{1,2}\s*月/.test(text.slice(end, end + 5)))
      return ranged(text, at, end, { year: from, month: 1, day: 1 }, { year: due, month: 12, day: -1 });
  }
  const months = exec(MONTHS, text, at);
  if (months && !exec(DAYS, text, at)) {
    const year = months[1] ? { year: Number(months[1]) } : {};
    const end = at + months[0].length;
    const tail = /^\s*\d{1,2}\s*[日号]|^[底末]/.exec(text.slice(end, end + 5));
    if (!tail)
      return ranged(
        text,
        at,
        end,
        { ...year, month: Number(months[2]), day: 1 },
        { ...year, month: Number(months[3]), day: -1 },
      );
  }
  const days = exec(DAYS, text, at);
  if (days) {
    const month = { ...(days[1] && { year: Number(days[1]) }), month: Number(days[2]) };
    return ranged(
      text,
      at,
      at + days[0].length,
      { ...month, day: Number(days[3]) },
      { ...month, day: Number(days[4]) },
    );
  }
  const quarters = exec(QUARTERS, text, at);
  if (quarters) {
    const year = quarters[1] ? { year: Number(quarters[1]) } : {};
    const [from, due] = [number(quarters[2]!), number(quarters[3]!)];
    const end = at + quarters[0].length;
    return ranged(text, at, end, { ...year, month: from * 3 - 2, day: 1 }, { ...year, month: due * 3, day: -1 });
  }
  const dotted = exec(DOTTED, text, at);
  if (!dotted) return undefined;
  const day = { year: Number(dotted[1]), month: Number(dotted[3]), day: dotted[4] ? Number(dotted[4]) : -1 };
  const point = { end: at + dotted[0].length, first: { ...day, day: dotted[4] ? day.day : 1 }, last: day };
  return spanOf(text, at, { ...point, exact: !!dotted[4], saysYear: true, impossible: !isPossible(day) });
}

function ranged(text: string, start: number, end: number, from: Day, due: Day): Span {
  const impossible = !isPossible(from) || !isPossible(due);
  const point: Point = { end, first: from, last: due, exact: false, saysYear: due.year !== undefined, impossible };
  const { ambiguous: _, ...span } = spanOf(text, start, point);
  return { ...span, from };
}

function feastAt(text: string, at: number): Span | undefined {
  const match = exec(FEAST, text, at);
  if (!match) return undefined;
  const [month, day] = FIXED_FEASTS[match[1]!]!;
  // The day before the first of a month: of 元旦 the end of the year that is meant.
  const due: Day = { month: month === 1 ? 12 : month - 1, day: day === 1 ? -1 : day - 1 };
  return { start: at, end: at + match[0].length, due, saysYear: false };
}

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

function everyAt(text: string, at: number): Span | undefined {
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

function afterAt(text: string, at: number): Span | undefined {
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
