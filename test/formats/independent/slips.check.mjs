/** Slips, load and calendar: of the examples, of one that has everything, and of real notices. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../../../.scripts/load.mjs';
import { bare, check, pagesOf, python, run } from './programs.mjs';
import { sources } from './sources.mjs';

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
const BROWSER = process.env.CHROMIUM ?? 'chromium';

/** What LibreOffice doesn't open: pages and calendars. */
const others = [];

export async function make(folder) {
  const { make: write } = await load({
    entryPoints: [new URL('slips.ts', import.meta.url).pathname],
    alias: { fflate: 'fflate/browser' },
  });
  const documents = [];
  const long = [{ name: '频次与年度', text: everything() }, ...sources().filter((source) => source.long)];
  for (const { name, text } of long) {
    const registry = path.join(examples, /^名册：(.+)$/m.exec(text)?.[1] ?? '-');
    const made = await write(text, existsSync(registry) ? readFileSync(registry, 'utf8') : undefined);
    for (const [at, { type, content, expected }] of made.entries()) {
      const file = path.join(folder, `${name}-${at}.${type}`);
      writeFileSync(file, content);
      (type === 'docx' || type === 'xlsx' ? documents : others).push({ file, expected });
    }
  }
  return documents;
}

/** @param made what make() gave, each with its `pdf` */
export function checkAll(made) {
  const slips = made.filter(({ expected }) => expected.slip);
  for (const one of slips) if (one.pdf) checkSlip(one);
  const pages = others.filter(({ file }) => file.endsWith('html'));
  if (hasBrowser()) for (const one of pages) checkPage(one);
  else console.log('# skipped: no Chromium to print the pages of the load');
  const printed = (pdf) => (pdf ? pagesOf(pdf).length : 0);
  python('read_slips.py', [
    ...made.map(({ file, expected, pdf }) => ({ file, printed: printed(pdf), ...expected })),
    ...others.filter(({ expected }) => expected.calendar).map(({ file, expected }) => ({ file, ...expected })),
  ]);
}

function checkSlip({ file, expected: { slip }, pdf }) {
  const name = path.basename(file);
  const pages = pagesOf(pdf).map(({ words }) => bare(words.map(({ text }) => text).join('')));
  if (file.endsWith('docx'))
    check(
      pages.length === slip.pages,
      `${name}: LibreOffice has the ${slip.pages} pages that the layout has`,
      `${pages.length}`,
    );
  // Words of a header may stand below each other, with those of its neighbours between.
  const without = pages.flatMap((text, at) => (text.includes('职责') && text.includes('主要任务') ? [] : [at + 1]));
  check(without.length === 0, `${name} has its header on every page`, `not on ${without}`);
  check(pages[0]?.includes(bare(slip.title)), `${name} begins with its title`);
}

function hasBrowser() {
  try {
    execFileSync(BROWSER, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function checkPage({ file, expected }) {
  const name = path.basename(file);
  const pdf = `${file}.pdf`;
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--no-pdf-header-footer'];
  const profile = `--user-data-dir=${path.join(path.dirname(file), 'chromium')}`;
  run(`${name} prints`, BROWSER, [...flags, ...quiet, profile, `--print-to-pdf=${pdf}`, `file://${file}`]);
  if (!existsSync(pdf)) return;
  const pages = pagesOf(pdf);
  const boxes = readFileSync(file, 'utf8').split('<section class="page').length - 1;
  check(pages.length === boxes, `${name} prints on as many pages as it has, ${boxes}`, `${pages.length}`);
  const sizes = pages.map(({ width, height }) => [width, height].map(Math.round).sort().join(' '));
  check(
    sizes.every((size) => size === '595 842'),
    `${name} prints on A4`,
    sizes.join(', '),
  );
  // A row that ran over its page would stand below the page's number.
  const low = pages.flatMap(({ words }, at) => {
    const lowest = [...words].sort((a, b) => b.bottom - a.bottom)[0]?.text ?? '';
    return /^(?:—|\d+)$/.test(lowest) ? [] : [`${at + 1}: ${lowest}`];
  });
  check(low.length === 0, `${name} keeps within its pages`, low.join(', '));
  const text = bare(pages[0]?.words.map((word) => word.text).join('') ?? '');
  check(text.includes(bare(expected.load.title)), `${name} begins with its title`);
}

/** Many leaders and units, deadlines that recur, in stages and over years, long names, marks of every format. */
function everything() {
  const surnames = [...'岑戚纪司江符濮乐钟万向卓柯'];
  const units = [...'农林水土文教卫工商交信粮渔茶'].map((work) => `县${work}业发展局`);
  const deadlines = [
    '每月30日前',
    '每季度',
    '每季度次月10日前',
    '每半年',
    '每周',
    '每旬',
    '每年11月15日前',
    '2026年3月底前完成选址，9月底前建成',
    '2027年6月底前',
    '持续推进',
  ];
  const tasks = Array.from({ length: 90 }, (_, at) => {
    const lead = at % 9 ? units[at % units.length] : '县茶叶、湖泊与湿地（含渡口）综合保护利用工作领导小组办公室';
    return `${at + 1}.${at % 7 ? '修缮村道' : '新建“茶园”<一期>&仓库，'.repeat(1 + (at % 4))}${at + 1}处，建档=立卡；\\销号。
牵头领导：${surnames[at % surnames.length]}知${'远行舟'[at % 3]}。
牵头单位：${lead}。
协同单位：${units[(at * 5 + 1) % units.length]}、${units[(at * 7 + 2) % units.length]}，各乡镇。
完成时限：${deadlines[at % deadlines.length]}。
`;
  });
  const title = '云溪县人民政府办公室关于印发2026—2027年村道和茶园任务的通知';
  const [first, second] = [tasks.slice(0, 45), tasks.slice(45)].map((some) => some.join('\n'));
  return `云溪县人民政府办公室\n\n云政办发〔2026〕9号\n\n${title}\n\n2026年2月10日\n\n一、修缮\n\n${first}\n二、新建\n\n${second}`;
}
