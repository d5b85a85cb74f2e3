/** When two texts are the same text: blanks, the width of characters and the shape of brackets and quotes do not count. */

const COMMON = /^[\u4e00-\u9fff\d、a-zA-Z]*$/;

/** A text in the form in which texts are the same. What formatting may change is alike in it. */
export function formOf(text: string): string {
  if (COMMON.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[[〔【〖]/g, '(')
    .replace(/[\]〕】〗]/g, ')')
    .replace(/[“”]/g, '"')
    .replace(/[。.]+$/, '');
}
