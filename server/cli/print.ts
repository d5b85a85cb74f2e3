/** Findings as text: for a person, and as JSON for a program. */
import type { Finding, Severity, Words } from '../rules/rule.ts';
import { Lines } from '../syntax/lines.ts';

/** A finding where a person looks for it: lines and columns from 1, columns in UTF-16 units. */
export interface Located {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Words;
  readonly fixable: boolean;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FileFindings {
  readonly file: string;
  readonly findings: readonly Located[];
}

export function located(text: string, findings: readonly Finding[]): Located[] {
  const lines = new Lines(text);
  return findings.map(({ rule, severity, message, range, fixes }) => {
    const start = lines.at(range.start);
    const end = lines.at(range.end);
    return {
      rule,
      severity,
      message,
      fixable: fixes.length > 0,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  });
}

export function json(results: readonly FileFindings[]): string {
  const files = results.map(({ file, findings }) => ({
    file,
    findings: findings.map(({ rule, severity, message, line, column, endLine, endColumn }) => {
      const both = message.en ? `${message.zh} / ${message.en}` : message.zh;
      return { rule, severity, message: both, line, column, endLine, endColumn };
    }),
  }));
  return `${JSON.stringify(files, null, 2)}\n`;
}

const WORDS: Readonly<Record<Severity, { zh: string; en: string; colour: number }>> = {
  error: { zh: '错误', en: 'error', colour: 31 },
  warning: { zh: '警告', en: 'warning', colour: 33 },
  info: { zh: '提示', en: 'info', colour: 36 },
};

/** Grouped by file, with counts. Chinese first, English below it. */
export function stylish(results: readonly FileFindings[], coloured: boolean): string {
  const paint = (code: number, text: string): string => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const out: string[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let fixable = 0;
  for (const { file, findings } of results) {
    if (!findings.length) continue;
    out.push(paint(4, file));
    for (const { rule, severity, message, fixable: mendable, line, column } of findings) {
      counts[severity]++;
      if (mendable) fixable++;
      const place = `${line}:${column}`.padStart(9);
      out.push(
        `${paint(2, place)}  ${paint(WORDS[severity].colour, WORDS[severity].zh)}  ${message.zh}  ${paint(2, rule)}`,
      );
      if (message.en) out.push(`${' '.repeat(17)}${paint(2, message.en)}`);
    }
    out.push('');
  }
  const total = counts.error + counts.warning + counts.info;
  if (!total)
    return `没有发现问题 No problems found (${results.length} 个文件 ${results.length === 1 ? 'file' : 'files'})\n`;
  const kinds = (['error', 'warning', 'info'] as const).filter((severity) => counts[severity]);
  const zh = kinds.map((severity) => `${counts[severity]} 个${WORDS[severity].zh}`).join('，');
  const en = kinds.map((severity) => `${counts[severity]} ${WORDS[severity].en}`).join(', ');
  out.push(`共 ${total} 个问题：${zh}${fixable ? `；${fixable} 个可在编辑器中快速修改` : ''}`);
  out.push(
    `${total} ${total === 1 ? 'problem' : 'problems'}: ${en}${fixable ? `; ${fixable} with a quick fix in the editor` : ''}`,
  );
  return `${out.join('\n')}\n`;
}
