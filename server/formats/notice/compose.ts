/** From what a notice says to its official page: each part in its place. */
import type { Entry, Item, Notice, Range } from '../../model/notice.ts';
import { isLeftover, LONGEST_LEFTOVER } from '../../model/page-lines.ts';
import type { ExportOptions, Remark } from '../format.ts';
import { CHARACTERS, EM, INDENT, MM, SIGNATURE, SIZE, SPACING, TITLE, TYPE_AREA } from '../page/geometry.ts';
import { textWidth } from '../page/line-break.ts';
import { officialTable } from '../table/table.ts';
import { addTable } from './annex-table.ts';
import type { Block, BlockStyle, OfficialDocument, Run, TextBlock } from './document.ts';
import { setting } from './front-matter.ts';
import { type HeadLines, headOf } from './head.ts';
import { imprintOf } from './imprint.ts';
import { ANNEX_NOTE, type Place, placesOf } from './places.ts';
import { commentsByPart, leadOf, type PrintedLine, partText, printedLines } from './printed.ts';
import { fieldRuns, itemLooks, squeezed } from './runs.ts';
import { tableOf } from './text-table.ts';
import { titleLines } from './title-lines.ts';

/** The notice on the official page. It throws on no text; linear in its length. */
export function officialPage(notice: Notice, options: ExportOptions = {}): OfficialDocument {
  return new Composition(notice, options).document();
}

const TITLE_WIDTH = Math.floor((TYPE_AREA.width * MM) / SIZE.two);

class Composition {
  readonly #notice: Notice;
  readonly #options: ExportOptions;
  readonly #places: ReadonlyMap<number, Place>;
  readonly #entries: ReadonlyMap<number, Entry>;
  readonly #blocks: Block[] = [];
  readonly #remarks: Remark[] = [];
  readonly #head: HeadLines = {};
  readonly #copies: string[] = [];
  readonly #signature: { lines: { text: string; range: Range }[] } = { lines: [] };
  #printed: string | undefined;
  #leftOver: Range[] = [];
  #lead = 0;
  /** How far the note of the annexes is. */
  #noted = 0;
  /** Names in the note stand below the first one. */
  #noteLeft = 0;

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
    const head = headOf(notice, this.#head, hasHead, this.#options, this.#remarks);
    const imprint = imprintOf(notice, { copies: this.#copies, printed: this.#printed }, this.#remarks);
    if (this.#options.annexTable && notice.tasks.length)
      addTable(this.#blocks, officialTable(notice, this.#options), this.#remarks);
    this.#sayLeftOver();
    const title = this.#options.title ?? notice.head.title?.text ?? '';
    const author = this.#options.author ?? setting(notice, '作者') ?? notice.head.issuer?.text;
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
      const lines = printedLines(partText(this.#notice, part), item, comments.get(part) ?? [], lead, (range) =>
        this.#leftOver.push(shifted(range, start)),
      );
      if (!lines.length) continue;
      if (titles?.first === part) this.#title(titles.first, titles.last, hasHead);
      if (titles && part >= titles.first && part <= titles.last) continue;
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
    if (place !== 'annexNote') this.#noted = 0;
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
        this.#signature.lines.push({ text: tight(texts.join('')), range });
        return;
      case 'note':
        this.#add('note', texts, range);
        return;
      case 'annexNote':
        this.#annexNote(texts, range);
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
    const kept = item.number ? lines : lines.filter((line) => !this.#isLeftOver(line, start));
    if (kept.length) this.#text(part, item, kept);
  }

  /** What a web page put around the notice. */
  #isLeftOver({ text, range }: PrintedLine, start: number): boolean {
    const left = text.length <= LONGEST_LEFTOVER && isLeftover(text);
    if (left) this.#leftOver.push(shifted(range, start));
    return left;
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
    const parted = partTitle(lines, head.title!.text);
    if (parted.before) {
      if (head.number && tight(parted.before) === head.number.text && hasHead && !this.#head.number)
        this.#head.number = { text: parted.before, range };
      else
        this.#add(head.number && tight(parted.before) === head.number.text ? 'number' : 'text', [parted.before], range);
    }
    const fits = parted.lines.length > 1 && parted.lines.every((line) => emWidth(line) <= TITLE_WIDTH);
    const broken = fits ? parted.lines : titleLines(parted.lines.join(''), TITLE_WIDTH, text);
    if (!fits && broken.length > 1) this.#sayBroken(broken, range);
    this.#push('title', [{ text: broken.join('\n') }], range);
    if (parted.after) this.#add('text', [parted.after], range);
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
    const broken = titleLines(text!, TITLE_WIDTH, this.#notice.text);
    if (broken.length > 1) this.#sayBroken(broken, range);
    this.#push('annexTitle', [{ text: broken.join('\n') }], range, {
      ...(opensPage && { opensPage }),
      ...(below && { above: 1 }),
    });
    this.#add(
      'annexTitle',
      lines.slice(1).map((line) => line.text),
      range,
    );
  }

  /** 附件：1.甲 and 2.乙 below it; turned lines stand under the name. */
  #annexNote(texts: readonly string[], range: Range): void {
    for (const text of texts.flatMap(noteNames)) {
      const label = this.#noted === 0 ? (ANNEX_NOTE.exec(text)?.[0] ?? '') : '';
      const number = /^\d{1,2}\s*[.．、]\s*/.exec(text.slice(label.length))?.[0] ?? '';
      if (label) this.#noteLeft = INDENT + textWidth(label, SIZE.three, SPACING);
      const hang = textWidth(label + number, SIZE.three, SPACING);
      const left = this.#noteLeft + textWidth(number, SIZE.three, SPACING);
      this.#push('annexNote', [{ text }], range, {
        left,
        firstLine: -hang,
        ...(this.#noted === 0 && { above: 1 }),
      });
      this.#noted++;
    }
  }

  /** 署名 and 成文日期, when all of it is read: where one stands depends on the other. */
  #sign(): void {
    const { lines } = this.#signature;
    if (!lines.length) return;
    this.#signature.lines = [];
    const all = lines.flatMap(({ text, range }) => {
      const both = /^(.{3,24}?)(\d{4}年.+|[二〇○零一]{2}.+年.+)$/.exec(text);
      const pieces = both ? [both[1]!, both[2]!] : [text];
      return pieces.map((piece) => ({ text: piece, range, wide: textWidth(piece, SIZE.three, SPACING) }));
    });
    const date = all.at(-1)!;
    const offices = all.slice(0, -1);
    const widest = Math.max(0, ...offices.map((office) => office.wide));
    const sealed = this.#options.sealed ?? true;
    const whole = CHARACTERS * EM;
    let dateRight = (sealed ? SIGNATURE.sealedRight : SIGNATURE.right) * EM;
    let middle = whole - dateRight - date.wide / 2;
    if (sealed) {
      // A long name stays on the page; the date goes along.
      middle = Math.min(middle, whole - widest / 2);
      dateRight = whole - middle - date.wide / 2;
    } else if (offices.length) {
      dateRight = Math.max(SIGNATURE.right * EM, widest - date.wide);
    }
    offices.forEach((office, i) => {
      const unsealed = dateRight + date.wide + SIGNATURE.shift * EM - office.wide;
      const right = sealed ? whole - middle - office.wide / 2 : Math.max(0, unsealed);
      this.#push('signature', [{ text: office.text }], office.range, {
        right: Math.max(0, right),
        keepsNext: true,
        ...(i === 0 && { above: sealed ? SIGNATURE.sealedAbove : SIGNATURE.above }),
      });
    });
    this.#push('date', [{ text: date.text }], date.range, {
      right: Math.max(0, dateRight),
      ...(!offices.length && { above: SIGNATURE.above }),
    });
  }

  #table(table: Notice['tables'][number]): void {
    this.#sign();
    // The lines right above are its title, and 附表 above that.
    const above: TextBlock[] = [];
    for (let block = this.#blocks.at(-1); block?.kind === 'text' && above.length < 3; block = this.#blocks.at(-1)) {
      if (!/^(?:text|annex|annexTitle)$/.test(block.style) || !isTitleLine(block)) break;
      above.unshift(block);
      this.#blocks.pop();
    }
    this.#blocks.push(tableOf(table, above));
  }

  #sayBroken(lines: readonly string[], range: Range): void {
    const shown = lines.join(' / ');
    this.#remarks.push({
      range,
      words: {
        zh: `标题按词意回行为：${shown}。不合适的，在通知里把标题照要的样子分行写`,
        en: `The title was broken into lines: ${shown}. To have others, write it on lines of your own in the notice`,
      },
    });
  }

  #sayLeftOver(): void {
    const [first] = this.#leftOver;
    if (!first) return;
    const n = this.#leftOver.length;
    const found = this.#notice.text.slice(first.start, first.end).split('\n', 1)[0]!.trim();
    const quoted = found.length > 20 ? `${found.slice(0, 18)}…` : found;
    this.#remarks.push({
      range: first,
      words: {
        zh: `网页、页码等页面上的内容没有印（如“${quoted}”，共${n}行），请从通知里删去`,
        en: `What came with a page was not printed (such as "${quoted}", ${n} line${n === 1 ? '' : 's'}); delete it from the notice`,
      },
    });
  }
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function tight(text: string): string {
  return text.replace(/[\s\u3000]/g, '');
}

