import * as vscode from 'vscode';
import { REASON_COMMAND } from '../../server/protocol.ts';
import type { Command } from './command.ts';

/** Puts the cursor at the end of a suppression that was just written, where its reason belongs. */
export const writeReason: Command = {
  id: REASON_COMMAND,
  failed: () => vscode.l10n.t('The place of the reason was not found'),
  async run(_, uri, offset) {
    if (typeof uri !== 'string' || typeof offset !== 'number') return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const at = document.positionAt(offset);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  },
};
