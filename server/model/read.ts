/** From a text to what the notice says: the parts in their places. */
import { DEFAULT_VOCABULARY, type Vocabulary } from '../syntax/labels.ts';
import { type Document, isFurniture, readDocument } from '../syntax/parts.ts';
import { isNames } from '../syntax/prose.ts';
import { readHead } from './head.ts';
import { meaningOf } from './items.ts';
import { levelOrder } from './levels.ts';
import { readNames } from './names.ts';
import type { Annex, Duty, Entry, Item, Name, Notice, Role, Setting, Task, Zone } from './notice.ts';
import { readZones } from './zones.ts';

export interface ReadOptions {
  /** Labels of the office's own. */
  readonly vocabulary?: Vocabulary;
}

/** Reads a notice. Any text is one; linear in its length. */
export function readNotice(text: string, options: ReadOptions = {}): Notice {
  return noticeOf(readDocument(text, options.vocabulary ?? DEFAULT_VOCABULARY));
}

/** What a document says. After an edit only the parts that changed are read again; putting them in place is cheap. */
export function noticeOf(document: Document): Notice {
  const { parts, starts, text, vocabulary } = document;
  const settings: Setting[] = [];
  const items = parts.map((part) => {
    const meaning = meaningOf(part, vocabulary);
    if (meaning.settings) settings.push(...meaning.settings);
    return meaning.item;
  });
  const { zones, contexts, planStart, annexes } = readZones(items);
  const { head, titlePart, recipientsPart } = readHead({ items, starts, planStart, text });
  for (let part = 0; part <= Math.max(titlePart, recipientsPart); part++)
    if (zones[part] === 'letter') zones[part] = 'head';
  const entries = placeEntries(items, zones, contexts);
  const { tasks, firstIsLead } = readTasks(entries, items);
  return {
    text,
    settings,
    head,
    items,
    starts,
    zones,
    entries,
    outline: entries.filter((entry) => !entry.parent && entry.zone !== 'letter'),
    tasks,
    annexes: annexes.map((annex) => annexOf(annex, items, zones)),
    firstIsLead,
  };
}

/** The annex's title stands before its first number; each number opens a list, as do the title's own names. */
function annexOf(
  annex: { part: number; end: number },
  items: readonly (Item | undefined)[],
  zones: readonly Zone[],
): Annex {
  let title = '';
  const lists: { title: string; members: Name[]; part: number }[] = [];
  for (let part = annex.part + 1; part < annex.end && zones[part] !== 'table'; part++) {
    const item = items[part];
    if (!item) continue;
    if (item.number) lists.push({ title: item.text, members: [], part });
    else if (isNames(item.text.replace(/[。；;]$/, ''))) {
      if (!lists.length) lists.push({ title, members: [], part });
      lists.at(-1)!.members.push(...readNames(item.text, 'unit', (at) => item.textRange.start + at).names);
    } else if (!title && !lists.length) title = item.text;
  }
  return { title, part: annex.part, lists };
}

/** Headings and tasks, each under the heading that it stands under. */
function placeEntries(
  items: readonly (Item | undefined)[],
  zones: readonly Zone[],
  contexts: readonly number[],
): Entry[] {
  const entries: Entry[] = [];
  const rank = levelOrder(items, contexts);
  let stack: Entry[] = [];
  let context = -1;
  items.forEach((item, part) => {
    if (!item) return;
    const zone = zones[part]!;
    if (zone === 'head' || zone === 'table' || zone === 'tail') return;
    if (contexts[part] !== context) {
      context = contexts[part]!;
      stack = [];
    }
    if (!item.number && (!item.text || !item.bears || zone === 'letter' || isFurniture(item.text))) return;
    if (item.number) {
      const own = rank(context, item.number.style);
      while (stack.length && rank(context, stack.at(-1)!.number!.style) >= own) stack.pop();
    }
    // An unnumbered task stands under the nearest heading, not under the task before it.
    const parent = item.number ? stack.at(-1) : stack.findLast((entry) => !entry.item.bears || headingOnly(entry.item));
    const entry: Entry = {
      part,
      item,
      ...(item.number && { number: item.number }),
      level: parent ? parent.level + 1 : 0,
      ...(parent && { parent }),
      children: [],
      zone,
      context,
    };
    parent?.children.push(entry);
    entries.push(entry);
    if (item.number) stack.push(entry);
  });
  return entries;
}

