import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTree } from '../../server/registry/language/parser.ts';
import {
  EMPTY_REGISTRY,
  membersOf,
  mergeRegistries,
  namesOf,
  occurrenceAt,
  occurrences,
  parseRegistry,
  preferredName,
} from '../../server/registry/registry.ts';
import { secondsOf, unmarked } from './marks.ts';

describe('the language', () => {
  const text = `\ufeff// 云溪县单位名册
地区：云溪县（县）

单位：云溪县发展和改革委员会　// 2019年组建
简　称: 县发展改革委, 县发改委（能源局、粮食局）
别名：县发展和改革委、
  // 名单未完
  县发展改革局
内设机构：数字经济办
待核：县发改局（出现1次）
隶属：云溪县
前身：县计划委员会；县粮食局。
启用：2019年3月
备注：含原物价局

单位：县计划委员会
撤销：2019-02-28
单位：县粮食局
挂牌：县（大气、水）办
单位组：重点单位
成员：县发改委、县粮食局
领导：林　知远（副县长）
职务：党组成员
分管：重点单位
`;
  const registry = parseRegistry(text, 'yunxi.registry');
  const [unit] = registry.units;

  it('reads records and their fields', () => {
    expect(registry.problems).toEqual([]);
    expect(registry.places.map(({ name, prefixes }) => [name, ...prefixes])).toEqual([['云溪县', '云溪县', '县']]);
    expect(registry.units.map(({ name }) => name)).toEqual(['云溪县发展和改革委员会', '县计划委员会', '县粮食局']);
    expect(namesOf(unit!, 'short')).toEqual(['县发展改革委', '县发改委']);
    expect(namesOf(unit!, 'second')).toEqual(['能源局', '粮食局']);
    expect(namesOf(unit!, 'alias')).toEqual(['县发展和改革委', '县发展改革局']);
    expect(namesOf(unit!, 'office')).toEqual(['数字经济办']);
    expect(unit!.names.find(({ role }) => role === 'doubtful')).toMatchObject({ text: '县发改局', note: '出现1次' });
    expect(unit).toMatchObject({ since: '2019-03-01', remark: '含原物价局', source: 'yunxi.registry' });
    expect(registry.units[1]).toMatchObject({ until: '2019-02-28' });
    expect(registry.leaders[0]).toMatchObject({ name: '林知远', titles: ['副县长', '党组成员'] });
    expect(preferredName(unit!)).toBe('县发展改革委');
  });

  it('keeps a bracket inside a name, and the separators in it', () => {
    expect(namesOf(registry.units[2]!, 'second')).toEqual(['县（大气、水）办']);
  });

  it('links references to records', () => {
    expect(registry.predecessors.get(unit!)?.map(({ name }) => name)).toEqual(['县计划委员会', '县粮食局']);
    expect(registry.successors.get(registry.units[1]!)).toEqual([unit]);
    expect(registry.placeOf.get(unit!)).toBe(registry.places[0]);
    expect(membersOf(registry, registry.groups[0]!)).toEqual([unit, registry.units[2]]);
    expect(registry.leaders[0]!.references.map((mention) => registry.targets.get(mention))).toEqual(registry.groups);
  });

  it('gives the range of each name', () => {
    for (const { mention } of occurrences(registry))
      expect(text.slice(mention.range.start, mention.range.end).replace(/\s/g, '')).toBe(mention.text);
    const member = text.indexOf('县发改委、县粮食局\n领导');
    expect(occurrenceAt(registry, 'yunxi.registry', member + 4)).toMatchObject({
      mention: { role: 'member' },
      target: unit,
    });
    expect(occurrenceAt(registry, 'yunxi.registry', text.indexOf('县发改局'))?.target).toBe(unit);
    expect(occurrenceAt(registry, 'yunxi.registry', text.indexOf('名单未完'))).toBeUndefined();
    expect(occurrenceAt(registry, 'other.registry', member)).toBeUndefined();
  });

  it('covers a record from its first line to its last', () => {
    const { start, end } = unit!.range;
    expect(text.slice(start, end)).toMatch(/^单位：云溪县发展和改革委员会[\s\S]*含原物价局$/);
  });

  it('is what a printer of its fields would write', () => {
    const printed = registry.units
      .map((record) => [`单位：${record.name}`, ...namesOf(record, 'short').map((name) => `简称：${name}`)].join('\n'))
      .join('\n\n');
    expect(parseRegistry(printed).units.map((record) => [record.name, namesOf(record, 'short')])).toEqual(
      registry.units.map((record) => [record.name, namesOf(record, 'short')]),
    );
  });
});

