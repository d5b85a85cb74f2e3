/** What the parts of a notice are on the official page: which is the mark, the title, the signature, an annex's title. */
import { DOCUMENT_NUMBER, isOffice } from '../../model/head.ts';
import type { Item, Notice } from '../../model/notice.ts';
import { isLeftover } from '../../model/page-lines.ts';
import { lastAtOrBefore } from '../../syntax/document.ts';

export type Place =
  | 'copy'
  | 'secrecy'
  | 'urgency'
  | 'signer'
  | 'mark'
  | 'number'
  | 'title'
  | 'recipients'
  | 'annexNote'
  | 'signature'
  | 'date'
  | 'note'
  | 'issued'
  | 'issuedMore'
  | 'subtitle'
  | 'annex'
  | 'annexTitle'
  | 'copies'
  | 'printed';

/** 云溪县人民政府办公室　　2026年2月11日印发 */
export const PRINTED = /^(.*?)[\s\u3000]*(\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)[\s\u3000]*印[\s\u3000]*发[。]?$/;
export const ANNEX_NOTE = /^附\s*件\s*[：:]\s*(?=\S)/;

const COPY = /^\d{6}$/;
const SECRECY = /^(?:绝密|机密|秘密)(?:★.{1,8})?$/;
const URGENCY = /^(?:特\s?急|加\s?急|特\s?提|平\s?急)$/;
/** The way to a page, which stands above it: 首页 > 公开. */
const OF_A_PAGE = /[>›»|｜]/;
const SIGNER = /^签\s?发\s?人\s?[：:].{1,20}$/;
const BRACKETED = /^[（(][^（）()]{2,60}[）)]$/;
/** A title has none of these at its end, and no title is as long. */
const ENDED = /[。；：:，,、！？;]$/;
const LONGEST_TITLE = 60;
const MOST_TITLE_LINES = 4;

/** By part; a part that is none of these is text. Linear in the number of parts. */
export function placesOf(notice: Notice): Map<number, Place> {
  const places = new Map<number, Place>();
  headPlaces(notice, places);
  const signed = signaturePlaces(notice, places);
  const { items, zones } = notice;
  let noted = 0;
  for (let part = 0; part < items.length; part++) {
    const item = items[part];
    if (!item || places.has(part) || zones[part] === 'table') continue;
    const unnumbered = !item.number;
    if (unnumbered && item.marker === 'annex') {
      places.set(part, 'annex');
      titlesFrom(notice, part + 1, 'annexTitle', 'annexTitle', places);
    } else if (unnumbered && item.marker === 'copies') {
      places.set(part, 'copies');
    } else if (unnumbered && isPrinted(item)) {
      places.set(part, 'printed');
    } else if (unnumbered && zones[part] !== 'annex' && ANNEX_NOTE.test(item.text)) {
      places.set(part, 'annexNote');
      noted = 1;
      continue;
    } else if (noted && item.number?.style === 'arabic' && item.number.value === noted + 1 && isName(item)) {
      places.set(part, 'annexNote');
      noted++;
      continue;
    }
    noted = 0;
  }
  if (signed >= 0) issuedPlaces(notice, signed + 1, places);
  else unsignedPlaces(notice, places);
  return places;
}

function isPrinted({ text }: Item): boolean {
  const match = text.length < 80 ? PRINTED.exec(text) : null;
  return match !== null && (match[1] === '' || isOffice(match[1]!));
}

/** The name of an annex in the note goes on with 2., 3. */
function isName({ text, fields }: Item): boolean {
  return !fields.length && text.length <= 80 && !/[。；]$/.test(text);
}

function headPlaces({ items, starts, head }: Notice, places: Map<number, Place>): void {
  const partAt = (offset: number) => lastAtOrBefore(starts, offset);
  const [first, last] = head.title
    ? [partAt(head.title.range.start), partAt(Math.max(head.title.range.start, head.title.range.end - 1))]
    : [-1, -1];
  for (let part = first; part >= 0 && part <= last; part++) if (items[part]) places.set(part, 'title');
  const recipients = head.recipients[0];
  const addressed = recipients ? partAt(recipients.range.start) : -1;
  if (addressed > last && items[addressed]) places.set(addressed, 'recipients');
  if (head.number) {
    const part = partAt(head.number.range.start);
    const whole = items[part]?.text.replace(DOCUMENT_NUMBER, '').trim() === '';
    if (whole && !places.has(part) && !items[part]?.number) places.set(part, 'number');
  }
  for (let part = 0; part < first; part++) {
    const item = items[part];
    if (!item || item.number || places.has(part)) continue;
    const text = item.text.trim();
    if (COPY.test(text)) places.set(part, 'copy');
    else if (SECRECY.test(text)) places.set(part, 'secrecy');
    else if (URGENCY.test(text)) places.set(part, 'urgency');
    else if (SIGNER.test(text)) places.set(part, 'signer');
    else if (
      !OF_A_PAGE.test(text) &&
      isOffice(text.replace(/文[\s\u3000]*件$/, '')) &&
      ![...places.values()].includes('mark')
    )
      places.set(part, 'mark');
  }
}

