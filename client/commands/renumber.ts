import * as vscode from 'vscode';
import { RENUMBER_REQUEST, type RenumberParams, type RenumberResult } from '../../server/protocol.ts';
import { applyEdits } from './apply-edits.ts';
import type { Command } from './command.ts';
import { noticeOf } from './notice-of.ts';

/** The whole notice; what stands under the heading at the cursor; the level of the number there. */
export const renumber = renumbering('tasknotice.renumber', 'notice');
export const renumberSection = renumbering('tasknotice.renumberSection', 'section');
export const renumberLevel = renumbering('tasknotice.renumberLevel', 'level');

/** Puts numbers in order, references after them. Answers how many numbers changed. */
function renumbering(id: string, scope: NonNullable<RenumberParams['scope']>): Command {
  return {
    id,
    failed: () => vscode.l10n.t('The notice was not renumbered'),
    async run(session, uri) {
      const document = await noticeOf(uri instanceof vscode.Uri ? uri : undefined);
      const client = await session.client();
      const { version } = document;
      const { activeTextEditor, visibleTextEditors } = vscode.window;
      const editor = [activeTextEditor, ...visibleTextEditors].find((candidate) => candidate?.document === document);
      const result = await client.sendRequest<RenumberResult | null>(RENUMBER_REQUEST, {
        uri: client.code2ProtocolConverter.asUri(document.uri),
        scope,
        ...(editor && { position: client.code2ProtocolConverter.asPosition(editor.selection.active) }),
      } satisfies RenumberParams);
      if (!result) throw new Error(vscode.l10n.t('no task notice is open'));
      if (result.refused) throw new Error(result.refused);
      if (result.edits.length) await applyEdits(session, document, version, result.edits);
      tell(result);
      return result.numbers;
    },
  };
}

/** So many references are named in a message. */
const MOST = 4;

function tell({ edits, done, followed, look }: RenumberResult): void {
  const sentences = [done, ...[...look, ...followed].slice(0, MOST)];
  if (look.length + followed.length > MOST) sentences.push('……');
  const message = sentences.join(' ');
  if (look.length) void vscode.window.showWarningMessage(message);
  else if (followed.length || !edits.length) void vscode.window.showInformationMessage(message);
  else vscode.window.setStatusBarMessage(message, 5000);
}
