/**
 * From what a notice says to its official page: each part in its place. Long, for it is one walk over the notice with one
 * state.
 */
import type { Entry, Item, Notice, Range } from '../../model/notice.ts';
import { isFileName, isLeftover, LONGEST_LEFTOVER } from '../../model/page-lines.ts';
import type { ExportOptions, Remark } from '../format.ts';
import { CHARACTERS, MM, SIZE, TITLE, TYPE_AREA } from '../page/geometry.ts';
import { textWidth } from '../page/line-break.ts';
import { officialTable } from '../table/table.ts';
import { AnnexNote } from './annex-note.ts';
import { addTable } from './annex-table.ts';
import { type Block, type BlockStyle, type OfficialDocument, type Run, type TextBlock, textOf } from './document.ts';
import { authorOf, setting } from './front-matter.ts';
import { type HeadLines, headOf } from './head.ts';
import { imprintOf } from './imprint.ts';
import { type Place, placesOf } from './places.ts';
import { commentsByPart, leadOf, type PrintedLine, partText, printedLines } from './printed.ts';
import { broken, leftOut } from './remarks.ts';
import { fieldRuns, itemLooks, squeezed } from './runs.ts';
import { type SignatureLine, signatureBlocks } from './signature.ts';
import { tableOf, takeTitle } from './text-table.ts';
import { partTitle, tight } from './title.ts';
import { titleLines } from './title-lines.ts';

/** The notice on the official page. It throws on no text; linear in its length. */
export function officialPage(notice: Notice, options: ExportOptions = {}): OfficialDocument {
  return new Composition(notice, options).document();
}

/** In em, a little less than there is. */
const TITLE_WIDTH = (TYPE_AREA.width * MM) / SIZE.two - 0.05;

class Composition {
  readonly #notice: Notice;
  readonly #options: ExportOptions;
  readonly #places: ReadonlyMap<number, Place>;
  readonly #entries: ReadonlyMap<number, Entry>;
  readonly #blocks: Block[] = [];
  readonly #remarks: Remark[] = [];
  readonly #head: HeadLines = {};
  readonly #copies: string[] = [];
  #signature: SignatureLine[] = [];
  #printed: string | undefined;
  #leftOver: Range[] = [];
  #lead = 0;
  /** The note of the annexes, while it goes on. */
  #note: AnnexNote | undefined;

  constructor(notice: Notice, options: ExportOptions) {
    this.#notice = notice;
    this.#options = options;
    this.#places = placesOf(notice);
    this.#entries = new Map(notice.entries.map((entry) => [entry.part, entry]));
  }

