/**
 * Blanks that a conversion put into a line: indents, invisible characters, blanks around digits and between the halves of
 * a sentence. Names are padded with blanks, lists are parted by them and headings spread out: those stay.
 */
import { labelAt, type Vocabulary } from '../../syntax/labels.ts';
import { parseNumber } from '../../syntax/numbers.ts';

export interface Cleaned {
  readonly text: string;
  /** Characters that don't show. */
  readonly invisible: number;
  /** Blanks beside digits. */
  readonly digits: number;
  /** Blanks between Han characters. */
  readonly words: number;
  /** The first of those places, as it stood. */
  readonly quote: string;
}

const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]/g;
const BLANK = '[ \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const GAPS = new RegExp(`(?<=\\S)${BLANK}+(?=\\S)`, 'g');
const HAN = /[\u3400-\u9fff]/;
/** A line that is a date, or ends in one: who signs stands before it. */
const DATED = /(?:\d|[〇零一二三四五六七八九十])\s*年.*月.*日?\s*$/;
/** What a number of its own opens: 附件1 任务清单. */
const CAPTION = /^(?:附\s*件|附\s*表|表|图|附)\s*\d*$/;
const LONGEST_CAPTION = 12;
const SIGHT = 60;

export function cleanLine(line: string, vocabulary: Vocabulary): Cleaned {
  const shown = line.replace(INVISIBLE, '');
  const text = shown.trim();
  const invisible = line.length - shown.length;
  GAPS.lastIndex = 0;
  if (!GAPS.test(text)) return { text, invisible, digits: 0, words: 0, quote: '' };
  // A number may be nothing but a digit with a blank behind it.
  const from = parseNumber(text)?.length ?? 0;
  const running = /[，。；、]|[,;](?=[\u4e00-\u9fff])/.test(text);
  const label = labelAt(text, from, vocabulary);
  const lists = label !== undefined && label.role !== 'deadline' && label.role !== 'remark';
  let digits = 0;
  let words = 0;
  let quote = '';
  const cleaned = text.replace(GAPS, (gap, at: number) => {
    if (at < from) return gap;
    const end = at + gap.length;
    const [left, right] = [text[at - 1]!, text[end]!];
    const told = (): string => {
      quote ||= text.slice(Math.max(0, at - 8), end + 8);
      return '';
    };
    if (besideDigit(left, right)) {
      if (!isDigitGap(text, at, end, running)) return gap;
      digits++;
      return told();
    }
    if (running && !lists && gap.length === 1 && areWords(text, at, end)) {
      words++;
      return told();
    }
    return gap;
  });
  return { text: cleaned, invisible, digits, words, quote };
}

function besideDigit(left: string, right: string): boolean {
  const digit = (character: string) => /\d/.test(character);
  return (HAN.test(left) && digit(right)) || (digit(left) && HAN.test(right)) || (digit(left) && /[%％‰]/.test(right));
}

/** 2021 年 9 月; not the blank before a signature's date, a telephone number, or the next item of a line. */
function isDigitGap(text: string, at: number, end: number, running: boolean): boolean {
  if (/\d/.test(text[end]!)) {
    const number = /^\d+/.exec(text.slice(end, end + 20))![0];
    if (number.length > 6 || /^\d{1,3}[.．、)）\-—]/.test(text.slice(end, end + 6))) return false;
  }
  const before = text.slice(Math.max(0, at - SIGHT), at);
  if (at < LONGEST_CAPTION && CAPTION.test(text.slice(0, at))) return false;
  if (end - at > 1 && !running) return false;
  // 云溪县人民政府 2026年2月10日: what stands before the date is another element.
  const year = /^\d{4}\s*年/.test(text.slice(end, end + 8));
  return !(year && !running && DATED.test(text.slice(end, end + 24)) && !/[年月日]\s*$/.test(before));
}

/** Both sides are words. Single characters are spread: 总 则, 岑　柏; 联系人：县政府督查室　辛桐 is a list. */
function areWords(text: string, at: number, end: number): boolean {
  const clause = text.slice(Math.max(0, at - 40), at).replace(/^.*[，。；]/s, '');
  const [left] = /[\u4e00-\u9fff]{0,3}$/.exec(clause) as RegExpExecArray;
  const [right] = /^[\u4e00-\u9fff]{0,3}/.exec(text.slice(end, end + 3)) as RegExpExecArray;
  if (clause.lastIndexOf('“') > clause.lastIndexOf('”') || clause.lastIndexOf('《') > clause.lastIndexOf('》'))
    return false;
  return !/[：:]/.test(clause) && left!.length > 0 && right!.length > 0 && left!.length + right!.length > 3;
}
