/**
 * The official page laid out: which line stands where on which page, for every format alike. 22 lines of 28 characters
 * (GB/T 9704-2012, 5.2.3), broken by nominal widths, so that no font is needed. Linear in the length of the text.
 *
 * Long, for it is one page after another with one state.
 *
 * Lengths are in points; lines and rules are measured from the upper left corner of the type area.
 */
import type { ExportOptions, Remark } from '../format.ts';
import { HEAD, LINES, PITCH, TWIPS } from '../page/geometry.ts';
import { sheetsOf } from '../table/sheets.ts';
import {
  type Block,
  isHeading,
  isSigned,
  isText,
  type OfficialDocument,
  opensPage,
  type TableBlock,
  type TextBlock,
} from './document.ts';
import { type HeadLayout, headLayout, headLines } from './head-layout.ts';
import { type ImprintLayout, imprintLayout } from './imprint-layout.ts';
import { type Line, linesOf } from './paragraph-lines.ts';
import { HEIGHT, type ImprintPlace, type NoticeLayout, type Page, type PlacedLine, type PlacedRule } from './placed.ts';
import { repitched, signedApart } from './remarks.ts';

/** The paragraph behind a table, without which no document of Word ends. */
const BEHIND_TABLE = 1;

export function layOutNotice(document: OfficialDocument, options: ExportOptions = {}): NoticeLayout {
  return new Flowing(document, options).layout();
}

interface Paragraph {
  readonly block: TextBlock;
  readonly lines: readonly Line[];
}

