/** The commands of the palette, and the files that open as notices. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
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

for (const [format, magic] of [
  ['docx', 'PK\x03\x04'],
  ['xlsx', 'PK\x03\x04'],
  ['csv', '\ufeff'],
  ['json', '{'],
] as const) {
  test(`the table is written as ${format}`, async () => {
    await notice();
    const target = at(`任务分解表.${format}`);
    const written = await vscode.commands.executeCommand<vscode.Uri>('tasknotice.exportTable', { format, target });
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
  assert.equal(await vscode.commands.executeCommand('tasknotice.exportTable', { format: 'csv', target }), undefined);
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
