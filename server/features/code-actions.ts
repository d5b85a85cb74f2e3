/**
 * What can be done about a finding: mend it, mend all of its kind, put it aside with a reason, change how loudly its
 * rule speaks, read why. And all certain ones of a file at once.
 */
import {
  type CodeAction,
  CodeActionKind,
  type Command,
  type Range as LspRange,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { compatible, inOrder } from '../edits/apply.ts';
import { editsBetween } from '../edits/diff.ts';
import { certainFix, fixAll } from '../edits/fix.ts';
import { suppress } from '../edits/suppress.ts';
import { CONFIG_FILE } from '../project/config.ts';
import { withSeverity } from '../project/config-edit.ts';
import { EXPLAIN_COMMAND, REASON_COMMAND, SAVE_COMMAND } from '../protocol.ts';
import type { Finding, Fix, Severity, TextEdit, Words } from '../rules/rule.ts';
import { diagnosticOf, type Say } from './diagnostics.ts';
import { toLsp } from './positions.ts';
import type { OpenNotice } from './workspace.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.tasknotice`;

export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL];

export interface Asked {
  readonly range: LspRange;
  readonly only?: readonly string[] | undefined;
}

export interface Editor {
  readonly say: Say;
  /** The client has the commands of `protocol.ts`. */
  readonly hasCommands: boolean;
  /** The text of a file, open or not. */
  read(uri: string): Promise<string | undefined>;
}

export async function codeActions(open: OpenNotice, { range, only }: Asked, editor: Editor): Promise<CodeAction[]> {
  const wants = (kind: string): boolean =>
    !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...(await quickFixes(open, range, editor)));
  if (only && wants(FIX_ALL)) {
    const { config, registry, notice } = open;
    const { text } = fixAll(notice.text, {
      registry: registry.value,
      settings: config.value.settings,
      vocabulary: config.value.labels,
    });
    const edits = editsBetween(notice.text, text);
    const title = editor.say({ zh: '修改所有确定的问题', en: 'Fix all certain problems' });
    if (edits.length) actions.push({ title, kind: FIX_ALL, edit: inFile(open, edits) });
  }
  return actions;
}

async function quickFixes(open: OpenNotice, range: LspRange, editor: Editor): Promise<CodeAction[]> {
  const start = open.lines.offset(range.start.line, range.start.character);
  const end = open.lines.offset(range.end.line, range.end.character);
  const here = open.findings.filter((finding) => finding.range.end >= start && finding.range.start <= end);
  if (!here.length) return [];
  const { say } = editor;
  const actions: CodeAction[] = here.flatMap((finding) =>
    finding.fixes.map((fix) => ({
      ...action(open, [finding], say, fix.title, fix.edits),
      isPreferred: fix.safe,
    })),
  );
  const first = onePerRule(here);
  for (const finding of first) actions.push(...allOfRule(open, finding, say));
  for (const finding of first) actions.push(...suppressions(open, finding, editor));
  const inRegion = [...new Set(here.map(({ rule }) => rule))];
  if (range.end.line > range.start.line && here.length > 1) {
    const written = suppress(open.notice, inRegion, 'region', { start, end });
    const title = {
      zh: '在选中的各行免查这些问题（请写明原因）',
      en: 'Suppress these in the selected lines (say why)',
    };
    if (written)
      actions.push(withReason(action(open, here, say, title, written.edits), open, written.reasonAt, editor));
  }
  const config = await configOf(open, editor);
  for (const finding of first) {
    if (config) actions.push(...severities(open, finding, config, editor));
    if (editor.hasCommands) actions.push(explanation(open, finding, say));
  }
  return actions;
}

function onePerRule(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
}

function action(
  open: OpenNotice,
  findings: readonly Finding[],
  say: Say,
  title: Words,
  edits: readonly TextEdit[],
): CodeAction {
  return {
    title: say(title).split('\n')[0]!,
    kind: CodeActionKind.QuickFix,
    diagnostics: findings.map((finding) => diagnosticOf(finding, open, say)),
    edit: inFile(open, edits),
  };
}