/** The signature has the end of the text on its page; a paragraph longer than this isn't moved for it. In lines. */
const MOST_MOVED = 10;
/** A paragraph of no more lines is moved and not divided. */
const FEW = 3;
/** Lines are set closer or wider for it by no more than this, so that a reader doesn't see it. */
const CLOSEST = 0.9;
const LOOSEST = 1.15;
/** In points: by so much what has room has it, and what goes along hasn't, whichever program breaks the page. */
const SURELY = 2;

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
    this.#lines.push(...headLines(head, place));
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
    for (let i = this.#above(first); i > 0; i--) this.#blank(first.pitch);
    if (rest.length) {
      const heads = paragraphs.slice(0, -1).reduce((sum, { lines }) => sum + lines.length, 0);
      const between = rest.reduce((sum, block) => sum + (block.above ?? 0), 0);
      if (this.#open && !this.#fits(heads + between + 1, first.pitch) && heads + between < LINES) {
        this.#turn();
        // LibreOffice holds a heading to what follows it, but not to the one below and what follows that.
        if (rest.length > 1) first = { ...first, opensPage: true };
      }
    }
    this.#blocks.push(first, ...rest);
    for (const [i, paragraph] of paragraphs.entries()) {
      if (i > 0) for (let blank = paragraph.block.above ?? 0; blank > 0; blank--) this.#blank(first.pitch);
      this.#place(paragraph, this.#blocks.length - paragraphs.length + i);
    }
  }

  /** @param at where its block stands among the blocks */
  #place(paragraph: Paragraph, at: number): void {
    paragraph.lines.forEach((line, i) => {
      if (!this.#fits(1, line.height)) this.#turn();
      if (i === 0) this.#begun.push({ paragraph, lines: this.#lines.length, top: this.#top, at });
      this.#lines.push({ ...line, top: this.#top });
      this.#top += line.height;
      this.#open = true;
    });
  }

  /**
   * 署名 and 成文日期 stand on a page with text: where there is no room for all that is free above them, there is less. Where
   * that doesn't help, the page's lines are set closer; else a short last paragraph goes along to the next page whole, of a
   * longer one the end.
   */
  #sign(blocks: readonly TextBlock[]): void {
    const [first, ...rest] = blocks as [TextBlock, ...TextBlock[]];
    const needs = blocks.length;
    let above = first.above ?? 0;
    while (above > 1 && !this.#fits(above + needs)) above--;
    if (this.#fits(above + needs) || !this.#open) {
      this.#paragraphs([{ ...first, above }, ...rest]);
      return;
    }
    const pitch = this.#tighten(above + needs, first);
    if (pitch !== undefined) {
      this.#paragraphs(blocks.map((block, i) => ({ ...block, pitch, ...(i === 0 && { above }) })));
      return;
    }
    if (this.#moveLast(FEW) || this.#loosen(first) || this.#moveLast(MOST_MOVED)) {
      this.#paragraphs(blocks);
      return;
    }
    this.#turn();
    this.#remarks.push(signedApart(this.#pages.length + 1, first.range));
    this.#paragraphs([{ ...first, above: 0, opensPage: true }, ...rest]);
  }

  /** Moves the last paragraph, or the note of the annexes, to the next page, where text stays on this one. */
  #moveLast(most: number): boolean {
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
    if (lines > most || this.#lines.length - first.lines !== lines) return false;
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

  /** Sets the page's lines closer, so that there is room for more (7.3.5.5). Their pitch, where that doesn't show. */
  #tighten(more: number, { range }: TextBlock): number | undefined {
    const begun = this.#begunRows();
    if (!begun) return undefined;
    const pitch = Math.floor(((HEIGHT - begun.from - SURELY) / (begun.rows + more)) * TWIPS) / TWIPS;
    if (pitch < CLOSEST * PITCH) return undefined;
    this.#remarks.push(repitched(this.#pages.length + 1, pitch, range));
    this.#placeAgain(begun.from, pitch);
    return pitch;
  }

  /** Sets the page's lines wider, so that the end of the last paragraph stands with the signature. False where that shows. */
  #loosen({ range }: TextBlock): boolean {
    const begun = this.#begunRows();
    const last = this.#begun.at(-1);
    if (!begun || !last || !isText(last.paragraph.block)) return false;
    const count = last.paragraph.lines.length;
    if (this.#lines.length - last.lines !== count) return false;
    const pitchFor = (along: number) =>
      Math.ceil(((HEIGHT - begun.from + SURELY) / (begun.rows - along + 1)) * TWIPS) / TWIPS;
    const along = [2, 1].find((lines) => count > lines && pitchFor(lines) <= LOOSEST * PITCH);
    if (along === undefined) return false;
    const pitch = pitchFor(along);
    this.#remarks.push(repitched(this.#pages.length + 1, pitch, range));
    this.#placeAgain(begun.from, pitch);
    return true;
  }

  /** Where the paragraphs that begin on the page begin, and how many lines they take, with what is free above them. */
  #begunRows(): { from: number; rows: number } | undefined {
    const first = this.#begun[0];
    if (!first) return undefined;
    const from = first.top - this.#above(first.paragraph.block) * PITCH;
    return from < -0.01 ? undefined : { from, rows: Math.round((this.#top - from) / PITCH) };
  }

  #placeAgain(from: number, pitch: number): void {
    const begun = this.#begun;
    this.#lines.length = begun[0]!.lines;
    this.#top = from;
    this.#begun = [];
    for (const { paragraph, at } of begun) {
      const block = { ...paragraph.block, pitch };
      this.#blocks[at] = { ...this.#blocks[at]!, pitch } as TextBlock;
      for (let i = this.#above(paragraph.block); i > 0; i--) this.#blank(pitch);
      this.#place({ block, lines: paragraph.lines.map((line) => ({ ...line, height: pitch })) }, at);
    }
  }

  /** Two lines stand free between 版头 and the title. */
  #above(block: TextBlock): number {
    return (block.above ?? 0) + (this.#document.head && block === this.#document.blocks[0] ? HEAD.linesBelowRule : 0);
  }

  #blank(pitch = PITCH): void {
    if (!this.#fits(1, pitch)) this.#turn();
    this.#top += pitch;
    this.#open = true;
  }

  #fits(lines: number, pitch = PITCH): boolean {
    return this.#top + lines * pitch <= HEIGHT + 0.01;
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
