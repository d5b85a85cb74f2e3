/** What a drafter does about a finding. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, test, until } from './harness.ts';
import { at, find, gapIn, isGap, NUMBERS, notice, ruleOf } from './support.ts';

async function actions(): Promise<vscode.CodeAction[]> {
  const gap = vscode.languages.getDiagnostics(NUMBERS).find(isGap)!;
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    NUMBERS,
    gap.range,
    vscode.CodeActionKind.QuickFix.value,
    40,
  );
}

async function take(title: RegExp): Promise<void> {
  const action = (await actions()).find((each) => title.test(each.title));
  assert.ok(action, String(title));
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  const { command, arguments: args = [] } = action.command ?? {};
  if (command) await vscode.commands.executeCommand(command, ...args);
}

test('a finding is put aside, with the cursor where the reason belongs', async () => {
  const { document } = await notice();
  const { line } = vscode.languages.getDiagnostics(NUMBERS).find(isGap)!.range.start;
  await take(/^此处免查 numbering-gap|^Suppress here: numbering-gap/);
  assert.equal(document.lineAt(line).text, '// 免查 numbering-gap：');
  const editor = vscode.window.activeTextEditor!;
  assert.equal(editor.document.uri.toString(), NUMBERS.toString());
  assert.ok(editor.selection.active.isEqual(document.lineAt(line).range.end));
  await editor.edit((edit) => edit.insert(editor.selection.active, '已核'));
  await findings(NUMBERS, (all) => !all.some((finding) => isGap(finding) && finding.range.start.line === line + 1));
});

test('the page of a rule opens, as it came with the extension', async () => {
  await notice();
  await take(/^为什么？|^Why\?/);
  await until(vscode.window.tabGroups.onDidChangeTabs, () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('numbering-gap')),
  );
  await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
});

test('a rule is made quieter, in the configuration beside the notice', async () => {
  await notice();
  await take(/今后作为提示|^Report as a hint/);
  const config = at('tasknotice.json');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(config));
  assert.deepEqual(JSON.parse(text), { rules: { 'numbering-gap': 'info' } });
  const quiet = ({ severity }: vscode.Diagnostic) => severity === vscode.DiagnosticSeverity.Information;
  await findings(NUMBERS, (all) => gapIn(all) && all.filter(isGap).every(quiet));
  await vscode.workspace.fs.delete(config);
  await findings(NUMBERS, (all) => gapIn(all) && !all.filter(isGap).some(quiet));
});

test('the configuration is checked as it is written', async () => {
  const config = at('tasknotice.json');
  await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('{\n  // 方案\n  "preset": "no-such"\n}\n'));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(config));
  const all = await findings(config, (found) => found.length > 0);
  assert.ok(all.some(({ range }) => range.start.line === 2));
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await vscode.workspace.fs.delete(config);
});

test('the list before issuing shows itself, and closes', async () => {
  await notice();
  const answer = vscode.commands.executeCommand<number>('tasknotice.checkBeforeIssuing');
  // It waits for a choice: closing it is one.
  const closing = setInterval(() => void vscode.commands.executeCommand('workbench.action.closeQuickOpen'), 200);
  const failed = await answer;
  clearInterval(closing);
  assert.ok(failed > 0);
});

test('formatting brings a notice to its form', async () => {
  const { document } = await notice();
  const editor = vscode.window.activeTextEditor!;
  const place = find(document, '3.建成');
  await editor.edit((edit) => edit.replace(place, '3．建成'));
  const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
    'vscode.executeFormatDocumentProvider',
    NUMBERS,
    {
      tabSize: 2,
      insertSpaces: true,
    },
  );
  const change = new vscode.WorkspaceEdit();
  change.set(NUMBERS, edits);
  assert.ok(await vscode.workspace.applyEdit(change));
  assert.ok(document.getText().includes('3.建成'));
  assert.ok(vscode.languages.getDiagnostics(NUMBERS).map(ruleOf).length > 0);
});
