import * as vscode from 'vscode';
import { DIFF_REQUEST, type DiffAnswer, type DiffParams } from '../../server/protocol.ts';
import type { Command } from './command.ts';
import { noticeOf } from './notice-of.ts';
import { writeWhole } from './write-whole.ts';

type Type = DiffParams['type'];

/** What a caller may decide beforehand; what it leaves out is asked. */
interface Request {
  readonly uri?: vscode.Uri;
  /** The older notice. */
  readonly with?: vscode.Uri;
  readonly type?: Type;
  /** An existing file there is not replaced. */
  readonly target?: vscode.Uri;
}

/** What changed since another notice, task by task: shown, or written as a table to circulate. */
export const compareNotices: Command = {
  id: 'tasknotice.compare',
  failed: () => vscode.l10n.t('The notices were not compared'),
  async run(session, argument): Promise<vscode.Uri | undefined> {
    const request: Request = argument instanceof vscode.Uri ? { uri: argument } : ((argument as Request) ?? {});
    const notice = await noticeOf(request.uri);
    const older = request.with ?? (await askOlder(notice));
    const type = older && (request.type ?? (await askType()));
    if (!older || !type) return undefined;
    const client = await session.client();
    const bytes = await vscode.workspace.fs.readFile(older);
    const params: DiffParams = {
      uri: client.code2ProtocolConverter.asUri(notice.uri),
      base64: Buffer.from(bytes).toString('base64'),
      name: older.path.split('/').at(-1) ?? '',
      type,
    };
    const answer = await client.sendRequest<DiffAnswer | null>(DIFF_REQUEST, params);
    if (!answer) throw new Error(vscode.l10n.t('no task notice is open'));
    if (answer.refused) throw new Error(answer.refused);
    if (!answer.changes) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No task has changed.'));
      return undefined;
    }
    const content = Buffer.from(answer.base64, 'base64');
    if (type === 'text') {
      const shown = await vscode.workspace.openTextDocument({ content: content.toString(), language: 'plaintext' });
      await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
      return shown.uri;
    }
    const target = request.target ?? (await askFile(notice, type));
    if (target) await writeWhole(target, content, { replace: !request.target });
    return target;
  },
};

async function askOlder(notice: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Compare with which earlier notice?'),
    openLabel: vscode.l10n.t('Compare'),
    filters: {
      [vscode.l10n.t('Notices')]: ['notice', 'txt', 'docx', 'doc', 'wps', 'html', 'pdf', 'xlsx'],
      [vscode.l10n.t('All files')]: ['*'],
    },
    ...(!notice.isUntitled && { defaultUri: vscode.Uri.joinPath(notice.uri, '..') }),
  });
  return chosen?.[0];
}

async function askType(): Promise<Type | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly type: Type })[] = [
    { label: vscode.l10n.t('Show it here'), type: 'text' },
    { label: vscode.l10n.t('Word document'), description: vscode.l10n.t('a table to circulate'), type: 'docx' },
    { label: vscode.l10n.t('page for a browser'), type: 'html' },
  ];
  const title = vscode.l10n.t('What changed');
  return (await vscode.window.showQuickPick(items, { title }))?.type;
}

/** The dialog itself asks before an existing file is replaced. */
function askFile(notice: vscode.TextDocument, type: Type): Thenable<vscode.Uri | undefined> {
  const stem = (notice.uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const folder = notice.isUntitled ? undefined : vscode.Uri.joinPath(notice.uri, '..');
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('What changed'),
    filters: { [type]: [type] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${stem}-变化.${type}`) }),
  });
}
