/** Table and notice as web pages, printed by Chromium. Left out where there is no Chromium. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { checkPages, maker } from './drawn-pages.mjs';
import { check } from './programs.mjs';
import { sources } from './sources.mjs';

const BROWSER = process.env.CHROMIUM ?? 'chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
];
const AT_ONCE = 2;

const DOCUMENTS = [
  ['table', 'full', {}],
  ['table', 'progress', { form: { template: 'progress' } }],
  ['notice', 'notice', {}],
  ['notice', 'annexed', { annexTable: true }],
];

export async function make(folder) {
  if (spawnSync(BROWSER, ['--version']).status !== 0) {
    console.log('# skipped: Chromium is not here, so no web page is printed');
    return [];
  }
  const write = await maker(folder);
  const made = [];
  for (const { name, text, long } of sources()) {
    if (!long) continue;
    for (const [document, kind, options] of DOCUMENTS) {
      const one = await write(text, document, 'html', options);
      if (!one) continue;
      const html = path.join(folder, `${name}-${kind}.html`);
      writeFileSync(html, one.content);
      made.push({ html, file: path.join(folder, `${name}-${kind}-printed.pdf`), expected: one.expected });
    }
  }
  const waiting = [...made];
  await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => print(waiting, path.join(folder, `browser-${at}`))));
  return made;
}

/** Prints what waits, each in a process of its own. */
async function print(waiting, profile) {
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    const args = [...FLAGS, `--user-data-dir=${profile}`, `--print-to-pdf=${one.file}`, pathToFileURL(one.html).href];
    await promisify(execFile)(BROWSER, args, { timeout: 120_000 }).catch((error) =>
      check(false, `${path.basename(one.html)} is printed`, String(error.stderr || error.message).slice(-300)),
    );
  }
}

export async function checkAll(made) {
  for (const { file, html, expected } of made) {
    const name = path.basename(html);
    if (check(existsSync(file), `${name} prints`)) await checkPages(name, file, expected);
  }
}
