import * as vscode from 'vscode';
import { LOCK_REQUEST, type LockResult } from '../../server/protocol.ts';
import { applyEdits } from './apply-edits.ts';
import type { Command } from './command.ts';
import { noticeOf } from './notice-of.ts';

/** Puts the numbers on record in the front matter. Answers how many; undefined where the user breaks off. */
export const lockNumbers: Command = {
  id: 'tasknotice.lockNumbers',
  failed: () => vscode.l10n.t('The numbers were not locked'),
  async run(session, uri) {
    const document = await noticeOf(uri instanceof vscode.Uri ? uri : undefined);
    const client = await session.client();
    const { version } = document;
    const params = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const result = await client.sendRequest<LockResult | null>(LOCK_REQUEST, params);
    if (!result) throw new Error(vscode.l10n.t('no task notice is open'));
    if (!result.numbers) throw new Error(vscode.l10n.t('this notice has no numbers'));
    if (result.before === 'same') {
      void vscode.window.showInformationMessage(vscode.l10n.t('The numbers are locked already.'));
      return result.numbers;
    }
    if (result.before === 'other' && !(await confirmed())) return undefined;
    await applyEdits(session, document, version, result.edits);
    const told = vscode.l10n.t(
      '{0} numbers were locked. To unlock them, delete the lines 编号锁 in the front matter.',
      result.numbers,
    );
    void vscode.window.showInformationMessage(told);
    return result.numbers;
  },
};

async function confirmed(): Promise<boolean> {
  const lock = vscode.l10n.t('Lock as they are now');
  const question = vscode.l10n.t('The numbers are not those that were locked. Lock them as they are now?');
  return (await vscode.window.showWarningMessage(question, { modal: true }, lock)) === lock;
}
