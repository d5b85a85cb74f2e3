/** Dates as notices print them. */
import { hanValue } from '../syntax/numbers.ts';

const ARABIC = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const DASHED = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const HAN = /^([二一][〇○零O一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;

/**
 * 2026年2月10日, 二〇二六年二月十日 or 2026-02-10 as an ISO 8601 date.
 *
 * @returns undefined for what is no date, and for a day that does not exist
 */
export function parseDate(printed: string): string | undefined {
  const bare = printed.replace(/[\s\u3000\u00a0]/g, '');
  const arabic = ARABIC.exec(bare) ?? DASHED.exec(bare);
  if (arabic) return iso(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]));
  const han = HAN.exec(bare);
  if (!han) return undefined;
  const year = Number(
    [...han[1]!.replace(/[○零O]/g, '〇')].map((digit) => '〇一二三四五六七八九'.indexOf(digit)).join(''),
  );
  return iso(year, hanValue(han[2]!) ?? 0, hanValue(han[3]!) ?? 0);
}

function iso(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
