import * as vscode from 'vscode';
import { EXPORT_REQUEST, type ExportParams, type ExportResult } from '../../server/protocol.ts';
import type { Command } from './command.ts';
import { noticeOf } from './notice-of.ts';
import { writeWhole } from './write-whole.ts';

const FORMATS = ['docx', 'xlsx', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** What a caller may decide beforehand; what it leaves out is asked. */
interface Request {
  readonly uri?: vscode.Uri;
  readonly format?: Format;
  /** An existing file there is not replaced. */
  readonly target?: vscode.Uri;
}

/** Writes the official table of a notice where the user says. Answers the file's URI, or undefined where he breaks off. */
export const exportTable: Command = {
  id: 'tasknotice.exportTable',
  failed: () => vscode.l10n.t('The table was not exported'),
  async run(session, argument): Promise<vscode.Uri | undefined> {
    const request: Request = argument instanceof vscode.Uri ? { uri: argument } : ((argument as Request) ?? {});
    const document = await noticeOf(request.uri);
    const format = request.format ?? (await askFormat());
    if (!format) return undefined;
    const client = await session.client();
    const params: ExportParams = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      document: 'table',
      type: format,
    };
    const result = await client.sendRequest<ExportResult>(EXPORT_REQUEST, params);
    if (result.tasks === 0) throw new Error(vscode.l10n.t('no task of this notice says who is responsible for it'));
    const target = request.target ?? (await askPlace(document, format, result.suggestedName));
    if (!target) return undefined;
    await writeWhole(target, Buffer.from(result.files[0]!.base64, 'base64'), { replace: !request.target });
    void tell(target, result.tasks);
    return target;
  },
};

async function askFormat(): Promise<Format | undefined> {
  const about: Record<Format, readonly [label: string, description: string]> = {
    docx: [vscode.l10n.t('Word document'), vscode.l10n.t('the table as it is printed and issued')],
    xlsx: [vscode.l10n.t('Excel workbook'), vscode.l10n.t('the same table, to sort and to fill in')],
    csv: [vscode.l10n.t('CSV table'), vscode.l10n.t('one row a task, for other programs')],
    json: [vscode.l10n.t('JSON data'), vscode.l10n.t('for programs')],
  };
  const items = FORMATS.map((format) => ({
    format,
    label: `${about[format][0]} (.${format})`,
    description: about[format][1],
  }));
  const title = vscode.l10n.t('Export the task table');
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Choose a format'),
    matchOnDescription: true,
  });
  return chosen?.format;
}

/** The dialog itself asks before an existing file is replaced. */
function askPlace(document: vscode.TextDocument, format: Format, name: string): Thenable<vscode.Uri | undefined> {
  const folder = document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(document.uri, '..');
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the task table'),
    filters: { [format]: [format] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

async function tell(target: vscode.Uri, tasks: number): Promise<void> {
  const open = vscode.l10n.t('Open');
  const show = vscode.l10n.t('Show in folder');
  const place = vscode.workspace.asRelativePath(target);
  const told = vscode.l10n.t('The table with {0} tasks was exported to {1}.', tasks, place);
  const chosen = await vscode.window.showInformationMessage(told, open, show);
  // The desktop opens a Word file with Word. A browser or a remote machine has VS Code's own viewers at most.
  const desktop = vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName && target.scheme === 'file';
  if (chosen === open && desktop) await vscode.env.openExternal(target);
  else if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
  else if (chosen === show) {
    await vscode.commands.executeCommand(desktop ? 'revealFileInOS' : 'revealInExplorer', target);
  }
}
