import { defineRule } from '../rule.ts';
import { runningText } from './running-text.ts';

/** 26年底, 26年5月, 26年一季度: what follows tells a year from a span of years, what stands before a span from a year. */
const SHORT =
  /(?<![\d.．〇○%‰/~～—–－-])(?:[’'‘](\d{2})年|(?<![近满超约共历达过逾这整隔续干期时第])(\d{2})年(?=\d{1,2}月|[一二三四1-4]季度|第[一二三四]季度|[上下]半年|底(?![薪色线蕴子])|年底|年末|末|年?初(?![步期中级始心显具创衷见现建])))/g;

export default defineRule({
  id: 'year-shortened',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '年份只写了两位数字。', en: 'A year is shortened to two digits.' },
  why: {
    zh: '四位数字表示的年份不应简写为两位数字，“26年”也可以读作二十六年。',
    en: 'Years are written with four digits: 26年 is also a span of twenty-six years.',
  },
  source: 'GB/T 15835-2011 5.1.4',
  mend: { zh: '写全四位数字。', en: 'Write all four digits.' },
  bad: ['1.«26年»底前完成甲园验收。\n责任单位：县住建局。\n', '1.«26年»5月前完成甲园验收。\n责任单位：县住建局。\n'],
  good: [
    '1.2026年底前完成甲园验收，近26年来首次开放，连续10年上半年实现增长。\n责任单位：县住建局。\n',
    '1.建设周期10年，20年初见成效，土地承包期再延长30年。\n责任单位：县农业农村局。\n',
  ],
  fix: 'ask',
  check(view, report) {
    const text = runningText(view, '年');
    if (!text) return;
    for (const match of text.matchAll(SHORT)) {
      const printed = match[0];
      const digits = (match[1] ?? match[2])!;
      const right = `${fullYear(digits, view.facts.date)}年`;
      const range = { start: match.index, end: match.index + printed.length };
      report({
        range,
        message: {
          zh: `年份“${printed}”应写全四位数字，如“${right}”。`,
          en: `The year “${printed}” should have four digits, as “${right}”.`,
        },
        fixes: [
          { title: { zh: `改为“${right}”`, en: `Change to ${right}` }, safe: false, edits: [{ range, text: right }] },
        ],
      });
    }
  },
});

/** The year with these last digits that is nearest to the notice's date; without a date, of this century. */
function fullYear(digits: string, date: string | undefined): number {
  const near = date ? Number(date.slice(0, 4)) : 2030;
  const century = near - (near % 100);
  return [-100, 0, 100]
    .map((away) => century + away + Number(digits))
    .sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0]!;
}
