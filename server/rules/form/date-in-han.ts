import { parseDate } from '../../model/dates.ts';
import { defineRule } from '../rule.ts';

/** GB/T 9704-2012. Before, the date was in Han numerals by GB/T 9704-1999. */
const IN_FORCE = '2012-07-01';

export default defineRule({
  id: 'date-in-han',
  since: '0.1.0',
  severity: 'info',
  presets: { published: 'off' },
  looksAt: 'notice',
  what: { zh: '成文日期用了汉字数字。', en: 'The date of issue is in Han numerals.' },
  why: {
    zh: '2012年起，公文的成文日期用阿拉伯数字将年、月、日标全；汉字写法是旧格式。',
    en: 'Since 2012 the date of issue is in Arabic numerals.',
  },
  source: 'GB/T 9704-2012 7.3.5.4',
  mend: { zh: '改为阿拉伯数字。', en: 'Write it in Arabic numerals.' },
  bad: [
    '云溪县水利局关于下达2026年水利任务的通知\n\n局机关各科室：\n\n现将任务下达给你们。\n\n云溪县水利局\n«二〇二六年二月十日»\n',
  ],
  good: [
    '云溪县水利局关于下达2026年水利任务的通知\n\n局机关各科室：\n\n现将任务下达给你们。\n\n云溪县水利局\n2026年2月10日\n',
    '云溪县水利局关于下达2005年水利任务的通知\n\n局机关各科室：\n\n现将任务下达给你们。\n\n云溪县水利局\n二〇〇五年二月十日\n',
  ],
  fix: 'safe',
  check({ notice }, report) {
    const { date, dateRange } = notice.head;
    if (!date || !dateRange || date < IN_FORCE) return;
    const printed = /[二一][〇○零O一二三四五六七八九\s]{3,8}年.*$/.exec(
      notice.text.slice(dateRange.start, dateRange.end),
    );
    if (!printed || parseDate(printed[0]) !== date) return;
    const [year, month, day] = date.split('-').map(Number);
    const right = `${year}年${month}月${day}日`;
    const start = dateRange.start + printed.index;
    const range = { start, end: start + printed[0].length };
    report({
      range,
      message: {
        zh: `成文日期“${printed[0]}”应用阿拉伯数字：“${right}”。`,
        en: `The date of issue should be in Arabic numerals: “${right}”.`,
      },
      fixes: [
        { title: { zh: `改为“${right}”`, en: `Change to ${right}` }, safe: true, edits: [{ range, text: right }] },
      ],
    });
  },
});
