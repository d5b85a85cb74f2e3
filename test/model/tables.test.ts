/** Tables of tasks are read from a text however they were put down there. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice, Table } from '../../server/model/notice.ts';
import { readNotice } from '../../server/model/read.ts';
import { inTable } from '../../server/model/tables.ts';
import { FORMS, putDown, withTable } from '../support/put-down.ts';
import { hasRealNotices, realNotice, root, truth, WITHOUT } from '../support/shared.ts';

const folder = path.join(root, 'test/model/corpus');
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.notice'))
  .map((name) => [name, readNotice(readFileSync(path.join(folder, name), 'utf8'))] as const)
  .filter(([, notice]) => notice.tasks.length > 0 && !notice.tables.length);

function bare(text: string): string {
  return text.replace(/[\s\u3000\u00a0]/g, '').replaceAll('，', ',');
}

function tableIn(text: string): Table {
  const { tables } = readNotice(text);
  expect(tables).toHaveLength(1);
  return tables[0]!;
}

function roles({ columns }: Table): string {
  return columns.map(({ role }) => role).join(' ');
}

/** The cells of each row; ^ for what reaches down from above. */
function cells({ rows }: Table): string[] {
  return rows.map((row) =>
    row.cells.map(({ text, merged }) => (merged ? '^' : '') + text.replaceAll('\n', '⏎')).join(' | '),
  );
}

describe.each(FORMS)('the official table of each notice of the corpus, put down as %s', (form) => {
  it.each(corpus)('%s', (_, notice) => {
    const { text, rows } = putDown(notice, form);
    const whole = readNotice(withTable(notice.text, text));
    expect(whole.tasks).toHaveLength(notice.tasks.length);
    const table = whole.tables[0]!;
    expect(table.rows).toHaveLength(rows.length);
    const task = table.columns.findIndex(({ role }) => role === 'task');
    const people = table.columns.flatMap(({ role }, column) => (/lead|support|unit/.test(role) ? [column] : []));
    table.rows.forEach((row, index) => {
      expect(bare(row.cells[0]!.text)).toBe(rows[index]![0]);
      if (row.certain) expect(bare(row.cells[task]!.text)).toBe(bare(rows[index]![task]!));
      // What is said to be sure is right.
      for (const column of people) {
        const { certain, text: read } = row.cells[column]!;
        if (certain) expect(bare(read)).toBe(bare(rows[index]![column]!));
      }
    });
    if (form === 'tabs' || form === 'pipes') expect(table.rows.every(({ certain }) => certain)).toBe(true);
  });
});

