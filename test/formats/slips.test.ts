/** Slips: what a unit's office gets in its hands, read back from the files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../server/formats/format.ts';
import { exportNotice } from '../../server/formats/index.ts';
import { readNotice } from '../../server/model/read.ts';
import { parseRegistry } from '../../server/registry/registry.ts';
import { root } from '../support/shared.ts';
import { UNITS } from './bearing-units.ts';
import { readRows, readSheet, unzip } from './unzip.ts';

const REGISTRY = parseRegistry(`${UNITS}
领导：林知远
职务：副县长
分管：县发改局

领导：沈若兰
职务：副县长
分管：县财政局
`);

const NOTICE = readNotice(`云溪县人民政府办公室关于印发2026年重点工作任务的通知

云政办发〔2026〕3号

2026年2月10日

一、稳增长

1.开工冷链园。
牵头领导：林知远。
牵头单位：县发改局。
协同单位：县财政局，各乡镇。
完成时限：2026年6月底前。

2.建设茶叶<市场>&仓库。
牵头领导：林知远。
牵头单位：青石镇。
协同单位：县发展和改革局。
完成时限：2026年9月底前。

二、惠民生

3.修缮村道40公里。
牵头领导：沈若兰。
牵头单位：县财政局。
协同单位：县发改局、县茶叶局。
完成时限：2026年12月底前。

4.发放种粮补贴。
牵头领导：林知远。
牵头单位：县财政局、县发改局。
协同单位：各乡镇。
完成时限：2026年5月底前。
`);

async function slips(type: 'docx' | 'xlsx', options: ExportOptions = { registry: REGISTRY }) {
  const { files, remarks } = await exportNotice(NOTICE, 'slips', type, options);
  return { files: new Map(files.map(({ name, content }) => [name, unzip(content as Uint8Array)])), remarks };
}

function textOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, p]) =>
    [...p!.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, t]) => t).join(''),
  );
}

describe('slips', () => {
  it('are one for each unit, in the order of the registry, with those of groups in their members’', async () => {
    const { files, remarks } = await slips('docx');
    expect([...files.keys()]).toEqual(['县发改局', '县财政局', '青石镇', '桃坪乡', '县茶叶局']);
    expect(remarks.map(({ words }) => words.zh)).toEqual([
      '名册里没有“县茶叶局”（序号3），按通知原文单独列出；请改正名称，或补入名册。',
    ]);
  });

  it('say whose they are, how many tasks there are, and put first what the unit leads', async () => {
    const { files } = await slips('docx');
    const xml = files.get('县发改局')!.get('word/document.xml')!.text;
    expect(textOf(xml).slice(0, 2)).toEqual([
      '2026年重点工作任务分办单（县发改局）',
      '云政办发〔2026〕3号　共4项：牵头2项，协同2项',
    ]);
    const rows = readRows(xml);
    expect(rows.slice(2).map((cells) => cells.filter((_, at) => at !== 1 && at < 5))).toEqual([
      ['1', '开工冷链园', '牵头', '2026年6月底前'],
      ['4', '发放种粮补贴', '牵头', '2026年5月底前'],
      ['2', '建设茶叶<市场>&仓库', '协同', '2026年9月底前'],
      ['3', '修缮村道40公里', '协同', '2026年12月底前'],
    ]);
    expect(rows[2]!.slice(5)).toEqual(['林知远', '县发改局', '县财政局，各乡镇']);
  });

  it('tell the group that a unit answers through', async () => {
    const { files } = await slips('docx');
    const town = readRows(files.get('青石镇')!.get('word/document.xml')!.text);
    expect(town.slice(2).map((cells) => [cells[0], cells[3]])).toEqual([
      ['2', '牵头'],
      ['1', '协同（各乡镇）'],
      ['4', '协同（各乡镇）'],
    ]);
    expect(textOf(files.get('桃坪乡')!.get('word/document.xml')!.text)[1]).toContain('共2项：随单位组2项');
  });

  it('of leaders hold what they lead, then what the units of their portfolio lead', async () => {
    const { files } = await slips('docx', { registry: REGISTRY, by: 'leader' });
    expect([...files.keys()]).toEqual(['林知远', '沈若兰']);
    const rows = readRows(files.get('沈若兰')!.get('word/document.xml')!.text);
    expect(rows.slice(2).map((cells) => [cells[0], cells[3]])).toEqual([
      ['3', '牵头县领导'],
      ['4', '分管（县财政局牵头）'],
    ]);
  });

  it('in Excel are lists to sort and filter, each row with its label', async () => {
    const { files } = await slips('xlsx');
    const parts = files.get('县财政局')!;
    const { cells, merges, xml } = readSheet(parts);
    expect(merges).toEqual(['A1:H1', 'A2:H2']);
    expect(xml).toContain('<autoFilter ref="A3:H6"/>');
    expect(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((column) => cells.get(`${column}3`))).toEqual([
      '序号',
      '重点工作',
      '主要任务',
      '职责',
      '完成时限',
      '牵头县领导',
      '牵头责任单位',
      '协同责任单位',
    ]);
    expect([4, 5, 6].map((row) => [cells.get(`A${row}`), cells.get(`B${row}`), cells.get(`D${row}`)])).toEqual([
      ['number 3', '二、惠民生', '牵头'],
      ['number 4', '二、惠民生', '牵头'],
      ['number 1', '一、稳增长', '协同'],
    ]);
  });

  it('have the headings of a task in one column, as deep as they go', async () => {
    const notice = readNotice(`县重点工作分解

零、前言。
牵头单位：县发改局。

一、稳增长

（一）做强茶业

1.建设茶园。
牵头单位：县发改局。

2.建设茶厂。
牵头单位：县发改局。

（二）做优渔业

3.疏浚湖泊。
牵头单位：县发改局。
`);
    const { files } = await exportNotice(notice, 'slips', 'docx');
    const rows = readRows(unzip(files[0]!.content as Uint8Array).get('word/document.xml')!.text);
    expect(rows.slice(1).map((cells) => cells.slice(0, 3))).toEqual([
      ['1', '零、前言', '牵头'],
      ['2', '一、稳增长/（一）做强茶业', '建设茶园'],
      ['3', '^', '建设茶厂'],
      ['4', '一、稳增长/（二）做优渔业', '疏浚湖泊'],
    ]);
  });

  it('of one unit are asked for by any of its names', async () => {
    for (const only of ['县发改局', '云溪县发展和改革局', '林知远']) {
      const { files } = await slips('docx', { registry: REGISTRY, only });
      expect(files.size, only).toBe(1);
    }
    const { files, remarks } = await slips('docx', { registry: REGISTRY, only: '县水利局' });
    expect(files.size).toBe(0);
    expect(remarks[0]!.words.zh).toContain('没有“县水利局”的任务');
  });

  it('are none where nobody is named, and say so', async () => {
    const notice = readNotice('一、稳增长\n\n1.开工冷链园。\n牵头单位：县发改局。\n');
    const { files, remarks } = await exportNotice(notice, 'slips', 'docx', { by: 'leader' });
    expect(files).toEqual([]);
    expect(remarks[0]!.words.zh).toContain('没有写牵头领导');
    const led = readNotice('一、稳增长\n\n1.开工冷链园。\n牵头领导：林知远。\n');
    const none = await exportNotice(led, 'slips', 'docx');
    expect(none.files).toEqual([]);
    expect(none.remarks[0]!.words.zh).toContain('无法按单位分办');
    expect((await exportNotice(led, 'load', 'xlsx')).files).toHaveLength(1);
    expect((await exportNotice(led, 'load', 'html')).files).toHaveLength(1);
  });

  it('of the example hold every row as the official table has it', async () => {
    const read = (name: string) => readFileSync(path.join(root, 'examples', name), 'utf8');
    const notice = readNotice(read('云溪县2026年重点工作任务分解.notice'));
    const { files } = await exportNotice(notice, 'slips', 'xlsx', {
      registry: parseRegistry(read('云溪县.registry')),
    });
    const seen = new Set<number>();
    for (const { content } of files) {
      const { cells } = readSheet(unzip(content as Uint8Array));
      for (let row = 4; cells.has(`A${row}`); row++) {
        const n = Number(cells.get(`A${row}`)!.replace('number ', ''));
        seen.add(n);
        const task = notice.tasks[n - 1]!;
        expect(cells.get(`C${row}`)).toBe(task.text.replace(/。$/, ''));
        expect(cells.get(`G${row}`)).toBe(task.duty.leadUnits.map(({ text, etc }) => text + (etc ?? '')).join('\n'));
      }
    }
    expect(seen.size).toBe(notice.tasks.length);
  });

  it('are the same bytes each time', async () => {
    const bytes = async () =>
      (await exportNotice(NOTICE, 'slips', 'docx', { registry: REGISTRY })).files.map(({ content }) =>
        Buffer.from(content as Uint8Array).toString('base64'),
      );
    expect(await bytes()).toEqual(await bytes());
  });
});
