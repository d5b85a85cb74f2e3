/** 署名 and 成文日期 in their places (GB/T 9704-2012, 7.3.5): where one stands depends on the other's length. */
import type { Range } from '../../model/notice.ts';
import { CHARACTERS, EM, SIGNATURE, SIZE, SPACING } from '../page/geometry.ts';
import { textWidth } from '../page/line-break.ts';
import type { BlockStyle, TextBlock } from './document.ts';

export interface SignatureLine {
  /** Without the blanks that set it. */
  readonly text: string;
  readonly range: Range;
}

/** The office may sign on the line of the date. */
const BOTH = /^(.{3,24}?)(\d{4}年.+|[二〇○零一]{2}.+年.+)$/;

/** @param lines the last is the date */
export function signatureBlocks(lines: readonly SignatureLine[], sealed: boolean): TextBlock[] {
  const all = lines.flatMap(({ text, range }) => {
    const both = BOTH.exec(text);
    const pieces = both ? [both[1]!, both[2]!] : [text];
    return pieces.map((piece) => ({ text: piece, range, wide: textWidth(piece, SIZE.three, SPACING, true) }));
  });
  const date = all.at(-1)!;
  const offices = all.slice(0, -1);
  const widest = Math.max(0, ...offices.map((office) => office.wide));
  const whole = CHARACTERS * EM;
  const block = (style: BlockStyle, { text, range }: SignatureLine, right: number, above: number): TextBlock => ({
    kind: 'text',
    style,
    runs: [{ text }],
    right: Math.max(0, right),
    range,
    ...(above && { above }),
    ...(style === 'signature' && { keepsNext: true }),
  });
  if (sealed) {
    // The office stands midway over the date; a long name stays on the page, and the date goes along.
    const usual = whole - SIGNATURE.sealedRight * EM - date.wide / 2;
    const middle = offices.length ? Math.min(usual, whole - widest / 2) : usual;
    return [
      ...offices.map((office, i) =>
        block('signature', office, whole - middle - office.wide / 2, i ? 0 : SIGNATURE.sealedAbove),
      ),
      block('date', date, whole - middle - date.wide / 2, offices.length ? 0 : SIGNATURE.sealedAbove),
    ];
  }
  // The date begins two characters further in than the office; a long date ends two from the right, and the office moves.
  const right = SIGNATURE.right * EM;
  const dateRight = offices.length ? Math.max(right, widest - date.wide) : right;
  const longDate = widest - date.wide < right;
  return [
    ...offices.map((office, i) => {
      const officeRight = longDate ? dateRight + date.wide + SIGNATURE.shift * EM - office.wide : right;
      return block('signature', office, officeRight, i ? 0 : SIGNATURE.above);
    }),
    block('date', date, dateRight, offices.length ? 0 : SIGNATURE.above),
  ];
}
