/** Which columns the table has: built-in forms, and columns of an office's own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, flatHeader, officialTable, type Table } from '../../server/formats/table/table.ts';
import { COLUMN_NAMES, type ColumnChoice, LIMITS } from '../../server/formats/table/templates.ts';
import { columnWidths } from '../../server/formats/table/widths.ts';
import { readTable } from '../../server/project/config-table.ts';
import { type Block, makeNotice } from './make.ts';
import { BLOCKS, notice, UNITS } from './template-notice.ts';

/** A table as the configuration asks for it; what it says must be right. */
function table(asked: unknown, blocks: readonly Block[] = BLOCKS): Table {
  const problems: string[] = [];
  const form = readTable(asked, problems);
  expect(problems).toEqual([]);
  return officialTable(makeNotice({ issuer: '云溪县人民政府', blocks }), { form });
}

const columns = (...names: unknown[]): Table => table({ columns: names });
const header = (made: Table): string => flatHeader(made).join('|');
const rows = ({ rows }: Table): string[] => rows.map(({ cells }) => cells.join('|').replaceAll('\n', '/'));
/** Each cell of the header: its text, and where and how far it stands. */
const headerCells = (made: Table) =>
  made.header.map(({ words, row, rows, column, columns }) => `${words.join('')} ${row}+${rows} ${column}+${columns}`);

describe('the built-in forms', () => {
  test('full is what there is without a configuration', () => {
    expect(table({ template: 'full' })).toEqual(officialTable(notice));
    expect(table({})).toEqual(officialTable(notice));
    expect(table(undefined)).toEqual(officialTable(notice));
  });

  test('brief: what, who, by when; sentences stay whole', () => {
    const brief = table({ template: 'brief' });
    expect(header(brief)).toBe('序号|主要任务|牵头责任单位|协同责任单位|完成时限');
    expect(rows(brief)).toEqual([
      '1|油菜籽产量稳定在0.8亿斤以上|县农业农村局|县财政局、县林业局，各乡镇|',
      '2|新建生态茶园|县农业农村局|县财政局、县林业局，各乡镇；县水利局、县供销社|6月底前',
      '3|推广菌菇||县水利局、县供销社|',
      '4|恢复渡口|县农业农村局||',
    ]);
    expect(brief.merges).toEqual([]);
    expect(brief.rows.map(({ spans }) => spans)).toEqual([[], [], [{ column: 2, columns: 2, shows: 3 }], []]);
  });

  test('progress: columns that the units fill in', () => {
    const progress = table({ template: 'progress' });
    expect(header(progress)).toBe(
      '序号|重点工作|主要任务|牵头责任单位|协同责任单位|完成时限|进展情况|存在问题|下一步措施',
    );
    expect(progress.rows.every(({ cells }) => cells.slice(6).every((cell) => cell === ''))).toBe(true);
    expect(progress.merges).toEqual([{ column: 1, from: 1, to: 2 }]);
  });

  test.each([
    ['full', '序号|主要任务|完成时限|责任单位|备注'],
    ['brief', '序号|主要任务|责任单位|完成时限'],
    ['progress', '序号|主要任务|责任单位|完成时限|进展情况|存在问题|下一步措施'],
  ])('%s leaves out what the notice does not say', (template, expected) => {
    expect(header(table({ template }, [{ text: '1.采茶。', fields: [UNITS] }]))).toBe(expected);
  });
});

describe('columns of an office’s own', () => {
  test('are there in their order, filled or not, named in Chinese or by id', () => {
    const chosen = columns('备注', 'n', '完成时限', 'task', '牵头领导');
    expect(header(chosen)).toBe('备注|序号|完成时限|主要任务|牵头县领导');
    expect(rows(chosen)[1]).toBe('|2|6月底前|新建生态茶园|岑柏');
    expect(header(table({ columns: ['主要任务', '牵头责任单位'] }, [{ text: '1.采茶。', fields: [UNITS] }]))).toBe(
      '主要任务|牵头责任单位',
    );
  });

  test('override the built-in form', () => {
    expect(header(table({ template: 'progress', columns: ['主要任务'] }))).toBe('主要任务');
  });

  test('every name is a column', () => {
    for (const [name, { id, title }] of COLUMN_NAMES) {
      const [column] = columns(name).columns;
      expect(column!.id).toBe(id);
      if (title) expect(column!.words.join('')).toBe(name);
    }
  });

  test('are renamed, widened, and empty where they are only a title', () => {
    const chosen = columns('序号', { column: '主要任务', title: '工作任务', width: 100 }, { title: '进展情况' });
    expect(header(chosen)).toBe('序号|工作任务|进展情况');
    expect(rows(chosen)[0]).toBe('1|油菜籽产量稳定在0.8亿斤以上|');
    expect(columnWidths(chosen, 225)[1]).toBe(100);
  });

  test.each([
    ['进展情况', ['进展', '情况']],
    ['下一步措施', ['下一步', '措施']],
    ['责任人', ['责任人']],
    ['KPI 完成率', ['KPI 完成率']],
    [' 存在\n问题\u0000 ', ['存在 问题']],
  ])('the header %j breaks as it is read', (title, words) => {
    expect(columns({ title }).columns[0]!.words).toEqual(words);
  });

  test('are at least one and at most as many as a page bears', () => {
    const many = Array.from({ length: LIMITS.columns }, (_, i) => ({ title: `第${i}栏` }));
    expect(columns(...many).columns).toHaveLength(LIMITS.columns);
  });
});

