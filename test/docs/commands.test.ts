/** What docs/commands.md shows is what the command line prints. UPDATE_DOCS=1 writes it there anew. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporary } from '../support/cli.ts';
import { root } from '../support/shared.ts';

const PAGE = path.join(root, 'docs/commands.md');
/** ```console, the exit code where it is not 0, the command, and what it prints. */
const BLOCK = /^```console ?(\d?)\n\$ tasknotice (.+)\n([\s\S]*?)^```$/gm;

describe('docs/commands.md', () => {
  it('shows what the command line prints', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const folder = temporary();
    cpSync(path.join(root, 'examples'), folder, { recursive: true });
    const blocks = [...page.matchAll(BLOCK)];
    expect(blocks.length).toBeGreaterThan(8);
    let updated = page;
    for (const [block, code, command, output] of blocks) {
      const [args, file] = command!.split(' < ') as [string, string?];
      const input = file && readFileSync(path.join(folder, file), 'utf8');
      const ran = await run(args.split(' '), { cwd: folder, ...(input && { input }) });
      const printed = asShown(`${ran.stdout}${ran.stderr}`, output!);
      updated = updated.replace(block, () => block.replace(output!, () => printed));
      if (process.env.UPDATE_DOCS) continue;
      expect(printed, `${command} — where this is meant, run once with UPDATE_DOCS=1`).toBe(output);
      expect(ran.code, command).toBe(Number(code || 0));
    }
    if (process.env.UPDATE_DOCS) writeFileSync(PAGE, updated);
  });
});

/** The output, cut where the page cuts it: … stands for the rest. */
function asShown(printed: string, shown: string): string {
  const lines = printed
    .replace(/^\ufeff|\r/g, '')
    .trimEnd()
    .split('\n');
  const cut = shown.split('\n').indexOf('…');
  return `${(cut < 0 ? lines : [...lines.slice(0, cut), '…']).join('\n')}\n`;
}
