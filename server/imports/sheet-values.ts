/** What a cell of a sheet shows: its value in its number format, as Excel shows it in China. */
import { formatValue } from 'hucre';

type Value = string | number | boolean | Date | null | undefined;

const DATE = 'yyyy"年"m"月"d"日"';
/** 14 of the built-in formats follows the system (ECMA-376-1, 18.8.30); the library gives the American one. */
const SYSTEM_DATE: Readonly<Record<string, string>> = {
  'mm-dd-yy': 'yyyy/m/d',
  'm/d/yyyy': 'yyyy/m/d',
  'm/d/yy h:mm': 'yyyy/m/d h:mm',
  'd-mmm-yy': 'yyyy/m/d',
};
/** Colours, conditions on the digits' shape, and the language of a format show nothing themselves. */
const UNSEEN = /\[(?:\$[^\]]*|DBNum\d|[a-z]+\d*|[\u4e00-\u9fff]+\d*)\]/gi;
/** Hours that run on, [h], are no colour. */
const ELAPSED = /^\[(?:h+|m+|s+)\]$/i;
/** Excel shows no more digits of a number without a format. */
const DIGITS = 11;

export function shown(value: Value, format: string | undefined, is1904 = false): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date && Number.isNaN(value.getTime())) return '';
  const plain = format && (SYSTEM_DATE[format] ?? format.replace(UNSEEN, (part) => (ELAPSED.test(part) ? part : '')));
  // With the day of the week or of the language in full it is the system's long date.
  const isLong = /\[\$-F800\]|dddd|mmmm/i.test(format ?? '');
  if (value instanceof Date) return formatValue(value, !plain || isLong ? DATE : plain, { is1904 }).trim();
  if (!plain || /^(general|@|g\/通用格式)$/i.test(plain)) return String(Number(value.toPrecision(DIGITS)));
  return formatValue(value, plain, { is1904 }).trim();
}
