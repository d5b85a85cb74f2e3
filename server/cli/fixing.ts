/** What --fix made of the notices: written in their places, or shown as a diff. */
import { unifiedDiff } from '../edits/diff.ts';
import type { Checked } from './check.ts';
import { Trouble } from './command.ts';
import { readNoticeFile, rewrite } from './rewrite.ts';

export interface Made {
  readonly files: number;
  /** How many findings were mended. */
  readonly findings: number;
  readonly troubles: readonly Trouble[];
}

/** Writes each notice that a fix changed. One that cannot be written does not keep the others from it. */
export async function writeFixed(results: readonly Checked[]): Promise<Made> {
  const troubles: Trouble[] = [];
  let [files, findings] = [0, 0];
  for (const { file, fixed } of results) {
    if (!fixed || fixed.text === fixed.before) continue;
    try {
      const read = await readNoticeFile(file, {});
      if (read.notice.text !== fixed.before)
        throw new Trouble(`“${file}”其间有改动，没有写回`, `"${file}" changed meanwhile and was not written`);
      await rewrite(read, fixed.text, {});
      files++;
      findings += fixed.made;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      troubles.push(error);
    }
  }
  return { files, findings, troubles };
}

/** What writing would change. */
export function diffOf(results: readonly Checked[]): string {
  return results.map(({ file, fixed }) => (fixed ? unifiedDiff(file, fixed.before, fixed.text) : '')).join('');
}
