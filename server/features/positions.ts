/** Between offsets of the core and positions of the protocol. */
import type { Range as LspRange } from 'vscode-languageserver-types';
import type { Range } from '../model/notice.ts';
import type { Lines } from '../syntax/lines.ts';

export function toLsp(lines: Lines, range: Range): LspRange {
  return { start: lines.at(range.start), end: lines.at(range.end) };
}
