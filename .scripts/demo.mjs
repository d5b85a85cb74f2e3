/** `npm run demo`: checks the shipped example and writes its documents, as a first look at what the tool does. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { bundle, root } from './bundle.mjs';

const EXAMPLE = 'examples/云溪县2026年重点工作任务分解.notice';
const OUTPUT = 'out/demo';
const FINDINGS = 1;

function tasknotice(...args) {
  const { status, error } = spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  return status;
}

await bundle();
console.log(`\n检查通知 Checking the notice: ${EXAMPLE}\n`);
const linted = tasknotice('lint', EXAMPLE);
// Findings are what the example is for; only a tool that could not do its work fails the demo.
if (linted !== 0 && linted !== FINDINGS) process.exit(linted ?? 2);

mkdirSync(path.join(root, OUTPUT), { recursive: true });
const name = path.basename(EXAMPLE, '.notice');
const written = [
  ['table', `${name}-任务分解表.docx`],
  ['table', `${name}-任务分解表.xlsx`],
  ['notice', `${name}.docx`, '--annex-table'],
].map(([what, file, ...options]) => {
  const target = path.join(OUTPUT, file);
  const status = tasknotice('export', EXAMPLE, '--what', what, '-o', target, '--force', ...options);
  if (status !== 0) process.exit(status ?? 2);
  return target;
});
console.log('\n任务分解表和公文已写到 The official table and the notice are in:');
for (const target of written) {
  if (!existsSync(path.join(root, target))) throw new Error(`${target} was not written.`);
  console.log(`  ${path.join(root, target)}`);
}
