/** Quick fixes of the rules, and all safe ones of a file at once. */
import { type CodeAction, CodeActionKind, type Range as LspRange, type TextEdit } from 'vscode-languageserver-types';
import type { Finding, Fix } from '../rules/rule.ts';
import { diagnosticOf, type Say } from './diagnostics.ts';
import { toLsp } from './positions.ts';
import type { OpenNotice } from './workspace.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.tasknotice`;

export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL];

export function codeActions(
  open: OpenNotice,
  range: LspRange,
  only: readonly string[] | undefined,
  say: Say,
): CodeAction[] {
  const wants = (kind: string): boolean =>
    !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const start = open.lines.offset(range.start.line, range.start.character);
    const end = open.lines.offset(range.end.line, range.end.character);
    for (const finding of open.findings) {
      if (finding.range.end < start || finding.range.start > end) continue;
      for (const fix of finding.fixes) actions.push(quickFix(open, finding, fix, say));
    }
  }
  if (only && wants(FIX_ALL)) {
    const edits = safeEdits(open.findings);
    if (edits.length) {
      actions.push({
        title: say({ zh: '修改所有确定的问题', en: 'Fix all certain problems' }),
        kind: FIX_ALL,
        edit: { changes: { [open.uri]: edits.map((edit) => lspEdit(open, edit)) } },
      });
    }
  }
  return actions;
}

function quickFix(open: OpenNotice, finding: Finding, fix: Fix, say: Say): CodeAction {
  return {
    title: say(fix.title).split('\n')[0]!,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, open, say)],
    isPreferred: fix.safe,
    edit: { changes: { [open.uri]: fix.edits.map((edit) => lspEdit(open, edit)) } },
  };
}

function lspEdit(open: OpenNotice, edit: Fix['edits'][number]): TextEdit {
  return { range: toLsp(open.lines, edit.range), newText: edit.text };
}

/** The edits of all safe fixes; of two that overlap the first. */
export function safeEdits(findings: readonly Finding[]): Fix['edits'][number][] {
  const taken: Fix['edits'][number][] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find((candidate) => candidate.safe);
    if (!fix) continue;
    const overlaps = fix.edits.some((edit) =>
      taken.some(({ range }) => edit.range.start <= range.end && range.start <= edit.range.end),
    );
    if (!overlaps) taken.push(...fix.edits);
  }
  return taken.sort((a, b) => a.range.start - b.range.start);
}
