import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { unzip } from '../formats/unzip.ts';
import { run, temporary } from '../support/cli.ts';
import { root } from '../support/shared.ts';

/** The two notices and the result that the manual shows. */
const PAGE = readFileSync(path.join(root, 'docs/diff.md'), 'utf8');
const [BEFORE, AFTER] = [...PAGE.matchAll(/^```notice\n([\s\S]*?)^```$/gm)].map(([, text]) => text!) as [
  string,
  string,
];
const RESULT = /^比较的结果：\n\n```text\n([\s\S]*?)^```$/m.exec(PAGE)![1]!;

const REGISTRY = `地区：云溪县（县）

单位：云溪县发展和改革委员会
简称：县发展改革委、县发改委
`;

function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const made = temporary();
  for (const [name, content] of Object.entries({ '原.notice': BEFORE, '新.notice': AFTER, ...files }))
    writeFileSync(path.join(made, name), content);
  return made;
}

/** GB18030 of text that the basic tables hold, by the decoder that every reader has. */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [high, low]);
    }
  return Uint8Array.from([...text].flatMap((one) => (one < '\x80' ? [one.charCodeAt(0)] : codes.get(one)!)));
}

describe('diff', () => {
  it('says what changed, as the manual shows, and ends with 1', async () => {
    const { code, stdout } = await run(['diff', '原.notice', '新.notice'], { cwd: folder() });
    expect(stdout.split('\n').slice(2).join('\n')).toBe(RESULT);
    expect(stdout).toMatch(/^原文 before：原\.notice\n新文 after： 新\.notice\n/);
    expect(code).toBe(1);
  });

  it('ends with 0 where nothing changed, whatever the encoding', async () => {
    const cwd = folder({ '另.notice': gb18030(BEFORE) });
    const { code, stdout } = await run(['diff', '原.notice', '另.notice'], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining('任务原有4项，现有4项，没有变化')]);
  });

  it('says of one unit what came to it', async () => {
    const { code, stdout } = await run(['diff', '原.notice', '新.notice', '--unit', '县住房城乡建设局'], {
      cwd: folder(),
    });
    expect(stdout).toContain('新承担（牵头单位）：一、3. → 二、4. 打通断头路4条。');
    expect(stdout).not.toContain('县档案馆');
    expect(code).toBe(1);
  });

  it('knows a unit by any of its names', async () => {
    const files = {
      '县.registry': REGISTRY,
      '另.notice': BEFORE.replace('县发改委', '县发展改革委').replace('6%', '8%'),
    };
    const { stdout } = await run(['diff', '原.notice', '另.notice', '--unit', '云溪县发展和改革委员会'], {
      cwd: folder(files),
    });
    expect(stdout).toContain('目标变化（1）');
    expect(stdout).not.toContain('牵头单位变化');
  });

  it.each([
    ['docx', 'PK'],
    ['html', '<!DOCTYPE html>'],
    ['json', '{'],
  ])('writes %s, twice the same, with title and author', async (type, magic) => {
    const cwd = folder();
    const args = ['diff', '原.notice', '新.notice', '--author', '云溪县人民政府'];
    for (const name of ['一', '二']) expect((await run([...args, '-o', `${name}.${type}`], { cwd })).code).toBe(1);
    const [one, two] = ['一', '二'].map((name) => readFileSync(path.join(cwd, `${name}.${type}`)));
    expect(one!.equals(two!)).toBe(true);
    expect(one!.toString('utf8').startsWith(magic)).toBe(true);
    const said = type === 'docx' ? unzip(one!).get('docProps/core.xml')!.text : one!.toString('utf8');
    if (type !== 'json') expect(said).toContain('云溪县人民政府关于印发2026年重点工作任务分解方案的通知任务变化对照表');
    if (type !== 'json') expect(said).toContain('>云溪县人民政府<'.replace(/[<>]/g, type === 'docx' ? '$&' : ''));
  });

  it('replaces no file unasked, and never a notice', async () => {
    const cwd = folder({ '表.html': 'mine' });
    const refused = await run(['diff', '原.notice', '新.notice', '-o', '表.html'], { cwd });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--force')]);
    expect(readFileSync(path.join(cwd, '表.html'), 'utf8')).toBe('mine');
    const over = await run(['diff', '原.notice', '新.notice', '-o', './新.notice', '--force'], { cwd });
    expect(over.code).toBe(2);
    expect(readFileSync(path.join(cwd, '新.notice'), 'utf8')).toBe(AFTER);
    expect((await run(['diff', '原.notice', '新.notice', '-o', '表.html', '--force'], { cwd })).code).toBe(1);
  });

  it.each([
    [['原.notice'], '请给出两份通知'],
    [['原.notice', '新.notice', '空.notice'], '多出了“空.notice”'],
    [['原.notice', '无.notice'], '“无.notice”不存在'],
    [['原.notice', '空.notice'], '“空.notice”里没有读到任务'],
    [['原.notice', '新.notice', '--unit', '县气象局'], '没有“县气象局”承担的任务'],
    [['原.notice', '新.notice', '--unit', '县民政局', '--leader', '何田'], '不能同时用'],
    [['原.notice', '新.notice', '--format', 'pdf'], '只能是'],
    [['原.notice', '新.notice', '--format', 'docx'], '请用 -o'],
    [['原.notice', '新.notice', '-o', '变化.pdf'], '写不出 .pdf 文件'],
  ])('says in a sentence what is wrong: %j', async (args, sentence) => {
    const cwd = folder({ '空.notice': '各乡镇：\n' });
    const { code, stdout, stderr } = await run(['diff', ...args], { cwd });
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(sentence)]);
    expect(existsSync(path.join(cwd, '变化.docx'))).toBe(false);
  });
});