/** «…» marks the range of the one problem that each text has. */
const PROBLEMS: readonly [code: string, text: string, message: string][] = [
  ['stray-line', '单位：县发改委\n«县财政局»\n', '这一行没有'],
  ['field-before-record', '«简称»：县发改委\n单位：县发展改革委', '前面还没有'],
  ['unknown-key', '单位：县发改委\n«简写»：发改委', '是不是“简称”'],
  ['unknown-key', '单位组：重点单位\n«成员单位»：各乡镇', '是不是“成员”'],
  ['unknown-key', '单位：县发改委\n«电话»：1', '没有“电话”这一项 /'],
  ['unknown-key', '单位：县发改委\n«成立»：2019年', '是不是“启用”'],
  ['misplaced-key', '单位：县发改委\n«成员»：县发改委', '用在单位组里'],
  ['repeated-key', '单位：县发改委\n启用：2019年\n«启用»：2020年', '以后一次为准'],
  ['missing-name', '«单位：»\n简称：县发改委', '后面没有名称'],
  ['several-names', '单位：县发改委、«县财政局、县商务局»', '只写一个名称'],
  ['malformed-date', '单位：县发改委\n启用：«去年三月»', '2019年3月1日'],
  ['malformed-date', '单位：县发改委\n撤销：«2019年2月30日»', '不是日期'],
  ['date-order', '单位：县发改委\n启用：2020年\n撤销：«2019年»', '撤销早于启用'],
  ['defined-twice', '单位：县发改委\n单位：县发展改革委\n简称：«县发改委»', '已经是“县发改委”的名称'],
  ['defined-twice', '地区：云溪县（县）\n单位：县发改委\n单位：«云溪县发改委»', '已经是“县发改委”的名称'],
  ['defined-twice', '单位：县发改委\n别名：发改委、«发改委»', '写了两次'],
  ['defined-twice', '领导：林知远\n领导：«林知远»', '已经写过一次'],
  ['defined-twice', '地区：云溪县（县）\n地区：«云溪县»', '已经写过一次'],
  ['unresolved-reference', '单位：县发改委\n单位组：重点\n成员：县发改委、«县发改局»', '是不是“县发改委”'],
  ['unresolved-reference', '单位：县发改委\n前身：«县物价局»', '没有“县物价局”'],
  ['unresolved-reference', '单位：县发改委\n隶属：«各乡镇»', '没有“各乡镇”'],
  [
    'ambiguous-reference',
    '单位：甲\n挂牌：县金融办\n单位：乙\n挂牌：县金融办\n领导：丙丁\n分管：«县金融办»',
    '可以指“甲”、“乙”',
  ],
];

