/** The extension as a drafter meets it, in a real VS Code with the real server. VS Code calls run(). */
import './editing.ts';
import './commands.ts';
import './findings.ts';

export { runAll as run } from './harness.ts';
