/**
 * Pages of a PDF, on which lines of text and rules are put at places that a layout has found. All lengths are in points
 * from the upper left corner. Without a date and with the same faces, the same pages give the same bytes.
 */
import type { Words } from '../../model/words.ts';
import { type Exported, oneFile } from '../format.ts';
import type { FontSet } from '../page/fonts.ts';
import type { FindFaces, Role } from './faces.ts';
import { Fonts } from './fonts.ts';
import type PDFDocument from './library.mjs';

export interface Properties {
  readonly title: string;
  readonly author?: string | undefined;
  readonly fonts: FontSet;
  /** Where a door has none, no PDF can be written. */
  readonly faces: FindFaces | undefined;
  /** All that is set in each role, so that faces are chosen by the characters that they have. */
  readonly texts: ReadonlyMap<Role, string>;
}

export interface Line {
  readonly text: string;
  readonly role: Role;
  readonly size: number;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  /** What the line may take; one that would take more is set closer. */
  readonly width: number;
  /** both: spread to the width. */
  readonly align: 'left' | 'center' | 'right' | 'both';
  /** Black where it is left out. */
  readonly color?: string;
}

/** Where the em box of Han faces ends below their baseline, in em. */
const BELOW = 0.12;

/** The baseline of a line that stands in the middle of its pitch. */
export function baselineIn(top: number, pitch: number, size: number): number {
  return top + (pitch + size) / 2 - BELOW * size;
}

/** The library wants a date, of which it makes the file's identity; the file itself shows none. */
const NO_DATE = new Date(0);

export class Pages {
  readonly #document: PDFDocument;
  readonly #fonts: Fonts;
  readonly #bytes: Promise<Uint8Array>;

  private constructor(document: PDFDocument, fonts: Fonts) {
    this.#document = document;
    this.#fonts = fonts;
    this.#bytes = new Promise((resolve) => {
      const chunks: Uint8Array[] = [];
      document.on('data', (chunk) => chunks.push(chunk));
      document.on('end', () => resolve(joined(chunks)));
    });
  }

  /** @returns why there can be no PDF, where no face writes Chinese */
  static async open({ title, author, fonts, faces, texts }: Properties): Promise<Pages | { readonly refused: Words }> {
    const found = (await faces?.()) ?? { faces: [], folders: [] };
    const { default: Document } = await import('./library.mjs');
    const document = new Document({
      font: null,
      autoFirstPage: false,
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: title,
        ...(author && { Author: author }),
        Creator: 'tasknotice',
        Producer: 'tasknotice',
        CreationDate: NO_DATE,
      },
    });
    Object.defineProperty(document.info, 'CreationDate', { value: NO_DATE, enumerable: false });
    const opened = await Fonts.open(document, found, fonts, texts);
    return opened instanceof Fonts ? new Pages(document, opened) : opened;
  }

  page(width: number, height: number): void {
    this.#document.addPage({ size: [width, height], margin: 0 });
    this.#document.fillColor('#000000').strokeColor('#000000');
  }

  line({ text, role, size, x, y, width, align, color }: Line): void {
    if (!text) return;
    const document = this.#document;
    const runs = this.#fonts.runs(role, text);
    const widths = runs.map((run) => document.font(run.font, size).widthOfString(run.text));
    const left = width - widths.reduce((sum, value) => sum + value, 0);
    const gaps = [...text].length - 1;
    const spacing = gaps > 0 && (left < 0 || align === 'both') ? left / gaps : 0;
    const free = spacing ? 0 : left;
    let at = x + (align === 'right' ? free : align === 'center' ? free / 2 : 0);
    if (color) document.fillColor(color);
    for (const [i, { text: piece, font, bolder }] of runs.entries()) {
      if (bolder) document.lineWidth(size / 36).strokeColor(color ?? '#000000');
      document.font(font, size).text(piece, at, y, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: spacing,
        ...(bolder && { fill: true, stroke: true }),
      });
      at += widths[i]! + spacing * [...piece].length;
    }
    if (color) document.fillColor('#000000');
  }

  rule(from: readonly [x: number, y: number], to: readonly [x: number, y: number], width: number, color = '#000000') {
    this.#document
      .lineWidth(width)
      .strokeColor(color)
      .moveTo(...from)
      .lineTo(...to)
      .stroke();
  }

  /** Draws with a place as the origin, turned clockwise. */
  turned(x: number, y: number, degrees: number, draw: () => void): void {
    this.#document.save().translate(x, y).rotate(degrees);
    draw();
    this.#document.restore();
  }

  async exported(): Promise<Exported> {
    this.#document.end();
    return oneFile(await this.#bytes, this.#fonts.remarks());
  }
}

/** No file, and why. */
export function refused(words: Words): Exported {
  return { files: [], remarks: [{ words }] };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
