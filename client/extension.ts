/**
 * The extension's start: registers commands, recognises notices kept as .txt, and starts the server with the first
 * notice or registry that opens. Until then nothing but this file's own code runs.
 */
import * as vscode from 'vscode';
import { commands } from './commands/index.ts';
import { register } from './commands/register.ts';
import { LANGUAGES } from './languages.ts';
import { pasteAsNotice } from './paste.ts';
import { Session } from './session.ts';
import { recogniseTextFiles } from './text-files.ts';

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel(vscode.l10n.t('Task Notice'), { log: true });
  const started = new Session(context.asAbsolutePath('dist/server.mjs'), output);
  session = started;
  context.subscriptions.push(
    output,
    ...commands.map((command) => register(command, started)),
    ...recogniseTextFiles(),
    pasteAsNotice(started),
    vscode.workspace.onDidOpenTextDocument((document) => startFor(started, document)),
  );
  for (const document of vscode.workspace.textDocuments) startFor(started, document);
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}

function startFor(session: Session, document: vscode.TextDocument): void {
  if (!LANGUAGES.includes(document.languageId)) return;
  session.client().catch((error: unknown) => session.say(vscode.l10n.t('The language server did not start'), error));
}