/** What it says holds for the tasks below: 总牵头, or a leader and no unit. */
function headingOnly({ fields, duty }: Item): boolean {
  if (!duty.leadUnits.length && !duty.supportUnits.length && !duty.units.length) {
    return !fields.some(({ role }) => role === 'lead' || role === 'support' || role === 'unit');
  }
  return fields.some((field) => field.overall);
}

function readTasks(
  entries: readonly Entry[],
  items: readonly (Item | undefined)[],
): { tasks: Task[]; firstIsLead: boolean } {
  const ruleFrom = items.findIndex((item) => item?.firstIsLead);
  const hasTaskBelow = new Set<Entry>();
  for (const entry of entries) {
    if (entry.zone === 'letter' || !entry.item.bears) continue;
    for (let above = entry.parent; above && !hasTaskBelow.has(above); above = above.parent) hasTaskBelow.add(above);
  }
  const above = new Map<Entry, readonly Entry[]>();
  const sectionsOf = (entry: Entry | undefined): readonly Entry[] => {
    if (!entry) return NO_SECTIONS;
    let sections = above.get(entry);
    if (!sections) {
      sections = [...sectionsOf(entry.parent), entry];
      above.set(entry, sections);
    }
    return sections;
  };
  const tasks: Task[] = [];
  for (const entry of entries) {
    if (entry.zone === 'letter' || !entry.item.bears) continue;
    if (hasTaskBelow.has(entry) && headingOnly(entry.item)) continue;
    const sections = sectionsOf(entry.parent);
    const task: Task = {
      n: tasks.length + 1,
      part: entry.part,
      item: entry.item,
      ...(entry.number && { number: entry.number }),
      sections,
      text: entry.item.text,
      duty: dutyOf(entry.item, sections, ruleFrom >= 0 && entry.part >= ruleFrom),
    };
    entry.task = task;
    tasks.push(task);
  }
  return { tasks, firstIsLead: ruleFrom >= 0 };
}

const NO_SECTIONS: readonly Entry[] = [];

/** What a task's own fields say, the rule of the notice, and what its headings pass on. */
function dutyOf(item: Item, sections: readonly Entry[], firstIsLead: boolean): Duty {
  let duty = item.duty;
  if (firstIsLead && !duty.leadUnits.length && duty.units.length) {
    const supportUnits = [...duty.units.slice(1), ...duty.supportUnits];
    duty = { ...duty, leadUnits: duty.units.slice(0, 1), supportUnits, units: [] };
  }
  for (let i = sections.length - 1; i >= 0; i--) {
    const above = sections[i]!.item;
    if (above.fields.length && headingOnly(above)) duty = passedOn(duty, above);
  }
  return duty;
}

function passedOn(duty: Duty, { fields, duty: above }: Item): Duty {
  const leaders = !duty.leaders.length && above.leaders.length ? above.leaders : undefined;
  const overall = fields.filter((field) => field.overall && field.role === 'lead').flatMap((field) => field.names);
  const leadUnits = !duty.leadUnits.length && overall.length ? overall : undefined;
  const deadline = duty.deadline === undefined ? above.deadline : undefined;
  const inherited: Role[] = [...duty.inherited];
  if (leaders) inherited.push('leader');
  if (leadUnits) inherited.push('lead');
  if (deadline) inherited.push('deadline');
  return {
    ...duty,
    ...(leaders && { leaders }),
    ...(leadUnits && { leadUnits }),
    ...(deadline && { deadline }),
    inherited,
  };
}
