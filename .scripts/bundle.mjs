/**
 * Bundles the doors into dist/: the extension's client, the language server and the command line.
 *
 *   node .scripts/bundle.mjs [--tests]     --tests: the suite for the extension host as well, into out/test
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

const DOORS = { client: 'client/extension.ts', server: 'server/node.ts', cli: 'server/cli.ts' };
const SHEBANG = '#!/usr/bin/env node\n';

const common = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Of a library's two shapes take the ES modules: what is not used of them is then left out.
  mainFields: ['module', 'main'],
};

/**
 * Langium's document builder, which nothing here builds documents with, wants two names of the protocol and would bring
 * all of it along: a seventh of what the command line loads. These stand for them.
 */
const withoutProtocol = {
  name: 'without-protocol',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver-protocol$/ }, ({ importer }) =>
      /[\\/]langium[\\/]lib[\\/]workspace[\\/]document-builder\.js$/.test(importer)
        ? { path: 'errors', namespace: 'without-protocol' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'without-protocol' }, () => ({
      contents: 'export const LSPErrorCodes = { ServerCancelled: -32802 }; export class ResponseError extends Error {}',
    }));
  },
};

/** VS Code loads a CommonJS file. */
const commonjs = { format: 'cjs', external: ['vscode'], outExtension: { '.js': '.cjs' } };

/** Server and command line share their chunks; the libraries of one format load with its first document. */
const modules = {
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  // The build for Node is CommonJS and loads worker threads, which nothing here uses.
  alias: { fflate: 'fflate/browser' },
  plugins: [withoutProtocol],
  // CommonJS libraries reach for Node's modules by require().
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
};

/**
 * @param options.outdir where the bundles go
 * @param options.doors which of client, server, cli
 * @returns folders of the npm packages that the bundles hold
 */
export async function bundle({ outdir = path.join(root, 'dist'), doors = Object.keys(DOORS) } = {}) {
  const found = doors.filter((door) => existsSync(path.join(root, DOORS[door])));
  for (const door of doors) {
    if (!found.includes(door)) console.warn(`bundle: ${DOORS[door]} does not exist yet, so dist has no ${door}.`);
  }
  const entries = (names) => Object.fromEntries(names.map((name) => [name, DOORS[name]]));
  const inNode = found.filter((door) => door !== 'client');
  const results = await Promise.all([
    ...(found.includes('client')
      ? [esbuild.build({ ...common, ...commonjs, entryPoints: entries(['client']), outdir })]
      : []),
    ...(inNode.length > 0 ? [esbuild.build({ ...common, ...modules, entryPoints: entries(inNode), outdir })] : []),
  ]);
  write(
    outdir,
    results.flatMap((result) => result.outputFiles),
  );
  return packagesOf(results.flatMap((result) => Object.keys(result.metafile.inputs)));
}

/** Writes the bundles, then removes those of earlier builds: a tool that runs meanwhile finds whole files. */
function write(outdir, files) {
  const written = new Set();
  mkdirSync(outdir, { recursive: true });
  for (const { path: file, contents } of files) {
    const cli = path.basename(file) === 'cli.mjs';
    const target = cli ? path.join(path.dirname(file), 'cli.js') : file;
    mkdirSync(path.dirname(target), { recursive: true });
    const shebang = cli && !Buffer.from(contents).subarray(0, 2).equals(Buffer.from('#!'));
    writeFileSync(target, shebang ? Buffer.concat([Buffer.from(SHEBANG), contents]) : contents);
    if (cli) chmodSync(target, 0o755);
    written.add(target);
  }
  for (const entry of readdirSync(outdir, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(file)) rmSync(file);
  }
}

function packagesOf(inputs) {
  const folders = inputs.map((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0]);
  return [...new Set(folders.filter(Boolean))].sort();
}

/** The suite that runs inside the extension host. */
async function bundleTests() {
  const outdir = path.join(root, 'out/test');
  const result = await esbuild.build({
    ...common,
    ...commonjs,
    minify: false,
    entryPoints: { suite: 'test/vscode/suite.ts' },
    outdir,
  });
  write(outdir, result.outputFiles);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await Promise.all([bundle(), ...(process.argv.includes('--tests') ? [bundleTests()] : [])]);
  } catch (error) {
    // esbuild has printed what is wrong and where.
    if (!error.errors) throw error;
    process.exitCode = 1;
  }
}
