/** Writes what is found into the baselines, and takes out of them what no longer occurs. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { disk } from '../disk.ts';
import {
  type Baseline,
  type BaselineEntry,
  parseBaseline,
  printBaseline,
  withAdded,
  withoutKnown,
  withoutStale,
} from '../project/baseline.ts';
import { nameOf } from '../project/project.ts';
import { decode } from '../syntax/encoding.ts';
import type { Checked } from './check.ts';
import { Trouble } from './command.ts';
import { writeWhole } from './files.ts';

type Writing = Map<string, readonly BaselineEntry[]>;

/**
 * @param results with all their findings
 * @returns the results without what the baselines know when they are written
 */
export async function writeBaselines(
  results: readonly Checked[],
  { updates, prunes }: { readonly updates: boolean; readonly prunes: boolean },
): Promise<Checked[]> {
  const baselines = new Map<string, Writing>();
  const left: Checked[] = [];
  let added = 0;
  let removed = 0;
  for (const result of results) {
    if (!result.baseline)
      throw new Trouble(
        '没有指定基线文件：请写 --baseline 文件，或在配置里写明“baseline”',
        'no baseline is named: give --baseline FILE, or "baseline" in the configuration',
      );
    const { uri, path } = result.baseline;
    const baseline = baselines.get(uri) ?? new Map(await read(uri));
    baselines.set(uri, baseline);
    const before = baseline.get(path) ?? [];
    const keys = result.findings.map(({ key }) => key);
    const covers = (rule: string): boolean => !result.off.includes(rule);
    const grown = updates ? withAdded(before, keys) : before;
    const { stale } = withoutKnown(keys, keys, grown, covers);
    const entries = prunes ? withoutStale(grown, stale) : grown;
    added += sum(grown) - sum(before);
    removed += sum(grown) - sum(entries);
    baseline.set(path, entries);
    const { left: findings, known } = withoutKnown(result.findings, keys, entries, covers);
    left.push({ ...result, findings, known, stale: prunes ? [] : stale });
  }
  for (const [uri, baseline] of baselines) {
    if (prunes) removed += await dropGone(uri, baseline);
    await writeWhole(fileURLToPath(uri), printBaseline(baseline), true);
  }
  const names = [...baselines.keys()].map(nameOf).join('、');
  process.stderr.write(
    `${names}：记入 ${added} 个问题，清理 ${removed} 个 / ${added} added to the baseline, ${removed} removed\n`,
  );
  return left;
}

/** A baseline that is not there yet is empty; one that cannot be read is not written over. */
async function read(uri: string): Promise<Baseline> {
  const bytes = await disk.read(uri);
  if (!bytes) return new Map();
  const { baseline, problems } = parseBaseline(decode(bytes)?.text ?? '');
  if (problems[0]) {
    const [zh = '', en = ''] = problems[0].split(' / ');
    throw new Trouble(`${nameOf(uri)}：${zh}`, en);
  }
  return baseline;
}

/** Files that are no longer there. */
async function dropGone(uri: string, baseline: Writing): Promise<number> {
  const folder = path.dirname(fileURLToPath(uri));
  let removed = 0;
  for (const [name, entries] of baseline) {
    if (await stat(path.join(folder, name)).catch(() => undefined)) continue;
    removed += sum(entries);
    baseline.delete(name);
  }
  return removed;
}

function sum(entries: readonly BaselineEntry[]): number {
  return entries.reduce((count, entry) => count + entry.count, 0);
}
