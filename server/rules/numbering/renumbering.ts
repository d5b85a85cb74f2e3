/** Numbers put in order, and the references in the text that follow them. A fix of a rule and the command both ask this. */
import { absolute, type Entry, type Notice, type Range } from '../../model/notice.ts';
import { type PlacedReference, ReferenceTargets, referencesOf, type Target } from '../../model/reference-targets.ts';
import type { Step } from '../../model/references.ts';
import { toHan, withValue } from '../../syntax/numbers.ts';
import type { TextEdit, Words } from '../rule.ts';
import type { Numbered } from './numbering.ts';

/** Entries that are to count on from a number. */
export interface Counted {
  readonly entries: readonly Numbered[];
  readonly first: number;
}

/** What is changed in a place; the range is absolute. */
export interface Changed {
  readonly range: Range;
  readonly from: string;
  readonly to: string;
}

/** A reference that a person has to look at. */
export interface Undecided {
  readonly range: Range;
  readonly text: string;
  readonly why: Words;
}

export interface Renumbered {
  /** Of numbers and references, in the order of the text. */
  readonly edits: readonly TextEdit[];
  readonly numbers: readonly Changed[];
  readonly references: readonly Changed[];
  readonly undecided: readonly Undecided[];
}

/**
 * Numbers entries anew, in the style and marks that each has. References to them follow; one that does not name a
 * single entry before, or would not name the same one after, stays as it is and is told.
 *
 * @param thorough whether references to what keeps its number are looked at as well: they may become unclear
 */
export function numberAnew(notice: Notice, counted: readonly Counted[], thorough: boolean): Renumbered {
  const changes = new Map<Entry, number>();
  for (const { entries, first } of counted)
    entries.forEach((entry, index) => {
      if (entry.number.value !== first + index) changes.set(entry, first + index);
    });
  const numbers = [...withPrefixes(changes)].map((entry) => {
    const { text: from, range } = entry.number;
    return { range: absolute(notice, entry.part, range), from, to: printed(entry, changes) };
  });
  // No reference names a field line.
  const named = new Map([...changes].filter(([entry]) => !(entry as Numbered).isField));
  const { references, undecided } = changes.size ? follow(notice, named, thorough) : { references: [], undecided: [] };
  numbers.sort(byPlace);
  const edits = [...numbers, ...references].sort(byPlace).map(({ range, to }) => ({ range, text: to }));
  return { edits, numbers, references, undecided };
}

/** The entries whose numbers are printed anew: those changed, and 1.1 under a 1. that becomes 2. */
function withPrefixes(changes: ReadonlyMap<Entry, number>): Set<Numbered> {
  const all = new Set<Numbered>();
  const addBelow = ({ children }: Entry): void => {
    for (const child of children) {
      if (child.number?.style !== 'decimal' || all.has(child as Numbered)) continue;
      all.add(child as Numbered);
      addBelow(child);
    }
  };
  for (const entry of changes.keys()) {
    all.add(entry as Numbered);
    addBelow(entry);
  }
  return all;
}

function printed(entry: Numbered, changes: ReadonlyMap<Entry, number>): string {
  const { number } = entry;
  const text = withValue(number, changes.get(entry) ?? number.value);
  if (number.style !== 'decimal') return text;
  const members = /\d+(?:\.\d+)+/.exec(text)?.[0].split('.') ?? [];
  let up = entry.parent;
  for (let i = members.length - 2; i >= 0 && up; i--, up = up.parent)
    if (up.number?.value === Number(members[i])) members[i] = String(changes.get(up) ?? up.number.value);
  return text.replace(/\d+(?:\.\d+)+/, members.join('.'));
}

function byPlace(one: { readonly range: Range }, other: { readonly range: Range }): number {
  return one.range.start - other.range.start;
}

interface Pointing {
  readonly placed: PlacedReference;
  readonly targets: readonly Target[];
}

interface Pointers {
  readonly all: readonly Pointing[];
  readonly to: ReadonlyMap<Entry, readonly Pointing[]>;
}

const known = new WeakMap<Notice, Pointers>();

/** What the references of a notice name as it stands. */
function pointersOf(notice: Notice): Pointers {
  let pointers = known.get(notice);
  if (pointers) return pointers;
  const numbers = new ReferenceTargets(notice);
  const all: Pointing[] = [];
  const to = new Map<Entry, Pointing[]>();
  for (const placed of referencesOf(notice)) {
    const targets = numbers.find(placed);
    if (!targets) continue;
    const pointing = { placed, targets };
    all.push(pointing);
    for (const entry of new Set(targets.flatMap(entriesOf))) {
      const list = to.get(entry);
      if (list) list.push(pointing);
      else to.set(entry, [pointing]);
    }
  }
  pointers = { all, to };
  known.set(notice, pointers);
  return pointers;
}

function entriesOf({ path, to }: Target): Numbered[] {
  return to ? [...path, to] : [...path];
}

/** References that share an outer number (第二部分第3、4项) move together or stay together. */
interface Group {
  readonly changed: Changed[];
  readonly followed: Pointing[];
  readonly undecided: [Pointing, Words][];
}

