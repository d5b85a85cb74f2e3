/** The text of a Word 97 to 2003 document: its control characters made paragraphs, cells and rows. */
import { composed } from '../docx/fields.ts';
import { labelOf, Numbering } from '../docx/numbering.ts';
import type { MatterId, Remarks } from '../docx/remarks.ts';
import type { Style } from '../docx/styles.ts';
import type { Block, Place } from '../draft.ts';
import { gridOf, MOST_COLUMNS, type WordCell } from '../word-table.ts';
import type { WordFile } from './file.ts';
import {
  type CellFormat,
  characterMarks,
  DELETED,
  HIDDEN,
  INSERTED,
  type ParagraphFormat,
  paragraphFormats,
  SYMBOL,
} from './formats.ts';
import { listId, readLists, readStyles } from './lists.ts';

/** Control characters of the text ([MS-DOC] 2.4.1 and 2.9.32 sprmCFSpec). */
const CELL = 0x07;
const PARAGRAPH = 0x0d;
const PAGE = 0x0c;
const FIELD = 0x13;
const RESULT = 0x14;
const FIELD_END = 0x15;
const SHOWN: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 14: '\n', 30: '-' };
/** Edges of cells that are as near to each other (twips) are one. */
const NEAR = 30;
/** Of a longer paragraph nothing is quoted: each quote would cost the whole of it. */
const LONG = 10_000;

interface Row {
  readonly texts: readonly string[];
  readonly cells: readonly CellFormat[];
  readonly header: boolean;
}

interface Field {
  instruction: string;
  result: boolean;
  shown: boolean;
  /** What it stands in is shown. */
  readonly outer: boolean;
}

export class TextReader {
  readonly #file: WordFile;
  readonly #remarks: Remarks;
  readonly #formatAt: (at: number) => ParagraphFormat | undefined;
  readonly #styleOf: (index: number | undefined) => Style;
  readonly #numbering: Numbering;
  readonly #blocks: Block[] = [];
  readonly #fields: Field[] = [];
  #paragraphs = 0;
  #tables = 0;
  #rows: Row[] = [];
  #texts: string[] = [];
  #lines: string[] = [];
  #opensPage = false;
  #text = '';
  /** What is left out or taken over one after the other, until it ends. */
  #apart: { id: MatterId; text: string } | undefined;

  constructor(file: WordFile, remarks: Remarks) {
    this.#file = file;
    this.#remarks = remarks;
    this.#formatAt = paragraphFormats(file);
    this.#styleOf = readStyles(file);
    this.#numbering = new Numbering(readLists(file), { of: () => ({ id: '' }) });
  }

  read(): Block[] {
    const { text, pieces, ends } = this.#file;
    const marks = characterMarks(this.#file);
    let piece = 0;
    for (let cp = 0; cp < Math.min(ends.text, text.length); cp++) {
      const code = text.charCodeAt(cp);
      const mark = marks[cp]!;
      const ending = code === PARAGRAPH || code === CELL || code === PAGE;
      if (!ending) {
        this.#character(code, mark);
        continue;
      }
      this.#tell();
      // Paragraphs whose mark is deleted go on in the next one.
      if (code === PARAGRAPH && mark & DELETED) continue;
      while (pieces[piece]!.end <= cp) piece++;
      const { at, start, width } = pieces[piece]!;
      this.#end(code, this.#formatAt(at + (cp - start) * width));
    }
    this.#end(PARAGRAPH, undefined);
    this.#endTable();
    return this.#blocks;
  }

  /** A paragraph that stands elsewhere in the file. */
  give(text: string): void {
    this.#blocks.push({ kind: 'paragraph', text, whole: true, place: this.#nextPlace() });
    this.#paragraphs++;
  }

  get #place(): Place {
    if (this.#rows.length > 0 || this.#texts.length > 0)
      return {
        zh: `表${this.#tables + 1}第${this.#rows.length + 1}行`,
        en: `table ${this.#tables + 1}, row ${this.#rows.length + 1}`,
      };
    return this.#nextPlace();
  }

  #nextPlace(): Place {
    return { zh: `第${this.#paragraphs + 1}段`, en: `paragraph ${this.#paragraphs + 1}` };
  }

