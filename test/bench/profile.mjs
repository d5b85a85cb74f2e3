/**
 * Where the time goes: runs one job under V8's sampling profiler and lists the functions that take most of it.
 *
 *   node test/bench/profile.mjs parse|lint|keys|typing|start|corpus [TASKS]
 *
 * keys: anywhere; typing: in the text of tasks alone, where nothing that is usual in the notice changes.
 * start: the command line with one notice; corpus: with forty of a hundred tasks.
 * self: in the function's own code; with: with what it calls, each moment counted once.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCli, bundleCore } from './build.mjs';
import { makeNotice, makeRegistry, STYLES } from './make.mjs';

const engine = fileURLToPath(new URL('engine.mjs', import.meta.url));
const [job, size = '1000'] = process.argv.slice(2);
const MOST = 25;
const known = new Map();

const folder = mkdtempSync(path.join(os.tmpdir(), 'tasknotice-profile-'));
try {
  const files = [1, 2, 3].map((seed) =>
    write(`${seed}.notice`, makeNotice(Number(size), { style: STYLES[seed % 2], seed })),
  );
  const registry = write('云溪县.registry', makeRegistry());
  const modules = path.join(folder, 'bundle');
  const command = {
    parse: async () => [engine, 'parse', await bundleCore(modules), '12', registry, ...files],
    lint: async () => [engine, 'lint', await bundleCore(modules), '12', registry, ...files],
    keys: async () => [engine, 'keys', await bundleCore(modules), '200', registry, files[1]],
    typing: async () => [engine, 'typing', await bundleCore(modules), '200', registry, files[1]],
    corpus: async () => {
      const many = Array.from({ length: 40 }, (_, i) =>
        write(`${i + 10}.notice`, makeNotice(100, { style: STYLES[i % 2], seed: i + 10 })),
      );
      return [await bundleCli(modules), 'lint', ...many];
    },
    start: async () => [await bundleCli(modules), 'lint', files[0]],
  }[job];
  if (!command) throw new Error('node test/bench/profile.mjs parse|lint|keys|typing|start|corpus [TASKS]');
  const args = ['--cpu-prof', '--cpu-prof-interval', '200', `--cpu-prof-dir=${folder}`];
  const { status, stderr } = spawnSync(process.execPath, [...args, ...(await command())], { maxBuffer: 1e9 });
  if (status !== 0 && status !== 1) throw new Error(String(stderr));
  const profile = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  process.stdout.write(report(JSON.parse(readFileSync(path.join(folder, profile), 'utf8'))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function write(name, text) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function report({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node])));
  const self = new Map();
  const inclusive = new Map();
  const rooms = new Map();
  let total = 0;
  const add = (map, key, time) => map.set(key, (map.get(key) ?? 0) + time);
  samples.forEach((id, i) => {
    const node = byId.get(id);
    if (node.callFrame.functionName === '(idle)') return;
    const time = timeDeltas[i] / 1000;
    total += time;
    add(self, nameOf(node), time);
    add(rooms, moduleOf(node), time);
    const seen = new Set();
    for (let at = node; at; at = parents.get(at.id)) {
      const name = nameOf(at);
      if (!seen.has(name)) add(inclusive, name, time);
      seen.add(name);
    }
  });
  const list = (title, map) =>
    [
      title,
      ...[...map]
        .filter(([name]) => name !== '(root)')
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST)
        .map(
          ([name, time]) =>
            `${((time / total) * 100).toFixed(1).padStart(6)} %  ${time.toFixed(0).padStart(6)} ms  ${name}`,
        ),
    ].join('\n');
  return `${[`${job} ${size}: ${total.toFixed(0)} ms`, list('self', self), list('with, the product’s own', own(inclusive)), list('file', rooms)].join('\n\n')}\n`;
}

/** What a library calls within itself tells little. */
function own(map) {
  return new Map([...map].filter(([name]) => / {2}(?:server|grammar)\//.test(name)));
}

function nameOf(node) {
  const { functionName, url } = node.callFrame;
  const name = functionName || '(anonymous)';
  return url ? `${name}  ${moduleOf(node)}` : name;
}

/** esbuild writes the name of each module before it. */
function moduleOf({ callFrame: { url, lineNumber, functionName } }) {
  if (!url) return functionName;
  if (!url.startsWith('file:') || !url.includes('/bundle/')) return url.replace(/^.*\//, '');
  const marks = marksOf(fileURLToPath(url));
  let found = path.basename(url);
  for (const { line, name } of marks) {
    if (line > lineNumber) break;
    found = name;
  }
  return found.replace(/^.*node_modules\//, '');
}

function marksOf(file) {
  let marks = known.get(file);
  if (!marks) {
    marks = readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, line) =>
        /^\s*\/\/ (?:\S+\/)+\S+\.[cm]?[jt]s$/.test(text) ? [{ line, name: text.trim().slice(3) }] : [],
      );
    known.set(file, marks);
  }
  return marks;
}
