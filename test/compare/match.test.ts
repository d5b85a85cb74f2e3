/** Which task of one list is which of another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Matchable, match } from '../../server/compare/match.ts';

const PLACE = { leads: ['县发改委'], sections: ['一、产业'] };

function tasks(...texts: readonly string[]): Matchable[] {
  return texts.map((text) => ({ text, ...PLACE }));
}

/** Pairs as indexes: 0→1; a split as 0→1,2. */
function pairs(one: readonly Matchable[], other: readonly Matchable[]): string[] {
  return match(one, other).matches.map((found) => `${found.one.join()}→${found.other.join()}`);
}

const TEA = '新建生态茶园3000亩，改造低产茶园1.5万亩';
const ROAD = '打通环城东路等断头路4条';
const SCHOOL = '城南实验学校秋季开学招生，新增公办学位2160个';

describe('tasks go together', () => {
  it('wherever they stand', () => {
    expect(pairs(tasks(TEA, ROAD, SCHOOL), tasks(SCHOOL, TEA, ROAD))).toEqual(['0→1', '1→2', '2→0']);
  });

  it('reworded, with other figures', () => {
    const next = '城南实验学校按期建成并于秋季开学招生，新增学位2400个';
    expect(pairs(tasks(TEA, ROAD, SCHOOL), tasks('打通环城东路、书院路等断头路7条', next))).toEqual(['1→0', '2→1']);
  });

  it('split, and merged the other way round', () => {
    const split = tasks(ROAD, '新建生态茶园3000亩', '改造低产茶园1.5万亩');
    expect(pairs(tasks(TEA, ROAD), split)).toEqual(['0→1,2', '1→0']);
    expect(pairs(split, tasks(TEA, ROAD))).toEqual(['0→1', '1,2→0']);
  });

  it('of one text, by who leads and then in order', () => {
    const of = (lead: string): Matchable => ({ text: '落实安全生产责任制', leads: [lead], sections: [] });
    expect(pairs([of('县发改委'), of('县财政局')], [of('县财政局'), of('县发改委')])).toEqual(['0→1', '1→0']);
    expect(pairs([of('县发改委'), of('县发改委')], [of('县发改委'), of('县发改委')])).toEqual(['0→0', '1→1']);
  });

  it('of one text, beside their neighbours', () => {
    const same = '做好迎检准备工作';
    const found = match(tasks(same, TEA, same, ROAD, same, SCHOOL), tasks(TEA, same, ROAD, same, SCHOOL));
    expect(found.one).toEqual([0]);
    expect(found.matches.every(({ one, other }) => one[0] === other[0]! + 1)).toBe(true);
  });

  it('next year, by subject and lead unit', () => {
    const one = [
      { text: '一般公共预算收入增长5%', leads: ['县财政局'], sections: ['一、主要目标'] },
      { text: '固定资产投资增长8%', leads: ['县发改委'], sections: ['一、主要目标'] },
    ];
    const other = [
      { text: '固定资产投资增速高于全市平均水平', leads: ['县发改委'], sections: ['一、主要目标'] },
      { text: '一般公共预算收入完成12亿元', leads: ['县财政局'], sections: ['一、主要目标'] },
    ];
    expect(pairs(one, other)).toEqual(['0→1', '1→0']);
  });

  it('and no others', () => {
    const found = match(tasks(TEA, ROAD), [{ text: SCHOOL, leads: ['县教体局'], sections: ['二、民生'] }]);
    expect(found.matches).toEqual([]);
    expect([found.one, found.other]).toEqual([[0, 1], [0]]);
  });
});

describe('any two lists', () => {
  const text = fc.array(fc.constantFrom('新建', '茶园', '道路', '3000亩', '5%', '，', '学校', '改造'), {
    maxLength: 9,
  });
  const list = fc.array(
    fc.record({
      text: text.map((words) => words.join('')),
      leads: fc.array(fc.constantFrom('甲局', '乙局'), { maxLength: 2 }),
      sections: fc.array(fc.constantFrom('一', '二'), { maxLength: 2 }),
    }),
    { maxLength: 12 },
  );

  it('come to an end: each stands in one match or in none', () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        const found = match(one, other);
        const of = (indexes: readonly number[]): number[] => [...indexes].sort((a, b) => a - b);
        expect(of([...found.one, ...found.matches.flatMap((each) => each.one)])).toEqual([...one.keys()]);
        expect(of([...found.other, ...found.matches.flatMap((each) => each.other)])).toEqual([...other.keys()]);
      }),
    );
  });

  it('find themselves again, in any order', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 20 })
          .chain((figures) =>
            fc.tuple(fc.constant(figures), fc.shuffledSubarray([...figures.keys()], { minLength: figures.length })),
          ),
        ([figures, order]) => {
          const one = tasks(...figures.map((figure) => `${TEA}，其中示范园${figure}亩`));
          const found = match(
            one,
            order.map((index) => one[index]!),
          );
          expect(found.matches.map(({ pair }) => pair)).toEqual(
            figures.map((_, index) => [index, order.indexOf(index)]),
          );
        },
      ),
    );
  });
});
