/** tasknotice fmt: printed, written, compared; the file's encoding and line ends stay. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../server/edits/apply.ts';
import { encode } from '../../server/syntax/encoding.ts';
import { Lines } from '../../server/syntax/lines.ts';
import { run, temporary } from '../support/cli.ts';
import { Editor } from '../support/server.ts';

const ROUGH = '1、推进甲园建设,完善 3 处配套。(牵头单位:县发改委;配合单位:县财政局)\n2、推进乙园建设。\n';
const FORM = '1.推进甲园建设，完善3处配套。（牵头单位：县发改委；配合单位：县财政局）\n2.推进乙园建设。\n';
const LINES = '1.推进甲园建设，完善3处配套。\n牵头单位：县发改委。\n配合单位：县财政局。\n2.推进乙园建设。\n';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporary();
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

describe('tasknotice fmt', () => {
  it('prints one notice and leaves the file', async () => {
    const cwd = folderWith({ '甲.notice': ROUGH });
    expect(await run(['fmt', '甲.notice'], { cwd })).toEqual({ code: 0, stdout: FORM, stderr: '' });
    expect(await run(['fmt', '甲.notice', '--duties', 'lines'], { cwd })).toMatchObject({ stdout: LINES });
    expect(await run(['fmt', '-'], { cwd, input: ROUGH })).toMatchObject({ code: 0, stdout: FORM });
    expect(readFileSync(path.join(cwd, '甲.notice'), 'utf8')).toBe(ROUGH);
  });
  it('checks', async () => {
    const cwd = folderWith({ '甲.notice': ROUGH, '乙.notice': FORM, '笔记.txt': '1、买菜,做饭\n' });
    expect(await run(['fmt', '--check', '.'], { cwd })).toMatchObject({ code: 1, stdout: '甲.notice\n' });
    expect(await run(['fmt', '--check', '乙.notice'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect(await run(['fmt', '--check', '-'], { cwd, input: ROUGH })).toMatchObject({ code: 1 });
  });
  it('shows what it would change', async () => {
    const cwd = folderWith({ '甲.notice': ROUGH });
    const { code, stdout } = await run(['fmt', '--dry-run', '甲.notice'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(`-${ROUGH.split('\n')[0]}`);
    expect(stdout).toContain(`+${FORM.split('\n')[0]}`);
    expect(readFileSync(path.join(cwd, '甲.notice'), 'utf8')).toBe(ROUGH);
  });
  it('writes in place only where it is told to, a text that is no notice never', async () => {
    const cwd = folderWith({ '甲.notice': ROUGH, '乙.notice': ROUGH, '笔记.txt': '1、买菜,做饭\n' });
    expect(await run(['fmt', '甲.notice', '乙.notice'], { cwd })).toMatchObject({ code: 2 });
    expect(await run(['fmt', '--write', '.'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    for (const name of ['甲.notice', '乙.notice']) expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(FORM);
    expect(readFileSync(path.join(cwd, '笔记.txt'), 'utf8')).toBe('1、买菜,做饭\n');
  });
  it('keeps encoding, mark and line ends', async () => {
    const text = ROUGH.replaceAll('\n', '\r\n');
    const formed = FORM.replaceAll('\n', '\r\n');
    const cwd = folderWith({
      'gb.notice': encode(text, { encoding: 'gb18030', mark: false })!,
      'bom.notice': encode(text, { encoding: 'utf-8', mark: true })!,
    });
    expect(await run(['fmt', '-w', 'gb.notice', 'bom.notice'], { cwd })).toMatchObject({ code: 0 });
    const bytes = (name: string) => new Uint8Array(readFileSync(path.join(cwd, name)));
    expect(bytes('gb.notice')).toEqual(encode(formed, { encoding: 'gb18030', mark: false }));
    expect(bytes('bom.notice')).toEqual(encode(formed, { encoding: 'utf-8', mark: true }));
  });
  it('writes another file, and replaces none unasked', async () => {
    const cwd = folderWith({ '甲.notice': ROUGH });
    expect(await run(['fmt', '甲.notice', '-o', '乙.notice'], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(cwd, '乙.notice'), 'utf8')).toBe(FORM);
    expect(await run(['fmt', '甲.notice', '-o', '乙.notice'], { cwd })).toMatchObject({ code: 2 });
    expect(await run(['fmt', '甲.notice', '-o', '乙.notice', '--force'], { cwd })).toMatchObject({ code: 0 });
  });
  it('takes the form from the configuration, and the command line before it', async () => {
    const cwd = folderWith({
      '甲.notice': ROUGH,
      'tasknotice.json': '{ "fmt": { "duties": "lines", "indent": "fullwidth" } }',
    });
    const { stdout } = await run(['fmt', '甲.notice'], { cwd });
    expect(stdout).toBe(LINES.replace(/^/gm, '　　').slice(0, -2));
    expect(await run(['fmt', '甲.notice', '--indent', 'none'], { cwd })).toMatchObject({ stdout: LINES });
  });
  it.each([
    [['fmt'], '通知'],
    [['fmt', '无.notice'], '不存在'],
    [['fmt', '甲.notice', '--duties', 'table'], 'keep|lines|brackets'],
    [['fmt', '甲.notice', '--check', '--write'], '不能同时用'],
    [['fmt', '坏.notice', '--check', '--config', '坏.json'], '“indent”应为'],
  ])('%j is trouble', async (args, says) => {
    const cwd = folderWith({ '甲.notice': ROUGH, '坏.notice': ROUGH, '坏.json': '{ "fmt": { "indent": "tab" } }' });
    const { code, stderr } = await run(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe('in the editor', () => {
  const apply = (text: string, edits: readonly TextEdit[]): string => {
    const lines = new Lines(text);
    const offset = ({ line, character }: { line: number; character: number }): number => lines.offset(line, character);
    return applyEdits(
      text,
      edits.map(({ range, newText }) => ({
        range: { start: offset(range.start), end: offset(range.end) },
        text: newText,
      })),
    );
  };
  const options = { tabSize: 2, insertSpaces: true };

  it('a notice is formatted, or the lines of a selection', async () => {
    const cwd = folderWith({ 'tasknotice.json': '{ "fmt": { "duties": "lines" } }' });
    const editor = await Editor.start(cwd);
    const uri = pathToFileURL(path.join(cwd, '甲.notice')).href;
    await editor.openAs(uri, ROUGH);
    await editor.diagnostics(uri);
    const textDocument = { uri };
    const whole = await editor.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    expect(apply(ROUGH, whole)).toBe(LINES);
    const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 5 } };
    const some = await editor.request<TextEdit[]>('textDocument/rangeFormatting', { textDocument, range, options });
    expect(apply(ROUGH, some)).toBe(ROUGH.replace('2、', '2.'));
  });
});
