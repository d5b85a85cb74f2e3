/** The covering letter of a notice: where its recipients, its annex note, its signature and its date stand. */
import { parseDate } from '../../model/dates.ts';
import { isOffice } from '../../model/head.ts';
import type { Element, Item, Notice, Range } from '../../model/notice.ts';
import { isFurniture } from '../../syntax/joins.ts';

export interface Letter {
  /** The part of the title's last line; -1 where none was found. */
  readonly titlePart: number;
  /** The part of the main recipients; -1 where none were found. */
  readonly recipientsPart: number;
  /** The offices that sign before the date, or alone. */
  readonly offices: readonly Element[];
  /** A line that is a date, also one that is malformed. */
  readonly datePart: number;
  /** The last sentence of the letter's body; 如下： where the tasks are the letter's own. */
  readonly last?: { readonly item: Item; readonly part: number };
}

const known = new WeakMap<Notice, Letter>();

export function letterOf(notice: Notice): Letter {
  let letter = known.get(notice);
  if (!letter) known.set(notice, (letter = readLetter(notice)));
  return letter;
}

function readLetter(notice: Notice): Letter {
  const { head, items, zones } = notice;
  const titlePart = head.title ? partAt(notice, head.title.range.end) : -1;
  const recipientsPart = head.recipients.length ? partAt(notice, head.recipients[0]!.range.start) : -1;
  const after = Math.max(titlePart, recipientsPart);
  let datePart = head.dateRange ? partAt(notice, head.dateRange.start) : -1;
  let last: Letter['last'];
  let alone = -1;
  for (let part = after + 1; part < items.length && !(datePart >= 0 && part > datePart); part++) {
    const item = items[part];
    if (!item?.text) continue;
    if (zones[part] === 'letter' && /[。！：:][”）)]*$/.test(item.text) && !isBracketed(item.text))
      last = { item, part };
    if (item.number) continue;
    if (datePart < 0 && isLooseDate(item.text)) datePart = part;
    // An office alone on its line, with nothing but a date or a note after it.
    if ((zones[part] === 'letter' || zones[part] === 'tail') && alone < 0 && last && isOffice(item.text)) alone = part;
  }
  const offices = datePart >= 0 ? officesBefore(notice, datePart, after) : alone >= 0 ? [elementOf(notice, alone)] : [];
  return { titlePart, recipientsPart, offices, datePart, ...(last && { last }) };
}

/** The offices on the line of the date, or on the lines before it. */
function officesBefore(notice: Notice, datePart: number, after: number): Element[] {
  const { items } = notice;
  const line = elementOf(notice, datePart);
  const date = /(?:\d{4}|[二一][〇○零O0一二三四五六七八九]{3})[ \u3000]?[年./-].*$/.exec(line.text);
  const own = date ? line.text.slice(0, date.index).trimEnd() : '';
  if (own) return [{ text: bare(own), range: { start: line.range.start, end: line.range.start + own.length } }];
  const offices: Element[] = [];
  for (let part = datePart - 1, seen = 0; part > after && seen < 4; part--) {
    const item = items[part];
    if (!item) continue;
    seen++;
    if (item.number || !isSignature(item.text)) {
      if (isBracketed(item.text) && !offices.length) continue;
      break;
    }
    offices.unshift(elementOf(notice, part));
  }
  return offices;
}

/** A short line that is no sentence, list or note. Not every office ends as most do. */
function isSignature(text: string): boolean {
  return text.length <= 40 && !/[，。：:；、]/.test(text) && !/^[附（(]/.test(text);
}

/** （此件公开发布） */
export function isBracketed(text: string): boolean {
  return /^[（(][^（）()]*[）)]$/.test(text.trim());
}

/** A line that is meant as a date, whether or not it is one. */
function isLooseDate(text: string): boolean {
  if (text.length > 60) return false;
  const date = bare(text);
  if (!/[\d年]/.test(date)) return false;
  return (
    datesOfDigits(date).length > 0 ||
    parseDate(date) !== undefined ||
    /(?:\d{2,4}|[〇○零O0一二三四五六七八九]{2,4})[年./-][\d一二三四五六七八九十×xX_]{0,3}[月./-][\d一二三四五六七八九十×xX_]{0,3}[日号]?$/.test(
      date,
    )
  );
}

/**
 * 2021419 and 20210419: a date that lost its 年, 月 and 日.
 *
 * @returns what it can be read as; mostly one
 */
export function datesOfDigits(text: string): string[] {
  const [, year, rest] = /^((?:19|20)\d\d)(\d{2,4})$/.exec(text) ?? [];
  if (!year || !rest) return [];
  return [1, 2].flatMap((length) => {
    const [month, day] = [rest.slice(0, length), rest.slice(length)];
    if (day.length < 1 || day.length > 2 || (rest.length === 4 && length === 1)) return [];
    if (rest.length < 4 && (month.startsWith('0') || day.startsWith('0'))) return [];
    const date = `${year}年${Number(month)}月${Number(day)}日`;
    return parseDate(date) ? [date] : [];
  });
}

export function bare(text: string): string {
  return text.replace(/[\s\u3000\u00a0]/g, '');
}

function elementOf(notice: Notice, part: number): Element {
  const item = notice.items[part]!;
  const start = notice.starts[part]!;
  return {
    text: item.text,
    range: { start: start + item.textRange.start, end: start + item.textRange.end },
  };
}

/** The part that an offset stands in. */
export function partAt({ starts, items }: Notice, offset: number): number {
  let low = 0;
  let high = items.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The lines between two parts that print something of the notice: no numbers, notes in brackets or page furniture. */
export function linesBetween(notice: Notice, from: number, to: number): { text: string; part: number; range: Range }[] {
  const lines: { text: string; part: number; range: Range }[] = [];
  for (let part = from + 1; part < to; part++) {
    const item = notice.items[part];
    if (!item?.text || isBracketed(item.text) || isFurniture(item.text)) continue;
    lines.push({ part, ...elementOf(notice, part) });
  }
  return lines;
}
