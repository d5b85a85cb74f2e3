/**
 * The real server over stdio does what an editor asks of it.
 * Long, for it is a list of cases, most of them small and none like another.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { ExportResult, LockResult, RenumberResult } from '../../server/protocol.ts';
import { temporary } from '../support/cli.ts';
import { Editor } from '../support/server.ts';

const NOTICE = `云溪县人民政府关于分解落实重点工作的通知

一、产业发展
1.开工冷链物流园。
牵头领导：林知远。
牵头责任单位：县发改委。
协同责任单位：县财政局、各乡镇街道。
2.建成标准厂房。
牵头领导：林知远。
牵头责任单位：县工信局。
协同责任单位：县财政局。
3.引进龙头企业。
牵头领导：沈若谷。
牵头责任单位：县商务局。
协同责任单位：县财政局。
二、民生改善
4.新建学校两所。
牵头领导：沈若谷。
牵头责任单位：县教育局。
协同责任单位：县财政局。
`;

const REGISTRY = `地区：云溪县（县）

单位：云溪县发展和改革委员会
简称：县发改委

单位：县财政局
单位：县工信局
单位：县商务局
单位：县教育局
单位：县水利局

领导：林知远
职务：副县长
分管：县发改委、县工信局

领导：沈若谷
职务：副县长
`;

function folderWithRegistry(): { folder: string; registry: string } {
  const folder = temporary();
  const registry = path.join(folder, '云溪县.registry');
  writeFileSync(registry, REGISTRY);
  return { folder, registry: pathToFileURL(registry).href };
}

describe('diagnostics', () => {
  it('come as one types, and go when the fault is mended', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE);
    expect(await editor.diagnostics(uri)).toEqual([]);
    await editor.type(uri, '4.新建', '5.新建');
    const broken = await editor.diagnostics(uri);
    expect(broken.map(({ code }) => code)).toContain('numbering-gap');
    expect(broken[0]!.message).toMatch(/^[^a-z]*$/);
    await editor.type(uri, '5.新建', '4.新建');
    expect(await editor.diagnostics(uri)).toEqual([]);
  });

  it('carry English where the editor is not in Chinese', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder, 'en');
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE.replace('3.引进', '5.引进'));
    expect((await editor.diagnostics(uri))[0]!.message).toMatch(/[\u4e00-\u9fff].*\n.*[a-z]/);
  });

  it('leave texts alone that are no notices', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, '购物单.txt'), '一、鸡蛋\n三、牛奶（\n', 'plaintext');
    expect(await editor.diagnostics(uri)).toEqual([]);
    expect(await editor.request('textDocument/documentSymbol', { textDocument: { uri } })).toBeNull();
  });

  it('go by the registry, and change with it while it is typed in', async () => {
    const { folder, registry } = folderWithRegistry();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE.replace('县教育局', '县教体局'));
    const [finding] = await editor.diagnostics(uri);
    expect(finding).toMatchObject({ code: 'unit-unknown' });
    await editor.open(path.join(folder, '云溪县.registry'), REGISTRY, 'tasknotice-registry');
    expect(await editor.diagnostics(registry)).toEqual([]);
    await editor.type(registry, '单位：县教育局', '单位：县教体局');
    expect(await editor.until(uri, (all) => all.length === 0)).toEqual([]);
    await editor.type(registry, '单位：县水利局', '单伟：县水利局');
    expect((await editor.until(registry, (all) => all.length > 0))[0]!.message).toContain('单伟');
  });

  it('come for a notice that no file holds yet', async () => {
    const editor = await Editor.start(temporary());
    const uri = 'untitled:Untitled-1';
    const text = `---\n名册：云溪县.registry\n---\n${NOTICE.replace('4.新建', '5.新建')}`;
    await editor.openAs(uri, text);
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).toEqual(['numbering-gap']);
  });

  it('keep up with a burst of keystrokes', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE);
    for (const char of '推进数字化改造') await editor.type(uri, '厂房。', `${char}厂房。`);
    await editor.type(uri, '2.建成', '7.建成');
    expect((await editor.diagnostics(uri)).length).toBeGreaterThan(0);
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols[0]!.children![1]!.name).toBe('7.建成标准推进数字化改造厂房。');
  });
});

describe('what an editor shows', () => {
  it('an outline with lead units', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE);
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(
      symbols.map(({ name, children }) => [name, children!.map((child) => `${child.name} ${child.detail}`)]),
    ).toEqual([
      ['一、产业发展', ['1.开工冷链物流园。 县发改委', '2.建成标准厂房。 县工信局', '3.引进龙头企业。 县商务局']],
      ['二、民生改善', ['4.新建学校两所。 县教育局']],
    ]);
  });

  it('folds of headings and tasks', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE);
    const folds = await editor.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [2, 14],
      [3, 6],
      [7, 10],
      [11, 14],
      [15, 19],
      [16, 19],
    ]);
  });

  it('who a name is, on hover', async () => {
    const { folder } = folderWithRegistry();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE);
    await editor.diagnostics(uri);
    const hover = await editor.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: editor.place(uri, '县发改委', 2),
    });
    expect(JSON.stringify(hover.contents)).toMatch(/云溪县发展和改革委员会.*林知远/);
    const leader = await editor.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: editor.place(uri, '沈若谷', 1),
    });
    expect(JSON.stringify(leader.contents)).toMatch(/副县长.*领导 2 项/);
  });

  it('units, leaders and labels to complete', async () => {
    const { folder } = folderWithRegistry();
    const editor = await Editor.start(folder);
    const uri = await editor.open(
      path.join(folder, 'a.notice'),
      `${NOTICE}5.整治河道。\n牵头领导：\n牵头责任单位：县财政局、\n协`,
    );
    await editor.diagnostics(uri);
    const labels = async (position: object): Promise<string[]> =>
      (await editor.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position })).map(
        ({ label }) => label,
      );
    expect(await labels(editor.place(uri, '牵头领导：\n', 5))).toEqual(['林知远', '沈若谷']);
    const units = await labels(editor.place(uri, '县财政局、\n', 5));
    expect(units).toContain('县水利局');
    expect(units).not.toContain('县财政局');
    expect(
      await labels(
        editor.place(uri, '\n协', 2).line ? { line: editor.text(uri).split('\n').length - 1, character: 1 } : {},
      ),
    ).toContain('协同责任单位：');
  });

  it('where a unit is defined, and where it is named', async () => {
    const { folder, registry } = folderWithRegistry();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE);
    await editor.diagnostics(uri);
    const position = editor.place(uri, '县发改委', 1);
    const definition = await editor.request<Location>('textDocument/definition', { textDocument: { uri }, position });
    expect(definition).toMatchObject({ uri: registry, range: { start: { line: 2, character: 3 } } });
    await editor.open(path.join(folder, '云溪县.registry'), REGISTRY, 'tasknotice-registry');
    const references = await editor.request<Location[]>('textDocument/references', {
      textDocument: { uri: registry },
      position: { line: 2, character: 5 },
      context: { includeDeclaration: true },
    });
    const places = references.map(
      (location) => `${location.uri === uri ? 'notice' : 'registry'} ${location.range.start.line}`,
    );
    expect(places.sort()).toEqual(['notice 5', 'registry 2', 'registry 13', 'registry 3'].sort());
  });
});

describe('rename', () => {
  const renamed = (edit: WorkspaceEdit | null) =>
    Object.entries(edit?.changes ?? {}).flatMap(([uri, edits]) =>
      edits.map(
        ({ range, newText }) => `${uri.endsWith('.registry') ? 'registry' : 'notice'} ${range.start.line} ${newText}`,
      ),
    );

  it('reaches across notice and registry', async () => {
    const { folder } = folderWithRegistry();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE);
    await editor.diagnostics(uri);
    const position = editor.place(uri, '县工信局', 1);
    const edit = await editor.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri },
      position,
      newName: '县经信局',
    });
    expect(renamed(edit)).toEqual(['notice 9 县经信局', 'registry 6 县经信局', 'registry 13 县经信局']);
  });

  it('keeps to the notice where there is no registry, and refuses what is no name', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE);
    const ask = (newName: string) =>
      editor.request<WorkspaceEdit | null>('textDocument/rename', {
        textDocument: { uri },
        position: editor.place(uri, '县财政局', 1),
        newName,
      });
    expect(renamed(await ask('县财税局'))).toEqual([6, 10, 14, 19].map((line) => `notice ${line} 县财税局`));
    expect(await ask('甲、乙')).toBeNull();
  });
});

describe('what an editor mends', () => {
  it('a quick fix, that removes the finding', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE.replace('县商务局。', '县商务局'));
    const [finding] = await editor.diagnostics(uri);
    expect(finding).toMatchObject({ code: 'field-unclosed' });
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: finding!.range,
      context: { diagnostics: [finding] },
    });
    const edits = actions[0]!.edit!.changes![uri]!;
    expect(edits).toEqual([
      { range: { start: { line: 13, character: 11 }, end: { line: 13, character: 11 } }, newText: '。' },
    ]);
  });

  it('all numbers at once', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(
      path.join(folder, 'a.notice'),
      NOTICE.replace('2.建成', '3.建成').replace('3.引进', '5.引进'),
    );
    const result = await editor.request<RenumberResult>('tasknotice/renumber', { uri });
    expect(result.edits.map(({ newText }) => newText)).toEqual(['2.', '3.']);
    expect(result).toMatchObject({ numbers: 2, done: '已改正2处编号。', look: [] });
    const position = editor.place(uri, '4.新建');
    const section = await editor.request<RenumberResult>('tasknotice/renumber', { uri, scope: 'section', position });
    expect(section.edits.map(({ newText }) => newText)).toEqual(['6.']);
  });

  it('the lock: a record of the numbers, after which none is corrected', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, 'a.notice'), NOTICE);
    const lock = await editor.request<LockResult>('tasknotice/lock', { uri });
    expect(lock).toMatchObject({ numbers: 6, before: 'none' });
    const { newText } = lock.edits[0]!;
    expect(newText).toBe('---\n编号锁：一、 1.至3. 二、 4.\n---\n');
    const locked = await editor.open(path.join(folder, 'b.notice'), newText + NOTICE);
    expect(await editor.request('tasknotice/lock', { uri: locked })).toMatchObject({ edits: [], before: 'same' });
    await editor.type(locked, '4.新建', '5.新建');
    expect((await editor.diagnostics(locked)).map(({ code }) => code)).toContain('number-locked');
    const refused = await editor.request<RenumberResult>('tasknotice/renumber', { uri: locked });
    expect(refused).toMatchObject({ edits: [], refused: expect.stringContaining('编号已经锁定') });
  });

  it('exports the table', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, '通知.notice'), NOTICE);
    const result = await editor.request<ExportResult>('tasknotice/export', {
      uri,
      document: 'table',
      type: 'docx',
    });
    expect(result).toMatchObject({ tasks: 4, suggestedName: '通知-任务分解表.docx' });
    expect(Buffer.from(result.files[0]!.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });
});
