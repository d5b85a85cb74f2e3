import * as vscode from 'vscode';
import { IMPORT_REQUEST, type ImportAnswer, type ImportParams } from '../../server/protocol.ts';
import { NOTICE } from '../languages.ts';
import type { Session } from '../session.ts';
import type { Command } from './command.ts';

/** What can be imported, as the dialog groups it. */
const EXTENSIONS = ['docx', 'doc', 'wps', 'xlsx', 'csv', 'pdf', 'html', 'htm', 'mht', 'mhtml', 'txt', 'md'];

/** A published document becomes a notice in a new editor; nothing is written. Answers its document. */
export const importDocument: Command = {
  id: 'tasknotice.import',
  failed: () => vscode.l10n.t('Nothing was imported'),
  async run(session, argument): Promise<vscode.TextDocument | undefined> {
    const source = argument instanceof vscode.Uri ? argument : await askFile();
    if (!source) return undefined;
    const bytes = await vscode.workspace.fs.readFile(source);
    const name = source.path.split('/').at(-1) ?? '';
    return open(session, name, await importBytes(session, { name, base64: Buffer.from(bytes).toString('base64') }));
  },
};

/** @throws with the reason where it can't be read */
export async function importBytes(session: Session, params: ImportParams): Promise<ImportAnswer> {
  const client = await session.client();
  const answer = await client.sendRequest<ImportAnswer>(IMPORT_REQUEST, params);
  if (answer.refused) throw new Error(answer.refused);
  return answer;
}

async function open(session: Session, name: string, answer: ImportAnswer): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: NOTICE, content: answer.text });
  await vscode.window.showTextDocument(document, { preview: false });
  void tell(session, name, answer);
  return document;
}

async function tell(session: Session, name: string, { tasks, doubts, report }: ImportAnswer): Promise<void> {
  const look = vscode.l10n.t('What was changed');
  const told = doubts
    ? vscode.l10n.t('{0} tasks were imported from {1}; {2} places to look at.', tasks, name, doubts)
    : vscode.l10n.t('{0} tasks were imported from {1}.', tasks, name);
  const show = doubts ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  try {
    if ((await show(told, ...(report ? [look] : []))) !== look) return;
    const document = await vscode.workspace.openTextDocument({ content: report, language: 'plaintext' });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  } catch (error) {
    session.say(vscode.l10n.t('The report cannot be shown'), error);
  }
}

async function askFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import a published document'),
    openLabel: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Documents')]: EXTENSIONS, [vscode.l10n.t('All files')]: ['*'] },
  });
  return chosen?.[0];
}
