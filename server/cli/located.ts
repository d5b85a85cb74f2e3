/** Findings from offsets to places: lines and columns from 1. */
import type { Range } from '../model/notice.ts';
import { keysOf } from '../project/baseline.ts';
import type { Finding } from '../rules/rule.ts';
import { Lines } from '../syntax/lines.ts';
import type { Located, Place } from './reports/report.ts';

/** @param starts offsets of the text's parts; empty where it has none */
export function located(text: string, findings: readonly Finding[], starts: ArrayLike<number> = []): Located[] {
  if (!findings.length) return [];
  const lines = new Lines(text);
  const keys = keysOf(findings, text, starts);
  return findings.map(({ rule, severity, message, range, fixes }, index) => ({
    rule,
    severity,
    message,
    ...placeOf(text, lines, range),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ ...placeOf(text, lines, edit.range), text: edit.text })),
    })),
    key: keys[index]!,
  }));
}

function placeOf(text: string, lines: Lines, range: Range): Place {
  const start = lines.at(range.start);
  const end = lines.at(range.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    byteColumn: Buffer.byteLength(text.slice(range.start - start.character, range.start)) + 1,
    endByteColumn: Buffer.byteLength(text.slice(range.end - end.character, range.end)) + 1,
  };
}
