/** Headings and tasks in their places: each under the heading that it stands under. */
import { isFurniture } from '../syntax/joins.ts';
import { levelOrder } from './levels.ts';
import type { Entry, Item, Points, Zone } from './notice.ts';
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
      points: undefined,
      zone,
      context,
      task: undefined,
    };
    parent?.children.push(entry);
    entries.push(entry);
    const row = number && item.bears ? rowOf(entry) : undefined;
    if (row) (entry as { points?: Points }).points = pointsOf(entry, row.parent, entries);
    else if (parent && isLatePoint(entry, parent)) (parent as { points?: Points }).points = withLate(parent, entry);
    paragraphs = [];
    if (number) stack.push(entry);
  });
  return entries;
}

/**
 * The entry that the numbers of its fields count on from: itself, or the one above it of that style. Undefined where
 * they count on their own: （1）牵头单位：… under 1.推进….
 */
export function rowOf(entry: Entry): Entry | undefined {
  // Fields in a bracket or without a number answer for the entry itself.
  const first = entry.item.fields[0]?.number;
  if (!first || first.value === 1) return undefined;
  let above: Entry | undefined = entry;
  while (above && above.number?.style !== first.style) above = above.parent;
  return above?.number && above.number.value <= first.value ? above : undefined;
}

/** The points are the entries under the heading since the last one that answers for anything: each is read once. */
function pointsOf(entry: Entry, under: Entry | undefined, entries: readonly Entry[]): Points {
  let { from, text } = entry;
  for (let at = entries.length - 2; at >= 0; at--) {
    const before = entries[at]!;
    if (before === under || before.item.bears || before.context !== entry.context) break;
    from = before.from;
    text = text ? before.text + between(before.text) + text : before.text;
  }
  return { under, from, text };
}

/** （四）建设内容：… below （一）责任领导：… to （三）牵头单位：… of a heading, which answers for it. */
function isLatePoint({ number, item }: Entry, { item: { fields } }: Entry): boolean {
  const first = fields[0]?.number;
  return (
    first?.value === 1 && !item.bears && number?.style === first.style && number.value > 1 && LABELLED.test(item.text)
  );
}

const LABELLED = /^[\u4e00-\u9fff]{2,8}[：:]/;

function withLate(heading: Entry, { text }: Entry): Points {
  const { points, children, from } = heading;
  return { under: heading, from, text: points ? points.text + between(children.at(-2)!.text) + text : text };
}

/** What closes a text that another one follows. It looks at the last piece alone: there may be any number of them. */
function between(before: string): string {
  return !before || /[。；;！？：:，,、]/.test(before.at(-1)!) ? '' : '；';
}
