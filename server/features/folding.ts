/** Headings fold with what stands below them, tasks with their field lines, the front matter and records as a whole. */
import type { FoldingRange } from 'vscode-languageserver-types';
import { absolute, type Entry } from '../model/notice.ts';
import type { OpenNotice, OpenRegistry } from './workspace.ts';

export function noticeFolds({ notice, lines }: OpenNotice): FoldingRange[] {
  const folds: FoldingRange[] = [];
  const fold = (entry: Entry): number => {
    const { start, end } = absolute(notice, entry.part, { start: 0, end: entry.item.end });
    const startLine = lines.at(start).line;
    let endLine = lines.at(end).line;
    for (const child of entry.children) endLine = Math.max(endLine, fold(child));
    if (endLine > startLine) folds.push({ startLine, endLine });
    return endLine;
  };
  for (const entry of notice.outline) fold(entry);
  const last = notice.settings.at(-1);
  if (last) folds.push({ startLine: 0, endLine: lines.at(last.range.end).line + 1, kind: 'region' });
  return folds.sort((a, b) => a.startLine - b.startLine);
}

export function registryFolds({ registry, lines }: OpenRegistry): FoldingRange[] {
  return registry.records
    .map((record) => ({ startLine: lines.at(record.range.start).line, endLine: lines.at(record.range.end).line }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}
