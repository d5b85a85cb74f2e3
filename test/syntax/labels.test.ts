import { describe, expect, it } from 'vitest';
import { DEFAULT_VOCABULARY, labelAt, roleOfLabel } from '../../server/syntax/labels.ts';
import type { Role } from '../../server/syntax/roles.ts';

const LABELS: Record<Role, string> = {
  leader:
    '牵头负责领导 责任领导 分管省领导 牵头领导 分管领导 牵头区领导 责任人 第一责任人 包联县领导 分管部领导 市级牵头领导',
  lead: '牵头责任单位 牵头单位 主办单位 第一责任单位 汇总单位 牵头科室（单位） 牵头科室(单位) 牵头部门 牵头司局 市级牵头单位 主办/协办单位',
  support: '协同责任单位 协同单位 配合单位 协办单位 协作单位 其他责任单位 参与单位 配合部门 配合司局 共同责任单位',
  unit: '责任单位 责任部门 责任科室 部门分工 承办单位 落实单位 责任司局 市直责任单位 实施单位',
  deadline: '完成时限 时限要求 完成时间 办结时限 时限 期限 时间节点',
  remark: '备注 备　注',
};

describe('the vocabulary of labels', () => {
  it.each(Object.entries(LABELS).flatMap(([role, labels]) => labels.split(' ').map((label) => [label, role])))(
    '%s is %s',
    (label, role) => expect(roleOfLabel(label!)).toBe(role),
  );

  it.each([
    '发布时间',
    '联系电话',
    '监督电话',
    '附件',
    '信息来源',
    '工作时间',
    '时间',
    '其中',
    '目标',
    '县长',
    '重点工作',
    '抄送',
  ])('%s is none', (label) => expect(roleOfLabel(label)).toBeUndefined());

  it('is extended by an office', () => {
    expect(roleOfLabel('包抓单位')).toBeUndefined();
    expect(roleOfLabel('包抓单位', new Map([['包抓单位', 'lead']]))).toBe('lead');
  });
});

describe('a label that lost its colon', () => {
  const roleAt = (text: string, offset = 0) => labelAt(text, offset, DEFAULT_VOCABULARY)?.text;
  it.each(['责任单位应急办、水利站', '牵头单位县水利局。', '配合单位 县财政局、县商务局（县粮食局）'])('%s', (line) =>
    expect(roleAt(line)).toBe(line.slice(0, 4)),
  );
  it.each([
    '责任单位要按月报送县委办公室、县政府办公室。',
    '牵头单位和配合单位、县水利局',
    '牵头单位主管部门',
    '责任单位一览表',
    '责任单位县发改委牵头，县财政局配合',
    '责任单位应将进展报县委办、县政府办',
  ])('none: %s', (line) => expect(roleAt(line)).toBeUndefined());
  it('behind a bracket or wide blanks', () => {
    expect(roleAt('（责任单位县水利局、县财政局）', 1)).toBe('责任单位');
    expect(roleAt('督办：岑柏　责任单位应急办、各村　时限：5月', 6)).toBe('责任单位');
    expect(roleAt('责任单位应急办、各村　时限：5月')).toBe('责任单位');
    expect(roleAt('推进责任单位应急办、各村建设', 2)).toBeUndefined();
  });
});
