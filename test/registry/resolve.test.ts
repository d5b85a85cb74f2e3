import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_REGISTRY, parseRegistry } from '../../server/registry/registry.ts';
import { type At, isOpenGroup, type Resolution, resolve, resolveLeader } from '../../server/registry/resolve.ts';
import { secondsOf } from './marks.ts';

const yunxi = parseRegistry(readFileSync(new URL('../../examples/云溪县.registry', import.meta.url), 'utf8'));

/** 'kind 单位 → 建议' — what a resolution says, in a line. */
function said({ kind, unit, group, expected, nearest, candidates, unlisted }: Resolution): string {
  const names = candidates?.map(({ name }) => name) ?? nearest;
  const one = unit ?? group;
  return [
    kind,
    one?.name,
    expected && expected !== one?.name && `→ ${expected}`,
    names?.join('、'),
    unlisted && `? ${unlisted.join('、')}`,
  ]
    .filter(Boolean)
    .join(' ');
}

it('ships an example without problems', () => {
  expect(yunxi.problems).toEqual([]);
});

type Case = [name: string, at: At, says: string];
const none: At = {};

describe('resolve', () => {
  const cases: Record<string, Case[]> = {
    exact: [
      ['云溪县财政局', none, 'exact 云溪县财政局 → 县财政局'],
      ['县财政局', none, 'exact 云溪县财政局 → 县财政局'],
      ['临澜市云溪县财政局', none, 'exact 云溪县财政局 → 县财政局'],
      ['县 财 政 局', none, 'exact 云溪县财政局 → 县财政局'],
      ['县发改委', none, 'exact 云溪县发展和改革委员会 → 县发展改革委'],
      ['云溪县发改委', none, 'exact 云溪县发展和改革委员会 → 县发展改革委'],
      ['县生态环境分局', none, 'exact 临澜市云溪县生态环境分局 → 县生态环境分局'],
      ['青石镇', none, 'exact 青石镇'],
      ['云溪县青石镇', none, 'exact 青石镇'],
    ],
    alias: [
      ['县自然资源规划局', none, 'alias 云溪县自然资源和规划局 → 县自然资源和规划局'],
      ['云溪经开区管委会', none, 'alias 云溪经济开发区管理委员会 → 县开发区管委会'],
      ['开发区管委会', none, 'alias 云溪经济开发区管理委员会 → 县开发区管委会'],
      ['商务局', { previous: ['青石镇'] }, 'alias 云溪县商务局 → 县商务局'],
      ['青石镇人民政府', none, 'alias 青石镇'],
      [
        '经开区',
        { aliases: new Map([['经开区', '云溪经济开发区管理委员会']]) },
        'alias 云溪经济开发区管理委员会 → 县开发区管委会',
      ],
      ['国资办', { aliases: new Map([['国资办', '县财政局（县国资委）']]) }, 'alias 云溪县财政局 → 县财政局'],
    ],
    elided: [
      ['商务局', { previous: ['县财政局'] }, 'elided 云溪县商务局 → 县商务局'],
      ['商务局', { previous: ['县财政局（县国资委）', '教体局', '青石镇'] }, 'elided 云溪县商务局 → 县商务局'],
      ['住建局', { previous: ['云溪县水利局', '公安局'] }, 'elided 云溪县住房和城乡建设局 → 县住房城乡建设局'],
      ['林业局', { previous: ['县水利局'] }, 'second-name 云溪县自然资源和规划局 → 县自然资源和规划局'],
    ],
    'second-name': [
      ['县林业局', none, 'second-name 云溪县自然资源和规划局 → 县自然资源和规划局'],
      ['县数字经济办', none, 'second-name 云溪县科技经济信息化局 → 县科技经信局'],
      ['县发改委（县粮食和物资储备局）', none, 'second-name 云溪县发展和改革委员会 → 县发展改革委'],
      ['县发改委(粮食和储备局)', none, 'second-name 云溪县发展和改革委员会 → 县发展改革委'],
      ['县财政局〔国资委、金融办〕', none, 'second-name 云溪县财政局 → 县财政局'],
      ['县财政局（统计局（筹））', none, 'second-name 云溪县财政局 → 县财政局 ? 统计局（筹）'],
      ['县发改委（县价格局）', none, 'second-name 云溪县发展和改革委员会 → 县发展改革委 ? 县价格局'],
      ['县开发区管委会（以下简称开发区）', none, 'exact 云溪经济开发区管理委员会 → 县开发区管委会'],
      ['县应急管理局（牵头）', none, 'exact 云溪县应急管理局 → 县应急管理局'],
    ],
    group: [
      ['县直相关单位', none, 'group 县直相关单位'],
      ['云溪县县直相关单位', none, 'group 县直相关单位'],
      ['各乡镇（街道）', none, 'group 各乡镇街道'],
      ['各乡镇人民政府', none, 'group 各乡镇街道'],
      ['有关乡镇', none, 'group'],
      ['县推进办成员单位（见附件）', none, 'group'],
      ['县推进专班（见附件）', none, 'group'],
    ],
    'not-valid': [
      ['县计委', { date: '2024-05-01' }, 'not-valid 云溪县计划委员会 → 县发展改革委'],
      ['县发改委', { date: '2018-05-01' }, 'not-valid 云溪县发展和改革委员会 → 县计委'],
      ['县农业局', { date: '2024-05-01' }, 'not-valid 云溪县农业局 → 县农业农村局'],
      ['农业局', { date: '2024-05-01', previous: ['县财政局'] }, 'not-valid 云溪县农业局 → 县农业农村局'],
      ['县计委', { date: '2019-02-28' }, 'exact 云溪县计划委员会 → 县计委'],
      ['县发改委', { date: '2019-03-01' }, 'exact 云溪县发展和改革委员会 → 县发展改革委'],
      ['县计委', none, 'exact 云溪县计划委员会 → 县计委'],
    ],
    unknown: [
      ['县商物局', none, 'unknown 县商务局'],
      ['县商务和粮食局', none, 'unknown 县商务局'],
      ['县教育体育局', none, 'unknown 云溪县教育和体育局'],
      ['县市场局', none, 'unknown 县市场监管局'],
      ['云溪县住建委', none, 'unknown 县住建局'],
      ['县税务局', none, 'unknown'],
      ['海事处', { previous: ['县财政局'] }, 'unknown'],
      ['', none, 'unknown'],
      ['（', none, 'unknown'],
    ],
  };
  for (const [kind, list] of Object.entries(cases)) {
    it.each(list)(`${kind}: %s`, (name, at, says) => expect(said(resolve(yunxi, name, at))).toBe(says));
  }

  it('says since when and until when, and who stands in its place', () => {
    expect(resolve(yunxi, '县计委', { date: '2024-01-01' })).toMatchObject({
      until: '2019-02-28',
      successor: { name: '云溪县发展和改革委员会' },
    });
    expect(resolve(yunxi, '县发改委', { date: '2018-01-01' })).toMatchObject({ since: '2019-03-01' });
  });

  it('follows successors as far as the date', () => {
    const registry = parseRegistry(
      '单位：甲局\n撤销：2010年\n后继：乙局\n单位：乙局\n启用：2011年\n撤销：2018年\n单位：丙局\n启用：2019年\n前身：乙局',
    );
    expect(resolve(registry, '甲局', { date: '2015-06-01' }).successor?.name).toBe('乙局');
    expect(resolve(registry, '甲局', { date: '2024-06-01' }).successor?.name).toBe('丙局');
    expect(resolve(registry, '丙局', { date: '2005-06-01' }).successor?.name).toBe('甲局');
  });

  it('takes the bearer of a name that is valid at the date', () => {
    const registry = parseRegistry(
      '单位：县甲委员会\n简称：县发改委\n撤销：2019年2月\n单位：县乙局\n简称：县发改委\n启用：2019年3月\n前身：县甲委员会',
    );
    expect(registry.problems).toEqual([]);
    expect(said(resolve(registry, '县发改委', { date: '2018-01-01' }))).toBe('exact 县甲委员会 → 县发改委');
    expect(said(resolve(registry, '县发改委', { date: '2020-01-01' }))).toBe('exact 县乙局 → 县发改委');
    expect(said(resolve(registry, '县发改委'))).toBe('exact 县乙局 → 县发改委');
  });

  describe('in several places', () => {
    const region = parseRegistry(
      '地区：临澜市（市）\n地区：云溪县（县）\n地区：白河县（县）\n' +
        '单位：临澜市财政局\n单位：云溪县财政局\n单位：白河县财政局\n单位：云溪县商务局\n单位：市委宣传部\n隶属：临澜市\n单位：市委组织部\n隶属：临澜市',
    );
    it.each<Case>([
      ['市财政局', none, 'exact 临澜市财政局'],
      ['县财政局', none, 'ambiguous 云溪县财政局、白河县财政局'],
      ['县财政局', { place: '白河县' }, 'exact 白河县财政局'],
      ['县商务局', none, 'exact 云溪县商务局'],
      ['财政局', none, 'ambiguous 临澜市财政局、云溪县财政局、白河县财政局'],
      ['财政局', { previous: ['云溪县商务局'] }, 'elided 云溪县财政局'],
      ['财政局', { previous: ['县商务局'], place: '云溪县' }, 'elided 云溪县财政局'],
      ['财政局', { previous: ['县商务局', '市审计局'] }, 'elided 临澜市财政局'],
      ['宣传部', { previous: ['市委组织部'] }, 'elided 市委宣传部'],
      ['宣传部', none, 'unknown'],
    ])('%s %j', (name, at, says) => expect(said(resolve(region, name, at))).toBe(says));
  });

  it('knows names with brackets in them, and ambiguous second names', () => {
    const registry = parseRegistry(
      '单位：县大气（水）污染防治指挥部\n单位：甲公司（乙分部）\n单位：丙局\n挂牌：县金融办\n单位：丁局\n挂牌：县金融办',
    );
    expect(said(resolve(registry, '县大气(水)污染防治指挥部'))).toBe('exact 县大气（水）污染防治指挥部');
    expect(said(resolve(registry, '甲公司(乙分部)'))).toBe('second-name 甲公司');
    expect(said(resolve(registry, '县金融办'))).toBe('ambiguous 丙局、丁局');
  });

  it('completes an end that a name after says', () => {
    const registry = parseRegistry(
      '单位：青石镇疫情防控应急指挥部\n单位：开发区疫情防控应急指挥部\n单位组：各乡镇疫情防控应急指挥部',
    );
    const next = ['开发区疫情防控应急指挥部'];
    expect(said(resolve(registry, '青石镇', { next }))).toBe('elided 青石镇疫情防控应急指挥部');
    expect(said(resolve(registry, '各乡镇', { next }))).toBe('group 各乡镇疫情防控应急指挥部');
    expect(said(resolve(registry, '青石镇'))).toBe('unknown');
  });

  it('finds the group that member units are of', () => {
    const registry = parseRegistry('单位组：县质量强县领导小组\n简称：县质强领导小组\n单位组：县食安委成员单位');
    expect(said(resolve(registry, '县质强领导小组成员单位（见附件）'))).toBe(
      'group 县质量强县领导小组 → 县质强领导小组',
    );
    expect(said(resolve(registry, '县食安委成员单位'))).toBe('group 县食安委成员单位');
    expect(said(resolve(registry, '县质量强县领导小组（以下简称县质强领导小组）成员单位'))).toBe(
      'group 县质量强县领导小组 → 县质强领导小组',
    );
  });

  it('reads what the notice says of a name', () => {
    const name = {
      text: '县推进专班',
      range: { start: 0, end: 5 },
      base: '县推进专班',
      second: [],
      annex: false,
      group: true,
    };
    expect(resolve(yunxi, name).kind).toBe('group');
    expect(resolve(yunxi, { ...name, group: false }).kind).toBe('unknown');
  });

  it('knows no one in an empty registry but open groups', () => {
    expect(resolve(EMPTY_REGISTRY, '县财政局')).toEqual({ kind: 'unknown' });
    expect(resolve(EMPTY_REGISTRY, '各镇街')).toEqual({ kind: 'group' });
  });

  it('answers for any name', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[县市云溪发改委财政局各（）()、以下简称见附件]*$/),
    );
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (name, others) => {
        const aliases = new Map(others.map((other) => [name, other]));
        const found = resolve(yunxi, name, { previous: others, next: others, aliases, date: '2024-01-01' });
        if (['exact', 'alias', 'elided', 'second-name'].includes(found.kind)) expect(found.unit).toBeDefined();
        resolveLeader(yunxi, name, { date: '2024-01-01' });
      }),
    );
  });

  it.each(['乡镇', '服务', '有关乡镇', '（', '各级', '县发改委（', '县级国有企业'])(
    'takes no time for long names of %s',
    (piece) => {
      const name = piece.repeat(30_000);
      const others = [name, '县财政局'];
      const short = `有关${piece.repeat(40)}`.slice(0, 59);
      expect(
        secondsOf(() => {
          resolve(yunxi, name, { previous: others, next: others });
          resolve(yunxi, `${short}甲`);
          resolve(yunxi, `县财政局（${name}）`);
          resolveLeader(yunxi, name);
        }),
      ).toBeLessThan(3);
    },
  );

  it('finds every name that the registry gives', () => {
    for (const record of [...yunxi.units, ...yunxi.groups]) {
      for (const { text, role } of record.names) {
        const found = resolve(yunxi, text);
        if (role === 'doubtful') expect(found).toMatchObject({ kind: 'unknown' });
        else expect(found.unit ?? found.group).toBe(record);
      }
    }
  });
});

