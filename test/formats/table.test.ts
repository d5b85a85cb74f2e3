import { describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../server/formats/format.ts';
import { levelOf } from '../../server/formats/table/columns.ts';
import { flatHeader, officialTable, type Table } from '../../server/formats/table/table.ts';
import { type Block, makeNotice, type Spec } from './make.ts';

const LEAD = ['lead', '牵头单位', '县农业农村局'] as const;
const SUPPORT = ['support', '协同单位', '县财政局、县林业局，各乡镇'] as const;
const LEADER = ['leader', '牵头负责领导', '岑柏'] as const;
const UNITS = ['unit', '责任单位', '县水利局、县供销社'] as const;

function table(blocks: readonly Block[], spec: Partial<Spec> = {}, options: ExportOptions = {}): Table {
  return officialTable(makeNotice({ issuer: '云溪县人民政府', ...spec, blocks }), options);
}

/** The table as text: a line a row, cells parted by |, lines inside a cell by /. */
function printed({ columns, rows }: Table): string[] {
  return [flatHeader({ columns } as Table), ...rows.map((row) => row.cells)].map((cells) =>
    cells.join('|').replaceAll('\n', '/'),
  );
}

const FULL: readonly Block[] = [
  {
    text: '一、稳住主要预期目标。',
    below: [{ text: '1.油菜籽产量稳定在0.8亿斤以上。', fields: [LEADER, LEAD, SUPPORT] }],
  },
  {
    text: '二、做强特色产业',
    below: [
      {
        text: '2.壮大茶产业。',
        below: [
          { text: '1)新建生态茶园6000亩。', fields: [LEADER, LEAD, SUPPORT], deadline: '2026年11月底前' },
          {
            text: '2)改造低产茶园。',
            fields: [['leader', '牵头负责领导', '岑柏、戚如蓝'], LEAD, SUPPORT],
            remark: '续建',
          },
        ],
      },
      { text: '3.发展林下种植。', below: [{ text: '3)推广菌菇。', fields: [LEADER, LEAD, SUPPORT] }] },
    ],
  },
];

test('the full form: two rows of header, headings as printed, names a line each, supporting units run on', () => {
  const full = table(FULL);
  expect(printed(full)).toEqual([
    '序号|重点工作|工作内容|主要任务|完成时限|牵头县领导|牵头责任单位|协同责任单位|备注',
    '1|一、稳住主要预期目标|1.油菜籽产量|稳定在0.8亿斤以上||岑柏|县农业农村局|县财政局、县林业局，各乡镇|',
    '2|二、做强特色产业|2.壮大茶产业|新建生态茶园6000亩|2026年11月底前|岑柏|县农业农村局|县财政局、县林业局，各乡镇|',
    '3|二、做强特色产业|2.壮大茶产业|改造低产茶园||岑柏/戚如蓝|县农业农村局|县财政局、县林业局，各乡镇|续建',
    '4|二、做强特色产业|3.发展林下种植|推广菌菇||岑柏|县农业农村局|县财政局、县林业局，各乡镇|',
  ]);
  expect(full.headerRows).toBe(2);
  expect(full.header.map((cell) => [cell.words.join(''), cell.row, cell.column, cell.rows, cell.columns])).toEqual([
    ['序号', 0, 0, 2, 1],
    ['重点工作', 0, 1, 2, 1],
    ['具体任务分解', 0, 2, 1, 2],
    ['工作内容', 1, 2, 1, 1],
    ['主要任务', 1, 3, 1, 1],
    ['完成时限', 0, 4, 2, 1],
    ['牵头县领导', 0, 5, 2, 1],
    ['责任单位', 0, 6, 1, 2],
    ['牵头责任单位', 1, 6, 1, 1],
    ['协同责任单位', 1, 7, 1, 1],
    ['备注', 0, 8, 2, 1],
  ]);
  expect(full.merges).toEqual([
    { column: 1, from: 1, to: 3 },
    { column: 2, from: 1, to: 2 },
  ]);
});

describe('a notice that says less gets the columns that it needs', () => {
  const header = (blocks: readonly Block[], options?: ExportOptions) => printed(table(blocks, {}, options))[0];
  const below = (fields: Block['fields']) => [{ text: '一、产业', below: [{ text: '1.推广菌菇。', fields: fields! }] }];

  test('only 责任单位: one column of units', () => {
    expect(header(below([UNITS]))).toBe('序号|重点工作|主要任务|完成时限|责任单位|备注');
  });
  test('no headings', () => {
    expect(header([{ text: '1.推广菌菇。', fields: [LEAD, SUPPORT] }])).toBe(
      '序号|主要任务|完成时限|牵头责任单位|协同责任单位|备注',
    );
  });
  test('only lead units: no column of supporting ones', () => {
    expect(header(below([LEADER, LEAD]))).toBe('序号|重点工作|主要任务|完成时限|牵头县领导|牵头责任单位|备注');
  });
  test('责任单位 and supporting units, no lead', () => {
    expect(header(below([UNITS, SUPPORT]))).toBe('序号|重点工作|主要任务|完成时限|责任单位|协同责任单位|备注');
  });
  test('完成时限 and 备注 stay to be filled in, unless left out', () => {
    expect(header(below([UNITS]), { omit: ['deadline', 'remark'] })).toBe('序号|重点工作|主要任务|责任单位');
  });
  test('what is filled is never left out', () => {
    const filled = table(
      [{ text: '1.推广菌菇。', fields: [UNITS], deadline: '2026年底前', remark: '续建' }],
      {},
      { omit: ['deadline', 'remark'] },
    );
    expect(printed(filled)).toEqual([
      '序号|主要任务|完成时限|责任单位|备注',
      '1|推广菌菇|2026年底前|县水利局、县供销社|续建',
    ]);
  });
  test('no tasks', () => {
    expect(printed(table([{ text: '一、产业' }]))).toEqual(['序号|主要任务|完成时限|备注']);
  });
  test('one row of header where nothing is grouped', () => {
    expect(table(below([UNITS])).headerRows).toBe(1);
  });
});

test('责任单位 beside a lead unit stands in the supporting column, after the supporting units', () => {
  const { rows } = table([
    { text: '1.推广菌菇。', fields: [LEAD, UNITS] },
    { text: '2.开通班车。', fields: [LEAD, SUPPORT, UNITS] },
  ]);
  expect(rows.map((row) => row.cells.slice(3, 5))).toEqual([
    ['县农业农村局', '县水利局、县供销社'],
    ['县农业农村局', '县财政局、县林业局，各乡镇；县水利局、县供销社'],
  ]);
});

test('责任单位 alone, where others have a lead unit, reaches over both columns', () => {
  const { rows } = table([
    { text: '1.推广菌菇。', fields: [LEAD, SUPPORT] },
    { text: '2.开通班车。', fields: [UNITS] },
  ]);
  expect(rows[0]!.spans).toEqual([]);
  expect(rows[1]!.cells.slice(3, 5)).toEqual(['', '县水利局、县供销社']);
  expect(rows[1]!.spans).toEqual([{ column: 3, columns: 2, shows: 4 }]);
});

test('a task without headings reaches over the columns that they would fill', () => {
  const { rows } = table([
    { text: '（一）恢复渡口。', fields: [UNITS] },
    { text: '（二）修路。', below: [{ text: '1.硬化村道。', fields: [UNITS] }] },
  ]);
  expect(rows[0]!.spans).toEqual([{ column: 1, columns: 2, shows: 2 }]);
  expect(rows[1]!.cells.slice(1, 3)).toEqual(['（二）修路', '硬化村道']);
});

test('a task right under an outermost heading reaches over 工作内容, which it has none of', () => {
  const { rows } = table([
    { text: '一、修路', below: [{ text: '1.硬化村道。', fields: [UNITS] }] },
    { text: '二、修渠', below: [{ text: '（一）干渠', below: [{ text: '1.清淤。', fields: [UNITS] }] }] },
  ]);
  expect(rows[0]!.spans).toEqual([{ column: 2, columns: 2, shows: 3 }]);
  expect(rows[1]!.spans).toEqual([]);
});

test('a number in words has a blank after it, as printed; a point that closes a converted sentence is dropped', () => {
  const { rows } = table([{ text: '第一部分 修路', below: [{ text: '1.硬化村道12.5公里.', fields: [UNITS] }] }]);
  expect(rows[0]!.cells.slice(1, 3)).toEqual(['第一部分\u3000修路', '硬化村道12.5公里']);
});

test('a bare number has a blank after it, a mark none', () => {
  const headed = (text: string) =>
    table([{ text, below: [{ text: '（1）推广菌菇。', fields: [UNITS] }] }]).rows[0]!.cells[1];
  expect(['1 关键技术', '2. 关键技术', '第三条 关键技术', '④关键技术'].map(headed)).toEqual([
    '1　关键技术',
    '2.关键技术',
    '第三条　关键技术',
    '④关键技术',
  ]);
});

test('headings at three levels: none is lost, and tasks of one heading are one block', () => {
  const deep = table([
    {
      text: '一、产业',
      below: [
        {
          text: '（一）农业',
          below: [
            { text: '1.推广菌菇。', fields: [LEAD] },
            {
              text: '2.茶叶',
              below: [
                { text: '（1）采茶。', fields: [LEAD] },
                { text: '（2）炒茶。', fields: [LEAD] },
              ],
            },
          ],
        },
      ],
    },
  ]);
  expect(deep.rows.map((row) => row.cells[2])).toEqual(['（一）农业', '（一）农业\n2.茶叶', '（一）农业\n2.茶叶']);
  expect(deep.merges).toEqual([
    { column: 1, from: 0, to: 2 },
    { column: 2, from: 1, to: 2 },
  ]);
});

test('what a heading passes on fills in too, parted as printed', () => {
  const { rows } = table([
    {
      text: '一、防汛',
      fields: [
        ['lead', '牵头单位', '县水利局'],
        ['support', '配合单位', '县气象局，各乡镇等'],
      ],
      overall: true,
      below: [{ text: '1.清理河道。', fields: [LEADER] }],
    },
  ]);
  expect(rows[0]!.cells).toEqual(['1', '一、防汛', '清理河道', '', '岑柏', '县水利局', '县气象局，各乡镇等', '']);
});

test('等 and its tail stay with the name before them', () => {
  const { rows } = table([
    { text: '1.清理河道。', fields: [['lead', '牵头单位', '县水利局、县林业局等相关单位'], SUPPORT] },
  ]);
  expect(rows[0]!.cells[3]).toBe('县水利局\n县林业局等相关单位');
});

describe('the leaders’ column in the level’s own word', () => {
  const header = (issuer: string, label: string) =>
    flatHeader(table([{ text: '1.清理河道。', fields: [['leader', label, '岑柏']] }], { issuer }))[3];

  test.each([
    ['云溪县人民政府', '牵头负责领导', '牵头县领导'],
    ['云溪县人民政府', '责任领导', '牵头县领导'],
    ['云溪省人民政府', '分管省领导', '分管省领导'],
    ['云溪县人民政府', '牵头市领导', '牵头市领导'],
    ['云溪县人民政府', '责任人', '责任人'],
    ['', '牵头领导', '牵头领导'],
  ])('%s, %s', (issuer, label, expected) => {
    expect(header(issuer, label)).toBe(expected);
  });

  test.each([
    ['云溪县人民政府', '县'],
    ['云溪县人民政府办公室', '县'],
    ['中共云溪县委办公室', '县'],
    ['云溪省人民政府办公厅', '省'],
    ['云溪市白鹭区人民政府', '区'],
    ['白鹭岭镇人民政府', '镇'],
    ['白鹭街道办事处', '街道'],
    ['云溪自治州人民政府', '州'],
    ['云溪自治区人民政府', '自治区'],
    ['云溪省水利厅', '厅'],
    ['云溪市教育局', '局'],
    ['云溪省卫生健康委员会', '委'],
    ['云溪高新区管理委员会', '管委会'],
    ['云溪茶叶协会', ''],
  ])('%s is of the level %s', (issuer, level) => {
    expect(levelOf(issuer)).toBe(level);
  });
});

describe('the title', () => {
  test.each([
    ['云溪县人民政府关于印发2026年县政府重点工作任务的通知', '2026年县政府重点工作任务分解表'],
    ['关于印发《云溪县2026年度重点任务分解方案》的通知', '云溪县2026年度重点任务分解表'],
    ['云溪县人民政府关于印发2026年重点工作责任分工的通知', '2026年重点工作责任分工表'],
    ['云溪县人民政府关于印发 2026 年民生实事\n工作要点的通知', '2026年民生实事工作要点任务分解表'],
    ['云溪县水利局关于进一步加强防汛工作的意见', '进一步加强防汛工作任务分解表'],
    ['2026年民生实事清单', '2026年民生实事清单'],
    ['云溪县人民政府关于分解落实2026年民生实事的通知', '2026年民生实事任务分解表'],
    ['关于印发《湿地保护年度任务书》的通知', '湿地保护年度任务分解表'],
    ['', '任务分解表'],
  ])('%s', (title, expected) => {
    expect(table([], { title }).title).toBe(expected);
  });

  test('an annex that is the table names it', () => {
    expect(table([], { title: '关于印发甲的通知', annex: '2026年甲任务分解表' }).title).toBe('2026年甲任务分解表');
    expect(table([], { title: '关于印发甲的通知', annex: '成员名单' }).title).toBe('甲任务分解表');
  });

  test('the caller has the last word', () => {
    expect(table([], { title: '关于印发甲的通知' }, { title: '乙表' }).title).toBe('乙表');
  });
});

test('the count above the table is the one that the notice declares, or none', () => {
  expect(table([], { paragraph: '（合计5个方面，共8项指标、40项任务）' }).totals).toBe(
    '（合计5个方面，共8项指标、40项任务）',
  );
  expect(table([], { paragraph: '本年度共40项任务。' }).totals).toBeUndefined();
  expect(table([], { paragraph: '（共同推进3个项目）' }).totals).toBeUndefined();
});

test('cells hold nothing that a document may not', () => {
  const { rows } = table([{ text: '1.清\u0000理\u000b河\u001f道\ud800。', fields: [UNITS] }]);
  expect(rows[0]!.cells[1]).toBe('清理河道');
});
