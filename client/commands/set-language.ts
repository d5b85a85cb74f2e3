import * as vscode from 'vscode';
import { NOTICE } from '../languages.ts';
import type { Command } from './command.ts';

/** Has a text file checked and outlined as a notice, whatever its name. */
export const setLanguage: Command = {
  id: 'tasknotice.setLanguage',
  failed: () => vscode.l10n.t('The file was not made a task notice'),
  async run() {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) throw new Error(vscode.l10n.t('no file is open'));
    await vscode.languages.setTextDocumentLanguage(document, NOTICE);
  },
};
