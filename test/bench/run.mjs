/**
 * `npm run bench`: how fast the core, the command line and the language server are. Medians and ratios; nothing here
 * passes or fails. What each figure means: docs/benchmarks.md. Long, for each measurement stands beside its own floor.
 *
 *   npm run bench -- [--quick] [--only starts,documents,…] [--json FILE] [--against FILE]
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bundleCore, root } from './build.mjs';
import { documents } from './documents.mjs';
import { typeInto } from './editor.mjs';
import { makeNotice, makeRegistry, STYLES } from './make.mjs';
import { median, quantile, spread } from './numbers.mjs';
import { env, peakMemory, processTime, READ_ALL } from './processes.mjs';
import { table } from './report.mjs';

const CLI = path.join(root, 'dist/cli.js');
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const SIZES = [1_000, 10_000];
const STYLE_NAMES = { lines: '逐行字段 field lines', brackets: '行内括注 inline brackets' };
const count = new Intl.NumberFormat('en').format;

/** Whole processes that write a document of a hundred tasks: id, title, document, type of file. */
const EXPORTS = [
  ['table-docx', '任务分解表 the table → docx', 'table', 'docx'],
  ['table-xlsx', '任务分解表 the table → xlsx', 'table', 'xlsx'],
  ['notice-docx', '通知 the notice → docx', 'notice', 'docx'],
];
const PARTS = ['starts', 'speed', 'corpus', 'heap', 'documents', 'keystrokes', 'engineKeystrokes'];

const FULL = {
  rounds: { 1000: 15, 10000: 5 },
  starts: 21,
  corpus: { files: 200, runs: 7 },
  keys: { 1000: 100, 10000: 60 },
};
const QUICK = {
  rounds: { 1000: 6, 10000: 3 },
  starts: 11,
  corpus: { files: 40, runs: 3 },
  keys: { 1000: 50, 10000: 50 },
};

