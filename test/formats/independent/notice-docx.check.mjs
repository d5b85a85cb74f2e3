/** The notice as a Word document on the official page. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../../../.scripts/load.mjs';
import { bare, check, pagesOf, python, rulesOf } from './programs.mjs';
import { sources } from './sources.mjs';

const MM = 72 / 25.4;

/** What an office says of a draft beside its text. */
const FRONT =
  '---\n份号：000012\n密级：机密★1年\n紧急程度：特急\n发文机关标志：云溪县人民政府文件\n签发人：周明川\n抄送：县委各部门，县人大办、县政协办。\n印发机关：云溪县人民政府办公室\n印发日期：2026年2月11日\n---\n';

/** Nothing but Han characters: full pages of it hold 22 lines of 28. */
const PURE = `云溪县人民政府关于做好春耕工作的通知\n\n各乡镇人民政府：\n\n${'春耕时节农事繁忙各地要抢抓农时备足种子化肥检修泵站沟渠做好农机调度和技术指导'.repeat(40)}\n`;

export async function make(folder) {
  const { make: write } = await load({
    entryPoints: [new URL('notice-docx.ts', import.meta.url).pathname],
    alias: { fflate: 'fflate/browser' },
  });
  const made = [];
  // Pages are drawn of those whose rules differ from the others'.
  const add = async (name, text, options, drawn = true) => {
    const document = await write(text, options);
    const file = path.join(folder, `${name}.docx`);
    writeFileSync(file, document.bytes);
    made.push({ file, expected: document.expected, drawn });
  };
  for (const { name, text, long } of sources()) {
    await add(name, text, {}, long);
    if (!long || text.startsWith('---')) continue;
    await add(`${name}-版头`, FRONT + text, { sealed: false });
    await add(`${name}-单面`, FRONT + text, { sides: 'one' });
  }
  await add('满页', PURE, {});
  return made;
}

/** @param made what make() gave, each with its `pdf` */
export function checkAll(made) {
  for (const one of made) if (one.pdf) checkPages(one);
  python(
    'read_notice.py',
    made.map(({ file, expected }) => ({ file, expected })),
  );
}

function checkPages({ file, expected, pdf, drawn }) {
  const name = path.basename(file);
  const pages = pagesOf(pdf);
  const { area } = expected;
  // Tables have their own checks; their pages here are counted by table-docx.
  const as = `${name}: LibreOffice has the ${expected.pages.length} pages that the layout has`;
  if (!check(pages.length === expected.pages.length, as, String(pages.length))) return;
  const wrong = [];
  const numbers = [];
  for (const [at, page] of pages.entries()) {
    const { turned, lines, numbered } = expected.pages[at];
    if (turned) continue;
    const [found, number] = parted(page.words, (area.top + area.height + 2) * MM);
    wrong.push(...differences(found, lines, at + 1, area));
    numbers.push(...numberOff(number, at + 1, numbered, expected));
  }
  check(wrong.length === 0, `${name}: every line stands where the layout has it`, wrong.slice(0, 3).join('; '));
  check(numbers.length === 0, `${name}: page numbers stand where they should`, numbers.slice(0, 3).join('; '));
  const ruled = expected.pages.flatMap((page, at) =>
    drawn && page.rules.length ? rulesOff(pdf, at + 1, page.rules, area) : [],
  );
  if (drawn) check(ruled.length === 0, `${name}: rules are right to a millimetre`, ruled.slice(0, 3).join('; '));
  if (name.startsWith('满页')) checkFull(pages, area);
}

function checkFull(pages, area) {
  const [lines] = parted(pages[1].words, (area.top + area.height + 2) * MM);
  check(lines.length === 22, 'a full page holds 22 lines', String(lines.length));
  const lengths = new Set(lines.map((words) => bare(textOf(words)).length));
  check(lengths.size === 1 && lengths.has(28), 'a full line holds 28 characters', [...lengths].join());
  const [left, right] = [Math.min(...lines.map(leftOf)), Math.max(...lines.map(rightOf))];
  const edges = [left - area.left, right - area.left - area.width].map((off) => off.toFixed(2));
  check(
    edges.every((off) => Math.abs(off) < 1),
    'full lines reach from edge to edge of the type area',
    edges.join(),
  );
}