/** @returns the part that ends the letter, with its note in brackets; -1 where nothing is signed */
function signaturePlaces({ items, starts, head, zones }: Notice, places: Map<number, Place>): number {
  if (!head.dateRange) return -1;
  const part = lastAtOrBefore(starts, head.dateRange.start);
  if (items[part]?.marker !== 'date' || places.has(part)) return -1;
  places.set(part, 'date');
  for (let before = part - 1; before >= 0; before--) {
    const item = items[before];
    if (!item) continue;
    if (item.number || item.fields.length || places.has(before) || !isOffice(item.text)) break;
    places.set(before, 'signature');
  }
  let end = part;
  for (let after = part + 1; after < items.length && zones[after] !== 'table'; after++) {
    const item = items[after];
    if (!item) continue;
    if (item.number || item.fields.length || !BRACKETED.test(item.text)) break;
    places.set(after, 'note');
    end = after;
  }
  return end;
}

/** What the letter issues begins on a page of its own, with its title. */
function issuedPlaces(notice: Notice, from: number, places: Map<number, Place>): void {
  const { items, zones } = notice;
  let part = from;
  while (part < items.length && !items[part]) part++;
  if (part >= items.length || places.has(part) || zones[part] === 'table') return;
  titlesFrom(notice, part, 'issued', 'issuedMore', places);
  // Without a title it begins with its first paragraph.
  if (!places.has(part) && notice.tasks.length && part <= notice.tasks.at(-1)!.part) places.set(part, 'issued');
}

/** A letter that nobody signed: what it issues begins with the title right above the first number of the plan. */
function unsignedPlaces(notice: Notice, places: Map<number, Place>): void {
  const { items, zones, tasks } = notice;
  const recipients = Math.max(-1, ...[...places].flatMap(([part, place]) => (place === 'recipients' ? [part] : [])));
  const first = zones.findIndex((zone, part) => zone === 'plan' && items[part]?.number !== undefined);
  if (recipients < 0 || first < 0 || !tasks.length) return;
  let from = first;
  for (let part = first - 1, lines = 0; part > recipients && lines < MOST_TITLE_LINES; part--) {
    const item = items[part];
    if (!item) continue;
    const { text } = item;
    if (item.number || item.fields.length || item.marker || places.has(part) || !isTitleLine(text)) break;
    if (BRACKETED.test(text)) {
      if (lines) break;
    } else from = part;
    lines++;
  }
  // Text of the letter stands above it.
  if (from === first || !hasText(items, recipients + 1, from)) return;
  titlesFrom(notice, from, 'issued', 'issuedMore', places);
  let before = from - 1;
  while (before > recipients && !items[before]) before--;
  if (BRACKETED.test(items[before]?.text ?? '')) places.set(before, 'note');
}

function hasText(items: Notice['items'], from: number, to: number): boolean {
  return items.slice(from, to).some((item) => item && /。/.test(item.text));
}

function isTitleLine(text: string): boolean {
  return text.length <= LONGEST_TITLE && !ENDED.test(text) && !isListLine(text);
}

/** The lines of a title, and what stands below it in brackets: （合计4个方面，共24项重点工作任务）. */
function titlesFrom(notice: Notice, from: number, first: Place, more: Place, places: Map<number, Place>): void {
  const { items, zones } = notice;
  let lines = 0;
  for (let part = from; part < items.length; part++) {
    const item = items[part];
    if (!item) continue;
    const { text } = item;
    if (!item.number && isLeftover(text)) continue;
    if (item.number || item.fields.length || item.marker || zones[part] === 'table' || places.has(part)) return;
    if (lines && BRACKETED.test(text)) {
      places.set(part, 'subtitle');
      return;
    }
    if (lines >= MOST_TITLE_LINES || !isTitleLine(text)) return;
    places.set(part, lines ? more : first);
    lines++;
  }
}

/** 组　长：甲　乙; 姓　名　　职　务 */
function isListLine(text: string): boolean {
  return /[：:]/.test(text.slice(0, 8)) || /\S[\s\u3000]{2,}\S/.test(text);
}
