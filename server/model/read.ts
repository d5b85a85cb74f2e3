/** From a text to what the notice says: the parts in their places. */

import { type Document, readDocument } from '../syntax/document.ts';
import { DEFAULT_VOCABULARY, type Vocabulary } from '../syntax/labels.ts';
import { isNames } from '../syntax/prose.ts';
import { DeadlineReader } from './deadlines.ts';
import { placeEntries } from './entries.ts';
import { readHead } from './head.ts';
import { meaningOf } from './items.ts';
import { readNames } from './names.ts';
import type { Annex, Comment, Item, Name, Notice, Setting, Zone } from './notice.ts';
import { planPeriod } from './plan-period.ts';
import { findRows } from './table-rows.ts';
import { readTables, rowParts } from './tables.ts';
import { readTasks } from './tasks.ts';
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
  const comments: Comment[] = [];
  const items = parts.map((part, index) => {
    const meaning = meaningOf(part, vocabulary);
    if (meaning.settings) settings.push(...meaning.settings);
    if (meaning.comments) for (const comment of meaning.comments) comments.push({ part: index, ...comment });
    return meaning.item;
  });
  const extents = findRows(text, vocabulary);
  const { zones, contexts, planStart, annexes } = readZones(items, rowParts(extents, starts));
  const { head, titlePart, recipientsPart } = readHead({ items, starts, planStart, text });
  for (let part = 0; part <= Math.max(titlePart, recipientsPart); part++)
    if (zones[part] === 'letter') zones[part] = 'head';
  const entries = placeEntries(items, zones, contexts);
  const firstTask = items.findIndex((item, part) => item?.bears && zones[part] !== 'letter');
  const plan = planPeriod({ title: head.title?.text, date: head.date, items, zones, firstTask });
  const deadlines = new DeadlineReader({ plan, date: head.date }, settings);
  const { tasks, firstIsLead } = readTasks(entries, items, deadlines);
  return {
    text,
    settings,
    comments,
    head,
    items,
    starts,
    zones,
    entries,
    outline: entries.filter((entry) => !entry.parent && entry.zone !== 'letter'),
    tasks,
    tables: readTables({ text, extents, zones, starts, vocabulary }),
    annexes: annexes.map((annex) => annexOf(annex, items, zones)),
    ...(plan && { plan }),
    ...(deadlines.default && { deadline: deadlines.default }),
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
    else if (!/(?:名单|名册|[表录])$/.test(item.text) && isNames(item.text.replace(/[。；;]$/, ''))) {
      if (!lists.length) lists.push({ title, members: [], part });
      lists.at(-1)!.members.push(...readNames(item.text, 'unit', (at) => item.textRange.start + at).names);
    } else if (!title && !lists.length) title = item.text;
  }
  return { title, part: annex.part, lists };
}
