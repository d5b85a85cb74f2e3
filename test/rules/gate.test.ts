/** The list before issuing: what passes, what fails, and what a person has to look at. */
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { EMPTY_REGISTRY, parseRegistry } from '../../server/registry/registry.ts';
import { GATE_RULES, gate } from '../../server/rules/gate.ts';
import { RULES } from '../../server/rules/index.ts';
import { lint } from '../../server/rules/lint.ts';

const REGISTRY =
  '地区：云溪县（县）\n\n单位：云溪县商务局\n简称：县商务局\n\n单位：云溪县财政局\n简称：县财政局\n\n单位：新河镇\n';

const HEAD = `云溪县人民政府文件

云政发〔2026〕3号

云溪县人民政府关于印发2026年重点任务分解的通知

各乡镇人民政府，县政府各部门：

现将2026年重点任务分解印发给你们，请认真抓好落实。

云溪县人民政府
2026年2月10日

`;
const PLAN = `一、做强产业

1.建成冷链物流园。
牵头单位：县商务局。
配合单位：县财政局、新河镇。
完成时限：2026年11月底前。

2.举办春茶开采节。
牵头单位：县商务局。
配合单位：县财政局。
完成时限：2026年3月底前。
`;
const GOOD = HEAD + PLAN;

function statuses(text: string, { registry = REGISTRY, strict = false } = {}): Record<string, string> {
  const notice = readNotice(text);
  const known = registry ? parseRegistry(registry) : EMPTY_REGISTRY;
  const items = gate(notice, lint(notice, { registry: known }), { registry: known, strict });
  for (const { status, remarks } of items) expect(remarks.length > 0).toBe(status === 'fail' || status === 'look');
  return Object.fromEntries(items.map(({ id, status }) => [id, status]));
}

/** What differs from the list of the good notice. */
function differing(text: string, options?: Parameters<typeof statuses>[1]): Record<string, string> {
  const good = statuses(GOOD);
  return Object.fromEntries(Object.entries(statuses(text, options)).filter(([id, status]) => good[id] !== status));
}

describe('the list before issuing', () => {
  it('passes a notice in which all is right', () => {
    const all = statuses(GOOD);
    expect(new Set(Object.values(all))).toEqual(new Set(['pass', 'none']));
    expect(Object.entries(all).filter(([, status]) => status === 'none')).toEqual([
      ['annexes', 'none'],
      ['suppressions', 'none'],
    ]);
  });

  it.each<[string, string, Record<string, string>]>([
    ['a title that is not whole', GOOD.replace('府关于印发', '府关于关于印发'), { title: 'fail' }],
    ['no document number', GOOD.replace('云政发〔2026〕3号\n', ''), { 'document-number': 'fail' }],
    ['a document number in square brackets', GOOD.replace('〔2026〕', '[2026]'), { 'document-number': 'fail' }],
    [
      'no recipients',
      GOOD.replace('各乡镇人民政府，县政府各部门：\n', ''),
      { recipients: 'fail', 'recipients-cover': 'none' },
    ],
    ['towns that are not among the recipients', GOOD.replace('各乡镇人民政府，', ''), { 'recipients-cover': 'fail' }],
    [
      'a unit that may be among them',
      GOOD.replace('县财政局、新', '县税务局、新'),
      { 'recipients-cover': 'look', units: 'look' },
    ],
    ['no date', GOOD.replace('2026年2月10日\n', ''), { signature: 'fail' }],
    ['a gap in the numbers', GOOD.replace('2.举办', '3.举办'), { numbering: 'fail' }],
    [
      'a task without a lead',
      `${GOOD}3.办好灯会。\n配合单位：县财政局。\n完成时限：2026年2月底前。\n\n4.修路。\n牵头单位：县商务局。\n配合单位：县财政局。\n完成时限：2026年12月底前。\n`,
      { duties: 'fail' },
    ],
    ['a total that is wrong', GOOD.replace('一、做强', '（共3项任务）\n\n一、做强'), { sums: 'fail' }],
    [
      'an annex that is not there',
      GOOD.replace('县财政局、新河镇', '县产业领导小组成员单位（见附件）、新河镇'),
      { annexes: 'fail' },
    ],
    ['a blank to be filled in', GOOD.replace('2026年11月底前', '2026年××月底前'), { draft: 'fail' }],
    ['a note to oneself', GOOD.replace('建成冷链物流园。', '建成冷链物流园。（此处待补规模）'), { draft: 'fail' }],
    ['a draft for comment', GOOD.replace('分解的通知', '分解的通知（征求意见稿）'), { draft: 'fail' }],
    ['a comment', `// 再核一遍\n${GOOD}`, { draft: 'look' }],
    [
      'a suppression without a reason',
      GOOD.replace('一、做强', '（共3项任务）\n\n一、做强').replace('（共', '// 免查 total-mismatch\n（共'),
      { suppressions: 'fail' },
    ],
    [
      'a suppression with one',
      GOOD.replace('一、做强', '（共3项任务）\n\n一、做强').replace(
        '（共',
        '// 免查 total-mismatch：另有1项不公开\n（共',
      ),
      { suppressions: 'pass' },
    ],
  ])('%s', (_, text, expected) => expect(differing(text)).toMatchObject(expected));

  it('has the names looked at where there is no registry', () => {
    expect(differing(GOOD, { registry: '' })).toEqual({ units: 'look' });
  });
  it('fails on warnings where that is asked', () => {
    const text = GOOD.replace('县财政局、新河镇', '县商务局、新河镇');
    expect(differing(text)).toEqual({ units: 'look' });
    expect(differing(text, { strict: true })).toEqual({ units: 'fail' });
  });
  it('says nothing is done in a text without tasks', () => {
    expect(statuses('一段文字。\n')).toMatchObject({ title: 'fail', duties: 'fail', numbering: 'none' });
  });
  it('names rules that there are', () => {
    const ids = RULES.map((rule) => rule.id);
    expect(GATE_RULES.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
