/** The part of docx 9.15 that docx.ts uses. Lengths are in twips. */

interface WidthOptions {
  readonly size: number;
  readonly type: 'dxa';
}

interface Border {
  readonly style: 'single';
  /** In eighths of a point. */
  readonly size: number;
}

export class TextRun {
  constructor(options: { readonly text?: string; readonly children?: readonly string[]; readonly break?: number });
}

export class Paragraph {
  constructor(options: {
    readonly style: string;
    readonly alignment?: 'left' | 'right' | 'center' | 'both';
    readonly children?: readonly TextRun[];
  });
}

export class TableCell {
  constructor(options: {
    readonly children: readonly Paragraph[];
    readonly width: WidthOptions;
    readonly verticalAlign: 'center';
    readonly verticalMerge?: 'restart' | 'continue';
    readonly columnSpan?: number;
  });
}

export class TableRow {
  constructor(options: {
    readonly children: readonly TableCell[];
    readonly cantSplit: boolean;
    readonly tableHeader?: boolean;
    readonly height: { readonly value: number; readonly rule: 'atLeast' };
  });
}

export class Table {
  constructor(options: {
    readonly rows: readonly TableRow[];
    readonly width: WidthOptions;
    readonly columnWidths: readonly number[];
    readonly layout: 'fixed';
    readonly alignment: 'center';
    readonly margins: { readonly [side in 'top' | 'bottom' | 'left' | 'right']: number } & {
      readonly marginUnitType: 'dxa';
    };
    readonly borders: {
      readonly [side in 'top' | 'bottom' | 'left' | 'right' | 'insideHorizontal' | 'insideVertical']: Border;
    };
  });
}

export class Footer {
  constructor(options: { readonly children: readonly Paragraph[] });
}

export const PageNumber: { readonly CURRENT: string };

export interface Section {
  readonly properties: {
    readonly page: {
      /** Width and height of the portrait page: the library turns them for a landscape one. */
      readonly size: { readonly width: number; readonly height: number; readonly orientation: 'landscape' };
      readonly margin: { readonly [side in 'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer' | 'gutter']: number };
    };
  };
  readonly footers: { readonly default: Footer; readonly even: Footer };
  readonly children: readonly (Paragraph | Table)[];
}

export class Document {
  constructor(options: {
    readonly title: string;
    readonly evenAndOddHeaderAndFooters: boolean;
    readonly sections: readonly Section[];
  });
}

export const Packer: {
  /** @param overrides parts that replace the library's own */
  pack(
    document: Document,
    type: 'uint8array',
    prettify: undefined,
    overrides: readonly { readonly path: string; readonly data: string }[],
  ): Promise<Uint8Array>;
};
