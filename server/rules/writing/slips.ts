/**
 * Slips of writing: small places, each with its edit. Few of them are said one by one; many are how the whole document
 * was written or converted, and one finding says so and mends them all.
 */
import { absolute, type Notice, type Range } from '../../model/notice.ts';
import { isNoticeText } from '../marks.ts';
import type { Report, Severity, TextEdit, Words } from '../rule.ts';

export interface Slip {
  /** What to look at. Relative to the part in summaries, absolute afterwards. */
  readonly range: Range;
  /** What mends it; none where a person must decide. */
  readonly edits: readonly TextEdit[];
}

/** More slips of one kind than these are a habit. */
export const FEW = 8;

interface Telling {
  /** What is said of one slip. `found` is the text in its range. */
  each(slip: Slip, found: string): Words;
  /** What is said once of so many slips. */
  all(count: number): Words;
  readonly title: Words;
  readonly safe: boolean;
  /** How loud a habit is, where that is not as loud as a slip. */
  readonly habit?: Severity;
  /** More of them are a habit. */
  readonly few?: number;
}

/** The slips of all parts that are the notice's own text, in their places. */
export function slipsOf(notice: Notice, summaryOf: (part: number) => readonly Slip[] | undefined): Slip[] {
  const slips: Slip[] = [];
  notice.items.forEach((item, part) => {
    const found = summaryOf(part);
    if (!item || !found || !isNoticeText(notice.zones[part]!, item, item.text)) return;
    const place = (range: Range): Range => absolute(notice, part, range);
    for (const { range, edits } of found)
      slips.push({ range: place(range), edits: edits.map((edit) => ({ ...edit, range: place(edit.range) })) });
  });
  return slips;
}

/** Reports slips one by one, or all of them at the first where they are many. */
export function reportSlips(
  notice: Notice,
  slips: readonly Slip[],
  { each, all, title, safe, habit, few = FEW }: Telling,
  report: (report: Report) => void,
): void {
  const many = slips.length > few;
  for (const slip of many ? slips.slice(0, 1) : slips) {
    const edits = many ? slips.flatMap((one) => one.edits) : slip.edits;
    report({
      range: slip.range,
      message: many ? all(slips.length) : each(slip, notice.text.slice(slip.range.start, slip.range.end)),
      ...(many && habit && { severity: habit }),
      ...(edits.length && { fixes: [{ title, safe, edits }] }),
    });
  }
}

/** A slip whose whole range is put otherwise. */
export function replacing(start: number, end: number, text: string): Slip {
  const range = { start, end };
  return { range, edits: [{ range, text }] };
}

/** The summary of a part: undefined where there is nothing to say. */
export function summaryOfSlips(slips: readonly Slip[]): readonly Slip[] | undefined {
  return slips.length ? slips : undefined;
}
