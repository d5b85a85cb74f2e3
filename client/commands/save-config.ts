import * as vscode from 'vscode';
import { SAVE_COMMAND } from '../../server/protocol.ts';
import type { Command } from './command.ts';

/** Saves the configuration that an action changed: the server reads it from the disk. */
export const saveConfig: Command = {
  id: SAVE_COMMAND,
  failed: () => vscode.l10n.t('The configuration was not saved'),
  async run(_, uri) {
    if (typeof uri !== 'string') return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (!(await document.save())) throw new Error(vscode.l10n.t('the editor refused the change'));
  },
};
