import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../server/formats/format.ts';
import { tableAs } from '../support/exported.ts';
import { type Block, makeNotice, type Spec } from './make.ts';
import { inner, readRows, readSheet, unzip } from './unzip.ts';

const LEAD = ['lead', '牵头单位', '县农业农村局、白鹭岭镇'] as const;
const SUPPORT = ['support', '协同单位', '县财政局、县林业局，各乡镇'] as const;
const LEADER = ['leader', '牵头负责领导', '岑柏、戚如蓝'] as const;
const UNITS = ['unit', '责任单位', '县水利局、县供销社'] as const;

const SMALL: Spec = {
  title: '云溪县人民政府关于印发2026年县政府重点工作任务的通知',
  issuer: '云溪县人民政府',
  paragraph: '（合计2个方面，共4项任务）',
  blocks: [
    {
      text: '一、稳住主要预期目标',
      below: [{ text: '1.油菜籽产量稳定在0.8亿斤以上。', fields: [LEADER, LEAD, SUPPORT] }],
    },
    {
      text: '二、做强特色产业',
      below: [
        {
          text: '2.壮大茶产业',
          below: [
            {
              text: '1)新建生态茶园<6000亩>&改造"低产"茶园。',
              fields: [LEADER, LEAD, SUPPORT],
              deadline: '2026年底前',
            },
            { text: '2)推广林下菌菇。', fields: [UNITS] },
          ],
        },
      ],
    },
    { text: '三、恢复白鹭渡口。', fields: [LEAD, SUPPORT], remark: '续建' },
  ],
};

/** Enough for several pages. */
const LONG: Spec = {
  issuer: '云溪县人民政府',
  blocks: [
    {
      text: '一、修缮',
      below: Array.from({ length: 3 }, (_, i) => ({
        text: `${i + 1}.修缮村道`,
        below: Array.from(
          { length: 20 },
          (_, j): Block => ({
            text: `${j + 1})${'修缮第一村村道，'.repeat(6)}种树。`,
            fields: [LEADER, LEAD, SUPPORT],
          }),
        ),
      })),
    },
  ],
};

async function exported(id: 'docx' | 'xlsx', spec: Spec, options?: ExportOptions): Promise<Uint8Array> {
  return (await tableAs(makeNotice(spec), id, options)) as Uint8Array;
}

/** Compares with the golden file, or writes it where UPDATE_GOLDEN is set. */
function expectGolden(name: string, actual: string): void {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}

