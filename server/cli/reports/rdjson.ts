/** Reviewdog's diagnostics, with suggestions. Its columns are bytes of UTF-8. */
import type { Severity } from '../../rules/rule.ts';
import { both, type LocatedFix, type Place, type Run, slashed } from './report.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

export default function rdjson({ files }: Run): string {
  const diagnostics = files.flatMap(({ file, findings }) =>
    findings.map((finding) => ({
      message: both(finding.message),
      location: { path: slashed(file), range: rangeOf(finding) },
      severity: SEVERITIES[finding.severity],
      code: { value: finding.rule },
      suggestions: finding.fixes.flatMap(suggestionOf),
    })),
  );
  return `${JSON.stringify({ source: { name: 'tasknotice' }, diagnostics }, null, 2)}\n`;
}

/** A suggestion is one edit: a fix of several is none. */
function suggestionOf({ edits }: LocatedFix) {
  const [edit, ...more] = edits;
  return edit && !more.length ? [{ range: rangeOf(edit), text: edit.text }] : [];
}

function rangeOf({ line, byteColumn, endLine, endByteColumn }: Place) {
  return { start: { line, column: byteColumn }, end: { line: endLine, column: endByteColumn } };
}
