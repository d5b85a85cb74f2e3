/** The columns that an office chose, in each format's file. */
import { describe, expect, test } from 'vitest';
import { TEMPLATE_IDS } from '../../server/formats/table/templates.ts';
import { readTable } from '../../server/project/config-table.ts';
import { TABLE_TYPES, tableAs } from '../support/exported.ts';
import { makeNotice } from './make.ts';
import { notice } from './template-notice.ts';
import { readRows, readSheet, unzip } from './unzip.ts';

/** A pdf needs faces, which the tests of pdf bring. */
const TYPES = TABLE_TYPES.filter((type) => type !== 'pdf');

describe('in the files', () => {
  const form = readTable(
    {
      columns: [
        { column: '主要任务', title: '=任务' },
        '重点工作',
        '序号',
        '责任单位',
        { title: '进展情况', group: '督办' },
        { title: '@问题', group: '督办' },
      ],
    },
    [],
  );

  test('CSV has the same columns, and runs no formula, not even in a header', async () => {
    const csv = (await tableAs(notice, 'csv', { form })) as string;
    expect(csv.split('\r\n')[0]).toBe("\ufeff'=任务,重点工作,序号,责任单位,进展情况,'@问题");
    expect(csv.split('\r\n')[3]).toBe('推广菌菇,二、做强产业,3,县水利局、县供销社,,');
  });

  test('JSON says the same whatever the columns', async () => {
    expect(await tableAs(notice, 'json', { form })).toBe(await tableAs(notice, 'json'));
  });

  test('Word', async () => {
    const bytes = (await tableAs(notice, 'docx', { form })) as Uint8Array;
    expect(readRows(unzip(bytes).get('word/document.xml')!.text)).toEqual([
      ['=任务', '重点工作', '序号', '责任单位', '督办'],
      ['^', '^', '^', '^', '进展情况', '@问题'],
      ['油菜籽产量稳定在0.8亿斤以上', '一、稳住目标', '1', '县农业农村局；县财政局、县林业局，各乡镇', '', ''],
      ['新建生态茶园', '二、做强产业', '2', '县农业农村局；县财政局、县林业局，各乡镇；县水利局、县供销社', '', ''],
      ['推广菌菇', '^', '3', '县水利局、县供销社', '', ''],
      ['恢复渡口', '4', '县农业农村局', '', ''],
    ]);
  });

  test('Excel: numbers are numbers, and no text is a formula', async () => {
    const risky = makeNotice({
      blocks: [{ text: '=1+1', fields: [['unit', '责任单位', '@县水利局']], remark: '-5%' }],
    });
    const parts = unzip((await tableAs(risky, 'xlsx', { form })) as Uint8Array);
    const { cells, merges, xml } = readSheet(parts);
    expect(['A', 'B', 'C', 'D', 'E', 'F'].map((column) => cells.get(`${column}4`))).toEqual([
      '=1+1',
      undefined,
      'number 1',
      '@县水利局',
      undefined,
      undefined,
    ]);
    expect(merges).toContain('E2:F2');
    expect(merges).toContain('A4:B4');
    expect(xml).not.toContain('<f>');
  });

  test.each(TEMPLATE_IDS)('%s gives the same bytes each time, in each format', async (template) => {
    for (const id of TYPES) {
      const [first, second] = await Promise.all(
        [1, 2].map(async () => Buffer.from(await tableAs(notice, id, { form: { template } }))),
      );
      expect(first!.equals(second!)).toBe(true);
    }
  });

  test('a notice without tasks has a table of any form', async () => {
    const none = makeNotice({ blocks: [] });
    for (const template of TEMPLATE_IDS)
      for (const id of TYPES) expect((await tableAs(none, id, { form: { template } })).length).toBeGreaterThan(0);
  });
});
