/** Which .txt files open as notices. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../client/recognise.ts';

const corpus = new URL('../model/corpus/', import.meta.url);
const published = new URL('../../../shared/notices/', import.meta.url);

describe('a notice', () => {
  const files = readdirSync(corpus).filter((name) => name.endsWith('.notice'));
  test.each(files)('%s is seen', (name) => {
    expect(recognise(readFileSync(new URL(name, corpus), 'utf8'))).toBe('notice');
  });
});

describe.skipIf(!existsSync(published))('a published notice, as its web page gave it', () => {
  const files = existsSync(published) ? readdirSync(published).filter((name) => name.endsWith('.txt')) : [];
  test.each(files)('%s is seen', (name) => {
    expect(recognise(readFileSync(new URL(name, published), 'utf8'))).toBe('notice');
  });
});

describe('other texts', () => {
  test.each([
    ['nothing', ''],
    ['a log', '2026-03-01 09:12:44 INFO  server started on port 8080\n'.repeat(500)],
    ['English prose', 'The lead (who is responsible) leads; the others support. '.repeat(100)],
    ['an essay', '责任重于泰山。我们要牵头办好这件事，大家配合默契，各负其责。'.repeat(50)],
    ['a web page', '责任编辑：柳叶青\n责任编辑：柳叶青\n责任编辑：柳叶青\n联系电话：0000-1234567\n'],
    ['a list of contacts', '负责人：岑柏\n电话：0000\n负责人：辛桐\n电话：0001\n负责人：戚如蓝\n'],
  ])('%s is left alone', (_, text) => {
    expect(recognise(text)).toBe('none');
  });

  test('a letter that names a responsible unit once may be one', () => {
    expect(recognise('请按要求办理。\n责任单位：县财政局\n')).toBe('maybe');
  });

  test('ten megabytes are looked at in no time', () => {
    const text = '（县财政局（国资委）、'.repeat(1_000_000);
    const start = performance.now();
    expect(recognise(text)).toBe('none');
    expect(performance.now() - start).toBeLessThan(500);
  });
});
