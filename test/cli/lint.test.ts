import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporary } from '../support/cli.ts';
import { CLEAN, GAP } from '../support/gap.ts';

interface Json {
  readonly file: string;
  readonly findings: readonly {
    rule: string;
    severity: string;
    message: string;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
  }[];
}

describe('lint', () => {
  it('finds what is wrong, says where, and ends with 1', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'a.notice'), GAP);
    const { code, stdout } = await run(['lint', 'a.notice', '--format', 'json'], { cwd: folder });
    const [result, ...more] = JSON.parse(stdout) as Json[];
    expect(more).toEqual([]);
    expect(result!.file).toBe('a.notice');
    expect(result!.findings).toHaveLength(1);
    expect(result!.findings[0]).toMatchObject({ rule: 'numbering-gap', line: 8, column: 1, endLine: 8, endColumn: 3 });
    expect(result!.findings[0]!.message).toMatch(/[\u4e00-\u9fff].* \/ .*[a-z]/);
    expect(code).toBe(1);
  });

  it('says nothing of a notice in order, and ends with 0', async () => {
    const { code, stdout } = await run(['lint', '--stdin-filename', 'a.notice', '--format', 'json'], { input: CLEAN });
    expect(JSON.parse(stdout)).toEqual([{ file: 'a.notice', findings: [] }]);
    expect(code).toBe(0);
  });

  it('prints for people: file, place, Chinese, English, rule, counts', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'a.notice'), GAP);
    const { stdout } = await run(['lint'], { cwd: folder });
    expect(stdout).toContain('a.notice');
    expect(stdout).toMatch(/8:1 .*numbering-gap/);
    expect(stdout).toMatch(/共 1 个问题/);
    expect(stdout).not.toContain('\u001b');
  });

  it('opens folders: notices, and texts that read as notices', async () => {
    const folder = temporary();
    mkdirSync(path.join(folder, '上年/旧'), { recursive: true });
    writeFileSync(path.join(folder, '上年/旧/a.txt'), GAP);
    writeFileSync(path.join(folder, '上年/b.notice'), CLEAN);
    writeFileSync(path.join(folder, '上年/购物单.txt'), '一、鸡蛋\n三、牛奶\n');
    const { stdout } = await run(['lint', '上年', '--format', 'json'], { cwd: folder });
    expect((JSON.parse(stdout) as Json[]).map(({ file }) => file.replaceAll('\\', '/')).sort()).toEqual([
      '上年/b.notice',
      '上年/旧/a.txt',
    ]);
  });

  it('takes globs', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'a.notice'), GAP);
    writeFileSync(path.join(folder, 'b.notice'), CLEAN);
    const { stdout } = await run(['lint', 'b*.notice', '--format', 'json'], { cwd: folder });
    expect((JSON.parse(stdout) as Json[]).map(({ file }) => file)).toEqual(['b.notice']);
  });

  it('reads GB18030, a byte order mark and CRLF alike', async () => {
    const folder = temporary();
    const crlf = GAP.replaceAll('\n', '\r\n');
    writeFileSync(path.join(folder, 'mark.notice'), `\ufeff${crlf}`);
    writeFileSync(path.join(folder, 'plain.notice'), GAP);
    writeFileSync(path.join(folder, 'gbk.notice'), gbk(GAP));
    const { stdout } = await run(['lint', '--format', 'json', 'mark.notice', 'plain.notice', 'gbk.notice'], {
      cwd: folder,
    });
    const [mark, plain, gb] = JSON.parse(stdout) as Json[];
    expect(plain!.findings).toHaveLength(1);
    expect(mark!.findings).toEqual(plain!.findings);
    expect(gb!.findings).toEqual(plain!.findings);
  });

  it('goes by the configuration beside the notice, and says what is wrong with one', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'a.notice'), GAP);
    writeFileSync(path.join(folder, 'tasknotice.json'), '{ // 本办\n "rules": { "numbering-gap": "info" }, }');
    expect((await run(['lint', 'a.notice'], { cwd: folder })).code).toBe(0);
    writeFileSync(path.join(folder, 'tasknotice.json'), '{ "rules": { "numbering-gab": "off" } }');
    const { code, stderr } = await run(['lint', 'a.notice'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('numbering-gab');
  });

  it('knows the names of the nearest registry, of a named one, and of the front matter’s', async () => {
    const folder = temporary();
    mkdirSync(path.join(folder, '通知'));
    writeFileSync(
      path.join(folder, '云溪县.registry'),
      '地区：云溪县（县）\n\n单位：云溪县发展和改革委员会\n简称：县发改委\n\n单位：云溪县工业和信息化局\n简称：县工信局\n',
    );
    writeFileSync(
      path.join(folder, '全.registry.txt'),
      '地区：云溪县（县）\n\n单位：县发改委\n\n单位：县工信局\n\n单位：县商务局\n',
    );
    writeFileSync(path.join(folder, '通知/a.notice'), CLEAN);
    const rules = async (...args: string[]) =>
      (
        JSON.parse((await run(['lint', '通知', '--format', 'json', ...args], { cwd: folder })).stdout) as Json[]
      )[0]!.findings.map(({ rule, line }) => `${rule} ${line}`);
    expect(await rules()).toEqual(['unit-unknown 9']);
    expect(await rules('--registry', '全.registry.txt')).toEqual([]);
    writeFileSync(path.join(folder, '通知/a.notice'), `---\n名册：../全.registry.txt\n---\n${CLEAN}`);
    expect(await rules()).toEqual([]);
  });
});

