/**
 * What of a sentence is a quantity, a date or a reference, and what are its words: so that a change of a target is told
 * from one of the wording.
 */
import { formOf } from './form.ts';

const NUMBER = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const BOUND = '(?:约|近|超过|不少于|不低于|不超过|不高于|不小于|不大于|至少|高于|低于|大于|小于)?';
const SCALE = '(?:个?百分点|[%‰]|[十百千万亿]+)?';
const LIMIT = '(?:[\\u4e00-\\u9fff]{0,4}?(?:左右|以上|以下|以内|之内))?';
/** 6月30日 and 2026年 are dates, G318 and 5G are names; 3年 is a time. */
const QUANTITY = new RegExp(
  `${BOUND}(?<![\\dA-Za-z.-])${NUMBER}${SCALE}(?:[-~—至到]${NUMBER}${SCALE})?(?!\\d|[月日号]|季度|[A-Z](?![A-Za-z])|(?<=\\d{4})年)${LIMIT}`,
  'g',
);

/** A stretch of a text that is compared on its own. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** What it is known by: equal keys are equal stretches. */
  readonly key: string;
  readonly kind: 'deadline' | 'year' | 'reference' | 'quantity';
}

export interface Sentence {
  /** In the form in which texts are compared, stretches left blank. */
  readonly words: string;
  readonly stretches: readonly Stretch[];
}

/**
 * Takes a sentence apart.
 *
 * @param text in the form of `formOf`
 * @param known stretches that are no quantities, whatever figures they hold
 */
export function sentenceOf(text: string, known: readonly Stretch[]): Sentence {
  const stretches = [...known];
  for (const match of text.matchAll(QUANTITY)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (known.some((one) => one.start < end && start < one.end)) continue;
    stretches.push({ start, end, key: match[0].replaceAll(',', ''), kind: 'quantity' });
  }
  stretches.sort((a, b) => a.start - b.start);
  let words = '';
  let from = 0;
  for (const { start, end, kind } of stretches) {
    if (start < from) continue;
    words += `${text.slice(from, start)}\u0001${kind[0]}`;
    from = end;
  }
  return { words: words + text.slice(from), stretches };
}

/** Where pieces of a text stand in it, each after the one before. */
export function stretchesOf(
  text: string,
  pieces: readonly { readonly text: string; readonly key: string }[],
  kind: Stretch['kind'],
): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const piece of pieces) {
    const said = formOf(piece.text);
    const start = said ? text.indexOf(said, from) : -1;
    if (start < 0) continue;
    from = start + said.length;
    found.push({ start, end: from, key: piece.key, kind });
  }
  return found;
}

/** The keys of a kind, in any order. */
export function keysOf({ stretches }: Sentence, kind: string): string {
  return stretches
    .filter((stretch) => stretch.kind === kind)
    .map(({ key }) => key)
    .sort()
    .join('|');
}
