/**
 * What tells a task from all others without its number or its place: what it says and who leads it. A ledger that comes
 * back and a calendar that is sent again know a task by it after it was moved and renumbered.
 */
import type { Name, Notice, Task } from '../model/notice.ts';
import { bareKeyOf } from './likeness.ts';

/**
 * The identities of a notice's tasks, in their order. Marks, blanks and the order of lead units make none. Tasks that
 * say the same under the same lead are told apart by their headings, and then by their order: T…, T…-2, T…-3.
 */
export function identitiesOf({ tasks }: Pick<Notice, 'tasks'>): readonly string[] {
  const identities = tasks.map(identityOf);
  const alike = new Map<string, number[]>();
  identities.forEach((identity, at) => {
    const others = alike.get(identity);
    if (others) others.push(at);
    else alike.set(identity, [at]);
  });
  for (const places of alike.values()) {
    if (places.length === 1) continue;
    const headings = new Map(places.map((at) => [at, headingsOf(tasks[at]!)]));
    places.sort((a, b) => order(headings.get(a)!, headings.get(b)!) || a - b);
    places.forEach((at, nth) => {
      if (nth) identities[at] += `-${nth + 1}`;
    });
  }
  return identities;
}

function identityOf({ text, duty }: Task): string {
  const leading = [duty.leadUnits, duty.units, duty.leaders].find((names) => names.length) ?? [];
  return hash(`${bareKeyOf(text)}\n${leading.map(nameKey).sort(order).join()}`);
}

function nameKey({ text }: Name): string {
  return bareKeyOf(text);
}

function headingsOf({ sections }: Task): string {
  return sections.map(({ item }) => bareKeyOf(item.text)).join('\n');
}

/** By code units: a locale would order them otherwise elsewhere. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LENGTH = 12;

/** 60 bits: among a million tasks, two that differ are one with a chance of one in two million. */
function hash(text: string): string {
  let [one, other] = [0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995);
    other ^= other >>> 15;
  }
  one = mixed(one ^ (other >>> 3));
  other = mixed(other ^ one);
  // A letter first: a sheet takes no text for a number that begins with one.
  let name = 'T';
  for (let at = 0; at < LENGTH; at++) name += LETTERS[((at < LENGTH / 2 ? one : other) >>> ((at % 6) * 5)) & 31];
  return name;
}

function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return bits ^ (bits >>> 16);
}
