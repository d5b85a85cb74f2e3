/** 附件说明 (GB/T 9704-2012, 7.3.4): 附件：1.甲, and 2.乙 below it; turned lines stand under the name. */
import type { Range } from '../../model/notice.ts';
import { INDENT, SIZE, SPACING } from '../page/geometry.ts';
import { textWidth } from '../page/line-break.ts';
import type { TextBlock } from './document.ts';
import { ANNEX_NOTE } from './places.ts';

export class AnnexNote {
  #count = 0;
  /** Where the numbers begin. */
  #left = INDENT;

  /** @param text of a line, which may hold several names: 附件：1.甲　2.乙 */
  blocksOf(text: string, range?: Range): TextBlock[] {
    return text.split(/(?<=\S)\s+(?=\d{1,2}\s*[.．、]\s*\D)/).map((name) => this.#blockOf(name, range));
  }

  #blockOf(text: string, range: Range | undefined): TextBlock {
    const label = this.#count ? '' : (ANNEX_NOTE.exec(text)?.[0] ?? '');
    const number = /^\d{1,2}\s*[.．、]\s*/.exec(text.slice(label.length))?.[0] ?? '';
    if (label) this.#left = INDENT + wide(label);
    const first = this.#count++ === 0;
    return {
      kind: 'text',
      style: 'annexNote',
      runs: [{ text }],
      left: this.#left + wide(number),
      firstLine: -wide(label + number),
      ...(first && { above: 1 }),
      ...(range && { range }),
    };
  }
}

function wide(text: string): number {
  return textWidth(text, SIZE.three, SPACING);
}
