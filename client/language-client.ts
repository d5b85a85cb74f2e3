/** The Language Server Protocol's side of the client. */
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import { SELECTOR } from './languages.ts';

/** Files that the server reads beside the open documents. */
const WATCHED = ['**/*.registry', '**/tasknotice.json'];

export async function startClient(module: string, output: vscode.LogOutputChannel): Promise<LanguageClient> {
  const watchers = WATCHED.map((glob) => vscode.workspace.createFileSystemWatcher(glob));
  const client = new LanguageClient(
    'tasknotice',
    vscode.l10n.t('Task Notice'),
    { module, transport: TransportKind.ipc },
    {
      documentSelector: SELECTOR,
      synchronize: { fileEvents: watchers },
      outputChannel: output,
      // A log that opens itself takes the drafter's eyes off the notice; errors are said in a message.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
    },
  );
  try {
    await client.start();
  } catch (error) {
    for (const watcher of watchers) watcher.dispose();
    throw error;
  }
  return client;
}
