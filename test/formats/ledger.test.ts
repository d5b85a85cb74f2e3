/** The ledger that goes out, as other programs see it. */
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { identitiesOf } from '../../server/compare/identity.ts';
import { writeXlsx } from '../../server/formats/ledger/xlsx.ts';
import { readNotice } from '../../server/model/read.ts';
import { columnOf, gridOf, ledgerOf, notice, TEXT } from './ledger-notice.ts';
import { unzip } from './unzip.ts';

describe('a ledger', () => {
  test('is a list with one header row, no merged cells, and columns to fill in', async () => {
    const bytes = await ledgerOf();
    const [list] = (await readXlsx(bytes)).sheets;
    expect(list!.rows[0]!.map((label) => String(label).replace('\n', ''))).toEqual([
      '序号',
      '重点工作',
      '主要任务',
      '任务标识（请勿改动）',
      '完成时限',
      '牵头县领导',
      '牵头责任单位',
      '协同责任单位',
      '进展状态',
      '完成进度（%）',
      '进展情况',
      '存在问题',
      '下一步措施',
      '填报人',
      '填报日期',
    ]);
    expect(list!.rows).toHaveLength(8);
    expect(list!.rows[1]!.slice(0, 8)).toEqual([
      1,
      '一、壮大特色产业',
      '新建生态茶园6000亩，改造低产茶园1.5万亩',
      identitiesOf(notice)[0],
      '2026年9月底前',
      '岑柏',
      '县农业农村局',
      '县财政局、各乡镇',
    ]);
    expect(list!.merges ?? []).toEqual([]);
  });

  test('hides the identities among the columns, and keeps what went out on a sheet that no menu shows', async () => {
    const parts = unzip(await ledgerOf());
    const sheet = parts.get('xl/worksheets/sheet1.xml')!.text;
    expect(sheet).toMatch(/<col min="4" max="4" [^>]*hidden="1"/);
    expect(parts.get('xl/workbook.xml')!.text).toMatch(/<sheet name="台账索引" sheetId="2" state="veryHidden"/);
    const [, index] = (await readXlsx(await ledgerOf())).sheets;
    expect(index!.rows[0]!.slice(0, 3)).toEqual([
      'tasknotice-ledger',
      '1',
      '云溪县人民政府关于印发2026年重点工作任务的通知',
    ]);
    expect(index!.rows[2]).toEqual([
      identitiesOf(notice)[0],
      '一、（一）1.',
      '新建生态茶园6000亩，改造低产茶园1.5万亩',
      '县农业农村局',
    ]);
  });

  test('can be filtered and scrolled under its header, offers states, and prints on A4 landscape', async () => {
    const sheet = unzip(await ledgerOf()).get('xl/worksheets/sheet1.xml')!.text;
    expect(sheet).toContain('<autoFilter ref="A1:O8"/>');
    expect(sheet).toMatch(/<pane xSplit="3" ySplit="1" topLeftCell="D2" state="frozen"/);
    expect(sheet).toMatch(
      /<dataValidation type="list"[^>]* sqref="I2:I8"><formula1>&quot;未启动,推进中,滞后,已完成&quot;/,
    );
    expect(sheet).toMatch(/<dataValidation type="decimal"[^>]* sqref="J2:J8"><formula1>0<\/formula1><formula2>100</);
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    // The face stands between the size and a title that begins with a year.
    expect(sheet).toMatch(/<oddHeader>&amp;C&amp;16&amp;&quot;[^&]+&quot;2026年重点工作任务台账</);
    expect(sheet).not.toContain('customHeight="1"><c r="A2"');
  });

  test('is the same each time, and has the columns that the notice fills', async () => {
    expect(Buffer.from(await ledgerOf()).equals(Buffer.from(await ledgerOf()))).toBe(true);
    const plain = readNotice(
      '云溪县人民政府关于重点工作的通知\n\n1.清理河道。\n责任单位：县水利局。\n2.整修渡口。\n责任单位：县交通局。\n',
    );
    const [header] = await gridOf(await ledgerOf(plain));
    expect(header!.slice(0, 5).map((label) => String(label).replace('\n', ''))).toEqual([
      '序号',
      '主要任务',
      '任务标识（请勿改动）',
      '完成时限',
      '责任单位',
    ]);
  });

  test('of one unit has its tasks with the numbers that the notice gives them; of each unit, a file', async () => {
    const grid = await gridOf(await ledgerOf(notice, { only: '县水利局' }));
    expect(grid.slice(1).map((row) => row[0])).toEqual([3, 6]);
    const { files } = await writeXlsx(notice, { by: 'unit' });
    expect(files.map(({ name }) => name)).toContain('县住建局');
    const nobody = await writeXlsx(notice, { only: '县天文局' });
    expect(nobody.files).toEqual([]);
    expect(nobody.remarks[0]!.words.zh).toContain('县天文局');
  });

  test('has what units reported, and no text of theirs runs as a formula', async () => {
    const report = { state: '推进中', percent: 60, progress: '=1+1', date: '2026-05-20', unit: '县农业农村局' };
    const other = { state: '已完成', progress: '已拨付', unit: '县财政局' };
    const bytes = await ledgerOf(notice, { progress: [[other, report]] });
    const grid = await gridOf(bytes);
    const row = grid[1]!;
    // The lead unit's state; what is told, with who told it.
    expect(row[columnOf(grid, '进展状态')]).toBe('推进中');
    expect(row[columnOf(grid, '完成进度（%）')]).toBe(60);
    expect(row[columnOf(grid, '进展情况')]).toBe('县农业农村局：=1+1\n县财政局：已拨付');
    expect(row[columnOf(grid, '填报日期')]).toEqual(new Date('2026-05-20'));
    const alone = unzip(await ledgerOf(notice, { progress: [[report]] }));
    expect(alone.get('xl/worksheets/sheet1.xml')!.text).not.toContain('<f>');
    expect(alone.get('xl/styles.xml')!.text).toContain('quotePrefix="1"');
  });
});

describe('an identity', () => {
  const identities = identitiesOf(notice);

  test('is each task’s own', () => {
    expect(new Set(identities).size).toBe(notice.tasks.length);
  });

  test('hangs neither on numbers and places nor on marks, blanks and the order of lead units', () => {
    const [head, ...blocks] = TEXT.split(/(?=\n\d\.)/);
    const turned = readNotice(
      `${head}${[...blocks]
        .reverse()
        .join('')
        .replace(/\n\d\./g, () => '\n9.')}\n`,
    );
    expect(new Set(identitiesOf(turned))).toEqual(new Set(identities));
    const marked = readNotice(TEXT.replace('6000亩，', '6000 亩、').replace('各乡镇', '各乡镇街道'));
    expect(identitiesOf(marked)).toEqual(identities);
  });

  test('tells tasks apart that say the same under one lead, by their headings', () => {
    const twice = (one: string, other: string) =>
      readNotice(
        `云溪县人民政府关于重点工作的通知\n\n一、${one}\n1.清理河道。\n牵头单位：县水利局。\n二、${other}\n2.清理河道。\n牵头单位：县水利局。\n`,
      );
    const [first, second] = identitiesOf(twice('城区', '乡村'));
    expect(second).not.toBe(first);
    expect(identitiesOf(twice('乡村', '城区'))).toEqual([second, first]);
  });
});
