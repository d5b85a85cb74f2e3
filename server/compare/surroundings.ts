/** What changed beside the tasks: the head of the notice, and paragraphs. */
import { diffArrays } from 'diff';
import { absolute, type Element, type Notice, type Range } from '../model/notice.ts';
import type { OtherChange } from './change.ts';
import { formOf, withoutReferences } from './form.ts';
import { bareKeyOf, bigramsOf, likeness } from './likeness.ts';
import { headingsOf } from './sections.ts';
import { piecesBetween } from './wording.ts';

export function headChanges(one: Notice, other: Notice): OtherChange[] {
  const changes: OtherChange[] = [];
  const put = (of: OtherChange['of'], before: Element | undefined, after: Element | undefined): void => {
    if (formOf(before?.text ?? '') === formOf(after?.text ?? '')) return;
    changes.push({
      of,
      pieces: piecesBetween(inOneLine(before?.text ?? ''), inOneLine(after?.text ?? '')),
      ...(before && { before: before.range }),
      ...(after && { after: after.range }),
    });
  };
  for (const of of ['title', 'issuer', 'number'] as const) put(of, one.head[of], other.head[of]);
  put('date', dateOf(one), dateOf(other));
  put('recipients', recipientsOf(one), recipientsOf(other));
  return changes;
}

function inOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '');
}

function dateOf({ head: { date, dateRange }, text }: Notice): Element | undefined {
  if (!date || !dateRange) return undefined;
  return { text: text.slice(dateRange.start, dateRange.end).trim(), range: dateRange };
}

function recipientsOf(notice: Notice): Element | undefined {
  const { recipients } = notice.head;
  const [first, last] = [recipients[0], recipients.at(-1)];
  if (!first || !last) return undefined;
  return {
    text: recipients.map(({ text }) => text).join('、'),
    range: { start: first.range.start, end: last.range.end },
  };
}

interface Paragraph {
  readonly text: string;
  readonly key: string;
  readonly range: Range;
}

/** More changes than this, and the old paragraphs stand before the new ones. */
const MOST_EDITS = 400;
/** Paragraphs in each other's place with so much in common are one. */
const ALIKE = 0.4;

/** Paragraphs that are no heading, no task, no table and nothing of the head. */
export function paragraphChanges(one: Notice, other: Notice): OtherChange[] {
  const [a, b] = [paragraphsOf(one), paragraphsOf(other)];
  const changes: OtherChange[] = [];
  let [gone, come]: [Paragraph[], Paragraph[]] = [[], []];
  const close = (): void => {
    changes.push(...paired(gone, come));
    [gone, come] = [[], []];
  };
  const found = diffArrays([...a], [...b], { comparator: (x, y) => x.key === y.key, maxEditLength: MOST_EDITS });
  for (const { added, removed, value } of found ?? [
    { removed: true, added: false, value: [...a] },
    { removed: false, added: true, value: [...b] },
  ]) {
    if (added) come.push(...value);
    else if (removed) gone.push(...value);
    else close();
  }
  close();
  return changes;
}

/** Of what went and what came in one place, those that are alike, in order. */
function paired(gone: readonly Paragraph[], come: readonly Paragraph[]): OtherChange[] {
  const changes: OtherChange[] = [];
  let next = 0;
  for (const before of gone) {
    const own = bigramsOf(bareKeyOf(before.text));
    const at = come.findIndex(
      ({ text }, index) => index >= next && index < next + 5 && likeness(own, bigramsOf(bareKeyOf(text))) >= ALIKE,
    );
    if (at < 0) {
      changes.push({ of: 'paragraph', pieces: piecesBetween(before.text, ''), before: before.range });
      continue;
    }
    for (; next < at; next++) changes.push(addition(come[next]!));
    const after = come[next++]!;
    const pieces = piecesBetween(before.text, after.text);
    changes.push({ of: 'paragraph', pieces, before: before.range, after: after.range });
  }
  for (; next < come.length; next++) changes.push(addition(come[next]!));
  return changes;
}

function addition({ text, range }: Paragraph): OtherChange {
  return { of: 'paragraph', pieces: piecesBetween('', text), after: range };
}

function paragraphsOf(notice: Notice): Paragraph[] {
  const { items, zones, entries, tasks, head } = notice;
  const elsewhere = new Set<number>(entries.map(({ part }) => part));
  for (const { from, part } of tasks) for (let at = from; at <= part; at++) elsewhere.add(at);
  for (const { from, part } of headingsOf(notice)) for (let at = from; at <= part; at++) elsewhere.add(at);
  const ranges = [head.title?.range, head.issuer?.range, head.number?.range, head.dateRange];
  for (const { range } of head.recipients) ranges.push(range);
  const inHead = (range: Range): boolean =>
    ranges.some((taken) => taken !== undefined && taken.start < range.end && range.start < taken.end);
  const found: Paragraph[] = [];
  items.forEach((item, part) => {
    if (!item?.text || elsewhere.has(part) || zones[part] === 'table') return;
    const range = absolute(notice, part, { start: item.textRange.start, end: item.end });
    if (inHead(range)) return;
    found.push({ text: item.text, key: withoutReferences(formOf(item.text)), range });
  });
  return found;
}
