/** The load: figures that agree with the tasks, in the page and in the workbook. */
import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { exportNotice } from '../../server/formats/index.ts';
import { loadOf } from '../../server/formats/load/load.ts';
import { readNotice } from '../../server/model/read.ts';
import { parseRegistry } from '../../server/registry/registry.ts';
import { UNITS } from './bearing-units.ts';
import { readSheet, unzip } from './unzip.ts';

const REGISTRY = parseRegistry(`${UNITS}
领导：林知远
职务：副县长
分管：县财政局
`);

const text = (tasks: string) => `云溪县人民政府办公室关于印发2026年重点工作任务的通知

2026年2月10日

一、稳增长

${tasks}`;

const NOTICE = readNotice(
  text(`1.开工冷链园。
牵头领导：林知远。
牵头单位：县发改局。
协同单位：县财政局，各乡镇。
完成时限：2026年6月底前。

2.建设茶叶<市场>。
牵头领导：林知远、沈若兰。
牵头单位：县发展和改革局、青石镇。
协同单位：县茶叶局，沿湖各村。
完成时限：2026年9月底前。

3.修缮村道。
牵头单位：县财政局。
责任单位：县发改局。
完成时限：持续推进。
`),
);

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { name: string; value: string }[];
  readonly childNodes?: readonly Node[];
}

function* all(node: Node, name: string): Generator<Node> {
  if (node.nodeName === name) yield node;
  for (const child of node.childNodes ?? []) yield* all(child, name);
}

function textIn(node: Node): string {
  return node.value ?? (node.childNodes ?? []).map(textIn).join('');
}

