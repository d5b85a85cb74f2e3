/** Table and notice as PDF, looked at by poppler. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkPages, maker } from './drawn-pages.mjs';
import { check, run } from './programs.mjs';
import { sources } from './sources.mjs';

const DOCUMENTS = [
  ['table', 'full', {}],
  ['table', 'progress', { form: { template: 'progress' } }],
  ['notice', 'notice', {}],
  ['notice', 'annexed', { annexTable: true }],
];

export async function make(folder) {
  const write = await maker(folder);
  const made = [];
  for (const { name, text, long } of sources()) {
    for (const [document, kind, options] of DOCUMENTS) {
      if (!long && kind !== 'full' && kind !== 'notice') continue;
      const one = await write(text, document, 'pdf', options);
      if (!one) continue;
      const file = path.join(folder, `${name}-${kind}.pdf`);
      writeFileSync(file, one.content);
      const again = long ? await write(text, document, 'pdf', options) : one;
      const same = Buffer.compare(again.content, one.content) === 0;
      made.push({ file, expected: one.expected, same, looks: long });
    }
  }
  return made;
}

export async function checkAll(made) {
  const changed = made.filter(({ same }) => !same);
  check(changed.length === 0, 'two runs give the same PDF', changed.map(({ file }) => path.basename(file)).join(', '));
  for (const { file, expected, looks } of made) {
    const name = path.basename(file);
    await checkPages(name, file, expected, looks);
    const info = run(`${name} has properties`, 'pdfinfo', [file]) ?? '';
    const field = (key) => new RegExp(`^${key}:\\s*(.*)$`, 'm').exec(info)?.[1] ?? '';
    const is = `${field('Title')} / ${field('Author')} / ${field('CreationDate')}`;
    check(is === `${expected.title} / ${expected.author} / `, `${name} bears title and author, and no date`, is);
    const fonts = (run(`${name} has fonts`, 'pdffonts', [file]) ?? '').trim().split('\n').slice(2);
    const out = fonts.filter((line) => !/\byes yes yes\s+\d+\s+\d+$/.test(line));
    check(
      fonts.length > 0 && out.length === 0,
      `${name} carries its faces, in part, with their characters`,
      out.join('; '),
    );
  }
}