async function main() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      json: { type: 'string' },
      against: { type: 'string' },
      only: { type: 'string' },
    },
  });
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: npm run build');
  const earlier = values.against && JSON.parse(readFileSync(values.against, 'utf8'));
  const effort = values.quick ? QUICK : FULL;
  const only = values.only?.split(',');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tasknotice-bench-'));
  try {
    const result = { ...surroundings(), effort: values.quick ? 'quick' : 'full', figures: [] };
    const bench = new Bench(folder, effort, result.figures);
    await bench.prepare();
    for (const part of PARTS) if (!only || only.includes(part)) await bench[part]();
    result.loadAfter = os.loadavg()[0];
    print(result, earlier);
    if (values.json) {
      mkdirSync(path.dirname(path.resolve(values.json)), { recursive: true });
      writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where and of what the figures are. */
function surroundings() {
  const git = (...args) => {
    try {
      return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      return undefined;
    }
  };
  const commit = git('rev-parse', '--short=12', 'HEAD');
  const changed = Boolean(commit && git('status', '--porcelain', '--', 'server', 'grammar', 'package.json'));
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit ? `${commit}${changed ? '+' : ''}` : '?',
    node: process.version,
    machine: {
      system: `${os.type()} ${os.release()} ${os.arch()}`,
      processor: os.cpus()[0]?.model.trim() ?? '?',
      cores: os.availableParallelism(),
      memory: Math.round(os.totalmem() / 2 ** 30),
    },
    loadBefore: os.loadavg()[0],
  };
}

function print(result, earlier) {
  const { machine, commit, node, date, effort, loadBefore, loadAfter } = result;
  const lines = [
    `tasknotice ${commit}  ${date}  Node ${node}  ${effort === 'quick' ? '快速 quick' : '完整 full'}`,
    `${machine.processor}, ${machine.cores} 核 cores, ${machine.memory} GiB, ${machine.system}`,
    `负载 load ${loadBefore.toFixed(1)} → ${loadAfter.toFixed(1)}；MB = 10⁶ 字节 bytes, UTF-8`,
  ];
  if (earlier) {
    lines.push(`比前次 against ${earlier.commit}  ${earlier.date}  Node ${earlier.node}`);
    const same = (one) => JSON.stringify([one.machine, one.node, one.effort]);
    if (same(earlier) !== same(result)) {
      lines.push(
        '两次的机器、Node 版本或用时档次不同，比值仅供参考 not the same machine, Node or effort: ratios are a hint',
      );
    }
  }
  process.stdout.write(`${lines.join('\n')}\n\n${table(result, earlier)}`);
}

class Bench {
  #folder;
  #effort;
  #figures;
  #core = '';
  #registry = '';

  constructor(folder, effort, figures) {
    this.#folder = folder;
    this.#effort = effort;
    this.#figures = figures;
  }

  async prepare() {
    say('准备 preparing');
    this.#core = await bundleCore(this.#folder);
    this.#registry = this.#write('云溪县.registry', makeRegistry());
  }

  /** A process each, in turn with a bare one: what the machine does meanwhile meets all alike. */
  async starts() {
    const notice = this.#write('start/hundred.notice', makeNotice(100));
    const commands = {
      bare: ['-e', '0'],
      version: [CLI, '--version'],
      lint: [CLI, 'lint', notice],
    };
    for (const [name, , what, type] of EXPORTS)
      commands[name] = [
        CLI,
        'export',
        notice,
        '--what',
        what,
        '-o',
        path.join(this.#folder, `${name}.${type}`),
        '--force',
      ];
    const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
    for (let round = -2; round < this.#effort.starts; round++) {
      say(`冷启动 cold start ${Math.max(round + 1, 0)}/${this.#effort.starts}`);
      for (const [name, args] of Object.entries(commands)) {
        const time = processTime(args);
        if (round >= 0) times[name].push(time);
      }
    }
    const group = '命令行冷启动 cold start';
    const bare = median(times.bare);
    this.#add(group, 'start.bare', 'node -e 0', 'ms', spread(times.bare));
    for (const [name, title] of [['version', '--version'], ['lint', 'lint 100 项任务 tasks'], ...EXPORTS]) {
      const over = times[name].map((time, i) => time - times.bare[i]);
      this.#add(group, `start.${name}`, title, 'ms', spread(times[name]), median(times[name]) / bare);
      // The least of differences is the luckiest pair, and no measure.
      this.#add(group, `start.${name}.over`, `${title}，多于 over node -e 0`, 'ms', {
        ...spread(over),
        least: undefined,
      });
    }
  }

  async speed() {
    const parse = '解析 parse';
    const lint = '检查 lint';
    for (const size of SIZES) {
      for (const style of STYLES) {
        say(`${parse}, ${lint} ${count(size)} ${style}`);
        const files = [1, 2, 3].map((seed) => this.#notice(size, style, seed));
        const rounds = this.#effort.rounds[size];
        const measured = await this.#engine('speed', rounds, files);
        const id = `${style}.${size}`;
        const title = `${count(size)} 项 tasks，${STYLE_NAMES[style]}`;
        const floor = median(measured.floor);
        const ratio = (values) => median(values) / floor;
        const unit = 'ms/MB';
        this.#add('读一遍各行（基线）scan lines (floor)', `scan.${id}`, title, unit, spread(measured.floor));
        this.#add(parse, `parse.${id}`, title, unit, spread(measured.parse), ratio(measured.parse));
        this.#add(
          lint,
          `lint.${id}`,
          `${title}，有名册 with a registry`,
          unit,
          spread(measured.lint),
          ratio(measured.lint),
        );
        const alone = measured.lintAlone;
        this.#add(lint, `lint-alone.${id}`, `${title}，无名册 without`, unit, spread(alone), ratio(alone));
      }
    }
  }

  async corpus() {
    const { files, runs } = this.#effort.corpus;
    let bytes = 0;
    const folder = path.join(this.#folder, 'corpus');
    for (let i = 0; i < files; i++) {
      const file = `corpus/${String(i + 1).padStart(4, '0')}.notice`;
      bytes += statSync(this.#write(file, makeNotice(100, { style: STYLES[i % 2], seed: i + 1 }))).size;
    }
    const times = { floor: [], lint: [] };
    const commands = { floor: ['--input-type=module', '-e', READ_ALL, folder], lint: [CLI, 'lint', folder] };
    for (let run = -1; run < runs; run++) {
      say(`成批检查 corpus ${Math.max(run + 1, 0)}/${runs}`);
      for (const [name, args] of Object.entries(commands)) {
        const time = processTime(args);
        if (run >= 0) times[name].push(time);
      }
    }
    const group = `成批检查 corpus: ${files} × 100 项 tasks, ${(bytes / 1e6).toFixed(1)} MB, lint FOLDER`;
    const MB = bytes / 1e6;
    const ratio = median(times.lint) / median(times.floor);
    this.#add(group, 'corpus.floor', '只读文件、数行 read the files, count lines', 'ms', spread(times.floor));
    this.#add(group, 'corpus.lint', '整个进程 whole process', 'ms', spread(times.lint), ratio);
    this.#add(group, 'corpus.lint.perMB', '每 MB a MB', 'ms/MB', spread(times.lint.map((time) => time / MB)));
    const peak = peakMemory([CLI, 'lint', folder]);
    this.#add(
      group,
      'corpus.peak',
      '内存峰值 peak memory',
      'MB',
      { value: peak / 1e6 },
      peak / peakMemory(['-e', '0']),
    );
  }

  async heap() {
    const group = '内存 heap a MB of source';
    const names = {
      text: '只有原文 the text alone',
      notice: '解析后的通知 notices',
      open: '编辑器所存（段落、通知、问题）as an editor keeps them',
    };
    for (const style of STYLES) {
      say(`${group} ${style}`);
      const files = Array.from({ length: 8 }, (_, i) => this.#notice(1_000, style, i + 1));
      for (const [what, name] of Object.entries(names)) {
        const { ratio } = await this.#engine('heap', what, files);
        this.#add(group, `heap.${what}.${style}`, `${name}，${STYLE_NAMES[style]}`, 'MB/MB', { value: ratio });
      }
    }
  }

  async documents() {
    const add = (group, id, name, unit, values, ratio) => this.#add(group, id, name, unit, values, ratio);
    await documents(this.#folder, env, this.#effort.rounds[1000], add, say);
  }

  async keystrokes() {
    const group = '按键到诊断 keystroke → diagnostics over stdio';
    const opened = '打开到诊断 open → diagnostics over stdio';
    const servers = {
      echo: { command: [here('echo.mjs')], name: '空应答（基线）echo server (floor)', styles: ['lines'] },
      server: { command: [CLI, 'server', '--stdio'], name: '', styles: STYLES },
    };
    for (const size of SIZES) {
      let floor;
      for (const [key, { command, name, styles }] of Object.entries(servers)) {
        for (const style of styles) {
          say(`${group} ${count(size)} ${name || style}`);
          const file = this.#notice(size, style, 1, 'editor');
          const edits = this.#effort.keys[size];
          const { open, keys } = await typeInto(file, [process.execPath, ...command], edits, env);
          floor ??= median(keys);
          const title = `${count(size)} 项 tasks，${name || STYLE_NAMES[style]}`;
          const id = key === 'echo' ? `echo.${size}` : `${style}.${size}`;
          const ratio = key === 'echo' ? undefined : median(keys) / floor;
          this.#add(group, `keys.${id}`, title, 'ms', spread(keys), ratio);
          this.#add(group, `keys.${id}.p95`, `${title}，p95`, 'ms', { value: quantile(keys, 0.95), n: keys.length });
          this.#add(opened, `open.${id}`, title, 'ms', { value: open });
        }
      }
    }
  }

  async engineKeystrokes() {
    const group = '按键，不经协议 keystroke in the core';
    const names = {
      whole: '合计 whole',
      inText: '在任务文字中 in a task’s text',
      inField: '在字段中 in a field',
      edit: '改动的段落 edit',
      notice: '归位 notice',
      lint: '检查 lint',
    };
    for (const size of SIZES) {
      for (const style of STYLES) {
        say(`${group} ${count(size)} ${style}`);
        const measured = await this.#engine('keys', this.#effort.keys[size], [this.#notice(size, style, 1)]);
        for (const [what, name] of Object.entries(names)) {
          const title = `${count(size)} 项 tasks，${STYLE_NAMES[style]}：${name}`;
          this.#add(group, `engine.${what}.${style}.${size}`, title, 'ms', spread(measured[what]));
        }
      }
    }
  }

  #add(group, id, name, unit, { value, least, low, high, n = 1 }, floor) {
    this.#figures.push({ group, id, name, unit, value, least, low, high, n, floor });
  }

  /** @returns the file */
  #notice(size, style, seed, folder = 'notices') {
    const name = `${folder}/${style}-${size}-${seed}.notice`;
    const file = path.join(this.#folder, name);
    return existsSync(file) ? file : this.#write(name, makeNotice(size, { style, seed }));
  }

  #write(name, text) {
    const file = path.join(this.#folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  async #engine(what, how, files) {
    const args = ['--expose-gc', here('engine.mjs'), what, this.#core, String(how), this.#registry, ...files];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 1e8 });
    return JSON.parse(stdout);
  }
}

/** How far the work has come, on a terminal only. */
function say(what) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what}`);
}

try {
  await main();
} catch (error) {
  // A wrong option, or a file that isn't there; anything else is a fault of the benchmarks.
  if (!/^(?:ERR_PARSE_ARGS|ENOENT)/.test(error.code ?? '')) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
} finally {
  say('');
}
