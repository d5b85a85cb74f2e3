import * as vscode from 'vscode';
import { NOTICE } from '../languages.ts';

/**
 * The notice that a command is about.
 *
 * @param uri as a menu or a caller gives it; the active editor's where it is left out
 * @throws where there is none, with the reason to tell the user
 */
export async function noticeOf(uri?: vscode.Uri): Promise<vscode.TextDocument> {
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (document?.languageId !== NOTICE) throw new Error(vscode.l10n.t('no task notice is open'));
  return document;
}