describe('a sentence is taken apart only where 主要任务 stands right behind 工作内容', () => {
  test.each([
    [['工作内容', '主要任务'], '1.油菜籽产量|稳定在0.8亿斤以上'],
    [['主要任务', '工作内容'], '油菜籽产量稳定在0.8亿斤以上|'],
    [['工作内容', '完成时限', '主要任务'], '||油菜籽产量稳定在0.8亿斤以上'],
    [['重点工作', '主要任务'], '一、稳住目标|油菜籽产量稳定在0.8亿斤以上'],
    [['工作内容'], ''],
  ])('%j', (names, expected) => {
    expect(rows(columns(...names))[0]).toBe(expected);
  });
});

describe('cells reach only over neighbours', () => {
  const spans = (...names: string[]) => columns(...names).rows.map((row) => row.spans);

  test('a task over the headings beside it, on either side', () => {
    expect(spans('重点工作', '工作内容', '主要任务')[3]).toEqual([{ column: 0, columns: 3, shows: 2 }]);
    expect(spans('重点工作', '主要任务', '工作内容')[3]).toEqual([{ column: 0, columns: 3, shows: 1 }]);
    expect(spans('主要任务', '备注', '工作内容', '重点工作')).toEqual([[], [], [], []]);
  });

  test('a heading that the row has stays its own', () => {
    expect(spans('主要任务', '工作内容', '重点工作')[0]).toEqual([{ column: 0, columns: 2, shows: 0 }]);
    expect(spans('重点工作', '主要任务')[1]).toEqual([]);
  });

  test('责任单位 over both columns of units, in either order', () => {
    expect(spans('牵头责任单位', '协同责任单位')[2]).toEqual([{ column: 0, columns: 2, shows: 1 }]);
    expect(spans('协同责任单位', '牵头责任单位')[2]).toEqual([{ column: 0, columns: 2, shows: 0 }]);
    expect(spans('牵头责任单位', '主要任务', '协同责任单位')[2]).toEqual([]);
  });

  test('headings run down wherever their column stands', () => {
    expect(columns('主要任务', '序号', '重点工作', '工作内容').merges).toEqual([
      { column: 2, from: 1, to: 2 },
      { column: 3, from: 1, to: 2 },
    ]);
  });
});

test('whatever the columns and their order, each place of the table is taken once, and no heading is lost', () => {
  const ids = [...COLUMN_NAMES].filter(([name]) => /^\w/.test(name)).map(([, choice]) => choice);
  const choice = fc.record({ width: fc.option(fc.integer({ min: 8, max: 60 }), { nil: undefined }) });
  const anyColumns = fc
    .tuple(fc.shuffledSubarray(ids, { minLength: 1 }), fc.array(fc.nat(10), { maxLength: 3 }), fc.array(choice))
    .map(([chosen, blanks, extras]) => {
      const all: ColumnChoice[] = [...chosen];
      for (const at of blanks) all.splice(at, 0, { id: 'blank', title: '进展', group: '督办' });
      return all.map((column, i) => (extras[i]?.width ? { ...column, width: extras[i].width } : column));
    });
  fc.assert(
    fc.property(anyColumns, (choices) => {
      const made = officialTable(notice, { form: { template: 'full', columns: choices } });
      expect(made.columns.map(({ id }) => id)).toEqual(choices.map(({ id }) => id));
      const taken = Array.from({ length: made.headerRows }, () => made.columns.map(() => 0));
      for (const { row, rows, column, columns } of made.header)
        for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) taken[r]![c]!++;
      expect(taken.flat().every((times) => times === 1)).toBe(true);
      for (const row of made.rows) {
        const shown = made.columns.map((_, at) => cellAt(row, at)).filter(({ columns }) => columns > 0);
        expect(shown.reduce((sum, { columns }) => sum + columns, 0)).toBe(made.columns.length);
        expect(shown.map(({ text }) => text).join('')).toBe(row.cells.join(''));
      }
      expect(columnWidths(made, 225).reduce((sum, width) => sum + width, 0)).toBeCloseTo(225);
    }),
  );
});

