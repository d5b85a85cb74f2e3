/**
 * The same text gives the same findings, and the same mended text, from the command line, over the Language Server
 * Protocol, and from the core in a browser: notices of all styles, broken in many ways, with and without registries,
 * configurations and suppressions; the corpus and the examples.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { bundleCore, inRealm, WEB } from '../browser/realm.ts';
import { allCases } from '../rules/seeded/cases.ts';
import { run } from '../support/cli.ts';
import { Editor } from '../support/server.ts';
import { root } from '../support/shared.ts';

interface Said {
  readonly rule: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
}

interface Answer {
  readonly said: readonly Said[];
  readonly fixed: string;
}

const CONFIGS: Readonly<Record<string, string>> = {
  随常: '',
  从严: '{\n  // 定稿前\n  "preset": "strict",\n  "rules": { "lead-units-many": ["error", { "most": 1 }], "text-unclosed": "off" }\n}\n',
  已发: '{\n  "preset": "published",\n  "rules": { "title-form": "warning" },\n  "overrides": [{ "files": ["*2.notice"], "preset": "recommended", "rules": { "unit-unknown": "error" } }],\n  "labels": { "包抓单位": "牵头单位" }\n}\n',
};

const folder = mkdtempSync(path.join(tmpdir(), 'tasknotice-same-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes notices, each folder with its configuration; a registry has a folder of its own. */
function writeFiles(): string[] {
  const configs = Object.keys(CONFIGS);
  // Most faults in one of their styles, and under one of the configurations.
  const cases = allCases().filter((_, index) => index % 5 === 0);
  cases.forEach(({ text, registry }, index) => {
    const config = configs[index % configs.length]!;
    const own = path.join(folder, config, registry ? `名册${index}` : '');
    mkdirSync(own, { recursive: true });
    if (registry) writeFileSync(path.join(own, '单位.registry'), registry);
    const lineEnd = index % 5 === 0 ? '\r\n' : '\n';
    writeFileSync(path.join(own, `通知${index}.notice`), suppressed(text, index).replaceAll('\n', lineEnd));
  });
  for (const config of configs)
    if (CONFIGS[config]) writeFileSync(path.join(folder, config, 'tasknotice.json'), CONFIGS[config]);
  cpSync(path.join(root, 'test/model/corpus'), path.join(folder, 'corpus'), { recursive: true });
  cpSync(path.join(root, 'examples'), path.join(folder, 'examples'), { recursive: true });
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.notice'))
    .sort();
}

/** Some notices put findings aside: with a reason or without, for a line, from a place on, or in the whole file. */
function suppressed(text: string, index: number): string {
  const aside = ['// 全文免查 unit-variant、mark-doubled：核过了', '// 免查', '// 免查开始 text-unclosed：沿用原文'][
    index % 7
  ];
  if (!aside || text.startsWith('---')) return text;
  const at = text.indexOf('\n\n', text.length / 2) + 2;
  return at > 1 ? `${text.slice(0, at)}${aside}\n${text.slice(at)}` : text;
}

const textOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

async function fromCommandLine(names: readonly string[]): Promise<Answer[]> {
  const { stdout } = await run(['lint', '--format', 'json', '.'], { cwd: folder });
  const files = new Map<string, { findings: Record<string, string>[] }>(
    JSON.parse(stdout).map((file: { file: string }) => [path.normalize(file.file), file]),
  );
  const fixed = `${folder}-fixed`;
  cpSync(folder, fixed, { recursive: true });
  try {
    await run(['lint', '--fix', '.'], { cwd: fixed });
    return names.map((name) => ({
      said: (files.get(name)?.findings ?? []).map(({ rule, severity, message, line, column, endLine, endColumn }) => ({
        rule: rule!,
        severity: severity!,
        place: `${line}:${column}-${endLine}:${endColumn}`,
        message: message!,
      })),
      fixed: readFileSync(path.join(fixed, name), 'utf8'),
    }));
  } finally {
    rmSync(fixed, { recursive: true });
  }
}

const SEVERITIES = ['', 'error', 'warning', 'info'];

async function fromServer(editor: Editor, name: string): Promise<Answer> {
  const text = textOf(name);
  const uri = await editor.open(path.join(folder, name), text);
  const diagnostics = await editor.diagnostics(uri);
  const all = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
  const [action] = await editor.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: all,
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  return {
    said: diagnostics.map(({ code, severity, range: { start, end }, message }) => ({
      rule: String(code),
      severity: SEVERITIES[severity!]!,
      place: placeOf(start, end),
      message: message.replace('\n', ' / '),
    })),
    fixed: applied(text, action?.edit?.changes?.[uri] ?? []),
  };
}

async function inBrowser(names: readonly string[]): Promise<Answer[]> {
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  const texts = Object.fromEntries(files.map((name) => [uriOf(name), textOf(name)]));
  const core = inRealm(await bundleCore(), WEB);
  const checked = await core.check(texts, names.map(uriOf));
  return checked.map(({ findings, fixed }) => ({
    said: findings.map(({ rule, severity, start, end, message }) => ({
      rule,
      severity,
      place: placeOf(start, end),
      message: `${message.zh} / ${message.en}`,
    })),
    fixed,
  }));
}

interface Position {
  readonly line: number;
  readonly character: number;
}

function placeOf(start: Position, end: Position): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  const offset = ({ line, character }: Position): number =>
    Math.min(text.length, (starts[line] ?? text.length) + character);
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}

describe('the same text', () => {
  let names: readonly string[];
  let cli: Answer[] = [];
  let browser: Answer[] = [];
  const server: Answer[] = [];

  beforeAll(async () => {
    names = writeFiles();
    [cli, browser] = await Promise.all([fromCommandLine(names), inBrowser(names)]);
  }, 60_000);

  it('is many texts, of which much is said', () => {
    expect(names.length).toBeGreaterThan(150);
    expect(cli.flatMap(({ said }) => said).length).toBeGreaterThan(200);
    expect(new Set(cli.flatMap(({ said }) => said.map(({ rule }) => rule))).size).toBeGreaterThan(60);
    expect(names.filter((name, index) => cli[index]!.fixed !== textOf(name)).length).toBeGreaterThan(20);
  });

  it('gives the same findings over the Language Server Protocol, and is mended alike', async () => {
    const editor = await Editor.start(folder, 'en');
    for (const name of names) server.push(await fromServer(editor, name));
    for (const [index, name] of names.entries()) expect({ name, ...server[index] }).toEqual({ name, ...cli[index] });
  }, 60_000);

  it('gives the same findings in a browser, and is mended alike', () => {
    for (const [index, name] of names.entries()) expect({ name, ...browser[index] }).toEqual({ name, ...cli[index] });
  });
});
