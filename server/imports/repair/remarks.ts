/** What was done to a document, as it is found: single places, and what is done throughout counted together. */
import type { Words } from '../../model/words.ts';
import type { ImportRemark, Place } from '../draft.ts';

type Kind = ImportRemark['kind'];

/** A quotation is enough to find the place. */
const LONGEST_QUOTE = 40;
/** So many places of one kind are told one by one; more are counted. */
const MOST_TOLD = 12;

export class Remarks {
  readonly #found: ImportRemark[] = [];
  readonly #counted = new Map<string, { at: number; count: number }>();

  /** One place; `count` of what stands there one after the other. */
  add(kind: Kind, words: Words, quote?: string, place?: Place, count = 1): void {
    this.#found.push({
      kind,
      words,
      ...(count > 1 && { count }),
      ...(quote && { quote: short(quote) }),
      ...(place && { place }),
    });
  }

  /** What may be done in many places: one remark, with the first of them. */
  count(kind: Kind, words: Words, quote?: string, place?: Place, count = 1): void {
    const key = `${kind} ${words.zh}`;
    const known = this.#counted.get(key);
    if (known) {
      known.count += count;
      this.#found[known.at] = { ...this.#found[known.at]!, count: known.count };
      return;
    }
    this.#counted.set(key, { at: this.#found.length, count });
    this.#found.push({ kind, words, count, ...(quote && { quote: short(quote) }), ...(place && { place }) });
  }

  /** Told one by one where they are few, else counted. */
  each(
    kind: Kind,
    words: Words,
    places: readonly { readonly quote: string; readonly place?: Place | undefined; readonly count?: number }[],
  ): void {
    const count = places.reduce((sum, place) => sum + (place.count ?? 1), 0);
    if (places.length > MOST_TOLD) this.count(kind, words, places[0]!.quote, places[0]!.place, count);
    else for (const { quote, place, count: own } of places) this.add(kind, words, quote, place, own);
  }

  all(): readonly ImportRemark[] {
    return this.#found;
  }
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line;
}
