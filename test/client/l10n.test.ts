/** Every sentence of the extension has its Chinese: no key is missing, and none is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const json = (path: string) => JSON.parse(read(path)) as Record<string, string>;

const sources = readdirSync(new URL('client', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: read(`client/${path}`) }));

/** The sentence of each l10n.t() call; undefined where it is not written out, so that no tool could find it. */
const calls = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/\bl10n\.t\(\s*('(?:[^'\\]|\\.)*')?/g)].map(([, literal]) => ({
    path,
    sentence: literal?.slice(1, -1).replace(/\\(.)/g, '$1'),
  })),
);

const placeholders = (sentence: string) => [...sentence.matchAll(/\{\d+\}/g)].map(String).sort();

describe('sentences of the code', () => {
  const chinese = json('client/l10n/bundle.l10n.zh-cn.json');

  test('are written out where they are said', () => {
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ sentence }) => sentence === undefined)).toEqual([]);
  });

  test('each have their Chinese, and no other sentence has', () => {
    expect(Object.keys(chinese).sort()).toEqual([...new Set(calls.map(({ sentence }) => sentence))].sort());
  });

  test('keep their places for values', () => {
    for (const [english, sentence] of Object.entries(chinese)) {
      expect(sentence).not.toBe('');
      expect(placeholders(sentence), english).toEqual(placeholders(english));
    }
  });
});

describe('sentences of the manifest', () => {
  const keys = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key))].sort();

  test.each(['package.nls.json', 'package.nls.zh-cn.json'])('%s has them all', (file) => {
    expect(Object.keys(json(file)).sort()).toEqual(keys);
    expect(Object.values(json(file)).filter((sentence) => !sentence.trim())).toEqual([]);
  });
});
