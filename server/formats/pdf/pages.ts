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

/** A piece of a line, in the face of its role. */
export interface Piece {
  readonly text: string;
  readonly role: Role;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly size: number;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  /** What the line may take; one that would take more is set closer. */
  readonly width: number;
  /** both: spread to the width. */
  readonly align: 'left' | 'center' | 'right' | 'both';
  /** Added to each character. */
  readonly spacing?: number;
  /** The width of its characters, in percent. */
  readonly stretch?: number;
  /** Black where it is left out. */
  readonly color?: string;
}

const BLACK = '#000000';

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
    this.#document.fillColor(BLACK).strokeColor(BLACK);
  }

  line({ pieces, size, x, y, width, align, spacing = 0, stretch = 100, color = BLACK }: Line): void {
    const document = this.#document;
    const runs = pieces.flatMap(({ text, role }) => this.#fonts.runs(role, text));
    const widths = runs.map(({ text, font }) => (document.font(font, size).widthOfString(text) * stretch) / 100);
    const characters = runs.reduce((sum, { text }) => sum + [...text].length, 0);
    const left = width - widths.reduce((sum, value) => sum + value, 0) - spacing * (characters - 1);
    const fits = left >= 0 && align !== 'both';
    const added = spacing + (fits || characters < 2 ? 0 : left / (characters - 1));
    let at = x + (fits && align === 'right' ? left : fits && align === 'center' ? left / 2 : 0);
    if (color !== BLACK) document.fillColor(color);
    runs.forEach(({ text, font, bolder }, i) => {
      if (bolder) document.lineWidth(size / 36).strokeColor(color);
      document.font(font, size).text(text, at, y, {
        lineBreak: false,
        baseline: 'alphabetic',
        // What stretches the characters stretches what is between them.
        characterSpacing: (added * 100) / stretch,
        ...(stretch !== 100 && { horizontalScaling: stretch }),
        ...(bolder && { fill: true, stroke: true }),
      });
      at += widths[i]! + added * [...text].length;
    });
    if (color !== BLACK) document.fillColor(BLACK);
  }

  rule(from: readonly [x: number, y: number], to: readonly [x: number, y: number], width: number, color = BLACK) {
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
