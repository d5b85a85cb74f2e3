import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporary } from '../support/cli.ts';

const NOTICE = `云溪县人民政府关于分解落实重点工作的通知

一、产业发展
（一）壮大主导产业
1.开工冷链物流园。
牵头领导：林知远。
牵头责任单位：县发改委。
协同责任单位：县财政局、各乡镇街道。
`;

function folderWith(text: string | Uint8Array): string {
  const folder = temporary();
  writeFileSync(path.join(folder, '通知.notice'), text);
  return folder;
}

describe('export', () => {
  it.each([
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['csv', '\ufeff'],
    ['json', '{'],
  ])('writes %s beside the notice or where told', async (format, magic) => {
    const folder = folderWith(NOTICE);
    const { code, stderr } = await run(['export', '通知.notice', '--to', format, '-o', `表.${format}`], {
      cwd: folder,
    });
    expect(stderr).toContain(`表.${format}`);
    expect(code).toBe(0);
    expect(readFileSync(path.join(folder, `表.${format}`), 'utf8').startsWith(magic)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([`表.${format}`, '通知.notice'].sort());
  });

  it('prints text formats where no output is named', async () => {
    const { stdout } = await run(['export', '通知.notice', '--to', 'csv'], { cwd: folderWith(NOTICE) });
    expect(stdout).toContain('县发改委');
    expect(stdout.split('\r\n').filter(Boolean)).toHaveLength(2);
  });

  it('replaces nothing unasked', async () => {
    const folder = folderWith(NOTICE);
    writeFileSync(path.join(folder, '表.docx'), 'mine');
    const refused = await run(['export', '通知.notice', '--to', 'docx', '-o', '表.docx'], { cwd: folder });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(path.join(folder, '表.docx'), 'utf8')).toBe('mine');
    expect(
      (await run(['export', '通知.notice', '--to', 'docx', '-o', '表.docx', '--force'], { cwd: folder })).code,
    ).toBe(0);
    expect(readFileSync(path.join(folder, '表.docx'), 'utf8').startsWith('PK')).toBe(true);
  });

  it('does not write over the notice itself, not even by force', async () => {
    const folder = folderWith(NOTICE);
    const args = ['export', '通知.notice', '--to', 'csv', '-o', './通知.notice', '--force'];
    const { code, stderr } = await run(args, { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('通知本身');
    expect(readFileSync(path.join(folder, '通知.notice'), 'utf8')).toBe(NOTICE);
  });

  it.each([
    ['no format', ['export', '通知.notice'], '--to'],
    ['a format that is none', ['export', '通知.notice', '--to', 'doc'], 'doc'],
    ['a template that is none', ['export', '通知.notice', '--to', 'csv', '--template', 'wide'], 'full|brief|progress'],
    ['no file', ['export', '--to', 'csv'], '通知文件'],
    ['a folder', ['export', '.', '--to', 'csv'], '文件夹'],
    ['an output in no folder', ['export', '通知.notice', '--to', 'docx', '-o', '无/表.docx'], '文件夹不存在'],
    ['a document under another type’s name', ['export', '通知.notice', '--to', 'docx', '-o', '表.xlsx'], '扩展名'],
    ['a type that the document has not', ['export', '通知.notice', '--what', 'load', '-o', '表.pdf'], '没有 pdf 格式'],
    ['an option that would do nothing', ['export', '通知.notice', '--to', 'csv', '--only', '县财政局'], '不起作用'],
    ['an output that is a folder', ['export', '通知.notice', '--to', 'docx', '-o', '占.docx'], '是文件夹'],
  ])('%s is one clear sentence and 2', async (_, args, says) => {
    const folder = folderWith(NOTICE);
    mkdirSync(path.join(folder, '占.docx/通知-任务分解表.docx'), { recursive: true });
    const { code, stderr } = await run(args, { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('goes under its usual name into a folder that is there', async () => {
    const folder = folderWith(NOTICE);
    mkdirSync(path.join(folder, '里'));
    expect((await run(['export', '通知.notice', '--to', 'docx', '-o', '里'], { cwd: folder })).code).toBe(0);
    expect(readdirSync(path.join(folder, '里'))).toEqual(['通知-任务分解表.docx']);
  });

  it('counts the tasks that it writes', async () => {
    const folder = folderWith(`${NOTICE}2.新建粮库2座。\n牵头责任单位：县商务局。\n完成时限：2026年9月底前。\n`);
    const said = async (...args: string[]) => (await run(['export', '通知.notice', ...args], { cwd: folder })).stderr;
    expect(await said('--what', 'ledger', '-o', '全.xlsx')).toContain('已导出 2 项任务');
    expect(await said('--what', 'ledger', '--only', '县商务局', '-o', '商.xlsx')).toContain('已导出 1 项任务');
    expect(await said('--what', 'slips', '--only', '县商务局', '-o', '商.docx')).toContain('已导出 1 项任务');
    expect(await said('--what', 'calendar', '-o', '时限.ics')).toContain('已导出 1 项任务');
  });

  it('has the columns that the configuration asks for, or those of --template', async () => {
    const folder = folderWith(NOTICE);
    writeFileSync(
      path.join(folder, 'tasknotice.json'),
      '{ "table": { "columns": ["主要任务", { "title": "进展" }] } }',
    );
    const columns = async (...args: string[]) => {
      const { stdout } = await run(['export', '通知.notice', '--to', 'csv', ...args], { cwd: folder });
      return stdout.replace('\ufeff', '').split('\r\n')[0];
    };
    expect(await columns()).toBe('主要任务,进展');
    expect(await columns('--template', 'brief')).toBe('序号,主要任务,牵头责任单位,协同责任单位,完成时限');
    writeFileSync(path.join(folder, '督办.json'), '{ "table": { "template": "progress" } }');
    expect(await columns('--config', '督办.json')).toContain('完成时限,进展情况,存在问题,下一步措施');
  });

  it('says what is wrong with the columns, and writes nothing', async () => {
    const folder = folderWith(NOTICE);
    writeFileSync(path.join(folder, 'tasknotice.json'), '{ "table": { "columns": ["序号", "进展情况"] } }');
    const { code, stdout, stderr } = await run(['export', '通知.notice', '--to', 'csv'], { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('没有“进展情况”这一栏');
    // lint stops at the same, rather than let the wrong file pass.
    expect((await run(['lint', '通知.notice'], { cwd: folder })).stderr).toContain('没有“进展情况”这一栏');
  });

  it('has no table for a text without tasks', async () => {
    const { code, stderr } = await run(['export', '通知.notice', '--to', 'csv'], { cwd: folderWith('今天天气好。\n') });
    expect(code).toBe(2);
    expect(stderr).toContain('没有读到任务');
  });

  // The superuser may write anywhere.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so where the place may not be written',
    async () => {
      const folder = folderWith(NOTICE);
      mkdirSync(path.join(folder, '只读'));
      chmodSync(path.join(folder, '只读'), 0o555);
      const { code, stderr } = await run(['export', '通知.notice', '--to', 'docx', '-o', '只读/表.docx'], {
        cwd: folder,
      });
      expect(code).toBe(2);
      expect(stderr).toContain('没有写入权限');
      expect(existsSync(path.join(folder, '只读/表.docx'))).toBe(false);
    },
  );
});

describe('outline', () => {
  it('shows headings, tasks and lead units', async () => {
    const { stdout, code } = await run(['outline', '通知.notice'], { cwd: folderWith(NOTICE) });
    expect(stdout).toBe('一、 产业发展\n  （一） 壮大主导产业\n    1. 开工冷链物流园。  〔县发改委〕\n');
    expect(code).toBe(0);
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await run(['outline', '通知.notice', '--format', 'json'], { cwd: folderWith(NOTICE) });
    expect(JSON.parse(stdout)).toEqual([
      {
        number: '一、',
        title: '产业发展',
        kind: 'section',
        leadUnits: [],
        line: 3,
        children: [
          {
            number: '（一）',
            title: '壮大主导产业',
            kind: 'section',
            leadUnits: [],
            line: 4,
            children: [
              { number: '1.', title: '开工冷链物流园。', kind: 'task', leadUnits: ['县发改委'], line: 5, children: [] },
            ],
          },
        ],
      },
    ]);
  });
});

describe('registry infer', () => {
  it('proposes a registry that lint then goes by', async () => {
    const folder = folderWith(NOTICE);
    const { code } = await run(['registry', 'infer', '通知.notice', '-o', '云溪县.registry'], { cwd: folder });
    expect(code).toBe(0);
    const registry = readFileSync(path.join(folder, '云溪县.registry'), 'utf8');
    expect(registry).toMatch(/单位：.*县发改委/);
    expect(registry).toContain('林知远');
    const { stdout } = await run(['lint', '通知.notice', '--format', 'json'], { cwd: folder });
    expect(stdout).not.toContain('unit-unknown');
  });
});

describe('help', () => {
  it('is printed on request, and the version too', async () => {
    expect((await run(['--help'])).stdout).toContain('tasknotice lint');
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await run([])).code).toBe(2);
  });
});
