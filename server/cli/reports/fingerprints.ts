/** What a finding is known by from run to run, wherever its line has gone. */
import { createHash } from 'node:crypto';
import { type FileFindings, slashed } from './report.ts';

/** One for each finding of the file; no two are alike. */
export function fingerprintsOf({ file, findings }: FileFindings): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ key }) => {
    const id = JSON.stringify([slashed(file), key.rule, key.task ?? '', key.line, key.text]);
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    return createHash('sha256').update(`${id}${nth}`).digest('hex').slice(0, 32);
  });
}
