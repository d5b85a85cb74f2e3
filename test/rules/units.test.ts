/** Names of units: against each other where no registry is given, against the registry where one is. */
import { describe, expect, it } from 'vitest';
import { check, findingsIn } from './support.ts';

const REGISTRY = `地区：云溪县（县）

单位：云溪县发展和改革委员会
简称：县发改委
待核：县发改局

单位：云溪县财政局
简称：县财政局
挂牌：县国资办

单位：云溪县开发区管理委员会
简称：县开发区管委会

单位：云溪县扶贫开发局
简称：县扶贫局
撤销：2025年12月31日
后继：云溪县乡村振兴局

单位：云溪县乡村振兴局
简称：县乡村振兴局
启用：2026年1月1日

单位组：县水网建设领导小组
成员：县发改委、县财政局
`;

const HEAD = (date: string): string =>
  `云溪县人民政府关于印发重点工作的通知\n\n各乡镇人民政府：\n\n现将重点工作印发给你们。\n\n云溪县人民政府\n\n${date}\n\n`;

function tasks(...units: string[]): string {
  return units.map((unit, i) => `${i + 1}.推进第${i + 1}项工程建设。\n牵头单位：${unit}。\n`).join('');
}

describe('unit-variant, without a registry', () => {
  it('finds a name used once beside a near-identical one used often', () =>
    check(
      'unit-variant',
      tasks('县住房城乡建设局', '县住房城乡建设局、县财政局', '县住房城乡建设局', '«县住房和城乡建设局»'),
    ));
  it('finds a name without the prefix that the list does not leave out', () =>
    check(
      'unit-variant',
      tasks('县开发区管委会', '县开发区管委会', '县开发区管委会', '县财政局、«开发区管委会»、县商务局'),
    ));
  it('leaves a prefix alone that a list says once', () =>
    check('unit-variant', tasks('县商务局', '县商务局', '县商务局', '县财政局、商务局、税务局')));
  it('finds a slip in a list that says the prefix once', () =>
    check(
      'unit-variant',
      tasks(
        '县财政局、住房和城乡建设局',
        '县住房和城乡建设局',
        '县商务局、住房和城乡建设局',
        '县财政局、«住房和乡建设局»',
      ),
    ));
  it('keeps units apart that one character tells apart', () =>
    check(
      'unit-variant',
      tasks(
        '县第一人民医院',
        '县第一人民医院',
        '县第一人民医院',
        '县第二人民医院',
        '县税务局',
        '县税务局',
        '县税务局',
        '县水务局',
      ),
    ));
  it('leaves groups alone', () =>
    check('unit-variant', tasks('县直各单位', '县直各单位', '县直各单位', '县直有关单位')));
  it('leaves names alone that are words of the language', () =>
    check('unit-variant', tasks('constructor', '__proto__', 'toString局')));
});

