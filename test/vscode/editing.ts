/** What the editor shows of a notice. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, test } from './harness.ts';
import { find, gapIn, isGap, NUMBERS, notice, show } from './support.ts';

test('a notice activates the extension and its commands', async () => {
  await show(NUMBERS);
  const extension = vscode.extensions.getExtension('tasknotice.tasknotice');
  assert.ok(extension);
  await extension.activate();
  const known = await vscode.commands.getCommands(true);
  for (const { command } of extension.packageJSON.contributes.commands) assert.ok(known.includes(command), command);
});

test('its editor leaves full-width punctuation unmarked and wraps lines', async () => {
  const { document } = await show(NUMBERS);
  const editor = vscode.workspace.getConfiguration('editor', document);
  assert.equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
  assert.equal(editor.get('wordWrap'), 'on');
});

test('a gap in the numbers is found, and is gone when it is mended', async () => {
  const editor = await notice();
  const [gap] = vscode.languages.getDiagnostics(NUMBERS).filter(isGap);
  assert.equal(gap?.source, 'tasknotice');
  assert.ok(find(editor.document, '3.建成').contains(gap.range.start));
  for (const [wrong, right] of [
    ['3.建成', '2.建成'],
    ['4.引进', '3.引进'],
    ['5.开工', '4.开工'],
  ] as const) {
    await editor.edit((edit) => edit.replace(find(editor.document, wrong), right));
  }
  await findings(NUMBERS, (all) => !gapIn(all));
});

test('a quick fix mends the gap', async () => {
  const { document } = await notice();
  const [gap] = vscode.languages.getDiagnostics(NUMBERS).filter(isGap);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    NUMBERS,
    gap!.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  const fix = actions.find(({ edit }) => edit?.get(NUMBERS).some(({ range }) => range.intersection(gap!.range)));
  assert.ok(fix?.edit, 'a fix is offered');
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  await findings(NUMBERS, (all) => !all.some((finding) => isGap(finding) && finding.range.isEqual(gap!.range)));
  assert.ok(document.getText().includes('2.建成茶叶交易中心一期。'));
});

test('the outline holds headings, tasks and their lead units', async () => {
  await notice();
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    NUMBERS,
  );
  const heading = symbols.find(({ name }) => name.includes('做强特色产业'));
  const task = heading?.children.find(({ name }) => name.includes('建成茶叶交易中心'));
  assert.equal(heading?.children.length, 3);
  assert.ok(task?.detail.includes('县财政局'), task?.detail);
});

test('sections fold', async () => {
  const { document } = await notice();
  const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    NUMBERS,
  );
  const line = find(document, '一、做强特色产业').start.line;
  assert.ok(ranges.some(({ start }) => start === line));
});

test('hover says what the registry knows of a unit', async () => {
  const { document } = await notice();
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    NUMBERS,
    find(document, '县财政局').start.translate(0, 1),
  );
  const said = hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)));
  assert.ok(said.join('\n').includes('云溪县财政局'), said.join('\n'));
});

test('units of the registry are completed', async () => {
  const { document } = await notice();
  const place = find(document, '牵头单位：县').end;
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    NUMBERS,
    place,
  );
  const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.ok(labels.includes('县教育局'), labels.join(' '));
});

test('a unit leads to its record in the registry', async () => {
  const { document } = await notice();
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    NUMBERS,
    find(document, '县教育局').start.translate(0, 1),
  );
  const places = found.map((place) => ('targetUri' in place ? place.targetUri : place.uri).path);
  assert.ok(
    places.some((path) => path.endsWith('云溪县.registry')),
    places.join(' '),
  );
});
