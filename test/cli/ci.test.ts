/** The hook and the action that the repository offers name commands that run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { OPTIONS } from '../../server/cli/lint-options.ts';
import { parseConfig } from '../../server/project/config-read.ts';
import { run, temporary } from '../support/cli.ts';
import { CLEAN, GAP } from '../support/gap.ts';
import { root } from '../support/shared.ts';

function read(name: string): string {
  return readFileSync(path.join(root, name), 'utf8');
}

describe('the hook for pre-commit', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as Readonly<Record<string, string>>[];
  const { bin } = JSON.parse(read('package.json'));

  it('names a program of the package, which holds all that it needs', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['tasknotice']);
    for (const { entry, language } of hooks) {
      expect(Object.keys(bin)).toContain(entry!.split(' ')[0]);
      expect(language).toBe('node');
    }
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    const names = files.map((file) => file.path);
    const needed = [...read('dist/cli.js').matchAll(/["'`]\.\/(chunks\/[\w-]+\.mjs)["'`]/g)].map(([, name]) => name);
    expect(needed.length).toBeGreaterThan(5);
    expect(names).toEqual(expect.arrayContaining([bin.tasknotice, ...needed.map((name) => `dist/${name}`)]));
    // And no more: the notices of the tests stay here.
    expect(names.filter((name) => !/^dist\/|^(package\.json|README(\.en)?\.md|LICENSE)$/.test(name))).toEqual([]);
  }, 60_000);

  it('takes the files that are committed, and fails where one has a fault', async () => {
    const [{ entry, files }] = hooks as [Readonly<Record<string, string>>];
    const folder = temporary();
    const names = ['通知/甲.notice', '云溪县.registry', '说明.txt', 'a.notice.md'];
    mkdirSync(path.join(folder, '通知'));
    for (const name of names) writeFileSync(path.join(folder, name), name.endsWith('.notice') ? GAP : '');
    const taken = names.filter((name) => new RegExp(files!).test(name));
    expect(taken).toEqual(['通知/甲.notice', '云溪县.registry']);
    const args = entry!.split(' ').slice(1);
    expect((await run([...args, ...taken], { cwd: folder })).code).toBe(1);
    writeFileSync(path.join(folder, '通知/甲.notice'), CLEAN);
    expect((await run([...args, '通知/甲.notice'], { cwd: folder })).stdout).toContain('没有发现问题');
  });
});

describe('docs/ci.md', () => {
  const blocks = [...read('docs/ci.md').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({
    kind,
    text,
  }));

  it('shows YAML that is YAML, hooks that there are and inputs that the action has', () => {
    const hooks = (parse(read('.pre-commit-hooks.yaml')) as { id: string }[]).map(({ id }) => id);
    const { inputs } = parse(read('action.yml')) as Action;
    const pages = blocks.filter(({ kind }) => kind === 'yaml').map(({ text }) => parse(text!));
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) {
      for (const { repo, hooks: used } of page.repos ?? [])
        for (const { id } of repo === 'local' ? [] : used) expect(hooks).toContain(id);
      for (const { uses, with: given } of page.jobs?.lint.steps ?? [])
        if (uses.includes('tasknotice'))
          for (const name of Object.keys(given)) expect(Object.keys(inputs)).toContain(name);
    }
  });

  it('names options that lint has, and a configuration that it reads', () => {
    const commands = [...read('docs/ci.md').matchAll(/(?:tasknotice|cli\.js) lint( [^|\n`]*)?/g)].map(
      ([, args]) => args ?? '',
    );
    const options = commands.flatMap((args) => [...args.matchAll(/--([\w-]+)/g)].map(([, name]) => name!));
    expect(options.length).toBeGreaterThan(8);
    for (const option of options) expect(Object.keys(OPTIONS)).toContain(option);
    const [config] = blocks.filter(({ kind }) => kind === 'jsonc');
    expect(parseConfig(config!.text!).problems).toEqual([]);
  });

  it('is right that dist and package.json are all that a machine without a network needs', () => {
    const folder = temporary();
    cpSync(path.join(root, 'dist'), path.join(folder, 'tool/dist'), { recursive: true });
    cpSync(path.join(root, 'package.json'), path.join(folder, 'tool/package.json'));
    writeFileSync(path.join(folder, 'a.notice'), GAP);
    const cli = path.join(folder, 'tool/dist/cli.js');
    const { status, stdout } = spawnSync(
      process.execPath,
      [cli, 'lint', '--rule', 'numbering-gap', '--format', 'compact'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^a\.notice:8:1: /)]);
  });
});

describe('docs/config.md', () => {
  it('shows configurations that the tool reads', () => {
    const shown = [...read('docs/config.md').matchAll(/^```jsonc?\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
    expect(shown.length).toBeGreaterThan(1);
    for (const text of shown) expect(parseConfig(text).problems, text).toEqual([]);
  });
});

interface Action {
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { shell: string; run: string; env: Readonly<Record<string, string>> }[];
  };
}

// The runner's own shell.
describe.skipIf(process.platform === 'win32')('the action for GitHub', () => {
  const action = parse(read('action.yml')) as Action;
  const lint = action.runs.steps.at(-1)!;

  /** The last step, as the runner runs it. */
  function runAction(folder: string, given: Readonly<Record<string, string>> = {}) {
    const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
    const value = (expression: string): string => {
      if (expression === 'github.action_path') return root;
      const name = /^inputs\.([\w-]+)$/.exec(expression)?.[1] ?? '';
      expect(Object.keys(inputs)).toContain(name);
      return given[name] ?? inputs[name]!;
    };
    const env = Object.fromEntries(
      Object.entries(lint.env).map(([name, text]) => [
        name,
        text.replace(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => value(expression)),
      ]),
    );
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', lint.run], {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('hands each input over by the environment, none in the text that is run', () => {
    expect(action.runs.using).toBe('composite');
    for (const step of action.runs.steps) {
      expect(step.run).not.toContain('${{');
      for (const name of Object.keys(step.env)) expect(step.run).toContain(`$${name}`);
    }
    const used = Object.values(lint.env).join(' ');
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(used).toContain(`inputs.${name} `);
      expect(description).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('builds with scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const [, name] of action.runs.steps[0]!.run.matchAll(/npm run (?:--silent )?(\w+)/g))
      expect(Object.keys(scripts)).toContain(name);
  });

  it('checks the folder, says what it finds beside the lines, and fails', () => {
    const folder = temporary();
    writeFileSync(path.join(folder, '甲.notice'), GAP);
    const { status, stdout } = runAction(folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::warning file=甲\.notice,line=8,.*title=numbering-gap::/);
    writeFileSync(path.join(folder, '甲.notice'), CLEAN);
    expect(runAction(folder)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('takes files with blanks in their names, a report, a preset, a baseline, and warnings that pass', () => {
    const folder = temporary();
    writeFileSync(path.join(folder, '通知 $(touch x); 甲.notice'), GAP);
    writeFileSync(path.join(folder, '乙.notice'), GAP);
    writeFileSync(path.join(folder, '基线.json'), '{ "version": 1, "files": {} }');
    writeFileSync(path.join(folder, 'own.json'), '{ "rules": { "numbering-gap": "error" } }');
    const files = '通知 $(touch x); 甲.notice\n\n乙.notice\n';
    const given = { files, format: 'json', preset: 'strict', baseline: '基线.json', 'max-warnings': '9' };
    expect(runAction(folder, { ...given, output: 'a b.json' }).status).toBe(0);
    expect(runAction(folder, { ...given, output: 'a b.json', config: 'own.json' }).status).toBe(1);
    const report = JSON.parse(readFileSync(path.join(folder, 'a b.json'), 'utf8'));
    expect(report.map(({ file }: { file: string }) => file)).toEqual(['通知 $(touch x); 甲.notice', '乙.notice']);
    expect(() => readFileSync(path.join(folder, 'x'))).toThrow();
  });
});
