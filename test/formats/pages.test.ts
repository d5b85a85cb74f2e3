import { describe, expect, test } from 'vitest';
import { fitWords, linesIn, widthOf } from '../../server/formats/page/measure.ts';
import { layOut, type Setting, splitMerges } from '../../server/formats/table/pages.ts';
import { officialTable, type Table } from '../../server/formats/table/table.ts';
import { columnWidths } from '../../server/formats/table/widths.ts';
import { type Block, makeNotice } from './make.ts';

describe('the lines of a text', () => {
  test.each([
    ['', 5, 1],
    ['采茶', 5, 1],
    ['春茶采摘', 4, 1],
    ['春茶采摘期', 4, 2],
    ['一\n二', 5, 2],
    // A mark doesn't start a line: the character before it comes along.
    ['春茶采摘，期', 4, 2],
    ['春茶采摘，期间停', 4, 3],
    // A bracket doesn't end one.
    ['春茶采（摘）', 4, 2],
    // A number stays whole.
    ['春茶1200000', 4, 2],
    ['1'.repeat(100), 5, 11],
    // A quarter em is free where Han and Latin characters meet, but for the ends of a line.
    ['建5座桥', 4, 2],
    ['建5座桥', 4.05, 1],
    ['建桥5座', 2, 2],
    ['（5）座', 3.6, 1],
  ])('%j in %d em', (text, width, lines) => {
    expect(linesIn(text, width)).toBe(lines);
  });

  test('Han characters and full-width marks are an em wide, the rest about half', () => {
    expect(widthOf('采茶（春）')).toBe(5);
    expect(widthOf('“采”')).toBe(3);
    expect(widthOf('5%')).toBeCloseTo(1.1);
    expect(widthOf('𠀀')).toBe(1);
  });

  test('a header is broken between its words only', () => {
    expect(fitWords(['牵头', '区领导'], 5)).toBe('牵头区领导');
    expect(fitWords(['牵头', '区领导'], 4)).toBe('牵头\n区领导');
  });
});

test('a merge is split at each page, and what is left of one row is none', () => {
  const merges = [{ column: 1, from: 2, to: 9 }];
  expect(splitMerges(merges, [])).toEqual(merges);
  expect(splitMerges(merges, [2, 10])).toEqual(merges);
  expect(splitMerges(merges, [3, 6])).toEqual([
    { column: 1, from: 3, to: 5 },
    { column: 1, from: 6, to: 9 },
  ]);
});

/** A table of `count` tasks under two headings. */
function tableOf(count: number, text: (i: number) => string, heading = '壮大茶产业'): Table {
  const tasks = (from: number, to: number): Block[] =>
    Array.from({ length: to - from }, (_, i) => ({
      text: `${from + i + 1}）${text(from + i)}`,
      fields: [['lead', '牵头单位', '县农业农村局']],
    }));
  const half = Math.ceil(count / 2);
  const blocks = [
    { text: '一、产业', below: [{ text: `1.${heading}`, below: tasks(0, half) }] },
    { text: '二、民生', below: [{ text: '2.办好实事', below: tasks(half, count) }] },
  ];
  return officialTable(makeNotice({ blocks }));
}

function setting(table: Table): Setting {
  return {
    widths: columnWidths(table, 640),
    fontSize: 10.5,
    pitch: 16,
    padding: { across: 6, down: 4 },
    page: 440,
    above: 80,
  };
}

describe('the pages', () => {
  const table = tableOf(60, (i) => `${'修缮村道'.repeat(1 + ((i * 7) % 11))}。`);
  const layout = layOut(table, setting(table));

  test('hold their rows, and are full but for the last', () => {
    const starts = [0, ...layout.breaks, table.rows.length];
    expect(layout.breaks.length).toBeGreaterThan(3);
    for (let page = 0; page + 1 < starts.length; page++) {
      const used = layout.heights.slice(starts[page], starts[page + 1]).reduce((a, b) => a + b, page ? 0 : 80);
      expect(used).toBeLessThanOrEqual(layout.room + 1e-6);
      if (page + 2 < starts.length) expect(used).toBeGreaterThan(layout.room * 0.8);
    }
  });

  test('start with the label written again', () => {
    for (const start of layout.breaks) {
      for (const { column, from, to } of layout.merges) {
        if (from < start && to >= start)
          throw new Error(`column ${column} reaches over the page that starts at ${start}`);
      }
    }
  });

  test('no row is lower than what is kept free at the foot of a page', () => {
    expect(Math.min(...layout.heights)).toBeGreaterThan(
      440 - layout.headerHeights.reduce((a, b) => a + b) - layout.room,
    );
  });

  test('columns fill the table’s width', () => {
    expect(columnWidths(table, 640).reduce((a, b) => a + b)).toBeCloseTo(640);
  });
});

test('the last row of a block grows where its label needs more', () => {
  const short = tableOf(2, () => '采茶。');
  const long = tableOf(2, () => '采茶。', '壮大茶产业带动乡村旅游与林下种植融合发展'.repeat(3));
  const height = (table: Table) => layOut(table, setting(table)).heights[0]!;
  expect(height(long)).toBeGreaterThan(height(short));
});

test('a row taller than a page, and no rows at all', () => {
  const tall = tableOf(3, (i) => '修缮村道'.repeat(i === 1 ? 2000 : 1));
  const layout = layOut(tall, setting(tall));
  expect(layout.heights[1]).toBeGreaterThan(layout.room);
  const none = officialTable(makeNotice({ blocks: [] }));
  expect(layOut(none, setting(none)).heights).toEqual([]);
});

test('ten thousand tasks fall on pages, each with its row', () => {
  const table = tableOf(10_000, (i) => '修缮村道'.repeat(1 + (i % 20)));
  const { breaks, heights, room } = layOut(table, setting(table));
  expect(heights).toHaveLength(10_000);
  const starts = [0, ...breaks, heights.length];
  for (let page = 0; page + 1 < starts.length; page++) {
    const used = heights.slice(starts[page], starts[page + 1]).reduce((a, b) => a + b, 0);
    expect(used).toBeLessThanOrEqual(room + 1e-6);
  }
});

test('on each page, a label has room in the rows that it stands beside', () => {
  for (let seed = 1; seed < 60; seed++) {
    const tasks = (from: number): Block[] =>
      Array.from({ length: 3 }, (_, i) => ({
        text: `${i + 1}）${'修缮村道'.repeat(1 + (((from + i) * 7 + seed) % 9))}。`,
        fields: [['lead', '牵头单位', '县农业农村局']],
      }));
    const below = Array.from({ length: 12 }, (_, i) => ({
      text: `${i + 1}.${'带动乡村旅游与林下种植融合发展'.repeat(1 + ((i + seed) % 5))}`,
      below: tasks(i * 3),
    }));
    const table = officialTable(makeNotice({ blocks: [{ text: '一、壮大茶产业', below }] }));
    const set = setting(table);
    const { breaks, heights } = layOut(table, set);
    const starts = [0, ...breaks, heights.length];
    for (const { column, from, to } of table.merges) {
      const width = (set.widths[column]! - set.padding.across) / set.fontSize;
      const needs = linesIn(table.rows[from]!.cells[column]!, width) * set.pitch + set.padding.down;
      starts.slice(1).forEach((end, page) => {
        const [first, last] = [Math.max(from, starts[page]!), Math.min(to + 1, end)];
        if (first >= last) return;
        const has = heights.slice(first, last).reduce((a, b) => a + b, 0);
        expect(has, `${seed}: rows ${first} to ${last}`).toBeGreaterThanOrEqual(needs - 1e-6);
      });
    }
  }
});
