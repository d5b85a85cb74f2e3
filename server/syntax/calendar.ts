/**
 * Points and spans of the calendar as notices print them: 2026年6月底, 三季度, 6月上旬, 2026—2028年, “十五五”末, 每月28日,
 * 30日内. Which year is meant where none is said is not known here.
 */
import { BEFORE, type Day, exec, isPossible, number, type Span } from './days.ts';
import { afterAt, everyAt } from './recurrence.ts';

const NUMERAL = '一二三四五六七八九';
const POINT = new RegExp(
  [
    '(?:(20\\d{2}|二[〇○零一二三四五六七八九]{3}|\\d{2}(?=\\s{0,3}年\\s{0,3}(?:\\d|底|末)))\\s{0,3}年(?:度)?(?!行动|计划|规划|实施)|([今明后本当次来翌同])年(?:度)?(?=[\\d\\s一二三四五六七八九十上下年底末内第前]|$|[，；。])|“?(十[二三四五六])五”?(?:规划|时期)?(期间|期末|末|时期|内)?)?\\s{0,3}',
    `(?:(\\d{1,2}|十[一二]?|[${NUMERAL}])\\s{0,3}月(?:份)?(?!龄|子|饼)|([本当次下])月(?:份)?|第?([一二三四五六1-9])季度|(前[二三])季度|([上下])半年)?\\s{0,3}`,
    `(?:(\\d{1,2}|[一二三]?十[${NUMERAL}]?|[${NUMERAL}])\\s{0,3}[日号](?![常间前后]?用)|([上中下])旬|((?:年|月|季度)?[底末](?!端|梢))|(年内|年度内|全年|内(?!部|外|容|陆|河|涝|需|生|控))|(月?初))?`,
  ].join(''),
  'y',
);
const CONNECTOR = /\s{0,3}起?(?:[-—–~～－─]{1,2}|至|到)\s{0,3}/y;
const YEARS = /(20\d{2})\s{0,3}(?:年)?\s{0,3}(?:[-—–~～－─]{1,2}|至|到)\s{0,3}(20\d{2})\s{0,3}年(?:度)?/y;
const MONTHS =
  /(?:(20\d{2})\s{0,3}年)?\s{0,3}(\d{1,2})\s{0,3}(?:[-—–~～－─]{1,2}|至|到)\s{0,3}(\d{1,2})\s{0,3}月(?:份)?/y;
const DAYS =
  /(?:(20\d{2})\s{0,3}年)?\s{0,3}(\d{1,2})\s{0,3}月\s{0,3}(\d{1,2})\s{0,3}日?\s{0,3}(?:[-—–~～－─]{1,2}|至|到)\s{0,3}(\d{1,2})\s{0,3}[日号]/y;
const QUARTERS =
  /(?:(20\d{2})\s{0,3}年)?\s{0,3}第?([一二三四1-4])\s{0,3}(?:[-—–~～－─]{1,2}|至|到|、)\s{0,3}第?([一二三四1-4])季度/y;
const DOTTED = /(20\d{2})([-./])(\d{1,2})(?:\2(\d{1,2}))?(?![\d.]|[-./]\d)/y;
const FIXED_FEASTS: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1],
  五一: [5, 1],
  劳动节: [5, 1],
  七一: [7, 1],
  八一: [8, 1],
  国庆: [10, 1],
  国庆节: [10, 1],
};
const FEAST = /(?:(20\d{2})\s{0,3}年\s{0,3})?“?(元旦|五一|劳动节|七一|八一|国庆节|国庆)”?节?(?:假期)?(?:之前|以前|前)/y;

/** What stands at an offset, the longest there is; undefined where the calendar is not spoken of. */
export function spanAt(text: string, at: number): Span | undefined {
  return everyAt(text, at) ?? afterAt(text, at) ?? feastAt(text, at) ?? rangeAt(text, at) ?? pointsAt(text, at);
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
    if (!/^\s{0,3}\d{1,2}\s{0,3}月/.test(text.slice(end, end + 5)))
      return ranged(text, at, end, { year: from, month: 1, day: 1 }, { year: due, month: 12, day: -1 });
  }
  const months = exec(MONTHS, text, at);
  if (months && !exec(DAYS, text, at)) {
    const year = months[1] ? { year: Number(months[1]) } : {};
    const end = at + months[0].length;
    const tail = /^\s{0,3}\d{1,2}\s{0,3}[日号]|^[底末]/.exec(text.slice(end, end + 5));
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
  const [month, day] = FIXED_FEASTS[match[2]!]!;
  const year = match[1] ? Number(match[1]) : undefined;
  // The day before the first of a month: before 2027年元旦 the last of 2026, before 元旦 alone the last of this year.
  const due: Day = {
    ...(year !== undefined && { year: month === 1 ? year - 1 : year }),
    month: month === 1 ? 12 : month - 1,
    day: day === 1 ? -1 : day - 1,
  };
  return { start: at, end: at + match[0].length, due, saysYear: year !== undefined };
}
