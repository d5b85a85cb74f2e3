import * as vscode from 'vscode';
import { OUTLINE_REQUEST, type OutlineNode } from '../../server/protocol.ts';
import type { Command } from './command.ts';
import { noticeOf } from './notice-of.ts';

interface Item extends vscode.QuickPickItem {
  readonly line: number;
}

/**
 * The headings and tasks in a list that typing narrows, by text or by lead unit, and that moves the editor along.
 * A button leads on to VS Code's own outline.
 */
export const showOutline: Command = {
  id: 'tasknotice.showOutline',
  failed: () => vscode.l10n.t('The outline cannot be shown'),
  async run(session, uri) {
    const document = await noticeOf(uri instanceof vscode.Uri ? uri : undefined);
    const client = await session.client();
    const params = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const nodes = await client.sendRequest<OutlineNode[] | null>(OUTLINE_REQUEST, params);
    const items = flatten(nodes ?? []);
    if (items.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This notice has no headings and no tasks yet.'));
      return;
    }
    pick(await vscode.window.showTextDocument(document, { preserveFocus: true }), items);
  },
};

function pick(editor: vscode.TextEditor, items: readonly Item[]): void {
  const before = editor.selection;
  const seen = editor.visibleRanges[0];
  const list = vscode.window.createQuickPick<Item>();
  const view = { iconPath: new vscode.ThemeIcon('list-tree'), tooltip: vscode.l10n.t('Show in the outline view') };
  let chosen = false;
  list.title = vscode.l10n.t('Outline of the notice');
  list.placeholder = vscode.l10n.t('Type words of a task or the name of its lead unit');
  list.matchOnDescription = true;
  list.buttons = [view];
  list.items = items;
  const here = items.findLast((item) => item.line <= before.active.line);
  if (here) list.activeItems = [here];
  list.onDidChangeActive(([item]) => item && reveal(editor, item.line));
  list.onDidAccept(() => {
    chosen = true;
    list.hide();
  });
  list.onDidTriggerButton(() => {
    chosen = true;
    list.hide();
    void vscode.commands.executeCommand('outline.focus');
  });
  list.onDidHide(() => {
    if (!chosen) {
      editor.selection = before;
      if (seen) editor.revealRange(seen, vscode.TextEditorRevealType.AtTop);
    }
    list.dispose();
  });
  list.show();
}

function reveal(editor: vscode.TextEditor, line: number): void {
  const { range } = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1));
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Full-width spaces indent what stands below a heading: they keep their width in any font. */
function flatten(nodes: readonly OutlineNode[], depth = 0): Item[] {
  return nodes.flatMap(({ number, title, kind, leadUnits, line, children }) => [
    {
      label: `${'　'.repeat(depth)}$(${kind === 'task' ? 'circle-small-filled' : 'symbol-namespace'}) ${number ?? ''}${title}`,
      description: leadUnits.join('、'),
      line,
    },
    ...flatten(children, depth + 1),
  ]);
}
