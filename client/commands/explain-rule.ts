import * as vscode from 'vscode';
import { EXPLAIN_COMMAND } from '../../server/protocol.ts';
import type { Command } from './command.ts';

/** Opens the page that explains a rule; it came with the extension. */
export const explainRule: Command = {
  id: EXPLAIN_COMMAND,
  failed: () => vscode.l10n.t('The page of the rule cannot be shown'),
  async run(_, rule) {
    const extension = vscode.extensions.getExtension('tasknotice.tasknotice');
    if (!extension || typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) return;
    const page = vscode.Uri.joinPath(extension.extensionUri, 'docs', 'rules', `${rule}.md`);
    await vscode.workspace.fs.stat(page);
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  },
};
