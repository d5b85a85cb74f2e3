/** Paragraphs and tables of a page, as they show: blanks run together, lists numbered, hidden text left out. */
import { isPageNumber } from '../../model/page-lines.ts';
import { parseNumber } from '../../syntax/numbers.ts';
import type { Block, DraftCell, DraftTable, Paragraph, Place } from '../draft.ts';
import { blocksOf as textBlocks } from '../text.ts';
import {
  attribute,
  type Element,
  isBlock,
  isElement,
  isHidden,
  isSilent,
  type Node,
  type Parent,
  styled,
  textOf,
  whole,
} from './dom.ts';
import { listMark, numberOf } from './lists.ts';
import { isFrame, rowsOf } from './rows.ts';

export interface Gathered {
  readonly blocks: readonly Block[];
  /** Text that the page holds and doesn't show. */
  readonly hidden: readonly string[];
  /** Text that a revision took out. */
  readonly deleted: readonly string[];
  readonly images: number;
}

/** @param skip elements that are no part of the document */
export function gather(root: Parent, skip: (element: Element) => boolean = () => false): Gathered {
  const gatherer = new Gatherer(skip);
  gatherer.children(root, { pre: false });
  gatherer.end();
  return gatherer;
}

interface Around {
  readonly heading?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly pre: boolean;
}

