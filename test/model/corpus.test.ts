/** Invented notices in many styles say what a careful reader says they say. Adding a test is adding two files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { tableAs } from '../support/exported.ts';
import { root } from '../support/shared.ts';

const folder = path.join(root, 'test/model/corpus');
const names = readdirSync(folder).filter((name) => name.endsWith('.notice'));

describe('the corpus', () => {
  it('is there', () => expect(names.length).toBeGreaterThan(20));

  it.each(names)('%s', async (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const wanted: unknown = JSON.parse(readFileSync(path.join(folder, name.replace(/\.notice$/, '.json')), 'utf8'));
    const exported = String(await tableAs(readNotice(text), 'json'));
    expect(JSON.parse(exported)).toEqual(wanted);
  });
});
