/** Threads that check files. This file is both sides: what asks, and what runs in each thread. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Checker, type CheckOptions } from './check.ts';
import { type Answer, answerOf } from './check-all.ts';
import type { Input } from './inputs.ts';

interface Start {
  /** Some other program may load this file in a thread of its own. */
  readonly tasknotice: 'check';
  readonly options: CheckOptions;
}

/** @returns the answers, in the order of the files */
export async function checkInThreads(
  files: readonly Input[],
  options: CheckOptions,
  threads: number,
  step: (file: string) => void,
): Promise<Answer[]> {
  const answers: Answer[] = new Array(files.length);
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const start: Start = { tasknotice: 'check', options };
      const worker = new Worker(new URL(import.meta.url), { workerData: start });
      let asked = -1;
      const ask = (): void => {
        asked = next++;
        const input = files[asked];
        if (input) {
          step(input.file);
          worker.postMessage(input);
        } else worker.terminate().then(() => resolve(), reject);
      };
      worker.on('message', (answer: Answer) => {
        answers[asked] = answer;
        ask();
      });
      worker.on('error', reject);
      ask();
    });
  await Promise.all(Array.from({ length: threads }, work));
  return answers;
}

if (!isMainThread && (workerData as Start | undefined)?.tasknotice === 'check') {
  const checker = new Checker((workerData as Start).options);
  parentPort!.on('message', async (input: Input) => parentPort!.postMessage(await answerOf(checker, input)));
}
