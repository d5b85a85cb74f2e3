/** Tasks with the same text. Of several, those with the same owner, section and neighbours go together, then in order. */
import { nameKey } from '../registry/names.ts';
import { formOf } from './form.ts';
import type { Matchable, Pairs } from './match.ts';

interface Numbered {
  /** What each item says, as numbers. */
  readonly texts: readonly number[];
  readonly leads: readonly number[];
  readonly sections: readonly number[];
}

type Key = (of: Numbered, index: number) => string;

const around = ({ texts }: Numbered, index: number, by: number): number => texts[index + by] ?? -1;

/** What must be equal, the most first. */
const KEYS: readonly Key[] = [
  (of, i) => [of.texts[i], of.leads[i], of.sections[i], around(of, i, -1), around(of, i, 1)].join(),
  (of, i) => [of.texts[i], of.leads[i], of.sections[i], around(of, i, -1)].join(),
  (of, i) => [of.texts[i], of.leads[i], of.sections[i], around(of, i, 1)].join(),
  (of, i) => [of.texts[i], of.leads[i], of.sections[i]].join(),
  (of, i) => [of.texts[i], of.leads[i]].join(),
  (of, i) => [of.texts[i], of.sections[i]].join(),
  (of, i) => String(of.texts[i]),
];

export function pairEqual(one: readonly Matchable[], other: readonly Matchable[], pairs: Pairs): void {
  const numbers = new Map<string, number>();
  const [a, b] = [numbered(one, numbers), numbered(other, numbers)];
  const [inOne, inOther] = [placesOf(a.texts), placesOf(b.texts)];
  // A text that stands once on either side needs no more.
  const several = new Set<number>();
  for (const [text, [first, ...more]] of inOne) {
    const there = inOther.get(text);
    if (!there) continue;
    if (!more.length && there.length === 1) pairs.add(first!, there[0]!);
    else several.add(text);
  }
  if (!several.size) return;
  for (const key of KEYS) {
    const open = new Map<string, number[]>();
    b.texts.forEach((text, index) => {
      if (several.has(text) && pairs.toOne[index] === -1) push(open, key(b, index), index);
    });
    const own = new Map<string, number[]>();
    a.texts.forEach((text, index) => {
      if (several.has(text) && pairs.toOther[index] === -1) push(own, key(a, index), index);
    });
    for (const [said, indexes] of own) {
      const there = open.get(said) ?? [];
      for (let i = 0; i < Math.min(indexes.length, there.length); i++) pairs.add(indexes[i]!, there[i]!);
    }
  }
}

function numbered(items: readonly Matchable[], numbers: Map<string, number>): Numbered {
  const of = (text: string): number => {
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    return number;
  };
  return {
    texts: items.map(({ text }) => of(formOf(text))),
    leads: items.map(({ leads }) => of(leadKey(leads))),
    sections: items.map(({ sections }) => of(`§${sections.map(formOf).join('§')}`)),
  };
}

/** Who leads, whatever the order. */
export function leadKey(leads: readonly string[]): string {
  return `@${leads.map(nameKey).sort().join('、')}`;
}

function placesOf(texts: readonly number[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  texts.forEach((text, index) => {
    push(places, text, index);
  });
  return places;
}

function push<K>(map: Map<K, number[]>, key: K, index: number): void {
  const list = map.get(key);
  if (list) list.push(index);
  else map.set(key, [index]);
}
