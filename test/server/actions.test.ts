/** What the real server offers to do about a finding. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { run, temporary } from '../support/cli.ts';
import { Editor } from '../support/server.ts';

const NOTICE = `1.推进甲园建设。
牵头单位：
2.推进乙园建设。
责任单位：县发改委、县财政局、县发改委、县商务局。
3.推进丙园建设。
牵头单位:县商务局。
4.推进丁园建设。
牵头单位:县教育局。
`;

async function opened(text = NOTICE) {
  const folder = temporary();
  const editor = await Editor.start(folder);
  const uri = await editor.open(path.join(folder, '草稿.notice'), text);
  const diagnostics = await editor.diagnostics(uri);
  const actions = (piece: string, to = piece, only?: string[]) =>
    editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: editor.place(uri, piece), end: editor.place(uri, to, to.length) },
      context: { diagnostics: [], ...(only && { only }) },
    });
  return { folder, editor, uri, diagnostics, actions };
}

function titled(actions: readonly CodeAction[], title: RegExp): CodeAction {
  const found = actions.filter((action) => title.test(action.title));
  expect(found.map((action) => action.title)).toHaveLength(1);
  return found[0]!;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}

describe('code actions', () => {
  it('put a finding aside, and the finding is gone', async () => {
    const { actions, uri, editor } = await opened();
    const [edit] = titled(await actions('牵头单位：'), /^此处免查 field-empty/).edit!.changes![uri]!;
    expect(edit).toEqual({
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      newText: '// 免查 field-empty：\n',
    });
    await editor.type(uri, '牵头单位：', '// 免查 field-empty：待定\n牵头单位：');
    const codes = (await editor.diagnostics(uri)).map(({ code }) => code);
    expect(codes).not.toContain('field-empty');
    expect(codes).not.toContain('suppression-unused');
  });

  it('put several aside in the lines that are selected', async () => {
    const { actions, uri } = await opened();
    const region = titled(await actions('牵头单位：', '县发改委、县商'), /^在选中的各行免查/);
    const after = applied(NOTICE, region.edit!.changes![uri]!);
    expect(after).toMatch(/^1\.推进甲园建设。\n\/\/ 免查开始 field-empty、unit-duplicated：\n/);
    expect(after).toContain('县商务局。\n// 免查结束\n3.');
  });

  it('mend all of one rule, and all that are certain', async () => {
    const { actions, uri } = await opened();
    const all = await actions('1.推进', '县教育局。', ['source.fixAll']);
    const mended = applied(NOTICE, all[0]!.edit!.changes![uri]!);
    expect(mended).toBe(NOTICE.replaceAll(':', '：'));
    expect(all).toHaveLength(1);
  });

  it('change how loudly a rule speaks, keeping the rest of the configuration', async () => {
    const { folder, actions, editor, uri } = await opened();
    const made = titled(await actions('牵头单位：'), /^规则 field-empty 今后不再检查/).edit!.documentChanges!;
    expect(made[0]).toMatchObject({ kind: 'create' });
    const file = fileURLToPath((made[0] as { uri: string }).uri);
    expect(path.dirname(file)).toBe(folder);
    const { edits } = made[1] as TextDocumentEdit;
    expect(JSON.parse((edits[0] as TextEdit).newText)).toEqual({ rules: { 'field-empty': 'off' } });
    const config = '{\n  // 本办的约定\n  "labels": { "包抓单位": "牵头单位" }\n}\n';
    writeFileSync(file, config);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: (made[0] as { uri: string }).uri, type: 1 }],
    });
    let change: CodeAction;
    do change = titled(await actions('牵头单位：'), /^规则 field-empty 今后作为提示/);
    while (!change.edit!.changes);
    const [[, again]] = Object.entries(change.edit!.changes!) as [[string, TextEdit[]]];
    const after = applied(config, again);
    expect(after).toContain('// 本办的约定');
    expect(after).toMatch(/"rules": \{\s*"field-empty": "info"/);
    writeFileSync(file, after);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: Object.keys(change.edit!.changes!)[0]!, type: 2 }],
    });
    await editor.until(uri, (all) => all.some(({ code, severity }) => code === 'field-empty' && severity === 3));
  });

  it('lead to the page of the rule', async () => {
    const { diagnostics } = await opened();
    for (const { code, codeDescription } of diagnostics)
      expect(readFileSync(fileURLToPath(codeDescription!.href), 'utf8')).toContain(`# ${code}`);
  });

  it('name commands only where the client has them', async () => {
    const { actions } = await opened();
    expect((await actions('牵头单位：')).filter(({ command }) => command)).toEqual([]);
  });
});

describe('a baseline', () => {
  it('puts what it knows aside, and nothing that is new', async () => {
    const folder = temporary();
    const file = path.join(folder, '旧通知.notice');
    writeFileSync(file, NOTICE);
    writeFileSync(path.join(folder, 'tasknotice.json'), '{ "baseline": "基线.json" }');
    await run(['lint', '--update-baseline', '旧通知.notice'], { cwd: folder });
    const editor = await Editor.start(folder);
    const uri = await editor.open(file, NOTICE);
    expect(await editor.diagnostics(uri)).toEqual([]);
    await editor.type(uri, '4.推进丁园', '5.推进丁园');
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).toEqual(['numbering-gap']);
  });
});
