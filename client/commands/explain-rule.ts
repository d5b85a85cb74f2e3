import * as vscode from 'vscode';
import { EXPLAIN_COMMAND } from '../../server/protocol.ts';
import type { Command } from './command.ts';

const PREVIEW = 'markdown.showPreviewToSide';

/** Opens the page that explains a rule; it came with the extension. */
export const explainRule: Command = {
  id: EXPLAIN_COMMAND,
  failed: () => vscode.l10n.t('The page of the rule cannot be shown'),
  async run(_, rule) {
    const extension = vscode.extensions.getExtension('tasknotice.tasknotice');
    if (!extension || typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) return;
    const page = vscode.Uri.joinPath(extension.extensionUri, 'docs', 'rules', `${rule}.md`);
    const known = await vscode.commands.getCommands(true);
    // VS Code's own Markdown support can be switched off; the page reads well as text, too.
    if (known.includes(PREVIEW)) await vscode.commands.executeCommand(PREVIEW, page);
    else await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  },
};
