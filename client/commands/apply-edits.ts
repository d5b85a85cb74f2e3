import * as vscode from 'vscode';
import type { TextEdit } from 'vscode-languageclient/node';
import type { Session } from '../session.ts';

/**
 * Makes the edits that the server answered, as one step that can be undone.
 *
 * @param version the version of the document that was asked about
 * @throws where they can no longer be made, with the reason to tell the user
 */
export async function applyEdits(
  session: Session,
  document: vscode.TextDocument,
  version: number,
  edits: readonly unknown[],
): Promise<void> {
  const client = await session.client();
  const converted = await client.protocol2CodeConverter.asTextEdits(edits as TextEdit[]);
  if (document.version !== version) throw new Error(vscode.l10n.t('it changed meanwhile; please try again'));
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, converted);
  if (!(await vscode.workspace.applyEdit(change))) throw new Error(vscode.l10n.t('the editor refused the change'));
}
