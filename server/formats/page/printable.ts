/** Without what no document may hold (XML 1.0, 2.2): control characters and halves of surrogate pairs. */
export function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