describe('who answers', () => {
  const second = (...names: string[]) => rows(columns(...names))[1];

  test('责任单位 alone shows all, lead units first', () => {
    expect(second('责任单位')).toBe('县农业农村局；县财政局、县林业局，各乡镇；县水利局、县供销社');
  });
  test('a unit stands in the column of its own where there is one', () => {
    expect(second('牵头责任单位', '责任单位')).toBe('县农业农村局|县财政局、县林业局，各乡镇；县水利局、县供销社');
    expect(second('责任单位', '协同责任单位')).toBe('县农业农村局；县水利局、县供销社|县财政局、县林业局，各乡镇');
    expect(second('牵头责任单位', '协同责任单位', '责任单位')).toBe(
      '县农业农村局|县财政局、县林业局，各乡镇|县水利局、县供销社',
    );
  });
  test('a unit never stands in a column that says otherwise', () => {
    expect(rows(columns('牵头责任单位'))[2]).toBe('');
    expect(second('协同责任单位')).toBe('县财政局、县林业局，各乡镇');
  });
});

describe('the header above columns that belong together', () => {
  test('only where they stand side by side', () => {
    expect(headerCells(columns('工作内容', '主要任务', '牵头责任单位', '备注', '协同责任单位'))).toEqual([
      '具体任务分解 0+1 0+2',
      '工作内容 1+1 0+1',
      '主要任务 1+1 1+1',
      '牵头责任单位 0+2 2+1',
      '备注 0+2 3+1',
      '协同责任单位 0+2 4+1',
    ]);
    expect(columns('工作内容', '备注', '主要任务').headerRows).toBe(1);
  });

  test('stays over a column of another name, and goes where it is asked to', () => {
    expect(headerCells(columns('牵头单位', '协同单位'))[0]).toBe('责任单位 0+1 0+2');
    expect(columns({ column: '牵头单位', group: '' }, '协同单位').headerRows).toBe(1);
  });

  test('is of the office’s own, and may come twice', () => {
    const own = columns(
      { title: '进展', group: '督办' },
      { title: '问题', group: '督办' },
      '序号',
      { title: '措施', group: '督办' },
      { title: '时间', group: '督办' },
    );
    expect(headerCells(own).filter((cell) => cell.startsWith('督办'))).toEqual(['督办 0+1 0+2', '督办 0+1 3+2']);
  });
});

describe('the widths', () => {
  /** A caller of the core may ask for more than the configuration lets anyone ask for. */
  const widths = (...names: unknown[]) =>
    columnWidths(officialTable(notice, { form: readTable({ columns: names }, []) }), 225);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

  test.each([
    [['序号', '主要任务', '备注']],
    [[{ column: '主要任务', width: 60 }]],
    [['序号', { column: '主要任务', width: 60 }, { title: '进展' }]],
    [
      [
        { column: '主要任务', width: 200 },
        { column: '备注', width: 200 },
      ],
    ],
    [['主要任务', '重点工作', ...Array.from({ length: 18 }, (_, i) => ({ title: `第${i}栏`, width: 200 }))]],
    [[{ title: '甲' }, { title: '乙', width: 8 }]],
  ])('fill the page: %j', (names) => {
    const made = widths(...names);
    expect(sum(made)).toBeCloseTo(225);
    expect(Math.min(...made)).toBeGreaterThan(4);
  });

  test('are as set where the other columns have room', () => {
    expect(widths('序号', { column: '主要任务', width: 60 }, '责任单位')).toEqual([10, 60, 155]);
    expect(widths('序号', { column: '主要任务', width: 60 }, { title: '进展' })).toEqual([10, 60, 155]);
  });

  test('give way where a text would have none, but not the number', () => {
    const [n, task, wide] = widths('序号', '主要任务', { title: '进展', width: 200 }) as [number, number, number];
    expect(n).toBe(10);
    expect(task).toBeGreaterThan(30);
    expect(wide).toBeGreaterThan(150);
  });
});
