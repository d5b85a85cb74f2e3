/** The official table as a workbook. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../../../.scripts/load.mjs';
import { bare, check, python, run } from './programs.mjs';
import { sources } from './sources.mjs';

const FORMS = ['full', 'brief', 'progress'];

export async function make(folder) {
  const { make: write } = await load({
    entryPoints: [new URL('table-xlsx.ts', import.meta.url).pathname],
    alias: { fflate: 'fflate/browser' },
  });
  const made = [];
  for (const { name, text, long } of sources()) {
    for (const form of long ? FORMS : ['full']) {
      const workbook = write(text, form);
      if (!workbook) continue;
      const file = path.join(folder, `${name}-${form}.xlsx`);
      writeFileSync(file, workbook.bytes);
      made.push({ file, expected: workbook.expected });
    }
  }
  return made;
}

/** @param made what make() gave, each with its `pdf` */
export function checkAll(made) {
  for (const one of made) if (one.pdf) checkPages(one);
  python(
    'read_sheet.py',
    made.map(({ file, expected }) => ({ file, expected })),
  );
}

function checkPages({ file, expected, pdf }) {
  const name = path.basename(file);
  // In the order in which the cells were drawn: a cell's lines stand together.
  const text = run(`${name} has text`, 'pdftotext', ['-raw', pdf, '-']) ?? '';
  const pages = text.split('\f').slice(0, -1).map(bare);
  const as = `${name}: LibreOffice has the ${expected.pages.length} pages that the layout has`;
  if (!check(pages.length === expected.pages.length, as, String(pages.length))) return;
  const wrong = expected.pages.flatMap(({ first, last }, at) =>
    [...first, ...last]
      .filter((cell) => !pages[at].includes(bare(cell)))
      .map((cell) => `page ${at + 1} lacks ${bare(cell).slice(0, 40)}`),
  );
  check(
    wrong.length === 0,
    `${name}: each page begins with its labels and ends with its last row`,
    wrong.slice(0, 3).join('; '),
  );
}
