/**
 * Checks workbooks with programs that had no part in writing them: openpyxl reads back what the model says, LibreOffice
 * prints as many pages as were laid out, and each begins with its labels.
 *
 *     [OOXML_VALIDATOR=DIR] node test/formats/independent/xlsx.mjs NOTICE…
 *
 * Prints a line `ok …`, `not ok …` or `skip …` for each check. Exit 0 where all hold, 1 where one doesn't.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../../..');
const PYTHON = '/usr/bin/python3';
/** A digit of the default face, in mm: 8 pixels of 1/96 inch. */
const MM_PER_DIGIT = (8 / 96) * 25.4;

let failed = 0;

function say(line) {
  console.log(line);
  if (line.startsWith('not ok')) failed++;
}

function check(ok, what, detail = '') {
  say(`${ok ? 'ok' : 'not ok'} - ${what}${detail && !ok ? `: ${detail}` : ''}`);
}

/** The output of a program; undefined where it isn't there. */
function run(program, args, options = {}) {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
      ...options,
    });
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    // The validator says what is wrong on its output, and fails.
    if (error.stdout) return error.stdout;
    throw error;
  }
}

const bare = (text) => text.replace(/\s/g, '');
const letter = (column) => String.fromCharCode(65 + column);

/** What the sheet of a table should hold, from its values and its layout. */
function tableModel(core, table) {
  const { layout, first, starts, widths } = core.pagesOf(table);
  const cells = {};
  const merges = [];
  const put = (row, column, value) => {
    if (value !== '') cells[`${letter(column)}${row + 1}`] = value;
  };
  const merge = (top, left, bottom, right) => {
    if (bottom > top || right > left) merges.push(`${letter(left)}${top + 1}:${letter(right)}${bottom + 1}`);
  };
  const right = table.columns.length - 1;
  put(0, 0, table.title);
  merge(0, 0, 0, right);
  if (table.totals) {
    put(1, 0, table.totals);
    merge(1, 0, 1, right);
  }
  const top = first - table.headerRows;
  table.header.forEach((cell, i) => {
    put(top + cell.row, cell.column, layout.header[i]);
    merge(top + cell.row, cell.column, top + cell.row + cell.rows - 1, cell.column + cell.columns - 1);
  });
  const inMerge = (row, column) => layout.merges.find((m) => m.column === column && row >= m.from && row <= m.to);
  for (const m of layout.merges) merge(starts[m.from], m.column, starts[m.to + 1] - 1, m.column);
  table.rows.forEach((row, at) => {
    for (let column = 0; column <= right; column++) {
      const merged = inMerge(at, column);
      const { text, shows, columns } = core.cellAt(row, column);
      if (merged && merged.from !== at) continue;
      if (!merged && !columns) continue;
      const value = table.columns[shows].id === 'n' ? Number(text) : text;
      put(starts[at], column, merged ? row.cells[column] : value);
      if (!merged) merge(starts[at], column, starts[at + 1] - 1, column + columns - 1);
    }
  });
  return {
    cells,
    merges,
    freeze: `A${first + 1}`,
    printTitles: `$${top + 1}:$${first}`,
    printArea: `$A$1:$${letter(right)}$${starts.at(-1)}`,
    pageStarts: layout.breaks.map((row) => starts[row]),
    hidden: [],
    widths: widths.map((width) => Math.round((width / MM_PER_DIGIT) * 100) / 100),
    sheets: [['任务分解表', 'visible']],
  };
}

/** The core is TypeScript. */
async function loadCore(outfile) {
  await build({
    stdin: {
      resolveDir: root,
      contents: `
        export { readNotice } from './server/model/read.ts';
        export { cellAt, officialTable } from './server/formats/table/table.ts';
        export { pagesOf, writeTable } from './server/formats/table/xlsx.ts';`,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire('/');" },
  });
  return import(pathToFileURL(outfile).href);
}

/** Prints the workbooks with LibreOffice, all at once. */
function toPdf(files, folder) {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  return run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
    timeout: 600_000,
  });
}

