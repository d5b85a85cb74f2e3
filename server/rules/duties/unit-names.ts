/** What the rules about units share: the unit names of a task where they stand, and what each resolves to. */
import type { Field, Name, Range } from '../../model/notice.ts';
import { type Resolution, resolve } from '../../registry/resolve.ts';
import type { Facts } from '../facts.ts';
import { isBalanced } from '../marks.ts';
import type { Fix, PartView } from '../rule.ts';
import { isUnitField } from '../tally.ts';

export interface PlacedName {
  readonly name: Name;
  readonly field: Field;
  /** Its index in the field. */
  readonly index: number;
}

/** The unit names of an item, in the order of the text. One with half a bracket in it is no name to be judged. */
export function unitNames({ item }: Pick<PartView, 'item'>): PlacedName[] {
  return item.fields.length ? item.fields.flatMap(placedIn) : [];
}

const placed = new WeakMap<Field, readonly PlacedName[]>();

/** Many rules ask for them. */
function placedIn(field: Field): readonly PlacedName[] {
  let known = placed.get(field);
  if (!known) {
    known = isUnitField(field)
      ? field.names.map((name, index) => ({ name, field, index })).filter(({ name }) => isBalanced(name.text))
      : [];
    placed.set(field, known);
  }
  return known;
}

/** A task, or a heading that says who answers for what stands below it. */
export function bearsDuty({ isTask, zone, item }: Pick<PartView, 'isTask' | 'zone' | 'item'>): boolean {
  return isTask || (zone === 'plan' && item.bears);
}

/** So many names of a list before and after one may say what it leaves out. */
const BEFORE = 100;
const AFTER = 16;

/** What a name stands for in its list; undefined where no registry is given. */
export function resolved({ name, field, index }: PlacedName, { registry, facts }: PartView): Resolution | undefined {
  if (!registry.names.size) return undefined;
  const textsOf = (from: number, to: number): string[] =>
    field.names.slice(Math.max(0, from), to).map(({ text }) => text);
  return resolve(registry, name, {
    date: facts.date,
    place: facts.place,
    previous: textsOf(index - BEFORE, index),
    next: textsOf(index + 1, index + 1 + AFTER),
    aliases: aliasesOf(facts),
  });
}

const maps = new WeakMap<Facts['aliases'], ReadonlyMap<string, string>>();

function aliasesOf({ aliases }: Facts): ReadonlyMap<string, string> {
  const known = maps.get(aliases) ?? new Map(Object.entries(aliases));
  maps.set(aliases, known);
  return known;
}

/** The name without the bracket after it: what another name would stand in place of. */
export function baseRange({ range, base }: Name, text: string): Range {
  const printed = text.slice(range.start, range.end);
  return printed.startsWith(base) ? { start: range.start, end: range.start + base.length } : range;
}

/** Takes the name out with its separator, unless its field names no one else or it says more than the first one. */
export function removal({ name, field, index }: PlacedName, { text }: PartView): { fixes?: readonly Fix[] } {
  if (field.names.length < 2 || name.etc || name.second.length || name.alias || name.annex) return {};
  const start = index > 0 ? field.names[index - 1]!.range.end : name.range.start;
  const end = index > 0 ? name.range.end : field.names[1]!.range.start;
  // 等 after the name before belongs to that one.
  const etc = index > 0 ? (field.names[index - 1]!.etc?.length ?? 0) : 0;
  if (text.slice(start, end).includes('\n')) return {};
  return {
    fixes: [
      {
        title: { zh: `删去这里的“${name.text}”`, en: `Delete ${name.text} here` },
        safe: false,
        edits: [{ range: { start: start + etc, end }, text: '' }],
      },
    ],
  };
}
