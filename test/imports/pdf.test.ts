/** PDF files: our own and, made by hand here, those whose fonts stand in no file; scans and what is damaged. */
import { describe, expect, it } from 'vitest';
import { exportNotice } from '../../server/formats/index.ts';
import type { FaceFile, FindFaces } from '../../server/formats/pdf/faces.ts';
import { officialTable } from '../../server/formats/table/table.ts';
import type { DraftTable } from '../../server/imports/draft.ts';
import { importDocument } from '../../server/imports/index.ts';
import { cellText, withNames } from '../../server/imports/pdf/cells.ts';
import { type Line, split } from '../../server/imports/pdf/page.ts';
import { readNotice } from '../../server/model/read.ts';
import { makeFont } from '../formats/pdf-face.ts';
import { pdfFile } from './pdf-file.ts';
import { aroundOf, dense, imported, ownNotices, said, tasksOf } from './support.ts';

const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const WORDS =
  '序号重点工作具体任务分解内容主要完成时限牵头县省市区部委厅局镇街道领导责任单位协同备注关于表附件年月日抄送印发文的通知，。；、：（）—“”〔〕《》　';

/** The faces of an office's machine, each character a box. */
function machine(text: string): FindFaces {
  const characters = ASCII + WORDS + text.replace(/[\n\r]/g, '');
  const kinds = [
    ['方正小标宋简体', 'XBS'],
    ['黑体', 'Hei'],
    ['楷体_GB2312', 'Kai'],
    ['仿宋_GB2312', 'Fang'],
    ['宋体', 'Song'],
  ] as const;
  const faces = kinds.map(
    ([name, postScriptName]): FaceFile => ({
      names: [name],
      postScriptName,
      weight: 400,
      collected: false,
      embeddable: true,
      read: async () => makeFont({ names: [name], postScriptName, characters }),
    }),
  );
  return async () => ({ faces, folders: ['/fonts'] });
}

async function exported(text: string, what: 'table' | 'notice'): Promise<Uint8Array> {
  const { files } = await exportNotice(readNotice(text), what, 'pdf', { faces: machine(text) });
  return files[0]!.content as Uint8Array;
}

const rowsOf = (text: string): string[][] => officialTable(readNotice(text)).rows.map(({ cells }) => cells.map(dense));

/** In several house styles, each a page or more. */
const SOME = [
  'field-lines.notice',
  'inline-fields.notice',
  'two-brackets.notice',
  '云溪县2026年重点工作任务分解.notice',
];
const notices = ownNotices().filter(([name]) => SOME.includes(name));

describe('a PDF of ours', () => {
  it.each(notices)('%s: every row of the table, its labels written again on each page', async (_, text) => {
    const got = await imported(await exported(text, 'table'), '表.pdf');
    expect(rowsOf(got.text)).toEqual(rowsOf(text));
  });

  it.each(notices)('%s: the notice, its paragraphs joined over lines and pages', async (_, text) => {
    const got = await imported(await exported(text, 'notice'), '通知.pdf');
    expect(tasksOf(got.text)).toEqual(tasksOf(text));
    expect(aroundOf(got.text)).toEqual(aroundOf(text));
    expect(said(got).join()).toContain('joined 按页面宽度折断的行已接成段落');
  });
});

/** A page with one line of text after another, in a font that the file only names. */
function handMade(encoding: string, lines: readonly Uint8Array[]): Uint8Array {
  const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;
  const content = `BT /F1 16 Tf 80 700 Td 30 TL ${lines.map((line) => `${hex(line)} Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 7 0 R >>',
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [5 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 800 /StemV 80 >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  return pdfFile(objects);
}

/** 1.新建茶园（牵头单位：县水利局） */
const GBK = Buffer.from('312ed0c2bda8b2e8d4b0a3a8c7a3cdb7b5a5cebba3bacfd8cbaec0fbbed6a3a9', 'hex');

describe('fonts that stand in no file', () => {
  it('GBK-EUC-H: the characters are those of the encoding', async () => {
    const got = await imported(handMade('GBK-EUC-H', [GBK]), 'a.pdf');
    expect(got.text).toBe('1.新建茶园（牵头单位：县水利局）\n');
  });

  it('UniGB-UCS2-H', async () => {
    const bytes = Buffer.from('1.新建茶园（牵头单位：县水利局）', 'utf16le').swap16();
    const got = await imported(handMade('UniGB-UCS2-H', [bytes]), 'a.pdf');
    expect(got.text).toBe('1.新建茶园（牵头单位：县水利局）\n');
  });
});

describe('what can’t be read', () => {
  it('a scan', async () => {
    const result = await importDocument(handMade('UniGB-UCS2-H', []), 'a.pdf');
    expect('refused' in result && result.refused.zh).toContain('文字识别（OCR）');
  });

  it('a damaged file', async () => {
    const result = await importDocument(Buffer.from('%PDF-1.7\n%%EOF\n'), 'a.pdf');
    expect('refused' in result && result.refused.zh).toContain('已损坏');
  });
});

describe('cells of a table that was printed', () => {
  const line = (text: string, width = text.length): Line => ({ text, x: 0, y: 0, right: width * 10, size: 10 });
  const cell = (...lines: string[]): string =>
    cellText(
      lines.map((text) => line(text)),
      70,
    );
  const table = (...texts: string[]): DraftTable => ({
    kind: 'table',
    rows: texts.map((text) => [{ column: 0, cell: { text, rows: 1, columns: 1 } }]),
    columns: 1,
    headerRows: 0,
    place: { zh: '表1', en: 'table 1' },
  });
  const named = (text: string, ...others: string[]): string => withNames([table(text, ...others)])(text);

  it('hold names that fill their lines, where the document calls someone so', () => {
    const both = cell('县农业农村水局', '县乡村振兴局');
    expect(named(both, '县乡村振兴局')).toBe('县农业农村水局\n县乡村振兴局');
    expect(named(cell('县生态环境分局', '县水务局'), '县生态环境分局')).toBe('县生态环境分局\n县水务局');
  });

  it('hold a name that the width broke behind 社会 or 城乡', () => {
    expect(named(cell('县人力资源和社会', '保障局'), '县人力资源和社会保障局')).toBe('县人力资源和社会保障局');
    expect(named(cell('云溪县住房和城乡', '建设局'), '县公安局')).toBe('云溪县住房和城乡建设局');
  });

  it('hold a list that runs on, broken anywhere', () => {
    expect(named(cell('各镇街、湖区、市', '直相关单位'))).toBe('各镇街、湖区、市直相关单位');
    expect(named(cell('县政府负责同志们', '各位'))).toBe('县政府负责同志们各位');
    expect(named(cellText([line('县政府负'), line('责同志')], 40))).toBe('县政府负责同志');
  });

  it('hold headings one a line', () => {
    expect(cell('（一）改善秩序。', '1.激活基层')).toBe('（一）改善秩序。\n1.激活基层');
  });

  it('hold characters that were spread to fill the line', () => {
    const piece = { text: '新 增 数 字 化 车 间 2 家，新认定产品6个', x: 0, y: 0, width: 300, size: 10 };
    expect(split(piece).map(({ text }) => text)).toEqual(['新增数字化车间2家，新认定产品6个']);
  });
});
