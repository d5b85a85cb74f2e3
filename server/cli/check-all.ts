/** Checks many files, on one thread or several. Their order is that of the files, whoever is done first. */
import { type Checked, Checker, type CheckOptions } from './check.ts';
import { Trouble } from './command.ts';
import type { Input } from './inputs.ts';
import { Progress } from './progress.ts';

export interface Outcome {
  readonly results: readonly Checked[];
  readonly troubles: readonly Trouble[];
}

/** The result, a trouble, or nothing to say of it. */
export type Answer =
  | { readonly checked: Checked | undefined }
  | { readonly trouble: readonly [zh: string, en: string] };

/** Below this a thread takes longer to start than to do its share. */
const FILES_A_THREAD = 24;
const MOST_THREADS = 8;

export async function checkFiles(files: readonly Input[], options: CheckOptions, jobs?: number): Promise<Outcome> {
  const progress = new Progress(files.length);
  const threads = await threadsFor(files.length, jobs);
  const answers =
    threads > 1
      ? await (await import('./pool.ts')).checkInThreads(files, options, threads, (file) => progress.step(file))
      : await checkHere(files, options, (file) => progress.step(file));
  progress.end();
  const troubles = new Map<string, Trouble>();
  for (const answer of answers) {
    if (!('trouble' in answer)) continue;
    const trouble = new Trouble(...answer.trouble);
    // What ails many is said once.
    troubles.set(trouble.message, trouble);
  }
  const results = answers.flatMap((answer) => ('checked' in answer && answer.checked ? [answer.checked] : []));
  return { results, troubles: [...troubles.values()] };
}

async function threadsFor(files: number, jobs: number | undefined): Promise<number> {
  if (jobs !== undefined) return Math.min(jobs, files);
  const { availableParallelism } = await import('node:os');
  return Math.min(availableParallelism(), Math.floor(files / FILES_A_THREAD), MOST_THREADS);
}

async function checkHere(
  files: readonly Input[],
  options: CheckOptions,
  step: (file: string) => void,
): Promise<Answer[]> {
  const checker = new Checker(options);
  const answers: Answer[] = [];
  for (const input of files) {
    step(input.file);
    answers.push(await answerOf(checker, input));
  }
  return answers;
}

/** One file that cannot be checked does not keep the others from it. */
export async function answerOf(checker: Checker, { file, asked }: Input): Promise<Answer> {
  try {
    return { checked: await checker.file(file, asked) };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { trouble: [error.words.zh, error.words.en] };
  }
}
