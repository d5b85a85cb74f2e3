/** What a text can say of the calendar: the values that `calendar.ts` and `recurrence.ts` read. */
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

/** What makes a point the end of something. */
export const BEFORE =
  /\s{0,3}(?:[（(]含[^（）()]{0,5}[）)])?\s{0,3}(?:之前|以前|前(?!期|后(?!续|期|勤|方|台|备|援|半)|置|往|沿|端|列|茅|提|景|瞻|三季|两季)|止)/y;

/** Matches a sticky pattern at an offset. */
export function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** 12, 十二, 两 */
export function number(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral) : (hanValue(numeral.replace('两', '二')) ?? 0);
}

/** February has 29 here. */
export const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a month and a day can be. */
export function isPossible({ year, month = 1, day }: Day): boolean {
  if (month < 1 || month > 12 || day === 0 || day > DAYS_OF_MONTH[month - 1]!) return false;
  return !(month === 2 && day === 29 && year !== undefined && year % 4 !== 0);
}
