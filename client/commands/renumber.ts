import * as vscode from 'vscode';
import type { TextEdit } from 'vscode-languageclient/node';
import { RENUMBER_REQUEST } from '../../server/protocol.ts';
import type { Command } from './command.ts';
import { noticeOf } from './notice-of.ts';

/** Numbers each level as its scheme says, as one step that can be undone. */
export const renumber: Command = {
  id: 'tasknotice.renumber',
  failed: () => vscode.l10n.t('The notice was not renumbered'),
  async run(session, uri) {
    const document = await noticeOf(uri instanceof vscode.Uri ? uri : undefined);
    const client = await session.client();
    const version = document.version;
    const answer = await client.sendRequest<TextEdit[] | null>(RENUMBER_REQUEST, {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      version,
    });
    const edits = await client.protocol2CodeConverter.asTextEdits(answer);
    if (!edits?.length) {
      void vscode.window.showInformationMessage(vscode.l10n.t('All numbers are already in order.'));
      return 0;
    }
    if (document.version !== version) throw new Error(vscode.l10n.t('it changed meanwhile; please try again'));
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, edits);
    if (!(await vscode.workspace.applyEdit(change))) throw new Error(vscode.l10n.t('the editor refused the change'));
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} numbers were corrected.', edits.length), 5000);
    return edits.length;
  },
};
