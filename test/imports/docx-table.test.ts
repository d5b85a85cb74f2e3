/** Tables of Word documents. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DraftTable } from '../../server/imports/draft.ts';
import { readNotice } from '../../server/model/read.ts';
import { tableAs } from '../support/exported.ts';
import { root } from '../support/shared.ts';
import { expected, filled } from './filled.ts';
import { makeDocx, p, readDraft } from './make-docx.ts';

const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const SPAN = '<w:gridSpan w:val="2"/>';
const TOP = '<w:vMerge w:val="restart"/>';
const ON = '<w:vMerge/>';

async function tablesOf(body: string): Promise<DraftTable[]> {
  const { blocks } = await readDraft(makeDocx(body));
  return blocks.filter((block) => block.kind === 'table');
}

async function remarksOf(body: string): Promise<unknown[]> {
  const { remarks } = await readDraft(makeDocx(body));
  return remarks.map(({ kind, words, quote, place }) => [kind, words.zh.slice(0, 6), quote, place?.zh]);
}

describe('cells', () => {
  it('take several columns and rows', async () => {
    const [read] = await tablesOf(
      table(
        row(cell('重点工作', TOP), cell('责任单位', SPAN)),
        row(cell('', ON), cell('牵头'), cell('配合')),
        row(cell('一、产业', TOP), cell('甲'), cell('乙')),
        row(cell('', ON), cell('丙'), cell('丁')),
      ),
    );
    expect(read!.rows[0]).toEqual([
      { column: 0, cell: { text: '重点工作', rows: 2, columns: 1 } },
      { column: 1, cell: { text: '责任单位', rows: 1, columns: 2 } },
    ]);
    expect(filled(read!)).toEqual([
      ['重点工作', '责任单位', '责任单位'],
      ['重点工作', '牵头', '配合'],
      ['一、产业', '甲', '乙'],
      ['一、产业', '丙', '丁'],
    ]);
  });

  it('that go on below nothing begin there, and a new beginning ends the one above', async () => {
    const [read] = await tablesOf(
      table(row(cell('甲', ON)), row(cell('乙', TOP)), row(cell('丙', TOP)), row(cell('', ON))),
    );
    expect(read!.rows.map((cells) => cells.map(({ cell: { text, rows } }) => `${text}${rows}`))).toEqual([
      ['甲1'],
      ['乙1'],
      ['丙2'],
      [],
    ]);
  });

  it('merge in the older way too', async () => {
    const [read] = await tablesOf(
      table(row(cell('题', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>')), row(cell('甲'), cell('乙'))),
    );
    expect(filled(read!)).toEqual([
      ['题', '题'],
      ['甲', '乙'],
    ]);
  });

  it('stand in the columns in which cells begin, however fine the grid is', async () => {
    const [read] = await tablesOf(
      table(
        row(cell('甲', '<w:gridSpan w:val="3"/>'), cell('乙', '<w:gridSpan w:val="2"/>')),
        row(cell('丙', '<w:gridSpan w:val="3"/>'), cell('丁', '<w:gridSpan w:val="2"/>')),
      ),
    );
    expect(read!.columns).toBe(2);
    expect(filled(read!)).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
  });

  it('leave room before them', async () => {
    const [read] = await tablesOf(
      table(row(cell('甲'), cell('乙')), `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('丁')}</w:tr>`),
    );
    expect(filled(read!)).toEqual([
      ['甲', '乙'],
      ['', '丁'],
    ]);
  });

  it('hold paragraphs one a line, and tables within as lines', async () => {
    const inner = table(row(cell('子'), cell('丑')), row(cell('寅'), cell('卯')));
    const body = table(row(`<w:tc>${p('甲')}${inner}${p('')}${p('乙')}</w:tc>`));
    expect(filled((await tablesOf(body))[0]!)).toEqual([['甲\n子　丑\n寅　卯\n乙']]);
    expect(await remarksOf(body)).toEqual([['changed', '表格里套的表', undefined, '表1第1行']]);
  });

  it('quote what lies below a merged cell', async () => {
    expect(await remarksOf(table(row(cell('甲', TOP)), row(cell('旧', ON))))).toEqual([
      ['dropped', '合并单元格下', '旧', '表1第2行'],
    ]);
  });

  it('are found within what only holds them', async () => {
    const body = `<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>${cell('甲')}</w:sdtContent></w:sdt><w:ins>${cell('乙')}</w:ins></w:tr></w:sdtContent></w:sdt></w:tbl>`;
    expect(filled((await tablesOf(body))[0]!)).toEqual([['甲', '乙']]);
  });

  it('are no more than Word can have', async () => {
    const [read] = await tablesOf(table(row(cell('甲', '<w:gridSpan w:val="999999999"/>'), cell('乙'))));
    expect(read!.columns).toBeLessThanOrEqual(63);
  });
});

describe('a table', () => {
  it('says which rows are its header: the first ones that repeat', async () => {
    const head = '<w:trPr><w:tblHeader/></w:trPr>';
    const [read] = await tablesOf(
      `<w:tbl><w:tr>${head}${cell('一')}</w:tr><w:tr>${head}${cell('二')}</w:tr>${row(cell('三'))}<w:tr>${head}${cell('四')}</w:tr></w:tbl>`,
    );
    expect(read!.headerRows).toBe(2);
  });

  it('stands in its place, between paragraphs', async () => {
    const { blocks } = await readDraft(makeDocx(p('前') + table(row(cell('甲'))) + p('后') + table(row(cell('乙')))));
    expect(blocks.map(({ place }) => place.zh)).toEqual(['第1段', '表1', '第2段', '表2']);
  });

  it('without rows is none', async () => {
    expect(await tablesOf(table())).toEqual([]);
  });
});

describe('the official table', () => {
  const examples = ['云溪县2026年重点工作任务分解', '国家湖泊部2026年重点工作分工', '青岚区2026年9月工作要点'];
  it.each(examples)('comes back: %s', async (name) => {
    const notice = readNotice(readFileSync(path.join(root, 'examples', `${name}.notice`), 'utf8'));
    const { blocks } = await readDraft((await tableAs(notice, 'docx')) as Uint8Array);
    const read = blocks.filter((block) => block.kind === 'table');
    expect(read.flatMap((one) => filled(one).slice(one.headerRows))).toEqual(expected(notice));
  });
});
