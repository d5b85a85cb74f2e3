/** Edits put into a text. What they do not name stays as it is, to the last byte. */
import type { Range } from '../model/notice.ts';
import type { Finding, Fix, TextEdit } from '../rules/rule.ts';

/** The text with edits that do not overlap put in. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const edit of inOrder(edits)) {
    pieces.push(text.slice(end, edit.range.start), edit.text);
    end = edit.range.end;
  }
  pieces.push(text.slice(end));
  return pieces.join('');
}

export interface Choice {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * Fixes that can be made together: of two that touch the same place the first in the order of the text, whole or not
 * at all.
 *
 * @param choose the fix of a finding to make, if any
 */
export function compatible(findings: readonly Finding[], choose: (finding: Finding) => Fix | undefined): Choice[] {
  const taken = new Intervals();
  const chosen: Choice[] = [];
  for (const finding of findings) {
    const fix = choose(finding);
    if (!fix?.edits.length || !taken.isFree(fix.edits)) continue;
    for (const { range } of fix.edits) taken.add(range);
    chosen.push({ finding, fix });
  }
  return chosen;
}

export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Ranges that do not touch, sorted. */
class Intervals {
  readonly #taken: Range[] = [];

  isFree(edits: readonly TextEdit[]): boolean {
    return edits.every(({ range }) => {
      const next = this.#taken[this.#after(range.start)];
      const before = this.#taken[this.#after(range.start) - 1];
      return !(next && next.start <= range.end) && !(before && before.end >= range.start);
    });
  }

  add(range: Range): void {
    this.#taken.splice(this.#after(range.start), 0, range);
  }

  /** Index of the first range that starts after an offset. */
  #after(offset: number): number {
    let low = 0;
    let high = this.#taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#taken[middle]!.start > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
