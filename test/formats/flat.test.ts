import { describe, expect, test } from 'vitest';
import type { FileType } from '../../server/formats/format.ts';
import { TABLE_TYPES, tableAs } from '../support/exported.ts';
import { type Block, makeNotice, type Spec } from './make.ts';

async function csvOf(blocks: readonly Block[]): Promise<string> {
  return (await tableAs(makeNotice({ blocks }), 'csv')) as string;
}

async function jsonOf(spec: Spec): Promise<string> {
  return (await tableAs(makeNotice(spec), 'json')) as string;
}

test('each format is listed once, and an unknown one is an error', async () => {
  expect(TABLE_TYPES).toEqual(expect.arrayContaining(['docx', 'xlsx', 'csv', 'md', 'json']));
  expect(new Set(TABLE_TYPES).size).toBe(TABLE_TYPES.length);
  await expect(tableAs(makeNotice({ blocks: [] }), 'ics' as FileType)).rejects.toThrow(RangeError);
});

describe('CSV', () => {
  test('BOM, CRLF, a header row, every row filled', async () => {
    const blocks = [
      {
        text: '一、产业',
        below: [
          { text: '1.采茶。', fields: [['unit', '责任单位', '县供销社']] },
          { text: '2.炒茶。', fields: [['unit', '责任单位', '县供销社']] },
        ],
      },
    ] as const;
    expect(await csvOf(blocks)).toBe(
      '\ufeff序号,重点工作,主要任务,完成时限,责任单位,备注\r\n1,一、产业,采茶,,县供销社,\r\n2,一、产业,炒茶,,县供销社,\r\n',
    );
  });

  test('commas, quotation marks and line breaks are quoted', async () => {
    const text = await csvOf([
      {
        text: '1.办好"一件事",不跑二趟。',
        fields: [['lead', '牵头单位', '县水利局、县供销社']],
      },
    ]);
    expect(text.split('\r\n')[1]).toBe('1,"办好""一件事"",不跑二趟",,"县水利局\n县供销社",');
  });

  test.each(['=1+1', '+1', '-5%', '@甲', '＝1+1', '－5%', '＠甲'])('%s is no formula', async (remark) => {
    const text = await csvOf([{ text: '1.采茶。', fields: [['unit', '责任单位', '县供销社']], remark }]);
    expect(text.split('\r\n')[1]).toBe(`1,采茶,,县供销社,'${remark}`);
  });

  test('a sign inside a cell is left alone', async () => {
    const text = await csvOf([{ text: '1.降-5%。', fields: [['unit', '责任单位', '县供销社']] }]);
    expect(text).toContain('1,降-5%,');
  });
});

describe('Markdown', () => {
  const mdOf = async (spec: Spec) => (await tableAs(makeNotice(spec), 'md')) as string;
  /** The cells of a line of a table, as a reader of Markdown takes them. */
  const cellsOf = (line: string) =>
    line
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) =>
        cell
          .trim()
          .replaceAll('<br>', '\n')
          .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
      );

  test('a title, the declared count, one row of header, every row filled, names a line each', async () => {
    const text = await mdOf({
      title: '云溪县人民政府关于印发2026年重点工作任务的通知',
      paragraph: '（合计1个方面，共2项任务）',
      blocks: [
        {
          text: '一、产业',
          below: [
            { text: '1.采茶。', fields: [['lead', '牵头单位', '县水利局、县供销社']] },
            { text: '2.炒茶。', fields: [['lead', '牵头单位', '县供销社']] },
          ],
        },
      ],
    });
    expect(text.split('\n')).toEqual([
      '# 2026年重点工作任务分解表',
      '',
      '（合计1个方面，共2项任务）',
      '',
      '| 序号 | 重点工作 | 主要任务 | 完成时限 | 牵头责任单位 | 备注 |',
      '| ---: | --- | --- | --- | --- | --- |',
      '| 1 | 一、产业 | 采茶 | | 县水利局<br>县供销社 | |',
      '| 2 | 一、产业 | 炒茶 | | 县供销社 | |',
      '',
    ]);
  });

  test('marks of Markdown and HTML in a text are text', async () => {
    const remark = '*甲*|乙_丙_<b>丁</b>[戊](己)`庚`~辛~\\&amp;$x$';
    const text = await mdOf({ blocks: [{ text: '1.采茶。', fields: [['unit', '责任单位', '县供销社']], remark }] });
    const row = text.split('\n').at(-2)!;
    expect(cellsOf(row)).toEqual(['1', '采茶', '', '县供销社', remark]);
    expect(row.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[*_<>[\]`~&$]/);
  });
});

describe('JSON', () => {
  const fields = [
    ['leader', '牵头领导', '岑柏'],
    ['lead', '牵头单位', '县水利局等'],
  ] as const;

  test('the notice and its tasks', async () => {
    const text = await jsonOf({
      title: '关于防汛的通知',
      issuer: '云溪县人民政府',
      number: '云政发〔2026〕1号',
      date: '2026-02-10',
      recipients: ['各乡镇', '县直各单位'],
      blocks: [
        {
          text: '一、防汛。',
          below: [{ text: '17.堤防', below: [{ text: '1)清理河道。', fields, deadline: '汛前' }] }],
        },
      ],
    });
    expect(text).toBe(`{
  "notice": {
    "title": "关于防汛的通知",
    "issuer": "云溪县人民政府",
    "number": "云政发〔2026〕1号",
    "date": "2026-02-10",
    "recipients": [
      "各乡镇",
      "县直各单位"
    ]
  },
  "tasks": [
    {
      "n": 1,
      "numberPath": [
        "一",
        "17",
        "1"
      ],
      "sectionTitles": [
        "防汛。",
        "堤防"
      ],
      "text": "清理河道。",
      "leaders": [
        "岑柏"
      ],
      "leadUnits": [
        "县水利局"
      ],
      "supportUnits": [],
      "units": [],
      "deadline": "汛前",
      "due": null,
      "line": 7,
      "endLine": 9
    }
  ]
}
`);
  });

  test('what the notice does not say is null', async () => {
    const { notice, tasks } = JSON.parse(await jsonOf({ blocks: [{ text: '清理河道。', fields }] }));
    expect(notice).toEqual({ title: null, issuer: null, number: null, date: null, recipients: [] });
    expect(tasks[0]).toMatchObject({ numberPath: null, sectionTitles: [], deadline: null });
  });

  test('an unnumbered task has the path of its headings', async () => {
    const text = await jsonOf({ blocks: [{ text: '一、防汛', below: [{ text: '清理河道。', fields }] }] });
    expect(JSON.parse(text).tasks[0].numberPath).toEqual(['一']);
  });

  test.each(['\n', '\r\n', '\r'])('lines that end in %j', async (newline) => {
    const text = await jsonOf({
      blocks: [
        { text: '1.采茶。', fields },
        { text: '2.炒茶。', fields },
      ],
      newline,
    });
    expect(JSON.parse(text).tasks.map((task: { line: number; endLine: number }) => [task.line, task.endLine])).toEqual([
      [1, 3],
      [5, 7],
    ]);
  });
});
