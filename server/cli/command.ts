/** What a command of the command line is. */
import type { ParseArgsConfig } from 'node:util';
import type { Words } from '../model/words.ts';

export interface Command {
  /** What --help says of it, where there is more to say than a line. */
  readonly help?: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** @returns the exit code */
  run(positionals: readonly string[], values: Values): Promise<number>;
}

export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** The tool could not do its work: one clear sentence, Chinese first, and exit code 2. */
export class Trouble extends Error {
  readonly words: Words;

  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`);
    this.words = { zh, en };
  }
}

/** An option that takes one of a few words. */
export function oneOf<T extends string>(values: Values, option: string, allowed: readonly T[], otherwise?: T): T {
  const value = values[option] ?? otherwise;
  if (typeof value === 'string' && (allowed as readonly string[]).includes(value)) return value as T;
  const list = allowed.join('|');
  throw value === undefined
    ? new Trouble(`缺少 --${option} ${list}`, `--${option} ${list} is missing`)
    : new Trouble(
        `--${option} 不能是“${String(value)}”，只能是 ${list}`,
        `--${option} cannot be "${String(value)}"; it is one of ${list}`,
      );
}

export function text(values: Values, option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}

/** An option that may be given several times. */
export function texts(values: Values, option: string): readonly string[] {
  return [values[option] ?? []].flat().filter((value) => typeof value === 'string');
}

/** An option that takes a whole number. */
export function count(values: Values, option: string, least: number): number | undefined {
  const value = text(values, option);
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
  throw new Trouble(
    `--${option} 应为不小于${least}的整数，不能是“${value}”`,
    `--${option} is a whole number, ${least} or more, not "${value}"`,
  );
}

/** Options that contradict each other. */
export function notBoth(values: Values, one: string, other: string): void {
  if (values[one] !== undefined && values[other] !== undefined)
    throw new Trouble(`--${one} 和 --${other} 不能同时用`, `--${one} and --${other} cannot be used together`);
}

/** The one file that a command works on. */
export function oneFile(positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw new Trouble('请给出一个通知文件', 'a notice file is missing');
  if (more.length)
    throw new Trouble(`只能给出一个文件，多出了“${more[0]}”`, `one file only; "${more[0]}" is one too many`);
  return file;
}