describe('the load', () => {
  it('counts each task of a unit once, by its heaviest duty', () => {
    const load = loadOf(NOTICE, { registry: REGISTRY });
    const told = load.units.map(({ name, counts, total, due }) => [
      name,
      ...load.counts.map((count) => counts[count]),
      total,
      due.join(' '),
    ]);
    expect(load.counts).toEqual(['lead', 'unit', 'support', 'group']);
    expect(load.times).toEqual(['一季度', '二季度', '三季度', '四季度']);
    expect(told).toEqual([
      ['县发改局', 2, 1, 0, 0, 3, '0 1 1 0 1'],
      ['县财政局', 1, 0, 1, 0, 2, '0 1 0 0 1'],
      ['青石镇', 1, 0, 0, 1, 2, '0 1 1 0 0'],
      ['桃坪乡', 0, 0, 0, 1, 1, '0 1 0 0 0'],
      ['县茶叶局', 0, 0, 1, 0, 1, '0 0 1 0 0'],
      ['沿湖各村＊', 0, 0, 1, 0, 1, '0 0 1 0 0'],
    ]);
  });

  it('tells which leader has how many tasks with which unit, and counts no task twice in a sum', () => {
    const { matrix } = loadOf(NOTICE, { registry: REGISTRY });
    expect(matrix).toMatchObject({
      leaders: ['林知远', '沈若兰', '未写领导'],
      rows: [
        { unit: '县发改局', figures: [2, 1, 0], tasks: 2 },
        { unit: '县财政局', figures: [0, 0, 1], tasks: 1 },
        { unit: '青石镇', figures: [1, 1, 0], tasks: 1 },
      ],
      sums: [2, 1, 1],
      tasks: 3,
    });
  });

  it('takes the leaders of the registry where the notice names none', () => {
    const notice = readNotice(text('1.修缮村道。\n牵头单位：县财政局。\n2.开工冷链园。\n牵头单位：县发改局。\n'));
    expect(loadOf(notice, { registry: REGISTRY }).matrix).toMatchObject({
      inCharge: true,
      leaders: ['林知远', '名册未写'],
      sums: [1, 1],
    });
    expect(loadOf(notice, {}).matrix).toBeUndefined();
    expect(loadOf(notice, {}).times).toEqual([]);
  });

  it('counts by years where tasks are due in several', () => {
    const notice = readNotice(
      text(
        '1.修缮村道。\n牵头单位：县财政局。\n完成时限：2026年12月底前。\n2.开工。\n牵头单位：县财政局。\n完成时限：2027年6月底前。\n',
      ),
    );
    expect(loadOf(notice, {})).toMatchObject({ times: ['2026年', '2027年'], units: [{ due: [1, 1, 0] }] });
  });

  const unit = fc.constantFrom<string>('县发改局', '县财政局', '各乡镇', '青石镇', '县茶叶局', '各有关单位');
  const duties = fc.array(
    fc.record({
      lead: fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }),
      support: fc.uniqueArray(unit, { maxLength: 4 }),
      leader: fc.uniqueArray(fc.constantFrom<string>('林知远', '沈若兰'), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('adds up', () => {
    fc.assert(
      fc.property(duties, (tasks) => {
        const notice = readNotice(
          text(
            tasks
              .map(
                ({ lead, support, leader }, at) =>
                  `${at + 1}.建设第${at + 1}号茶园。\n${leader.length ? `牵头领导：${leader.join('、')}。\n` : ''}牵头单位：${lead.join('、')}。\n${support.length ? `协同单位：${support.join('、')}。\n` : ''}`,
              )
              .join('\n'),
          ),
        );
        const { units, matrix } = loadOf(notice, { registry: REGISTRY });
        for (const { name, counts, total, due } of units) {
          const { lead, unit: responsible, support, group } = counts;
          expect(lead + responsible + support + group, name).toBe(total);
          expect(
            due.reduce((sum, each) => sum + each, 0),
            name,
          ).toBe(total);
          expect(total).toBeLessThanOrEqual(tasks.length);
        }
        const ofName = (name: string) => units.find((one) => one.name.replace('＊', '') === name);
        for (const name of ['县发改局', '县财政局', '县茶叶局', '各有关单位']) {
          const own = tasks.filter(({ lead, support }) => [...lead, ...support].includes(name));
          expect(ofName(name)?.total ?? 0, name).toBe(own.length);
          expect(ofName(name)?.counts.lead ?? 0, name).toBe(own.filter(({ lead }) => lead.includes(name)).length);
        }
        const town = tasks.filter(({ lead, support }) =>
          [...lead, ...support].some((name) => /各乡镇|青石镇/.test(name)),
        );
        expect(ofName('青石镇')?.total ?? 0).toBe(town.length);
        if (!matrix || matrix.inCharge) return;
        matrix.leaders.forEach((leader, column) => {
          const own = tasks.filter((task) =>
            leader === '未写领导' ? !task.leader.length : task.leader.includes(leader),
          );
          expect(matrix.sums[column]).toBe(own.length);
          for (const { unit: row, figures } of matrix.rows)
            expect(figures[column], `${leader} ${row}`).toBe(own.filter(({ lead }) => lead.includes(row)).length);
        });
      }),
    );
  });

  it('as a page says all in tables, draws bars beside them, and needs nothing from elsewhere', async () => {
    const { files } = await exportNotice(NOTICE, 'load', 'html', { registry: REGISTRY });
    const html = files[0]!.content as string;
    expect(html).not.toMatch(/<script|https?:|@import|<link|\ssrc=/);
    const document = parse(html) as unknown as Node;
    const tables = [...all(document, 'table')];
    const rows = (table: Node) =>
      [...all(table, 'tr')].map((tr) =>
        (tr.childNodes ?? []).filter(({ nodeName }) => /^t[hd]$/.test(nodeName)).map((cell) => textIn(cell).trim()),
      );
    expect(tables.map((table) => textIn([...all(table, 'caption')][0]!))).toEqual([
      '一、各单位任务量',
      '二、各单位任务到期时间',
      '三、牵头领导与牵头单位',
      '四、需要核对的名称',
    ]);
    expect(rows(tables[0]!)[1]).toEqual(['县发改局', '2', '1', '', '', '3', '']);
    expect(rows(tables[2]!).at(-1)).toEqual(['合计', '2', '1', '1', '3']);
    expect(rows(tables[3]!).slice(1)).toEqual([
      ['沈若兰', '名册里没有', '2'],
      ['县茶叶局', '名册里没有', '2'],
      ['沿湖各村', '成员没有列明，单独列出', '2'],
    ]);
    const bars = [...all(tables[0]!, 'rect')].filter(({ attrs }) =>
      attrs!.some(({ name, value }) => name === 'fill' && value === 'url(#look-lead)'),
    );
    // Three units that lead, and the legend.
    expect(bars).toHaveLength(4);
    expect(html).toContain('id="look-lead"');
  });

  it('as a page keeps a table together that a page can hold, and no title stands alone', async () => {
    const pagesWith = async (units: number) => {
      const tasks = Array.from(
        { length: units },
        (_, at) =>
          `${at + 1}.修渠${at + 1}里。\n牵头单位：第${at + 1}水管所。\n完成时限：2026年${(at % 12) + 1}月底前。\n`,
      );
      const { files } = await exportNotice(readNotice(text(tasks.join('\n'))), 'load', 'html');
      return String(files[0]!.content).split('<section').slice(1);
    };
    for (let units = 1; units <= 28; units++) {
      const pages = await pagesWith(units);
      for (const page of pages) expect(page.match(/<tr/g)?.length ?? 0, `${units} units`).toBeGreaterThan(1);
      const [first, ...others] = pages;
      expect(first).toContain('一、');
      // Only the first, which stands under the title, may be longer than the room that is left.
      for (const page of others) expect(page).not.toMatch(/二、[^<]*（续）/);
    }
  });

  it('as a workbook has the figures, and a chart that refers to them', async () => {
    const { files } = await exportNotice(NOTICE, 'load', 'xlsx', { registry: REGISTRY });
    const parts = unzip(files[0]!.content as Uint8Array);
    const { cells } = readSheet(parts);
    expect(['A', 'B', 'C', 'D', 'E', 'F'].map((column) => cells.get(`${column}3`))).toEqual([
      '单位',
      '牵头',
      '责任',
      '协同',
      '随单位组',
      '合计',
    ]);
    expect(['A', 'B', 'C', 'D', 'E', 'F'].map((column) => cells.get(`${column}4`))).toEqual([
      '县发改局',
      'number 2',
      'number 1',
      undefined,
      undefined,
      'number 3',
    ]);
    const chart = parts.get('xl/charts/chart1.xml')!.text;
    expect([...chart.matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, place]) => place)).toEqual(
      ['B', 'C', 'D', 'E'].flatMap((column) => ['任务量!$A$4:$A$9', `任务量!$${column}$4:$${column}$9`]),
    );
    expect(parts.get('xl/workbook.xml')!.text.match(/<sheet name="([^"]*)"/g)).toHaveLength(4);
  });
});
