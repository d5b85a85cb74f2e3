/** What a configuration may say of the table, and what it is told where it says something else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_NAMES, LIMITS, TEMPLATE_IDS } from '../../server/formats/table/templates.ts';
import { parseConfig } from '../../server/project/config-read.ts';
import { readTable } from '../../server/project/config-table.ts';
import { root } from '../support/shared.ts';

function problemsOf(table: unknown): string[] {
  return parseConfig(JSON.stringify({ table })).problems;
}

describe('“table” of the configuration', () => {
  it('is the full form where nothing is said', () => {
    expect(parseConfig('{}').config.for('a.notice').table).toEqual({ template: 'full' });
  });

  it('names a form, or columns', () => {
    const { config, problems } = parseConfig(`{
      // 督办台账
      "table": { "template": "brief", "columns": ["序号", { "column": "task", "title": "任务", "width": 60 }, { "title": "进展" }] },
    }`);
    expect(problems).toEqual([]);
    expect(config.for('a.notice').table).toEqual({
      template: 'brief',
      columns: [{ id: 'n' }, { id: 'task', title: '任务', width: 60 }, { id: 'blank', title: '进展' }],
    });
  });

  it.each([
    ['x', '“table”应为对象'],
    [{ rows: 1 }, '“table”没有“rows”这一项'],
    [{ template: 'long' }, 'full、brief、progress'],
    [{ template: 'constructor' }, 'full、brief、progress'],
    [{ columns: '序号' }, '“columns”应为各栏的列表'],
    [{ columns: [] }, '“columns”应为各栏的列表'],
    [{ columns: ['进展情况'] }, '没有“进展情况”这一栏，可写 序号、重点工作'],
    [{ columns: ['进展情况'] }, '写成 {"title": "进展情况"}'],
    [{ columns: ['__proto__'] }, '没有“__proto__”这一栏'],
    [{ columns: ['blank'] }, '没有“blank”这一栏'],
    [{ columns: [{ column: '进度' }] }, '没有“进度”这一栏'],
    [{ columns: ['序号', 1] }, '第2项应为栏名'],
    [{ columns: [{}] }, '第1项应写明“column”或“title”'],
    [{ columns: [{ width: 20 }] }, '第1项应写明“column”或“title”'],
    [{ columns: [{ title: ' ' }] }, '“title”应为1到20个字'],
    [{ columns: [{ title: '长'.repeat(21) }] }, '“title”应为1到20个字'],
    [{ columns: [{ column: '备注', width: '20' }] }, '“width”应为8到200的数字（毫米）'],
    [{ columns: [{ column: '备注', width: 7 }] }, '“width”应为8到200'],
    [{ columns: [{ column: '备注', group: 1 }] }, '“group”应为不超过20个字'],
    [
      {
        columns: [
          { title: '甲', width: 120 },
          { title: '乙', width: 120 },
        ],
      },
      '宽度共240毫米，超过整张表的225毫米',
    ],
    [{ columns: [{ column: 1 }] }, '“column”应为栏名'],
    [{ columns: [{ column: '备注', wide: 1 }] }, '第1项没有“wide”这一项'],
    [{ columns: ['备注', { column: 'remark', title: '说明' }] }, '“备注”写了两次'],
    [{ columns: ['牵头单位', '牵头责任单位'] }, '“牵头责任单位”写了两次'],
    [{ columns: Array.from({ length: LIMITS.columns + 1 }, () => ({ title: '空' })) }, '最多20栏'],
  ])('%j: %s', (table, says) => {
    const problems = problemsOf(table);
    expect(problems.join('\n')).toContain(says);
    // Chinese first, English beside it, one of each.
    for (const problem of problems) expect(problem.split(' / ')).toHaveLength(2);
  });

  it('leaves out what is wrong and keeps the rest', () => {
    const { config } = parseConfig('{"table": {"columns": ["序号", "甲", {"title": "乙", "width": 1}, "备注"]}}');
    expect(config.for('a.notice').table.columns).toEqual([{ id: 'n' }, { id: 'remark' }]);
    expect(parseConfig('{"table": {"columns": ["甲"]}}').config.for('a.notice').table).toEqual({ template: 'full' });
  });

  it('is described in full, by examples that hold', () => {
    const page = readFileSync(path.join(root, 'docs/config.md'), 'utf8');
    const blocks = [...page.matchAll(/^```jsonc?\n([\s\S]*?)^```$/gm)].map(([, block]) => block!);
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks) expect(parseConfig(block).problems, block).toEqual([]);
    const section = page.slice(page.indexOf('## table'));
    for (const name of [...COLUMN_NAMES.keys(), ...TEMPLATE_IDS]) expect(section).toContain(`\`${name}\``);
    expect(section).toContain(`最多${LIMITS.columns}栏`);
    expect(section).toContain(`最多${LIMITS.title}个字`);
    const { least, most, together } = LIMITS.width;
    expect(section).toContain(`${least}到${most}；各栏写明的宽度合起来不超过${together}`);
  });

  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (template, columns) => {
        readTable({ template, columns }, []);
        readTable({ columns: [columns, { column: template, title: columns, width: template, group: columns }] }, []);
        readTable(columns, []);
      }),
    );
  });
});
