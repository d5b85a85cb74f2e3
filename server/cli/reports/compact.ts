/** A line each, as compilers print them: file:line:column: severity: message [rule]. */
import { both, printable, type Run, slashed } from './report.ts';

export default function compact({ files }: Run): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map(({ rule, severity, message, line, column }) =>
        printable(`${slashed(file)}:${line}:${column}: ${severity}: ${both(message)} [${rule}]`),
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}
