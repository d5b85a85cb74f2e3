/** Node in processes of its own: how long they run, and how much memory they take. */
import { spawnSync } from 'node:child_process';

/** What the shell of the day brings along would be measured with the tool. */
export const env = { ...process.env, NO_COLOR: '1' };
for (const name of ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_COMPILE_CACHE', 'NODE_V8_COVERAGE']) delete env[name];

/** @returns milliseconds from the start of a process of Node to its end */
export function processTime(args, options = {}) {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(process.execPath, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1e9,
    ...options,
  });
  const time = performance.now() - start;
  // 1: the notices have findings.
  if (error || (status !== 0 && status !== 1)) throw error ?? new Error(`ended with ${status}: ${stderr}`);
  return time;
}

/** @returns bytes of memory that a process of Node has taken at most */
export function peakMemory(args) {
  const tell = `import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;
  const { output } = spawnSync(process.execPath, args, {
    env: { ...env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}` },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  return Number(output[3]) * 1024;
}

export const READ_ALL = `
import { readdirSync, readFileSync } from 'node:fs';
let lines = 0;
for (const name of readdirSync(process.argv[1]))
  lines += readFileSync(process.argv[1] + '/' + name, 'utf8').split('\\n').length;
console.log(lines);
`;
