/** Where in a line a field may begin and end: looked for once a line, so that a line of nothing but fields stays linear. */
import { splitOutside } from './brackets.ts';
import { labelAt, type Vocabulary } from './labels.ts';

/** Where a field may end, and where the next one would begin. */
export interface Mark {
  readonly offset: number;
  readonly next: number;
  readonly mark: string;
}

/** A stretch of a flow that holds fields, with the marks in it that may part them: found once, passed through once. */
export class Scope {
  readonly end: number;
  readonly #marks: readonly Mark[];
  #next = 0;

  constructor(text: string, start: number, end: number, vocabulary: Vocabulary) {
    this.end = end;
    const marks: Mark[] = splitOutside(text.slice(start, end), '；;。，,、 \u3000\u00a0\t')
      .slice(0, -1)
      .map((piece) => {
        const offset = start + piece.start + piece.text.length;
        return { offset, next: offset + 1, mark: piece.separator };
      });
    // 【牵头单位】甲局【配合单位】乙局: a label in brackets parts fields by itself.
    for (const { index } of text.slice(start, end).matchAll(/[【〖]/g)) {
      const offset = start + index;
      if (offset > start && labelAt(text, offset, vocabulary)) marks.push({ offset, next: offset, mark: '【' });
    }
    this.#marks = marks.sort((a, b) => a.offset - b.offset);
  }

  /** The marks from an offset on; offsets asked for only grow. */
  *from(offset: number): Generator<Mark> {
    while (this.#next < this.#marks.length && this.#marks[this.#next]!.offset < offset) this.#next++;
    for (let i = this.#next; i < this.#marks.length; i++) yield this.#marks[i]!;
  }
}

/** What a label inside a line stands behind: the end of a sentence, a closing bracket, wide blanks. */
const BEFORE_LABEL = /[。；;！）)】][\s\u3000\u00a0]*|[\s\u3000\u00a0]{2,}|\t+/g;

/** The offsets at which a label opens a field inside a line, in order. */
export function labelStarts(text: string, from: number, vocabulary: Vocabulary): number[] {
  const starts: number[] = [];
  if (!/[：:【〖［]/.test(text)) return starts;
  BEFORE_LABEL.lastIndex = from;
  for (let match = BEFORE_LABEL.exec(text); match; match = BEFORE_LABEL.exec(text)) {
    const at = match.index + match[0].length;
    if (labelAt(text, at, vocabulary)) starts.push(at);
  }
  return starts;
}
