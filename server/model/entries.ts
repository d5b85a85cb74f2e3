/** Headings and tasks in their places: each under the heading that it stands under. */
import { isFurniture } from '../syntax/joins.ts';
import { levelOrder } from './levels.ts';
import type { Entry, Item, Zone } from './notice.ts';
import { handsDown } from './tasks.ts';

export function placeEntries(
  items: readonly (Item | undefined)[],
  zones: readonly Zone[],
  contexts: readonly number[],
): Entry[] {
  const entries: Entry[] = [];
  const rank = levelOrder(items, contexts);
  let stack: Entry[] = [];
  let context = -1;
  /** Paragraphs since the last heading or task. */
  let paragraphs: number[] = [];
  items.forEach((item, part) => {
    if (!item) return;
    const zone = zones[part]!;
    if (zone === 'head' || zone === 'table' || zone === 'tail') return;
    if (contexts[part] !== context) {
      context = contexts[part]!;
      stack = [];
      paragraphs = [];
    }
    const { number } = item;
    if (!number && (!item.text || !item.bears || zone === 'letter' || isFurniture(item.text))) {
      if (item.text) paragraphs.push(part);
      return;
    }
    if (number) {
      const own = rank(context, number.style);
      while (stack.length && rank(context, stack.at(-1)!.number!.style) >= own) stack.pop();
    }
    // An unnumbered task stands under the nearest heading, not under the task before it.
    const parent = number ? stack.at(-1) : stack.findLast((entry) => !entry.item.bears || handsDown(entry.item));
    const above = number || entries.at(-1) !== parent || !parent ? [] : paragraphs;
    const entry: Entry = {
      part,
      item,
      // One shape for all, and no spreading: ten thousand of these are made at each keystroke.
      number,
      // （一）甲。 then 乙。 and 丙。（牵头单位：…） as paragraphs of their own: the task is what stands below the heading.
      text: above.length ? above.map((before) => items[before]!.text).join('') + item.text : item.text,
      from: above[0] ?? part,
      level: parent ? parent.level + 1 : 0,
      parent,
      children: [],
      zone,
      context,
      task: undefined,
    };
    parent?.children.push(entry);
    entries.push(entry);
    paragraphs = [];
    if (number) stack.push(entry);
  });
  return entries;
}
