/** 一是……二是……三是……: enumerations in running text. */
import { numeralValue } from '../syntax/numbers.ts';

export interface Member {
  /** 是 or 要: the two count apart. */
  readonly kind: string;
  readonly value: number;
  /** 三是 */
  readonly text: string;
  readonly start: number;
}

/** 一要 begins a phrase; 统一要求 and 三要素 are words, 一是一 is a saying. */
const MEMBER =
  /(?<=^|[。；：，、！？;:,\s）”])([一二三四五六七八九]|十[一二三四五]?)(是(?![一二三四五六七八九十非否])|要(?![素点件义求务害领闻目道]))/g;

/** The members of a text, in order; offsets are those of the text. */
export function membersOf(text: string): Member[] {
  if (!text.includes('是') && !text.includes('要')) return [];
  return [...text.matchAll(MEMBER)].map((match) => ({
    kind: match[2]!,
    value: numeralValue(match[1]!)!,
    text: match[0],
    start: match.index,
  }));
}
