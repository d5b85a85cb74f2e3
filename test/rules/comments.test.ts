/** What does not print is no fault: a comment between any two lines changes no finding. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/shared.ts';
import { findingsIn } from './support.ts';

const folder = path.join(root, 'test/model/corpus');
const files = readdirSync(folder).filter((file) => file.endsWith('.notice'));
/** Faults of all kinds, none of which prints. */
const COMMENT = '// 见第99条,,（待核。。 县 财政局“５月底底前” 5-8处\n';

function said(text: string): string[] {
  // Lines of a page that stand together are one finding; a comment parts them.
  const found = findingsIn(text).filter(({ rule }) => rule !== 'page-leftover');
  return found.map(({ rule, message }) => `${rule} ${message.zh}`);
}

describe('a comment', () => {
  it.each(files)('changes nothing in %s', (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const before = said(text);
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
    // In the front matter it would be a setting; a dozen places are enough.
    const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
    const places = ends
      .filter((end) => end >= front)
      .filter((_, index, all) => index % Math.ceil(all.length / 12) === 0);
    for (const at of places)
      expect(said(text.slice(0, at) + COMMENT + text.slice(at)), text.slice(at, at + 20)).toEqual(before);
  });
});
