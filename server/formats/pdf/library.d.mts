/** The part of pdfkit 0.20 that pages.ts uses. Lengths are in points, y grows downwards. */

interface OpenFont {
  /** fontkit's font. */
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

export default class PDFDocument {
  constructor(options: {
    /** null: none of the standard fonts, which no file would embed. */
    readonly font: null;
    readonly autoFirstPage: false;
    readonly lang: string;
    readonly displayTitle: true;
    readonly info: Readonly<Record<string, string | Date>>;
  });

  readonly info: Record<string, unknown>;
  /** The font that is set. */
  readonly _font: OpenFont;

  addPage(options: { readonly size: readonly [number, number]; readonly margin: 0 }): this;

  /** @param face of a collection, by its PostScript name */
  registerFont(name: string, bytes: Uint8Array, face?: string): this;
  font(name: string, size?: number): this;
  widthOfString(text: string): number;
  text(
    text: string,
    x: number,
    y: number,
    options: {
      readonly lineBreak: false;
      readonly baseline: 'alphabetic';
      readonly characterSpacing: number;
      /** In percent. */
      readonly horizontalScaling?: number;
      readonly fill?: boolean;
      readonly stroke?: boolean;
    },
  ): this;

  save(): this;
  restore(): this;
  translate(x: number, y: number): this;
  rotate(degrees: number): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  lineWidth(width: number): this;
  fillColor(color: string): this;
  strokeColor(color: string): this;
  stroke(): this;

  on(event: 'data', listener: (chunk: Uint8Array) => void): this;
  on(event: 'end', listener: () => void): this;
  end(): void;
}
