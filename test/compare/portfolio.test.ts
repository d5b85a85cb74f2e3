/** Who answers for what: every name of every task comes to someone, in its capacity, and nobody gets what is not his. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Portfolios, portfolioNamed, portfoliosOf } from '../../server/compare/portfolio.ts';
import type { Name, Task } from '../../server/model/notice.ts';
import { readNotice } from '../../server/model/read.ts';
import { parseRegistry } from '../../server/registry/registry.ts';
import { hasRealNotices, realNotice, truth, WITHOUT } from '../support/shared.ts';

const REGISTRY = parseRegistry(`地区：云溪县（县）

单位：云溪县发展和改革局
简称：县发改局
别名：县发展改革局

单位：云溪县财政局
简称：县财政局
挂牌：县国资办

单位：云溪县商务局
简称：县商务局

单位：云溪县农业局
简称：县农业局
后继：云溪县农业农村局
撤销：2020年1月1日

单位：云溪县农业农村局
简称：县农业农村局

单位：青石镇
隶属：云溪县

单位：桃坪乡
隶属：云溪县

单位组：各乡镇
成员：青石镇、桃坪乡、云溪茶业集团

单位组：重点企业专班
成员：各乡镇、县商务局

领导：林知远
职务：副县长
分管：县发改局、各乡镇

领导：沈若兰
职务：副县长
分管：县商务局
`);

const HEAD = `云溪县人民政府办公室关于印发重点工作任务分解的通知

2026年2月10日

云溪县2026年重点工作任务分解

一、稳增长

`;

function read(tasks: string): ReturnType<typeof readNotice> {
  return readNotice(HEAD + tasks);
}

/** 县发改局: 1 lead, 2 support（各乡镇） */
function told({ units, leaders }: Portfolios): Record<string, string> {
  return Object.fromEntries(
    [...units, ...leaders].map(({ bearer, shares }) => [
      bearer.name,
      shares
        .map(({ task, claims }) => {
          const said = claims.map(
            ({ capacity, through, as }) => capacity + (through ? `（${through}）` : '') + (as ? `＝${as}` : ''),
          );
          return `${task.n} ${said.join('+')}`;
        })
        .join('; '),
    ]),
  );
}

