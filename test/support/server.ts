/** The real language server over stdio, spoken to as an editor speaks to it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { CLI } from './cli.ts';

export interface Place {
  readonly line: number;
  readonly character: number;
}

export class Editor {
  readonly connection: ProtocolConnection;
  readonly #published = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
  readonly #waiting: (() => void)[] = [];
  readonly #texts = new Map<string, { text: string; version: number }>();

  constructor(connection: ProtocolConnection) {
    this.connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
      this.#published.set(uri, { version, diagnostics });
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  static async start(folder: string, locale = 'zh-cn'): Promise<Editor> {
    const child = spawn(process.execPath, [CLI, 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const editor = new Editor(connection);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {},
      locale,
    });
    await connection.sendNotification('initialized', {});
    onTestFinished(async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await gone;
    });
    return editor;
  }

  /** @returns the URI */
  async open(file: string, text: string, languageId = 'tasknotice'): Promise<string> {
    const uri = pathToFileURL(path.resolve(file)).href;
    await this.openAs(uri, text, languageId);
    return uri;
  }

  async openAs(uri: string, text: string, languageId = 'tasknotice'): Promise<void> {
    this.#texts.set(uri, { text, version: 1 });
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Types into a document: replaces the one place where `from` stands. */
  async type(uri: string, from: string, to: string): Promise<void> {
    const document = this.#texts.get(uri)!;
    const at = document.text.indexOf(from);
    if (at < 0 || document.text.indexOf(from, at + 1) >= 0) throw new Error(`"${from}" does not stand there once`);
    const range = { start: placeAt(document.text, at), end: placeAt(document.text, at + from.length) };
    document.text = document.text.slice(0, at) + to + document.text.slice(at + from.length);
    document.version++;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: [{ range, text: to }],
    });
  }

  /** The diagnostics of the text as it is now. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    for (;;) {
      const last = this.#published.get(uri);
      if (last && last.version === this.#texts.get(uri)?.version) return last.diagnostics;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The next diagnostics that satisfy a test. */
  async until(uri: string, test: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    for (;;) {
      const last = this.#published.get(uri);
      if (last && test(last.diagnostics)) return last.diagnostics;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  text(uri: string): string {
    return this.#texts.get(uri)!.text;
  }

  /** The place of a piece of the text; `offset` characters into it. */
  place(uri: string, piece: string, offset = 0): Place {
    const { text } = this.#texts.get(uri)!;
    const at = text.indexOf(piece);
    if (at < 0) throw new Error(`"${piece}" is not in the text`);
    return placeAt(text, at + offset);
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }
}

export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}