/** All findings of a rule that have a certain fix, where there are several. */
function allOfRule(open: OpenNotice, { rule }: Finding, say: Say): CodeAction[] {
  const chosen = compatible(open.findings, (finding) => (finding.rule === rule ? certainFix(finding) : undefined));
  if (chosen.length < 2) return [];
  const title = {
    zh: `修改全文所有这类问题（${chosen.length}处，${rule}）`,
    en: `Fix all ${chosen.length} of this rule (${rule})`,
  };
  const edits = inOrder(chosen.flatMap(({ fix }) => fix.edits));
  return [
    action(
      open,
      chosen.map(({ finding }) => finding),
      say,
      title,
      edits,
    ),
  ];
}

const ASIDE = [
  ['line', { zh: '此处免查', en: 'Suppress here' }],
  ['file', { zh: '全文免查', en: 'Suppress in this file' }],
] as const;

function suppressions(open: OpenNotice, finding: Finding, editor: Editor): CodeAction[] {
  return ASIDE.flatMap(([kind, { zh, en }]) => {
    const written = suppress(open.notice, [finding.rule], kind, finding.range);
    if (!written) return [];
    const title = { zh: `${zh} ${finding.rule}（请写明原因）`, en: `${en}: ${finding.rule} (say why)` };
    return [withReason(action(open, [finding], editor.say, title, written.edits), open, written.reasonAt, editor)];
  });
}

/** Puts the cursor where the reason belongs. */
function withReason(made: CodeAction, open: OpenNotice, offset: number, editor: Editor): CodeAction {
  return editor.hasCommands ? { ...made, command: command(made.title, REASON_COMMAND, open.uri, offset) } : made;
}

const LEVELS: readonly (readonly [Severity | 'off', Words])[] = [
  ['error', { zh: '作为错误', en: 'Report as an error' }],
  ['warning', { zh: '作为警告', en: 'Report as a warning' }],
  ['info', { zh: '作为提示', en: 'Report as a hint' }],
  ['off', { zh: '不再检查', en: 'Do not check' }],
];

interface ConfigText {
  readonly uri: string;
  /** Missing where the file is to be made. */
  readonly text: string | undefined;
}

/** The configuration that holds for a notice, or the one to be made beside it; none beside what has no folder. */
async function configOf(open: OpenNotice, editor: Editor): Promise<ConfigText | undefined> {
  const [found] = open.config.uris;
  if (found) return { uri: found, text: await editor.read(found) };
  if (!open.uri.startsWith('file:') && !open.uri.startsWith('vscode-vfs:')) return undefined;
  return { uri: new URL(CONFIG_FILE, open.uri).href, text: undefined };
}

function severities(open: OpenNotice, finding: Finding, { uri, text }: ConfigText, editor: Editor): CodeAction[] {
  return LEVELS.filter(([severity]) => severity !== finding.severity).map(([severity, { zh, en }]) => {
    const after = withSeverity(text ?? '{}\n', finding.rule, severity);
    const title = editor
      .say({
        zh: `规则 ${finding.rule} 今后${zh}（写入 ${CONFIG_FILE}）`,
        en: `${en}: ${finding.rule} (in ${CONFIG_FILE})`,
      })
      .split('\n')[0]!;
    const start = { line: 0, character: 0 };
    const end = { line: (text ?? '').split('\n').length, character: 0 };
    const edits = [{ range: { start, end: text === undefined ? start : end }, newText: after }];
    const edit: WorkspaceEdit =
      text === undefined
        ? {
            documentChanges: [
              { kind: 'create', uri, options: { ignoreIfExists: true } },
              { textDocument: { uri, version: null }, edits },
            ],
          }
        : { changes: { [uri]: edits } };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, open, editor.say)],
      edit,
      ...(editor.hasCommands && { command: command(title, SAVE_COMMAND, uri) }),
    };
  });
}

function explanation(open: OpenNotice, finding: Finding, say: Say): CodeAction {
  const title = say({ zh: `为什么？说明 ${finding.rule}`, en: `Why? Explain ${finding.rule}` }).split('\n')[0]!;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, open, say)],
    command: command(title, EXPLAIN_COMMAND, finding.rule),
  };
}

function command(title: string, name: string, ...args: unknown[]): Command {
  return { title, command: name, arguments: args };
}

function inFile(open: OpenNotice, edits: readonly Fix['edits'][number][]): WorkspaceEdit {
  const changes: LspTextEdit[] = edits.map(({ range, text }) => ({ range: toLsp(open.lines, range), newText: text }));
  return { changes: { [open.uri]: changes } };
}
