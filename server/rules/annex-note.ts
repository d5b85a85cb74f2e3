/** The annex note of a letter (附件：1.任务分解表) and the annexes that the document itself holds. */
import type { Item, Notice, Range } from '../model/notice.ts';

export interface NotedAnnex {
  readonly name: string;
  /** Absolute, of the name. */
  readonly range: Range;
  /** Absolute, of its number and the mark after it, where it has one. */
  readonly numberRange?: Range;
  /** The mark that closes the name, which none should. */
  readonly end?: Range;
  /** It is issued apart, or is a file to be downloaded: no annex in the document. */
  readonly apart: boolean;
}

export interface HeldAnnex {
  readonly part: number;
  /** 附件2 → 2; 附件 → 0. */
  readonly number: number;
  /** Of the numeral, absolute. */
  readonly numberRange?: Range;
  readonly title: string;
  /** What may be the title: the first line, the first two and the first three, put together. */
  readonly titles: readonly string[];
  /** Their keys. */
  readonly readings: readonly string[];
  readonly range: Range;
}

const NOTE = /^附\s*件\s*[：:]\s*/;
const APART =
  /[（(](?:另发|另行|略|另附|单独|不公开|不予公开|见网站)[^（）()]*[）)]|\.(?:docx?|xlsx?|pdf|wps|ofd|et|zip|rar)$/i;

/** What the notes of a letter say is annexed, in order. Undefined where nothing says so, or it cannot be told. */
export function notedAnnexes(notice: Notice): NotedAnnex[] | undefined {
  const { items, zones } = notice;
  const at = items.findIndex(
    (item, part) => item?.text.startsWith('附') && zones[part] !== 'annex' && zones[part] !== 'table' && isNote(item),
  );
  if (at < 0) return undefined;
  const item = items[at]!;
  const start = notice.starts[at]! + item.textRange.start;
  const skipped = NOTE.exec(item.text)![0].length;
  const noted = namesOf(item.text.slice(skipped), start + skipped);
  for (let part = at + 1; part < items.length; part++) {
    const next = items[part];
    if (!next) continue;
    const { number } = next;
    if (number?.style !== 'arabic' || number.value !== noted.length + 1 || next.fields.length) break;
    if (next.text.length > 80 || next.text.length !== next.textRange.end - next.textRange.start) break;
    const offset = notice.starts[part]!;
    noted.push({
      ...named(next.text, offset + next.textRange.start),
      numberRange: { start: offset + number.range.start, end: offset + number.range.end },
    });
  }
  return noted;
}

function isNote({ text, textRange, marker, number }: Item): boolean {
  return (
    marker !== 'annex' &&
    !number &&
    NOTE.test(text) &&
    text.length <= 300 &&
    text.length === textRange.end - textRange.start &&
    text.length > NOTE.exec(text)![0].length
  );
}

/** 1.甲表　2.乙表 on one line; mostly one name. */
function namesOf(text: string, offset: number): NotedAnnex[] {
  const pieces = [...text.matchAll(/(?:(\d{1,2}\s*[.．、])\s*)?(\S.*?)(?=\s+\d{1,2}\s*[.．、]\s*\D|\s*$)/g)];
  return pieces.map((match) => {
    const at = offset + match.index;
    const start = at + match[0].length - match[2]!.length;
    return {
      ...named(match[2]!, start),
      ...(match[1] && { numberRange: { start: at, end: at + match[1].length } }),
    };
  });
}

function named(printed: string, start: number): NotedAnnex {
  const closed = /[。；;，,、]$/.test(printed);
  const name = closed ? printed.slice(0, -1) : printed;
  const end = start + name.length;
  return { name, range: { start, end }, apart: APART.test(name), ...(closed && { end: { start: end, end: end + 1 } }) };
}

/** The annexes of the document, with what may be their titles. */
export function heldAnnexes(notice: Notice): HeldAnnex[] {
  return notice.annexes.map(({ part, title }) => {
    const item = notice.items[part]!;
    const start = notice.starts[part]! + item.textRange.start;
    const numeral = /[\d一二三四五六七八九十]+/.exec(item.text);
    const lines: string[] = [];
    for (let at = part + 1; at < notice.items.length && at < part + 10 && lines.length < 3; at++) {
      const line = notice.items[at];
      if (!line) continue;
      if (line.number || line.marker || !line.text || /[。；]|[：:]$/.test(line.text)) break;
      lines.push(line.text);
    }
    const titles = lines.map((_, index) => lines.slice(0, index + 1).join(''));
    return {
      part,
      number: numeral && /\d/.test(numeral[0]) ? Number(numeral[0]) : 0,
      ...(numeral && {
        numberRange: { start: start + numeral.index, end: start + numeral.index + numeral[0].length },
      }),
      title: lines[0] ?? title,
      titles,
      readings: titles.map(keyOf),
      range: { start, end: start + item.text.length },
    };
  });
}

/** A title without its blanks and quotation marks: how it is set does not matter. */
export function keyOf(title: string): string {
  return title
    .replace(/[\s\u3000\u00a0《》“”"]/g, '')
    .replace(/[（]/g, '(')
    .replace(/[）]/g, ')');
}
