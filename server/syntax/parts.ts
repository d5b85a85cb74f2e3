/**
 * A notice's text as a list of parts. A part reaches from the first character of its line to the start of the next
 * part, so the parts together are the text. Where a part ends depends on nothing before it and on no more than the
 * line after it: after an edit only the parts that it touched are read again.
 */
import { bracketGroups } from './brackets.ts';
import { Flow } from './flow.ts';
import { labelAt, type Vocabulary } from './labels.ts';
import { parseNumber } from './numbers.ts';
import { isNames, isProse } from './prose.ts';

export interface Part {
  readonly kind: 'front-matter' | 'comment' | 'item' | 'blank';
  readonly text: string;
  /** The logical lines: of an item, its own line and the field lines after it; of front matter, each line. */
  readonly flows: readonly Flow[];
}

const BLANK = /[^\s\u3000\ufeff\u200b]/g;

interface Line {
  /** First character that is not blank. */
  readonly start: number;
  /** After the last character that is not blank. */
  readonly end: number;
}

/** The next line that is not blank, from an offset on. */
function nextLine(text: string, from: number): Line | undefined {
  BLANK.lastIndex = from;
  const match = BLANK.exec(text);
  if (!match) return undefined;
  const start = match.index;
  let end = text.indexOf('\n', start);
  if (end < 0) end = text.length;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(code: number): boolean {
  return (
    code === 32 || code === 0x3000 || code === 0xa0 || code === 13 || code === 9 || code === 0x200b || code === 0xfeff
  );
}

/** Reads the part that starts at an offset. */
export function readPart(text: string, offset: number, vocabulary: Vocabulary): Part {
  const first = nextLine(text, offset);
  if (!first) return { kind: 'blank', text: text.slice(offset), flows: [] };
  if (offset === 0) {
    const front = frontMatter(text, first);
    if (front) return front;
  }
  if (first.start > offset) return { kind: 'blank', text: text.slice(offset, first.start), flows: [] };
  if (isComment(text, first)) return finish('comment', text, offset, first.end, [flow(text, offset, [first])]);

  const flows: Flow[] = [];
  let lines: Line[] = [first];
  let current = flow(text, offset, lines);
  let last = first;
  for (;;) {
    const line = nextNoticeLine(text, last.end);
    if (!line) break;
    const content = text.slice(line.start, line.end);
    if (parseNumber(content)) break;
    if (lines.length < MOST_PIECES && joins(current.text, content, flows.length > 0, vocabulary)) {
      lines.push(line);
      current = flow(text, offset, lines);
    } else if (isFieldLine(content, vocabulary)) {
      flows.push(current);
      lines = [line];
      current = flow(text, offset, lines);
    } else break;
    last = line;
  }
  flows.push(current);
  return finish('item', text, offset, last.end, flows);
}

/** The next line of the notice's own text: a comment or the number of a page may stand between. */
function nextNoticeLine(text: string, from: number): Line | undefined {
  let line = nextLine(text, from);
  while (line && (isComment(text, line) || isPageNumber(text, line))) line = nextLine(text, line.end);
  return line;
}

/** — 2 — on a line of its own. */
function isPageNumber(text: string, line: Line): boolean {
  return (
    line.end - line.start <= 9 && /^[-—–－·]{1,2}\s?\d{1,3}\s?[-—–－·]{1,2}$/.test(text.slice(line.start, line.end))
  );
}

/** A bound, so that a text of nothing but open brackets stays linear. */
const MOST_PIECES = 8;

function finish(kind: Part['kind'], text: string, offset: number, end: number, flows: Flow[]): Part {
  const next = nextLine(text, end);
  return { kind, text: text.slice(offset, next ? next.start : text.length), flows };
}

function flow(text: string, offset: number, lines: readonly Line[]): Flow {
  return new Flow(lines.map(({ start, end }) => ({ text: text.slice(start, end), offset: start - offset })));
}

function isComment(text: string, line: Line): boolean {
  return text.startsWith('//', line.start) || text.startsWith('／／', line.start);
}

/** Fences within the first lines, else the text starts with a rule and no front matter. */
function frontMatter(text: string, first: Line): Part | undefined {
  if (!/^-{3,}$/.test(text.slice(first.start, first.end))) return undefined;
  const flows: Flow[] = [flow(text, 0, [first])];
  let last = first;
  for (let i = 0; i < 60; i++) {
    const line = nextLine(text, last.end);
    if (!line) return undefined;
    flows.push(flow(text, 0, [line]));
    last = line;
    if (/^-{3,}$/.test(text.slice(line.start, line.end))) return finish('front-matter', text, 0, line.end, flows);
  }
  return undefined;
}

/** Whether a line goes on what the line before it said: a page break or a paragraph mark cut it. */
function joins(before: string, line: string, isField: boolean, vocabulary: Vocabulary): boolean {
  const label = labelAt(line, 0, vocabulary);
  if (closesWhatIsOpen(before, line)) return !label || !/[（(]/.test(line.slice(0, label.length));
  if (label) return false;
  if (leavesNameOpen(before, vocabulary)) return true;
  const own = isField ? labelAt(before, 0, vocabulary) : undefined;
  if (own) {
    const value = before.slice(own.length);
    if (/[。.]$/.test(value)) return false;
    const joined = (value + line).replace(/[。.]$/, '');
    if (!value)
      return (
        isNames(joined) ||
        isProse(joined) ||
        (joined.length <= 40 && !/[。！？]/.test(joined) && own.role !== 'remark' && PERSONS.test(joined))
      );
    if (/[、，,]$/.test(value)) return true;
    const units = own.role !== 'deadline' && own.role !== 'remark' && own.role !== 'leader';
    return units && line.length <= 200 && !isNames(value) && isNames(joined) && !isDate(line);
  }
  if (isFieldLine(line, vocabulary)) return false;
  return before.length >= 8 && (/[、，,]$/.test(before) || isCutSentence(before, line));
}

/**
 * A sentence that stops without a mark and goes on in the next line. A heading, too, stops without a mark and may have
 * a paragraph under it; but a heading is short, or is phrases without figures, lists and quotations.
 */
function isCutSentence(before: string, line: string): boolean {
  return (
    before.length >= 28 &&
    /[\u4e00-\u9fff\w]$/.test(before) &&
    /[，。；]/.test(before) &&
    /\d|[“、。]/.test(before.slice(4)) &&
    /[。）)]/.test(line) &&
    !/^[“（(]/.test(line)
  );
}

/** A leader's name or several: two to four characters each. */
const PERSONS = /^[\u4e00-\u9fff·]{1,5}(?:[ \u3000\u00a0]*[、，,]?[\u4e00-\u9fff·]{1,5}){0,8}$/;

function isDate(line: string): boolean {
  return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(line.replace(/\s/g, ''));
}

/** The line closes a bracket that the text before it left open. */
function closesWhatIsOpen(before: string, line: string): boolean {
  if (!/[（(〔[［【]/.test(before) || !/[）)〕\]］】]/.test(line)) return false;
  const open = bracketGroups(before).find((group) => !group.closed);
  if (!open) return false;
  const joined = bracketGroups(before + line).find((group) => group.open === open.open);
  return joined?.closed === true && joined.close - open.open <= 1500;
}

/** The text stops inside a bracket of responsibility, in the middle of a name. */
function leavesNameOpen(before: string, vocabulary: Vocabulary): boolean {
  const open = /[（(〔[［【]/.test(before) ? bracketGroups(before).find((group) => !group.closed) : undefined;
  if (!open || !labelAt(before, open.open + 1, vocabulary)) return false;
  const last = before.slice(Math.max(before.lastIndexOf('：'), before.lastIndexOf(':')) + 1);
  return last.length < 200 && !/[。；;]$/.test(last) && !isNames(last);
}

/** 牵头单位：…, （牵头单位：…） or 甲局牵头，乙局配合。 on a line of its own. */
function isFieldLine(line: string, vocabulary: Vocabulary): boolean {
  if (isFurniture(line)) return false;
  if (labelAt(line, 0, vocabulary)) return true;
  if (/^[（(〔[［【]/.test(line)) {
    const [group] = bracketGroups(line);
    if (group?.open !== 0 || !/^[。；;，,]?(?:[（(〔[［【].*)?$/.test(line.slice(group.close + 1))) return false;
    const content = line.slice(1, group.close);
    return labelAt(content, 0, vocabulary) !== undefined || isProse(content);
  }
  return isProse(line.replace(/[。.；;]$/, ''));
}

/** The foot of a web page: 主办：… 承办：… 地址：… It holds labels, but no one answers for anything there. */
export function isFurniture(line: string): boolean {
  return (
    /(?:主办|承办|版权|技术支持|运维|维护|信息来源|发布机构|责任编辑|网站)/.test(line) &&
    /(?:备案|地址|电话|邮编|版权|网站标识|ICP|公网安备|字体|阅读次数|浏览|编辑|打印|网站)/i.test(line)
  );
}

export interface Document {
  readonly text: string;
  readonly parts: readonly Part[];
  /** The offset at which each part starts. */
  readonly starts: readonly number[];
  readonly vocabulary: Vocabulary;
}

/** Divides a text into its parts. Linear in its length; any text is allowed. */
export function readDocument(text: string, vocabulary: Vocabulary): Document {
  const parts: Part[] = [];
  const starts: number[] = [];
  for (let offset = 0; offset < text.length; offset += parts.at(-1)!.text.length) {
    starts.push(offset);
    parts.push(readPart(text, offset, vocabulary));
  }
  return { text, parts, starts, vocabulary };
}

/** One replacement: the text from `start` to `end` becomes `insert`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** The document after an edit. Parts that the edit did not touch stay the same objects. */
export function editDocument(document: Document, edit: Edit): Document {
  const { parts, starts, vocabulary } = document;
  const text = document.text.slice(0, edit.start) + edit.insert + document.text.slice(edit.end);
  const shift = edit.insert.length - (edit.end - edit.start);
  // The part before the touched one ends where the line after it starts, so it is read again too.
  const touched = lastAtOrBefore(starts, edit.start);
  let firstRead = Math.max(0, touched - 1);
  while (firstRead > 0 && parts[firstRead]!.kind === 'comment') firstRead--;
  const kept = parts.slice(0, firstRead);
  const keptStarts = starts.slice(0, firstRead);
  let old = firstRead;
  let offset = starts[firstRead] ?? 0;
  while (offset < text.length) {
    while (old < parts.length && (starts[old]! < edit.end || starts[old]! + shift < offset)) old++;
    if (offset >= edit.start + edit.insert.length && old < parts.length && starts[old]! + shift === offset && old > 0) {
      for (; old < parts.length; old++) {
        kept.push(parts[old]!);
        keptStarts.push(starts[old]! + shift);
      }
      return { text, parts: kept, starts: keptStarts, vocabulary };
    }
    const part = readPart(text, offset, vocabulary);
    kept.push(part);
    keptStarts.push(offset);
    offset += part.text.length;
  }
  return { text, parts: kept, starts: keptStarts, vocabulary };
}

/** The index of the last start at or before an offset: binary search. */
export function lastAtOrBefore(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
