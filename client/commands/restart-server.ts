import * as vscode from 'vscode';
import type { Command } from './command.ts';

export const restartServer: Command = {
  id: 'tasknotice.restartServer',
  failed: () => vscode.l10n.t('The language server did not start'),
  async run(session) {
    await session.restart();
    vscode.window.setStatusBarMessage(vscode.l10n.t('The task notice server was restarted.'), 5000);
  },
};
