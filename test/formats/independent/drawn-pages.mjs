/** PDF and printed web pages against what the layout says of each page. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
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
export function checkPages(name, pdf, expected, looks = true) {
  const pages = pagesOf(pdf);
  const count = expected.pages.length;
  if (!check(pages.length === count, `${name} has the ${count} pages of the layout`, String(pages.length))) return;
  const all = (find) =>
    pages.flatMap((page, at) => find(page, expected.pages[at]).map((fault) => `page ${at + 1} ${fault}`));
  const say = (faults, what) => check(faults.length === 0, `${name}: ${what}`, faults.slice(0, 3).join('; '));
  say(all(sizeOff), 'pages are A4, upright or turned');
  say(all(textOff), 'each page holds what the model says, no more and no less');
  say(all(placesOff), 'lines, row numbers and page numbers stand within a millimetre of the layout');
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

function placesOff({ words }, { placed }) {
  return placed.flatMap((one) => {
    const near = words.filter(
      (word) => Math.abs((word.top + word.bottom) / 2 - one.middle) <= Math.max(MM, one.size * 0.09),
    );
    const line = near.sort((a, b) => a.left - b.left);
    const short = `“${one.text.slice(0, 12)}”`;
    if (one.centre !== undefined) {
      const is = line.filter(
        (word) => word.text === one.text && Math.abs((word.left + word.right) / 2 - one.centre) <= MM,
      );
      return is.length ? [] : [`${short} is not at ${(one.middle / MM).toFixed(1)} mm`];
    }
    const text = bare(line.map((word) => word.text).join(''));
    if (!text.includes(bare(visible(one.text))))
      return [`${short} is not at ${(one.middle / MM).toFixed(1)} mm, but ${text.slice(0, 30)}`];
    const off = [];
    const far = (edge, at) => !line.some((word) => Math.abs(word[edge] - at) <= MM);
    if (one.left !== undefined && !/^\s/.test(one.text) && far('left', one.left))
      off.push(`${short} does not begin at ${(one.left / MM).toFixed(1)} mm`);
    if (one.right !== undefined && far('right', one.right))
      off.push(`${short} does not end at ${(one.right / MM).toFixed(1)} mm`);
    return off;
  });
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
