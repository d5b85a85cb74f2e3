/**
 * The official page laid out: which line stands where on which page, for every format alike. 22 lines of 28 characters
 * (GB/T 9704-2012, 5.2.3), broken by nominal widths, so that no font is needed. Linear in the length of the text.
 *
 * Lengths are in points; lines and rules are measured from the upper left corner of the type area.
 */
import type { ExportOptions, Remark } from '../format.ts';
import { HEAD, LINES, PITCH } from '../page/geometry.ts';
import { textWidth } from '../page/line-break.ts';
import { sheetsOf } from '../table/sheets.ts';
import type { Block, OfficialDocument, TableBlock, TextBlock } from './document.ts';
import { type HeadLayout, headLayout } from './head-layout.ts';
import { type ImprintLayout, imprintLayout } from './imprint-layout.ts';
import { type Line, linesOf, numberLine, oneLine } from './paragraph-lines.ts';
import {
  HEIGHT,
  type ImprintPlace,
  type NoticeLayout,
  type Page,
  type PlacedLine,
  type PlacedRule,
  WIDTH,
} from './placed.ts';

/** The paragraph behind a table, without which no document of Word ends. */
const BEHIND_TABLE = 1;

export {
  HEIGHT,
  type ImprintPlace,
  type NoticeLayout,
  type Page,
  type PlacedLine,
  type PlacedRule,
  type PlacedRun,
  WIDTH,
} from './placed.ts';

export function layOutNotice(document: OfficialDocument, options: ExportOptions = {}): NoticeLayout {
  return new Flowing(document, options).layout();
}

interface Paragraph {
  readonly block: TextBlock;
  readonly lines: readonly Line[];
}

/** The signature has the end of the text on its page; a paragraph longer than this isn't moved for it. In lines. */
const MOST_MOVED = 10;

class Flowing {
  readonly #document: OfficialDocument;
  readonly #options: ExportOptions;
  readonly #pages: Page[] = [];
  readonly #remarks: Remark[] = [];
  #lines: PlacedLine[] = [];
  #rules: PlacedRule[] = [];
  #top = 0;
  /** The page at hand is open: something stands on it. */
  #open = false;
  readonly #blocks: Block[] = [];
  /** The paragraphs that begin on the page at hand, with the number of lines placed before each. */
  #begun: { paragraph: Paragraph; lines: number; top: number; at: number }[] = [];

  constructor(document: OfficialDocument, options: ExportOptions) {
    this.#document = document;
    this.#options = options;
  }

