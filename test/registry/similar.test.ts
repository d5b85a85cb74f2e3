import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundAlike } from '../../server/registry/homophones.ts';
import { similarUnits } from '../../server/registry/similar.ts';
import { secondsOf } from './marks.ts';

/** 县发改局×1 县发改委×9 */
function counts(list: string): Map<string, number> {
  return new Map(list.split(' ').map((item) => [item.split('×')[0]!, Number(item.split('×')[1] ?? 1)]));
}

function pairs(list: string): string[] {
  return similarUnits(counts(list)).map(({ name, like, certainty }) => `${name} → ${like} ${certainty}`);
}

describe('names that are certainly one unit', () => {
  it.each([
    ['区住房和城乡建设局×1 区住房城乡建设局×15', '区住房和城乡建设局 → 区住房城乡建设局'],
    ['县文化与旅游局×1 县文化和旅游局×4', '县文化与旅游局 → 县文化和旅游局'],
    ['县人力资源社会保障局×2 县人力资源和社会保障局×9', '县人力资源社会保障局 → 县人力资源和社会保障局'],
    ['开发区管委会×1 县开发区管委会×14', '开发区管委会 → 县开发区管委会'],
    ['县公安局×1 公安局×6', '县公安局 → 公安局'],
    ['市场监管局×1 市市场监管局×6', '市场监管局 → 市市场监管局'],
    ['县卫生健康委员会×1 县卫生健康委×8', '县卫生健康委员会 → 县卫生健康委'],
    ['县政府办公室×1 县政府办×5', '县政府办公室 → 县政府办'],
    ['县自然资源和和规划局×1 县自然资源和规划局×12', '县自然资源和和规划局 → 县自然资源和规划局'],
    ['县大气(水)污染防治指挥部×1 县大气（水）污染防治指挥部×5', ''],
    ['区住房和城乡建设局（人防办）×1 区住房城乡建设局×5', '区住房和城乡建设局（人防办） → 区住房城乡建设局'],
    ['区住房和城乡建设局×1 区住房城乡建设局（人防办）×5', '区住房和城乡建设局 → 区住房城乡建设局'],
  ])('%s', (list, expected) => expect(pairs(list)).toEqual(expected ? [`${expected} certain`] : []));

  it('is only likely where the prefix may be one of two', () => {
    expect(pairs('财政局×1 县财政局×9 市财政局×4')).toEqual(['财政局 → 县财政局 likely']);
  });
});

describe('names that are likely one unit', () => {
  it.each([
    '市农业农业局 市农业农村局×12',
    '县自然资规划局 县自然资源规划局×12',
    '县财财政局 县财政局×12',
    '县住房乡城建设局 县住房城乡建设局×12',
    '县卫生建康委 县卫生健康委×12',
    '县自然资原和规划局 县自然资源和规划局×12',
    '县生态环境局 县生态环境分局×12',
    '县发改局 县发改委×9',
    '县卫生健康局 县卫生健康委×9',
    '区住建局 区住房城乡建设局×15',
    '县发改委 县发展改革委×9',
    '县人社局 县人力资源和社会保障局×9',
    '县教育和体育局 县教体局×9',
    '县市场监督管理局 县市场监管局×6',
    '县应急局 县应急管理局×6',
    '县城管局 县城市管理局×6',
  ])('%s', (list) => {
    const [name, like] = list.split(' ').map((item) => item.split('×')[0]);
    expect(pairs(list)).toEqual([`${name} → ${like} likely`]);
  });
});

