/** The Language Server Protocol's side of the client. */
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import type { ClientOptions } from '../server/protocol.ts';
import { SELECTOR } from './languages.ts';

/** Files that the server reads beside the open documents. */
const WATCHED = ['**/*.registry', '**/tasknotice.json'];

export interface Running {
  readonly client: LanguageClient;
  /** Ends the server's process as well. */
  stop(): Promise<void>;
}

/** Rejects where the server does not start. */
export async function startClient(module: string, output: vscode.LogOutputChannel): Promise<Running> {
  const watchers = WATCHED.map((glob) => vscode.workspace.createFileSystemWatcher(glob));
  // The client listens to watchers that are given to it, and does not dispose of them.
  const unwatch = () => {
    for (const watcher of watchers) watcher.dispose();
  };
  const client = new LanguageClient(
    'tasknotice',
    vscode.l10n.t('Task Notice'),
    { module, transport: TransportKind.ipc },
    {
      documentSelector: SELECTOR,
      initializationOptions: { commands: true } satisfies ClientOptions,
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
    unwatch();
    throw error;
  }
  return {
    client,
    async stop() {
      unwatch();
      await client.dispose();
    },
  };
}
