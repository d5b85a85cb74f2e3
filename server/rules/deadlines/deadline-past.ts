import { sayDay } from '../../model/deadlines.ts';
import { defineRule } from '../rule.ts';
import { bindings, isReversed } from './deadlines.ts';

const HEAD = '云溪县人民政府关于印发2026年重点任务的通知\n\n各乡镇人民政府：\n\n云溪县人民政府\n2026年4月10日\n\n';

export default defineRule({
  id: 'deadline-past',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '完成时限早于成文日期。', en: 'A deadline was over when the notice was issued.' },
  why: {
    zh: '通知印发时任务已经逾期。多半是从上年的通知抄来，年份没有改，或者印发推迟后时限没有顺延。',
    en: 'The task is late on the day it is given: last year’s date was copied, or the notice was delayed.',
  },
  mend: { zh: '改正年份，或重新确定时限。', en: 'Correct the year, or set another date.' },
  bad: [
    `${HEAD}1.推进甲园建设。\n责任单位：县发改委\n完成时限：«2025年9月底前»\n`,
    `${HEAD}1.推进甲园建设。\n责任单位：县发改委\n完成时限：«3月底前»\n`,
  ],
  good: [
    `${HEAD}1.推进甲园建设。\n责任单位：县发改委\n完成时限：4月10日前\n`,
    '云溪县人民政府关于印发2026年重点任务的通知\n\n各乡镇人民政府：\n\n云溪县人民政府\n2025年12月20日\n\n1.推进甲园建设。\n责任单位：县发改委\n完成时限：3月底前\n',
    `${HEAD}1.推进甲园建设，一季度已完成选址。\n责任单位：县发改委\n完成时限：2026年9月底前\n`,
    `${HEAD}1.开展冬季清洁行动。\n责任单位：县城管局\n完成时限：2026年11月—3月\n`,
  ],
  fix: 'ask',
  check({ notice }, report) {
    const { date, dateRange } = notice.head;
    if (!date) return;
    const dated = bindings(notice).filter(
      ({ deadline }) => deadline.due !== undefined && !deadline.ongoing && !isReversed(deadline),
    );
    // Stages may be over; what is last of a task is not to be.
    const past = dated.filter(
      ({ deadline, last }) => deadline.due! < date && last.due !== undefined && last.due < date,
    );
    if (past.length >= 3 && past.length * 2 > dated.length && dateRange) {
      report({
        range: dateRange,
        message: {
          zh: `${dated.length}个完成时限有${past.length}个早于成文日期${sayDay(date)}。请核对成文日期。`,
          en: `${past.length} of ${dated.length} deadlines are before the date of the notice (${date}). Check that date.`,
        },
      });
      return;
    }
    for (const { deadline, range } of past) {
      const { text, due, year } = deadline;
      const issued = date.slice(0, 4);
      const right = due!.slice(0, 4) < issued && text.startsWith(due!.slice(0, 4)) ? issued + text.slice(4) : undefined;
      const fits = right !== undefined && issued + due!.slice(4) >= date && range.end - range.start === text.length;
      const next = year === 'said' ? '' : '；指下一年的，请写明年份';
      report({
        range,
        message: {
          zh: `时限“${text}”${year === 'said' ? '' : `（${sayDay(due!)}）`}早于成文日期${sayDay(date)}。请核对年份，或重新确定时限${next}。`,
          en: `“${text}” (${due}) is before the notice’s date, ${date}. Check the year, or set another date.`,
        },
        ...(fits && {
          fixes: [
            {
              title: { zh: `改为“${right}”`, en: `Change to ${right}` },
              safe: false,
              edits: [{ range: { start: range.start, end: range.start + 4 }, text: issued }],
            },
          ],
        }),
      });
    }
  },
});
