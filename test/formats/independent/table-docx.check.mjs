/** The official table as a Word document. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../../../.scripts/load.mjs';
import { bare, check, pagesOf, python, rulesOf, sorted } from './programs.mjs';
import { sources } from './sources.mjs';

const MM = 72 / 25.4;
const FORMS = ['full', 'brief', 'progress', 'annex'];

export async function make(folder) {
  const { make: write } = await load({
    entryPoints: [new URL('table-docx.ts', import.meta.url).pathname],
    alias: { fflate: 'fflate/browser' },
  });
  const made = [];
  for (const { name, text, long } of sources()) {
    for (const form of long ? FORMS : ['full']) {
      const document = await write(text, form);
      if (!document) continue;
      const file = path.join(folder, `${name}-${form}.docx`);
      writeFileSync(file, document.bytes);
      made.push({ file, expected: document.expected });
    }
  }
  return made;
}

/** @param made what make() gave, each with its `pdf` */
export function checkAll(made) {
  for (const one of made) if (one.pdf) checkPages(one);
  python(
    'read_word.py',
    made.map(({ file, expected }) => ({ file, expected })),
  );
}

function checkPages({ file, expected, pdf }) {
  const name = path.basename(file);
  const pages = pagesOf(pdf);
  const as = `${name}: LibreOffice has the ${expected.pages.length} pages that the layout has`;
  if (!check(pages.length === expected.pages.length, as, String(pages.length))) return;
  const wrong = pages.flatMap((page, at) => differences(page, at, expected));
  check(
    wrong.length === 0,
    `${name}: each page begins with its labels and holds its cells`,
    wrong.slice(0, 3).join('; '),
  );
  const off = pages.flatMap((page, at) => numberOff(page, at, expected));
  check(off.length === 0, `${name}: page numbers stand where upright pages have them`, off.slice(0, 3).join('; '));
  const shifted = [1, pages.length].flatMap((page) => rulesOff(pdf, page, expected));
  check(shifted.length === 0, `${name}: margins and columns are right to a millimetre`, shifted.slice(0, 3).join('; '));
}

const middle = ({ top, bottom }) => (top + bottom) / 2;
/** The page number stands left of the type area. */
const isNumber = (word, expected) => word.right < expected.page.left * MM;

function differences(page, at, expected) {
  const words = page.words.filter((word) => !isNumber(word, expected));
  const end = expected.headerEnds[Math.min(at, 1)];
  const header = words.filter((word) => middle(word) < end).map(({ text }) => text);
  const should = (at === 0 ? expected.above.join('') : '') + expected.header;
  const found = [];
  if (sorted(header.join('')) !== sorted(should)) found.push(`page ${at + 1} has the header ${header.join(' ')}`);
  const cells = words.filter((word) => middle(word) >= end);
  for (const { from, to, text } of expected.pages[at].zones) {
    const [left, right] = [expected.edges[from] * MM, expected.edges[to + 1] * MM];
    const inside = cells.filter((word) => word.left >= left - 1 && word.left < right - 1);
    inside.sort((a, b) => (Math.abs(a.top - b.top) > 4 ? a.top - b.top : a.left - b.left));
    const is = inside.map((word) => word.text).join('');
    const same = from === to ? bare(is) === bare(text) : sorted(is) === sorted(text);
    if (!same)
      found.push(`page ${at + 1} column ${from + 1} has ${bare(is).slice(0, 80)} and not ${bare(text).slice(0, 80)}`);
  }
  return found;
}

/** 7 mm below the type area of an upright page, a character in: on the right of odd pages, on the left of even ones. */
function numberOff(page, at, { page: paper, sizes, first }) {
  const number = first + at;
  const words = page.words.filter((word) => isNumber(word, { page: paper })).sort((a, b) => a.top - b.top);
  const text = words.map((word) => word.text).join('');
  if (bare(text) !== `—${number}—`) return [`page ${at + 1} has the number ${text}`];
  const aside = sizes.number / MM;
  const centre = (words[0].left + words[0].right) / 2 / MM;
  const off = [];
  if (Math.abs(centre - (paper.left - 7)) > 1) off.push(`number of page ${at + 1} at ${centre.toFixed(1)} mm`);
  const [is, should] =
    number % 2
      ? [words.at(-1).bottom / MM, paper.height - paper.bottom - aside]
      : [words[0].top / MM, paper.top + aside];
  if (Math.abs(is - should) > 1)
    off.push(`number of page ${at + 1} ends at ${is.toFixed(1)} mm and not ${should.toFixed(1)}`);
  // A line of text is as high as its size, of one face.
  const cell = page.words.find(
    (word) => !isNumber(word, { page: paper }) && /\d/.test(word.text) && word.bottom - word.top < 16,
  );
  const size = cell && (sizes.cell * (words[0].right - words[0].left)) / (cell.bottom - cell.top);
  if (cell && Math.abs(size - sizes.number) > 0.5) off.push(`number of page ${at + 1} is set in ${size.toFixed(1)} pt`);
  return off;
}

function rulesOff(pdf, number, { page: paper, edges, headerEnds }) {
  const { across, down } = rulesOf(pdf, number, 8);
  const long = across.filter(({ from, to }) => to - from > 200);
  const off = [];
  if (!long.length) return [`page ${number} has no rules`];
  const say = (what, is, should) => {
    if (!(Math.abs(is - should) <= 1))
      off.push(`page ${number}: ${what} at ${is?.toFixed(1)} mm and not ${should.toFixed(1)}`);
  };
  say('left edge', long[0].from, edges[0]);
  say('right edge', long[0].to, edges.at(-1));
  if (number > 1) say('upper edge', long[0].at, paper.top);
  const last = long.at(-1).at;
  if (last > paper.height - paper.bottom + 1) off.push(`page ${number}: the table ends at ${last} mm`);
  for (const edge of edges) {
    const nearest = down.reduce((best, { at }) => (Math.abs(at - edge) < Math.abs(best - edge) ? at : best), -99);
    say('a column', nearest, edge);
  }
  // The header is as high as was reckoned.
  const end = headerEnds[Math.min(number - 1, 1)] / MM;
  const rule = long.reduce((best, { at }) => (Math.abs(at - end) < Math.abs(best - end) ? at : best), -99);
  say('the end of the header', rule, end);
  return off;
}