describe('a folder', () => {
  it('is checked to its end although one notice cannot be', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'a.notice'), GAP);
    writeFileSync(path.join(folder, 'b.notice'), `---\n名册：没有.registry\n---\n${CLEAN}`);
    writeFileSync(path.join(folder, 'c.txt'), Uint8Array.of(0, 1, 2, 3));
    const { code, stdout, stderr } = await run(['lint', '--format', 'json'], { cwd: folder });
    expect((JSON.parse(stdout) as Json[]).map(({ file, findings }) => [file, findings.length])).toEqual([
      ['a.notice', 1],
    ]);
    expect(stderr).toMatch(/^tasknotice: b\.notice：.*没有\.registry.*\n$/);
    expect(code).toBe(2);
  });

  it('has its registries checked too', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, '云溪县.registry'), '单位：县发改委\n简乘：县发改局\n');
    const { code, stdout } = await run(['lint', '--format', 'json'], { cwd: folder });
    const [{ findings }] = JSON.parse(stdout) as [Json];
    expect(findings).toMatchObject([{ rule: 'unknown-key', line: 2 }]);
    expect(findings[0]!.message).toContain('简乘');
    expect(code).toBe(1);
  });
});

describe('what cannot be linted', () => {
  it.each([
    ['a file that is not there', ['lint', '没有.notice'], '没有.notice'],
    ['a folder without notices', ['lint', '.'], '没有找到通知文件'],
    ['a glob that matches nothing', ['lint', '*.notice'], '*.notice'],
    ['an option that is none', ['lint', '--colour'], '--colour'],
    ['a format that is none', ['lint', '--format', 'xml'], 'xml'],
    ['a command that is none', ['check'], 'check'],
    ['a configuration that is not there', ['lint', '--config', 'x.json', '--stdin-filename', 'a.notice'], 'x.json'],
  ])('%s is one clear sentence and 2', async (_, args, says) => {
    const { code, stdout, stderr } = await run(args, { cwd: temporary() });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a file that is not text is named as such', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, 'a.notice'), Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 1));
    const { code, stderr } = await run(['lint', 'a.notice'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('不是文本文件');
  });
});

/** GBK bytes of a text: the decoder's table turned round, for Node decodes it but does not encode. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if (char.length === 1 && !table.has(char)) table.set(char, [high, low]);
    }
  }
  return Uint8Array.from([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : table.get(char)!)));
}
