import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnOf, type Grid, gridOf, returned, TEXT } from '../formats/ledger-notice.ts';
import { run, temporary } from '../support/cli.ts';

const NOTICE = '要点.notice';
const SIDECAR = '要点.progress.json';

/** A folder with the notice and its ledger, as it went out. */
async function office(): Promise<{ cwd: string; sent: Buffer; grid: Grid }> {
  const cwd = temporary();
  writeFileSync(path.join(cwd, NOTICE), TEXT);
  const { code, stderr } = await run(['export', NOTICE, '--what', 'ledger', '-o', '台账.xlsx'], { cwd });
  expect([code, stderr]).toEqual([0, expect.stringContaining('台账.xlsx')]);
  const sent = readFileSync(path.join(cwd, '台账.xlsx'));
  return { cwd, sent, grid: await gridOf(sent) };
}

function fill(grid: Grid, n: number, cells: Readonly<Record<string, string | number>>): void {
  for (const [header, value] of Object.entries(cells)) grid[n]![columnOf(grid, header)] = value;
}

describe('ledger', () => {
  it('goes out, comes back from two units, and shows how far the tasks are', async () => {
    const { cwd, sent, grid } = await office();
    fill(grid, 1, { 进展状态: '推进中', '完成进度（%）': 60, 进展情况: '已栽植3600亩', 填报人: '岑柏' });
    writeFileSync(path.join(cwd, '农业农村局.xlsx'), await returned(grid, sent));
    const other = await gridOf(sent);
    fill(other, 2, { 进展状态: '滞后', 存在问题: '落户意向少' });
    writeFileSync(path.join(cwd, '商务局.xlsx'), await returned(other, sent));

    const read = await run(['ledger', 'read', '农业农村局.xlsx', '商务局.xlsx', '--notice', NOTICE], { cwd });
    expect(read.stderr).toBe('');
    expect(read.code).toBe(0);
    expect(read.stdout).toContain('读入 2 份台账：2 项有进展');
    expect(readFileSync(path.join(cwd, NOTICE), 'utf8')).toBe(TEXT);

    const shown = await run(['ledger', 'show', NOTICE, '--today', '2026-07-01'], { cwd });
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain(
      '共 7 项 tasks：未启动 0，推进中 1，滞后 1，已完成 0，未填报 5；到2026-07-01逾期 1 overdue',
    );
    expect(shown.stdout).toContain(
      '一、（一）1. 新建生态茶园6000亩，改造低产茶园1.5万亩。  〔县农业农村局〕\n    推进中 60%\n',
    );
    expect(shown.stdout).toContain('滞后  ［逾期，应于 2026-06-30 前完成］');
    expect(shown.stdout).toContain('      问题：落户意向少');

    const json = JSON.parse(
      (await run(['ledger', 'show', NOTICE, '--format', 'json', '--unit', '县商务局'], { cwd })).stdout,
    );
    expect(json.counts).toEqual({ 未启动: 0, 推进中: 0, 滞后: 1, 已完成: 0, 未填报: 0 });
    expect(json.tasks.map((task: { n: number; due: string }) => [task.n, task.due])).toEqual([[2, '2026-06-30']]);
  });

  it('lists what is about no task, keeps it, and ends with 1', async () => {
    const { cwd, sent, grid } = await office();
    const own: Grid[number] = grid[0]!.map(() => null);
    own[columnOf(grid, '主要任务')] = '筹备元宵灯会';
    own[columnOf(grid, '进展情况')] = '已搭建灯组';
    writeFileSync(path.join(cwd, '回.xlsx'), await returned([...grid, own], sent));
    const dry = await run(['ledger', 'read', '回.xlsx', '--notice', NOTICE, '--dry-run'], { cwd });
    expect([dry.code, existsSync(path.join(cwd, SIDECAR))]).toEqual([1, false]);
    const { code, stderr } = await run(['ledger', 'read', '回.xlsx', '--notice', NOTICE], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('“回.xlsx”第9行在通知里没有对应的任务');
    expect(stderr).toContain('进展情况“已搭建灯组”');
    const { unmatched } = JSON.parse(readFileSync(path.join(cwd, SIDECAR), 'utf8'));
    expect(unmatched).toEqual([
      {
        source: '回.xlsx',
        sheet: '台账',
        row: 9,
        why: 'no-task',
        text: '筹备元宵灯会',
        cells: { 主要任务: '筹备元宵灯会', 进展情况: '已搭建灯组' },
      },
    ]);
    expect((await run(['ledger', 'show', NOTICE], { cwd })).stdout).toContain('另有 1 行没有对应的任务');
  });

  it('is filled from what came back, and so is the table for 督办', async () => {
    const { cwd, sent, grid } = await office();
    fill(grid, 1, { 进展状态: '推进中', '完成进度（%）': 60, 进展情况: '已栽植3600亩', 下一步措施: '抢栽' });
    writeFileSync(path.join(cwd, '回.xlsx'), await returned(grid, sent));
    await run(['ledger', 'read', '回.xlsx', '--notice', NOTICE, '-o', '五月.json'], { cwd });
    const table = await run(['export', NOTICE, '--to', 'csv', '--template', 'progress', '--progress', '五月.json'], {
      cwd,
    });
    expect(table.stdout.split('\r\n')[1]).toMatch(/,"推进中，60%\n已栽植3600亩",,抢栽$/);
    const bare = await run(['export', NOTICE, '--to', 'csv', '--template', 'progress'], { cwd });
    expect(bare.stdout).not.toContain('已栽植');
    await run(['export', NOTICE, '--what', 'ledger', '--progress', '五月.json', '-o', '续.xlsx'], { cwd });
    const again = await gridOf(readFileSync(path.join(cwd, '续.xlsx')));
    expect(again[1]![columnOf(again, '进展情况')]).toBe('已栽植3600亩');
  });

  it.each([
    ['nothing to do', ['ledger'], 'read 或 show'],
    ['no notice', ['ledger', 'read', '台账.xlsx'], '--notice'],
    ['no ledger', ['ledger', 'read', '--notice', NOTICE], '填好的台账'],
    ['a ledger that is not there', ['ledger', 'read', '无.xlsx', '--notice', NOTICE], '“无.xlsx”不存在'],
    ['a file that is no workbook', ['ledger', 'read', '字.txt', '--notice', NOTICE], '“字.txt”'],
    ['an output over the notice', ['ledger', 'read', '台账.xlsx', '--notice', NOTICE, '-o', NOTICE], '不能写在它上面'],
    [
      'an output that is no progress file',
      ['ledger', 'read', '台账.xlsx', '--notice', NOTICE, '-o', '字.txt'],
      '--force',
    ],
    ['no progress yet', ['ledger', 'show', NOTICE], '请先用 tasknotice ledger read'],
    ['a day that is none', ['ledger', 'show', NOTICE, '--today', '明天'], '--today'],
    [
      'a progress file that is none',
      ['export', NOTICE, '--what', 'ledger', '--progress', '字.txt', '-o', 'x.xlsx'],
      '不能作进展文件',
    ],
  ])('%s is one clear sentence and 2', async (_, args, says) => {
    const { cwd } = await office();
    writeFileSync(path.join(cwd, '字.txt'), '今天天气好');
    const { code, stderr } = await run(args, { cwd });
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(says);
  });
});
