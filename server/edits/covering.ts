import type { Range } from '../model/notice.ts';

/** What of an item covers a place, asked for places that only grow: a list of ten thousand names stays linear. */
export class Covering<T extends { readonly range: Range }> {
  readonly #spans: readonly T[];
  #next = 0;

  constructor(spans: readonly T[]) {
    this.#spans = [...spans].sort((a, b) => a.range.start - b.range.start);
  }

  at(start: number, end: number): T | undefined {
    while (this.#next < this.#spans.length && this.#spans[this.#next]!.range.end <= start) this.#next++;
    const span = this.#spans[this.#next];
    return span && span.range.start <= start && end <= span.range.end ? span : undefined;
  }
}
