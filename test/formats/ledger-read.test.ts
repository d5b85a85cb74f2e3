/** The ledger that comes back: sorted, widened, reworded, filled in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Returned, readLedger } from '../../server/imports/ledger.ts';
import type { Report } from '../../server/model/progress.ts';
import { readNotice } from '../../server/model/read.ts';
import {
  NO_PROGRESS,
  type Progress,
  parseProgress,
  printProgress,
  reportsByTask,
} from '../../server/project/progress.ts';
import { type Outcome, readInto } from '../../server/project/progress-read.ts';
import { columnOf, type Grid, gridOf, ledgerOf, notice, returned, TEXT } from './ledger-notice.ts';

const sent = await ledgerOf();
const blank = await gridOf(sent);

async function read(bytes: Uint8Array): Promise<Returned> {
  const ledger = await readLedger(bytes);
  if ('refused' in ledger) throw new Error(ledger.refused.zh);
  return ledger;
}

async function reading(bytes: Uint8Array, before: Progress = NO_PROGRESS, of = notice): Promise<Outcome> {
  return readInto(before, of, await read(bytes), '台账.xlsx');
}

/** The ledger with something filled in, by serial number and header. */
function filled(entries: Readonly<Record<number, Readonly<Record<string, Grid[number][number]>>>>, grid = blank): Grid {
  const copy = grid.map((row) => [...row]);
  for (const [n, cells] of Object.entries(entries)) {
    const row = copy.find((each) => each[0] === Number(n))!;
    for (const [header, value] of Object.entries(cells)) row[columnOf(copy, header)] = value;
  }
  return copy;
}

async function reportOn(n: number, cells: Readonly<Record<string, Grid[number][number]>>): Promise<Report> {
  const { progress } = await reading(await returned(filled({ [n]: cells }), sent));
  const { source, row, ...report } = reportsByTask(progress, notice)[n - 1]![0]!;
  expect([source, row]).toEqual(['台账.xlsx', n + 1]);
  return report;
}

describe('what is filled in', () => {
  test('is read as it was meant', async () => {
    const day = new Date('2026-05-20');
    expect(
      await reportOn(3, {
        进展状态: '滞后',
        '完成进度（%）': 45,
        进展情况: ' 围堰已合龙 ',
        存在问题: '汛期停工',
        下一步措施: '增加班组',
        填报人: '岑柏',
        填报日期: day,
      }),
    ).toEqual({
      state: '滞后',
      percent: 45,
      progress: '围堰已合龙',
      problems: '汛期停工',
      next: '增加班组',
      by: '岑柏',
      date: '2026-05-20',
    });
  });

  test.each<[number | string, Report]>([
    [60, { percent: 60 }],
    ['60%', { percent: 60 }],
    ['约６０％', { percent: 60 }],
    [0.6, { percent: 60 }],
    [0.285, { percent: 28.5 }],
    [0, { percent: 0 }],
    ['过半', { others: { '完成进度（%）': '过半' } }],
    [180, { others: { '完成进度（%）': '180' } }],
  ])('progress %s', async (typed, report) => {
    expect(await reportOn(1, { '完成进度（%）': typed })).toEqual(report);
  });

  test.each<[string | number, string]>([
    ['2026-05-20', '2026-05-20'],
    ['2026年5月20日', '2026-05-20'],
    ['2026.5.20', '2026-05-20'],
    [20260520, '2026-05-20'],
    [46162, '2026-05-20'],
    ['2026年2月30日', '2026年2月30日'],
    ['五月中旬', '五月中旬'],
  ])('date %s', async (typed, date) => {
    expect(await reportOn(1, { 填报日期: typed })).toEqual({ date });
  });

  test.each<[string, Report]>([
    ['已完成', { state: '已完成' }],
    ['正常推进', { state: '推进中', others: { 进展状态: '正常推进' } }],
    ['尚未启动', { state: '未启动', others: { 进展状态: '尚未启动' } }],
    ['未完成', { state: '推进中', others: { 进展状态: '未完成' } }],
    ['申请延期', { state: '申请延期' }],
  ])('state %s', async (typed, report) => {
    expect(await reportOn(1, { 进展状态: typed })).toEqual(report);
  });
});