/** Each page as one text without blanks. */
function pagesIn(pdf) {
  return run('pdftotext', ['-raw', pdf, '-']).split('\f').slice(0, -1).map(bare);
}

function checkPages({ name, file, table, breaks }, folder) {
  const pages = pagesIn(path.join(folder, `${path.basename(file, '.xlsx')}.pdf`));
  check(pages.length === breaks.length + 1, `${name}: ${breaks.length + 1} pages, as laid out`, `${pages.length}`);
  if (pages.length !== breaks.length + 1) return;
  const wrong = [];
  [0, ...breaks].forEach((row, page) => {
    const texts = table.rows[row].cells.map(bare).filter(Boolean);
    const missing = texts.filter((text) => !pages[page].includes(text));
    if (missing.length) wrong.push(`page ${page + 1} lacks ${missing[0]}`);
    const last = (breaks[page] ?? table.rows.length) - 1;
    if (!pages[page].includes(bare(table.rows[last].cells[table.columns.findIndex(({ id }) => id === 'task')])))
      wrong.push(`page ${page + 1} does not end with row ${last + 1}`);
  });
  check(wrong.length === 0, `${name}: each page begins with its labels`, wrong.join('; '));
}

const notices = process.argv.slice(2);
if (!notices.length) {
  console.error('usage: node test/formats/independent/xlsx.mjs NOTICE…');
  process.exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), 'tasknotice-xlsx-'));
try {
  const core = await loadCore(path.join(folder, 'core.mjs'));
  const models = [];
  notices.forEach((notice, at) => {
    const read = core.readNotice(readFileSync(notice, 'utf8'));
    if (!read.tasks.length) return;
    for (const template of ['full', 'brief', 'progress']) {
      const table = core.officialTable(read, { form: { template } });
      const author = read.head.issuer?.text;
      const file = path.join(folder, `${at}-${template}.xlsx`);
      writeFileSync(file, core.writeTable(table, undefined, author));
      const { layout } = core.pagesOf(table);
      const name = `${path.basename(notice)} ${template}`;
      // A row that is taller than a page runs over several: how many, the layout does not say.
      const tall = layout.heights.some((height) => height > layout.room);
      models.push({
        name,
        file,
        ...tableModel(core, table),
        properties: [table.title, author ?? null],
        table,
        breaks: layout.breaks,
        tall,
      });
    }
  });
  const list = path.join(folder, 'models.json');
  writeFileSync(list, JSON.stringify(models.map(({ table, breaks, ...model }) => model)));
  const hasOpenpyxl =
    existsSync(PYTHON) &&
    run(PYTHON, ['-c', 'try:\n import openpyxl; print(1)\nexcept ImportError: print(0)'])?.trim() === '1';
  if (hasOpenpyxl)
    for (const line of run(PYTHON, [path.join(import.meta.dirname, 'openpyxl_check.py'), list])
      .trim()
      .split('\n'))
      say(line);
  else say('skip - openpyxl is not installed: what the sheets hold was not read back');
  const validator =
    process.env.OOXML_VALIDATOR &&
    path.join(path.resolve(process.env.OOXML_VALIDATOR), 'node_modules/.bin/ooxml-validator');
  if (validator)
    for (const { name, file } of models) {
      const { ok, errors } = JSON.parse(run(validator, [file]));
      check(ok, `${name}: valid`, JSON.stringify(errors));
    }
  else say('skip - OOXML_VALIDATOR names no folder: the workbooks were not validated');
  const pdfs = path.join(folder, 'pdf');
  mkdirSync(pdfs);
  if (
    toPdf(
      models.map(({ file }) => file),
      pdfs,
    ) === undefined
  )
    say('skip - LibreOffice is not installed: pages were not counted');
  else for (const model of models) if (!model.tall) checkPages(model, pdfs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
