/** What changed, as pages and tables: what went and what came can be told apart without colours. */
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../server/compare/changes.ts';
import { changesFor } from '../../server/compare/concerning.ts';
import { type ChangeOptions, type ChangesType, writeChanges } from '../../server/formats/changes/index.ts';
import { readNotice } from '../../server/model/read.ts';
import { readRows, unzip } from './unzip.ts';

const BEFORE = `云溪县人民政府关于印发2026年重点工作任务分解方案的通知

2026年重点工作任务分解方案

一、主要目标

1.地区生产总值增长6%左右。
牵头领导：周明川。
牵头单位：县发改委。
协同单位：县统计局、县财政局。
完成时限：2026年12月底前。

2.清理<“三无”>船舶&浮筒10艘。
牵头单位：县水利局。
完成时限：2026年10月底前。

3.整理县志旧档200卷。
牵头单位：县档案馆。
完成时限：2026年11月底前。

二、民生实事

4.新建社区食堂10处。
牵头单位：县民政局。
完成时限：2026年11月底前。
`;

const AFTER = BEFORE.replace('增长6%左右', '增长7%以上')
  .replace('县统计局、县财政局', '县财政局、县税务局')
  .replace('10艘', '12艘')
  .replace(/3\.整理[\s\S]*?11月底前。\n\n/, '')
  .replace(
    '4.新建社区食堂10处。\n牵头单位：县民政局。\n完成时限：2026年11月',
    '3.新建社区食堂10处。\n牵头单位：县民政局。\n完成时限：2026年9月',
  )
  .replace('二、民生实事', '二、办好民生实事');

const NOTICES = [readNotice(BEFORE), readNotice(AFTER)] as const;
const CHANGES = changesBetween(...NOTICES);

async function written(type: ChangesType, options: ChangeOptions = {}): Promise<string> {
  return (await writeChanges(CHANGES, type, options)) as string;
}

/** Rows of a page's tables, marks as they stand in the source. */
function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) =>
      cell!.replaceAll('</p><p>', '/').replace(/<(?!\/?(?:ins|del)>)[^>]*>/g, ''),
    ),
  );
}

