/** The commands of the palette, and the files that open as notices. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { pasteProvider } from '../../client/paste.ts';
import { Session } from '../../client/session.ts';
import { findings, test, until } from './harness.ts';
import { at, folder, gapIn, NUMBERS, notice, show } from './support.ts';

test('renumbering is one step that can be undone, and says when there is nothing to do', async () => {
  const { document } = await notice();
  const before = document.getText();
  assert.equal(await vscode.commands.executeCommand('tasknotice.renumber'), 3);
  assert.ok(document.getText().includes('2.建成茶叶交易中心一期。'));
  assert.ok(document.getText().includes('4.开工建设城南实验学校。'));
  assert.equal(await vscode.commands.executeCommand('tasknotice.renumber'), 0);
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), before);
});

test('a section and a level are renumbered at the cursor, and references follow', async () => {
  const text = '一、甲\n1.建园，见第3项。\n3.建厂。\n三、乙\n4.修路。\n6.修桥。\n';
  const document = await vscode.workspace.openTextDocument({ language: 'tasknotice', content: text });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(2, 0, 2, 0);
  assert.equal(await vscode.commands.executeCommand('tasknotice.renumberSection'), 1);
  assert.equal(document.getText(), text.replace('第3项', '第2项').replace('3.建厂', '2.建厂'));
  editor.selection = new vscode.Selection(3, 0, 3, 0);
  assert.equal(await vscode.commands.executeCommand('tasknotice.renumberLevel'), 1);
  assert.ok(document.getText().includes('\n二、乙\n'));
});

test('numbers that are locked stay', async () => {
  const text = '1.建园。\n3.建厂。\n';
  const document = await vscode.workspace.openTextDocument({ language: 'tasknotice', content: text });
  await vscode.window.showTextDocument(document);
  assert.equal(await vscode.commands.executeCommand('tasknotice.lockNumbers'), 2);
  const locked = `---\n编号锁：1. 3.\n---\n${text}`;
  assert.equal(document.getText(), locked);
  assert.equal(await vscode.commands.executeCommand('tasknotice.renumber'), undefined);
  assert.equal(await vscode.commands.executeCommand('tasknotice.lockNumbers'), 2);
  assert.equal(document.getText(), locked);
});

test('the outline list moves the cursor along, and puts it back when left', async () => {
  const editor = await notice();
  const start = new vscode.Position(0, 0);
  editor.selection = new vscode.Selection(start, start);
  await vscode.commands.executeCommand('tasknotice.showOutline');
  await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  const moved = vscode.window.onDidChangeTextEditorSelection;
  await until(moved, () => (editor.selection.active.line > 0 ? true : undefined));
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await until(moved, () => (editor.selection.active.isEqual(start) ? true : undefined));
});

async function bytes(uri: vscode.Uri): Promise<Buffer> {
  return Buffer.from(await vscode.workspace.fs.readFile(uri));
}

for (const [type, magic] of [
  ['docx', 'PK\x03\x04'],
  ['xlsx', 'PK\x03\x04'],
  ['csv', '\ufeff'],
  ['json', '{'],
] as const) {
  test(`the table is written as ${type}`, async () => {
    await notice();
    const target = at(`任务分解表.${type}`);
    const written = await vscode.commands.executeCommand<vscode.Uri>('tasknotice.export', {
      document: 'table',
      type,
      target,
    });
    assert.equal(written?.toString(), target.toString());
    const start = Buffer.from(magic);
    assert.deepEqual((await bytes(target)).subarray(0, start.length), start);
    const left = await vscode.workspace.fs.readDirectory(folder);
    assert.deepEqual(
      left.filter(([name]) => name.endsWith('.tmp')),
      [],
    );
  });
}

test('an existing file is never replaced unasked', async () => {
  await notice();
  const target = at('已有.csv');
  await vscode.workspace.fs.writeFile(target, Buffer.from('原有内容'));
  assert.equal(
    await vscode.commands.executeCommand('tasknotice.export', { document: 'table', type: 'csv', target }),
    undefined,
  );
  assert.equal((await bytes(target)).toString(), '原有内容');
});

test('a notice kept as .txt opens as a notice, another text does not', async () => {
  const other = await show(at('便条.txt'));
  const { document } = await show(at('来文.txt'));
  await findings(document.uri, gapIn);
  assert.equal((await vscode.workspace.openTextDocument(document.uri)).languageId, 'tasknotice');
  assert.equal(other.document.languageId, 'plaintext');
  assert.deepEqual(vscode.languages.getDiagnostics(other.document.uri), []);
});

test('any text becomes a notice where the user says so', async () => {
  const { document } = await show(at('便条.txt'));
  await vscode.commands.executeCommand('tasknotice.setLanguage');
  assert.equal((await vscode.workspace.openTextDocument(document.uri)).languageId, 'tasknotice');
});

test('the server restarts and checks again', async () => {
  await notice();
  const cleared = findings(NUMBERS, (all) => !gapIn(all));
  await vscode.commands.executeCommand('tasknotice.restartServer');
  await cleared;
  await findings(NUMBERS, gapIn);
});

test('a notice that no file holds yet is checked as well', async () => {
  const { document: saved } = await notice();
  const document = await vscode.workspace.openTextDocument({ language: 'tasknotice', content: saved.getText() });
  await vscode.window.showTextDocument(document);
  await findings(document.uri, gapIn);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});

test('a saved page is imported into a new editor as a notice', async () => {
  const page = at('网页.html');
  const body = `<h1>云溪县人民政府办公室关于印发2026年重点工作任务分解的通知</h1>
<p>一、产业发展</p><p>1.建成冷链物流园。</p><p>牵头单位：县发改委</p><p>2.引进龙头企业。</p><p>牵头单位：县商务局</p>`;
  await vscode.workspace.fs.writeFile(page, Buffer.from(`<!DOCTYPE html><meta charset="utf-8"><div>${body}</div>`));
  const document = await vscode.commands.executeCommand<vscode.TextDocument>('tasknotice.import', page);
  assert.equal(document.languageId, 'tasknotice');
  assert.ok(document.isUntitled);
  assert.match(document.getText(), /^1\.建成冷链物流园。\n+牵头单位：县发改委$/m);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});

test('what is no document is refused in a sentence, and opens nothing', async () => {
  const scan = at('扫描件.pdf');
  await vscode.workspace.fs.writeFile(scan, Buffer.from('%PDF-1.4 broken'));
  const before = vscode.workspace.textDocuments.length;
  assert.equal(await vscode.commands.executeCommand('tasknotice.import', scan), undefined);
  assert.equal(vscode.workspace.textDocuments.length, before);
});

test('what was copied from a page is pasted as notice text, a word as it is', async () => {
  const { document } = await notice();
  const output = vscode.window.createOutputChannel('paste', { log: true });
  const session = new Session(path.resolve(__dirname, '../../dist/server.mjs'), output);
  const paste = async (html: string): Promise<string | undefined> => {
    const data = new vscode.DataTransfer();
    data.set('text/html', new vscode.DataTransferItem(html));
    const context = { triggerKind: vscode.DocumentPasteTriggerKind.Automatic, only: undefined };
    const { token } = new vscode.CancellationTokenSource();
    const edits = await pasteProvider(session).provideDocumentPasteEdits!(document, [], data, context, token);
    return edits?.map(({ insertText }) => String(insertText)).join();
  };
  try {
    const list = '<p>一、产业发展</p><ol start="3"><li>建成冷链物流园。</li><li>引进龙头企业。</li></ol>';
    assert.match((await paste(list)) ?? '', /^一、产业发展\n+3\.建成冷链物流园。\n+4\.引进龙头企业。$/);
    assert.equal(await paste('<span>冷链物流园</span>'), undefined);
  } finally {
    await session.stop();
    output.dispose();
  }
});

test('two notices are compared task by task', async () => {
  await notice();
  const target = at('变化.json');
  const older = at('旧稿.notice');
  const text = Buffer.from(await vscode.workspace.fs.readFile(NUMBERS)).toString();
  await vscode.workspace.fs.writeFile(older, Buffer.from(text.replace(/牵头单位：[^\n]+/, '牵头单位：县统计局')));
  const written = await vscode.commands.executeCommand<vscode.Uri>('tasknotice.compare', {
    with: older,
    type: 'json',
    target,
  });
  assert.equal(written?.toString(), target.toString());
  assert.match((await bytes(target)).toString(), /县统计局/);
});
