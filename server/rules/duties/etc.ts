/** 等 at the end of a list of units: where it stands, and the number of units that it may state. */
import type { Field, Name, Range } from '../../model/notice.ts';
import { numeralValue } from '../../syntax/numbers.ts';

/** Where the 等 after a name stands in its part; undefined where a line break cuts it. */
export function etcOf({ etc, range }: Name, text: string): Range | undefined {
  if (!etc) return undefined;
  const start = range.end + /^[ \t\u3000\u00a0]*/.exec(text.slice(range.end, range.end + 8))![0].length;
  return text.startsWith(etc, start) ? { start, end: start + etc.length } : undefined;
}

/** 等3个部门: the number and what it counts. */
export interface Stated {
  readonly value: number;
  /** As printed, and where it stands in `etc`. */
  readonly numeral: string;
  readonly at: number;
  /** So many of these stand before it. */
  readonly listed: number;
}

const COUNTED =
  /^等(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|家)?([\u4e00-\u9fff]{0,8}?)(单位|部门|机构|成员单位|乡镇|镇街|镇|乡|街道)$/;
const TOWN = /(?:镇|乡|街道)(?:人民政府|政府|办事处)?$/;

/** What 等 after a name states; undefined where it states no number, or who is counted is uncertain. */
export function statedBy({ names, separators }: Field, index: number): Stated | undefined {
  const { etc = '' } = names[index]!;
  const match = COUNTED.exec(etc);
  const value = match && numeralValue(match[1]!.replace('两', '二'));
  if (!match || !value) return undefined;
  // Those that 、 joins to it: behind ， another kind begins.
  let from = index;
  while (from > 0 && separators[from - 1] === '、' && !names[from - 1]!.etc) from--;
  const stretch = names.slice(from, index + 1);
  const towns = /[镇乡]|街道/.test(match[3]!);
  const counted = towns ? stretch.filter(({ base }) => TOWN.test(base)) : stretch;
  if (stretch.some(({ group }) => group) || !counted.length) return undefined;
  return { value, numeral: match[1]!, at: 1, listed: counted.length };
}

/** 县发改委、县商务局等2个部门: there are no others. */
export function closesList(field: Field, index: number): boolean {
  const stated = statedBy(field, index);
  return stated !== undefined && stated.listed >= stated.value;
}
