import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('docs/rules says what the rules say (node .scripts/rule-docs.mjs writes it anew)', () => {
  const script = fileURLToPath(new URL('../../.scripts/rule-docs.mjs', import.meta.url));
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
}, 30_000);
