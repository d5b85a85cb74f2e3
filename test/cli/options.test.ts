import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPTIONS } from '../../server/cli/lint-options.ts';
import { run, temporary } from '../support/cli.ts';
import { CLEAN, GAP } from '../support/gap.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporary();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

interface Found {
  readonly file: string;
  readonly findings: readonly { rule: string; severity: string }[];
}

/** rule severity, of each finding; the files before them where there are several. */
function said(stdout: string): string[] {
  return (JSON.parse(stdout) as Found[]).flatMap(({ findings }) =>
    findings.map(({ rule, severity }) => `${rule} ${severity}`),
  );
}

function filesOf(stdout: string): string[] {
  return (JSON.parse(stdout) as Found[]).map(({ file }) => file.replaceAll('\\', '/'));
}

async function lint(folder: string, args: readonly string[], input?: string) {
  return run(['lint', '--format', 'json', ...args], { cwd: folder, ...(input !== undefined && { input }) });
}

describe('--rule', () => {
  const folder = () => folderWith({ 'a.notice': GAP });

  it('ID runs these rules only', async () => {
    const at = folder();
    expect(said((await lint(at, ['--rule', 'numbering-gap'])).stdout)).toEqual(['numbering-gap warning']);
    const { stdout, code } = await lint(at, ['--rule', 'unit-duplicated', '--rule', 'numbering-duplicate']);
    expect([said(stdout), code]).toEqual([[], 0]);
    expect(said((await lint(at, ['--rule', 'numbering-*'])).stdout)).toEqual(['numbering-gap warning']);
  });

  it('ID runs a rule that is off, too', async () => {
    const at = folder();
    writeFileSync(path.join(at, 'tasknotice.json'), '{ "rules": { "numbering-gap": "off" } }');
    expect(said((await lint(at, [])).stdout)).toEqual([]);
    expect(said((await lint(at, ['--rule', 'numbering-gap'])).stdout)).toEqual(['numbering-gap warning']);
    writeFileSync(path.join(at, 'tasknotice.json'), '{ "rules": { "numbering-gap": "info" } }');
    expect(said((await lint(at, ['--rule', 'numbering-gap'])).stdout)).toEqual(['numbering-gap info']);
  });

  it('ID=LEVEL says how loud one is, over the configuration', async () => {
    const at = folder();
    writeFileSync(path.join(at, 'tasknotice.json'), '{ "rules": { "numbering-gap": "off" } }');
    expect(said((await lint(at, ['--rule', 'numbering-gap=error'])).stdout)).toEqual(['numbering-gap error']);
    const { stdout, code } = await lint(at, ['--rule', 'numbering-gap=info', '--rule', 'unit-*']);
    expect([said(stdout), code]).toEqual([['numbering-gap info'], 0]);
  });
});

describe('--preset and --no-config', () => {
  it('stand over the configuration', async () => {
    const at = folderWith({ 'a.notice': GAP, 'tasknotice.json': '{ "rules": { "numbering-gap": "off" } }' });
    expect(said((await lint(at, ['--no-config'])).stdout)).toEqual(['numbering-gap warning']);
    expect(said((await lint(at, ['--preset', 'strict'])).stdout)).not.toContain('numbering-gap warning');
    expect((await lint(at, ['--preset', 'published', 'a.notice'])).stderr).toBe('');
  });
});

describe('--quiet and --max-warnings', () => {
  it('--quiet shows errors only, and goes by them', async () => {
    const at = folderWith({ 'a.notice': GAP });
    const { stdout, code } = await lint(at, ['--quiet']);
    expect([said(stdout), code]).toEqual([[], 0]);
    expect((await lint(at, ['--quiet', '--rule', 'numbering-gap=error'])).code).toBe(1);
  });

  it('--max-warnings lets so many pass', async () => {
    const at = folderWith({ 'a.notice': GAP, 'b.notice': GAP });
    const ran = await lint(at, ['--max-warnings', '2']);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const over = await lint(at, ['--max-warnings', '1']);
    expect(over.code).toBe(1);
    expect(over.stderr).toContain('2 个警告');
    expect((await lint(at, ['--max-warnings', '1', '--quiet'])).code).toBe(1);
    expect((await lint(at, ['--max-warnings', '9', '--rule', 'numbering-gap=error'])).code).toBe(1);
  });
});

describe('--stdin', () => {
  it('reads one notice, under a name where one is given', async () => {
    const at = folderWith({ '已发/tasknotice.json': '{ "rules": { "numbering-gap": "error" } }' });
    const { stdout, code } = await lint(at, ['--stdin'], GAP);
    expect([filesOf(stdout), said(stdout), code]).toEqual([['stdin.notice'], ['numbering-gap warning'], 1]);
    const named = await lint(at, ['--stdin', '--stdin-filename', '已发/a.notice'], GAP);
    expect(said(named.stdout)).toEqual(['numbering-gap error']);
  });
});

