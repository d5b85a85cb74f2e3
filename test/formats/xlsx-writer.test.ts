/** The writer of workbooks, read by a program that had no part in it. */
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type Cell, dayNumber, type Sheet, Styles, writeWorkbook } from '../../server/formats/ooxml/sheet.ts';
import { columnName, quotedName } from '../../server/formats/ooxml/sheet-places.ts';
import { unzip } from './unzip.ts';

function book(rows: readonly (readonly (string | number)[])[], more: Partial<Sheet> = {}, styles = new Styles()) {
  const cells = rows.map((row) => ({ cells: row.map((value): Cell => ({ value })) }));
  return writeWorkbook({ title: '表', styles, sheets: [{ name: '表', columns: [], rows: cells, ...more }] });
}

async function readBack(bytes: Uint8Array): Promise<unknown[][]> {
  return (await readXlsx(bytes)).sheets[0]!.rows;
}

describe('a workbook', () => {
  test('gives every text back as it was, and no control character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1 }), async (texts) => {
        const kept = (text: string) => text.replace(/[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/gu, '');
        const rows = await readBack(book([['开头', ...texts, '结尾']]));
        expect(rows[0]!.map((value) => value ?? '')).toEqual(['开头', ...texts.map(kept), '结尾']);
      }),
    );
  });

  test('keeps what another program would decode or trim', async () => {
    const texts = ['_x0041_', '__x000A_', ' 前后 ', '行1\n行2', '<&>"\'', '\u3000全角', '𠮷野家', '1', '001', 'TRUE'];
    expect(await readBack(book([texts]))).toEqual([texts]);
  });

  test('has no formula, whatever a text begins with, and such a text stays text when it is edited', async () => {
    const risky = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠a'];
    const bytes = book([[...risky, '1=1']]);
    expect(await readBack(bytes)).toEqual([[...risky, '1=1']]);
    const sheet = unzip(bytes).get('xl/worksheets/sheet1.xml')!.text;
    expect(sheet).not.toContain('<f>');
    const styles = [...sheet.matchAll(/ s="(\d+)"/g)].map(([, id]) => Number(id));
    const looks = unzip(bytes)
      .get('xl/styles.xml')!
      .text.split('<cellXfs')[1]!
      .match(/<xf [^>]*>/g)!;
    expect(styles.map((id) => looks[id]!.includes('quotePrefix'))).toEqual([...risky.map(() => true), false]);
  });

  test('cuts a text where Excel would, and not within a character', async () => {
    const long = `${'田'.repeat(32766)}𠮷𠮷`;
    expect(await readBack(book([[long]]))).toEqual([['田'.repeat(32766)]]);
  });

  test('writes numbers as numbers, and each text and each look once', () => {
    const styles = new Styles();
    const one = styles.of({ border: true, align: 'center' });
    expect(styles.of({ align: 'center', border: true })).toBe(one);
    const parts = unzip(book([[1, 2.5, '同', '同'], ['同']]));
    expect(parts.get('xl/sharedStrings.xml')!.text).toContain('count="3" uniqueCount="1"');
    expect(parts.get('xl/worksheets/sheet1.xml')!.text).toContain('<c r="B1" s="0"><v>2.5</v></c>');
  });

  test('opens on the first sheet that is shown', () => {
    const sheet = (name: string, state?: Sheet['state']): Sheet => ({
      name,
      columns: [],
      rows: [],
      ...(state && { state }),
    });
    const bytes = writeWorkbook({
      title: '',
      author: '云溪县<办>',
      styles: new Styles(),
      sheets: [sheet('藏', 'hidden'), sheet('见'), sheet('又')],
    });
    const parts = unzip(bytes);
    expect(parts.get('xl/workbook.xml')!.text).toContain('activeTab="1"');
    const selected = [1, 2, 3].map((at) => parts.get(`xl/worksheets/sheet${at}.xml`)!.text.includes('tabSelected'));
    expect(selected).toEqual([false, true, false]);
    expect(parts.get('docProps/core.xml')!.text).toContain('<dc:creator>云溪县&lt;办&gt;</dc:creator>');
  });

  test('has charts over its cells, the values beside them for programs that reckon nothing', () => {
    const parts = unzip(
      book([['县发改委', 5]], {
        charts: [
          {
            title: '任务<数>',
            lying: true,
            stacked: true,
            figures: true,
            over: { top: 3, left: 0, bottom: 20, right: 4 },
            categories: { area: { top: 0, left: 0, bottom: 0, right: 0 }, texts: ['县发改委'] },
            series: [{ name: '牵头', area: { top: 0, left: 1, bottom: 0, right: 1 }, values: [5], colour: '1F4E79' }],
          },
        ],
      }),
    );
    const chart = parts.get('xl/charts/chart1.xml')!.text;
    expect(chart).toContain('<a:t>任务&lt;数&gt;</a:t>');
    expect(chart).toContain(
      '<c:f>表!$B$1:$B$1</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>5</c:v>',
    );
    expect(parts.get('xl/drawings/drawing1.xml')!.text).toContain(
      '<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3<',
    );
    expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')!.text).toContain('../drawings/drawing1.xml');
  });
});

describe('places', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (at, name) => {
    expect(columnName(at)).toBe(name);
  });

  test.each([
    ['任务分解表', '任务分解表'],
    ['责任 分布', "'责任 分布'"],
    ['2026年', "'2026年'"],
    ["县'局", "'县''局'"],
    ['A1', "'A1'"],
    ['R1C1', "'R1C1'"],
  ])('sheet %s is %s in a formula', (name, quoted) => {
    expect(quotedName(name)).toBe(quoted);
  });

  test('days are numbers, and what is no day is none', () => {
    expect(dayNumber('2026-05-20')).toBe(46162);
    expect(['五月', '2026-02-30', '2026-5-1'].map(dayNumber)).toEqual([undefined, undefined, undefined]);
  });
});
