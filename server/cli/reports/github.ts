/** Commands of a GitHub workflow: findings appear beside the lines of a change. */
import type { Severity } from '../../rules/rule.ts';
import { both, printable, type Run, slashed } from './report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

export default function github({ files, troubles }: Run): string {
  const lines = files.flatMap(({ file, findings }) =>
    findings.map(({ rule, severity, message, line, column, endLine, endColumn }) => {
      const place =
        line === endLine
          ? { file: slashed(file), line, col: column, endLine, endColumn }
          : // Columns count within one line only.
            { file: slashed(file), line, endLine };
      return command(COMMANDS[severity], { ...place, title: rule }, both(message));
    }),
  );
  return [...lines, ...troubles.map((trouble) => command('error', { title: 'tasknotice' }, both(trouble)))].join('');
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const given = Object.entries(properties).map(
    ([key, value]) => `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${name} ${given.join(',')}::${escaped(message)}\n`;
}

function escaped(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}
