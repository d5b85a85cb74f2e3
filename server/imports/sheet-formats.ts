/**
 * Number formats that a workbook uses without saying them: what 57 shows is known by the language of the Excel that
 * wrote it, and in China that is 2026年3月 (ECMA-376-1, 18.8.30). Typing 2026年3月 into a cell gives one.
 */
import { strFromU8, strToU8 } from 'fflate';

const MONTH = 'yyyy"年"m"月"';
const DAY = 'm"月"d"日"';
const TIME = 'h"时"mm"分"';
const SECONDS = 'h"时"mm"分"ss"秒"';
const FORMATS: Readonly<Record<number, string>> = {
  ...{
    27: MONTH,
    28: DAY,
    29: DAY,
    30: 'm-d-yy',
    31: 'yyyy"年"m"月"d"日"',
    32: TIME,
    33: SECONDS,
    34: TIME,
    35: SECONDS,
  },
  ...{ 36: MONTH, 50: MONTH, 51: DAY, 52: MONTH, 53: DAY, 54: DAY, 55: TIME, 56: SECONDS, 57: MONTH, 58: DAY },
};

/** @param styles xl/styles.xml, which is given back with the formats said that it leaves unsaid */
export function withChineseFormats(styles: Uint8Array): Uint8Array {
  const text = strFromU8(styles);
  const said = new Set([...text.matchAll(/<(?:\w+:)?numFmt\b[^>]*\bnumFmtId="(\d+)"/g)].map(([, id]) => id));
  const used = new Set([...text.matchAll(/<(?:\w+:)?xf\b[^>]*\bnumFmtId="(\d+)"/g)].map(([, id]) => id!));
  const unsaid = [...used].filter((id) => !said.has(id) && Object.hasOwn(FORMATS, id));
  if (unsaid.length === 0) return styles;
  const root = /<(\w+:)?styleSheet\b[^>]*>/.exec(text);
  if (!root) return styles;
  const prefix = root[1] ?? '';
  const formats = unsaid.map(
    (id) => `<${prefix}numFmt numFmtId="${id}" formatCode="${FORMATS[Number(id)]!.replaceAll('"', '&quot;')}"/>`,
  );
  const list = /<(?:\w+:)?numFmts\b[^>]*[^/]>/.exec(text);
  const at = list ? list.index + list[0].length : root.index + root[0].length;
  const added = list ? formats.join('') : `<${prefix}numFmts>${formats.join('')}</${prefix}numFmts>`;
  return strToU8(text.slice(0, at) + added + text.slice(at));
}