  layout(): NoticeLayout {
    const { head, blocks, imprint } = this.#document;
    const headPlace = head && this.#head();
    for (let from = 0; from < blocks.length; ) {
      const block = blocks[from]!;
      if (block.kind === 'table') {
        this.#table(block);
        from++;
        continue;
      }
      // Headings stay with what follows them.
      let to = from;
      while (isHeading(blocks[to]) && blocks[to + 1]?.kind === 'text' && !opensPage(blocks[to + 1])) to++;
      const group = blocks.slice(from, to + 1) as TextBlock[];
      if (isSigned(block)) this.#sign(group);
      else this.#paragraphs(group);
      from = to + 1;
    }
    const imprintPlace = imprint && this.#imprint(imprintLayout(imprint));
    this.#turn();
    if (!this.#pages.length) this.#pages.push({ number: 1, numbered: true, lines: [], rules: [] });
    return {
      pages: this.#pages,
      blocks: this.#blocks,
      ...(headPlace && { head: headPlace }),
      ...(imprintPlace && { imprint: imprintPlace }),
      remarks: this.#remarks,
    };
  }

  #head(): HeadLayout {
    const head = this.#document.head!;
    const place = headLayout(head);
    const { mark } = place;
    place.secrecy.forEach((text, i) => {
      this.#lines.push({
        ...oneLine('secrecy', [{ text, ...(i === 0 && head.copy && { face: 'body' }) }]),
        top: i * PITCH,
      });
    });
    const markWidth = (textWidth(head.mark, mark.size, 0) * mark.stretch) / 100;
    this.#lines.push({
      look: 'mark',
      top: place.secrecy.length * PITCH + place.aboveMark,
      height: mark.height,
      size: mark.size,
      spacing: 0,
      stretch: mark.stretch,
      red: true,
      ends: true,
      runs: [{ text: head.mark, face: 'title', x: (WIDTH - markWidth) / 2, width: markWidth }],
    });
    this.#lines.push({ ...numberLine(head.number ?? '', head.signer), top: place.numberTop });
    this.#rules.push({ top: place.ruleTop, thickness: HEAD.rule / 8, red: true });
    this.#top = place.height;
    this.#open = true;
    return place;
  }

  /** The first ones are headings; the last is what follows them. */
  #paragraphs(blocks: readonly TextBlock[]): void {
    let [first, ...rest] = blocks as [TextBlock, ...TextBlock[]];
    if (first.opensPage) this.#turn();
    const paragraphs = blocks.map((block): Paragraph => ({ block, lines: linesOf(block) }));
    for (let i = this.#above(first); i > 0; i--) this.#blank();
    if (rest.length) {
      const heads = paragraphs.slice(0, -1).reduce((sum, { lines }) => sum + lines.length, 0);
      const between = rest.reduce((sum, block) => sum + (block.above ?? 0), 0);
      if (this.#open && !this.#fits(heads + between + 1) && heads + between < LINES) {
        this.#turn();
        // LibreOffice holds a heading to what follows it, but not to the one below and what follows that.
        if (rest.length > 1) first = { ...first, opensPage: true };
      }
    }
    this.#blocks.push(first, ...rest);
    for (const [i, paragraph] of paragraphs.entries()) {
      if (i > 0) for (let blank = paragraph.block.above ?? 0; blank > 0; blank--) this.#blank();
      this.#place(paragraph, this.#blocks.length - paragraphs.length + i);
    }
  }

  /** @param at where its block stands among the blocks */
  #place(paragraph: Paragraph, at: number): void {
    paragraph.lines.forEach((line, i) => {
      if (!this.#fits(1)) this.#turn();
      if (i === 0) this.#begun.push({ paragraph, lines: this.#lines.length, top: this.#top, at });
      this.#lines.push({ ...line, top: this.#top });
      this.#top += PITCH;
      this.#open = true;
    });
  }

  /**
   * 署名 and 成文日期 stand on a page with text: where there is no room for all that is free above them, there is less; where
   * that doesn't help, the last paragraph goes along to the next page.
   */
  #sign(blocks: readonly TextBlock[]): void {
    const [first, ...rest] = blocks as [TextBlock, ...TextBlock[]];
    const needs = blocks.length;
    let above = first.above ?? 0;
    let apart = false;
    while (above > 1 && !this.#fits(above + needs)) above--;
    if (!this.#fits(above + needs) && this.#open) {
      above = first.above ?? 0;
      if (!this.#moveLast()) {
        this.#turn();
        this.#saySignedApart(first);
        apart = true;
        above = 0;
      }
    }
    this.#paragraphs([{ ...first, above, ...(apart && { opensPage: true }) }, ...rest]);
  }

  /** Moves the last paragraph, or the note of the annexes, to the next page, where text stays on this one. */
  #moveLast(): boolean {
    const begun = this.#begun;
    let from = begun.length - 1;
    while (
      from > 0 &&
      begun[from]!.paragraph.block.style === 'annexNote' &&
      begun[from - 1]!.paragraph.block.style === 'annexNote'
    )
      from--;
    const moved = begun.slice(from);
    const [first] = moved;
    if (!first || !isText(begun[from - 1]?.paragraph.block)) return false;
    if (first.paragraph.block.style !== 'annexNote' && !isText(first.paragraph.block)) return false;
    const lines = moved.reduce((sum, { paragraph }) => sum + paragraph.lines.length, 0);
    if (lines > MOST_MOVED || this.#lines.length - first.lines !== lines) return false;
    this.#lines.length = first.lines;
    this.#top = first.top;
    this.#turn();
    moved.forEach(({ paragraph, at }, i) => {
      const block: TextBlock = i === 0 ? { ...paragraph.block, above: 0, opensPage: true } : paragraph.block;
      this.#blocks[at] = block;
      this.#place({ ...paragraph, block }, at);
    });
    return true;
  }

  #saySignedApart({ range }: TextBlock): void {
    this.#remarks.push({
      ...(range && { range }),
      words: {
        zh: `署名和成文日期单独落在第${this.#pages.length + 1}页，与正文不同页；请增删几个字，使署名页上有正文`,
        en: `The signature stands alone on page ${this.#pages.length + 1}; add or cut a few words so that it stands with text`,
      },
    });
  }

  /** Two lines stand free between 版头 and the title. */
  #above(block: TextBlock): number {
    return (block.above ?? 0) + (this.#document.head && block === this.#document.blocks[0] ? HEAD.linesBelowRule : 0);
  }

  #blank(): void {
    if (!this.#fits(1)) this.#turn();
    this.#top += PITCH;
    this.#open = true;
  }

  #fits(lines: number): boolean {
    return this.#top + lines * PITCH <= HEIGHT + 0.01;
  }

  /** The next page. One on which nothing stands stays as it is. */
  #turn(): void {
    if (!this.#open) return;
    this.#pages.push({ number: this.#pages.length + 1, numbered: true, lines: this.#lines, rules: this.#rules });
    this.#lines = [];
    this.#rules = [];
    this.#top = 0;
    this.#open = false;
    this.#begun = [];
  }

  #table(block: TableBlock): void {
    this.#turn();
    this.#blocks.push(block);
    const sheets = sheetsOf(block.table, block.annex === undefined ? {} : { annex: block.annex });
    sheets.pages.forEach((_, page) => {
      const number = this.#pages.length + 1;
      this.#pages.push({ number, numbered: true, lines: [], rules: [], table: { block, sheets, page } });
    });
  }

  /** 版记 ends the document: on its last page, an even one where both sides are printed on. */
  #imprint(layout: ImprintLayout): ImprintPlace {
    const both = this.#options.sides !== 'one';
    const number = this.#pages.length + 1;
    const isEven = (page: number) => !both || page % 2 === 0;
    const fits = this.#open && this.#top + layout.height + BEHIND_TABLE <= HEIGHT + 0.01;
    const shares = fits && isEven(number);
    let afterBlank = false;
    if (!shares) {
      this.#turn();
      if (!isEven(this.#pages.length + 1)) {
        afterBlank = true;
        this.#pages.push({ number: this.#pages.length + 1, numbered: false, lines: [], rules: [] });
      }
    }
    const free = HEIGHT - layout.height - BEHIND_TABLE - this.#top;
    const from = HEIGHT - layout.height;
    this.#lines.push(...layout.lines.map((line) => ({ ...line, top: from + line.top })));
    this.#rules.push(...layout.rules.map((rule) => ({ ...rule, top: from + rule.top })));
    this.#pages.push({
      number: this.#pages.length + 1,
      numbered: !afterBlank,
      lines: this.#lines,
      rules: this.#rules,
    });
    this.#open = false;
    return { layout, shares, afterBlank, free };
  }
}

/** Text, which another paragraph may follow on the next page. */
function isText(block: TextBlock | undefined): boolean {
  return block?.style === 'text' || block?.style === 'field';
}

function isSigned(block: TextBlock): boolean {
  return block.style === 'signature' || block.style === 'date';
}

function isHeading(block: OfficialDocument['blocks'][number] | undefined): boolean {
  return block?.kind === 'text' && block.keepsNext === true;
}

function opensPage(block: OfficialDocument['blocks'][number] | undefined): boolean {
  return block?.kind === 'table' || block?.opensPage === true;
}
