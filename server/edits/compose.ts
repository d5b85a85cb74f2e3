/** Two renumberings, one after the other, as one. */
import type { Changed, Renumbered } from '../rules/numbering/renumbering.ts';
import type { TextEdit } from '../rules/rule.ts';

/** Where an offset is after edits in order, or before them: `back`. Inside an edit it is at its start. */
export function moved(offset: number, edits: readonly TextEdit[], back = false): number {
  let shift = 0;
  for (const { range, text } of edits) {
    const grown = text.length - (range.end - range.start);
    const start = back ? range.start + shift : range.start;
    if (start >= offset) break;
    if (start + (back ? text.length : range.end - range.start) > offset) return back ? range.start : start + shift;
    shift += grown;
  }
  return back ? offset - shift : offset + shift;
}

/**
 * @param second what changes in the text as the first one leaves it. References that the first one could not decide
 *   are out of date there: they stay.
 */
export function composed(first: Renumbered, second: Renumbered): Renumbered {
  const back = ({ start, end }: Changed['range']): Changed['range'] => {
    const from = moved(start, first.edits, true);
    return { start: from, end: from + end - start };
  };
  const stay = first.undecided.map(({ range }) => range);
  const merged = (before: readonly Changed[], after: readonly Changed[]): Changed[] => {
    const all = new Map(before.map((change) => [change.range.start, change]));
    for (const change of after) {
      const range = back(change.range);
      if (stay.some(({ start, end }) => start <= range.start && range.start < end)) continue;
      const was = all.get(range.start);
      all.set(range.start, was ? { ...was, to: change.to } : { ...change, range });
    }
    return [...all.values()].filter(({ from, to }) => from !== to).sort(byPlace);
  };
  const numbers = merged(first.numbers, second.numbers);
  const references = merged(first.references, second.references);
  const more = second.undecided
    .map((one) => ({ ...one, range: back(one.range) }))
    .filter(({ range }) => !stay.some(({ start }) => start === range.start));
  return {
    numbers,
    references,
    undecided: [...first.undecided, ...more].sort(byPlace),
    edits: [...numbers, ...references].sort(byPlace).map(({ range, to }) => ({ range, text: to })),
  };
}

function byPlace(one: { readonly range: Changed['range'] }, other: { readonly range: Changed['range'] }): number {
  return one.range.start - other.range.start;
}
