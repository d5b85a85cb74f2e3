/** JUnit's XML as Jenkins and GitLab read it: a suite a file, a case a finding. A hint is no failure. */
import { both, type FileFindings, type Located, type Run, slashed } from './report.ts';
import { documentOf, element, escaped } from './xml.ts';

export default function junit({ files, troubles }: Run): string {
  const suites = [...files.map(suiteOf), ...troubles.map(both).map(troubled)];
  const sum = (of: (suite: Suite) => number): number => suites.reduce((total, suite) => total + of(suite), 0);
  const attributes = {
    name: 'tasknotice',
    tests: sum(({ cases }) => cases.length),
    failures: sum(({ failures }) => failures),
    errors: sum(({ errors }) => errors),
  };
  return documentOf([element('testsuites', attributes, `\n${suites.map(printed).join('')}`)]);
}

interface Suite {
  readonly name: string;
  readonly cases: readonly string[];
  readonly failures: number;
  readonly errors: number;
}

function suiteOf({ file, findings }: FileFindings): Suite {
  const classname = slashed(file);
  const cases = findings.length
    ? findings.map((finding) => caseOf(finding, classname))
    : [element('testcase', { classname, name: 'tasknotice', time: 0 })];
  const failures = findings.filter(({ severity }) => severity !== 'info').length;
  return { name: classname, cases, failures, errors: 0 };
}

function caseOf({ rule, severity, message, line, column }: Located, file: string): string {
  const attributes = { classname: file, name: `${rule} ${line}:${column}`, time: 0 };
  const text = escaped(`${file}:${line}:${column}\n${message.zh}${message.en && `\n${message.en}`}`);
  const inside =
    severity === 'info'
      ? element('system-out', {}, text)
      : element('failure', { type: severity, message: both(message) }, text);
  return element('testcase', attributes, inside);
}

function troubled(message: string): Suite {
  const inside = element('error', { type: 'trouble', message });
  return {
    name: 'tasknotice',
    cases: [element('testcase', { classname: 'tasknotice', name: message, time: 0 }, inside)],
    failures: 0,
    errors: 1,
  };
}

function printed({ name, cases, failures, errors }: Suite): string {
  const attributes = { name, tests: cases.length, failures, errors, time: 0 };
  return `  ${element('testsuite', attributes, `\n${cases.map((one) => `    ${one}\n`).join('')}  `)}\n`;
}
