/** What changed between two notices, as a Word document to circulate. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../../../.scripts/load.mjs';
import { bare, check, pagesOf, python } from './programs.mjs';
import { sources } from './sources.mjs';

export async function make(folder) {
  const { make: write } = await load({
    entryPoints: [new URL('changes.ts', import.meta.url).pathname],
    alias: { fflate: 'fflate/browser' },
  });
  const made = [];
  for (const { name, text, long } of sources()) {
    if (!long) continue;
    const { bytes, expected } = await write(text);
    const file = path.join(folder, `${name}-变化.docx`);
    writeFileSync(file, bytes);
    made.push({ file, expected });
  }
  return made;
}

/** @param made what make() gave, each with its `pdf` */
export function checkAll(made) {
  for (const one of made) if (one.pdf) checkPages(one);
  python(
    'read_changes.py',
    made.map(({ file, expected }) => ({ file, expected })),
  );
}

function checkPages({ file, expected, pdf }) {
  const name = path.basename(file);
  const pages = pagesOf(pdf);
  const lying = pages.every(({ width, height }) => width > height);
  check(lying, `${name} lies on all ${pages.length} pages`);
  const texts = pages.map(({ words }) => bare(words.map(({ text }) => text).join('')));
  check(texts[0].startsWith(bare(expected.title.join(''))), `${name} begins with its title`, texts[0].slice(0, 60));
  // Behind the last table stand words without one.
  const without = pages.flatMap(({ words }, at) => {
    const heads = ['变化', '原文', '新文'].every((head) => words.some(({ text }) => text === head));
    return heads || at + 1 === pages.length ? [] : [at + 1];
  });
  check(without.length === 0, `${name} has its header on every page`, `not on ${without}`);
  const unnumbered = texts.flatMap((text, at) => (text.includes(`—${at + 1}—`) ? [] : [at + 1]));
  check(unnumbered.length === 0, `${name} has its page numbers`, `not on ${unnumbered}`);
}
