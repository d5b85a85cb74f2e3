/** References checked against the text as renumbering leaves it: levels may be read otherwise once numbers are in order. */
import { absolute, type Notice } from '../model/notice.ts';
import { type PlacedReference, ReferenceTargets, referencesOf, type Target } from '../model/reference-targets.ts';
import type { Renumbered, Undecided } from '../rules/numbering/renumbering.ts';

/**
 * A reference that would not name the same entry stays as it is and is told, with those that share a number with it.
 *
 * @param after the notice with all edits made
 */
export function verified(before: Notice, after: Notice, all: Renumbered): Renumbered {
  const [old, now] = [referencesOf(before), referencesOf(after)];
  if (!old.length || old.length !== now.length) return all;
  const [from, to] = [new ReferenceTargets(before), new ReferenceTargets(after)];
  const told = new Set(all.undecided.map(({ range }) => range.start));
  const lost: Undecided[] = [];
  const stuck = new Set<number>();
  const lose = (placed: PlacedReference): void => {
    const range = absolute(before, placed.part, placed.reference.range);
    told.add(range.start);
    lost.push({ range, text: placed.reference.text, why: WHY });
    for (const start of numeralsOf(before, placed)) stuck.add(start);
  };
  old.forEach((placed, index) => {
    if (told.has(absolute(before, placed.part, placed.reference.range).start)) return;
    const [target, ...more] = from.find(placed) ?? [];
    if (target && !more.length && !isSame(target, to.find(now[index]!))) lose(placed);
  });
  if (!lost.length) return all;
  const moving = new Set(all.references.map(({ range }) => range.start));
  for (let size = -1; size !== stuck.size; ) {
    size = stuck.size;
    for (const placed of old) {
      const numerals = numeralsOf(before, placed);
      if (told.has(absolute(before, placed.part, placed.reference.range).start)) continue;
      if (numerals.some((start) => stuck.has(start)) && numerals.some((start) => moving.has(start))) lose(placed);
    }
  }
  const references = all.references.filter(({ range }) => !stuck.has(range.start));
  return {
    numbers: all.numbers,
    references,
    undecided: [...all.undecided, ...lost].sort((a, b) => a.range.start - b.range.start),
    edits: [...all.numbers, ...references]
      .sort((a, b) => a.range.start - b.range.start)
      .map(({ range, to: text }) => ({ range, text })),
  };
}

const WHY = { zh: '重新编号以后分不清所指的是哪一项', en: 'once renumbered, it no longer tells which item is meant' };

function numeralsOf(notice: Notice, { part, reference: { path, to } }: PlacedReference): number[] {
  return [...path, ...(to ? [to] : [])].map(({ range }) => absolute(notice, part, range).start);
}

/** Entries are the same where their parts are: renumbering makes and takes away none. */
function isSame(target: Target, found: readonly Target[] | undefined): boolean {
  const [one, ...more] = found ?? [];
  if (!one || more.length || one.path.length !== target.path.length || one.to?.part !== target.to?.part) return false;
  return one.path.every(({ part }, index) => part === target.path[index]!.part);
}
