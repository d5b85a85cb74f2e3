/** Where in the document a part stands: head, covering letter, plan, annex, a table put down as lines, or the tail. */

import { STYLES } from '../syntax/numbers.ts';
import type { Item, Zone } from './notice.ts';

export interface Zones {
  readonly zones: Zone[];
  /** Numbering starts anew where this changes. */
  readonly contexts: readonly number[];
  readonly planStart: number;
  readonly annexes: readonly { part: number; end: number }[];
}

type Items = readonly (Item | undefined)[];

/** @param tables parts that are rows of a table with one row a line: from the first to the one after the last */
export function readZones(items: Items, tables: readonly { from: number; to: number }[] = []): Zones {
  const zones: Zone[] = new Array(items.length).fill('plan');
  const contexts: number[] = new Array(items.length).fill(1);
  markTables(items, zones);
  for (const { from, to } of tables) zones.fill('table', from, to);
  const annexes = findAnnexes(items);
  const bears = (part: number): boolean => zones[part] !== 'table' && bearing(items[part]);
  const firstTask = items.findIndex((_, part) => bears(part));
  const planStart = findPlanStart(items, firstTask < 0 ? items.length : firstTask, annexes);
  for (let part = 0; part < planStart; part++) {
    if (zones[part] !== 'table') zones[part] = 'letter';
    contexts[part] = 0;
  }
  annexes.forEach((annex, index) => {
    const end = annexes[index + 1]?.part ?? items.length;
    const isPlan = rangeSome(annex.part, end, bears);
    for (let part = annex.part; part < end; part++) {
      contexts[part] = index + 2;
      if (zones[part] !== 'table') zones[part] = isPlan ? 'plan' : 'annex';
    }
  });
  markTail(items, zones, contexts);
  return {
    zones,
    contexts,
    planStart,
    annexes: annexes.map((annex, index) => ({ part: annex.part, end: annexes[index + 1]?.part ?? items.length })),
  };
}

function rangeSome(from: number, to: number, test: (part: number) => boolean): boolean {
  for (let part = from; part < to; part++) if (test(part)) return true;
  return false;
}

/** Who answers for something stands here: names, in a field that is no prose of a letter. */
function bearing(item: Item | undefined): boolean {
  return (
    item !== undefined &&
    (item.number !== undefined || item.text !== '') &&
    item.fields.some((field) => field.names.length > 0 && field.role !== 'deadline' && field.role !== 'remark')
  );
}

/** A table that a page put down one cell a line: 序号 and other column heads, each alone on its line. */
function markTables(items: Items, zones: Zone[]): void {
  for (let part = 0; part < items.length; part++) {
    const item = items[part];
    if (item?.marker !== 'serial') continue;
    let heads = 0;
    let seen = 0;
    for (let next = part + 1; next < items.length && seen < 14; next++) {
      const cell = items[next];
      if (!cell) continue;
      seen++;
      if (cell.marker === 'column') heads++;
    }
    if (heads < 2) continue;
    for (; part < items.length; part++) {
      const cell = items[part];
      if (cell?.marker === 'annex' || cell?.marker === 'copies') break;
      zones[part] = 'table';
    }
  }
}

function findAnnexes(items: Items): { part: number }[] {
  const annexes: { part: number }[] = [];
  for (let part = 0; part < items.length; part++) if (items[part]?.marker === 'annex') annexes.push({ part });
  return annexes;
}

/**
 * The covering letter ends where it is signed, or where its own 一、二、 start anew. A letter that is not signed before
 * the first task passes into the plan at the first number.
 */
function findPlanStart(items: Items, firstTask: number, annexes: readonly { part: number }[]): number {
  const annex = annexes.findLast(({ part }) => part < firstTask)?.part ?? -1;
  let signed = -1;
  let top = Number.POSITIVE_INFINITY;
  for (let part = 0; part < firstTask; part++) {
    const item = items[part];
    if (!item) continue;
    if (item.marker === 'date' && part > 3) signed = part;
    if (item.number) top = Math.min(top, STYLES.indexOf(item.number.style));
  }
  let restart = -1;
  let before = 0;
  let firstNumber = -1;
  for (let part = Math.max(signed, annex) + 1; part <= Math.min(firstTask, items.length - 1); part++) {
    const number = items[part]?.number;
    if (!number) continue;
    if (firstNumber < 0) firstNumber = part;
    if (STYLES.indexOf(number.style) !== top) continue;
    // A lone point is not numbered: 一、一、二、 is one list, and the second 一、 a slip.
    if (number.value === 1 && before > 1) restart = part;
    before = number.value;
  }
  if (restart >= 0) return restart;
  if (signed >= 0 || annex >= 0) return Math.max(signed, annex) + 1;
  return firstNumber >= 0 ? firstNumber : firstTask;
}

/** What follows the last task: signature, date, annex note, copies, the foot of the page. */
function markTail(items: Items, zones: Zone[], contexts: readonly number[]): void {
  for (let part = items.length - 1; part >= 0; part--) {
    const item = items[part];
    if (zones[part] !== 'plan') {
      if (zones[part] === 'letter') return;
      continue;
    }
    if (item && (item.number || bearing(item))) return;
    if (contexts[part] !== undefined) zones[part] = 'tail';
  }
}