const textOf = (words) => words.map((word) => word.text).join('');
const leftOf = (words) => Math.min(...words.map((word) => word.left)) / MM;
const rightOf = (words) => Math.max(...words.map((word) => word.right)) / MM;

/** The lines of a page, each its words from left to right, and what stands below the type area. */
function parted(words, foot) {
  const above = words.filter((word) => word.top < foot).sort((a, b) => a.bottom - b.bottom);
  const lines = [];
  for (const word of above) {
    const last = lines.at(-1);
    // Lines are 10 mm apart; faces of one line end at about one height.
    if (last && word.bottom - last[0].bottom < 10) last.push(word);
    else lines.push([word]);
  }
  for (const line of lines) line.sort((a, b) => a.left - b.left);
  return [lines, words.filter((word) => word.top >= foot)];
}

function differences(found, lines, page, area) {
  const is = found.map((words) => bare(textOf(words)));
  const should = lines.map(({ text }) => bare(text));
  const at = should.findIndex((text, i) => text !== is[i]);
  if (at >= 0 || is.length !== should.length) {
    const line = at < 0 ? should.length : at;
    return [`page ${page} line ${line + 1} is ${is[line]} and not ${should[line]}`];
  }
  return found.flatMap((words, i) => {
    const { left, bottom, imprint, text } = lines[i];
    const low = Math.max(...words.map((word) => word.bottom)) / MM;
    const off = [];
    // A mark such as “ stands in the right half of its place.
    if (Math.abs(leftOf(words) - left) > 1)
      off.push(`${text.slice(0, 8)} begins at ${leftOf(words).toFixed(1)} mm and not ${left.toFixed(1)}`);
    if (!imprint && words[0].bottom - words[0].top < 40 && Math.abs(low - bottom) > 1)
      off.push(`${text.slice(0, 8)} ends at ${low.toFixed(1)} mm and not ${bottom.toFixed(1)}`);
    if (rightOf(words) > area.left + area.width + 1)
      off.push(`${text.slice(0, 8)} reaches to ${rightOf(words).toFixed(1)} mm`);
    return off.map((what) => `page ${page}: ${what}`);
  });
}

function numberOff(words, page, numbered, { area, number }) {
  const text = bare(textOf(words));
  if (!numbered) return text ? [`page ${page} has the number ${text}`] : [];
  if (text !== `—${page}—`) return [`page ${page} has the number ${text}`];
  const [is, should] =
    page % 2 === 1
      ? [rightOf(words), area.left + area.width - number.aside]
      : [leftOf(words), area.left + number.aside];
  const off = [];
  if (Math.abs(is - should) > 1) off.push(`number of page ${page} at ${is.toFixed(1)} mm and not ${should.toFixed(1)}`);
  const dash = words.find((word) => word.text.startsWith('—'));
  const middle = (dash.top + dash.bottom) / 2 / MM;
  const line = area.top + area.height + number.below;
  if (Math.abs(middle - line) > 1)
    off.push(`number of page ${page} is ${middle.toFixed(1)} mm down and not ${line.toFixed(1)}`);
  return off;
}

function rulesOff(pdf, page, rules, area) {
  const { across } = rulesOf(pdf, page, area.width - 4);
  return rules.flatMap((should) => {
    const rule = across.reduce((best, one) => (Math.abs(one.at - should) < Math.abs(best.at - should) ? one : best), {
      at: -99,
    });
    const off = [];
    if (Math.abs(rule.at - should) > 1)
      off.push(`page ${page}: a rule at ${rule.at.toFixed(1)} mm and not ${should.toFixed(1)}`);
    else if (Math.abs(rule.from - area.left) > 1 || Math.abs(rule.to - area.left - area.width) > 1)
      off.push(`page ${page}: a rule from ${rule.from} to ${rule.to} mm`);
    return off;
  });
}
