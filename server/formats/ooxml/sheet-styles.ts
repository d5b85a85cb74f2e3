/** How the cells of a workbook look: each look is kept once, and cells name it by number (ECMA-376-1, 18.8). */
import { escaped } from './xml.ts';

export interface CellStyle {
  readonly font?: { readonly name: string; readonly size: number; readonly bold?: boolean; readonly colour?: string };
  /** The colour behind the text: RRGGBB. */
  readonly fill?: string;
  /** A thin line on all four sides. */
  readonly border?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Center where it is left out. */
  readonly vertical?: 'top' | 'center';
  /** False for a text that stays on one line. */
  readonly wrap?: boolean;
  /** A format code: 0%, yyyy-mm-dd. @ keeps what is typed as text. */
  readonly format?: string;
}

/** What a condition changes in a cell's look. */
export interface ConditionalStyle {
  readonly bold?: boolean;
  readonly colour?: string;
  readonly fill?: string;
}

/** The number of a look, as cells bear it. */
export type StyleId = number;

/**
 * The face of cells that name none, and the one by which widths of columns are counted: a digit of 宋体 11 is 8 pixels
 * of 1/96 inch (ECMA-376-1, 18.3.1.13).
 */
const DEFAULT_FACE = { name: '宋体', size: 11 };
export const MM_PER_DIGIT = (8 / 96) * 25.4;

/** Codes that have a number of their own (18.8.30). */
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
]);
const FIRST_OWN_FORMAT = 164;

export class Styles {
  readonly #fonts = new Numbered();
  readonly #fills = new Numbered();
  readonly #borders = new Numbered();
  readonly #formats = new Numbered();
  readonly #cells = new Numbered();
  readonly #changes = new Numbered();
  readonly #quoted: StyleId[] = [];

  constructor() {
    this.#fonts.of(fontXml(DEFAULT_FACE));
    // The first two are the programs' own, whatever stands there.
    this.#fills.of('<fill><patternFill patternType="none"/></fill>');
    this.#fills.of('<fill><patternFill patternType="gray125"/></fill>');
    this.#borders.of(borderXml(false));
    this.#cells.of('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  }

  of(style: CellStyle): StyleId {
    return this.#cells.of(this.#cellXml(style));
  }

  /** The same look for a text that a program would take for a formula, were it typed: it stays text when edited. */
  quoted(id: StyleId): StyleId {
    this.#quoted[id] ??= this.#cells.of(this.#cells.at(id).replace(' xfId="0"', ' xfId="0" quotePrefix="1"'));
    return this.#quoted[id];
  }

  /** @returns the number by which a condition names the change */
  change({ bold, colour, fill }: ConditionalStyle): number {
    const font = (bold ? '<b/>' : '') + (colour ? `<color rgb="FF${colour}"/>` : '');
    const behind = fill ? `<fill><patternFill patternType="solid"><bgColor rgb="FF${fill}"/></patternFill></fill>` : '';
    return this.#changes.of(`<dxf>${font && `<font>${font}</font>`}${behind}</dxf>`);
  }

  xml(): string {
    const formats = [...this.#formats.all()].map(
      (code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${escaped(code)}"/>`,
    );
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats.length ? list('numFmts', formats) : '') +
      list('fonts', this.#fonts.all()) +
      list('fills', this.#fills.all()) +
      list('borders', this.#borders.all()) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', this.#cells.all()) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      list('dxfs', this.#changes.all()) +
      '</styleSheet>'
    );
  }

  #cellXml({ font, fill, border, align, vertical = 'center', wrap = true, format }: CellStyle): string {
    const fontId = font ? this.#fonts.of(fontXml(font)) : 0;
    const fillId = fill
      ? this.#fills.of(`<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`)
      : 0;
    const borderId = border ? this.#borders.of(borderXml(true)) : 0;
    const formatId = format === undefined ? 0 : (BUILT_IN.get(format) ?? FIRST_OWN_FORMAT + this.#formats.of(format));
    const applied =
      (formatId ? ' applyNumberFormat="1"' : '') +
      (fontId ? ' applyFont="1"' : '') +
      (fillId ? ' applyFill="1"' : '') +
      (borderId ? ' applyBorder="1"' : '');
    const ids = `numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}"`;
    const alignment = `${align ? ` horizontal="${align}"` : ''} vertical="${vertical}"${wrap ? ' wrapText="1"' : ''}`;
    return `<xf ${ids} xfId="0"${applied} applyAlignment="1"><alignment${alignment}/></xf>`;
  }
}

/** Things that are numbered in the order in which they are first asked for. */
class Numbered {
  readonly #at = new Map<string, number>();
  readonly #all: string[] = [];

  of(thing: string): number {
    let at = this.#at.get(thing);
    if (at === undefined) {
      at = this.#all.push(thing) - 1;
      this.#at.set(thing, at);
    }
    return at;
  }

  at(number: number): string {
    return this.#all[number]!;
  }

  all(): readonly string[] {
    return this.#all;
  }
}

function list(name: string, all: readonly string[]): string {
  return `<${name} count="${all.length}">${all.join('')}</${name}>`;
}

/** In the order of the schema: b, sz, color, name. */
function fontXml({ name, size, bold, colour }: NonNullable<CellStyle['font']>): string {
  const shown = colour ? `<color rgb="FF${colour}"/>` : '';
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${shown}<name val="${escaped(name)}"/></font>`;
}

function borderXml(thin: boolean): string {
  const sides = ['left', 'right', 'top', 'bottom'].map((side) => (thin ? `<${side} style="thin"/>` : `<${side}/>`));
  return `<border>${sides.join('')}<diagonal/></border>`;
}
