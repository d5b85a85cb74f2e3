/** Drops what a web page or a printed page put around the notice and between its paragraphs. */
import { DOCUMENT_NUMBER } from '../../model/head.ts';
import { isFileName, isLeftover, isNavigation, isPageNumber, LONGEST_LEFTOVER } from '../../model/page-lines.ts';
import { isFurniture } from '../../syntax/joins.ts';
import { labelAt, type Vocabulary } from '../../syntax/labels.ts';
import { parseNumber } from '../../syntax/numbers.ts';
import type { Block, Paragraph, PrintedTable } from '../draft.ts';
import type { Remarks } from './remarks.ts';

const PAGE_NUMBERS = { zh: '删去页码', en: 'Dropped page numbers' };
const HEADS = { zh: '删去每页重复的页眉', en: 'Dropped a running head that is printed again on each page' };
const OF_PAGE = {
  zh: '删去网页上的内容，不属于通知',
  en: 'Dropped a line of the web page that is no part of the notice',
};
const DATA = {
  zh: '删去网页上的公文信息表（索引号、发文机关等）',
  en: 'Dropped the table in which the page says what the document is',
};
const NUMBER = { zh: '发文字号取自网页上的公文信息表', en: "The document number comes from the page's own table" };
/** Such a table has no more rows. */
const MOST_DATA = 12;
const PERHAPS = {
  zh: '像是网页上的内容，但夹在正文中间，没有删，请核对',
  en: 'Looks like a line of the web page, but stands between tasks; it was kept, please check',
};

/** A title of less is repeated by chance. */
const SHORTEST_HEAD = 10;

/** @returns the blocks that are the notice's; those between that only parted pages are gone */
export function withoutFurniture(all: readonly Block[], remarks: Remarks, vocabulary: Vocabulary): Block[] {
  const blocks = withoutData(all, remarks);
  const lines = blocks.map((block) => (block.kind === 'paragraph' ? bare(block.text) : ''));
  const isEntry = lines.map((line, index) => {
    const block = blocks[index]!;
    if (block.kind !== 'paragraph') return true;
    return Boolean(block.number) || opensEntry(line, vocabulary);
  });
  const certain = lines.map((line, index) => blocks[index]!.kind === 'paragraph' && isCertain(line));
  const foot = footOf(blocks, lines, certain);
  const head = headOf(blocks, lines);
  for (let index = foot.from; index <= foot.to; index++) isEntry[index] = false;
  const first = isEntry.indexOf(true);
  const last = isEntry.lastIndexOf(true);
  const outside = (index: number): boolean => first < 0 || index < first || index > last;
  const heads = runningHeads(blocks, lines, first);
  const pages: { quote: string; place: Paragraph['place']; next: number; count: number }[] = [];
  const perhaps: { quote: string; place: Paragraph['place'] }[] = [];
  const kept: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') {
      kept.push(block.kind === 'printed' ? withoutNumbers(block, remarks) : block);
      continue;
    }
    const line = lines[index]!;
    const at = { quote: line, place: block.place };
    const leftover = line.length <= 24 && isPageNumber(line) ? PAGE_NUMBERS : heads.has(index) ? HEADS : undefined;
    if (leftover) {
      remarks.count('dropped', leftover, line, block.place);
      continue;
    }
    const ofPage = isEntry[index]
      ? false
      : certain[index] ||
        index < head ||
        (foot.from <= index && index <= foot.to) ||
        (isFileName(line) && ofItsOwn(lines, index, certain)) ||
        (outside(index) && line.length <= LONGEST_LEFTOVER && isFurniture(line));
    if (ofPage && (isNavigation(line) || outside(index))) {
      const before = pages.at(-1);
      if (before?.next === index) {
        before.quote = `${before.quote.split('……', 1)[0]!.slice(0, 18)}……${line.slice(-18)}`;
        before.next++;
        before.count++;
      } else pages.push({ ...at, next: index + 1, count: 1 });
      continue;
    }
    if (ofPage && !isFileName(line)) perhaps.push(at);
    kept.push(block);
  }
  remarks.each('dropped', OF_PAGE, pages);
  remarks.each('doubtful', PERHAPS, perhaps);
  return kept;
}

/**
 * The foot of a page, from one line that is certainly the page's to another: the titles of other notices and who runs the
 * page stand between (主办：… 承办：…). A sentence, a number or an annex is none of it.
 */
