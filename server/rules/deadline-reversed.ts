import { bindings } from './deadlines.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'deadline-reversed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '起止时间颠倒：结束早于开始。', en: 'A period ends before it begins.' },
  why: {
    zh: '起止时间颠倒，不是写错了月份，就是跨年没有写“次年”。',
    en: 'Either a month is wrong, or the period ends in the next year and does not say so.',
  },
  mend: { zh: '核对起止月份；跨年的，写明“次年”或年份。', en: 'Check both; where it ends in the next year, say 次年.' },
  bad: [
    '1.开展冬季清洁行动。\n责任单位：县城管局\n完成时限：«2026年11月—3月»\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：«2026年9月至2026年6月»\n',
  ],
  good: [
    '1.开展冬季清洁行动。\n责任单位：县城管局\n完成时限：2026年11月—次年3月\n',
    '1.开展冬季清洁行动。\n责任单位：县城管局\n完成时限：2026年11月至2027年3月\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    for (const { deadline, range } of bindings(notice)) {
      const { from, due, text } = deadline;
      if (!from || !due || from <= due) continue;
      // Where the end says its year, it is a slip and not the turn of the year.
      const end = /(?:[-—–~～－─]{1,2}|至|到)\s*(?=\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?$)/.exec(text);
      const at = end && range.start + end.index + end[0].length;
      const whole = range.end - range.start === text.length;
      report({
        range,
        message: {
          zh: `“${text}”结束早于开始。请核对${end ? '；到第二年的，写“次年”' : '起止时间'}。`,
          en: `“${text}” ends before it begins. Check it${end ? '; if it ends in the next year, say 次年' : ''}.`,
        },
        ...(at &&
          whole && {
            fixes: [
              {
                title: { zh: '加“次年”', en: 'Insert 次年' },
                safe: false,
                edits: [{ range: { start: at, end: at }, text: '次年' }],
              },
            ],
          }),
      });
    }
  },
});
