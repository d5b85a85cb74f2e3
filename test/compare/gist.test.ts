/** What tasks are held against each other by. */
import { describe, expect, it } from 'vitest';
import { gistOf, inCommon, Signs } from '../../server/compare/gist.ts';
import { bareKeyOf, plainOf } from '../../server/compare/likeness.ts';

describe('the key of a text', () => {
  it.each([
    '新建生态茶园6000亩，增长5.5%。',
    '１２．５公里～３０公里，T3-2地块（A区）',
    '，。；',
    '',
    '〇三々𠮷野家 α 2026—2028年 1,000户 -5℃ …5.',
  ])('is the same, read quickly: %s', (text) => {
    expect(bareKeyOf(text)).toBe(plainOf(text).key);
  });
});

describe('a gist', () => {
  it('is the same for a text with words more that add nothing', () => {
    const [one, other] = [gistOf('新建生态茶园6000亩。'), gistOf('加快推进新建生态茶园6000亩')];
    expect(other.key).toBe(one.key);
    expect(other.signs[0]).toBe(one.signs[0]);
  });

  it('shares a sign with one that says the same with other words around it', () => {
    const one = gistOf('改造提升老旧茶叶加工厂房16处');
    const other = gistOf('改造老旧茶叶加工厂房16处');
    expect(inCommon(one.pairs, other.pairs)).toBeGreaterThan(0.72);
    expect([...one.signs].some((sign) => other.signs.includes(sign))).toBe(true);
  });

  it('is small, however long the text', () => {
    expect(gistOf('新建茶园改造公路整治河道'.repeat(400)).signs.length).toBeLessThan(30);
  });
});

describe('those who bear a sign', () => {
  it('are put down once for each who comes, the first few', () => {
    const signs = new Signs(3);
    for (const round of [1, 2]) {
      signs.clear(40, 10);
      const near: number[][] = [];
      for (let who = 0; who < 10; who++) {
        const found: number[] = [];
        for (const sign of [7, 7, -12 * round]) signs.add(sign, who, found);
        near.push(found.sort((a, b) => a - b));
      }
      expect(near.slice(0, 4)).toEqual([[], [0], [0, 1], [0, 1, 2].filter((who) => near[3]!.includes(who))]);
      expect(Math.max(...near.map(({ length }) => length))).toBeLessThanOrEqual(6);
    }
  });
});