describe('names of really different units', () => {
  it.each([
    '市发展改革委 市发展中心×9',
    '区教育局 区体育局×9',
    '县水务局 县税务局×9',
    '县税务局 县水务局×9',
    '县环境卫生服务中心 县园林绿化服务中心×9',
    '东城街道 西城街道×9',
    '第一小学 第二小学×9',
    '第一人民医院 第二人民医院×9',
    '县第一中学 县第十一中学×9',
    '市财政局（国资委） 市财政局（金融办）×9',
    '市财政局（国资委） 市财政局×9',
    '县莱河新区建设指挥部 县沙河新区建设指挥部×9',
    '青山镇 青石镇×9',
    '市财政局 县财政局×9',
    '县税务局 县税务稽查局×9',
    '县委办 县委编办×9',
    '市委 团市委×9',
    '县政府办 县委办×9',
    '县社会保险中心 县社会保障中心×9',
    '县林业发展中心 县渔业发展中心×9',
    '县畜牧产业发展中心 县蔬菜产业发展中心×9',
    '县环境保护局 县环境保护委员会×9',
    '各乡镇 各镇×9',
    '城东社区 城东新社区×9',
    '县公安局 县公安分局×9',
    '县农业局 县林业局×9',
    '县经开区管委会 县高新区管委会×9',
    '县民政局 县财政局×9',
    '县商务局 县商会×9',
    '市人民医院 市中医院×9',
    '县新能源产业办公室 县能源产业办公室×9',
    '县妇联 县残联×9',
    '中国人民银行云溪支行 中国农业银行云溪支行×9',
    '县交警大队 县刑警大队×9',
    '县融媒体中心 县媒体中心×2',
  ])('%s', (list) => expect(pairs(list)).toEqual([]));
});

describe('how often', () => {
  it.each([
    ['县发改局×1 县发改委×2', 0],
    ['县发改局×1 县发改委×3', 1],
    ['县发改局×2 县发改委×5', 0],
    ['县发改局×2 县发改委×6', 1],
    ['县发改局×3 县发改委×30', 0],
    ['区住房和城乡建设局×7 区住房城乡建设局×9', 0],
    ['区住房和城乡建设局×4 区住房城乡建设局×16', 1],
  ])('%s: %i', (list, found) => expect(pairs(list)).toHaveLength(found as number));

  it('gives each name once, with the counts of both', () => {
    const list = '县发改局×1 县发改委×9 县发展改革委×4 县文旅局 县文化和旅游局×5 县文化旅游局';
    expect(similarUnits(counts(list))).toEqual([
      { name: '县发改局', count: 1, like: '县发改委', likeCount: 9, certainty: 'likely' },
      { name: '县文旅局', count: 1, like: '县文化和旅游局', likeCount: 6, certainty: 'likely' },
      { name: '县文化旅游局', count: 1, like: '县文化和旅游局', likeCount: 5, certainty: 'certain' },
    ]);
  });

  it('can be said otherwise', () => {
    expect(similarUnits(counts('县发改局×3 县发改委×4'), { often: 1, times: 1, rarely: 9 })).toHaveLength(1);
  });
});

describe('any names', () => {
  it('are compared, and only with names that are there', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[县市][农业村林水务税一二（）()和与]{1,6}[局委办]$/),
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.integer({ min: 1, max: 30 })), (dictionary) => {
        const names = new Map(Object.entries(dictionary));
        for (const similar of similarUnits(names)) {
          expect(names.get(similar.name)).toBe(similar.count);
          expect(similar.likeCount).toBeGreaterThanOrEqual(3 * similar.count);
          expect(similar.like).not.toBe(similar.name);
        }
      }),
    );
  });

  it.each([
    [
      'different',
      (i: number) =>
        `县${String.fromCodePoint(0x4e00 + i)}${String.fromCodePoint(0x5e00 + ((i * 7919) % 8000))}业发展局`,
    ],
    ['differing in one character', (i: number) => `县${String.fromCodePoint(0x4e00 + i)}河新区建设管理局`],
    ['numbered', (i: number) => `第${i}实验小学`],
  ])('10,000 of them, %s, take moments', (_, name) => {
    const names = new Map(Array.from({ length: 10_000 }, (_, i) => [name(i), 1 + (i % 5)]));
    expect(secondsOf(() => similarUnits(names))).toBeLessThan(8);
  });
});

it('hears which characters sound alike', () => {
  const alike = '健建 资姿 源原 规归 划化 务物 障章 知之 兰岚 河何 水税 林临 农侬 监建';
  expect(alike.split(' ').filter((pair) => soundAlike(pair[0]!, pair[1]!))).toEqual(alike.split(' '));
  expect('教体 测察 险障 山石 林渔 莱沙 a之 之a'.split(' ').filter((pair) => soundAlike(pair[0]!, pair[1]!))).toEqual(
    [],
  );
});
