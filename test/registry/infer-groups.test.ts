/** Groups get the members that the notice's annex lists. */
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { inferRegistry } from '../../server/registry/infer.ts';
import { membersOf, preferredName } from '../../server/registry/registry.ts';

const NOTICE = `云溪县人民政府关于分解落实重点工作的通知

一、质量提升
1.争创质量奖。
牵头责任单位：县市场监管局。
协同责任单位：县质量强县工作领导小组成员单位（见附件）。
2.推进标准化。
牵头责任单位：县市场监管局、县财政局。
协同责任单位：各乡镇街道。

附件

一、县质量强县工作领导小组成员名单
县财政局、县市场监管局，县气象局。
`;

describe('an inferred registry', () => {
  it('lists the members of a group that an annex lists, also those that no task names', () => {
    const { text, registry } = inferRegistry([readNotice(NOTICE)]);
    const group = registry.groups.find(({ name }) => name === '县质量强县工作领导小组成员单位')!;
    expect(membersOf(registry, group).map(preferredName)).toEqual(['县财政局', '县市场监管局', '县气象局']);
    expect(registry.problems).toEqual([]);
    expect(text).toContain('单位组：各乡镇街道');
  });
  it('takes no one for a unit whom an annex lists by name and office', () => {
    const { registry } = inferRegistry([
      readNotice(
        '1.修路。\n责任单位：县交通局、县财政局\n\n附件\n\n专班成员名单\n\n林知远　县政府办公室主任\n沈嘉禾　县财政局局长\n',
      ),
    ]);
    expect(registry.units.map(({ name }) => name)).toEqual(['县交通局', '县财政局']);
  });
  it('proposes no unit 镇 for 各有关街道、镇', () => {
    const { registry } = inferRegistry([
      readNotice(
        '1.修路。（责任单位：县交通局，各有关街道、镇）\n2.架桥。（责任单位：各街道办事处、镇人民政府，县财政局）\n',
      ),
    ]);
    expect(registry.units.map(({ name }) => name)).toEqual(['县交通局', '县财政局']);
  });
});
