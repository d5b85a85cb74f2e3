/**
 * The numbering lock: a notice that is issued keeps its numbers.
 *
 *     状态：已印发                          no number may be put right any more
 *     编号锁：一、 1.至5. 二、 6.至9.        and these are the numbers that were issued
 *
 * The record lists the numbers in the order of the text, those that count on from each other as one run. It holds
 * nothing of the text. Several lines go on from each other.
 */
import { type ParsedNumber, parseNumber, type Style, toHan } from '../syntax/numbers.ts';
import type { Notice, NumberLabel, Range } from './notice.ts';

export const LOCK_KEY = '编号锁';
const ISSUED = /^已(?:经)?(?:正式)?(?:印发|发布|下发|公布|发文|成文|施行)/;

/** A number as the lock keeps it: its style and value, not its marks. */
export interface LockedNumber {
  readonly style: Style;
  /** Of 1.2 the last member. */
  readonly value: number;
  /** What makes it another number beside these: 章 of 第一章, 1. of 1.2 */
  readonly kind: string;
}

/** A number of the notice in its place. */
export interface PlacedNumber extends LockedNumber {
  readonly part: number;
  readonly label: NumberLabel;
}

export interface Lock {
  readonly numbers: readonly LockedNumber[];
  /** Of the first line of the record, absolute. */
  readonly range: Range;
  /** What in the record is no number. */
  readonly unread: string | undefined;
}

/** 状态：已印发 */
export function isIssued({ settings }: Pick<Notice, 'settings'>): boolean {
  return settings.some(({ key, value }) => key === '状态' && ISSUED.test(value));
}

/** Numbers may not be changed: the notice is issued, or its numbers are on record. */
export function keepsNumbers(notice: Pick<Notice, 'settings'>): boolean {
  return isIssued(notice) || notice.settings.some(({ key }) => key === LOCK_KEY);
}

/** Every number of the notice that the lock is about; the serial numbers of a table are none. */
export function numbersOf({ items, zones }: Notice): PlacedNumber[] {
  const numbers: PlacedNumber[] = [];
  items.forEach((item, part) => {
    if (!item?.number || zones[part] === 'table') return;
    numbers.push({ ...locked(item.number), part, label: item.number });
    for (const { number } of item.fields) if (number) numbers.push({ ...locked(number), part, label: number });
  });
  return numbers;
}

function locked({ style, value, text }: Pick<ParsedNumber, 'style' | 'value' | 'text'>): LockedNumber {
  const kind =
    style === 'decimal'
      ? (/\d+(?:\.\d+)*(?=\.\d)/.exec(text)?.[0] ?? '')
      : style === 'part' || style === 'article'
        ? (/部分|方面|任务|行动|工程|举措|事项|项目|[章节篇条项款]/.exec(text)?.[0] ?? '')
        : '';
  return { style, value, kind };
}

export function sameNumber(one: LockedNumber, other: LockedNumber): boolean {
  return one.value === other.value && one.style === other.style && one.kind === other.kind;
}

/** A number in the form of the standard: （三）, 1., 第一章. */
export function asPrinted({ style, value, kind }: LockedNumber): string {
  const han = value < 1000 ? toHan(value) : String(value);
  switch (style) {
    case 'part':
      return `第${han}${kind || '部分'}`;
    case 'article':
      return /^[条项款]?$/.test(kind) ? `第${han}${kind || '条'}` : `${kind}${han}、`;
    case 'han':
      return `${han}、`;
    case 'han-bracket':
      return `（${han}）`;
    case 'arabic':
      return `${value}.`;
    case 'decimal':
      return `${kind}.${value}`;
    case 'arabic-bracket':
      return `（${value}）`;
    case 'arabic-half-bracket':
      return `${value}）`;
    case 'circled':
      return circled(value);
  }
}

function circled(value: number): string {
  const base = value <= 20 ? 0x245f : value <= 35 ? 0x323c : 0x328d;
  return String.fromCharCode(base + value);
}

/** The numbers as a record says them: 一、 1.至5. 二、 6.至9. */
export function recordOf(numbers: readonly LockedNumber[]): string[] {
  const runs: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let last = i;
    while (last + 1 < numbers.length && counts(numbers[last]!, numbers[last + 1]!)) last++;
    const [from, to] = [asPrinted(numbers[i]!), asPrinted(numbers[last]!)];
    runs.push(last === i ? from : last === i + 1 ? `${from} ${to}` : `${from}至${to}`);
    i = last + 1;
  }
  return runs;
}

function counts(one: LockedNumber, next: LockedNumber): boolean {
  return next.style === one.style && next.kind === one.kind && next.value === one.value + 1;
}

/** More than this in one run is a slip of the pen: 1.至99999. */
const MOST = 5000;

/** The record of a notice; undefined where it has none. */
export function lockOf({ settings }: Notice): Lock | undefined {
  const lines = settings.filter(({ key }) => key === LOCK_KEY);
  if (!lines.length) return undefined;
  const numbers: LockedNumber[] = [];
  let unread: string | undefined;
  for (const word of lines.flatMap(({ value }) => value.split(/[\s\u3000]+/).filter(Boolean))) {
    const ends = word.split(/[至~～]/).map(readNumber);
    const [from, to, more] = [ends[0], ends.at(-1), ends.length > 2];
    if (!from || !to || more || !sameNumber({ ...from, value: to.value }, to)) unread ??= word;
    else if (to.value < from.value || to.value - from.value > MOST) unread ??= word;
    else for (let value = from.value; value <= to.value; value++) numbers.push({ ...from, value });
  }
  return { numbers, range: lines[0]!.range, unread };
}

function readNumber(text: string): LockedNumber | undefined {
  const number = parseNumber(`${text} `);
  return number?.text === text ? locked(number) : undefined;
}
