/** The pages hang together: links lead somewhere, and the README starts with the commands that a stranger needs. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/shared.ts';

const pages = ['.', 'docs', 'docs/rules', 'examples'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);

function read(page: string): string {
  return readFileSync(path.join(root, page), 'utf8');
}

/** The anchors of a page's headings, as GitHub and VS Code make them. */
function anchorsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the pages', () => {
  it.each(pages)('%s has no dead link', (page) => {
    const dead: string[] = [];
    const text = read(page).replace(/^```[\s\S]*?^```$/gm, '');
    for (const [, link] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link!)) continue;
      const [file, anchor] = decodeURIComponent(link!).split('#') as [string, string?];
      const target = path.normalize(path.join(path.dirname(page), file || path.basename(page)));
      if (!existsSync(path.join(root, target))) dead.push(link!);
      else if (anchor && !anchorsOf(target).includes(anchor)) dead.push(link!);
    }
    expect(dead).toEqual([]);
  });

  it.each(['README.md', 'README.en.md'])('%s starts with the demonstration and the tests', (page) => {
    const [demo, test] = [...read(page).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, lines]) => lines);
    expect([demo, test]).toEqual(['npm ci && npm run demo\n', 'npm ci && npm test\n']);
  });

  it('have pictures that load at once', () => {
    const folder = path.join(root, 'docs/images');
    for (const name of readdirSync(folder))
      expect(statSync(path.join(folder, name)).size, name).toBeLessThan(400 * 1024);
  });
});
