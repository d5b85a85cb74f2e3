/** The visible text of a paragraph: its runs, with what revisions, fields and hidden text do to them. */
import type { Place } from '../draft.ts';
import { child, toggle, valOf, type XmlElement } from '../xml.ts';
import { composed } from './fields.ts';
import type { Remarks } from './remarks.ts';
import type { Styles } from './styles.ts';
import { isPictureFont, symbolOf } from './symbols.ts';
import { allWithin, plain, showsSomething, textWithin } from './within.ts';

/** Stands for a page break within the text of a paragraph; XML can't hold it. */
export const PAGE = '\f';

/** What only holds other content; it is entered. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:sdtContent',
  'w:moveTo',
  'w:fldSimple',
  'w:bdo',
  'w:dir',
  'w:rubyBase',
  'mc:Fallback',
  'mc:Choice',
]);

/** A complex field: from its begin to its end, over paragraphs too (17.16.18). */
interface Field {
  instruction: string;
  /** What follows is its result. */
  result: boolean;
  shown: boolean;
  /** What it stands in is shown. */
  readonly outer: boolean;
}

/** Notes and comments by their ids. */
export type Notes = ReadonlyMap<string, string>;

export interface InlineSources {
  readonly styles: Styles;
  readonly remarks: Remarks;
  readonly notes: { readonly footnote: Notes; readonly endnote: Notes; readonly comment: Notes };
}

export interface Inline {
  readonly text: string;
  /** What text boxes hold that hang on the paragraph: before its text, and in or behind it. */
  readonly before: readonly XmlElement[];
  readonly after: readonly XmlElement[];
  /** Some of it does not print. */
  readonly hid: boolean;
}

/** Reads the paragraphs of a story one after the other: fields may go from one into the next. */
export class InlineReader {
  readonly #sources: InlineSources;
  readonly #fields: Field[] = [];
  #place: Place = { zh: '', en: '' };
  #hidden = false;
  #font: string | undefined;
  /** What has been read of the paragraph, or of the part of it that is looked at by itself. */
  #text = '';
  #begun = false;
  #before: XmlElement[] = [];
  #after: XmlElement[] = [];
  #hid = false;

  constructor(sources: InlineSources) {
    this.#sources = sources;
  }

  /** @param hidden the style of the paragraph hides it */
  read(paragraph: XmlElement, hidden: boolean, place: Place): Inline {
    this.#place = place;
    this.#hidden = hidden;
    this.#text = '';
    this.#begun = false;
    this.#before = [];
    this.#after = [];
    this.#hid = false;
    this.#enter(paragraph.children);
    // A field whose result never comes is broken: what follows it is text.
    while (this.#fields.length > 0 && !this.#fields.at(-1)!.result) this.#fields.pop();
    return { text: this.#text, before: this.#before, after: this.#after, hid: this.#hid };
  }

  #enter(elements: readonly XmlElement[]): void {
    for (const element of elements) this.#one(element);
  }

  #one(element: XmlElement): void {
    if (WRAPPERS.has(element.name)) {
      this.#enter(element.children);
      return;
    }
    switch (element.name) {
      case 'w:r':
        this.#run(element);
        break;
      case 'w:ins': {
        const inserted = this.#apart(element.children, (inner) => this.#one(inner));
        if (inserted.trim()) this.#remark('inserted', inserted);
        this.#text += inserted;
        break;
      }
      case 'w:del':
      case 'w:moveFrom':
        // What was moved stands where it went.
        if (element.name === 'w:del') this.#remarkDeleted(element);
        break;
      case 'w:sdt':
        this.#enter(child(element, 'w:sdtContent')?.children ?? []);
        break;
      case 'mc:AlternateContent':
        // Both say the same, for newer and older programs.
        this.#enter((child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))?.children ?? []);
        break;
      case 'm:oMath':
      case 'm:oMathPara':
        this.#formula(element);
        break;
    }
  }

