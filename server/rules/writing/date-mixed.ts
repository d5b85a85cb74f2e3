import { defineRule } from '../rule.ts';
import { numeralOf, runningText } from './running-text.ts';

const HAN_DIGIT = '[〇○零一二三四五六七八九]';
const HAN = '[一二三四五六七八九十]{1,3}';
/** Each of the three may be missing from the left or the right; 三月三 and 八月十五 are feasts. */
const DATE = new RegExp(
  `(?<![\\d一二三四五六七八九十〇○零])(?:(\\d{4}|${HAN_DIGIT}{4})年)?(\\d{1,2}|${HAN})月(?:(\\d{1,2}|${HAN})日)?(?![一二三四五六七八九十]|[初廿])`,
  'g',
);

export default defineRule({
  id: 'date-mixed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '一个日期里汉字数字和阿拉伯数字混用。', en: 'One date mixes Han and Arabic numerals.' },
  why: {
    zh: '同一个日期只用一种数字；公文的日期用阿拉伯数字。',
    en: 'A date uses one kind of numerals; in official documents these are Arabic.',
  },
  source: 'GB/T 9704-2012 7.3.5.4；GB/T 15835-2011 5.3',
  mend: { zh: '统一改为阿拉伯数字。', en: 'Write all of it in Arabic numerals.' },
  bad: [
    '1.«二〇二六年9月30日»前完成甲园验收。\n责任单位：县住建局。\n',
    '1.«2026年九月三十日»前完成甲园验收。\n责任单位：县住建局。\n',
    '1.«2026年九月»底前完成甲园验收。\n责任单位：县住建局。\n',
  ],
  good: [
    '1.2026年9月30日前完成甲园验收，办好2026年三月三歌会、八月十五赏月。\n责任单位：县文旅局。\n',
    '1.二〇二六年九月三十日前完成甲园验收，5月一日游精品线路上线。\n责任单位：县文旅局。\n',
  ],
  fix: 'safe',
  check(view, report) {
    const text = runningText(view, '月', true);
    if (!text) return;
    for (const match of text.matchAll(DATE)) {
      const [printed, year, month, day] = match;
      const numerals = [year, month, day].filter((numeral): numeral is string => numeral !== undefined);
      const arabic = numerals.filter((numeral) => /\d/.test(numeral)).length;
      if (arabic === 0 || arabic === numerals.length) continue;
      // 5月一日游: a day's trip.
      if (day === '一' && !/^[前起之以止至，。；、）)]/.test(text.slice(match.index + printed.length))) continue;
      const right = [year && `${yearOf(year)}年`, `${numeralOf(month!)}月`, day && `${numeralOf(day)}日`]
        .filter(Boolean)
        .join('');
      if (/undefined|NaN/.test(right)) continue;
      const range = { start: match.index, end: match.index + printed.length };
      report({
        range,
        message: {
          zh: `“${printed}”里汉字数字和阿拉伯数字混用，应为“${right}”。`,
          en: `“${printed}” mixes Han and Arabic numerals: it should be “${right}”.`,
        },
        fixes: [
          { title: { zh: `改为“${right}”`, en: `Change to ${right}` }, safe: true, edits: [{ range, text: right }] },
        ],
      });
    }
  },
});

function yearOf(year: string): number {
  if (/\d/.test(year)) return Number(year);
  return Number([...year.replace(/[○零]/g, '〇')].map((digit) => '〇一二三四五六七八九'.indexOf(digit)).join(''));
}
