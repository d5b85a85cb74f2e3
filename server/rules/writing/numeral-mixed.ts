import { toHan } from '../../syntax/numbers.ts';
import { defineRule } from '../rule.ts';
import { runningText } from './running-text.ts';

/** 千米, 百分 and the like are units or words of their own; 2026百强 is a year and a word. */
const OWN: Readonly<Record<string, string>> = {
  百: '(?!分|日|强|佳|姓|货|年|家姓|业|科|团|合|香|色|草|度|兆)',
  千: '(?!米|克|瓦|伏|卡|赫|帕|牛|焦|吨|乏|兆|字节|比特|安|升|禧|秋|里眼|山|岛|户万|兆|年古)',
};
/** 3千5百, 5百万, 1千余 */
const MIXED = new RegExp(
  `(?<![\\d.．A-Za-z第])(\\d{1,2})(?:(千)${OWN.千}(?:(\\d)百${OWN.百})?|(百)${OWN.百})(万)?`,
  'g',
);
/** 10几个 */
const SOME = /(?<![\d.．])(\d{1,3})几(?=[个家名人户次件项条处座年天日万岁])/g;

export default defineRule({
  id: 'numeral-mixed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'off' },
  looksAt: 'part',
  what: {
    zh: '一个数里阿拉伯数字和汉字数字混用。',
    en: 'One number mixes Arabic and Han numerals.',
  },
  why: {
    zh: '阿拉伯数字后面只可以带“万”“亿”，“3千5百”“5百万”应写作“3500”“500万”；含“几”的概数用汉字。',
    en: 'Only 万 and 亿 follow Arabic numerals: 3千5百 is 3500, 5百万 is 500万. Numbers with 几 are Han.',
  },
  source: 'GB/T 15835-2011 5.2.1、5.3',
  mend: { zh: '统一用阿拉伯数字，或统一用汉字数字。', en: 'Use one kind of numerals.' },
  bad: [
    '1.新建标准厂房«3千5百»平方米。\n责任单位：县住建局。\n',
    '1.投入«5百万»元改造甲园。\n责任单位：县财政局。\n',
    '1.走访企业«20几»家。\n责任单位：县工商联。\n',
  ],
  good: [
    '1.新建标准厂房3500平方米，投入500万元、1.2亿元，架线5千米，装机10千瓦。\n责任单位：县住建局。\n',
    '1.开展2026百日攻坚，走访二十几家企业，评选10百强企业。\n责任单位：县工商联。\n',
  ],
  fix: 'safe',
  check(view, report) {
    const text = runningText(view, '千百几');
    if (!text) return;
    const add = (start: number, printed: string, right: string, safe: boolean): void => {
      const range = { start, end: start + printed.length };
      report({
        range,
        message: {
          zh: `“${printed}”里阿拉伯数字和汉字数字混用，应为“${right}”。`,
          en: `“${printed}” mixes Arabic and Han numerals: it should be “${right}”.`,
        },
        fixes: [{ title: { zh: `改为“${right}”`, en: `Change to ${right}` }, safe, edits: [{ range, text: right }] }],
      });
    };
    for (const match of text.matchAll(MIXED)) {
      const [printed, first, thousand, hundreds, , myriad] = match;
      const value = thousand ? Number(first) * 1000 + Number(hundreds ?? 0) * 100 : Number(first) * 100;
      if (value) add(match.index, printed, `${value}${myriad ?? ''}`, true);
    }
    for (const match of text.matchAll(SOME)) {
      const value = Number(match[1]);
      const tens = value % 10 === 0 && value >= 10 && value < 100;
      if (tens) add(match.index, match[0], `${toHan(value)}几`, true);
    }
  },
});
