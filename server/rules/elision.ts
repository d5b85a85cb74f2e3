/** Lists that say the character of the place once: 县财政局、商务局、税务局. */
import type { Name } from '../model/notice.ts';
import { prefixOf } from '../registry/anatomy.ts';

/** A name of a list, and what it is in full where the list leaves its beginning out. */
export interface Listed {
  readonly name: Name;
  readonly completed?: string;
}

/** How many names of a list say the character of the place although one before them has. */
export function repeatingIn(names: readonly Name[]): number {
  return Math.max(0, names.filter((name) => !name.group && prefixOf(name.base)).length - 1);
}

/**
 * The names of one list. Those without the character of the place that the first one has are completed, unless a later
 * name says it again: then the list leaves nothing out, and a name without it is a slip.
 */
export function asListed(names: readonly Name[]): Listed[] {
  const first = names.findIndex((name) => !name.group && prefixOf(name.base));
  const prefix = first < 0 ? '' : prefixOf(names[first]!.base);
  const again = names.slice(first + 1).some((name) => !name.group && prefixOf(name.base));
  return names.map((name, index) =>
    prefix && !again && index > first && !name.group ? { name, completed: prefix + name.text } : { name },
  );
}
