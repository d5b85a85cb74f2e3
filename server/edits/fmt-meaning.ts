/**
 * What must be the same before and after formatting. Two texts mean the same where all that the model reads of them is
 * equal, texts being compared as `plain()` leaves them: without blanks, half and full width alike, one kind of
 * brackets, one kind of quotation marks. Which shape a field has (a line of its own or a bracket) doesn't count.
 */

import { evened } from '../compare/form.ts';
import { meaningOf } from '../model/items.ts';
import type { Duty, Entry, Item, Name, Notice } from '../model/notice.ts';
import { noticeOf } from '../model/read.ts';
import { suppressionsOf } from '../rules/suppressions.ts';
import { type Document, readDocument } from '../syntax/document.ts';
import type { Vocabulary } from '../syntax/labels.ts';
import type { Part } from '../syntax/parts.ts';

/** A text as it is read, document and notice. */
export interface Reading {
  readonly text: string;
  readonly document: Document;
  readonly notice: Notice;
}

export function read(text: string, vocabulary: Vocabulary): Reading {
  const document = readDocument(text, vocabulary);
  return { text, document, notice: noticeOf(document) };
}

/** A text for comparison: what formatting may change is alike in it. */
export function plain(text: string): string {
  return evened(text).replaceAll('。', '.');
}

/** Letters, digits and Han characters, each in one width: what formatting leaves in place and in order. */
export function substance(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

const signatures = new WeakMap<Part, string>();

/** What a part says, for comparison; empty where it says nothing. */
export function signatureOf(part: Part, vocabulary: Vocabulary): string {
  let signature = signatures.get(part);
  if (signature === undefined) {
    signature = sign(part, vocabulary);
    signatures.set(part, signature);
  }
  return signature;
}

function sign(part: Part, vocabulary: Vocabulary): string {
  if (part.kind === 'blank') return '';
  const { item, settings, comments = [] } = meaningOf(part, vocabulary);
  const said = comments.map(({ text, range }) => [text, item ? nextWords(part.text, range.end) : '']);
  if (settings) return JSON.stringify(settings.map(({ key, value }) => [key, value]));
  return JSON.stringify([item ? itemOf(item) : part.kind, said]);
}

/** A comment inside a part stays before the same words. */
function nextWords(text: string, from: number): string {
  return substance(text.slice(from, from + 200).replace(/^[^\S\n]*(?:\/\/|／／).*$/gm, '')).slice(0, 6);
}

function itemOf({ number, text, fields, marker, firstIsLead, bears }: Item): unknown {
  return [
    number ? [number.style, number.value, number.numeral] : 0,
    plain(text),
    marker ?? '',
    [firstIsLead, bears],
    fields.map(({ role, label, value, names, separators, overall }) => [
      role,
      label ? plain(label.text) : '',
      plain(value),
      names.map(nameOf),
      plain(separators.map((separator) => (separator.trim() ? separator : '_')).join('')),
      overall,
    ]),
  ];
}

function nameOf({ text, base, second, alias, annex, group, etc }: Name): unknown {
  return [plain(text), plain(base), second.map(plain), plain(alias ?? ''), annex, group, plain(etc ?? '')];
}

/** The same parts may not be found apart: these two are one where nothing differs. */
export interface Difference {
  /** Parts of the first reading that say something else; all of them where only the whole does. */
  readonly parts: ReadonlySet<number> | 'all';
}

/** Where two readings do not mean the same; undefined where they do. */
export function differenceOf(before: Reading, after: Reading): Difference | undefined {
  const [a, b] = [said(before), said(after)];
  const parts = apart(a, b);
  if (parts.size) return { parts };
  if (wholeOf(before, a) === wholeOf(after, b)) return undefined;
  return { parts: 'all' };
}

interface Said {
  readonly part: number;
  readonly signature: string;
}

function said({ document: { parts, vocabulary } }: Reading): Said[] {
  const found: Said[] = [];
  parts.forEach((each, part) => {
    const signature = signatureOf(each, vocabulary);
    if (signature) found.push({ part, signature });
  });
  return found;
}

/** How far to look for the place where two lists run alike again. */
const AHEAD = 6;

/** The parts of the first list that the second one doesn't have in their place. */
function apart(a: readonly Said[], b: readonly Said[]): Set<number> {
  const parts = new Set<number>();
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]!.signature === b[j]!.signature) {
      i++;
      j++;
      continue;
    }
    const [di, dj] = meeting(a, i, b, j);
    for (let k = i; k < Math.max(i + di, i + 1); k++) parts.add((a[k] ?? a.at(-1))?.part ?? 0);
    i += di;
    j += dj;
  }
  return parts;
}

/** How many to pass over in each list until they are alike, two in a row or at the end. */
function meeting(a: readonly Said[], i: number, b: readonly Said[], j: number): [number, number] {
  for (let sum = 1; sum <= 2 * AHEAD; sum++)
    for (let di = Math.max(0, sum - AHEAD); di <= Math.min(sum, AHEAD); di++) {
      const [x, y] = [i + di, j + sum - di];
      if (x > a.length || y > b.length) continue;
      if (a[x]?.signature === b[y]?.signature && a[x + 1]?.signature === b[y + 1]?.signature) return [di, sum - di];
    }
  return [Math.max(1, Math.min(AHEAD, a.length - i)), Math.min(AHEAD, b.length - j)];
}

const wholes = new WeakMap<Reading, string>();

/** What a notice says beyond its parts, with parts counted as they come. */
function wholeOf(reading: Reading, saying: readonly Said[]): string {
  const whole = wholes.get(reading) ?? signWhole(reading, saying);
  wholes.set(reading, whole);
  return whole;
}

function signWhole({ notice, text }: Reading, saying: readonly Said[]): string {
  const place = new Map(saying.map(({ part }, index) => [part, index]));
  const of = (part: number): number | undefined => place.get(part);
  const { head, annexes, tasks, entries, zones } = notice;
  return JSON.stringify([
    [head.title, head.issuer, head.number].map((element) => plain(element?.text ?? '')),
    head.recipients.map(nameOf),
    head.date ?? '',
    notice.firstIsLead,
    saying.map(({ part }) => zones[part]),
    annexes.map(({ title, part, lists }) => [
      plain(title),
      of(part),
      lists.map((list) => [plain(list.title), of(list.part), list.members.map(nameOf)]),
    ]),
    entries.map((entry) => [of(entry.part), of(entry.from), entry.level, entry.parent && of(entry.parent.part)]),
    tasks.map((task) => [of(task.part), of(task.from), sectionsOf(task.sections, of), dutyOf(task.duty)]),
    suppressionsOf(notice).map(({ kind, covers }) => [
      kind,
      kind === 'line' ? substance(text.slice(covers.start, covers.end)) : '',
    ]),
  ]);
}

function sectionsOf(sections: readonly Entry[], of: (part: number) => number | undefined): unknown {
  return of(sections.at(-1)?.part ?? -1);
}

function dutyOf(duty: Duty): unknown {
  const names = [duty.leaders, duty.leadUnits, duty.supportUnits, duty.units].map((list) =>
    list.map(({ text }) => plain(text)),
  );
  return [names, plain(duty.deadline ?? ''), plain(duty.remark ?? ''), duty.inherited];
}
