/** renumber and lock on the command line: the file itself is changed, whole, in its own encoding. */
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../server/syntax/encoding.ts';
import { type Ran, run, temporary } from '../support/cli.ts';

const TEXT = `云溪县人民政府办公室关于印发重点工作任务分解的通知

一、产业发展
1.开工冷链物流园，用地保障见第4项。
牵头单位：县发改委。
3.建成标准厂房。
牵头单位：县工信局。
三、民生改善
4.新建学校两所，见第9项。
牵头单位：县教育局。
`;
const CLEAN = TEXT.replace('见第4项', '见第3项')
  .replace('3.建成', '2.建成')
  .replace('三、', '二、')
  .replace('4.新建', '3.新建');

function folderWith(content: string | Uint8Array): {
  folder: string;
  file: string;
  cli: (...args: string[]) => Promise<Ran>;
} {
  const folder = temporary();
  const file = path.join(folder, 'a.notice');
  writeFileSync(file, content);
  return { folder, file, cli: (...args) => run(args, { cwd: folder }) };
}

describe('renumber', () => {
  it('puts the file in order, says what followed and what is to be looked at', async () => {
    const { folder, file, cli } = folderWith(TEXT);
    const { code, stdout, stderr } = await cli('renumber', 'a.notice');
    expect(readFileSync(file, 'utf8')).toBe(CLEAN);
    expect(stdout).toBe('');
    expect(stderr.split('\n')).toEqual([
      '已改正3处编号，文中1处引用随之改动。 / 3 numbers corrected, 1 reference followed.',
      '第4行“第4项”改为“第3项”。 / Line 4: “第4项” is now “第3项”.',
      '第9行“第9项”没有改：通知里没有这个编号，请核对。 / Line 9: “第9项” was left: no item bears this number. Please check it.',
      '',
    ]);
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(['a.notice']);
    const again = await cli('renumber', 'a.notice');
    expect(again).toEqual({
      code: 0,
      stdout: '',
      stderr: '编号都已连续，无需改动。 / All numbers are already in order.\n',
    });
  });

  it('shows the change and leaves the file', async () => {
    const { file, cli } = folderWith(TEXT);
    const { stdout, stderr } = await cli('renumber', 'a.notice', '--dry-run');
    expect(readFileSync(file, 'utf8')).toBe(TEXT);
    expect(stdout).toContain('--- a/a.notice\n+++ b/a.notice\n');
    expect(stdout).toContain('-三、民生改善\n');
    expect(stdout).toContain('+二、民生改善\n');
    expect(stderr).toContain('将改正3处编号');
  });

  it('writes another file', async () => {
    const { folder, file, cli } = folderWith(TEXT);
    await cli('renumber', 'a.notice', '-o', 'b.notice');
    expect(readFileSync(file, 'utf8')).toBe(TEXT);
    expect(readFileSync(path.join(folder, 'b.notice'), 'utf8')).toBe(CLEAN);
    const { code, stderr } = await cli('renumber', 'a.notice', '-o', 'b.notice');
    expect(code).toBe(2);
    expect(stderr).toContain('--force');
    expect((await cli('renumber', 'a.notice', '-o', 'b.notice', '--force')).code).toBe(1);
  });

  it.each([
    [['--level', '1'], '一、 1. 3. 二、 4.'],
    [['--level', '2'], '一、 1. 2. 三、 3.'],
    [['--level', '一、'], '一、 1. 3. 二、 4.'],
    [['--level', '1.'], '一、 1. 2. 三、 3.'],
    [['--section', '一'], '一、 1. 2. 三、 4.'],
    [['--section', '三、'], '一、 1. 3. 三、 4.'],
    [['--section', '4'], '一、 1. 2. 三、 4.'],
  ])('%s', async (args, numbers) => {
    const { file, cli } = folderWith(TEXT);
    const { code } = await cli('renumber', 'a.notice', ...args);
    expect(code).toBeLessThan(2);
    expect([...readFileSync(file, 'utf8').matchAll(/^[一二三四\d]+[、.]/gm)].join(' ')).toBe(numbers);
  });

  it.each([
    [['--level', '甲'], '--level 不能是“甲”'],
    [['--section', '五'], '没有编号为“五”的一节'],
    [['--section', '99'], '没有第99行'],
    [['--section', '1'], '不在有编号的条目中'],
    [['--level', '1', '--section', '一'], '只能用一个'],
    [['--levels', '1'], '参数“--levels”有误'],
  ])('%s is no such thing', async (args, words) => {
    const { file, cli } = folderWith(TEXT);
    const { code, stderr } = await cli('renumber', 'a.notice', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(readFileSync(file, 'utf8')).toBe(TEXT);
  });

  it('tells sections of one number apart by a line', async () => {
    const { cli } = folderWith('一、甲\n（一）园\n1.建园。\n二、乙\n（一）路\n1.修路。\n3.修桥。\n');
    const { code, stderr } = await cli('renumber', 'a.notice', '--section', '（一）');
    expect(code).toBe(2);
    expect(stderr).toContain('第2、5行');
  });

  it('keeps encoding, byte order mark and ends of lines', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    for (const [encoding, mark] of [
      ['utf-8', false],
      ['utf-8', true],
      ['utf-16le', true],
      ['utf-16be', true],
      ['gb18030', false],
    ] as const) {
      const bytes = (text: string): Uint8Array => encode(crlf(text), { encoding, mark })!;
      const { file, cli } = folderWith(bytes(TEXT));
      await cli('renumber', 'a.notice');
      expect(Buffer.compare(readFileSync(file), bytes(CLEAN)), encoding).toBe(0);
    }
  });

  it('does not write what it cannot write back', async () => {
    // 㐂 in four bytes: read, and not among those of two.
    const rare = Buffer.from([0x81, 0x39, 0xee, 0x39]);
    const bytes = Buffer.concat([encode(TEXT, { encoding: 'gb18030', mark: false })!, rare, Buffer.from('\n')]);
    const { folder, file, cli } = folderWith(bytes);
    const { code, stderr } = await cli('renumber', 'a.notice');
    expect(code).toBe(2);
    expect(stderr).toContain('请加 -o 另存为一个文件');
    expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
    await cli('renumber', 'a.notice', '-o', 'b.notice');
    expect(readFileSync(path.join(folder, 'b.notice'), 'utf8').startsWith(CLEAN)).toBe(true);
  });

  it('goes through a link to the file', async () => {
    const { folder, file, cli } = folderWith(TEXT);
    symlinkSync('a.notice', path.join(folder, 'b.notice'));
    await cli('renumber', 'b.notice');
    expect(lstatSync(path.join(folder, 'b.notice')).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(CLEAN);
  });

  it('refuses where the notice is issued', async () => {
    const issued = `---\n状态：已印发\n---\n${TEXT}`;
    const { file, cli } = folderWith(issued);
    const { code, stderr } = await cli('renumber', 'a.notice');
    expect(code).toBe(2);
    expect(stderr).toMatch(/没有重新编号：文件头写明通知已经印发/);
    expect(readFileSync(file, 'utf8')).toBe(issued);
  });
});

describe('lock', () => {
  it('puts the numbers on record; what changes one is found', async () => {
    const { file, cli } = folderWith(CLEAN);
    const { code, stderr } = await cli('lock', 'a.notice');
    expect(code).toBe(0);
    expect(stderr).toBe('已锁定5个编号 / 5 numbers locked: a.notice\n');
    expect(readFileSync(file, 'utf8')).toBe(`---\n编号锁：一、 1. 2. 二、 3.\n---\n${CLEAN}`);
    expect((await cli('lock', 'a.notice')).stderr).toContain('已经锁定，没有变化');
    expect((await cli('renumber', 'a.notice')).stderr).toContain('编号已经锁定');
    writeFileSync(file, readFileSync(file, 'utf8').replace('3.新建', '4.新建'));
    const { stdout } = await cli('lint', 'a.notice', '--format', 'json');
    expect(stdout).toContain('number-locked');
    const again = await cli('lock', 'a.notice');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('与锁定时不同');
    expect((await cli('lock', 'a.notice', '--force')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('编号锁：一、 1. 2. 二、 4.\n');
  });

  it('writes another file, and nothing where nothing is numbered', async () => {
    const { folder, file, cli } = folderWith(CLEAN);
    await cli('lock', 'a.notice', '-o', 'b.notice');
    expect(readFileSync(file, 'utf8')).toBe(CLEAN);
    expect(existsSync(path.join(folder, 'b.notice'))).toBe(true);
    writeFileSync(file, '各单位要抓好落实。\n');
    const { code, stderr } = await cli('lock', 'a.notice');
    expect(code).toBe(2);
    expect(stderr).toContain('没有编号');
  });
});
