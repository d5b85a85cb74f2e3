/** Types into a document as an editor does, and takes the time until the diagnostics of each keystroke are there. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { keystrokes, TYPED } from './edits.mjs';

/** Keystrokes before the measurement: a server that runs for minutes has compiled what it runs. */
const WARM_UP = 20;
/** Between diagnostics and the next keystroke, in milliseconds: a fast typist's pause. */
const PAUSE = 25;
const TIMEOUT = 120_000;

/**
 * @param command of a server over stdio, with its arguments
 * @returns milliseconds: to the first diagnostics after opening, and of each keystroke; and what came last
 */
export async function typeInto(file, command, edits, env) {
  const server = new Server(command, env);
  try {
    const uri = pathToFileURL(file).href;
    const text = readFileSync(file, 'utf8');
    await server.request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(path.dirname(file)).href,
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
      locale: 'zh-cn',
    });
    server.notify('initialized', {});
    let version = 1;
    const document = { uri, languageId: 'tasknotice', version, text };
    const opened = performance.now();
    server.notify('textDocument/didOpen', { textDocument: document });
    await server.diagnostics(uri, version);
    const open = performance.now() - opened;
    const keys = [];
    for (const { line, character, inserts } of keystrokes(text)) {
      await sleep(PAUSE);
      const start = { line, character };
      const end = { line, character: character + (inserts ? 0 : TYPED.length) };
      version++;
      const pressed = performance.now();
      server.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start, end }, text: inserts ? TYPED : '' }],
      });
      await server.diagnostics(uri, version);
      keys.push(performance.now() - pressed);
      if (keys.length >= edits + WARM_UP) break;
    }
    return { open, keys: keys.slice(WARM_UP), diagnostics: server.last.count, bytes: server.last.bytes };
  } finally {
    await server.close();
  }
}

class Server {
  /** The last diagnostics. */
  last = { version: 0, count: 0, bytes: 0 };
  #child;
  #bytes = [];
  #length = 0;
  #id = 0;
  #requests = new Map();
  /** Who waits for diagnostics, and for which version. */
  #waiting;
  #failed;

  constructor([command, ...args], env) {
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
    this.#child.stdout.on('data', (chunk) => this.#take(chunk));
    // What broke the pipe is told by the end of the process.
    this.#child.stdin.on('error', () => undefined);
    this.#failed = new Promise((_, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    this.#failed.catch(() => undefined);
  }

  async request(method, params) {
    const id = ++this.#id;
    const answer = new Promise((resolve) => this.#requests.set(id, resolve));
    this.#send({ id, method, params });
    return this.#inTime(answer, method);
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  diagnostics(uri, version) {
    const there = new Promise((resolve) => {
      this.#waiting = { uri, version, resolve };
    });
    return this.#inTime(there, `diagnostics of version ${version}`);
  }

  async close() {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    if (this.#child.exitCode === null) {
      this.#send({ id: ++this.#id, method: 'shutdown' });
      this.#send({ method: 'exit' });
      if (!(await Promise.race([gone.then(() => true), sleep(2000, false)]))) this.#child.kill();
    }
  }

  async #inTime(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no ${what} within ${TIMEOUT / 1000} s`)), TIMEOUT);
    });
    try {
      return await Promise.race([promise, late, this.#failed]);
    } finally {
      clearTimeout(timer);
    }
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  /** A large message comes in many chunks: they are put together once its last one is there. */
  #take(chunk) {
    this.#bytes.push(chunk);
    this.#length += chunk.length;
    for (;;) {
      const head = this.#bytes[0] ?? Buffer.alloc(0);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) {
        if (this.#bytes.length < 2) return;
        this.#bytes = [Buffer.concat(this.#bytes)];
        continue;
      }
      const length = Number(/Content-Length: (\d+)/i.exec(head.toString('latin1', 0, end))[1]);
      if (this.#length < end + 4 + length) return;
      const whole = this.#bytes.length > 1 ? Buffer.concat(this.#bytes) : head;
      const rest = whole.subarray(end + 4 + length);
      this.#bytes = rest.length ? [rest] : [];
      this.#length = rest.length;
      this.#receive(JSON.parse(whole.toString('utf8', end + 4, end + 4 + length)), length);
    }
  }

  #receive({ id, method, params, result }, bytes) {
    if (id !== undefined && method === undefined) {
      this.#requests.get(id)?.(result);
      this.#requests.delete(id);
    } else if (id !== undefined) this.#send({ id, result: null });
    else if (method === 'textDocument/publishDiagnostics') {
      this.last = { version: params.version, count: params.diagnostics.length, bytes };
      const waiting = this.#waiting;
      if (waiting && params.uri === waiting.uri && params.version === waiting.version) {
        this.#waiting = undefined;
        waiting.resolve();
      }
    }
  }
}
