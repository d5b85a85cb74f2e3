/** Numbers of entries: as a reader sees them, and whether a number follows from those before it. */
import type { Entry, Notice, NumberLabel, Task } from '../model/notice.ts';

/** Numbers from the outermost heading on, as printed: 二、（一）3. */
export function numberPath(sections: readonly Entry[], own: NumberLabel | undefined): string {
  const numbers = [...sections.map(({ number }) => number), own];
  return numbers.map((number) => number?.text.trim() ?? '').join('');
}

/** The entry of each task. */
export function entriesOfTasks({ entries }: Notice): ReadonlyMap<Task, Entry> {
  const found = new Map<Task, Entry>();
  for (const entry of entries) if (entry.task) found.set(entry.task, entry);
  return found;
}

/**
 * Entries whose number counts on from the one before it of its kind, or begins anew under another heading. Where it did so
 * before and does so after, it changed with what stands before it.
 */
export function inSequence({ entries }: Notice): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    const { number, context, parent } = entry;
    if (!number) continue;
    const key = `${context} ${number.style}`;
    const before = last.get(key);
    last.set(key, entry);
    const goesOn = before !== undefined && number.value === before.number!.value + 1;
    const begins = number.value === 1 && (before === undefined || before.parent !== parent);
    if (goesOn || begins) found.add(entry);
  }
  return found;
}
