/** Where a notice makes short names: X管理委员会（以下简称X管委会）, in its text and in its lists. */
import type { Item, Notice, Range } from '../../model/notice.ts';
import { nameKey } from '../../registry/names.ts';

export interface Definition {
  readonly alias: string;
  /** What stands before the bracket, as far as it can be the name. */
  readonly name: string;
  /** Of the alias alone, in the part. */
  readonly range: Range;
  /** Of the bracket. */
  readonly bracket: Range;
  /** 统称: for several at once. */
  readonly together: boolean;
}

const DEFINITION =
  /[（(](?:以下|下文)?(均?简称|统称)为?[：:]?[“"‘]?([^“”"‘’（）()，,；;。\s]{2,20})[”"’]?(?:[，,；;][^（）()\n]{0,12})?[）)]/g;

/** The definitions of a part, in the order of the text; undefined where there are none. */
export function definitionsIn(_: Item, text: string): readonly Definition[] | undefined {
  if (!text.includes('称')) return undefined;
  const found = [...text.matchAll(DEFINITION)].flatMap((match) => {
    const [printed, verb, alias] = match as unknown as [string, string, string];
    const start = match.index;
    const name = /[\u4e00-\u9fff]{2,60}$/.exec(text.slice(Math.max(0, start - 60), start))?.[0];
    const at = start + printed.indexOf(alias, verb.length + 1);
    return name
      ? [
          {
            alias,
            name,
            range: { start: at, end: at + alias.length },
            bracket: { start, end: start + printed.length },
            together: verb === '统称',
          },
        ]
      : [];
  });
  return found.length ? found : undefined;
}

export interface PlacedDefinition extends Definition {
  readonly part: number;
  /** Head and letter, the plan under it, each annex: what one says twice is said twice. */
  readonly document: number;
}

/** All definitions of a notice. What a table repeats of the body is not said twice. */
export function definitionsOf(
  notice: Notice,
  summaryOf: (part: number) => readonly Definition[] | undefined,
): PlacedDefinition[] {
  const found: PlacedDefinition[] = [];
  let annex = 0;
  for (let part = 0; part < notice.items.length; part++) {
    while (annex < notice.annexes.length && notice.annexes[annex]!.part <= part) annex++;
    const zone = notice.zones[part];
    const definitions = zone === 'table' ? undefined : summaryOf(part);
    if (!definitions) continue;
    const document = annex ? annex + 1 : zone === 'head' || zone === 'letter' ? 0 : 1;
    for (const definition of definitions) found.push({ ...definition, part, document });
  }
  return found;
}

/** Whether two texts before a bracket may end in one name: one of them may hold words before it. */
export function mayBeOne(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  return a.endsWith(b) || b.endsWith(a);
}