function follow(
  notice: Notice,
  changes: ReadonlyMap<Entry, number>,
  thorough: boolean,
): Pick<Renumbered, 'references' | 'undecided'> {
  const { all, to } = pointersOf(notice);
  const concerned = thorough ? all : new Set([...changes.keys()].flatMap((entry) => to.get(entry) ?? []));
  const after = new ReferenceTargets(notice, changes);
  const groups = new Map<number, Group>();
  for (const pointing of concerned) {
    const { placed, targets } = pointing;
    const { reference, part } = placed;
    const outer = absolute(notice, part, reference.path[0]!.range).start;
    const group = groups.get(outer) ?? { changed: [], followed: [], undecided: [] };
    groups.set(outer, group);
    const [target, ...more] = targets;
    if (!target) {
      if (reference.said) group.undecided.push([pointing, WHY.none]);
    } else if (more.length) {
      if (reference.said || targets.some((one) => entriesOf(one).some((entry) => changes.has(entry))))
        group.undecided.push([pointing, WHY.several]);
    } else {
      const result = following(notice, placed, target, after);
      if (Array.isArray(result)) {
        group.changed.push(...result);
        if (result.length) group.followed.push(pointing);
      } else group.undecided.push([pointing, result as Words]);
    }
  }
  const references = new Map<number, Changed>();
  const undecided: Undecided[] = [];
  for (const group of groups.values()) {
    const [first] = group.undecided;
    if (!first) for (const change of group.changed) references.set(change.range.start, change);
    const left = first ? [...group.undecided, ...group.followed.map((one) => [one, first[1]] as const)] : [];
    for (const [{ placed }, why] of left) {
      const { reference, part } = placed;
      undecided.push({ range: absolute(notice, part, reference.range), text: reference.text, why });
    }
  }
  return { references: [...references.values()], undecided: undecided.sort(byPlace) };
}

const WHY = {
  several: { zh: '可能指几项，分不清是哪一项', en: 'it may name several items' },
  none: { zh: '通知里没有这个编号', en: 'no item bears this number' },
  apart: { zh: '所指的几项编号不再相连', en: 'the items that it spans no longer follow each other' },
};

/** The numerals of a reference that change, or why it cannot follow. */
function following(
  notice: Notice,
  placed: PlacedReference,
  target: Target,
  after: ReferenceTargets,
): Changed[] | Words {
  const { reference, part } = placed;
  const steps: Step[] = reference.path.slice(0, target.path.length);
  const entries = [...target.path];
  if (reference.to && target.to) {
    steps.push(reference.to);
    entries.push(target.to);
  }
  const values = entries.map((entry) => after.valueOf(entry));
  const [again, ...more] = after.find(placed, withOpaque(reference.path, target, values)) ?? [];
  const same =
    again && !more.length && again.to === target.to && again.path.every((entry, i) => entry === target.path[i]);
  if (!same) {
    const now = entries.map((entry) => withValue(entry.number, after.valueOf(entry))).join('');
    return {
      zh: `所指的一项编号将是“${now}”，照写会与别的项混淆`,
      en: `what it names will be “${now}”, as other items are`,
    };
  }
  if (target.to && !spansTheSame(target as Required<Target>, after, notice)) return WHY.apart;
  return steps.flatMap((step, index) => {
    const value = values[index]!;
    if (value === step.value) return [];
    return [{ range: absolute(notice, part, step.range), from: step.numeral, to: numeralFor(step, value) }];
  });
}

/** Values for each step of the path: those that count paragraphs keep theirs. */
function withOpaque(path: readonly Step[], target: Target, values: readonly number[]): number[] {
  const all = path.map((step, index) => (index < target.path.length ? values[index]! : step.value));
  return target.to ? [...all, values.at(-1)!] : all;
}

/** The entries of 第12—15项 are between the same numbers after as they are before. */
function spansTheSame({ path, to }: Required<Target>, after: ReferenceTargets, { entries }: Notice): boolean {
  const first = path.at(-1)!;
  // A level that runs on over headings is looked through as a whole.
  const among: readonly Entry[] =
    first.parent && first.parent === to.parent
      ? first.parent.children
      : entries.filter(({ context }) => context === first.context);
  const inside = (entry: Numbered, value: (entry: Numbered) => number): boolean =>
    value(first) <= value(entry) && value(entry) <= value(to);
  const now = (entry: Numbered): number => entry.number.value;
  const then = (entry: Numbered): number => after.valueOf(entry);
  return among.every(
    (entry) =>
      !entry.number ||
      entry.number.style !== first.number.style ||
      inside(entry as Numbered, now) === inside(entry as Numbered, then),
  );
}

function numeralFor({ form, numeral }: Step, value: number): string {
  if (form === 'circled') return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
  if (form === 'han') return value < 1000 ? toHan(value) : String(value);
  const digits = String(value);
  return /[０-９]/.test(numeral)
    ? digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : digits;
}
