/** tasknotice import: a file beside the document, a report on standard error, nothing overwritten. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporary } from '../support/cli.ts';

const PAGE = `<html><head><meta charset="utf-8"></head><body><div class="nav"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">互动</a></div>
<div><p>关于做好2026年春耕任务的通知</p><p>一、备耕</p><p>1.检修泵站12座。（牵头单位：县水利局）</p><p>2.备足种子，完善 农机调度。（牵头单位：县供销社）</p></div></body></html>`;
const TEXT =
  '关于做好2026年春耕任务的通知\n\n一、备耕\n\n1.检修泵站12座。（牵头单位：县水利局）\n\n2.备足种子，完善农机调度。（牵头单位：县供销社）\n';
const HALF = '1.检修泵站,疏浚沟渠,备足种子;检修农机.\n牵头单位:县水利局,各乡镇.\n';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporary();
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

describe('import', () => {
  it('writes the notice beside the document and says what was done', async () => {
    const cwd = folderWith({ '通知.html': PAGE });
    const { code, stdout, stderr } = await run(['import', '通知.html'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe('');
    expect(readFileSync(path.join(cwd, '通知.notice'), 'utf8')).toBe(TEXT);
    expect(stderr.split('\n')[0]).toBe('已导入“通知.html”，读到 2 项任务 / 2 tasks imported：通知.notice');
    expect(stderr).toContain('删去 / Dropped\n  “首页');
    expect(stderr).toContain('去掉汉字之间的空格');
  });

  it('overwrites nothing without --force, and never the document', async () => {
    const cwd = folderWith({ 'a.txt': TEXT, 'a.notice': '旧稿' });
    const refused = await run(['import', 'a.txt'], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('已存在');
    expect(readFileSync(path.join(cwd, 'a.notice'), 'utf8')).toBe('旧稿');
    expect((await run(['import', 'a.txt', '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(path.join(cwd, 'a.notice'), 'utf8')).toBe(TEXT);
    const same = await run(['import', 'a.txt', '-o', './a.txt', '--force'], { cwd });
    expect(same.code).toBe(2);
    expect(same.stderr).toContain('就是要导入的文件');
    expect(readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(TEXT);
  });

  it('prints the notice with -o -, the report apart from it', async () => {
    const cwd = folderWith({ 'a.html': PAGE });
    const { stdout, stderr } = await run(['import', 'a.html', '-o', '-'], { cwd });
    expect(stdout).toBe(TEXT);
    expect(stderr).toContain('2 项任务');
    expect(existsSync(path.join(cwd, 'a.notice'))).toBe(false);
  });

  it('writes the report where asked, as JSON too', async () => {
    const cwd = folderWith({ 'a.html': PAGE });
    const { stderr, code } = await run(['import', 'a.html', '--report', 'r.json', '--format', 'json'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    const report = JSON.parse(readFileSync(path.join(cwd, 'r.json'), 'utf8'));
    expect(report).toMatchObject({ file: 'a.html', output: 'a.notice', tasks: 2 });
    expect(report.remarks[0]).toMatchObject({
      kind: 'dropped',
      words: { zh: expect.any(String), en: expect.any(String) },
    });
  });

  it('ends with 1 where something is doubtful; full-width marks are made on request', async () => {
    const cwd = folderWith({ 'a.txt': HALF });
    const doubtful = await run(['import', 'a.txt', '-o', '-'], { cwd });
    expect(doubtful.code).toBe(1);
    expect(doubtful.stderr).toContain('存疑，请核对');
    const made = await run(['import', 'a.txt', '-o', '-', '--full-width'], { cwd });
    expect([made.code, made.stdout]).toEqual([
      0,
      '1.检修泵站，疏浚沟渠，备足种子；检修农机。\n牵头单位：县水利局，各乡镇。\n',
    ]);
  });

  it.each([
    ['没有.docx', undefined, '不存在'],
    ['坏.docx', 'PK\u0003\u0004', '没有导入'],
    ['空.txt', '', '没有文字'],
  ])('%s: says in a sentence why it can’t', async (name, content, sentence) => {
    const cwd = folderWith(content === undefined ? {} : { [name]: content });
    const { code, stderr } = await run(['import', name], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
