/** Dates of validity as people write them, also without a day or a month. */
import { parseDate } from '../model/dates.ts';
import { hanValue } from '../syntax/numbers.ts';

const DIGITS = '〇一二三四五六七八九';
const PARTIAL = /^(\d{4})(?:[年.\-/](?:(\d{1,2})(?:月|月份)?)?)?$/;
const HAN = /^([〇○零O一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月)?$/;

/**
 * 2019年3月1日, 2019-03-01, 2019年3月, 2019年 or 二〇一九年三月 as an ISO 8601 date.
 *
 * @param edge which day of the month or year is meant where the date names none
 * @returns undefined for what is no date, and for a day that does not exist
 */
export function dateOf(written: string, edge: 'first' | 'last'): string | undefined {
  const bare = written.normalize('NFKC').replace(/\s/g, '');
  const full = parseDate(bare);
  if (full) return full;
  const digits = PARTIAL.exec(bare);
  const han = HAN.exec(bare);
  if (!digits && !han) return undefined;
  const year = digits
    ? digits[1]!
    : [...han![1]!.replace(/[○零O]/g, '〇')].map((digit) => DIGITS.indexOf(digit)).join('');
  const printed = digits ? digits[2] : han![2];
  const month =
    printed === undefined ? (edge === 'first' ? 1 : 12) : digits ? Number(printed) : (hanValue(printed) ?? 0);
  if (month < 1 || month > 12) return undefined;
  const day = edge === 'first' ? 1 : new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
