/** How long documents take to write, and how much memory: each in a process of its own, in turn with a plain use of a library. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWriters, tableOf } from './build.mjs';
import { makeNotice } from './make.mjs';
import { median, spread } from './numbers.mjs';

const WRITING = fileURLToPath(new URL('writing.mjs', import.meta.url));
const count = new Intl.NumberFormat('en').format;

/** What is written, how many rows, and the library that a plain use of stands beside it. */
const WORK = [
  ['docx', 1_000, 'docx'],
  ['docx', 10_000, undefined],
  ['xlsx', 10_000, 'hucre'],
  ['xlsx', 20_000, undefined],
];

/**
 * @param add takes (group, id, name, unit, spread, ratio)
 * @param rounds how often each is measured
 */
export async function documents(folder, env, rounds, add, say) {
  const group = '写出任务分解表 write the table';
  const core = await bundleWriters(folder);
  const table = path.join(folder, 'table.json');
  writeFileSync(table, JSON.stringify(await tableOf(folder, makeNotice(200))));
  for (const [type, rows, library] of WORK) {
    const names = library ? [type, `${type}-library`] : [type];
    const runs = Object.fromEntries(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      say(`${group} ${type} ${count(rows)} ${round + 1}/${rounds}`);
      for (const name of names) runs[name].push(write(name, rows, table, core, env));
    }
    for (const name of names) {
      const title = `${type}，${count(rows)} 行 rows${name === type ? '' : `，直接用 plain ${library}`}`;
      const id = `write.${name}.${rows}`;
      const times = runs[name].map(({ ms }) => ms);
      const plain = library && name === type ? median(runs[`${type}-library`].map(({ ms }) => ms)) : undefined;
      add(group, id, title, 'ms', spread(times), plain && median(times) / plain);
      add(group, `${id}.peak`, `${title}：内存峰值 peak memory`, 'MiB', {
        value: median(runs[name].map(({ peak }) => peak)) / 2 ** 20,
      });
    }
  }
}

function write(name, rows, table, core, env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [WRITING, name, rows, table, core], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout);
}
