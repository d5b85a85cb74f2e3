/**
 * Runs the suite in a real VS Code. The path of VS Code is taken from VSCODE_EXECUTABLE where it is set; otherwise
 * @vscode/test-electron downloads one. The last line printed is `N passed, N failed, N skipped`.
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workspace = path.join(root, 'out/test/workspace');
const report = path.join(root, 'out/test/result.json');
const executable = process.env.VSCODE_EXECUTABLE;

// The tests write into their workspace, so they get a copy.
rmSync(workspace, { recursive: true, force: true });
cpSync(path.join(root, 'test/vscode/workspace'), workspace, { recursive: true });
rmSync(report, { force: true });

let failed = false;
try {
  await runTests({
    ...(executable && { vscodeExecutablePath: path.resolve(executable) }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'out/test/suite.cjs'),
    launchArgs: [workspace, '--disable-extensions'],
  });
} catch (error) {
  failed = true;
  console.error(String(error));
}

// VS Code ends with 0 as well where its extension host was killed: only the report says that the tests ran.
if (existsSync(report)) {
  const outcome = JSON.parse(readFileSync(report, 'utf8'));
  for (const { title, state, err } of outcome.tests) console.log(`${state}: ${title}${err ? `\n    ${err}` : ''}`);
  console.log(`${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`);
  failed ||= outcome.failed > 0 || outcome.passed === 0;
} else {
  console.error('The suite wrote no report: VS Code did not start, or its extension host was killed.');
  failed = true;
}
process.exitCode = failed ? 1 : 0;
