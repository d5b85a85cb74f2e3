/** Tables of tasks in the shapes that offices give them: forms with heads of their own, totals, numbers that are the tasks'. */
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { imported, said } from './support.ts';

type Cell = string | { readonly text: string; readonly rows?: number; readonly columns?: number };

function page(rows: readonly (readonly Cell[])[]): string {
  const cell = (one: Cell): string => {
    const { text, rows: down = 1, columns = 1 } = typeof one === 'string' ? { text: one } : one;
    return `<td rowspan="${down}" colspan="${columns}">${text.replaceAll('\n', '<br>')}</td>`;
  };
  return `<html><body><table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table></body></html>`;
}

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);

const HEAD = ['序号', '重点工作', '工作内容', '主要任务', '责任单位'] as const;

describe('a form', () => {
  const rows: Cell[][] = [
    [{ text: '云溪县重点任务清单', columns: 7 }],
    [
      { text: '填报单位：县政府办', columns: 3 },
      { text: '', columns: 2 },
      { text: '单位：万元', columns: 2 },
    ],
    [
      { text: '序号', rows: 2 },
      { text: '工作任务', columns: 2 },
      { text: '责任分工', columns: 3 },
      { text: '完成时限', rows: 2 },
    ],
    ['任务名称', '具体目标', '责任领导', '责任单位', '责任人'],
    [{ text: '一、经济发展', columns: 7 }],
    ['1', '环湖绿道', '建成20公里', '岑柏', '县文旅局', '辛桐', '10月底前'],
    ['2', '招商引资', '到位资金20亿元', '岑柏', '县投资促进局', '关山', '全年'],
    ['小计', '2项', '', '', '', '', ''],
    [{ text: '二、社会民生', columns: 7 }],
    ['1', '新建学校', '新建小学1所', '辛桐', '县教育局', '黎明', '8月'],
    ['小计', '1项', '', '', '', '', ''],
    [{ text: '合计', columns: 2 }, '3项', '', '', '', ''],
  ];

  it('keeps what it says over its heads, and makes no task of its totals', async () => {
    const got = await imported(page(rows), '表.html');
    expect(linesOf(got.text).slice(0, 5)).toEqual([
      '云溪县重点任务清单',
      '填报单位：县政府办　单位：万元',
      '一、经济发展',
      '（一）环湖绿道',
      '1.建成20公里。',
    ]);
    expect(got.text).not.toMatch(/[计项]/);
    expect(got.tasks).toBe(3);
    expect(said(got)).toContain('dropped 合计、小计一类的行不是任务，没有写入 3');
  });

  it('stands below its sections', async () => {
    const { tasks } = readNotice((await imported(page(rows), '表.html')).text);
    expect(tasks.map(({ sections }) => sections.map(({ number, item }) => `${number?.text}${item.text}`))).toEqual([
      ['一、经济发展', '（一）环湖绿道'],
      ['一、经济发展', '（二）招商引资'],
      ['二、社会民生', '（一）新建学校'],
    ]);
  });
});

describe('two columns of one sentence', () => {
  it('are a task each where their numbers are those of the rows', async () => {
    const got = await imported(
      page([
        HEAD,
        ['1', '一、办好民生实事', '1.校园安全工程', '更新监控设备，新增护学岗20处', '县教育局'],
        ['2', '一、办好民生实事', '2.养老助餐工程', '新建助餐点12个', '县民政局'],
        ['3', '二、稳定增长', '3.居民消费价格', '涨幅3%左右', '县发展改革委'],
        ['4', '二、稳定增长', '4.城镇调查失业率', '控制在5.5%以内', '县人力社保局'],
      ]),
      '表.html',
    );
    expect(linesOf(got.text)).toEqual([
      '一、办好民生实事',
      '1.校园安全工程：更新监控设备，新增护学岗20处。',
      '责任单位：县教育局。',
      '2.养老助餐工程：新建助餐点12个。',
      '责任单位：县民政局。',
      '二、稳定增长',
      '3.居民消费价格涨幅3%左右。',
      '责任单位：县发展改革委。',
      '4.城镇调查失业率控制在5.5%以内。',
      '责任单位：县人力社保局。',
    ]);
  });

  it('are a heading and its tasks where it has several', async () => {
    const got = await imported(
      page([
        HEAD,
        ['1', '一、建设湖区', '1.整治湖岸', '清理网箱', '县水务局'],
        ['2', '一、建设湖区', '1.整治湖岸', '恢复湿地', '县林业局'],
        ['3', '一、建设湖区', '2.培育旅游', '举办开湖节', '县文旅局'],
      ]),
      '表.html',
    );
    expect(linesOf(got.text).filter((line) => !line.startsWith('责任'))).toEqual([
      '一、建设湖区',
      '1.整治湖岸',
      '（1）清理网箱。',
      '（2）恢复湿地。',
      '2.培育旅游',
      '（3）举办开湖节。',
    ]);
  });

  it('write a heading of two lines once where only the second changes', async () => {
    const got = await imported(
      page([
        HEAD,
        ['1', '一、治理', '（一）改善秩序\n1.激活基层', '试点社区共治', '县民政局'],
        ['2', '一、治理', '（一）改善秩序\n2.精细管理', '推进垃圾分类', '县城管局'],
        ['3', '一、治理', '（二）筑牢平安\n1.应急', '建成指挥中心', '县应急局'],
      ]),
      '表.html',
    );
    const headings = linesOf(got.text).filter((line) => /^(?:一|（[一二]）|\d\.)/.test(line));
    expect(headings).toEqual(['一、治理', '（一）改善秩序', '1.激活基层', '2.精细管理', '（二）筑牢平安', '1.应急']);
  });
});

describe('units that are called like what a page says of itself', () => {
  it.each(['省版权局', '县政府网站管理中心', '县电视台网站'])('责任单位：%s', async (unit) => {
    const got = await imported(
      `一、推进改革\n\n1.清理历史文件。\n\n责任单位：${unit}。\n\n2.建设数据库。\n\n责任单位：县档案局。\n`,
      'a.txt',
    );
    expect(got.tasks).toBe(2);
  });
});

describe('heads of columns under other names', () => {
  it.each([
    ['序号', '工作任务', '挂点领导', '责任科室', '时间节点'],
    ['项目编号', '重点事项', '包联县领导', '承办单位', '完成时间'],
    ['序', '任务清单', '分管副县长', '责任主体', '截止日期'],
    ['编号', '目标任务', '具体负责人', '责任部门', '时间要求'],
  ])('%s, %s, %s, %s, %s', async (...heads) => {
    const rows = [
      heads,
      ['1', '建成环湖绿道', '岑柏', '县文旅局', '10月底'],
      ['2', '举办开湖节', '辛桐', '县公安局', '9月底'],
    ];
    const { text } = await imported(rows.map((row) => row.join(',')).join('\n'), '表.csv');
    const { tasks } = readNotice(text);
    expect(
      tasks.map(({ number, duty }) => [
        number?.text,
        duty.leaders[0]?.text,
        [...duty.units, ...duty.leadUnits].map((unit) => unit.text).join(),
        duty.deadline,
        duty.remark,
      ]),
    ).toEqual([
      ['1.', '岑柏', '县文旅局', '10月底', undefined],
      ['2.', '辛桐', '县公安局', '9月底', undefined],
    ]);
  });
});
