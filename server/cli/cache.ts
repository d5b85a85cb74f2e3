/**
 * The files of which there was nothing to say, so that they need not be read again. Drafts are confidential: the cache
 * holds hashes of what was checked and by what, no name of a file and no word of one. A file with findings is not kept.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { RULES } from '../rules/index.ts';
import type { Settings } from '../rules/settings.ts';
import { Trouble } from './command.ts';
import { writeWhole } from './files.ts';

/** By key, how many findings a baseline put aside. */
export type Clean = ReadonlyMap<string, number>;

export const CACHE_FILE = '.tasknotice-cache';

/** A file that starts otherwise is none of ours and is not replaced. */
const MARK = '{"tasknotice-cache":';
/** The oldest go first. */
const MOST = 20_000;

/**
 * Reads a cache. One that is missing, broken or of another build of the tool is empty.
 *
 * @param tool what the findings depend on beside the notice
 */
export async function loadCache(file: string, tool: string): Promise<Clean> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new Trouble(`读不了缓存“${file}”`, `the cache "${file}" cannot be read`);
  });
  if (text && !text.startsWith(MARK))
    throw new Trouble(
      `“${file}”不是缓存文件，不能用作 --cache-location`,
      `"${file}" is no cache; --cache-location must not be it`,
    );
  try {
    const read = JSON.parse(text) as { 'tasknotice-cache': unknown; clean: unknown };
    if (read['tasknotice-cache'] !== tool || !Array.isArray(read.clean)) return new Map();
    const right = read.clean.filter(
      (pair) => Array.isArray(pair) && typeof pair[0] === 'string' && Number.isInteger(pair[1]),
    );
    return new Map(right as [string, number][]);
  } catch {
    return new Map();
  }
}

/** Writes the keys of this run and, after them, those that were known. */
export async function saveCache(file: string, tool: string, before: Clean, now: Clean): Promise<void> {
  const clean = [...new Map([...now, ...before, ...now])].slice(0, MOST);
  if (clean.length === before.size && [...now.keys()].every((key) => before.has(key))) return;
  await writeWhole(file, `${JSON.stringify({ 'tasknotice-cache': tool, clean })}\n`, true);
}

export function hashOf(...parts: readonly (string | Uint8Array | undefined)[]): string {
  const hash = createHash('sha256');
  for (const part of parts)
    hash.update(
      createHash('sha256')
        .update(part ?? '')
        .digest(),
    );
  return hash.digest('hex').slice(0, 40);
}

/** All that the settings say: how loud each rule is, and its options. */
export function settingsKey(settings: Settings): string {
  const of = RULES.map((rule) => [
    rule.id,
    settings.severityOf(rule),
    // A rule may say of one finding that it weighs more or less.
    settings.severityOf(rule, 'info'),
    settings.severityOf(rule, 'error'),
    settings.optionsOf(rule),
  ]);
  return JSON.stringify([settings.preset, of]);
}