describe('a ledger that was worked on', () => {
  /** Columns in another order, with new ones among them; headers reworded; rows in another order, with others among them. */
  const edits = fc.record({
    columns: fc.shuffledSubarray([...blank[0]!.keys()], { minLength: blank[0]!.length }),
    rows: fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7 }),
    phone: fc.nat(blank[0]!.length),
    above: fc.nat(3),
    subtotal: fc.nat(7),
    hidden: fc.constantFrom('kept', 'cut', 'unhidden and cut, the list gone'),
    renamed: fc.boolean(),
    reworded: fc.constantFrom('', '按要求，', '（已部署）'),
  });

  test('has each report on its own task, and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async ({ columns, rows, phone, above, subtotal, hidden, renamed, reworded }) => {
        const copy = blank.map((row) => [...row]);
        const [task, told, identity] = ['主要任务', '进展情况', '任务标识（请勿改动）'].map((header) =>
          columnOf(blank, header),
        ) as [number, number, number];
        for (const row of copy.slice(1)) {
          row[told] = `进展-${row[0]}`;
          // The two tasks with one text are told apart by their lead units.
          if (Number(row[0]) < 6) row[task] = reworded.startsWith('（') ? row[task] + reworded : reworded + row[task];
        }
        if (renamed) copy[0]![told] = '目前进展情况';
        const order = hidden === 'kept' ? columns : columns.filter((column) => column !== identity);
        const arranged: Grid = [0, ...rows].map((at) => order.map((column) => copy[at]![column]!));
        arranged.forEach((row, at) => {
          row.splice(Math.min(phone, row.length), 0, at ? `555-${rows[at - 1]}` : '电话');
        });
        const note = arranged[0]!.map((label) => (String(label).includes('进展情况') ? '合计：五项' : null));
        arranged.splice(1 + subtotal, 0, note);
        for (let i = 0; i < above; i++) arranged.unshift([i ? null : '云溪县任务台账']);
        const bytes = await returned(arranged, hidden.endsWith('gone') ? undefined : sent);
        const { progress, remarks } = await reading(bytes);
        const reports = reportsByTask(progress, notice);
        expect(reports.map((some) => some.map(({ progress: said }) => said))).toEqual(
          notice.tasks.map(({ n }) => [`进展-${n}`]),
        );
        expect(reports.map(([report]) => report!.others)).toEqual(notice.tasks.map(({ n }) => ({ 电话: `555-${n}` })));
        expect(progress.unmatched.map(({ cells }) => Object.values(cells))).toEqual([['合计：五项']]);
        expect(remarks.filter(({ kind }) => kind === 'no-task')).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('whose sort left the identities behind goes by its texts, and says so', async () => {
    const grid = filled({ 1: { 进展情况: '茶园' }, 4: { 进展情况: '小区' } });
    const identity = columnOf(grid, '任务标识（请勿改动）');
    const stayed = grid.map((row) => row[identity]!);
    const turned = [grid[0]!, ...grid.slice(1).reverse()].map((row, at) => row.with(identity, stayed[at]!));
    const { progress, remarks } = await reading(await returned(turned, sent));
    const reports = reportsByTask(progress, notice);
    expect([0, 3].map((at) => reports[at]![0]!.progress)).toEqual(['茶园', '小区']);
    expect(remarks.map(({ kind }) => kind)).toEqual(['astray']);
    expect(remarks[0]!.words.zh).toContain('隐藏标识');
  });

  test('says which rows are about no task, or twice about one, with what stood in them', async () => {
    const grid = filled({ 2: { 进展情况: '引进2家' } });
    grid.push(grid[2]!.with(columnOf(grid, '进展情况'), '引进3家'));
    const own: Grid[number] = blank[0]!.map(() => null);
    own[columnOf(grid, '主要任务')] = '筹备元宵灯会';
    own[columnOf(grid, '进展情况')] = '已搭建灯组';
    grid.push(own);
    const { progress, remarks } = await reading(await returned(grid, sent));
    expect(reportsByTask(progress, notice)[1]!.map((report) => report.progress)).toEqual(['引进2家']);
    expect(progress.unmatched.map(({ why, row, cells }) => [why, row, cells.进展情况])).toEqual([
      ['second-row', 9, '引进3家'],
      ['no-task', 10, '已搭建灯组'],
    ]);
    expect(remarks.map(({ kind }) => kind)).toEqual(['no-task', 'second-row']);
    expect(remarks[0]!.words.zh).toContain('第10行');
    expect(remarks[0]!.words.zh).toContain('“筹备元宵灯会”');
    expect(remarks[1]!.words.zh).toContain('“引进3家”');
  });

  test('cells merged downwards count for each of their rows', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const grid = filled({ 4: { 进展情况: '与泊位一并实施' } });
    const column = columnOf(grid, '进展情况');
    const merges = [{ startRow: 4, endRow: 5, startCol: column, endCol: column }];
    const { progress } = await reading(await writeXlsx({ sheets: [{ name: '台账', rows: grid, merges }] }));
    const reports = reportsByTask(progress, notice);
    expect([3, 4].map((at) => reports[at]![0]!.progress)).toEqual(['与泊位一并实施', '与泊位一并实施']);
  });
});

