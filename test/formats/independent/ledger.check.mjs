/**
 * Ledgers go out, are sorted, widened, reworded and filled in by LibreOffice, and come back: each report must come to its
 * own task, and nothing may be lost.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../../../.scripts/load.mjs';
import { bare, check, pagesOf, python, run } from './programs.mjs';
import { sources } from './sources.mjs';

const PYTHON = '/usr/bin/python3';
/** What becomes of the hidden column: it goes along, it is deleted, a sort leaves it where it was. */
const HIDDEN = ['kept', 'cut', 'left-behind'];

const core = () =>
  load({
    entryPoints: [new URL('ledger.ts', import.meta.url).pathname],
    alias: { fflate: 'fflate/browser' },
  });

export async function make(folder) {
  const { make: write } = await core();
  const made = [];
  for (const { name, text, long } of sources()) {
    const ledger = long ? write(text) : undefined;
    if (!ledger) continue;
    const file = path.join(folder, `${name}.xlsx`);
    writeFileSync(file, ledger.bytes);
    made.push({ file, text, expected: ledger.expected });
  }
  return made;
}

/** @param made what make() gave, each with its `pdf` */
export async function checkAll(made) {
  for (const { file, expected, pdf } of made) if (pdf) checkPages(path.basename(file), expected, pagesOf(pdf));
  python(
    'read_sheet.py',
    made.map(({ file, expected }) => ({ file, expected })),
  );
  if (spawnSync(PYTHON, ['-c', 'import uno'], { stdio: 'ignore' }).status !== 0) {
    console.log('# skipped: python3-uno is not there, so no ledger is edited in LibreOffice');
    return;
  }
  await checkReturn(made);
}

/** Title and header on each page. */
function checkPages(name, { properties, cells }, pages) {
  const titles = [properties[0], cells.A1, cells.B1, cells.C1].map(bare);
  const without = pages.flatMap(({ words }, at) => {
    const text = bare(words.map((word) => word.text).join(''));
    return titles.every((title) => text.includes(title)) ? [] : [at + 1];
  });
  check(pages.length > 0 && without.length === 0, `${name}: title and header on each page`, `not on ${without}`);
}

async function checkReturn(made) {
  const folder = path.dirname(made[0].file);
  const jobs = made.flatMap(({ file, text }) =>
    HIDDEN.map((hidden) => ({ in: file, out: file.replace(/\.xlsx$/, `-${hidden}.xlsx`), hidden, text })),
  );
  const list = path.join(folder, 'jobs.json');
  writeFileSync(list, JSON.stringify(jobs));
  const script = fileURLToPath(new URL('ledger_edit.py', import.meta.url));
  const said = run('LibreOffice edits the ledgers', PYTHON, [script, path.join(folder, 'edits'), list]);
  if (said === undefined) return;
  const rows = JSON.parse(said);
  const { read } = await core();
  for (const [at, { in: file, out, hidden, text }] of jobs.entries()) {
    const what = `${path.basename(file)}, edited in LibreOffice, hidden column ${hidden}`;
    const { tasks, lost, again } = await read(text, readFileSync(out));
    const wrong = tasks.filter((task) => !isRight(task));
    check(
      tasks.length > 0 && wrong.length === 0,
      `${what}: all ${tasks.length} tasks have their own reports`,
      wrong.map(({ n, reports }) => `${n} ${JSON.stringify(reports)}`).join('; '),
    );
    const { subtotal, note } = rows[at];
    check(String(lost) === String([subtotal, note]), `${what}: the rows put in are kept apart`, String(lost));
    check(again, `${what}: read twice is read once`);
  }
}

/** What ledger_edit.py put into the row of the task with this serial number. */
function isRight({ n, reports }) {
  const [report, ...more] = reports;
  if (more.length) return false;
  if (n % 7 === 0) return !report?.progress && report?.others?.联系电话 === `0555-${n}`;
  return (
    report?.progress === `进展-${n}` &&
    report.percent === n % 100 &&
    report.state === ['未启动', '推进中', '滞后', '已完成'][n % 4] &&
    report.date === `2026-05-${String((n % 28) + 1).padStart(2, '0')}` &&
    report.next === '-下一步，\n=分两步走' &&
    report.by === '岑柏' &&
    report.others?.联系电话 === `0555-${n}`
  );
}
