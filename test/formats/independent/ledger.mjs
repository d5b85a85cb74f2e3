/**
 * Ledgers go out, are sorted, widened, reworded and filled in with LibreOffice, and come back: each report must come to
 * its own task, and nothing may be lost.
 *
 *     node test/formats/independent/ledger.mjs NOTICE…      needs dist (npm run build), LibreOffice and python3-uno
 *
 * Prints a line `ok …`, `not ok …` or `skip …` for each check. Exit 0 where all hold, 1 where one doesn't.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const CLI = path.resolve(import.meta.dirname, '../../../dist/cli.js');
const PYTHON = '/usr/bin/python3';
/** What becomes of the hidden column: it goes along, it is deleted, a sort leaves it where it was. */
const HIDDEN = ['kept', 'cut', 'left-behind'];

let failed = 0;

function check(ok, what, detail = '') {
  console.log(`${ok ? 'ok' : 'not ok'} - ${what}${detail && !ok ? `: ${detail}` : ''}`);
  if (!ok) failed++;
}

function tasknotice(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

function works(program, ...args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
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

const notices = process.argv.slice(2);
if (!notices.length) {
  console.error('usage: node test/formats/independent/ledger.mjs NOTICE…');
  process.exit(2);
}
if (!works('soffice', '--version') || !works(PYTHON, '-c', 'import uno')) {
  console.log('skip - LibreOffice or python3-uno is not installed: no ledger was edited in it');
  process.exit(0);
}
const folder = mkdtempSync(path.join(tmpdir(), 'tasknotice-ledger-'));
try {
  const jobs = [];
  notices.forEach((notice, at) => {
    // A copy: the progress stands beside the notice.
    const copy = path.join(folder, `${at}.notice`);
    copyFileSync(notice, copy);
    const sent = path.join(folder, `${at}.xlsx`);
    const { status, stderr } = tasknotice('export', copy, '--what', 'ledger', '-o', sent);
    if (status !== 0) {
      check(stderr.includes('没有读到任务'), `${path.basename(notice)}: a ledger goes out`, stderr);
      return;
    }
    for (const hidden of HIDDEN)
      jobs.push({
        in: sent,
        out: path.join(folder, `${at}-${hidden}.xlsx`),
        hidden,
        copy,
        name: path.basename(notice),
      });
  });
  const list = path.join(folder, 'jobs.json');
  writeFileSync(list, JSON.stringify(jobs));
  const edit = path.join(import.meta.dirname, 'ledger_edit.py');
  const rows = JSON.parse(execFileSync(PYTHON, [edit, path.join(folder, 'profile'), list], { encoding: 'utf8' }));
  jobs.forEach(({ out, copy, hidden, name }, at) => {
    const what = `${name}, hidden column ${hidden}`;
    const progress = path.join(folder, `${at}.progress.json`);
    const read = tasknotice('ledger', 'read', out, '--notice', copy, '-o', progress);
    check(read.status === 1, `${what}: read, with rows to look at`, `${read.status} ${read.stderr}`);
    const { tasks, unmatched } = JSON.parse(
      tasknotice('ledger', 'show', copy, '--progress', progress, '--format', 'json').stdout || '{"tasks":[]}',
    );
    const wrong = tasks.filter((task) => !isRight(task));
    check(
      tasks.length > 0 && !wrong.length,
      `${what}: ${tasks.length} tasks have their own reports`,
      wrong.map(({ n, text, reports }) => `${n} ${text} ${JSON.stringify(reports)}`).join('\n'),
    );
    const lost = (unmatched ?? []).map(({ row }) => row);
    check(
      String(lost) === String([rows[at].subtotal, rows[at].note]),
      `${what}: the subtotal and the note are kept apart`,
      JSON.stringify(unmatched),
    );
  });
  // Read again, it is the same.
  const [first] = jobs;
  if (first) {
    const progress = path.join(folder, '0.progress.json');
    const before = readFileSync(progress, 'utf8');
    tasknotice('ledger', 'read', first.out, '--notice', first.copy, '-o', progress);
    check(readFileSync(progress, 'utf8') === before, `${first.name}: read twice is read once`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
