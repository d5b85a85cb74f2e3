/** The texts of a workbook: each is kept once, and cells name it by number (ECMA-376-1, 18.4). */
import { printable } from '../page/printable.ts';
import { DECLARATION, escaped } from './xml.ts';

/** The most that a cell holds, in UTF-16 units. */
const LONGEST_TEXT = 32767;

/**
 * What a program would take for a formula, were it typed into a cell: = + - @ and their full-width forms (OWASP, CSV
 * Injection).
 */
export function looksLikeFormula(text: string): boolean {
  const code = text.charCodeAt(0);
  const half = code >= 0xff01 ? code - 0xfee0 : code;
  return half === 0x2b || half === 0x2d || half === 0x3d || half === 0x40;
}

export class Strings {
  readonly #at = new Map<string, number>();
  #uses = 0;

  of(text: string): number {
    this.#uses++;
    let at = this.#at.get(text);
    if (at === undefined) {
      at = this.#at.size;
      this.#at.set(text, at);
    }
    return at;
  }

  *xml(): Iterable<string> {
    const counts = `count="${this.#uses}" uniqueCount="${this.#at.size}"`;
    yield `${DECLARATION}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>`;
    for (const text of this.#at.keys()) yield `<si>${textXml(text)}</si>`;
    yield '</sst>';
  }
}

/** What a program would read as a character by its number (22.9.2.19), and is to be read as it was written. */
const NUMBERED = /_(?=x[\dA-Fa-f]{4}_)/g;

function textXml(text: string): string {
  const cut = text.length > LONGEST_TEXT ? printable(text).slice(0, LONGEST_TEXT) : text;
  const shown = escaped(cut.includes('_x') ? cut.replace(NUMBERED, '_x005F_') : cut);
  return /^\s|\s$|\n/.test(shown) ? `<t xml:space="preserve">${shown}</t>` : `<t>${shown}</t>`;
}