describe('--files-from', () => {
  const at = () =>
    folderWith({
      '通知/甲.notice': GAP,
      '通知/乙.notice': CLEAN,
      '说明.txt': '一、鸡蛋\n三、牛奶\n',
      'README.md': '# x',
    });

  it('takes a list from standard input, a line each or between zero bytes; what is no notice is passed over', async () => {
    const folder = at();
    const names = ['通知/乙.notice', '通知/甲.notice', '说明.txt', 'README.md'];
    for (const list of [names.join('\n'), `\ufeff${names.join('\r\n')}\r\n`, `${names.join('\0')}\0`]) {
      const { stdout, code } = await lint(folder, ['--files-from', '-'], list);
      expect([filesOf(stdout), code]).toEqual([['通知/乙.notice', '通知/甲.notice'], 1]);
    }
  });

  it('reads names as git quotes them, and a list in a file', async () => {
    const folder = at();
    const quoted = `"${[...Buffer.from('通知')].map((byte) => `\\${byte.toString(8)}`).join('')}/\\347\\224\\262.notice"\n`;
    writeFileSync(path.join(folder, 'list'), quoted);
    expect(filesOf((await lint(folder, ['--files-from', 'list'])).stdout)).toEqual(['通知/甲.notice']);
  });

  it('has nothing to say of an empty list', async () => {
    const { stdout, code } = await lint(at(), ['--files-from', '-'], '');
    expect([stdout, code]).toEqual(['[]\n', 0]);
  });
});

describe('--output', () => {
  it('writes the report whole, and replaces nothing unasked', async () => {
    const folder = folderWith({ 'a.notice': GAP });
    const first = await lint(folder, ['-o', '报告.json']);
    expect([first.code, first.stdout]).toEqual([1, '']);
    const written = readFileSync(path.join(folder, '报告.json'), 'utf8');
    expect(said(written)).toEqual(['numbering-gap warning']);
    const again = await lint(folder, ['-o', '报告.json', '--rule', 'unit-*']);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('--force');
    expect(readFileSync(path.join(folder, '报告.json'), 'utf8')).toBe(written);
    expect((await lint(folder, ['-o', '报告.json', '--force', '--rule', 'unit-*'])).code).toBe(0);
    expect(said(readFileSync(path.join(folder, '报告.json'), 'utf8'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('keeps who may read what it replaces, and writes through links', async () => {
    const folder = folderWith({ 'a.notice': GAP, '别处/报告.json': '' });
    chmodSync(path.join(folder, '别处/报告.json'), 0o600);
    symlinkSync(path.join(folder, '别处/报告.json'), path.join(folder, '报告.json'));
    expect((await lint(folder, ['-o', '报告.json', '--force'])).code).toBe(1);
    expect(lstatSync(path.join(folder, '报告.json')).isSymbolicLink()).toBe(true);
    expect(said(readFileSync(path.join(folder, '别处/报告.json'), 'utf8'))).toEqual(['numbering-gap warning']);
    expect(statSync(path.join(folder, '别处/报告.json')).mode & 0o777).toBe(0o600);
    expect((await lint(folder, ['-o', '/dev/null'])).code).toBe(1);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('never writes over a notice', async () => {
    const folder = folderWith({ 'a.notice': GAP });
    const { code, stderr } = await lint(folder, ['-o', './a.notice', '--force']);
    expect([code, readFileSync(path.join(folder, 'a.notice'), 'utf8')]).toEqual([2, GAP]);
    expect(stderr).toContain('通知');
  });
});

describe('--help', () => {
  it('names each option of lint, within the width of a terminal', async () => {
    const { stdout, code } = await run(['lint', '--help']);
    expect(code).toBe(0);
    for (const option of Object.keys(OPTIONS)) expect(stdout).toContain(`--${option}`);
    for (const line of stdout.split('\n')) expect(line.replace(/[^\u0000-\u00ff]/g, 'xx').length).toBeLessThan(120);
  });
});

describe('what is asked wrongly', () => {
  it.each([
    ['a rule that is none', ['--rule', 'numbering-gab'], 'numbering-gab'],
    ['a pattern of no rule', ['--rule', 'x*'], 'x*'],
    ['a level that is none', ['--rule', 'numbering-gap=loud'], 'loud'],
    ['a preset that is none', ['--preset', 'lax'], 'recommended'],
    ['a number that is none', ['--max-warnings', 'few'], 'few'],
    ['a number below nothing', ['--max-warnings=-1'], '-1'],
    ['a configuration and none', ['--config', 'x.json', '--no-config'], '--no-config'],
    ['a file beside standard input', ['--stdin', 'a.notice'], 'a.notice'],
    ['a file beside a list', ['--files-from', '-', 'a.notice'], 'a.notice'],
    ['two lists', ['--files-from', '-', '--stdin'], '--files-from'],
    ['a list that is not there', ['--files-from', '没有.txt'], '没有.txt'],
    ['an output in no folder', ['-o', '没有/报告.json', 'a.notice'], '文件夹不存在'],
    ['a baseline to be written nowhere', ['--update-baseline', 'a.notice'], '--baseline'],
    ['a baseline that is not there', ['--baseline', '旧.json', 'a.notice'], '旧.json'],
    ['a format that is none', ['--format', 'xml', 'a.notice'], 'codequality'],
  ])('%s is one clear sentence and 2', async (_, args, says) => {
    const folder = folderWith({ 'a.notice': CLEAN });
    const { code, stdout, stderr } = await run(['lint', ...args], { cwd: folder });
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^tasknotice: .*[\u4e00-\u9fff].* \/ .*[a-z]/);
    expect([code, stdout]).toEqual([2, '']);
    expect(existsSync(path.join(folder, '报告.json'))).toBe(false);
  });

  it('a list that names what is not there says so', async () => {
    const { code, stderr } = await lint(temporary(), ['--files-from', '-'], '没有.notice\n');
    expect(code).toBe(2);
    expect(stderr).toContain('没有.notice');
  });
});