  get #shown(): boolean {
    const field = this.#fields.at(-1);
    return !field || (field.outer && field.result && field.shown);
  }

  #character(code: number, mark: number): void {
    const id = mark & DELETED ? 'deleted' : mark & HIDDEN ? 'hidden' : mark & INSERTED ? 'inserted' : undefined;
    if (this.#apart && this.#apart.id !== id) this.#tell();
    if (code === FIELD || code === RESULT || code === FIELD_END) {
      if (id !== 'deleted') this.#field(code);
      return;
    }
    const field = this.#fields.at(-1);
    if (field && !field.result) {
      field.instruction += String.fromCharCode(code);
      return;
    }
    if (!this.#shown) return;
    const shown = code >= 0x20 ? String.fromCharCode(code) : (SHOWN[code] ?? '');
    if (id) {
      this.#apart ??= { id, text: '' };
      this.#apart.text += shown;
      if (id !== 'inserted') return;
    }
    const { endnotes, boxes } = this.#file.ends;
    // What is drawn may be a text box; those are told of by what stands in them.
    const picture = code === 0x01 || (code === 0x08 && boxes === endnotes);
    if (mark & SYMBOL || (code >= 0xe000 && code <= 0xf8ff))
      this.#remarks.add('symbol', this.#text.length < LONG ? this.#text.slice(-10) : '', this.#place);
    else if (picture) this.#remarks.add('picture', '', this.#place);
    else this.#text += shown;
  }

  /** Says what was left out or taken over, up to here. */
  #tell(): void {
    const apart = this.#apart;
    this.#apart = undefined;
    if (apart?.text.trim()) this.#remarks.add(apart.id, apart.text, this.#place);
  }

  #field(code: number): void {
    const field = this.#fields.at(-1);
    if (code === FIELD) this.#fields.push({ instruction: '', result: false, shown: true, outer: this.#shown });
    else if (code === RESULT && field) {
      field.result = true;
      if (!/^\s*TOC\b/i.test(field.instruction)) return;
      field.shown = false;
      this.#remarks.add('contents', '', this.#place);
    } else if (code === FIELD_END && field) {
      this.#fields.pop();
      const made = field.result ? undefined : composed(field.instruction);
      if (!made) return;
      this.#text += made.text;
      if (made.doubtful) this.#remarks.add('field', made.text, this.#place);
    }
  }

  /** Ends a paragraph, a cell, a row, or a page. */
  #end(code: number, format: ParagraphFormat | undefined): void {
    // A field whose result never comes is broken: what follows it is text.
    while (this.#fields.length > 0 && !this.#fields.at(-1)!.result) this.#fields.pop();
    const text = this.#text.trim() === '' ? '' : this.#text.replace(/^[\n\t ]+|[\n\t ]+$/g, '');
    this.#text = '';
    const style = this.#styleOf(format?.style);
    if (format?.opensPage ?? style.opensPage) this.#opensPage = true;
    const inTable = code === CELL || format?.inTable === true;
    if (!inTable) this.#endTable();
    if (code === CELL && format?.endsRow) {
      this.#rows.push({ texts: this.#texts, cells: format.cells, header: format.headerRow });
      this.#texts = [];
      this.#lines = [];
      return;
    }
    const label = this.#label(format, style, text);
    if (inTable) {
      if (label || text) this.#lines.push(label + text);
      if (code !== CELL) return;
      this.#texts.push(this.#lines.join('\n'));
      this.#lines = [];
      return;
    }
    if (label && !text) this.#remarks.add('bare', label, this.#place);
    if (label || text) this.#paragraph(text, label, format, style);
    if (code === PAGE) this.#opensPage = true;
  }

  #label(format: ParagraphFormat | undefined, style: Style, text: string): string {
    const level = format?.level === undefined ? undefined : String(format.level);
    const numbered = this.#numbering.next({ numId: listId(format?.list), level }, style);
    const label = numbered ? labelOf(numbered) : '';
    if (numbered?.text && !label && text) this.#remarks.add('bullet', text.slice(0, 20), this.#place);
    return label;
  }

  #paragraph(text: string, number: string, format: ParagraphFormat | undefined, style: Style): void {
    const outline = format?.outline ?? style.outline;
    const align = (['left', 'center', 'right'] as const)[format?.align ?? Number(style.align ?? 0)];
    this.#blocks.push({
      kind: 'paragraph',
      text,
      ...(number && { number }),
      ...(outline !== undefined && outline < 9 && { heading: outline + 1 }),
      ...(align && align !== 'left' && { align }),
      whole: true,
      ...(this.#opensPage && { opensPage: true }),
      place: this.#nextPlace(),
    });
    this.#paragraphs++;
    this.#opensPage = false;
  }

  #endTable(): void {
    // A row that never ended.
    if (this.#texts.length > 0) this.#rows.push({ texts: this.#texts, cells: [], header: false });
    for (const line of this.#lines) this.give(line);
    [this.#texts, this.#lines] = [[], []];
    if (this.#rows.length === 0) return;
    const rows = this.#rows;
    this.#rows = [];
    this.#opensPage = false;
    const table = ++this.#tables;
    const body = rows.findIndex(({ header }) => !header);
    const covered = (text: string, row: number): void =>
      this.#remarks.add('covered', text, { zh: `表${table}第${row + 1}行`, en: `table ${table}, row ${row + 1}` });
    this.#blocks.push({
      kind: 'table',
      ...gridOf(placed(rows), covered),
      headerRows: Math.max(0, body),
      place: { zh: `表${table}`, en: `table ${table}` },
    });
  }
}

/** Cells by the columns of a grid that has all their edges. */
function placed(rows: readonly Row[]): WordCell[][] {
  const edges: number[] = [];
  const all = rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])).sort((a, b) => a - b);
  for (const edge of all) if (edges.length === 0 || edge - edges.at(-1)! > NEAR) edges.push(edge);
  const columnOf = (edge: number): number => {
    let [low, high] = [0, edges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle]! + NEAR < edge) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return rows.map(({ texts, cells }) =>
    texts.slice(0, MOST_COLUMNS).map((text, i): WordCell => {
      const format = cells.length === texts.length ? cells[i] : undefined;
      if (!format) return { column: i, columns: 1, text, down: undefined, across: undefined };
      const column = Math.min(columnOf(format.left), MOST_COLUMNS - 1);
      const columns = Math.max(1, Math.min(columnOf(format.right), MOST_COLUMNS) - column);
      return { column, columns, text, down: format.down, across: format.across };
    }),
  );
}