describe('who answers for what', () => {
  it('brings the names of one unit together, and members what their group has', () => {
    const notice = read(`1.开工冷链园。
牵头领导：林知远。
牵头单位：县发改局。
协同单位：县财政局、商务局，各乡镇。
2.办好茶会。
牵头领导：沈若兰。
牵头单位：各乡镇。
责任单位：县财政局（县国资办）、云溪县商务局。
协同单位：县发展改革局、青石镇。
`);
    expect(told(portfoliosOf(notice, REGISTRY))).toEqual({
      县发改局: '1 lead; 2 support',
      县财政局: '1 support; 2 unit＝县财政局（县国资办）',
      县商务局: '1 support; 2 unit',
      青石镇: '1 support（各乡镇）; 2 support+lead（各乡镇）',
      桃坪乡: '1 support（各乡镇）; 2 lead（各乡镇）',
      云溪茶业集团: '1 support（各乡镇）; 2 lead（各乡镇）',
      林知远: '1 leader; 2 charge（各乡镇）',
      沈若兰: '2 leader',
    });
  });

  it('tells what is not certain of a name, and still counts it', () => {
    const notice = read(`1.建设茶园。
牵头领导：县政府负责同志。
牵头单位：县茶叶局。
协同单位：县农业局、县商务局等，各产茶乡镇。
`);
    const found = portfoliosOf(notice, REGISTRY);
    expect(told(found)).toMatchObject({
      县茶叶局: '1 lead',
      县农业农村局: '1 support',
      各产茶乡镇: '1 support',
      县政府负责同志: '1 leader',
    });
    expect(found.doubts.map(({ why, name }) => `${why} ${name}`)).toEqual([
      'no-one 县政府负责同志',
      'unknown 县茶叶局',
      'not-valid 县农业局',
      'etc 县商务局等',
      'no-members 各产茶乡镇',
    ]);
    const { range } = found.doubts[1]!;
    expect(notice.text.slice(range!.start, range!.end)).toBe('县茶叶局');
  });

  it('without a registry counts spellings apart, and says that they may be one', () => {
    const found = portfoliosOf(
      read(`1.建设茶园。
牵头单位：县发展和改革局。
协同单位：县财政局、商务局。
2.修建道路。
牵头单位：县发展改革局。
协同单位：县财政局、商务局，各镇、街道。
`),
    );
    expect(told(found)).toEqual({
      县发展和改革局: '1 lead',
      县财政局: '1 support; 2 support',
      县商务局: '1 support; 2 support',
      县发展改革局: '2 lead',
      各镇: '2 support',
      各街道: '2 support',
    });
    expect(found.alike).toEqual([['县发展改革局', '县发展和改革局']]);
  });

  it('calls a unit by the short name that the notice gives it', () => {
    const notice = read(`1.建设茶园。
牵头单位：云溪湖滨茶叶产业园管理委员会（以下简称茶园管委会）。
2.修建道路。
牵头单位：县财政局。
协同单位：茶园管委会。
`);
    expect(told(portfoliosOf(notice))).toEqual({ 茶园管委会: '1 lead; 2 support', 县财政局: '2 lead' });
  });

  it('reads the members of a group from the list in the annex', () => {
    const found = portfoliosOf(
      readNotice(`${HEAD}1.建设水网。
牵头单位：县发改局。
协同单位：水网建设领导小组成员单位（见附件）。

附件

水网建设领导小组成员单位名单

县发改局、县财政局、县商务局
`),
      REGISTRY,
    );
    expect(told(found)).toMatchObject({
      县发改局: '1 lead+support（水网建设领导小组成员单位）',
      县商务局: '1 support（水网建设领导小组成员单位）',
    });
  });

  it('finds someone by any of his names', () => {
    const notice = read('1.建设茶园。\n牵头领导：林知远。\n牵头单位：县发展改革局。\n协同单位：县茶叶局。\n');
    const found = portfoliosOf(notice, REGISTRY);
    const named = (name: string) => portfolioNamed(found, name, notice, REGISTRY)?.bearer.name;
    expect(['县发改局', '云溪县发展和改革局', '云溪县发改局', '发改局'].map(named)).toEqual(Array(4).fill('县发改局'));
    expect([named('县茶叶局'), named('林知远'), named('林知远副县长')]).toEqual(['县茶叶局', '林知远', '林知远']);
    expect([named('县财政局'), named('')]).toEqual([undefined, undefined]);
  });

  const names = ['县发改局', '县发展改革局', '县财政局', '商务局', '县农业局', '县茶叶局', '青石镇', '县财政局等'];
  const groups = ['各乡镇', '重点企业专班', '各有关部门', '街道'];
  const list = fc.array(fc.constantFrom(...names, ...groups), { maxLength: 5 });
  const leaders = fc.array(fc.constantFrom('林知远', '沈若兰', '何　田', '县政府领导'), { maxLength: 2 });
  const duties = fc.array(
    fc.record({ leader: leaders, lead: list, unit: list, support: list }, { noNullPrototype: true }),
    { minLength: 1, maxLength: 6 },
  );

  it('brings every name of every task to someone, and nobody what is not his', () => {
    fc.assert(
      fc.property(duties, fc.boolean(), (tasks, known) => {
        const labels = { leader: '牵头领导', lead: '牵头单位', unit: '责任单位', support: '协同单位' } as const;
        const text = tasks.map((task, at) => {
          const fields = Object.entries(labels).map(([role, label]) => {
            const printed = task[role as keyof typeof labels];
            return printed.length ? `${label}：${printed.join('、')}。\n` : '';
          });
          return `${at + 1}.建设第${at + 1}号茶园。\n${fields.join('')}`;
        });
        const notice = read(text.join(''));
        const found = portfoliosOf(notice, known ? REGISTRY : undefined);
        const printed = new Set<string>();
        const key = (task: Task, capacity: string, name: Name) =>
          `${task.n} ${capacity} ${name.text} ${name.range.start}`;
        for (const task of notice.tasks) {
          const { leaders: heads, leadUnits, units, supportUnits } = task.duty;
          for (const name of heads) printed.add(key(task, 'leader', name));
          for (const name of leadUnits) printed.add(key(task, 'lead', name));
          for (const name of units) printed.add(key(task, 'unit', name));
          for (const name of supportUnits) printed.add(key(task, 'support', name));
        }
        const claimed = new Set<string>();
        const direct: string[] = [];
        for (const { bearer, shares } of [...found.units, ...found.leaders]) {
          expect(new Set(shares.map(({ task }) => task.n)).size, bearer.name).toBe(shares.length);
          for (const { task, claims } of shares)
            for (const { capacity, name, through } of claims) {
              if (capacity === 'charge') continue;
              claimed.add(key(task, capacity, name));
              if (!through) direct.push(key(task, capacity, name));
            }
        }
        expect(claimed).toEqual(printed);
        // By name it is one alone who has it.
        expect(new Set(direct).size).toBe(direct.length);
      }),
    );
  });
});

interface Truth {
  readonly tasks: readonly {
    readonly n: number;
    readonly leadersNormalized?: readonly string[];
    readonly fields: Readonly<Record<'leadUnits' | 'coUnits' | 'units', readonly string[] | undefined>>;
  }[];
}

describe.skipIf(!hasRealNotices)(hasRealNotices ? 'real notices' : WITHOUT, () => {
  it.each(['000', '001', '003', '004'])('%s: every name of the truth is with the one who bears it', (id) => {
    const { tasks } = JSON.parse(truth(`${id}.json`)) as Truth;
    const bare = (name: string) => name.normalize('NFKC').replace(/\s/g, '');
    const expected = new Set<string>();
    for (const { n, leadersNormalized = [], fields } of tasks) {
      for (const name of leadersNormalized) expected.add(`${n} leader ${bare(name)}`);
      for (const name of fields.leadUnits ?? []) expected.add(`${n} lead ${bare(name)}`);
      for (const name of fields.coUnits ?? []) expected.add(`${n} support ${bare(name)}`);
      for (const name of fields.units ?? []) expected.add(`${n} unit ${bare(name)}`);
    }
    const { units, leaders } = portfoliosOf(readNotice(realNotice(id).text));
    const found = new Set<string>();
    const strange: string[] = [];
    for (const { bearer, shares } of [...units, ...leaders])
      for (const { task, claims } of shares)
        for (const { capacity, name, through } of claims) {
          found.add(`${task.n} ${capacity} ${bare(name.text)}`);
          // What a list leaves out is put back before the name; 以下简称 gives it another; a group's members are others.
          const own = [name.base, name.alias ?? name.base].some((each) => bare(bearer.name).endsWith(bare(each)));
          if (!own && !through && bearer.kind !== 'group') strange.push(`${name.text}: ${bearer.name}`);
        }
    const missing = [...expected].filter((each) => !found.has(each));
    const more = [...found].filter((each) => !expected.has(each));
    expect({ missing, more, strange }).toEqual({ missing: [], more: [], strange: [] });
  });
});