describe('cells one a line', () => {
  const HEADER = [
    '序号',
    '重点工作',
    '具体任务分解',
    '完成时限',
    '牵头县领导',
    '责任单位',
    '备注',
    '工作内容',
    '主要任务',
    '牵头责任单位',
    '协同责任单位',
  ];
  const ROWS = [
    [
      '1',
      '一、茶产业',
      '1.建好茶园',
      '新建生态茶园6000亩',
      '2026年11月底前',
      '岑　柏',
      '县农业农村局',
      '县财政局、县林业局',
      '\u00a0',
    ],
    [
      '2',
      '举办春茶开采节3场，签约项目5个',
      '2026年3月底前',
      '\u00a0',
      '县文化旅游局\n县商务局',
      '县公安局',
      '列入省级实事',
    ],
    ['3', '2.做强品牌', '打造区域公用品牌', '持续推进', '戚如蓝\n辛桐', '县市场监管局', '各产茶乡镇', '\u00a0'],
  ];
  const text = [...HEADER, ...ROWS.flat()].join('\n\n');

  it('with a header of two rows, merged, empty and broken cells', () => {
    const table = tableIn(`附件\n\n2026年任务分解表\n\n${text}\n`);
    expect(roles(table)).toBe('serial section content task deadline leader lead support remark');
    expect(cells(table)).toEqual([
      '1 | 一、茶产业 | 1.建好茶园 | 新建生态茶园6000亩 | 2026年11月底前 | 岑　柏 | 县农业农村局 | 县财政局、县林业局 | ',
      '2 | ^一、茶产业 | ^1.建好茶园 | 举办春茶开采节3场，签约项目5个 | 2026年3月底前 |  | 县文化旅游局⏎县商务局 | 县公安局 | 列入省级实事',
      '3 | ^一、茶产业 | 2.做强品牌 | 打造区域公用品牌 | 持续推进 | 戚如蓝⏎辛桐 | 县市场监管局 | 各产茶乡镇 | ',
    ]);
    expect(table.rows.map(({ certain }) => certain)).toEqual([true, true, true]);
    expect(table.rows[1]!.cells[6]!.names.map(({ text: name }) => name)).toEqual(['县文化旅游局', '县商务局']);
    expect(table.rows[0]!.cells[5]!.names.map(({ text: name }) => name)).toEqual(['岑柏']);
  });

  it('with the header again at the top of a page', () => {
    const again = [...HEADER, ...ROWS[0]!, ...ROWS[1]!, ...HEADER, ...ROWS[2]!].join('\n\n');
    expect(cells(tableIn(again))).toEqual(cells(tableIn(text)));
  });

  it('with Windows line ends, and with comments between', () => {
    expect(cells(tableIn(text.replaceAll('\n', '\r\n')))).toEqual(cells(tableIn(text)));
    expect(cells(tableIn(text.replace('\n\n打造', '\n\n// 待核\n\n打造')))).toEqual(cells(tableIn(text)));
  });

  it('with a blank serial number', () => {
    const without = text.replace('\n\n2\n\n', '\n\n\u00a0\n\n');
    const table = tableIn(without);
    expect(table.rows).toHaveLength(3);
    expect(table.rows[1]!.cells[0]!.text).toBe('');
    expect(table.rows[1]!.cells[3]!.text).toBe('举办春茶开采节3场，签约项目5个');
  });

  it('with what stands after it', () => {
    const table = tableIn(`${text}\n\n云溪县人民政府办公室\n\n2026年2月10日印发\n`);
    expect(cells(table)).toEqual(cells(tableIn(text)));
  });

  it('whose ranges lead back into the text', () => {
    const notice = readNotice(`关于印发任务的通知\n\n${text}\n`);
    const [table] = notice.tables as [Table];
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const { start, end } = inTable(table, cell.range);
        if (!cell.merged) expect(bare(notice.text.slice(start, end))).toBe(bare(cell.text));
        if (!cell.merged)
          for (const name of cell.names) {
            const at = inTable(table, name.range);
            expect(bare(notice.text.slice(at.start, at.end))).toBe(bare(name.text));
          }
      }
    }
  });
});

