import { sayDay } from '../../model/deadlines.ts';
import type { Deadline } from '../../model/notice.ts';
import { defineRule } from '../rule.ts';
import { bindings } from './deadlines.ts';

const TITLE = '云溪县人民政府关于印发2026年重点任务的通知\n\n';

export default defineRule({
  id: 'deadline-after-plan',
  since: '0.1.0',
  severity: 'info',
  presets: { published: 'off' },
  looksAt: 'notice',
  options: {
    months: {
      default: 0,
      minimum: 0,
      what: {
        zh: '允许晚于任务年度几个月。',
        en: 'How many months after the plan’s time a deadline may lie.',
      },
    },
  },
  what: { zh: '完成时限晚于任务的年度。', en: 'A deadline lies after the time that the plan is for.' },
  why: {
    zh: '年度任务写到了下一年，年底考核时无法销号；也可能是年份写错。',
    en: 'A task of the year cannot be closed at its end; or the year is a slip.',
  },
  mend: {
    zh: '核对年份；确需跨年的，写明本年度完成到哪一步。',
    en: 'Check the year; where the task goes on, say how far it gets this year.',
  },
  bad: [`${TITLE}1.推进甲园建设。\n责任单位：县发改委\n完成时限：«2027年6月底前»\n`],
  good: [
    `${TITLE}1.推进甲园建设，到2028年全部建成。\n责任单位：县发改委\n完成时限：2026年12月底前\n`,
    '云溪县人民政府关于印发城市更新三年行动计划（2026—2028年）的通知\n\n1.推进甲园建设。\n责任单位：县发改委\n完成时限：2027年6月底前\n',
    {
      text: `${TITLE}1.开展年度绩效评价。\n责任单位：县财政局\n完成时限：2027年2月底前\n`,
      options: { months: 3 },
    },
  ],
  fix: 'none',
  check({ notice, options }, report) {
    const { plan } = notice;
    if (!plan || (plan.unit !== 'year' && plan.unit !== 'years')) return;
    const end = later(plan.due, options.months);
    const dated = bindings(notice).filter(({ deadline: { due } }) => due !== undefined);
    const after = dated.filter(({ deadline, stages }) => deadline.due! > end && isBeyond(deadline, stages, end));
    // Where many do, the notice's tasks go on, and it means so.
    if (after.length > Math.max(1, dated.length / 5)) return;
    for (const { deadline, range } of after) {
      report({
        range,
        message: {
          zh: `时限“${deadline.text}”（${sayDay(deadline.due!)}）晚于本通知的任务年度（${plan.text}）。请核对年份；确需跨年的，写明本年度完成到哪一步。`,
          en: `“${deadline.text}” (${deadline.due}) lies after the plan’s time (${plan.text}). Check the year, or say how far it gets this year.`,
        },
      });
    }
  },
});

/**
 * A year said in figures, and nothing said of this one: 2026—2028年 and 2026年底前见效，2027年底前完成 say how far it gets
 * this year.
 */
function isBeyond({ year, from }: Deadline, stages: readonly Deadline[], end: string): boolean {
  if (year !== 'said' || (from !== undefined && from <= end)) return false;
  return !stages.some(({ due }) => due !== undefined && due <= end);
}

/** ISO dates compare as text; a day too many at the end of a month does no harm. */
function later(iso: string, months: number): string {
  const [year, month] = iso.split('-').map(Number) as [number, number];
  const sum = year * 12 + month - 1 + months;
  return `${Math.floor(sum / 12)}-${String((sum % 12) + 1).padStart(2, '0')}-31`;
}
