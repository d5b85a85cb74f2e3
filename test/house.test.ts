/** The house stands as ARCHITECTURE.md says: rooms, layers, lists that are whole, generated files that are fresh. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DOCUMENTS } from '../server/formats/index.ts';
import { RULES } from '../server/rules/index.ts';
import { root } from './support/shared.ts';

/** From left to right; a file imports from its own room and from rooms to its left. */
const LAYERS: readonly (readonly string[])[] = [
  ['grammar/generated'],
  ['server/syntax'],
  ['server/model'],
  ['server/registry'],
  ['server/compare'],
  ['server/rules', 'server/formats', 'server/imports'],
  ['server/edits'],
  ['server/project'],
  ['server/features'],
  ['server/cli', 'server'],
];

/** Where packages may be used. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  langium: /^(grammar\/generated|server\/syntax|server\/registry\/language)\//,
  'vscode-languageserver': /^server\/(features\/|node\.ts)/,
  'vscode-languageserver/node': /^server\/node\.ts$/,
  'vscode-languageserver-types': /^server\/features\//,
  'vscode-languageclient/node': /^client\//,
  vscode: /^client\//,
  hucre: /^server\/imports\//,
  'hucre/xlsx': /^server\/(formats|imports)\//,
  fflate: /^server\/(formats|imports)\//,
  saxes: /^server\/imports\//,
  parse5: /^server\/imports\//,
  unpdf: /^server\/imports\//,
  pdfkit: /^server\/formats\/pdf\//,
  'fastest-levenshtein': /^server\/registry\//,
  diff: /^server\/(compare|edits)\//,
  'jsonc-parser': /^server\/project\//,
  'picomatch/posix': /^server\/project\//,
  tinyglobby: /^server\/cli\//,
};

/** Node's own modules: the doors that run in a process, and the client. */
const NODE = /^(client\/|server\/(cli\/|cli\.ts|node\.ts|disk\.ts|font-files\.ts))/;

interface Import {
  readonly from: string;
  readonly to: string;
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mts|mjs)$/.test(name) && !name.endsWith('.d.mts'))
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')));
}

const imports: Import[] = ['server', 'client', 'grammar/generated'].flatMap(sources).flatMap((from) => {
  const text = readFileSync(path.join(root, from), 'utf8');
  const specifiers = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ];
  return specifiers.map((match) => ({ from, to: (match[1] ?? match[2] ?? match[3])! }));
});

function roomOf(file: string): string | undefined {
  return LAYERS.flat()
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

const layerOf = (room: string): number => LAYERS.findIndex((layer) => layer.includes(room));

describe('the house', () => {
  it('has its rooms', () => {
    for (const room of LAYERS.flat()) expect(existsSync(path.join(root, room)), room).toBe(true);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('has arrows in one direction', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!to.startsWith('.') || from.startsWith('client/')) return false;
      const target = path.posix.join(path.posix.dirname(from), to);
      // The names that client and server share belong to no room.
      if (target === 'server/protocol.ts' || target === 'package.json') return false;
      const [own, other] = [roomOf(from), roomOf(target)];
      if (!own || !other) return true;
      return own !== other && layerOf(other) >= layerOf(own) && layerOf(own) < LAYERS.length - 1;
    });
    expect(wrong).toEqual([]);
  });

  it('lets the client know of the server no more than the protocol', () => {
    const known = imports.filter(({ from, to }) => from.startsWith('client/') && to.includes('/server/'));
    expect(new Set(known.map(({ to }) => path.posix.basename(to)))).toEqual(new Set(['protocol.ts']));
  });

  it('uses each package where it belongs', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to.startsWith('.')) return false;
      if (to.startsWith('node:')) return !NODE.test(from);
      const place = PACKAGES[to];
      return !place?.test(from);
    });
    expect(wrong).toEqual([]);
  });

  it('names Node’s modules as such', () => {
    expect(imports.filter(({ to }) => builtinModules.includes(to))).toEqual([]);
  });

  it('lists each rule and each document', () => {
    const shared = ['rule', 'lint', 'facts', 'index'];
    const ruleFiles = sources('server/rules').filter((file) =>
      readFileSync(path.join(root, file), 'utf8').includes('export default defineRule'),
    );
    const names = ruleFiles.map((file) => path.basename(file, '.ts'));
    expect(names.sort()).toEqual(RULES.map((rule) => rule.id).sort());
    expect(names.some((name) => shared.includes(name))).toBe(false);
    for (const { id, types } of DOCUMENTS)
      for (const type of Object.keys(types))
        expect(existsSync(path.join(root, `server/formats/${id}/${type}.ts`)), `${id} ${type}`).toBe(true);
  });

  it('keeps files short enough to read', () => {
    const long = sources('server')
      .concat(sources('client'))
      .filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 320);
    expect(long).toEqual([]);
  });
});

describe('generated files', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'grammar-'));
  afterAll(() => rmSync(copy, { recursive: true }));

  it('are what the grammars generate', () => {
    cpSync(path.join(root, 'grammar'), copy, { recursive: true });
    rmSync(path.join(copy, 'generated'), { recursive: true });
    const cli = path.join(root, 'node_modules/langium-cli/bin/langium.js');
    execFileSync(process.execPath, [cli, 'generate', '-f', path.join(copy, 'langium-config.json')], { stdio: 'pipe' });
    for (const name of readdirSync(path.join(copy, 'generated'))) {
      const fresh = readFileSync(path.join(copy, 'generated', name), 'utf8');
      expect(readFileSync(path.join(root, 'grammar/generated', name), 'utf8'), name).toBe(fresh);
    }
  });
});