describe('progress', () => {
  test('keeps what earlier ledgers brought; a unit’s later report takes the place of its earlier one', async () => {
    const first = await reading(await returned(filled({ 1: { 进展情况: '甲' }, 2: { 进展情况: '乙' } }), sent));
    const later = await reading(await returned(filled({ 1: { 进展情况: '丙' } }), sent), first.progress);
    const reports = reportsByTask(later.progress, notice);
    expect([0, 1].map((at) => reports[at]!.map((report) => report.progress))).toEqual([['丙'], ['乙']]);
    const again = await reading(await returned(filled({ 1: { 进展情况: '丙' } }), sent), later.progress);
    expect(printProgress(again.progress)).toBe(printProgress(later.progress));
  });

  test('has the reports of both units on one task, and says where they differ', async () => {
    const of = async (unit: string, state: string): Promise<Uint8Array> => {
      const own = await ledgerOf(notice, { only: unit });
      const grid = await gridOf(own);
      grid.find((row) => row[0] === 2)![columnOf(grid, '进展状态')] = state;
      return returned(grid, own);
    };
    const lead = await reading(await of('县商务局', '推进中'));
    const both = readInto(lead.progress, notice, await read(await of('县农业农村局', '已完成')), '农业农村局.xlsx');
    const reports = reportsByTask(both.progress, notice)[1]!;
    expect(reports.map(({ unit, state }) => [unit, state])).toEqual([
      ['县商务局', '推进中'],
      ['县农业农村局', '已完成'],
    ]);
    expect(both.remarks.map(({ kind }) => kind)).toEqual(['differ']);
    expect(both.remarks[0]!.words.zh).toMatch(/县商务局填“推进中”，县农业农村局填“已完成”/);
  });

  test('finds its tasks in a notice that was renumbered, reordered and reworded since', async () => {
    const { progress } = await reading(
      await returned(
        filled(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [n, { 进展情况: `进展-${n}` }]))),
        sent,
      ),
    );
    const edited = readNotice(
      TEXT.replace('一、壮大特色产业', '三、壮大特色产业')
        .replace('3.建成白鹭湖渔业基地', '8.建成白鹭湖生态渔业基地')
        .replace('新建生态茶园6000亩，改造低产茶园1.5万亩', '新建生态茶园7000亩，改造低产茶园2万亩')
        .replace(/4\.改造老旧小区12个。[\s\S]*?\n(?=5\.)/, ''),
    );
    const reports = reportsByTask(progress, edited).map((some) => some.map((report) => report.progress).join());
    expect(edited.tasks.map(({ text }, at) => [text.slice(0, 6), reports[at]])).toEqual([
      ['新建生态茶园', '进展-1'],
      ['引进精制茶加', '进展-2'],
      ['建成白鹭湖生', '进展-3'],
      ['新建公共停车', '进展-5'],
      ['定期清理河道', '进展-6'],
      ['定期清理河道', '进展-7'],
    ]);
    // The one whose task is gone is kept, and a ledger of the old notice still finds the others.
    const again = await reading(await returned(filled({ 3: { 进展情况: '续' } }), sent), progress, edited);
    expect([...again.progress.tasks.values()].at(-1)!.text).toBe('改造老旧小区12个。');
    expect(reportsByTask(again.progress, edited)[2]![0]!.progress).toBe('续');
    expect(again.remarks.map(({ kind }) => kind)).not.toContain('reworded');
  });

  test('reads back what it writes, and says why a file is none', async () => {
    const { progress } = await reading(await returned(filled({ 1: { 进展情况: '甲', 进展状态: '正常推进' } }), sent));
    expect(parseProgress(printProgress(progress))).toEqual(progress);
    for (const [text, why] of [
      ['{', '不是 JSON'],
      ['[]', '不是进展文件'],
      ['{"version":1}', '不是进展文件'],
      ['{"version":9,"tasks":{}}', '更新的版本'],
    ] as const)
      expect(JSON.stringify(parseProgress(text))).toContain(why);
  });
});

describe('what is no ledger', () => {
  test('is refused in a sentence', async () => {
    const none = await readLedger(new TextEncoder().encode('今天天气好'));
    expect('refused' in none && none.refused.zh).toBeTruthy();
    const other = await readLedger(
      await returned([
        ['姓名', '电话'],
        ['岑柏', '555'],
      ]),
    );
    expect('refused' in other && other.refused.zh).toContain('没有找到台账的表头');
  });

  test('whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sent.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = cut ? sent.slice(0, at) : sent.slice();
        if (!cut) bytes[at] = byte;
        const ledger = await readLedger(bytes);
        expect('refused' in ledger || ledger.rows.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
