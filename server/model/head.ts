/** The head of a notice (GB/T 9704-2012 7.2, 7.3): title, issuer, document number, main recipients, date of issue. */
import { parseDate } from './dates.ts';
import { readNames } from './names.ts';
import type { Element, Head, Item, Range } from './notice.ts';

/** 云政办发〔2026〕3号, with the brackets and blanks that pages make of it. */
export const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{2,14}\s?[〔[［（(【]\s?\d{4}\s?[〕\]］）)】]\s?(?:第)?\s?\d{1,4}\s?号/;
const KINDS = '(?:通知|通报|意见|方案|函|决定|公告|通告|批复|报告|纪要|要点|办法)';
const TITLE_END = new RegExp(`${KINDS}(?:[（(][^（）()]{1,12}[）)])?$`);
const OFFICE_END =
  /(?:政府|办公室|办事处|委员会|办公厅|管委会|局|厅|部|院|领导小组|指挥部|大学|医院|公司|县委|市委|区委|省委|党委|党组)$/;
/** What a page offers behind the title, on its line: …的通知 分享 打印 */
const PAGE_BUTTONS = new RegExp(`(?<=${KINDS})(?:[\\s\\u3000]*(?:分享|打印|收藏|下载|关闭))+$`);
const HAN_BLANK =
  /(?<=[\u4e00-\u9fff\d])[\s\u3000\u00a0]+(?=[\u4e00-\u9fff\d《〈“])|(?<=[》〉”])[\s\u3000\u00a0]+(?=[\u4e00-\u9fff])/g;

interface Line {
  readonly part: number;
  readonly text: string;
  readonly range: Range;
}

export interface HeadInput {
  readonly items: readonly (Item | undefined)[];
  readonly starts: ArrayLike<number>;
  /** The first part that belongs to the plan: the head stands before it. */
  readonly planStart: number;
  readonly text: string;
}

/** Reads the head; what is not there stays undefined. */
export function readHead(input: HeadInput): { head: Head; titlePart: number; recipientsPart: number } {
  const lines = headLines(input);
  const title = findTitle(lines);
  const titlePart = title?.parts.at(-1) ?? -1;
  const recipients = findRecipients(lines, titlePart);
  const number = findNumber(lines, title);
  const signature = findSignature(input, recipients?.part ?? titlePart);
  const issuer = findIssuer(lines, title, signature);
  return {
    head: {
      ...(title && { title: title.element }),
      ...(issuer && { issuer }),
      ...(number && { number }),
      recipients: recipients?.names ?? [],
      ...(signature?.date && { date: signature.date, dateRange: signature.range }),
    },
    titlePart,
    recipientsPart: recipients?.part ?? -1,
  };
}

function headLines({ items, starts, planStart }: HeadInput): Line[] {
  const lines: Line[] = [];
  const limit = Math.min(items.length, planStart, 80);
  for (let part = 0; part < limit; part++) {
    const item = items[part];
    if (!item || item.number || !item.text) continue;
    const start = starts[part]!;
    lines.push({
      part,
      text: item.text,
      range: { start: start + item.textRange.start, end: start + item.textRange.end },
    });
  }
  return lines;
}

interface Title {
  readonly element: Element;
  readonly parts: readonly number[];
}

/** The line, or the few lines put together, that say 关于…的通知. */
function findTitle(lines: readonly Line[]): Title | undefined {
  for (let end = 0; end < lines.length; end++) {
    const last = withoutNumber(lines[end]!.text);
    if (last.length > 120 || !TITLE_END.test(last) || /^附\s?件/.test(last)) continue;
    for (let start = end; start >= Math.max(0, end - 3); start--) {
      const pieces = lines.slice(start, end + 1);
      if (start < end && !/^.{2,60}$/.test(withoutNumber(lines[start]!.text))) break;
      const joined = pieces.map((line) => withoutNumber(line.text)).join('');
      if (!joined.includes('关于') || /[。；]/.test(joined)) continue;
      let from = start;
      const before = lines[start - 1];
      const office = before && (isOffice(before.text) || (before.text.length <= 40 && issuerIn(before.text)));
      if (/^关于/.test(joined) && office && !DOCUMENT_NUMBER.test(lines[start]!.text)) from = start - 1;
      const all = lines.slice(from, end + 1);
      const text = all
        .map((line) => withoutNumber(line.text))
        .join('')
        .replace(HAN_BLANK, '');
      const range = { start: all[0]!.range.start, end: all.at(-1)!.range.end };
      return { element: { text, range }, parts: all.map((line) => line.part) };
    }
  }
  return undefined;
}