describe('open groups', () => {
  it.each(
    (
      '各乡镇 各镇街 各乡镇街道 各乡镇（街道） 各镇人民政府 相关镇政府 有关乡镇政府 各县（市、区）人民政府 各县区 县（市、区）政府 乡镇（街道） 乡镇街道 ' +
      '各级各部门 各有关单位 有关部门 相关单位 市直相关单位 市直各单位 市直单位 市直有关部门 区直部门 县政府有关部门 县政府各部门 县政府组成部门 ' +
      '各直属机构 有关直属机构 各金融机构 各市属国有企业 区属国有企业 各涉矿管理部门 各产业链成员单位 项目建设攻坚领导小组成员单位 市环委会成员单位（见附件） ' +
      '指挥部各专项工作组 其他成员单位 其他有关部门 全体成员单位 各产业园 各街道 各街道办事处 省有关部门 省级有关单位 责任单位 各民主党派 驻县各单位 属地乡镇 各村（社区）'
    ).split(' '),
  )('%s', (name) => expect(isOpenGroup(name)).toBe(true));

  it.each(
    (
      '县发改委 市财政局 县机关事务管理局 县各界联谊会 青石镇 青石镇人民政府 城关街道 县开发区管委会 开发区管委会 市环境损害责任鉴定中心 县公共资源交易中心 ' +
      '县直机关工委 市级机关事务局 县供电公司 县节能减排指挥部 县政府办 镇 街道 园区 县重点工程建设管理中心 市对外友好协会 云溪县 县财政局（国资委） 县残联 团县委 市其春中学'
    ).split(' '),
  )('not %s', (name) => expect(isOpenGroup(name)).toBe(false));
});

