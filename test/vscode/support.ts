/** The notice that the tests are about. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings } from './harness.ts';

export const folder = vscode.workspace.workspaceFolders![0]!.uri;
export const at = (name: string) => vscode.Uri.joinPath(folder, name);
export const NUMBERS = at('编号.notice');

/** The rule that a finding comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export const isGap = (finding: vscode.Diagnostic) => ruleOf(finding) === 'numbering-gap';
export const gapIn = (all: readonly vscode.Diagnostic[]) => all.some(isGap);

export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** The notice of the tests, as its file says, with its findings there. */
export async function notice(): Promise<vscode.TextEditor> {
  const editor = await show(NUMBERS);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await findings(NUMBERS, gapIn);
  return editor;
}

export function find(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `${text} stands in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}
