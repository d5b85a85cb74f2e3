import { defineRule } from '../rule.ts';
import { runningText } from './running-text.ts';

/** 二○二六年: digits one after the other, one of which at least is a Han digit other than zero. */
const YEAR = /(?<![〇○零一二三四五六七八九十百千\dA-Za-z])[一二][〇○零OoＯ0０一二三四五六七八九]{3}(?=[ \u3000]?年)/g;
const WRONG = /[○零OoＯ0０]/g;

export default defineRule({
  id: 'zero-wrong',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '汉字年份里的“〇”写成了别的字。', en: 'Another character stands for 〇 in a year in Han numerals.' },
  why: {
    zh: '用作编号时“0”的汉字是“〇”，不是“零”，更不是圆圈“○”、字母“O”或数字“0”；写错了按年份就检索不到。',
    en: 'The zero of a year is 〇: with 零, a circle, a letter or a digit, nobody finds the year by searching.',
  },
  source: 'GB/T 15835-2011 5.2.5',
  mend: { zh: '改为“〇”（U+3007）。', en: 'Write 〇 (U+3007).' },
  bad: [
    '1.编制«二○二六年»水网建设计划。\n责任单位：县水利局。\n',
    '1.编制«二零二六年»水网建设计划。\n责任单位：县水利局。\n',
  ],
  good: ['1.编制二〇二六年水网建设计划，实现零投诉、零延误一年以上。\n责任单位：县水利局。\n'],
  fix: 'safe',
  check(view, report) {
    const text = runningText(view, '○零OoＯ0０');
    if (!text?.includes('年')) return;
    for (const match of text.matchAll(YEAR)) {
      const [digits] = match;
      const wrong = digits.match(WRONG)?.[0];
      if (!wrong || (digits.match(/[一二三四五六七八九]/g)?.length ?? 0) < 2) continue;
      const right = digits.replace(WRONG, '〇');
      const end = text.indexOf('年', match.index) + 1;
      report({
        range: { start: match.index, end },
        message: {
          zh: `“${digits}年”的“${wrong}”应为“〇”：“${right}年”。`,
          en: `${wrong} in “${digits}年” should be 〇.`,
        },
        fixes: [
          {
            title: { zh: `改为“${right}年”`, en: `Change to ${right}年` },
            safe: true,
            edits: [{ range: { start: match.index, end: match.index + digits.length }, text: right }],
          },
        ],
      });
    }
  },
});