  document(): OfficialDocument {
    const notice = this.#notice;
    const hasHead = this.#hasHead();
    this.#walk(hasHead);
    // What looked like the mark was left of a web page: there is no 版头.
    if (hasHead && !this.#head.mark && !setting(notice, '发文机关标志'))
      return officialPage(notice, { ...this.#options, head: 'none' });
    this.#addNote();
    const head = headOf(notice, this.#head, hasHead, this.#options, this.#remarks);
    const imprint = imprintOf(notice, { copies: this.#copies, printed: this.#printed }, this.#remarks);
    if (this.#options.annexTable && notice.tasks.length)
      addTable(this.#blocks, officialTable(notice, this.#options), this.#remarks);
    if (this.#leftOver.length) this.#remarks.push(leftOut(this.#leftOver, this.#notice.text));
    const title = this.#options.title ?? notice.head.title?.text ?? '';
    const author = authorOf(notice, this.#options.author);
    return {
      title,
      ...(author && { author }),
      ...(head && { head }),
      blocks: this.#blocks,
      ...(imprint && { imprint }),
      remarks: this.#remarks,
    };
  }

  #hasHead(): boolean {
    if (this.#options.head === 'none') return false;
    return [...this.#places.values()].includes('mark') || setting(this.#notice, '发文机关标志') !== undefined;
  }

  #walk(hasHead: boolean): void {
    const { items, starts, tables } = this.#notice;
    const comments = commentsByPart(this.#notice);
    const titles = this.#titleParts();
    let next = 0;
    for (let part = 0; part < items.length; part++) {
      const item = items[part];
      if (!item) continue;
      const start = starts[part]!;
      const table = tables[next];
      if (table && start >= table.start) {
        this.#table(table);
        next++;
        while (part + 1 < items.length && starts[part + 1]! < table.end) part++;
        continue;
      }
      const lead = leadOf(this.#notice, part);
      const printed = printedLines(partText(this.#notice, part), item, comments.get(part) ?? [], lead, (range) =>
        this.#leftOver.push(shifted(range, start)),
      );
      if (titles?.first === part) this.#title(titles.first, titles.last, hasHead);
      if (titles && part >= titles.first && part <= titles.last) continue;
      const lines = item.number ? printed : printed.filter((line) => !this.#isLeftOver(line, start));
      if (!lines.length) continue;
      this.#part(part, item, lines, hasHead);
    }
    this.#sign();
  }

  #part(part: number, item: Item, lines: readonly PrintedLine[], hasHead: boolean): void {
    const place = this.#places.get(part);
    const start = this.#notice.starts[part]!;
    const range = shifted({ start: lines[0]!.range.start, end: lines.at(-1)!.range.end }, start);
    const texts = lines.map((line) => line.text);
    if (place !== 'signature' && place !== 'date') this.#sign();
    if (place !== 'annexNote') this.#note = undefined;
    switch (place) {
      case 'mark':
      case 'copy':
      case 'secrecy':
      case 'urgency':
      case 'signer':
        if (!hasHead) break;
        this.#head[place] = { text: tight(texts.join('')), range };
        return;
      case 'number':
        if (hasHead) this.#head.number = { text: texts.join(''), range };
        else this.#add('number', texts, range);
        return;
      case 'recipients':
        this.#add('recipients', texts, range, { above: TITLE.linesBelow });
        return;
      case 'signature':
      case 'date':
        this.#signature.push({ text: tight(texts.join('')), range });
        return;
      case 'note':
        this.#add('note', texts, range);
        return;
      case 'annexNote':
        this.#note ??= new AnnexNote();
        for (const text of texts) this.#blocks.push(...this.#note.blocksOf(text, range));
        return;
      case 'annex':
        this.#add('annex', texts.map(tight), range, { opensPage: true });
        return;
      case 'annexTitle':
      case 'issued':
        this.#annexTitle(part, item, lines, place, range);
        return;
      case 'issuedMore':
        this.#add('annexTitle', texts, range);
        return;
      case 'subtitle':
        this.#add('subtitle', texts, range);
        return;
      case 'copies':
        for (const text of texts) this.#imprintLine(text);
        return;
      case 'printed':
        for (const text of texts) this.#imprintLine(text);
        return;
      default:
    }
    this.#text(part, item, lines);
  }

  /** What a web page put around the notice. */
  #isLeftOver({ text, range }: PrintedLine, start: number): boolean {
    const left = text.length <= LONGEST_LEFTOVER && (isLeftover(text) || this.#isOffered(text));
    if (left) this.#leftOver.push(shifted(range, start));
    return left;
  }

  /** The name of a file that a page offers below the notice; one that 附件： stands above is the notice's. */
  #isOffered(text: string): boolean {
    const last = this.#blocks.at(-1);
    return isFileName(text) && last?.kind === 'text' && !/^附\s*件|[：:，、；]$/.test(textOf(last));
  }

  #imprintLine(text: string): void {
    if (/印[\s\u3000]*发[。]?$/.test(text) && this.#printed === undefined) this.#printed = text;
    else this.#copies.push(text);
  }

  /** A numbered part, a paragraph, field lines. */
  #text(part: number, item: Item, lines: readonly PrintedLine[], look: Partial<TextBlock> = {}): void {
    const start = this.#notice.starts[part]!;
    const above = this.#belowTitle();
    lines.forEach((line, i) => {
      const range = shifted(line.range, start);
      const first = item.fields[0];
      const isField = i > 0 || (!item.number && first !== undefined && first.range.start <= line.range.start);
      const more = i === 0 ? { ...look, ...(above && { above }) } : {};
      const lead = this.#leadBeside(line);
      if (isField) {
        this.#push('field', set(fieldRuns(item.fields, line), lead), range, more);
        return;
      }
      const { style, runs, heads } = itemLooks(item, this.#entries.get(part), line);
      this.#push(style, set(runs, lead), range, { ...more, ...(heads && { keepsNext: true }) });
    });
  }

  /** How much further in a line is set than the last that wasn't set under another. */
  #leadBeside({ lead }: PrintedLine): number {
    if (lead <= 2) this.#lead = lead;
    return lead - this.#lead;
  }

  #add(style: BlockStyle, texts: readonly string[], range: Range, look: Partial<TextBlock> = {}): void {
    texts.forEach((text, i) => {
      this.#push(style, [{ text }], range, i === 0 ? look : {});
    });
  }

  #push(style: BlockStyle, runs: readonly Run[], range: Range, look: Partial<TextBlock> = {}): void {
    this.#blocks.push({ kind: 'text', style, runs: squeezed(runs), range, ...look });
  }

  /** A line is free between a title and what stands below it. */
  #belowTitle(): number {
    const last = this.#blocks.at(-1);
    return last?.kind === 'text' && /^(?:title|annexTitle|subtitle|number)$/.test(last.style) ? TITLE.linesBelow : 0;
  }

  #titleParts(): { first: number; last: number } | undefined {
    const parts = [...this.#places].flatMap(([part, place]) => (place === 'title' ? [part] : []));
    return parts.length ? { first: Math.min(...parts), last: Math.max(...parts) } : undefined;
  }

  /** The title's lines, and what a page put before or behind it on them. */
  #title(first: number, last: number, hasHead: boolean): void {
    const { items, starts, head, text } = this.#notice;
    const comments = commentsByPart(this.#notice);
    const lines: string[] = [];
    for (let part = first; part <= last; part++) {
      const item = items[part];
      if (!item) continue;
      const printed = printedLines(partText(this.#notice, part), item, comments.get(part) ?? [], 0, () => {});
      lines.push(...printed.map((line) => line.text));
    }
    const range = { start: starts[first]!, end: head.title!.range.end };
    const { before, lines: own, after } = partTitle(lines, head.title!.text);
    const isNumber = head.number !== undefined && tight(before) === head.number.text;
    if (isNumber && hasHead && !this.#head.number) this.#head.number = { text: before, range };
    else if (before) this.#add(isNumber ? 'number' : 'text', [before], range);
    this.#push('title', [{ text: this.#broken(own, range, text) }], range);
    if (after && isLeftover(after)) this.#leftOver.push({ start: range.end, end: range.end + after.length });
    else if (after) this.#add('text', [after], range);
  }

  /** The lines as they were typed, where each fits; else broken anew. */
  #broken(typed: readonly string[], range: Range, text: string): string {
    if (typed.length > 1 && typed.every((line) => textWidth(line, 1, 0, true) <= TITLE_WIDTH)) return typed.join('\n');
    const lines = titleLines(typed, TITLE_WIDTH, text);
    if (lines.length > 1) this.#remarks.push(broken(lines, range));
    return lines.join('\n');
  }

  #annexTitle(part: number, item: Item, lines: readonly PrintedLine[], place: Place, range: Range): void {
    const opensPage = place === 'issued';
    const [text] = lines.map((line) => line.text);
    // What is issued without a title begins with its text.
    if (item.number || item.fields.length || /[。；：:]$/.test(item.text)) {
      this.#text(part, item, lines, { opensPage });
      return;
    }
    const last = this.#blocks.at(-1);
    const below = last?.kind === 'text' && last.style === 'annex';
    this.#push('annexTitle', [{ text: this.#broken([text!], range, this.#notice.text) }], range, {
      ...(opensPage && { opensPage }),
      ...(below && { above: 1 }),
    });
    this.#add(
      'annexTitle',
      lines.slice(1).map((line) => line.text),
      range,
    );
  }

  /** 署名 and 成文日期, when all of it is read: where one stands depends on the other. */
  #sign(): void {
    if (!this.#signature.length) return;
    this.#blocks.push(...signatureBlocks(this.#signature, this.#options.sealed ?? true));
    this.#signature = [];
  }

  #table(table: Notice['tables'][number]): void {
    this.#sign();
    this.#blocks.push(tableOf(table, takeTitle(this.#blocks)));
  }

  /** 附注 of the front matter, where the text has none. */
  #addNote(): void {
    const value = setting(this.#notice, '附注');
    const at = this.#blocks.findLastIndex((block) => block.kind === 'text' && block.style === 'date');
    if (!value || this.#blocks.some((block) => block.kind === 'text' && block.style === 'note')) return;
    const text = /^[（(].*[）)]$/.test(value) ? value : `（${value}）`;
    this.#blocks.splice(at < 0 ? this.#blocks.length : at + 1, 0, { kind: 'text', style: 'note', runs: [{ text }] });
  }
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** What is set under the line above with blanks stays there. */
function set(runs: readonly Run[], lead: number): readonly Run[] {
  return lead > 0 ? [{ text: '\u3000'.repeat(Math.min(lead, CHARACTERS / 2)) }, ...runs] : runs;
}
