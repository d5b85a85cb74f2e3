/** Writes the comment that puts a finding aside. The drafter writes the reason. */
import type { Notice, Range } from '../model/notice.ts';
import type { TextEdit } from '../rules/rule.ts';
import type { Suppression } from '../rules/suppressions.ts';

export interface Written {
  readonly edits: readonly TextEdit[];
  /** Where the reason belongs, in the text as it is then. */
  readonly reasonAt: number;
}

/**
 * Puts findings of some rules aside.
 *
 * @param range of the finding; of a region what is selected
 */
export function suppress(
  notice: Notice,
  rules: readonly string[],
  kind: Suppression['kind'],
  range: Range,
): Written | undefined {
  const { text } = notice;
  const front = frontMatterEnd(notice);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const names = rules.join('、');
  // In the front matter a comment is a setting like any other.
  if (range.start < front && kind !== 'file') return undefined;
  if (kind === 'file') return written(front, `// 全文免查 ${names}：`, eol);
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  if (kind === 'line') return written(start, `// 免查 ${names}：`, eol);
  const lineEnd = text.indexOf('\n', Math.max(range.start, range.end - 1));
  const opening = written(start, `// 免查开始 ${names}：`, eol);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  const closing = { range: { start: end, end }, text: lineEnd < 0 ? `${eol}// 免查结束` : `// 免查结束${eol}` };
  return { ...opening, edits: [...opening.edits, closing] };
}

function written(at: number, comment: string, eol: string): Written {
  return { edits: [{ range: { start: at, end: at }, text: comment + eol }], reasonAt: at + comment.length };
}

function frontMatterEnd({ settings, items, starts, text }: Notice): number {
  return settings.length && !items[0] ? (starts[1] ?? text.length) : 0;
}