describe('a page', () => {
  it('puts the texts side by side, what went and what came in elements of their own', async () => {
    expect(rowsOf(await written('html'))).toEqual([
      ['序号', '变化', '原文', '新文', '涉及单位'],
      [
        '1',
        '目标变化/协同单位变化',
        '一、1.地区生产总值增长<del>6%左右</del>。/协同单位：<del>县统计局</del>、县财政局',
        '一、1.地区生产总值增长<ins>7%以上</ins>。/协同单位：县财政局、<ins>县税务局</ins>',
        '县发改委、县税务局、县统计局',
      ],
      [
        '2',
        '目标变化',
        '一、2.清理&lt;“三无”&gt;船舶&amp;浮筒<del>10</del>艘。',
        '一、2.清理&lt;“三无”&gt;船舶&amp;浮筒<ins>12</ins>艘。',
        '县水利局',
      ],
      ['3', '删除', '一、3.整理县志旧档200卷。/牵头单位：县档案馆/完成时限：2026年11月底前', '—', '县档案馆'],
      [
        '4',
        '时限变化',
        '二、4.新建社区食堂10处。/完成时限：2026年<del>11</del>月底前',
        '二、3.新建社区食堂10处。/完成时限：2026年<ins>9</ins>月底前',
        '县民政局',
      ],
      ['序号', '变化', '原文', '新文'],
      ['1', '章节改名', '二、民生实事', '二、<ins>办好</ins>民生实事'],
    ]);
  });

  it('needs nothing from elsewhere and marks by lines, not by colours alone', async () => {
    const html = await written('html', { author: '云溪县人民政府' });
    expect(html).not.toMatch(/<script|<link|url\(|src=/);
    expect(html).toContain('<meta name="author" content="云溪县人民政府">');
    expect(html).toMatch(/del\{[^}]*line-through/);
    expect(html).toMatch(/ins\{[^}]*underline/);
    expect(html).toContain('size:A4 landscape');
  });
});

describe('a Word document', () => {
  it('has the rows of the page, a header on each of its pages, and marks that print', async () => {
    const parts = unzip((await writeChanges(CHANGES, 'docx')) as Uint8Array);
    const xml = parts.get('word/document.xml')!.text;
    const marks = /<\/?(?:ins|del)>/g;
    const unescaped = (text: string): string =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll('&quot;', '"');
    const page = rowsOf(await written('html')).map((row) => row.map((cell) => unescaped(cell.replace(marks, ''))));
    expect(readRows(xml)).toEqual(page);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(2);
    expect(xml).toMatch(/<w:orient|w:orient="landscape"/);
    const look = (text: string): string => new RegExp(`<w:rPr>([^§]*?)</w:rPr><w:t>${text}</w:t>`).exec(xml)?.[1] ?? '';
    expect(look('6%左右').split('<w:rPr>').at(-1)).toBe('<w:strike/>');
    expect(look('7%以上').split('<w:rPr>').at(-1)).toBe('<w:b/><w:u w:val="single"/>');
  });

  it('is the same bytes each time', async () => {
    const [one, two] = [await writeChanges(CHANGES, 'docx'), await writeChanges(changesBetween(...NOTICES), 'docx')];
    expect(Buffer.from(one as Uint8Array).equals(Buffer.from(two as Uint8Array))).toBe(true);
  });

  it('for a unit says in which capacity', async () => {
    const changes = changesFor({ name: '县税务局', kind: 'unit' }, CHANGES, NOTICES)!;
    const parts = unzip((await writeChanges(changes, 'docx')) as Uint8Array);
    const [, row] = readRows(parts.get('word/document.xml')!.text);
    expect(row![1]).toBe('新承担（协同单位）/目标变化/协同单位变化');
    expect(row![4]).toBe('县税务局（协同单位）、县发改委、县统计局');
    expect(parts.get('docProps/core.xml')!.text).toContain('县税务局承担任务变化对照表');
  });
});

describe('text', () => {
  it('has colours where they are asked for, and brackets in either case', async () => {
    const plain = await written('text');
    expect(plain).toContain('地区生产总值增长【-6%左右-】【+7%以上+】。');
    const coloured = await written('text', { coloured: true });
    expect(coloured).toContain('增长\u001b[31;9m【-6%左右-】\u001b[0m\u001b[32;4m【+7%以上+】\u001b[0m。');
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain);
  });

  it('lets no notice speak to the terminal', async () => {
    const evil = readNotice(AFTER.replace('社区食堂', '社区\u001b[2J食堂'));
    expect(await writeChanges(changesBetween(NOTICES[0], evil), 'text')).not.toContain('\u001b');
  });
});

describe('JSON', () => {
  it('says all of it', async () => {
    const data = JSON.parse(await written('json', { names: { before: '原', after: '新' } }));
    expect(Object.keys(data)).toEqual([
      'version',
      'changed',
      'before',
      'after',
      'tasks',
      'sections',
      'head',
      'paragraphs',
      'respelt',
      'aside',
    ]);
    expect(data.before).toEqual({
      file: '原',
      title: '云溪县人民政府关于印发2026年重点工作任务分解方案的通知',
      tasks: 4,
    });
    expect(data.tasks.map(({ changes }: { changes: { kind: string }[] }) => changes.map(({ kind }) => kind))).toEqual([
      ['target', 'support'],
      ['target'],
      ['deleted'],
      ['deadline'],
    ]);
    const { before } = data.tasks[0].changes[0];
    expect(BEFORE.slice(before.start, before.end)).toBe('地区生产总值增长6%左右。');
    expect(data.aside).toEqual({ numbersMoved: 1, deadlinesWithYear: 0, years: 0 });
  });
});
