/** When two texts are the same text: blanks, the width of characters and the shape of brackets and quotes do not count. */

import { readReferences } from '../model/references.ts';

const COMMON = /^[\u4e00-\u9fff\d、a-zA-Z]*$/;

/** A text in which what formatting may change is alike, its points aside. */
export function evened(text: string): string {
  if (COMMON.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[[〔【〖]/g, '(')
    .replace(/[\]〕】〗]/g, ')')
    .replace(/[“”]/g, '"');
}

/** A text in the form in which texts are the same: closed by a point or not. */
export function formOf(text: string): string {
  return evened(text).replace(/[。.]+$/, '');
}

/** A reference changes with the number of what it names, which is said there. */
export function withoutReferences(text: string): string {
  let bare = '';
  let from = 0;
  for (const { range } of readReferences(text, 0)) {
    bare += `${text.slice(from, range.start)}\u0001`;
    from = range.end;
  }
  return bare + text.slice(from);
}
