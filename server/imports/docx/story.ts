/** What stands one below the other: paragraphs with their numbers and tables, in the body, a cell, a text box or a header. */
import type { Place } from '../draft.ts';
import { child, toggle, valOf, type XmlElement } from '../xml.ts';
import { InlineReader, type InlineSources, PAGE } from './inline.ts';
import { labelOf, type Numbering } from './numbering.ts';
import { outlineOf, type Style } from './styles.ts';
import { readTable, type Table } from './tables.ts';
import { textWithin } from './within.ts';

export interface Sources extends InlineSources {
  readonly numbering: Numbering;
}

export interface StoryParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly number: string;
  readonly heading: number | undefined;
  readonly align: 'left' | 'center' | 'right' | undefined;
  readonly opensPage: boolean;
}

export type Piece = StoryParagraph | Table;

/** What only holds blocks; it is entered. */
const WRAPPERS: ReadonlySet<string> = new Set(['w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo', 'w:sdtContent']);

/** A paragraph that goes on with the next one: its mark is deleted or hidden. */
interface Carried {
  readonly text: string;
  readonly number: string;
  /** The next one's properties hold for both where the mark is gone, the first one's where it is only hidden. */
  readonly first: Pick<StoryParagraph, 'heading' | 'align'> | undefined;
}

export class StoryReader {
  readonly #sources: Sources;
  /** Where the next piece will stand. */
  readonly #place: (kind: Piece['kind']) => Place;
  readonly #inline: InlineReader;
  readonly #emit: (piece: Piece) => void;
  /** How each section begins. */
  readonly #sections: readonly (string | undefined)[];
  #section = 0;
  /** A number alone is what a cell of serial numbers holds. */
  #inCell = false;
  #carried: Carried | undefined;
  #opensPage = false;

  constructor(
    sources: Sources,
    place: (kind: Piece['kind']) => Place,
    emit: (piece: Piece) => void,
    sections: readonly (string | undefined)[] = [],
  ) {
    this.#sources = sources;
    this.#sections = sections;
    this.#place = place;
    this.#emit = emit;
    this.#inline = new InlineReader(sources);
  }

  read(elements: readonly XmlElement[]): void {
    for (const element of elements) this.#one(element);
  }

  /** Gives what was left to be joined with a paragraph that did not come. */
  end(): void {
    const carried = this.#carried;
    this.#carried = undefined;
    if (carried) this.#give(carried.text, carried.number, carried.first ?? {});
  }

