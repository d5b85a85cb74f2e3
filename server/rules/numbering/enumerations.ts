/** 一是……二是……三是……: enumerations in running text. */
import { numeralValue, toHan } from '../../syntax/numbers.ts';

export interface Member {
  /** 是, 要 or ①: they count apart. */
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

/** ① in running text; 其中② refers to one. */
const CIRCLED = /(?<=^|[。；：，;:,\s])[①-⑳]/g;
const FIRST_CIRCLED = 0x2460;

/** The same of ①……②……③……, which may stand inside others. */
export function circledOf(text: string): Member[] {
  if (!text.includes('②')) return [];
  return [...text.matchAll(CIRCLED)].map(({ 0: printed, index }) => ({
    kind: '①',
    value: printed.charCodeAt(0) - FIRST_CIRCLED + 1,
    text: printed,
    start: index,
  }));
}

/** 三是, ③ */
export function memberText(kind: string, value: number): string {
  return kind === '①' ? String.fromCharCode(FIRST_CIRCLED + value - 1) : `${toHan(value)}${kind}`;
}