describe('problems', () => {
  it.each(PROBLEMS)('%s: %s', (code, marked, message) => {
    const { text, ranges } = unmarked(marked);
    const { problems } = parseRegistry(text, 'a.registry');
    expect(problems.map((problem) => [problem.code, problem.range, problem.source])).toEqual([
      [code, ranges[0], 'a.registry'],
    ]);
    expect(problems[0]!.message).toContain(message);
    expect(problems[0]!.message).toMatch(/^.*[\u4e00-\u9fff].* \/ .*[A-Za-z]/);
  });

  it('says each step of a cycle', () => {
    const { text, ranges } = unmarked(
      '单位：甲局\n后继：«乙局»\n单位：乙局\n后继：«丙局»\n单位：丙局\n后继：«甲局»\n单位：丁局\n后继：甲局',
    );
    const { problems } = parseRegistry(text);
    expect(problems.map(({ code, range }) => [code, range])).toEqual(ranges.map((range) => ['cycle', range]));
  });

  it.each([
    ['后继 of one and 前身 of the other', '单位：甲局\n后继：乙局\n单位：乙局\n前身：甲局'],
    [
      'one short name, one unit after the other',
      '单位：甲委\n简称：县发改委\n撤销：2019年2月\n单位：甲局\n简称：县发改委\n启用：2019年3月\n前身：甲委',
    ],
    [
      'shared second names and offices',
      '单位：甲局\n挂牌：县金融办\n内设机构：办公室\n单位：乙局\n挂牌：县金融办\n内设机构：办公室',
    ],
    ['an open group as a member', '单位组：重点\n成员：各乡镇街道、市直相关单位'],
    ['a place as superior of a place', '地区：临澜市（市）\n地区：云溪县（县）\n隶属：临澜市'],
    ['empty fields of a template', '单位：县发改委\n简称：\n别名：\n启用：'],
    ['a long list over lines', '单位：甲局\n单位：乙局\n单位组：丙\n成员：甲局、\n乙局'],
  ])('none: %s', (_, text) => {
    expect(parseRegistry(text).problems).toEqual([]);
  });

  it('finds groups that hold each other and units that belong to each other', () => {
    expect(parseRegistry('单位组：甲\n成员：乙\n单位组：乙\n成员：甲').problems.map(({ code }) => code)).toEqual([
      'cycle',
      'cycle',
    ]);
    expect(parseRegistry('单位：甲局\n隶属：乙局\n单位：乙局\n隶属：甲局').problems.map(({ code }) => code)).toEqual([
      'cycle',
      'cycle',
    ]);
  });
});

describe('several registries', () => {
  it('refer to each other', () => {
    const places = parseRegistry('地区：云溪县（县）\n单位：县财政局', 'places');
    const group = parseRegistry('单位组：重点\n成员：云溪县财政局、县发改委\n怪：1', 'groups');
    expect(group.problems.map(({ code }) => code)).toEqual([
      'unresolved-reference',
      'unresolved-reference',
      'unknown-key',
    ]);
    const merged = mergeRegistries([places, group]);
    expect(merged.problems.map(({ code, source }) => [code, source])).toEqual([
      ['unresolved-reference', 'groups'],
      ['unknown-key', 'groups'],
    ]);
    expect(membersOf(merged, merged.groups[0]!)).toEqual(places.units);
    expect(mergeRegistries([merged, EMPTY_REGISTRY]).units).toEqual(places.units);
  });

  it('of none is the empty one', () => {
    expect(mergeRegistries([]).records).toEqual([]);
    expect(EMPTY_REGISTRY.problems).toEqual([]);
  });
});

const PIECES = [
  '地区：',
  '单位:',
  '单位组：',
  '领导：',
  '简称：',
  '成员:',
  '前身：',
  '后继：',
  '隶属：',
  '启用：',
  '待核：',
  '怪键：',
];
const anyRegistry = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...PIECES,
        '\n',
        '\r\n',
        '、',
        '，',
        '；',
        '（',
        '）',
        '(',
        '//',
        '　',
        '县',
        '云溪县',
        '县发改委',
        '甲',
        '2019年3月',
        '👍',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  it('parses, with ranges in bounds that hold the names', () => {
    fc.assert(
      fc.property(anyRegistry, (text) => {
        expect(parseTree(text).errors).toEqual([]);
        const registry = parseRegistry(text);
        for (const { mention, record } of occurrences(registry)) {
          expect(text.slice(mention.range.start, mention.range.end).replace(/[\s\u3000\u00a0\ufeff\u200b]/g, '')).toBe(
            mention.text,
          );
          expect(record.range.start).toBeLessThanOrEqual(mention.range.start);
          expect(record.range.end).toBeGreaterThanOrEqual(mention.range.end);
        }
        for (const { range } of registry.problems) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThan(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['open brackets', '单位：'.concat('（、'.repeat(50_000))],
    ['one name', '单位：甲\n前身：甲\n'.repeat(5_000)],
    [
      'a chain',
      Array.from({ length: 10_000 }, (_, i) => `单位：第${i}局\n隶属：第${i + 1}局\n后继：第${i + 1}局\n`).join(''),
    ],
    ['a list', `单位组：甲\n成员：${'甲、'.repeat(30_000)}`],
  ])('parses in linear time: %s', (_, text) => {
    expect(secondsOf(() => parseRegistry(text))).toBeLessThan(8);
  });
});
