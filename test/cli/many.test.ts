/** Many files: threads and the cache change how long it takes, and nothing else. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { run, temporary } from '../support/cli.ts';
import { CLEAN, GAP } from '../support/gap.ts';

const RULES = ['--rule', 'numbering-*', '--rule', 'unit-unknown'];

let folder: string;

beforeEach(() => {
  folder = temporary();
});

function write(name: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

async function lint(...args: string[]) {
  const { code, stdout, stderr } = await run(['lint', ...RULES, '--format', 'json', ...args], { cwd: folder });
  return { code, stdout, stderr };
}

describe('--jobs', () => {
  it('gives the same, in the same order, on one thread or several', async () => {
    for (let i = 0; i < 12; i++) write(`${i % 3}/${i}.notice`, i % 4 ? CLEAN.repeat(1 + (i % 5)) : GAP);
    write('坏.notice', Uint8Array.of(0x50, 0x4b, 3, 4, 0));
    write('1/清单.txt', '一、鸡蛋\n');
    const one = await lint('--jobs', '1', '.', '坏.notice');
    expect(one.code).toBe(2);
    expect(JSON.parse(one.stdout)).toHaveLength(12);
    for (const jobs of ['2', '5', 'auto']) expect(await lint('-j', jobs, '.', '坏.notice')).toEqual(one);
  });

  it('knows baselines in each thread, and writes them', async () => {
    for (let i = 0; i < 6; i++) write(`${i}.notice`, GAP);
    await lint('-j', '3', '--baseline', 'b.json', '--update-baseline');
    const { code, stderr } = await lint('-j', '3', '--baseline', 'b.json');
    expect([code, stderr]).toEqual([0, '']);
  });

  it.each(['0', 'many', '1.5'])('%s is no number of threads', async (jobs) => {
    write('a.notice', CLEAN);
    const { code, stderr } = await lint('--jobs', jobs);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--jobs')]);
  });
});

describe('--cache', () => {
  const cache = () => JSON.parse(readFileSync(path.join(folder, '.tasknotice-cache'), 'utf8'));

  it('gives what a run without it gives, whatever has changed', async () => {
    write('a.notice', CLEAN);
    write('b.notice', GAP);
    const same = async (): Promise<string> => {
      const cached = await lint('--cache');
      expect(await lint()).toEqual(cached);
      expect(await lint('--cache')).toEqual(cached);
      return cached.stdout;
    };
    const first = await same();
    // The text, the configuration, the registry beside the notice, its content, and one that the front matter names.
    write('a.notice', GAP);
    expect(await same()).not.toBe(first);
    write('a.notice', CLEAN);
    expect(await same()).toBe(first);
    write('tasknotice.json', '{ "rules": { "numbering-gap": "info" } }');
    expect(await same()).not.toBe(first);
    write('云溪县.registry', '地区：云溪县（县）\n\n单位：县发改委\n\n单位：县工信局\n\n单位：县商务局\n');
    await same();
    write('云溪县.registry', '地区：云溪县（县）\n\n单位：县发改委\n\n单位：县工信局\n');
    expect(await same()).toContain('unit-unknown');
    write('名册/全.txt', '地区：云溪县（县）\n\n单位：县发改委\n\n单位：县工信局\n\n单位：县商务局\n');
    write('a.notice', `---\n名册：名册/全.txt\n---\n${CLEAN}`);
    await same();
    write('名册/全.txt', '地区：云溪县（县）\n\n单位：县发改委\n');
    expect(JSON.parse(await same())[0].findings.length).toBeGreaterThan(0);
  }, 180_000);

  it('holds no word of a notice and no name', async () => {
    write('机密.notice', CLEAN);
    write('b.notice', GAP);
    await lint('--cache');
    const text = readFileSync(path.join(folder, '.tasknotice-cache'), 'utf8');
    expect(text).toMatch(/^\{"tasknotice-cache":"[\w. -]+","clean":\[\["[0-9a-f]{40}",0\]\]\}\n$/);
  });

  it('keeps what a baseline makes clean, and forgets it when the baseline changes', async () => {
    write('a.notice', GAP);
    await lint('--baseline', 'b.json', '--update-baseline');
    const before = await lint('--cache', '--baseline', 'b.json');
    expect(cache().clean).toEqual([[expect.any(String), 1]]);
    expect(await lint('--cache', '--baseline', 'b.json')).toEqual(before);
    write('b.json', '{ "version": 1, "files": {} }');
    expect((await lint('--cache', '--baseline', 'b.json')).code).toBe(1);
  });

  it('is used by threads too', async () => {
    for (let i = 0; i < 6; i++) write(`${i}.notice`, CLEAN.replace('县发改委', `县发改委${'一二三四五六'[i]}`));
    const before = await lint('--cache', '-j', '3');
    expect(cache().clean).toHaveLength(6);
    expect(await lint('--cache', '-j', '3')).toEqual(before);
  });

  it.each([
    ['broken', '{"tasknotice-cache":"0.1.0 x","clean":[['],
    ['of another build', '{"tasknotice-cache":"0.0.0 x","clean":[["00",0]]}\n'],
    ['of a wrong shape', '{"tasknotice-cache":1,"clean":7}'],
    ['empty', ''],
  ])('that is %s is none, and is written anew', async (_, text) => {
    write('a.notice', CLEAN);
    write('.tasknotice-cache', text);
    const { code, stderr } = await lint('--cache');
    expect([code, stderr]).toEqual([0, '']);
    expect(cache().clean).toHaveLength(1);
  });

  it('is never written over what is no cache', async () => {
    write('a.notice', CLEAN);
    const { code, stderr } = await lint('--cache-location', 'a.notice');
    expect([code, stderr]).toEqual([2, expect.stringContaining('不是缓存文件')]);
    expect(readFileSync(path.join(folder, 'a.notice'), 'utf8')).toBe(CLEAN);
    expect(existsSync(path.join(folder, '.tasknotice-cache'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['a.notice']);
  });
});
