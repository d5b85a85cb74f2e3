/**
 * What a drafter puts aside, and why, in comments that never print:
 *
 *     // 免查 unit-unknown：新设单位，尚未入册        the next line of the notice
 *     // 免查开始 unit-unknown、unit-variant：原因    from here
 *     // 免查结束                                     to here
 *     // 全文免查 leader-missing：原因                the whole file
 *
 * 免查 without a rule is for all rules. Full-width and half-width marks are alike.
 */
import { absolute, type Comment, type Notice, type Range } from '../model/notice.ts';
import type { Finding } from './rule.ts';

export interface Suppression {
  readonly kind: 'line' | 'region' | 'file';
  /** Ids of rules; empty for all. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** Of the comment. */
  readonly range: Range;
  /** What it covers. */
  readonly covers: Range;
  /** Ids of the rules of which it put something aside. */
  readonly used: ReadonlySet<string>;
}

const DIRECTIVE = /^(免查开始|免查结束|全文免查|免查)(?=$|[\s：:a-zA-Z])\s*([a-zA-Z\s、，,-]*)(?:[：:]\s*(.*))?$/;

/** The suppressions of a notice, in the order of the text. */
export function suppressionsOf(notice: Notice): readonly (Suppression & { readonly used: Set<string> })[] {
  const found: (Suppression & { used: Set<string>; covers: { start: number; end: number } })[] = [];
  const open: (typeof found)[number][] = [];
  for (const comment of notice.comments) {
    const match = DIRECTIVE.exec(comment.text);
    if (!match) continue;
    const range = absolute(notice, comment.part, comment.range);
    const rules = match[2]!.split(/[\s、，,]+/).filter(Boolean);
    if (match[1] === '免查结束') {
      const last = open.pop();
      if (last) last.covers.end = range.start;
      continue;
    }
    const kind = match[1] === '免查' ? 'line' : match[1] === '全文免查' ? 'file' : 'region';
    const covers =
      kind === 'line' ? nextLine(notice, comment) : { start: kind === 'file' ? 0 : range.end, end: notice.text.length };
    const suppression = {
      kind,
      rules,
      reason: (match[3] ?? '').trim(),
      range,
      covers,
      used: new Set<string>(),
    } as const;
    found.push(suppression);
    if (kind === 'region') open.push(suppression);
  }
  return found;
}

/** The next line that prints: other comments and blank lines may stand between. */
function nextLine({ text, starts }: Notice, { part, range }: Comment): { start: number; end: number } {
  let start = starts[part]! + range.end;
  for (;;) {
    const line = text.indexOf('\n', start);
    if (line < 0) return { start: text.length, end: text.length };
    start = line + 1;
    const end = text.indexOf('\n', start);
    const content = text.slice(start, end < 0 ? text.length : end);
    if (content.trim() && !/^\s*(?:\/\/|／／)/.test(content)) return { start, end: start + content.length };
  }
}

/** The findings that nothing puts aside. Which suppressions put something aside is noted in them. */
export function withoutSuppressed(
  findings: readonly Finding[],
  suppressions: readonly (Suppression & { readonly used: Set<string> })[],
): readonly Finding[] {
  if (!suppressions.length) return findings;
  return findings.filter(({ rule, range }) => {
    const by = suppressions.filter(
      ({ covers, rules }) =>
        covers.start <= range.start && range.start <= covers.end && (!rules.length || rules.includes(rule)),
    );
    for (const { used } of by) used.add(rule);
    return !by.length;
  });
}
