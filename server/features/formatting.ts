/** Formatting: a whole notice, or the lines of a selection. */
import type { TextEdit as LspEdit, Range as LspRange } from 'vscode-languageserver-types';
import { applyEdits } from '../edits/apply.ts';
import { formatNotice, formattingEdits } from '../edits/fmt.ts';
import { differenceOf, read } from '../edits/fmt-meaning.ts';
import type { Range } from '../model/notice.ts';
import { toLsp } from './positions.ts';
import type { OpenNotice } from './workspace.ts';

/**
 * The edits that bring a notice to its form; of a selection those in its lines, where they mean the same by
 * themselves. The configuration says which form; an editor's tab width means nothing here.
 */
export function formatting({ text, lines, config }: OpenNotice, selected?: LspRange): LspEdit[] {
  const { fmt, labels } = config.value;
  const all = formattingEdits(text, formatNotice(text, fmt, labels));
  if (!selected) return all.map(({ range, text: newText }) => ({ range: toLsp(lines, range), newText }));
  const end =
    selected.end.character || selected.end.line === selected.start.line ? selected.end.line + 1 : selected.end.line;
  const within: Range = {
    start: lines.offset(selected.start.line, 0),
    end: end < lines.count ? lines.offset(end, 0) : text.length,
  };
  const edits = all.filter(({ range }) => within.start <= range.start && range.end <= within.end);
  if (differenceOf(read(text, labels), read(applyEdits(text, edits), labels))) return [];
  return edits.map(({ range, text: newText }) => ({ range: toLsp(lines, range), newText }));
}