  #one(element: XmlElement): void {
    if (WRAPPERS.has(element.name)) {
      this.read(element.children);
      return;
    }
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element);
        break;
      case 'w:tbl': {
        this.end();
        this.#opensPage = false;
        const place = this.#place('table');
        const table = readTable(element, { ...this.#sources, place, cell: (cell, at) => this.#cell(cell, at) });
        if (table.rows.length > 0) this.#emit(table);
        break;
      }
      case 'w:sdt':
        this.#control(element);
        break;
      case 'w:del':
      case 'w:moveFrom': {
        const text = textWithin(element, 'w:t') + textWithin(element, 'w:delText');
        if (element.name === 'w:del' && text.trim())
          this.#sources.remarks.add('deleted', text, this.#place('paragraph'));
        break;
      }
      case 'mc:AlternateContent':
        this.read((child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))?.children ?? []);
        break;
      case 'w:altChunk':
      case 'w:subDoc':
        this.#sources.remarks.add('foreign', '', this.#place('paragraph'));
        break;
    }
  }

  /** A content control; that of a table of contents says nothing of its own. */
  #control(element: XmlElement): void {
    const content = child(element, 'w:sdtContent');
    if (!content) return;
    const gallery = valOf(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
    if (gallery === 'Table of Contents')
      this.#sources.remarks.add('contents', textWithin(content, 'w:t').slice(0, 40), this.#place('paragraph'));
    else this.read(content.children);
  }

  #paragraph(element: XmlElement): void {
    const { styles, numbering, remarks } = this.#sources;
    const place = this.#place('paragraph');
    const properties = child(element, 'w:pPr');
    const style = styles.paragraph(valOf(properties, 'w:pStyle'));
    const mark = child(properties, 'w:rPr');
    const inline = this.#inline.read(element, style.hidden ?? false, place);
    if (toggle(properties, 'w:pageBreakBefore') ?? style.opensPage) this.#opensPage = true;
    this.#boxes(inline.before, place);
    const gone = child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined;
    const unseen = toggle(mark, 'w:vanish') ?? style.hidden ?? false;
    // A paragraph of which nothing is left bears no number.
    if ((gone || (unseen && inline.hid)) && inline.text === '') return;
    const numbered = gone ? undefined : numbering.next(numberingOf(properties), style);
    const number = numbered ? labelOf(numbered) : '';
    if (numbered?.text && !number && inline.text.trim()) remarks.add('bullet', inline.text.slice(0, 20), place);
    const own = { heading: headingOf(properties, style), align: alignOf(valOf(properties, 'w:jc') ?? style.align) };
    const carried = this.#carried;
    this.#carried = undefined;
    const text = (carried?.text ?? '') + inline.text;
    if (carried && inline.text.trim()) remarks.add('joined', inline.text.slice(0, 40), place);
    const shown = { ...own, ...carried?.first };
    if (gone) this.#carried = { text, number: carried?.number ?? '', first: carried?.first };
    else if (unseen) this.#carried = { text, number: carried?.number || number, first: shown };
    else this.#give(text, carried?.number || number, shown);
    this.#boxes(inline.after, place);
    // Its section ends with the paragraph; how the next one begins, that one says (17.6.22).
    if (child(properties, 'w:sectPr') && this.#sections[++this.#section] !== 'continuous') this.#opensPage = true;
  }

  /** Gives a paragraph, parted where it breaks the page. */
  #give(text: string, number: string, { heading, align }: Partial<Pick<StoryParagraph, 'heading' | 'align'>>): void {
    let label = number;
    const parts = text.split(PAGE);
    parts.forEach((part, i) => {
      if (i > 0) this.#opensPage = true;
      const shown = part.replace(/^[\n\t ]+|[\n\t ]+$/g, '');
      if (!shown.trim() && !label) return;
      // Of a numbered paragraph the number stands on the page of its first word.
      if (!shown && i < parts.length - 1) return;
      if (!shown.trim() && !this.#inCell) this.#sources.remarks.add('bare', label, this.#place('paragraph'));
      this.#emit({ kind: 'paragraph', text: shown, number: label, heading, align, opensPage: this.#opensPage });
      label = '';
      this.#opensPage = false;
    });
  }

  #boxes(boxes: readonly XmlElement[], place: Place): void {
    for (const box of boxes) {
      const text = textWithin(box, 'w:t');
      if (text.trim()) this.#sources.remarks.add('box', text, place);
      const opensPage = this.#opensPage;
      const carried = this.#carried;
      this.#carried = undefined;
      const inner = new StoryReader(this.#sources, () => place, this.#emit);
      inner.#opensPage = opensPage;
      inner.read(box.children);
      inner.end();
      this.#carried = carried;
      this.#opensPage = inner.#opensPage;
    }
  }

  /** The paragraphs of a cell, their numbers before them. */
  #cell(cell: XmlElement, place: Place): string {
    const lines: string[] = [];
    const inner = new StoryReader(
      this.#sources,
      () => place,
      (piece) => {
        if (piece.kind === 'paragraph') {
          lines.push(piece.number + piece.text);
          return;
        }
        this.#sources.remarks.add('nested', '', place);
        for (const row of piece.rows) lines.push(row.map(({ cell }) => cell.text.replaceAll('\n', ' ')).join('　'));
      },
    );
    inner.#inCell = true;
    inner.read(cell.children);
    inner.end();
    return lines.join('\n');
  }
}

function numberingOf(properties: XmlElement | undefined): { numId: string | undefined; level: string | undefined } {
  const own = child(properties, 'w:numPr');
  return { numId: valOf(own, 'w:numId'), level: valOf(own, 'w:ilvl') };
}

function headingOf(properties: XmlElement | undefined, style: Style): number | undefined {
  const outline = outlineOf(properties) ?? style.outline;
  return outline === undefined || outline > 8 ? undefined : outline + 1;
}

function alignOf(value: string | undefined): StoryParagraph['align'] {
  if (value === 'center') return 'center';
  if (value === 'right' || value === 'end') return 'right';
  return value === undefined ? undefined : 'left';
}
