/** The server's process and the connection to it, started when first asked for. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Running } from './language-client.ts';

export class Session {
  readonly #module: string;
  readonly #output: vscode.LogOutputChannel;
  #running: Promise<Running> | undefined;

  /**
   * @param module the server's bundle
   * @param output where the server's log and the causes of failures go
   */
  constructor(module: string, output: vscode.LogOutputChannel) {
    this.#module = module;
    this.#output = output;
  }

  /** The running client. Rejects where the server does not start; the next call tries again. */
  async client(): Promise<LanguageClient> {
    this.#running ??= this.#start().catch((error: unknown) => {
      this.#running = undefined;
      throw error;
    });
    return (await this.#running).client;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.client();
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    // One that did not start needs no stopping, and one that hangs is killed by its client after two seconds.
    await running?.then(
      (started) => started.stop(),
      () => undefined,
    );
  }

  /** Tells the user in one sentence that something failed and why; the whole of it goes to the log. */
  say(failed: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#output.error(failed, error instanceof Error ? (error.stack ?? reason) : reason);
    const show = vscode.l10n.t('Show log');
    void vscode.window.showErrorMessage(vscode.l10n.t('{0}: {1}', failed, reason), show).then((chosen) => {
      if (chosen === show) this.#output.show();
    });
  }

  async #start(): Promise<Running> {
    // Not loaded for a user who never opens a notice.
    const { startClient } = await import('./language-client.ts');
    return startClient(this.#module, this.#output);
  }
}