function emWidth(text: string): number {
  return textWidth(text, 1, 0);
}

/** What is set under the line above with blanks stays there. */
function set(runs: readonly Run[], lead: number): readonly Run[] {
  return lead > 0 ? [{ text: '\u3000'.repeat(Math.min(lead, CHARACTERS / 2)) }, ...runs] : runs;
}

/** 1.甲　2.乙 on one line of the note. */
function noteNames(text: string): string[] {
  return text.split(/(?<=\S)\s+(?=\d{1,2}\s*[.．、]\s*\D)/);
}

function isTitleLine(block: TextBlock): boolean {
  const text = block.runs.map((run) => run.text).join('');
  return text.length <= 60 && !/[。；：:，]$/.test(text);
}

/** The lines of the title without what stands before it (a document number) and behind it (buttons of a page). */
function partTitle(lines: readonly string[], title: string): { before: string; lines: string[]; after: string } {
  const joined = tight(lines.join(''));
  const at = joined.indexOf(tight(title));
  if (at < 0) return { before: '', lines: [...lines], after: '' };
  const [from, to] = [at, at + tight(title).length];
  const pieces: [string, string[], string] = ['', [], ''];
  let count = 0;
  for (const line of lines) {
    let own = '';
    for (const character of line) {
      const blank = tight(character) === '';
      if (count < from) pieces[0] += character;
      else if (count < to) own += blank && !own ? '' : character;
      else pieces[2] += character;
      if (!blank) count += character.length;
    }
    if (own.trim()) pieces[1].push(unspaced(own.trim()));
  }
  return { before: pieces[0].trim(), lines: pieces[1], after: pieces[2].trim() };
}

/** Blanks that a conversion left between the characters of a title. */
function unspaced(text: string): string {
  return text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef\d])[\s\u3000]+(?=[\u3000-\u9fff\uff00-\uffef\d])/g, '');
}
