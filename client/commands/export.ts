import * as vscode from 'vscode';
import {
  EXPORT_REQUEST,
  type ExportOffer,
  type ExportParams,
  type ExportResult,
  OFFERS_REQUEST,
} from '../../server/protocol.ts';
import type { Command } from './command.ts';
import { noticeOf } from './notice-of.ts';
import { writeWhole } from './write-whole.ts';

/** What a caller may decide beforehand; what it leaves out is asked. */
interface Request {
  readonly uri?: vscode.Uri;
  /** One of the server's offers, and one of its types of file. */
  readonly document?: string;
  readonly type?: string;
  /** A file; of a document that is many files, their folder. What exists there is not replaced. */
  readonly target?: vscode.Uri;
}

type Choice = Pick<ExportParams, 'document' | 'type' | 'annexTable'>;

/** Writes a document of a notice where the user says. Answers its URI, or undefined where he breaks off. */
export const exportDocument: Command = {
  id: 'tasknotice.export',
  failed: () => vscode.l10n.t('Nothing was exported'),
  async run(session, argument): Promise<vscode.Uri | undefined> {
    const request: Request = argument instanceof vscode.Uri ? { uri: argument } : ((argument as Request) ?? {});
    const notice = await noticeOf(request.uri);
    const client = await session.client();
    const offers = await client.sendRequest<ExportOffer[]>(OFFERS_REQUEST);
    const choice = chosenBy(request) ?? (await askDocument(offers));
    if (!choice) return undefined;
    const params: ExportParams = { uri: client.code2ProtocolConverter.asUri(notice.uri), ...choice };
    const result = await client.sendRequest<ExportResult>(EXPORT_REQUEST, params);
    if (result.refused) throw new Error(result.refused);
    if (result.tasks === 0) throw new Error(vscode.l10n.t('no task of this notice says who is responsible for it'));
    const target = await put(notice, choice.type, result, request.target);
    if (target) void tell(target, result);
    return target;
  },
};

function chosenBy({ document, type }: Request): Choice | undefined {
  return document && type ? { document, type } : undefined;
}

async function askDocument(offers: readonly ExportOffer[]): Promise<Choice | undefined> {
  const about: Readonly<Record<string, string>> = {
    docx: vscode.l10n.t('Word document'),
    xlsx: vscode.l10n.t('Excel workbook'),
    pdf: vscode.l10n.t('PDF, as it prints'),
    html: vscode.l10n.t('page for a browser'),
    csv: vscode.l10n.t('CSV, one row a task'),
    md: vscode.l10n.t('Markdown'),
    json: vscode.l10n.t('JSON, for programs'),
    ics: vscode.l10n.t('calendar file'),
  };
  const items = offers.flatMap(
    ({ id, title, types, annexTable = false }): (vscode.QuickPickItem & Partial<Choice>)[] => [
      { label: lineOf(title), kind: vscode.QuickPickItemKind.Separator },
      ...types.map((type) => ({
        label: `${lineOf(title)} (.${type})`,
        description: about[type] ?? '',
        document: id,
        type,
        annexTable,
      })),
    ],
  );
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export'),
    placeHolder: vscode.l10n.t('Choose a document and a type of file'),
    matchOnDescription: true,
  });
  const { document, type, annexTable = false } = chosen ?? {};
  return document && type ? { document, type, annexTable } : undefined;
}

/** The server says both languages where the interface is not Chinese. */
function lineOf(title: string): string {
  return title.split('\n').at(-1) ?? title;
}

async function put(
  notice: vscode.TextDocument,
  type: string,
  { files, suggestedName }: ExportResult,
  given: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const beside = notice.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(notice.uri, '..');
  const [first] = files;
  if (first && files.length === 1) {
    const target = given ?? (await askFile(beside, type, suggestedName));
    if (target) await writeWhole(target, Buffer.from(first.base64, 'base64'), { replace: !given });
    return target;
  }
  const folder = given ?? (await askFolder(beside, suggestedName));
  if (!folder) return undefined;
  await vscode.workspace.fs.createDirectory(folder);
  const there = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name));
  const taken = files.filter(({ name }) => there.has(name));
  if (taken.length && (given || !(await mayReplace(taken.map(({ name }) => name))))) {
    if (given) throw new Error(vscode.l10n.t('{0} exists already', taken[0]!.name));
    return undefined;
  }
  for (const { name, base64 } of files)
    await writeWhole(vscode.Uri.joinPath(folder, name), Buffer.from(base64, 'base64'), { replace: there.has(name) });
  return folder;
}

/** The dialog itself asks before an existing file is replaced. */
function askFile(folder: vscode.Uri | undefined, type: string, name: string): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export'),
    filters: { [type]: [type] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

async function askFolder(beside: vscode.Uri | undefined, name: string): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose where the folder {0} is put', name),
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Put it here'),
    ...(beside && { defaultUri: beside }),
  });
  return chosen?.[0] && vscode.Uri.joinPath(chosen[0], name);
}

async function mayReplace(names: readonly string[]): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const detail = names.slice(0, 10).join('\n');
  const asked = vscode.l10n.t('{0} files of these names exist already. Replace them?', names.length);
  return (await vscode.window.showWarningMessage(asked, { modal: true, detail }, replace)) === replace;
}

async function tell(target: vscode.Uri, { tasks, files, remarks }: ExportResult): Promise<void> {
  const open = vscode.l10n.t('Open');
  const show = vscode.l10n.t('Show in folder');
  const look = vscode.l10n.t('What was guessed');
  const place = vscode.workspace.asRelativePath(target);
  const several = files.length !== 1;
  const told = several
    ? vscode.l10n.t('{0} files were exported to {1}.', files.length, place)
    : vscode.l10n.t('{0} tasks were exported to {1}.', tasks, place);
  const buttons = [...(several ? [] : [open]), show, ...(remarks.length ? [look] : [])];
  const chosen = await vscode.window.showInformationMessage(told, ...buttons);
  // The desktop opens a Word file with Word. A browser or a remote machine has VS Code's own viewers at most.
  const desktop = vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName && target.scheme === 'file';
  if (chosen === open && desktop) await vscode.env.openExternal(target);
  else if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
  else if (chosen === show) {
    await vscode.commands.executeCommand(desktop ? 'revealFileInOS' : 'revealInExplorer', target);
  } else if (chosen === look) {
    const content = `${remarks.join('\n')}\n`;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language: 'plaintext' }));
  }
}