function footOf(
  blocks: readonly Block[],
  lines: readonly string[],
  certain: readonly boolean[],
): { readonly from: number; readonly to: number } {
  let from = lines.length;
  let [to, count] = [-1, 0];
  let dated = false;
  for (let at = lines.length - 1; at >= 0; at--) {
    const [line, block] = [lines[at]!, blocks[at]!];
    if (block.kind !== 'paragraph' || block.number || line.length > LONGEST_LEFTOVER) break;
    if (/[。；！？]$|^附\s*[件表录]/.test(line) || parseNumber(line)) break;
    if (to < 0 && /\d\s*年|月\s*\d+\s*日/.test(line)) dated = true;
    if (!certain[at]) continue;
    from = at;
    to = Math.max(to, at);
    count++;
  }
  // What a page says of itself behind that is short as well: 地址, 邮编. A signature has its date.
  return count > 1 && !dated ? { from, to: lines.length - 1 } : { from, to };
}

/** Within so many lines a page says where it stands. */
const MOST_HEAD = 12;

/** How many lines a page has before the path to it (当前位置：…): its name and its menu. */
function headOf(blocks: readonly Block[], lines: readonly string[]): number {
  let head = 0;
  for (let at = 0; at < Math.min(MOST_HEAD, lines.length); at++) {
    const line = lines[at]!;
    if (blocks[at]!.kind !== 'paragraph' || line.length > LONGEST_LEFTOVER || /[。；]$|关于|〔\d{4}〕/.test(line))
      break;
    if (isNavigation(line)) head = at;
  }
  return head;
}

/** Numbers of pages between the lines of a table: — 3 —. */
const BETWEEN = /\n\s*([—–-]{1,2}\s*\d{1,3}\s*[—–-]{1,2})[^\S\n]*\n\s*/g;

function withoutNumbers(table: PrintedTable, remarks: Remarks): Block {
  const gaps = table.text.match(/\n[^\S\n]*\n/g)?.length ?? 0;
  const apart = gaps * 3 > table.text.split('\n').length ? '\n\n' : '\n';
  const text = table.text.replace(BETWEEN, (_, number: string) => {
    remarks.count('dropped', PAGE_NUMBERS, number, table.place);
    return apart;
  });
  return text === table.text ? table : { ...table, text };
}

/** The table in which a page says of a document what it is: 索引号, 发文机关, 成文日期. Its document number is the notice's. */
function withoutData(blocks: readonly Block[], remarks: Remarks): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table' || block.rows.length > MOST_DATA) return [block];
    const cells = block.rows.flatMap((row) => row.map(({ cell }) => bare(cell.text)));
    if (cells.filter((cell) => cell.length < 40 && isLeftover(cell)).length < 2) return [block];
    remarks.add('dropped', DATA, cells.filter(Boolean).join(' '), block.place);
    const number = cells.map((cell) => DOCUMENT_NUMBER.exec(cell)?.[0]).find(Boolean);
    const known = blocks.some((other) => other.kind === 'paragraph' && DOCUMENT_NUMBER.test(other.text));
    if (!number || known) return [];
    remarks.add('changed', NUMBER, number, block.place);
    return [{ kind: 'paragraph', text: number, align: 'center', whole: true, place: block.place }];
  });
}

function bare(text: string): string {
  return text.trim();
}

/** A number, or a label of who answers for a task. */
function opensEntry(line: string, vocabulary: Vocabulary): boolean {
  if (parseNumber(line)) return true;
  const role = labelAt(line, 0, vocabulary)?.role;
  return role !== undefined && role !== 'remark' && role !== 'deadline' && !isFurniture(line);
}

function isCertain(line: string): boolean {
  return line.length > 0 && line.length <= LONGEST_LEFTOVER && isLeftover(line) && !isPageNumber(line);
}

/** The name of a file is the page's where other lines of the page, or nothing but such names, stand beside it. */
function ofItsOwn(lines: readonly string[], index: number, certain: readonly boolean[]): boolean {
  for (const step of [-1, 1]) {
    let at = index + step;
    while (at >= 0 && at < lines.length && isFileName(lines[at]!)) at += step;
    if (certain[at]) return true;
    if (step < 0 && at >= 0 && /^附\s*件/.test(lines[at]!)) return false;
  }
  // Of the notice itself: its document number or its title stands in the name.
  const name = lines[index]!.replace(/\.[a-z]+$/i, '').replace(/\s/g, '');
  return /〔\d{4}〕\d+号$/.test(name) || lines.some((line, at) => at !== index && line.replace(/\s/g, '') === name);
}

/** The title, once more on a line of its own behind the first entry: the head of a page. */
function runningHeads(blocks: readonly Block[], lines: readonly string[], first: number): ReadonlySet<number> {
  const found = new Set<number>();
  if (first < 0) return found;
  const before = new Set(
    lines.slice(0, first).filter((line) => line.length >= SHORTEST_HEAD && !/[。：:]$/.test(line) && /关于/.test(line)),
  );
  for (let at = first; at < lines.length; at++)
    if (blocks[at]!.kind === 'paragraph' && before.has(lines[at]!)) found.add(at);
  return found;
}
