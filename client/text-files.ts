/**
 * Notices kept as .txt, as web pages and colleagues give them. One that is clearly a notice opens as a notice; for
 * one that may be, the status bar offers it; every other text file is left alone, and no server starts for it.
 */
import * as vscode from 'vscode';
import { NOTICE } from './languages.ts';
import { LOOKED_AT, recognise, type Verdict } from './recognise.ts';

/** Looks at text files as they come to view and as they are saved. */
export function recogniseTextFiles(): vscode.Disposable[] {
  const offer = statusItem();
  // What was opened as a notice once and is plain text again was made so by the user.
  const done = new Set<string>();
  const look = () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (!isTextFile(document) || done.has(document.uri.toString()) || verdict(document) !== 'notice') continue;
      if (!vscode.workspace.getConfiguration(NOTICE, document).get('recogniseTextFiles', true)) continue;
      done.add(document.uri.toString());
      void vscode.languages.setTextDocumentLanguage(document, NOTICE);
    }
    const active = vscode.window.activeTextEditor?.document;
    if (active && isPlainText(active) && verdict(active) !== 'none') offer.show();
    else offer.hide();
  };
  look();
  return [
    offer,
    vscode.window.onDidChangeVisibleTextEditors(look),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidOpenTextDocument(look), // also comes with each change of a document's language
    vscode.workspace.onDidSaveTextDocument(look),
  ];
}

function statusItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('tasknotice.setLanguage', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Task Notice');
  item.text = `$(tasklist) ${vscode.l10n.t('Treat as task notice')}`;
  item.tooltip = vscode.l10n.t('This text says who is responsible. Check it and outline it as a task notice.');
  item.command = 'tasknotice.setLanguage';
  return item;
}

function isPlainText(document: vscode.TextDocument): boolean {
  return document.languageId === 'plaintext' && ['file', 'untitled', 'vscode-vfs'].includes(document.uri.scheme);
}

function isTextFile(document: vscode.TextDocument): boolean {
  return isPlainText(document) && !document.isUntitled && document.uri.path.toLowerCase().endsWith('.txt');
}

function verdict(document: vscode.TextDocument): Verdict {
  const end = document.positionAt(LOOKED_AT);
  return recognise(document.getText(new vscode.Range(new vscode.Position(0, 0), end)));
}
