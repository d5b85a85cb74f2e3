/** Where tasks and headings stand, before and after: what was moved, and which number changed of its own. */
import { absolute, type Entry, type Notice, type Range, type Task } from '../model/notice.ts';
import type { Moved, Renumbered, SectionChange } from './change.ts';
import { formOf, withoutReferences } from './form.ts';
import { hashOf } from './gist.ts';
import type { Match } from './match.ts';
import { entriesOfTasks, inSequence, numberPath } from './numbers.ts';
import { outOfOrder, type Placed } from './order.ts';
import { isUnder, pairSections, type SectionPairs } from './sections.ts';
import { piecesBetween } from './wording.ts';

export class Places {
  /** Headings and tasks that go together. */
  readonly pairs: readonly (readonly [Entry, Entry])[];
  readonly sections: readonly SectionChange[];
  /** Numbers that changed with what stands before them. */
  movedUp = 0;
  readonly #one: Notice;
  readonly #other: Notice;
  readonly #sections: SectionPairs;
  readonly #entries: readonly [ReadonlyMap<Task, Entry>, ReadonlyMap<Task, Entry>];
  readonly #inSequence: readonly [ReadonlySet<Entry>, ReadonlySet<Entry>];
  readonly #moved: ReadonlySet<Entry>;

  constructor(one: Notice, other: Notice, matches: readonly Match[]) {
    this.#one = one;
    this.#other = other;
    this.#entries = [entriesOfTasks(one), entriesOfTasks(other)];
    const tasks = matches.map(
      ({ pair }) => [this.entryOf(one.tasks[pair[0]]!)!, this.entryOf(other.tasks[pair[1]]!)!] as const,
    );
    this.#sections = pairSections([one, other], matches, tasks);
    this.pairs = [...this.#sections.toOther];
    this.#inSequence = [inSequence(one), inSequence(other)];
    this.#moved = this.#outOfOrder();
    this.sections = this.#sectionChanges();
  }

  entryOf(task: Task): Entry | undefined {
    return this.#entries[0].get(task) ?? this.#entries[1].get(task);
  }

  moveOf(a: Task, b: Task): Moved | undefined {
    const other = !this.#sameSection(a, b);
    if (!other && !this.#moved.has(this.entryOf(a)!)) return undefined;
    const section = { before: a.sections.at(-1)?.text ?? '', after: b.sections.at(-1)?.text ?? '' };
    return {
      kind: 'moved',
      ...(other && { section }),
      before: entryRange(this.#one, a),
      after: entryRange(this.#other, b),
    };
  }

  /** A number that changed of its own; one that changed with what stands before it is counted. */
  renumberingOf(a: Task, b: Task): Renumbered | undefined {
    const [one, other] = [this.entryOf(a), this.entryOf(b)];
    if (!one || !other || !this.#hasNewNumber(one, other)) return undefined;
    return {
      kind: 'renumbered',
      number: { before: numberPath(a.sections, a.number), after: numberPath(b.sections, b.number) },
      ...(a.number && { before: absolute(this.#one, a.part, a.number.range) }),
      ...(b.number && { after: absolute(this.#other, b.part, b.number.range) }),
    };
  }

  #hasNewNumber(one: Entry, other: Entry): boolean {
    const [before, after] = [one.number, other.number];
    if (before?.value === after?.value && before?.style === after?.style) return false;
    if (!this.#inSequence[0].has(one) || !this.#inSequence[1].has(other)) return true;
    if (before?.value !== after?.value) this.movedUp++;
    return false;
  }

  #sameSection(a: Task, b: Task): boolean {
    const [before, after] = [a.sections.at(-1), b.sections.at(-1)];
    return before ? this.#sections.toOther.get(before) === after : !after;
  }

  /** Of tasks and headings that stand under one heading before and after, those that changed places. */
  #outOfOrder(): Set<Entry> {
    const { toOther, toOne } = this.#sections;
    const [order, then] = [placesOf(this.#one), placesOf(this.#other)];
    const below = new Map<Entry, number>();
    for (const { sections } of this.#one.tasks)
      for (const section of sections) below.set(section, (below.get(section) ?? 0) + 1);
    const groups = new Map<Entry | undefined, (Placed & { entry: Entry })[]>();
    for (const [entry, other] of toOther) {
      if (!isUnder(entry, other, toOther, toOne)) continue;
      const [one, two] = [hashOf(entry.text, 5), hashOf(other.text, 5)];
      const placed = {
        one: order.get(entry)!,
        other: then.get(other)!,
        count: Math.max(1, below.get(entry) ?? 0),
        // The same from either side.
        weight: (one === two ? one : one ^ two) >>> 12,
        entry,
      };
      const group = groups.get(entry.parent);
      if (group) group.push(placed);
      else groups.set(entry.parent, [placed]);
    }
    const moved = new Set<Entry>();
    for (const group of groups.values()) for (const { entry } of outOfOrder(group)) moved.add(entry);
    return moved;
  }

  #sectionChanges(): SectionChange[] {
    const { one, other: others, toOther, toOne } = this.#sections;
    const changes: SectionChange[] = [];
    for (const entry of one) {
      const other = toOther.get(entry);
      if (!other) {
        changes.push({
          kinds: ['deleted'],
          title: { before: printed(entry) },
          pieces: piecesBetween(entry.text, ''),
          before: headingRange(this.#one, entry),
        });
        continue;
      }
      const kinds: SectionChange['kinds'][number][] = [];
      if (this.#moved.has(entry) || !isUnder(entry, other, toOther, toOne)) kinds.push('moved');
      if (isRenamed(entry, other)) kinds.push('renamed');
      if (this.#hasNewNumber(entry, other)) kinds.push('renumbered');
      if (!kinds.length) continue;
      changes.push({
        kinds,
        title: { before: printed(entry), after: printed(other) },
        pieces: piecesBetween(entry.text, other.text),
        before: headingRange(this.#one, entry),
        after: headingRange(this.#other, other),
      });
    }
    for (const entry of others) {
      if (toOne.has(entry)) continue;
      changes.push({
        kinds: ['added'],
        title: { after: printed(entry) },
        pieces: piecesBetween('', entry.text),
        after: headingRange(this.#other, entry),
      });
    }
    return changes;
  }
}

function placesOf({ entries }: Notice): Map<Entry, number> {
  return new Map(entries.map((entry, index) => [entry, index]));
}

function isRenamed({ text }: Entry, { text: other }: Entry): boolean {
  const [one, two] = [formOf(text), formOf(other)];
  return one !== two && withoutReferences(one) !== withoutReferences(two);
}

function printed({ number, text }: Entry): string {
  return `${number?.text.trim() ?? ''}${text}`;
}

function headingRange(notice: Notice, { part, item }: Entry): Range {
  return absolute(notice, part, { start: item.number?.range.start ?? item.textRange.start, end: item.textRange.end });
}

function entryRange(notice: Notice, { part, item }: Task): Range {
  return absolute(notice, part, { start: item.number?.range.start ?? item.textRange.start, end: item.textRange.end });
}
