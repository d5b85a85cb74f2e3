/** PDF and printed web pages against what the layout says of each page. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { getDocumentProxy } from 'unpdf';
import { bare, check, pagesOf, rulesOf, sorted } from './programs.mjs';

const MM = 72 / 25.4;

/** The maker of documents, bundled so that the libraries find Node. */
export async function maker(folder) {
  const outfile = path.join(folder, 'make.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('drawn-pages.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    // CommonJS libraries reach for Node's modules by require().
    banner: { js: "import{createRequire as make_}from'node:module';const require=make_(import.meta.url);" },
  });
  return (await import(pathToFileURL(outfile).href)).make;
}

/** @param looks whether pages are drawn to look at their rules, which takes longest */
export async function checkPages(name, pdf, expected, looks = true) {
  const pages = pagesOf(pdf);
  const count = expected.pages.length;
  if (!check(pages.length === count, `${name} has the ${count} pages of the layout`, String(pages.length))) return;
  const all = (find) =>
    pages.flatMap((page, at) => find(page, expected.pages[at]).map((fault) => `page ${at + 1} ${fault}`));
  const say = (faults, what) => check(faults.length === 0, `${name}: ${what}`, faults.slice(0, 3).join('; '));
  say(all(sizeOff), 'pages are A4, upright or turned');
  say(all(textOff), 'each page holds what the model says, no more and no less');
  const pieces = await piecesOf(pdf);
  const off = all((_, page) => placesOff(pieces[expected.pages.indexOf(page)], page));
  say(off, 'lines, row numbers and page numbers stand within a millimetre of the layout');
  const tables = expected.pages.flatMap((page, at) => (page.table ? [at] : []));
  const seen = looks ? [...new Set([tables[0], tables.at(-1)])].filter((at) => at !== undefined) : [];
  if (seen.length)
    say(
      seen.flatMap((at) => rulesOff(pdf, at + 1, expected.pages[at].table)),
      'the table’s edges are right',
    );
}

function sizeOff({ width, height }, expected) {
  return Math.abs(width - expected.width) <= MM && Math.abs(height - expected.height) <= MM
    ? []
    : [`is ${width} × ${height} pt`];
}

function textOff({ words }, { text }) {
  const [is, should] = [sorted(words.map((word) => word.text).join('')), sorted(visible(text))];
  return is === should
    ? []
    : [`has ${difference(is, should) || 'nothing'} too much, ${difference(should, is) || 'nothing'} too little`];
}

/** What has no shape is drawn by no one. */
function visible(text) {
  return text.normalize('NFC').replace(/[\p{Cf}\p{Variation_Selector}]/gu, '');
}

function difference(one, other) {
  const left = [...other];
  return [...one]
    .filter((character) => {
      const at = left.indexOf(character);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .join('');
}

/** Where the baseline of Han faces is below the middle of their em box, in em; faces differ by some hundredths. */
const BASELINE = 0.38;
const FACES_DIFFER = 0.06;

/** Pieces of text as pdf.js finds them, upright ones and those turned clockwise. Lengths are in points, from the upper left. */
async function piecesOf(pdf) {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(pdf)));
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const height = page.view[3];
    pages.push(
      items
        .filter((item) => item.str?.trim())
        .map(({ str, width, transform: [, turned, , , x, y] }) => ({
          text: str,
          turned: turned < 0,
          left: x,
          right: x + width,
          baseline: height - y,
          end: height - y + width,
        })),
    );
  }
  return pages;
}

function placesOff(pieces, { placed, number }) {
  const off = placed.flatMap((one) => {
    const should = one.middle + BASELINE * one.size;
    const allowed = Math.max(MM, one.size * FACES_DIFFER);
    const line = pieces
      .filter((piece) => !piece.turned && Math.abs(piece.baseline - should) <= allowed)
      .sort((a, b) => a.left - b.left);
    const short = `“${one.text.slice(0, 12)}”`;
    const at = `${(should / MM).toFixed(1)} mm`;
    if (one.centre !== undefined) {
      const is = line.some(
        ({ text, left, right }) => text === one.text && Math.abs((left + right) / 2 - one.centre) <= MM,
      );
      return is ? [] : [`${short} is not at ${at}`];
    }
    const text = bare(line.map((piece) => piece.text).join(''));
    if (!holds(text, bare(visible(one.text)))) return [`${short} is not at ${at}, but ${text.slice(0, 30)}`];
    const far = (edge, place) => !line.some((piece) => Math.abs(piece[edge] - place) <= MM);
    return [
      ...(one.left !== undefined && !/^\s/.test(one.text) && far('left', one.left)
        ? [`${short} does not begin at ${(one.left / MM).toFixed(1)} mm`]
        : []),
      ...(one.right !== undefined && far('right', one.right)
        ? [`${short} does not end at ${(one.right / MM).toFixed(1)} mm`]
        : []),
    ];
  });
  if (!number) return off;
  const turned = pieces.filter((piece) => piece.turned);
  const text = bare(turned.map((piece) => piece.text).join(''));
  const from = Math.min(...turned.map(({ baseline }) => baseline));
  const to = Math.max(...turned.map(({ end }) => end));
  const right =
    text === bare(number.text) &&
    turned.every(({ left }) => Math.abs(left + BASELINE * number.size - number.middle) <= MM) &&
    (number.top === undefined || Math.abs(from - number.top) <= MM) &&
    (number.bottom === undefined || Math.abs(to - number.bottom) <= MM);
  return right ? off : [...off, `the number ${text} runs from ${(from / MM).toFixed(1)} to ${(to / MM).toFixed(1)} mm`];
}

/** Chromium writes radicals, or another dash, for characters that share a glyph with them; poppler reads them back. */
const RADICAL = /[\u2015\u2e80-\u2fdf]/;

function holds(text, part) {
  const [all, some] = [[...text], [...part]];
  return all.some((_, at) =>
    some.every((character, i) => all[at + i] === character || RADICAL.test(all[at + i] ?? '')),
  );
}

function rulesOff(pdf, page, { left, right, top }) {
  const { across } = rulesOf(pdf, page, 8);
  const long = across.filter(({ from, to }) => to - from > 200);
  if (!long.length) return [`page ${page} has no rules`];
  return [
    ['left', long[0].from, left],
    ['right', long[0].to, right],
    ['upper', long[0].at, top],
  ].flatMap(([edge, is, should]) =>
    Math.abs(is - should / MM) <= 1
      ? []
      : [`page ${page}: ${edge} edge at ${is.toFixed(1)} and not ${(should / MM).toFixed(1)} mm`],
  );
}