describe('with a registry', () => {
  it('unit-variant finds a form in doubt and a prefix left out', () =>
    check('unit-variant', tasks('«县发改局»', '县财政局', '«开发区管委会»'), REGISTRY));
  it('unit-variant leaves a prefix alone that the list says once, and an alias that the notice defines', () =>
    check(
      'unit-variant',
      tasks('县财政局、开发区管委会', '县开发区管委会（以下简称开发区管委会）', '县发改委'),
      REGISTRY,
    ));
  it('unit-variant finds an 别名 where the notice otherwise uses the name', () => {
    const registry = '地区：云溪县（县）\n\n单位：县住房城乡建设局\n别名：县住房和城乡建设局\n';
    const usual = ['县住房城乡建设局', '县住房城乡建设局', '县住房城乡建设局'];
    check('unit-variant', tasks(...usual, '«县住房和城乡建设局»'), registry);
    check('unit-variant', tasks('县住房和城乡建设局'), registry);
  });
  it('unit-unknown finds what nobody knows', () =>
    check(
      'unit-unknown',
      tasks('县发改委', '县财政局、«县农牧局»，各乡镇', '县国资办', '县水网建设领导小组成员单位', '县发改局'),
      REGISTRY,
    ));
  it('unit-unknown says nothing of a name with half a bracket', () =>
    check('unit-unknown', '1.修路。（牵头单位：县发改委（县铁路办；配合单位：县财政局）\n', REGISTRY));
  it('unit-not-valid finds what has ended, and what has not begun', () => {
    check('unit-not-valid', `${HEAD('2026年2月10日')}${tasks('«县扶贫局»', '县乡村振兴局')}`, REGISTRY);
    check('unit-not-valid', `${HEAD('2025年2月10日')}${tasks('县扶贫局', '«县乡村振兴局»')}`, REGISTRY);
    check('unit-not-valid', tasks('县扶贫局', '县乡村振兴局'), REGISTRY);
  });
  it('unit-not-valid names who came after: the next that is there on the day, or each part of a divided one', () => {
    const registry = `地区：云溪县（县）

单位：县经贸委
撤销：2015年
后继：县经信委

单位：县经信委
启用：2016年
撤销：2019年
后继：县工信局、县商务局

单位：县工信局
启用：2020年

单位：县商务局
启用：2020年

单位：县信访办
撤销：2020年
`;
    const messages = (text: string) =>
      findingsIn(text, registry).flatMap(({ rule, message, fixes }) =>
        rule === 'unit-not-valid' ? [[message.zh, fixes.length]] : [],
      );
    expect(messages(`${HEAD('2017年2月10日')}${tasks('县经贸委')}`)).toEqual([
      ['“县经贸委”已于2015年12月31日撤销；通知的日期是2017年2月10日，应为“县经信委”。', 1],
    ]);
    expect(messages(`${HEAD('2026年2月10日')}${tasks('县经信委', '县信访办')}`)).toEqual([
      ['“县经信委”已于2019年12月31日撤销；通知的日期是2026年2月10日，应为“县工信局”或“县商务局”。', 2],
      ['“县信访办”已于2020年12月31日撤销；通知的日期是2026年2月10日。', 0],
    ]);
    expect(messages(`${HEAD('2017年2月10日')}${tasks('县工信局')}`)).toEqual([
      ['“县工信局”要到2020年1月1日才启用；通知的日期是2017年2月10日，应为“县经信委”。', 1],
    ]);
  });
  it('unit-duplicated knows a unit by all its names', () =>
    check(
      'unit-duplicated',
      '1.修路。\n牵头单位：县发改委、县财政局。\n配合单位：«云溪县发展和改革委员会»、«县国资办»。\n',
      REGISTRY,
    ));
});

describe('member-variant', () => {
  const list = (members: string): string =>
    `\n附件\n\n县水网建设领导小组成员单位名单\n\n县财政局、县水利局、${members}。\n`;
  const notice = (unit: string, members: string): string =>
    HEAD('2026年2月10日') +
    tasks(unit, '县财政局', '县水利局').replace('。\n2', '。\n配合单位：县水网建设领导小组成员单位（见附件）。\n2') +
    list(members);
  it('finds an office of another kind, and a company that says its place elsewhere', () => {
    check('member-variant', notice('县环境卫生处', '«县环境卫生服务中心»'));
    check('member-variant', notice('供电云溪分公司', '«云溪供电公司»'));
    check('member-variant', notice('国网云溪县供电公司', '«县供电公司»'));
  });
  it('takes no office for another one', () => {
    for (const [unit, member] of [
      ['县公安分局', '县公安处'],
      ['县城乡规划中心、县城乡规划局', '县城乡规划处'],
      ['市城乡规划中心', '县城乡规划局'],
      ['县水务公司', '县供电公司'],
      ['云溪水务集团有限公司', '云溪燃气有限公司'],
    ] as const)
      check('member-variant', notice(unit, member));
  });
});

describe('list-mark-mixed between groups', () => {
  const many = (mark: string, n: number): string[] =>
    Array.from({ length: n }, () => `县财政局，各乡镇${mark}各产业园`);
  it('finds a comma where all other lists have 、', () =>
    check('list-mark-mixed', tasks(...many('、', 6), ...many('«，»', 1))));
  it('says nothing where both are in use', () => {
    check('list-mark-mixed', tasks(...many('、', 6), ...many('，', 2)));
    check('list-mark-mixed', tasks(...many('、', 3), ...many('，', 1)));
    check('list-mark-mixed', tasks(...many('、', 6), '县商务局，各乡镇，县直各单位'));
  });
});
