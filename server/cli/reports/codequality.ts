/** GitLab's code quality report. */
import type { Severity } from '../../rules/rule.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { both, type Run, slashed } from './report.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

export default function codequality({ files }: Run): string {
  const issues = files.flatMap((file) => {
    const fingerprints = fingerprintsOf(file);
    return file.findings.map(({ rule, severity, message, line, column, endLine, endColumn }, index) => ({
      type: 'issue',
      check_name: rule,
      description: both(message),
      categories: ['Style'],
      severity: SEVERITIES[severity],
      fingerprint: fingerprints[index],
      location: {
        path: slashed(file.file),
        lines: { begin: line, end: endLine },
        positions: { begin: { line, column }, end: { line: endLine, column: endColumn } },
      },
    }));
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
