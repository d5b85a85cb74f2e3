/** What the suite needs of a test framework: tests in order, a limit of time, a report, waiting for events. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

interface Test {
  readonly title: string;
  readonly body: () => Promise<void>;
}

interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed';
  readonly err?: string;
}

/** For one test, in milliseconds: several times what a slow machine needs. */
const LIMIT = 15_000;
const tests: Test[] = [];

export function test(title: string, body: () => Promise<void>): void {
  tests.push({ title, body });
}

/** Runs the tests; leaves the report beside this file, and where EXT_TEST_RESULT says. Rejects where one failed. */
export async function runAll(): Promise<void> {
  // A host that is killed half-way leaves the rest as not run.
  const outcomes: Outcome[] = tests.map(({ title }) => ({ title, state: 'failed', err: 'was not run' }));
  for (const [i, { title, body }] of tests.entries()) {
    outcomes[i] = await outcomeOf(title, body);
    write(outcomes);
  }
  const failed = outcomes.filter(({ state }) => state === 'failed').length;
  if (failed) throw new Error(`${failed} of ${outcomes.length} tests failed`);
}

function write(outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ state }) => state === 'failed').length;
  const report = { passed: outcomes.length - failed, failed, skipped: 0, tests: outcomes };
  for (const file of [path.join(__dirname, 'result.json'), process.env.EXT_TEST_RESULT]) {
    if (file) writeFileSync(file, JSON.stringify(report, null, 2));
  }
}

async function outcomeOf(title: string, body: () => Promise<void>): Promise<Outcome> {
  try {
    await within(body(), title);
    return { title, state: 'passed' };
  } catch (error) {
    return { title, state: 'failed', err: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function within<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing after ${LIMIT / 1000} s`)), LIMIT);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** Waits for what `look` finds, looking now and after each event. */
export function until<T>(event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    let listener: vscode.Disposable | undefined;
    const check = () => {
      try {
        const found = look();
        if (found === undefined) return;
        listener?.dispose();
        resolve(found);
      } catch (error) {
        listener?.dispose();
        reject(error);
      }
    };
    listener = event(check);
    check();
  });
}

/** Waits until the findings of a document satisfy a condition, and answers them. */
export function findings(
  uri: vscode.Uri,
  satisfied: (all: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const all = vscode.languages.getDiagnostics(uri);
    return satisfied(all) ? all : undefined;
  });
}
