/**
 * The canonical form of a notice: one way to write its marks, blanks, numbers and field lines. What the notice says
 * stays as it is (`fmt-meaning.ts` says what that is), letters, digits and Han characters stay in place and order, and
 * formatting what is formatted changes nothing. A place that cannot be formatted for certain is left alone.
 */

import type { Notice } from '../model/notice.ts';
import { RULES } from '../rules/index.ts';
import type { TextEdit } from '../rules/rule.ts';
import { suppressionsOf } from '../rules/suppressions.ts';
import { DEFAULT_VOCABULARY, type Vocabulary } from '../syntax/labels.ts';
import { closingEdits, dutyEdits } from './fmt-duties.ts';
import { applyGroups, type Group } from './fmt-groups.ts';
import { joinEdits, lineEdits } from './fmt-lines.ts';
import { markEdits } from './fmt-marks.ts';
import { type Reading, read, substance } from './fmt-meaning.ts';
import { numberEdits } from './fmt-numbers.ts';
import { DEFAULT_FMT, type FmtOptions } from './fmt-options.ts';

export interface Layout extends FmtOptions {
  /** The line end that most lines of the text have. */
  readonly eol: '\n' | '\r\n';
}

/** One change may make room for another; more rounds than this go in a circle. */
const MOST_ROUNDS = 6;

/** A notice in its form. Any text is allowed; linear in its length. */
export function formatNotice(
  text: string,
  options: FmtOptions = DEFAULT_FMT,
  vocabulary: Vocabulary = DEFAULT_VOCABULARY,
): string {
  const layout: Layout = { ...options, eol: lineEnd(text) };
  let reading = read(text, vocabulary);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = reading;
    for (const pass of PASSES) reading = applyGroups(reading, pass(reading, layout));
    // Only what a second run leaves alone is a form; and nothing that says something may be lost on the way.
    if (reading.text === before.text) return substance(text) === substance(reading.text) ? reading.text : text;
  }
  return text;
}

type Pass = (reading: Reading, layout: Layout) => readonly Group[];

const PASSES: readonly Pass[] = [
  (reading) => withoutHeld(joinEdits(reading, unmoved(reading)), reading),
  lineEdits,
  (reading) => withoutHeld(numberEdits(reading), reading),
  (reading) => withoutHeld(markEdits(reading), reading),
  (reading, layout) => withoutHeld(dutyEdits(reading, layout, unmoved(reading)), reading),
  (reading) => withoutHeld(closingEdits(reading), reading),
];

/** The parts whose lines stay lines: a comment stands between them, or one above puts findings of a line aside. */
function unmoved({ notice }: Reading): ReadonlySet<number> {
  const parts = new Set(notice.comments.map(({ part }) => part));
  for (const { kind, covers } of suppressionsOf(notice)) {
    if (kind !== 'line') continue;
    const part = partAt(notice, covers.start);
    parts.add(part);
    parts.add(part + 1);
  }
  return parts;
}

/** Rules that formatting may satisfy. */
const CERTAIN: ReadonlySet<string> = new Set(RULES.filter(({ fix }) => fix === 'safe').map(({ id }) => id));

/** Without edits where the drafter put such a rule aside: what is written there is meant so. */
function withoutHeld(groups: readonly Group[], { notice }: Reading): readonly Group[] {
  const held = new Set<number>();
  let done = 0;
  for (const { kind, rules, covers } of suppressionsOf(notice)) {
    if (kind === 'file' || (rules.length && !rules.some((rule) => CERTAIN.has(rule)))) continue;
    const last = partAt(notice, covers.end);
    for (let part = Math.max(done, partAt(notice, covers.start)); part <= last; part++) held.add(part);
    done = Math.max(done, last);
  }
  return held.size ? groups.filter((group) => !group.some(({ part }) => held.has(part))) : groups;
}

/** The part that an offset stands in. */
function partAt({ starts }: Notice, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

function lineEnd(text: string): Layout['eol'] {
  const all = text.split('\n').length - 1;
  const crlf = text.split('\r\n').length - 1;
  return crlf * 2 > all ? '\r\n' : '\n';
}

/**
 * The edits that make a formatted text of the one that it was made from. Both have the same letters, digits and Han
 * characters in the same order, so that only what stands between them is compared: linear, unlike a search for the
 * shortest difference.
 */
export function formattingEdits(before: string, after: string): TextEdit[] {
  const [a, b] = [words(before), words(after)];
  const edits: TextEdit[] = [];
  let [i, j] = [0, 0];
  let [from, to] = [0, 0];
  const change = (end: number, other: number): void => {
    const [old, now] = [before.slice(from, end), after.slice(to, other)];
    if (old !== now) edits.push(trimmed(from, old, now));
    [from, to] = [end, other];
  };
  while (i < a.length && j < b.length) {
    change(a[i]!.start, b[j]!.start);
    // ⑽ is two digits in the other text.
    let [one, other] = [a[i]!.said, b[j]!.said];
    for (let more = true; one !== other && more; ) {
      more = one.length < other.length ? ++i < a.length : ++j < b.length;
      if (!more) break;
      if (one.length < other.length) one += a[i]!.said;
      else other += b[j]!.said;
    }
    change(a[Math.min(i, a.length - 1)]!.end, b[Math.min(j, b.length - 1)]!.end);
    i++;
    j++;
  }
  change(before.length, after.length);
  return edits;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

/** Each character that says something. */
function words(text: string): Word[] {
  const found: Word[] = [];
  for (const { index, 0: char } of text.matchAll(/[\p{L}\p{N}]/gu))
    found.push({ start: index, end: index + char.length, said: substance(char) });
  return found;
}

function trimmed(start: number, before: string, after: string): TextEdit {
  let same = 0;
  const shorter = Math.min(before.length, after.length);
  while (same < shorter && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < shorter - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    range: { start: start + same, end: start + before.length - tail },
    text: after.slice(same, after.length - tail),
  };
}