  get #shown(): boolean {
    const field = this.#fields.at(-1);
    return !field || (field.outer && field.result && field.shown);
  }

  /** The text of a part. Cut out of the whole afterwards it would cost the whole each time. */
  #apart(elements: readonly XmlElement[], read: (element: XmlElement) => void): string {
    const before = this.#text;
    this.#text = '';
    for (const element of elements) read(element);
    const text = this.#text;
    this.#text = before;
    return text;
  }

  #run(run: XmlElement): void {
    const properties = child(run, 'w:rPr');
    const style = valOf(properties, 'w:rStyle');
    const hidden =
      toggle(properties, 'w:vanish') ??
      (style === undefined ? undefined : this.#sources.styles.of(style).hidden) ??
      this.#hidden;
    this.#font = child(properties, 'w:rFonts')?.attributes['w:ascii'];
    const text = this.#apart(run.children, (element) => this.#piece(element));
    if (hidden) {
      this.#hid = true;
      if (text.trim()) this.#remark('hidden', text);
      return;
    }
    this.#text += text;
    if (text.trim() === '') return;
    this.#begun = true;
    if (toggle(properties, 'w:strike') || toggle(properties, 'w:dstrike')) this.#remark('struck', text);
  }

  #piece(element: XmlElement): void {
    switch (element.name) {
      case 'w:t':
        this.#add(this.#unpictured(plain(element)));
        break;
      case 'w:tab':
      case 'w:ptab':
        this.#add('\t');
        break;
      case 'w:br':
        this.#add(element.attributes['w:type'] === 'page' ? PAGE : '\n');
        break;
      case 'w:cr':
        this.#add('\n');
        break;
      case 'w:lastRenderedPageBreak':
        // Where the page ended when the file was last saved: it counts at the beginning of a paragraph only.
        if (!this.#begun && this.#text === '') this.#add(PAGE);
        break;
      case 'w:noBreakHyphen':
        this.#add('-');
        break;
      case 'w:sym':
        this.#symbol(element);
        break;
      case 'w:fldChar':
        this.#field(element);
        break;
      case 'w:instrText':
        if (this.#fields.length > 0) this.#fields.at(-1)!.instruction += element.text;
        break;
      case 'w:ruby':
        // What is written above the characters tells how to say them.
        this.#enter(child(element, 'w:rubyBase')?.children ?? []);
        break;
      case 'w:footnoteReference':
        this.#note('footnote', element);
        break;
      case 'w:endnoteReference':
        this.#note('endnote', element);
        break;
      case 'w:commentReference':
        this.#note('comment', element);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(element);
        break;
      case 'mc:AlternateContent':
        for (const piece of (child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))?.children ?? [])
          this.#piece(piece);
        break;
    }
  }

  #add(text: string): void {
    if (this.#shown) this.#text += text;
  }

  #remark(id: Parameters<Remarks['add']>[0], quote: string): void {
    this.#sources.remarks.add(id, quote, this.#place);
  }

  #remarkDeleted(element: XmlElement): void {
    const text = textWithin(element, 'w:delText');
    if (text.trim()) this.#remark('deleted', text);
  }

  /** Some programs write signs of a font of pictures as letters, or as characters for private use. */
  #unpictured(text: string): string {
    const font = this.#font;
    const signs = isPictureFont(font) ? /[!-~\ue000-\uf8ff]/g : /[\ue000-\uf8ff]/g;
    return text.replace(signs, (letter) => {
      const sign = symbolOf(font, letter.charCodeAt(0).toString(16));
      if (sign === undefined) this.#remark('symbol', text);
      return sign ?? '';
    });
  }

  #symbol(element: XmlElement): void {
    const sign = symbolOf(element.attributes['w:font'], element.attributes['w:char']);
    if (sign === undefined) this.#remark('symbol', this.#text.slice(-10));
    else this.#add(sign);
  }

  #field(element: XmlElement): void {
    const type = element.attributes['w:fldCharType'];
    const field = this.#fields.at(-1);
    if (type === 'begin') {
      const box = child(child(element, 'w:ffData'), 'w:checkBox');
      if (box) this.#add((toggle(box, 'w:checked') ?? toggle(box, 'w:default')) ? '☑' : '□');
      this.#fields.push({ instruction: '', result: false, shown: true, outer: this.#shown });
    } else if (type === 'separate' && field) {
      field.result = true;
      // The headings stand in the text itself.
      if (/^\s*TOC\b/i.test(field.instruction) && this.#shown) {
        field.shown = false;
        this.#remark('contents', '');
      }
    } else if (type === 'end' && field) {
      this.#fields.pop();
      if (field.result) return;
      const text = composed(field.instruction);
      if (text === undefined) return;
      this.#add(text.text);
      if (text.doubtful) this.#remark('field', text.text);
    }
  }

  #note(kind: keyof InlineSources['notes'], element: XmlElement): void {
    const text = this.#sources.notes[kind].get(element.attributes['w:id'] ?? '');
    if (text?.trim()) this.#remark(kind === 'comment' ? 'comment' : 'note', text);
  }

  #drawing(element: XmlElement): void {
    const boxes = allWithin(element, 'w:txbxContent');
    for (const box of boxes) (this.#begun || this.#text.trim() !== '' ? this.#after : this.#before).push(box);
    if (boxes.length === 0 && showsSomething(element)) this.#remark('picture', '');
  }

  #formula(element: XmlElement): void {
    const text = textWithin(element, 'm:t');
    this.#add(text);
    if (text) this.#remark('formula', text);
  }
}