describe.each(['docx', 'xlsx'] as const)('%s', (id) => {
  test('the same notice gives the same bytes, at any time and in any time zone', async () => {
    const zone = process.env.TZ;
    const first = await exported(id, SMALL);
    process.env.TZ = zone === 'Asia/Shanghai' ? 'America/Lima' : 'Asia/Shanghai';
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await exported(id, SMALL);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    for (const part of unzip(first).values()) expect(part.time).toBe(0x210000);
  });

  test('every part is well-formed where it is this project’s text', async () => {
    for (const { text } of unzip(await exported(id, SMALL)).values()) {
      expect(text.replaceAll(/&(?:amp|lt|gt|quot|apos|#\d+);/g, '')).not.toMatch(/&|<6000/);
    }
  });

  test('a notice without tasks, and one whose row is taller than a page', async () => {
    expect((await exported(id, { blocks: [] })).length).toBeGreaterThan(0);
    const tall = await exported(id, { blocks: [{ text: `1.${'修缮村道，'.repeat(3000)}`, fields: [UNITS] }] });
    expect(tall.length).toBeGreaterThan(0);
  });
});

describe('docx', () => {
  test('inner XML', async () => {
    const parts = unzip(await exported('docx', SMALL));
    const paths = ['document', 'styles', 'settings', 'tableFooterOdd', 'tableFooterEven'].map(
      (name) => `word/${name}.xml`,
    );
    expectGolden('small.docx.xml', inner(parts, [...paths, 'docProps/core.xml']));
  });

  test('landscape A4 with the margins of a turned page; the header on every page', async () => {
    const xml = unzip(await exported('docx', LONG)).get('word/document.xml')!.text;
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(xml).toMatch(/<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(62);
  });

  test('the label is written again where a page starts', async () => {
    const rows = readRows(unzip(await exported('docx', LONG)).get('word/document.xml')!.text).slice(2);
    const labels = rows.map((row) => row[1]);
    expect(labels[0]).toBe('一、修缮');
    expect(labels.filter((label) => label === '一、修缮').length).toBeGreaterThan(3);
    // Wherever 重点工作 starts anew, so does 工作内容.
    rows.forEach((row, i) => {
      if (row[1] !== '^') expect(row[2], `row ${i + 1}`).not.toBe('^');
    });
  });

  test('责任单位 alone spans both columns, a task without headings theirs', async () => {
    const rows = readRows(unzip(await exported('docx', SMALL)).get('word/document.xml')!.text).slice(2);
    expect(rows).toEqual([
      [
        '1',
        '一、稳住主要预期目标',
        '1.油菜籽产量',
        '稳定在0.8亿斤以上',
        '',
        '岑柏/戚如蓝',
        '县农业农村局/白鹭岭镇',
        '县财政局、县林业局，各乡镇',
        '',
      ],
      [
        '2',
        '二、做强特色产业',
        '2.壮大茶产业',
        '新建生态茶园<6000亩>&改造"低产"茶园',
        '2026年底前',
        '岑柏/戚如蓝',
        '县农业农村局/白鹭岭镇',
        '县财政局、县林业局，各乡镇',
        '',
      ],
      ['3', '^', '^', '推广林下菌菇', '', '', '县水利局、县供销社', ''],
      ['4', '恢复白鹭渡口', '', '', '县农业农村局/白鹭岭镇', '县财政局、县林业局，各乡镇', '续建'],
    ]);
  });

  test('the fonts are the office’s own', async () => {
    const parts = unzip(await exported('docx', SMALL, { fonts: { body: '方正仿宋_GBK' } }));
    const styles = parts.get('word/styles.xml')!.text;
    expect(styles).toContain('w:eastAsia="方正仿宋_GBK"');
    expect(styles).not.toContain('仿宋_GB2312');
    expect(styles).toContain('方正小标宋简体');
  });
});

describe('xlsx', () => {
  test('inner XML', async () => {
    const parts = unzip(await exported('xlsx', SMALL));
    const paths = ['worksheets/sheet1', 'workbook', 'styles', 'sharedStrings'].map((name) => `xl/${name}.xml`);
    expectGolden('small.xlsx.xml', inner(parts, [...paths, 'docProps/core.xml']));
  });

  test('cells, numbers and merges', async () => {
    const { cells, merges } = readSheet(unzip(await exported('xlsx', SMALL)));
    expect(cells.get('A1')).toBe('2026年县政府重点工作任务分解表');
    expect(cells.get('A2')).toBe('（合计2个方面，共4项任务）');
    expect(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((column) => cells.get(`${column}6`))).toEqual([
      'number 2',
      '二、做强特色产业',
      '2.壮大茶产业',
      '新建生态茶园<6000亩>&改造"低产"茶园',
      '2026年底前',
      '岑柏\n戚如蓝',
      '县农业农村局\n白鹭岭镇',
      '县财政局、县林业局，各乡镇',
      undefined,
    ]);
    expect(cells.get('G7')).toBe('县水利局、县供销社');
    expect(merges.toSorted()).toEqual(
      [
        'A1:I1',
        'A2:I2',
        'A3:A4',
        'B3:B4',
        'C3:D3',
        'E3:E4',
        'F3:F4',
        'G3:H3',
        'I3:I4',
        'B6:B7',
        'C6:C7',
        'G7:H7',
        'B8:D8',
      ].toSorted(),
    );
  });

  test('landscape A4 at its own size, header frozen and on every page, a break where labels start anew', async () => {
    const parts = unzip(await exported('xlsx', LONG));
    const { xml, cells } = readSheet(parts);
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape" scale="100"/);
    expect(xml).toMatch(/<pane ySplit="3" topLeftCell="A4" state="frozen"/);
    expect(parts.get('xl/workbook.xml')!.text).toMatch(/_xlnm\.Print_Titles" localSheetId="0">任务分解表!\$2:\$3</);
    const breaks = [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row));
    expect(breaks.length).toBeGreaterThan(2);
    for (const row of breaks) expect(cells.get(`B${row + 1}`)).toBe('一、修缮');
  });

  test('no row is taller than Excel allows: a tall one is several, merged', async () => {
    const { xml, merges } = readSheet(
      unzip(await exported('xlsx', { blocks: [{ text: `1.${'修缮村道，'.repeat(300)}`, fields: [UNITS] }] })),
    );
    const heights = [...xml.matchAll(/ ht="([\d.]+)"/g)].map(([, height]) => Number(height));
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
    expect(merges.filter((ref) => /^B3:B[4-9]$/.test(ref))).toHaveLength(1);
  });
});
