/** Findings as diagnostics. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding, Severity, Words } from '../rules/rule.ts';
import { toLsp } from './positions.ts';
import type { OpenNotice, OpenRegistry } from './workspace.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Sentences in the user's language: Chinese alone where that is Chinese, else with English below it. */
export type Say = (words: Words) => string;

export function sayIn(locale: string | undefined): Say {
  return !locale || /^zh/i.test(locale) ? ({ zh }) => zh : ({ zh, en }) => `${zh}\n${en}`;
}

/** @param pages the folder of the pages that explain the rules */
export function diagnosticsOf(notice: OpenNotice, say: Say, pages?: string): Diagnostic[] {
  return notice.findings.map((finding) => diagnosticOf(finding, notice, say, pages));
}

export function diagnosticOf(finding: Finding, notice: OpenNotice, say: Say, pages?: string): Diagnostic {
  return {
    range: toLsp(notice.lines, finding.range),
    severity: SEVERITIES[finding.severity],
    source: 'tasknotice',
    code: finding.rule,
    ...(pages && { codeDescription: { href: `${pages}${finding.rule}.md` } }),
    message: say(finding.message),
  };
}

export function registryDiagnostics(open: OpenRegistry, say: Say): Diagnostic[] {
  return open.registry.problems.map(({ range, severity, code, message }) => {
    const [zh = message, en = ''] = message.split(' / ');
    return {
      range: toLsp(open.lines, range),
      severity: SEVERITIES[severity],
      source: 'tasknotice',
      code,
      message: say({ zh, en }),
    };
  });
}
