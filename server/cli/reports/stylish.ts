/** For a person: grouped by file, with counts. Chinese first, English below it. */
import type { Severity } from '../../rules/rule.ts';
import { printable, type Run } from './report.ts';

const WORDS: Readonly<Record<Severity, { zh: string; en: string; colour: number }>> = {
  error: { zh: '错误', en: 'error', colour: 31 },
  warning: { zh: '警告', en: 'warning', colour: 33 },
  info: { zh: '提示', en: 'info', colour: 36 },
};

export default function stylish({ files, known, coloured }: Run): string {
  const paint = (code: number, text: string): string => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const out: string[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let fixable = 0;
  let safe = 0;
  for (const { file, findings } of files) {
    if (!findings.length) continue;
    out.push(paint(4, printable(file)));
    for (const { rule, severity, message, fixes, line, column } of findings) {
      counts[severity]++;
      if (fixes.length) fixable++;
      if (fixes.some((fix) => fix.safe)) safe++;
      const place = `${line}:${column}`.padStart(9);
      const { zh, colour } = WORDS[severity];
      out.push(`${paint(2, place)}  ${paint(colour, zh)}  ${printable(message.zh)}  ${paint(2, rule)}`);
      if (message.en) out.push(`${' '.repeat(17)}${paint(2, printable(message.en))}`);
    }
    out.push('');
  }
  const total = counts.error + counts.warning + counts.info;
  if (total) {
    const kinds = (['error', 'warning', 'info'] as const).filter((severity) => counts[severity]);
    const zh = kinds.map((severity) => `${counts[severity]} 个${WORDS[severity].zh}`).join('，');
    const en = kinds
      .map((severity) => `${counts[severity]} ${plural(counts[severity], WORDS[severity].en)}`)
      .join(', ');
    const colour = counts.error ? 31 : counts.warning ? 33 : 36;
    out.push(
      paint(
        colour,
        `共 ${total} 个问题：${zh}${fixable ? `；${fixable} 个有现成的改法${safe ? `，其中 ${safe} 个可用 --fix 直接改` : ''}` : ''}`,
      ),
    );
    out.push(
      paint(
        colour,
        `${total} ${plural(total, 'problem')}: ${en}${fixable ? `; ${fixable} with a fix${safe ? `, ${safe} of them by --fix` : ''}` : ''}`,
      ),
    );
  } else out.push(paint(32, `没有发现问题 No problems found (${files.length} 个文件 ${plural(files.length, 'file')})`));
  if (known)
    out.push(`另有 ${known} 个问题在基线里，没有列出 / ${known} more ${known === 1 ? 'is' : 'are'} in the baseline`);
  return `${out.join('\n')}\n`;
}

function plural(count: number, word: string): string {
  return count === 1 || word === 'info' ? word : `${word}s`;
}