describe('leaders', () => {
  it.each([
    ['林知远', 'exact', '林知远'],
    ['林　知远', 'exact', '林知远'],
    ['何田', 'exact', '何田'],
    ['何\u00a0\u00a0田', 'exact', '何田'],
    ['常务副县长林知远', 'alias', '林知远'],
    ['沈若兰副县长', 'alias', '沈若兰'],
    ['沈若兰同志', 'alias', '沈若兰'],
    ['沈副县长', 'alias', '沈若兰'],
    ['县长', 'alias', '周明川'],
    ['周明川（县长）', 'exact', '周明川'],
    ['副县长', 'ambiguous', '沈若兰、何田'],
    ['县政府负责同志', 'group', ''],
    ['各分管领导', 'group', ''],
    ['林之远', 'unknown', '林知远'],
    ['沈若岚', 'unknown', '沈若兰'],
    ['和田', 'unknown', '何田'],
    ['王田', 'unknown', ''],
    ['王建国', 'unknown', ''],
  ])('%s: %s %s', (name, kind, who) => {
    const found = resolveLeader(yunxi, name);
    const names = found.leader
      ? [found.leader.name]
      : (found.candidates?.map((leader) => leader.name) ?? found.nearest ?? []);
    expect([found.kind, names.join('、')]).toEqual([kind, who]);
  });

  it('looks at their time in office', () => {
    const registry = parseRegistry('领导：林知远\n撤销：2021年\n领导：沈若兰\n启用：2022年');
    expect(resolveLeader(registry, '林知远', { date: '2023-01-01' }).kind).toBe('not-valid');
    expect(resolveLeader(registry, '林知远', { date: '2021-12-31' }).kind).toBe('exact');
    expect(resolveLeader(registry, '沈若兰').kind).toBe('exact');
  });
});
