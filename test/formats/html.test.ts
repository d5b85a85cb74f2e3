/** The table as a web page, read as a browser reads it. */
import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { headerOf } from '../../server/formats/table/columns.ts';
import { sheetsOf } from '../../server/formats/table/sheets.ts';
import { officialTable } from '../../server/formats/table/table.ts';
import type { Notice } from '../../server/model/notice.ts';
import { tableAs } from '../support/exported.ts';
import { type Block, makeNotice } from './make.ts';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

function all(node: Node, name: string): Element[] {
  const own = 'tagName' in node && node.tagName === name ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap((child) => all(child, name))] : own;
}

/** As it is copied: a <br> is a line break. */
function textOf(node: Node): string {
  if (node.nodeName === 'br') return '\n';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

const span = (cell: Element, name: string) => Number(attribute(cell, name) ?? 1);

/** What stands in each cell of a table's rows; merged cells fill all that they reach over. */
function grid(rows: readonly Element[]): string[][] {
  const texts: string[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.childNodes.filter((node): node is Element => /^t[dh]$/.test(node.nodeName))) {
      while (texts[at]![column] !== undefined) column++;
      for (let down = 0; down < span(cell, 'rowspan'); down++)
        for (let across = 0; across < span(cell, 'colspan'); across++) {
          expect(texts[at + down]![column + across]).toBeUndefined();
          texts[at + down]![column + across] = textOf(cell);
        }
    }
  });
  return texts;
}

function notice(sentence = (n: number) => `建成冷链物流园${n}期并投入使用`, tasks = 40): Notice {
  const task = (n: number): Block => ({
    text: `${n}.${sentence(n)}。`,
    fields: [
      ['leader', '牵头领导', '周明川'],
      ['lead', '牵头单位', `县发改委、县工信局${n}`],
      ['support', '配合单位', '县财政局、县自然资源局'],
    ],
    deadline: '2026年12月底前',
  });
  const half = Math.ceil(tasks / 2);
  return makeNotice({
    title: '云溪县人民政府办公室关于印发2026年重点工作任务分解方案的通知',
    issuer: '云溪县人民政府办公室',
    blocks: ['一、做强产业', '二、办好实事'].map((text, i) => ({
      text,
      below: [
        {
          text: '（一）加快建设',
          below: Array.from({ length: i ? tasks - half : half }, (_, at) => task(i * half + at + 1)),
        },
      ],
    })),
  });
}

describe('the table as a web page', () => {
  it('has on each page the header, the labels and what the model says', async () => {
    const table = officialTable(notice());
    const sheets = sheetsOf(table);
    const pages = all(parse(String(await tableAs(notice(), 'html'))), 'section');
    expect(pages).toHaveLength(sheets.pages.length);
    expect(pages.length).toBeGreaterThan(3);
    const seen: number[] = [];
    pages.forEach((page, i) => {
      const head = grid(all(all(page, 'thead')[0]!, 'tr'));
      expect(head).toHaveLength(2);
      expect(head[1]!.map((text) => text.replaceAll('\n', ''))).toEqual(table.columns.map(headerOf));
      const rows = grid(all(all(page, 'tbody')[0]!, 'tr'));
      rows.forEach((cells, at) => {
        const { row } = sheets.pages[i]![at]!;
        expect(cells).toEqual(table.rows[row]!.cells);
        seen.push(row);
      });
      expect(textOf(page)).toContain(`— ${i + 1} —`);
    });
    expect(seen).toEqual(table.rows.map((_, row) => row));
  });

  it('is one file that asks for nothing, in Chinese, with title and author', async () => {
    const html = String(await tableAs(notice(), 'html'));
    const document = parse(html);
    expect(attribute(all(document, 'html')[0]!, 'lang')).toBe('zh-CN');
    expect(textOf(all(document, 'title')[0]!)).toBe('2026年重点工作任务分解表');
    const metas = all(document, 'meta').map((meta) => [attribute(meta, 'name'), attribute(meta, 'content')]);
    expect(metas).toContainEqual(['author', '云溪县人民政府办公室']);
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'base']) expect(all(document, name)).toEqual([]);
    expect(html).not.toMatch(/https?:|url\(|@import| on\w+=/);
  });

  it('tells a reader that reads aloud which cell is headed by which', async () => {
    const pages = all(parse(String(await tableAs(notice(), 'html'))), 'section');
    for (const page of pages) {
      const [table] = all(page, 'table');
      expect(textOf(all(table!, 'caption')[0]!)).toMatch(/第\d+页，共\d+页/);
      for (const cell of all(all(table!, 'thead')[0]!, 'th'))
        expect(['col', 'colgroup']).toContain(attribute(cell, 'scope'));
      for (const row of all(all(table!, 'tbody')[0]!, 'tr'))
        expect(all(row, 'th').some((cell) => attribute(cell, 'scope') === 'row')).toBe(true);
    }
    expect(all(pages[0]!, 'h1')).toHaveLength(1);
    expect(all(pages[1]!, 'h1')).toHaveLength(0);
  });

  it('shows any text as it stands', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'云溪县a9"“”（）、，。<>&;#\'/=-!\\`𠀀'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, async (said) => {
        const made = notice(() => `开工${said}完`, 2);
        const rows = all(
          parse(String(await tableAs(made, 'html', { title: `表${said}`, author: said }))),
          'tbody',
        ).flatMap((body) => grid(all(body, 'tr')));
        expect(rows).toEqual(officialTable(made).rows.map(({ cells }) => cells));
      }),
      { numRuns: 100 },
    );
  });

  it('parts a task that is longer than a page, and loses none of it', async () => {
    const long = notice(() => Array.from({ length: 900 }, (_, i) => `第${i}项`).join(''), 2);
    const column = officialTable(long).columns.findIndex(({ id }) => id === 'task');
    const bodies = all(parse(String(await tableAs(long, 'html'))), 'tbody').map((body) => grid(all(body, 'tr')));
    const written = bodies.flat().map((cells) => cells[column]);
    expect(bodies.length).toBeGreaterThan(4);
    expect(written.join('')).toBe(
      officialTable(long)
        .rows.map(({ cells }) => cells[column])
        .join(''),
    );
    for (const rows of bodies) expect(rows[0]![1]).toMatch(/^[一二]、/);
  });
});
