/** Edits that are made only where the notice says the same with them. */
import type { TextEdit } from '../rules/rule.ts';
import { readDocument } from '../syntax/document.ts';
import { applyEdits } from './apply.ts';
import { differenceOf, type Reading, read, signatureOf } from './fmt-meaning.ts';

export interface PlacedEdit extends TextEdit {
  /** The part that the range stands in. */
  readonly part: number;
}

/** Edits that are made together or not at all. */
export type Group = readonly PlacedEdit[];

/** So many groups of one part are tried one by one where they don't all hold. */
const MOST_TRIES = 24;
const MOST_ROUNDS = 8;

/**
 * Makes the edits that leave the meaning as it is. Those that don't are left out, with what stands beside them;
 * where that doesn't help, all are.
 */
export function applyGroups(before: Reading, groups: readonly Group[]): Reading {
  const { vocabulary } = before.document;
  let kept = groups;
  for (let round = 0; round < MOST_ROUNDS && kept.length; round++) {
    const after = read(applyEdits(before.text, kept.flat()), vocabulary);
    const difference = differenceOf(before, after);
    if (!difference) return after;
    // Mostly all hold: parts are looked at one by one only where they don't.
    let left = round ? kept : withoutLocal(before, kept);
    if (left.length === kept.length) left = without(kept, difference.parts, before);
    if (left.length === kept.length) break;
    kept = left;
  }
  return before;
}

/** The groups that don't touch what came to say something else; where none does, what stands beside it. */
function without(groups: readonly Group[], parts: ReadonlySet<number> | 'all', { notice }: Reading): readonly Group[] {
  if (parts === 'all') return groups.filter((group) => group.every(({ part }) => notice.zones[part] === 'plan'));
  const apart = groups.filter((group) => !group.some(({ part }) => parts.has(part)));
  if (apart.length < groups.length) return apart;
  return groups.filter((group) => !group.some(({ part }) => parts.has(part - 1) || parts.has(part + 1)));
}

/** The groups that hold in each part that they touch, read on its own. */
function withoutLocal(before: Reading, groups: readonly Group[]): readonly Group[] {
  const byPart = new Map<number, Share[]>();
  for (const group of groups) {
    let share: Share | undefined;
    // The edits of a group come in the order of the text.
    for (const edit of group) {
      if (share?.edits[0]?.part !== edit.part) {
        share = { group, edits: [] };
        const own = byPart.get(edit.part);
        if (own) own.push(share);
        else byPart.set(edit.part, [share]);
      }
      share!.edits.push(edit);
    }
  }
  const wrong = new Set<Group>();
  for (const [part, own] of byPart) {
    if (holds(before, part, own)) continue;
    const good: Share[] = [];
    for (const [index, share] of own.entries()) {
      if (index < MOST_TRIES && holds(before, part, [...good, share])) good.push(share);
      else wrong.add(share.group);
    }
  }
  return wrong.size ? groups.filter((group) => !wrong.has(group)) : groups;
}

/** What a group does to one part. */
interface Share {
  readonly group: Group;
  readonly edits: PlacedEdit[];
}

/** Whether a part reads the same with edits. */
function holds({ document }: Reading, part: number, shares: readonly Share[]): boolean {
  const { parts, starts, vocabulary } = document;
  const own = parts[part]!;
  const start = starts[part]!;
  const edits = shares
    .flatMap((share) => share.edits)
    .map(({ range, text }) => ({ range: { start: range.start - start, end: range.end - start }, text }));
  const said = readDocument(applyEdits(own.text, edits), vocabulary).parts.filter((each) => each.kind !== 'blank');
  const [only] = said;
  return said.length <= 1 && (only ? signatureOf(only, vocabulary) : '') === signatureOf(own, vocabulary);
}