function withoutNumber(text: string): string {
  return text
    .replace(DOCUMENT_NUMBER, '')
    .replace(/\s{0,8}\.(?:docx?|pdf|wps|ofd)$/i, '')
    .replace(PAGE_BUTTONS, '')
    .trim();
}

/** A line that is the name of an office and nothing else. */
export function isOffice(text: string): boolean {
  const bare = text.replace(/[\s\u3000]/g, '');
  return bare.length >= 3 && bare.length <= 24 && OFFICE_END.test(bare) && !/[，。：:、]/.test(bare);
}

/** 主送机关: the first line after the title that ends in a colon. */
function findRecipients(lines: readonly Line[], titlePart: number) {
  for (const line of lines.filter((candidate) => candidate.part > titlePart).slice(0, 12)) {
    if (!/[：:]$/.test(line.text) || line.text.length < 3 || /[。]/.test(line.text)) continue;
    if (/(?:如下|附件|下列|通知)[：:]$/.test(line.text)) return undefined;
    const { names } = readNames(line.text.slice(0, -1), 'unit', (at) => line.range.start + at);
    if (names.some((name) => name.group || OFFICE_END.test(name.base))) return { part: line.part, names };
  }
  return undefined;
}

function findNumber(lines: readonly Line[], title: Title | undefined): Element | undefined {
  const near = title ? lines.filter((line) => line.part <= title.parts.at(-1)! + 6) : lines;
  const own = near.find(
    (line) => line.text.replace(DOCUMENT_NUMBER, '').trim() === '' && DOCUMENT_NUMBER.test(line.text),
  );
  for (const line of own ? [own] : near) {
    const match = DOCUMENT_NUMBER.exec(line.text);
    if (match) {
      const start = line.range.start + match.index;
      return { text: match[0].replace(/\s/g, ''), range: { start, end: start + match[0].length } };
    }
  }
  return undefined;
}

interface Signature {
  readonly office?: Element;
  readonly date?: string;
  readonly range: Range;
}

/** The first line after the head that is a date and nothing else; the office that signs stands before it. */
function findSignature({ items, starts }: HeadInput, after: number): Signature | undefined {
  for (let part = after + 1; part < items.length; part++) {
    const item = items[part];
    if (item?.marker !== 'date') continue;
    const start = starts[part]!;
    const range = { start: start + item.textRange.start, end: start + item.textRange.end };
    const printed = item.text.replace(/[\s\u3000\u00a0]/g, '');
    const both = /^(.{3,24}?(?:政府|办公室|委员会|办公厅|局|厅|部))(\d{4}年.+|[二〇○零一]{2}.+年.+)$/.exec(printed);
    const date = parseDate(both ? both[2]! : printed);
    if (!date) continue;
    const before = items.slice(Math.max(0, part - 4), part).findLast((candidate) => candidate?.text);
    const office = both?.[1] ?? (before && isOffice(before.text) ? before.text.replace(/[\s\u3000]/g, '') : undefined);
    return { date, range, ...(office && { office: { text: office, range } }) };
  }
  return undefined;
}

function findIssuer(
  lines: readonly Line[],
  title: Title | undefined,
  signature: Signature | undefined,
): Element | undefined {
  const inTitle = title && issuerIn(title.element.text);
  if (title && inTitle) {
    return {
      text: inTitle,
      range: { start: title.element.range.start, end: title.element.range.start + inTitle.length },
    };
  }
  if (signature?.office) return signature.office;
  // 发文机关标志: the office, with or without 文件.
  const mark = lines.find(
    (line) => (title ? line.part < title.parts[0]! : true) && isOffice(line.text.replace(/文件$/, '')),
  );
  return mark && { text: mark.text.replace(/[\s\u3000]|文件$/g, ''), range: mark.range };
}

/** 云溪县人民政府办公室 in …办公室转发县水利局关于…的通知: whoever passes it on issues it. */
function issuerIn(title: string): string | undefined {
  return [/^(.{3,40}?)(?:转发|批转|印发)/, /^(.{3,40}?)关于/]
    .map((before) => before.exec(title)?.[1])
    .find((name) => name && OFFICE_END.test(name) && !name.includes('关于'));
}