/** No table has more columns, and no cell reaches further. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 5000;

class Gatherer implements Gathered {
  readonly blocks: Block[] = [];
  readonly hidden: string[] = [];
  readonly deleted: string[] = [];
  images = 0;
  readonly #skip: (element: Element) => boolean;
  #text = '';
  #number: string | undefined;
  #paragraphs = 0;
  #tables = 0;
  #around: Around = { pre: false };
  /** The block that the next paragraph goes on with. */
  #cut: number | undefined;

  constructor(skip: (element: Element) => boolean) {
    this.#skip = skip;
  }

  children(parent: Parent, around: Around): void {
    for (const child of parent.childNodes) this.#node(child, around);
  }

  #node(node: Node, around: Around): void {
    const text = textOf(node);
    if (text !== undefined) this.#say(text, around);
    else if (isElement(node)) this.#element(node, around);
  }

  #say(text: string, around: Around): void {
    if (!this.#text) this.#around = around;
    if (around.pre) this.#text += text.replace(/\r\n?/g, '\n');
    else
      this.#text += text
        .replace(/[ \t\r\n\f]+/g, (blank) => (blank.includes('\n') ? '\n' : ' '))
        .replaceAll('\n', LINE);
  }

  #element(element: Element, around: Around): void {
    const { tagName } = element;
    if (isSilent(element) || this.#skip(element)) return;
    const deleted = tagName === 'del' || (tagName === 's' && attribute(element, 'class')?.includes('mso'));
    if (deleted || isHidden(element)) {
      keep(deleted ? this.deleted : this.hidden, element);
      return;
    }
    if (tagName === 'br') {
      if (this.#text || !around.pre) this.#text += BREAK;
      return;
    }
    if (tagName === 'img') {
      this.images++;
      return;
    }
    if (tagName === 'table') {
      this.end();
      const table = isFrame(element) ? undefined : this.#table(element);
      if (table) this.blocks.push(table);
      else this.children(element, around);
      this.end();
      return;
    }
    if (styled(element, 'mso-list') === 'ignore') {
      this.#say(listMark(element), around);
      return;
    }
    if (!isBlock(element)) {
      const pre = isPre(element, around);
      this.children(element, pre === around.pre ? around : { ...around, pre });
      return;
    }
    this.end();
    if (tagName === 'ol' || tagName === 'ul' || tagName === 'menu' || tagName === 'dir') this.#list(element, around);
    else this.children(element, aroundOf(element, around));
    this.end();
    // A page of ours ends within the paragraph.
    if (attribute(element, 'data-cut') !== undefined) this.#cut = this.blocks.length - 1;
  }

  #list(list: Element, around: Around): void {
    const items = list.childNodes.filter((node): node is Element => isElement(node) && node.tagName === 'li');
    const reversed = attribute(list, 'reversed') !== undefined;
    let value = whole(attribute(list, 'start')) ?? (reversed ? items.length : 1);
    for (const child of list.childNodes) {
      if (!isElement(child) || child.tagName !== 'li') {
        this.#node(child, around);
        continue;
      }
      if (isHidden(child) || this.#skip(child)) {
        this.#node(child, around);
        continue;
      }
      this.end();
      value = whole(attribute(child, 'value')) ?? value;
      const type =
        styled(child, 'list-style-type') ??
        styled(list, 'list-style-type') ??
        styled(list, 'list-style') ??
        attribute(child, 'type') ??
        attribute(list, 'type');
      this.#number = list.tagName === 'ol' ? numberOf(value, type) : undefined;
      this.children(child, aroundOf(child, around));
      this.end();
      this.#number = undefined;
      value += reversed ? -1 : 1;
    }
  }

  /** Closes the paragraph at hand. */
  end(): void {
    const said = this.#text;
    this.#text = '';
    if (this.#around.pre && said.trim()) {
      // Lines as in a text file.
      this.blocks.push(...textBlocks(said.replaceAll(BREAK, '\n'), undefined));
      return;
    }
    const text = tidy(said);
    if (!text) return;
    const own = parseNumber(text);
    const number = this.#number && own?.text !== this.#number ? this.#number : undefined;
    this.#number = undefined;
    const { heading, align } = this.#around;
    const open = this.#cut === undefined ? undefined : this.blocks[this.#cut];
    if (open?.kind === 'paragraph' && !isPageNumber(text)) {
      this.blocks[this.#cut!] = { ...open, text: open.text + text };
      this.#cut = undefined;
      return;
    }
    this.#paragraphs++;
    this.blocks.push({
      kind: 'paragraph',
      text,
      ...(number && { number }),
      ...(heading && { heading }),
      ...(align && { align }),
      whole: true,
      place: paragraphPlace(this.#paragraphs),
    } satisfies Paragraph);
  }

  #table(table: Element): DraftTable | undefined {
    const { rows, headerRows } = rowsOf(table);
    const taken: number[] = [];
    let columns = 0;
    const out = rows.slice(0, MOST_ROWS).map((row, y) => {
      const cells: { column: number; cell: DraftCell }[] = [];
      let column = 0;
      for (const element of row) {
        if (isHidden(element)) {
          keep(this.hidden, element);
          continue;
        }
        while ((taken[column] ?? 0) > y) column++;
        if (column >= MOST_COLUMNS) break;
        const across = Math.min(MOST_COLUMNS - column, Math.max(1, whole(attribute(element, 'colspan')) ?? 1));
        const span = whole(attribute(element, 'rowspan')) ?? 1;
        const down = span <= 0 ? rows.length - y : Math.min(span, rows.length - y);
        for (let x = column; x < column + across; x++) taken[x] = y + down;
        cells.push({ column, cell: { text: this.#cell(element), rows: down, columns: across } });
        column += across;
        columns = Math.max(columns, column);
      }
      return cells;
    });
    if (!columns || out.every((cells) => cells.every(({ cell }) => !cell.text))) return undefined;
    this.#tables++;
    const place = { zh: `表${this.#tables}`, en: `table ${this.#tables}` };
    const filled = out.filter((cells) => cells.length);
    return { kind: 'table', rows: filled, columns, headerRows: Math.min(headerRows, filled.length), place };
  }

  #cell(element: Element): string {
    const inner = new Gatherer(this.#skip);
    inner.children(element, { pre: isPre(element, this.#around) });
    inner.end();
    this.hidden.push(...inner.hidden);
    this.deleted.push(...inner.deleted);
    this.images += inner.images;
    return inner.blocks
      .flatMap((block) => (block.kind === 'paragraph' ? `${block.number ?? ''}${block.text}` : []))
      .join('\n');
  }
}

/** A break of a line of the source, and one that shows. */
const LINE = '\ue000';
const BREAK = '\ue001';

/** Blanks as they show: the ends of lines of the source part no Han characters. */
function tidy(text: string): string {
  return text
    .replace(/[ \ue000]+/g, (blank) => (blank.includes(LINE) ? LINE : ' '))
    .replace(
      /(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—])\ue000(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—\d])|(?<=\d)\ue000(?=[\u2e80-\u9fff])/g,
      '',
    )
    .replaceAll(LINE, ' ')
    .replace(/ *\ue001 */g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function keep(list: string[], element: Element): void {
  const inner = new Gatherer(() => false);
  inner.children(element, { pre: false });
  inner.end();
  const text = inner.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('');
  if (/[\u4e00-\u9fff\d]/.test(text)) list.push(text);
}

function paragraphPlace(number: number): Place {
  return { zh: `第${number}段`, en: `paragraph ${number}` };
}

function aroundOf(element: Element, around: Around): Around {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  const align =
    styled(element, 'text-align') ??
    attribute(element, 'align')?.toLowerCase() ??
    (element.tagName === 'center' ? 'center' : undefined);
  const heading = level ? Number(level) : around.heading;
  const own = align === 'left' || align === 'center' || align === 'right' ? align : around.align;
  return { ...(heading && { heading }), ...(own && { align: own }), pre: isPre(element, around) };
}

function isPre(element: Element, around: Around): boolean {
  const space = styled(element, 'white-space');
  return space ? space.startsWith('pre') : element.tagName === 'pre' || around.pre;
}
