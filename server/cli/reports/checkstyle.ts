/** Checkstyle's XML, which many build servers read. */
import { both, type Run, slashed } from './report.ts';
import { documentOf, element } from './xml.ts';

export default function checkstyle({ files, troubles }: Run): string {
  const troubled = troubles.map((trouble) =>
    file('tasknotice', [element('error', { severity: 'error', message: both(trouble), source: 'tasknotice' })]),
  );
  return documentOf([
    '<checkstyle version="4.3">',
    ...files.map(({ file: name, findings }) =>
      file(
        slashed(name),
        findings.map(({ rule, severity, message, line, column }) =>
          element('error', { line, column, severity, message: both(message), source: `tasknotice.${rule}` }),
        ),
      ),
    ),
    ...troubled,
    '</checkstyle>',
  ]);
}

function file(name: string, errors: readonly string[]): string {
  if (!errors.length) return `  ${element('file', { name })}`;
  return `  ${element('file', { name }, `\n${errors.map((error) => `    ${error}\n`).join('')}  `)}`;
}
