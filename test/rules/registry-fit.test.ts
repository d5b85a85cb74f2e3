/** A registry of another place is said once. */
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { parseRegistry } from '../../server/registry/registry.ts';
import { lint } from '../../server/rules/lint.ts';

const OTHER = parseRegistry('地区：临澜市（市）\n\n单位：市发改委\n\n单位：市财政局\n');
const units = ['县发改委', '县财政局', '县水利局', '县教育局', '县商务局', '县民政局', '县司法局', '县审计局'];
const tasks = units.map(
  (unit, i) => `${i + 1}.推进第${i + 1}项工程。\n牵头单位：${unit}。\n配合单位：${units[(i + 1) % 8]}。\n`,
);
const NOTICE = `云溪县人民政府关于分解落实重点工作的通知\n\n一、工程\n${tasks.join('')}`;

describe('a registry that does not fit', () => {
  it('is one finding, at the title', () => {
    const findings = lint(readNotice(NOTICE), { registry: OTHER });
    expect(findings.map(({ rule, range }) => [rule, range.start])).toEqual([['unit-unknown', 0]]);
    expect(findings[0]!.message.zh).toContain('16处');
  });

  it('is not meant where single names are unknown', () => {
    const own = parseRegistry(
      units
        .slice(0, 6)
        .map((unit) => `单位：${unit}\n`)
        .join('\n'),
    );
    expect(lint(readNotice(NOTICE), { registry: own }).length).toBe(4);
  });
});
