/** For programs of one's own: the files, their findings, and the edits that mend them. */
import { both, type Place, type Run } from './report.ts';

export default function json({ files }: Run): string {
  const all = files.map(({ file, findings }) => ({
    file,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: both(finding.message),
      ...rangeOf(finding),
      fixes: finding.fixes.map(({ title, safe, edits }) => ({
        title: both(title),
        safe,
        edits: edits.map((edit) => ({ ...rangeOf(edit), text: edit.text })),
      })),
    })),
  }));
  return `${JSON.stringify(all, null, 2)}\n`;
}

function rangeOf({ line, column, endLine, endColumn }: Place) {
  return { line, column, endLine, endColumn };
}
