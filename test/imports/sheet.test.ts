/** Workbooks and comma-separated values, as tables. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { doc } from '../../server/imports/doc/doc.ts';
import type { Draft, DraftTable, Paragraph } from '../../server/imports/draft.ts';
import type { Source } from '../../server/imports/import.ts';
import { csv, xls, xlsx } from '../../server/imports/sheet.ts';
import { readCsv } from '../../server/imports/sheet-csv.ts';
import { shown } from '../../server/imports/sheet-values.ts';
import { readNotice } from '../../server/model/read.ts';
import { tableAs } from '../support/exported.ts';
import { root } from '../support/shared.ts';
import { expected, filled } from './filled.ts';

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];

async function draftOf(source: Source, bytes: Uint8Array): Promise<Draft> {
  const draft = await source.read(bytes, {});
  if ('refused' in draft) throw new Error(draft.refused.zh);
  return draft;
}

async function workbook(...sheets: Sheets): Promise<Draft> {
  return draftOf(xlsx, await writeXlsx({ sheets }));
}

const tables = ({ blocks }: Draft): DraftTable[] => blocks.filter((block) => block.kind === 'table');
const paragraphs = ({ blocks }: Draft): string[] =>
  blocks.filter((block): block is Paragraph => block.kind === 'paragraph').map(({ text }) => text);
const fromText = (text: string): Promise<Draft> => draftOf(csv, new TextEncoder().encode(text));

const HEADER = ['序号', '主要任务', '责任单位'];

describe('a workbook', () => {
  it('gives a table, with the lines above and below it as paragraphs', async () => {
    const draft = await workbook({
      name: '任务表',
      rows: [
        ['云溪县2026年重点工作任务分解表', null, null],
        [],
        HEADER,
        [1, '推进项目建设。', '县发改委'],
        [],
        [2, '抓好招商引资。', '县商务局'],
        ['填报单位：县政府办', null, null],
      ],
      merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
    });
    expect(paragraphs(draft)).toEqual(['云溪县2026年重点工作任务分解表', '填报单位：县政府办']);
    expect(filled(tables(draft)[0]!)).toEqual([
      HEADER,
      ['1', '推进项目建设。', '县发改委'],
      ['2', '抓好招商引资。', '县商务局'],
    ]);
    expect(draft.blocks[0]!.place.zh).toBe('工作表“任务表”第1行');
    expect(draft.remarks).toEqual([]);
  });

  it('keeps merged cells, also where blank rows and columns go', async () => {
    const draft = await workbook({
      name: '表',
      rows: [
        ['重点工作', null, '任务', '责任单位', null],
        [null, null, null, '牵头', '配合'],
        ['一、产业', null, '甲', '子', '丑'],
        [null, null, null, null, null],
        [null, null, '乙', '寅', '卯'],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 1, endCol: 1 },
        { startRow: 0, startCol: 2, endRow: 1, endCol: 2 },
        { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
        { startRow: 2, startCol: 0, endRow: 4, endCol: 1 },
      ],
      freezePane: { rows: 2 },
    });
    const [table] = tables(draft);
    expect(table).toMatchObject({ columns: 4, headerRows: 2 });
    expect(filled(table!)).toEqual([
      ['重点工作', '任务', '责任单位', '责任单位'],
      ['重点工作', '任务', '牵头', '配合'],
      ['一、产业', '甲', '子', '丑'],
      ['一、产业', '乙', '寅', '卯'],
    ]);
  });

  it('does not take a last row whose other cells are merged, or that waits to be filled, for a note', async () => {
    const merged = await workbook({
      name: '表',
      rows: [HEADER, ['1', '甲', '县发改委'], [null, '乙', null]],
      merges: [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }],
    });
    expect(paragraphs(merged)).toEqual([]);
    const open = await workbook({ name: '表', rows: [HEADER, [1, '甲', '乙'], [2, null, null]] });
    expect(tables(open)[0]!.rows).toHaveLength(3);
  });

  it('takes lines of several texts above the header that it repeats for lines', async () => {
    const draft = await workbook({
      name: '表',
      rows: [['填报单位：县政府办', null, '2026年3月'], HEADER, [1, '甲', '乙']],
      pageSetup: { printTitlesRow: '$2:$2' },
    });
    expect(paragraphs(draft)).toEqual(['填报单位：县政府办　2026年3月']);
    expect(tables(draft)[0]).toMatchObject({ headerRows: 1 });
  });

  it('names each of several sheets, and passes over empty ones', async () => {
    const draft = await workbook(
      { name: '任务', rows: [['甲', '乙']] },
      { name: '空表', rows: [] },
      { name: '名单', rows: [['丙', '丁']] },
    );
    expect(paragraphs(draft)).toEqual(['任务', '名单']);
    expect(tables(draft)).toHaveLength(2);
  });

  it('tells of what is hidden, of comments, and of formulas without a result', async () => {
    const draft = await workbook(
      {
        name: '表',
        columns: [{}, {}, { hidden: true }],
        rows: [HEADER, [1, '甲', '乙'], [2, '丙', null]],
        rowDefs: new Map([[1, { hidden: true }]]),
        cells: new Map([
          ['2,2', { formula: 'A1', value: null }],
          ['1,1', { value: '甲', comment: { text: '请核' } }],
        ]),
      },
      { name: '底稿', rows: [['旧']], hidden: true },
    );
    expect(draft.remarks.map(({ kind, words, quote, count }) => [kind, words.zh.slice(0, 5), quote, count])).toEqual([
      ['doubtful', '隐藏的行也', '1 甲 乙', 1],
      ['doubtful', '隐藏的列也', '责任单位', 1],
      ['doubtful', '公式没有算', '=A1', 1],
      ['dropped', '批注没有读', '请核', 1],
      ['dropped', '隐藏的工作', '底稿', undefined],
    ]);
  });

  it('is known by its content', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [['甲']] }] });
    expect([xlsx.recognises(bytes), xls.recognises(bytes), csv.recognises(bytes)]).toEqual([true, false, false]);
  });

  it('shows dates as an Excel in China does, in formats that the file only numbers', async () => {
    const { unzipSync, zipSync, strToU8 } = await import('fflate');
    const day = new Date(Date.UTC(2026, 2, 1));
    const cells = new Map(
      ['yyyy-mm-dd', 'yyyy/mm', '0.000'].map((numFmt, column) => [
        `0,${column}`,
        { value: column < 2 ? day : 46082, style: { numFmt } },
      ]),
    );
    const files = unzipSync(await writeXlsx({ sheets: [{ name: '表', rows: [], cells }] }));
    let styles = new TextDecoder().decode(files['xl/styles.xml']).replace(/<numFmts.*?<\/numFmts>/, '');
    for (const id of [57, 58, 31]) styles = styles.replace(/numFmtId="1\d\d"/, `numFmtId="${id}"`);
    files['xl/styles.xml'] = strToU8(styles);
    expect(filled(tables(await draftOf(xlsx, zipSync(files)))[0]!)).toEqual([['2026年3月', '3月1日', '2026年3月1日']]);
  });

  it('may hold sheets that are charts', async () => {
    const { unzipSync, zipSync, strToU8 } = await import('fflate');
    const files = unzipSync(await writeXlsx({ sheets: [{ name: '表', rows: [['甲', '乙']] }] }));
    const edit = (name: string, before: string, added: string): void => {
      files[name] = strToU8(new TextDecoder().decode(files[name]).replace(before, `${added}${before}`));
    };
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet';
    edit('xl/workbook.xml', '</sheets>', '<sheet name="图" sheetId="9" r:id="rId99"/>');
    edit(
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      `<Relationship Id="rId99" Type="${type}" Target="chartsheets/sheet1.xml"/>`,
    );
    expect(tables(await draftOf(xlsx, zipSync(files)))).toHaveLength(1);
  });

  it('is read whatever case its parts are written in', async () => {
    const { unzipSync, zipSync } = await import('fflate');
    const files = unzipSync(await writeXlsx({ sheets: [{ name: '表', rows: [['甲', '乙']] }] }));
    const lower = Object.fromEntries(Object.entries(files).map(([name, part]) => [name.toLowerCase(), part]));
    expect(filled(tables(await draftOf(xlsx, zipSync(lower)))[0]!)).toEqual([['甲', '乙']]);
  });

  it('is refused with a password', async () => {
    const sheets = [{ name: '表', rows: [['甲']] }];
    const bytes = await writeXlsx({ sheets, encryption: { password: '1', spinCount: 1000 } });
    for (const source of [xlsx, xls, doc])
      expect(await source.read(bytes, {})).toMatchObject({ refused: { zh: expect.stringContaining('密码') } });
    expect(doc.recognises(bytes)).toBe(true);
  });

  it('is refused where a DTD stands in it', async () => {
    const { unzipSync, zipSync, strToU8 } = await import('fflate');
    const files = unzipSync(await writeXlsx({ sheets: [{ name: '表', rows: [['甲']] }] }));
    const sheet = 'xl/worksheets/sheet1.xml';
    const text = new TextDecoder().decode(files[sheet]);
    files[sheet] = strToU8(text.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'));
    expect(await xlsx.read(zipSync(files), {})).toMatchObject({ refused: { zh: expect.stringContaining('DTD') } });
  });
});

describe('a value', () => {
  const date = new Date(Date.UTC(2026, 2, 5));
  it.each([
    [date, 'yyyy"年"m"月"d"日"', '2026年3月5日'],
    [date, '[$-804]yyyy"年"m"月"d"日";@', '2026年3月5日'],
    [date, '[DBNum1][$-804]yyyy"年"m"月";@', '2026年3月'],
    [date, 'mm-dd-yy', '2026/3/5'],
    [date, 'yyyy-mm-dd', '2026-03-05'],
    [date, '[$-F800]dddd, mmmm dd, yyyy', '2026年3月5日'],
    [date, undefined, '2026年3月5日'],
    [0.125, '0%', '13%'],
    [0.125, '0.0%', '12.5%'],
    [12345.5, '#,##0.00', '12,345.50'],
    [12, '0"项"', '12项'],
    [-3, '0;[红色]-0', '-3'],
    [0.1 + 0.2, undefined, '0.3'],
    [7, 'General', '7'],
    [7, '[DBNum1][$-804]General', '7'],
    [20260305, '@', '20260305'],
    [true, undefined, 'TRUE'],
    [' 县发改委\r\n县商务局 ', undefined, '县发改委\n县商务局'],
    [null, '0', ''],
    [new Date(Number.NaN), 'yyyy', ''],
  ])('%s in the format %s shows %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });
});

describe('comma-separated values', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '"a,1","说""好"""\n"两\r\n行",',
      [
        ['a,1', '说"好"'],
        ['两\n行', ''],
      ],
    ],
    ['a\tb,c\td\n', [['a', 'b,c', 'd']]],
    ["'=1+1,'-5%,'abc", [['=1+1', '-5%', "'abc"]]],
    ['\ufeff甲', [['甲']]],
    ['"never closed\n', [['never closed']]],
    ['', []],
    [',', [['', '']]],
  ])('%j', (text, records) => {
    expect(readCsv(text)).toEqual(records);
  });

  it('are read in GB18030 too', async () => {
    const bytes = [0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xc8, 0xce, 0xce, 0xf1, 0x0a];
    expect(filled(tables(await draftOf(csv, Uint8Array.from(bytes)))[0]!)).toEqual([['序号', '任务']]);
  });

  it('come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', ',', '"', '\n', ' ', '\t', ';', 'a', '=') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const named = [['列', '列'], ...rows];
        const text = named.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(readCsv(text)).toEqual(named.map((row) => row.map((field) => field.trim())));
      }),
    );
  });

  it('with one column are lines', async () => {
    expect(paragraphs(await fromText('一、甲\n二、乙'))).toEqual(['一、甲', '二、乙']);
  });

  it('are refused where they are no text', async () => {
    expect(await csv.read(Uint8Array.from([0, 1, 2, 0, 255]), {})).toHaveProperty('refused');
  });
});

describe('the official table comes back', () => {
  const examples = ['云溪县2026年重点工作任务分解', '国家湖泊部2026年重点工作分工', '青岚区2026年9月工作要点'];
  it.each(examples)('as xlsx and csv: %s', async (name) => {
    const notice = readNotice(readFileSync(path.join(root, 'examples', `${name}.notice`), 'utf8'));
    const cells = expected(notice);
    const [workbookTable] = tables(await draftOf(xlsx, (await tableAs(notice, 'xlsx')) as Uint8Array));
    expect(filled(workbookTable!).slice(workbookTable!.headerRows)).toEqual(cells);
    const [csvTable] = tables(await fromText((await tableAs(notice, 'csv')) as string));
    expect(csvTable!.rows.slice(1)).toHaveLength(cells.length);
  });
});

it('a row that takes several rows of the sheet comes back as one', async () => {
  const long = '推进湖区生态修复和岸线整治，'.repeat(300);
  const notice = readNotice(
    `一、生态保护\n\n1.${long}年底前完成。\n牵头单位：县生态环境局\n\n2.抓好巡查。\n牵头单位：县水利局\n`,
  );
  const [table] = tables(await draftOf(xlsx, (await tableAs(notice, 'xlsx')) as Uint8Array));
  expect(filled(table!).slice(table!.headerRows)).toEqual(expected(notice));
});

describe('any bytes', () => {
  it('are read or refused', async () => {
    const whole = await writeXlsx({ sheets: [{ name: '表', rows: [HEADER, [1, '甲', '乙']] }] });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, end) => {
        const bytes = whole.slice(0, Math.max(end, 30));
        bytes[at % bytes.length] = byte;
        const draft = await xlsx.read(bytes, {});
        expect('refused' in draft || Array.isArray(draft.blocks)).toBe(true);
      }),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        for (const source of [xlsx, xls, csv]) await source.read(bytes, {});
      }),
    );
  });
});