describe('one row a line', () => {
  const HEADER = ['序号', '重点工作', '主要任务', '责任单位', '', '完成时限'];
  const BELOW = ['', '', '', '牵头单位', '配合单位', ''];
  const ROWS = [
    ['1', '茶产业', '新建生态茶园6000亩', '县农业农村局', '县财政局', '11月底前'],
    ['2', '', '举办春茶开采节3场', '县文化旅游局', '', '3月底前'],
  ];
  const WANTED = [
    '1 | 茶产业 | 新建生态茶园6000亩 | 县农业农村局 | 县财政局 | 11月底前',
    '2 | ^茶产业 | 举办春茶开采节3场 | 县文化旅游局 |  | 3月底前',
  ];
  const tabs = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.join('\t')).join('\n')}\n`;

  it('with two rows of headers in their columns', () => {
    const table = tableIn(tabs([HEADER, BELOW, ...ROWS]));
    expect(roles(table)).toBe('serial section task lead support deadline');
    expect(cells(table)).toEqual(WANTED);
  });

  it('with merged cells left out', () => {
    const kept = (row: readonly string[]): string[] => row.filter(Boolean);
    const rows = [kept(HEADER), kept(BELOW), ROWS[0]!, ['2', '举办春茶开采节3场', '县文化旅游局', '', '3月底前']];
    expect(cells(tableIn(tabs(rows)))).toEqual(WANTED);
  });

  it('as Markdown, up to the first other line', () => {
    const flat = ['序号', '重点工作', '主要任务', '牵头单位', '配合单位', '完成时限'];
    const lines = [flat, flat.map(() => ':---'), ...ROWS].map((row) => `| ${row.join(' | ')} |`);
    const table = tableIn(`附件\n\n${lines.join('\n')}\n\n以上任务请抓好落实。\n`);
    expect(table.form).toBe('pipes');
    expect(cells(table)).toEqual(WANTED);
  });

  it('with blanks between the cells', () => {
    const table = tableIn(
      '序号  主要任务  牵头单位  配合单位\n1   新建生态茶园6000亩   县农业农村局   县财政局\n2   举办春茶开采节3场　　县文化旅游局　　县商务局\n',
    );
    expect(table.form).toBe('blanks');
    expect(cells(table)).toEqual([
      '1 | 新建生态茶园6000亩 | 县农业农村局 | 县财政局',
      '2 | 举办春茶开采节3场 | 县文化旅游局 | 县商务局',
    ]);
  });

  it('with line breaks in cells', () => {
    const flat = ['序号', '主要任务', '牵头单位', '完成时限'];
    const sheet = tabs([
      flat,
      ['1', '新建生态茶园6000亩', '"县农业农村局\n县林业局"', '11月底前'],
      ['2', '举办春茶开采节3场', '县文化旅游局\n县商务局', '3月底前'],
    ]);
    expect(cells(tableIn(sheet))).toEqual([
      '1 | 新建生态茶园6000亩 | 县农业农村局⏎县林业局 | 11月底前',
      '2 | 举办春茶开采节3场 | 县文化旅游局⏎县商务局 | 3月底前',
    ]);
  });
});

describe('what is no table of tasks', () => {
  it.each([
    '1.新建生态茶园6000亩。\n责任单位：县农业农村局\t县财政局\n',
    '名称\t单价\t数量\n茶苗\t3\t6000\n',
    '| 姓名 | 职务 | 电话 |\n| --- | --- | --- |\n| 岑柏 | 县长 | 0000 |\n',
    '序号\n\n姓名\n\n职务\n\n1\n\n岑柏\n\n县长\n',
    '牵头单位：县农业农村局   配合单位：县财政局   完成时限：年底前\n',
  ])('%j', (text) => expect(readNotice(text).tables).toEqual([]));

  it('leaves the tasks of the text where they are', () => {
    const notice = readNotice(
      '1.新建生态茶园6000亩。\n责任单位：县农业农村局\t县财政局\n2.办好开采节。\n责任单位：县文旅局\n',
    );
    expect(notice.tasks).toHaveLength(2);
  });
});

describe('a table', () => {
  it('stays the same after an edit elsewhere', () => {
    const [, notice] = corpus[0]!;
    const before = readNotice(withTable(notice.text, putDown(notice, 'para').text));
    const after = readNotice(`// 待核\n${before.text}`);
    expect(after.tables[0]!.rows).toBe(before.tables[0]!.rows);
    expect(after.tables[0]!.start).toBe(before.tables[0]!.start + 6);
  });

  it('is read from any text, without an error and within the text', () => {
    const pieces = [
      '序号',
      '主要任务',
      '牵头单位',
      '配合单位',
      '备注',
      '1',
      '2',
      '县财政局',
      '新建茶园6000亩',
      '\t',
      '|',
      '\n',
      '\n\n',
      '\u00a0',
      '  ',
      '"',
      '<br>',
      '---',
      '// 注',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(''));
    const within = (notice: Notice): boolean =>
      notice.tables.every(
        (table) =>
          table.start >= 0 &&
          table.end <= notice.text.length &&
          table.rows.every(({ cells: row }) =>
            row.every(
              ({ range }) =>
                range.start >= 0 && range.start <= range.end && table.start + range.end <= notice.text.length,
            ),
          ),
      );
    fc.assert(
      fc.property(
        text,
        (any) => within(readNotice(`序号\n主要任务\n牵头单位\n备注\n1\n${any}`)) && within(readNotice(any)),
      ),
    );
  });
});

describe.runIf(hasRealNotices)('the annex of 001', () => {
  it('cell by cell, as in the hand-checked table', () => {
    const table = readNotice(realNotice('001').text).tables[0]!;
    const rows: string[][] = [[]];
    for (const [, quoted, plain, mark] of truth('001_table.csv').matchAll(
      /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
    )) {
      rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
      if (mark !== ',') rows.push([]);
    }
    const wanted = rows.slice(1).filter((row) => row.length > 3);
    expect(table.rows.map((row) => row.cells.map(({ text }) => bare(text)))).toEqual(
      wanted.map((row) => row.map(bare)),
    );
    expect(table.rows.filter(({ certain }) => !certain).length).toBeLessThan(5);
  });
});

if (!hasRealNotices) it.skip(WITHOUT, () => {});
