import { defineRule } from '../rule.ts';
import { numeralOf, runningText } from './running-text.ts';

const BLANK = '[ \\u3000]?';
const NUMERAL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY_END = `${BLANK}(?:日|号(?![楼线文地院井]))`;
/** 2026年9月31日, 9月28日至31日, 2026年13月 */
const DATE = new RegExp(
  `(?:(?<!\\d)(\\d{4})${BLANK}年${BLANK})?(?<![\\d.．第一二三四五六七八九十百])${NUMERAL}${BLANK}月(?:${BLANK}${NUMERAL}(?:${DAY_END})?(?:[至到—–~～－-]{1,2}${BLANK}${NUMERAL})?${DAY_END})?`,
  'g',
);
/** 2026.9.31, 2026-13-01: the year tells that it is a date and no version. */
const POINTED = /(?<![\d./A-Za-z-])((?:19|20)\d{2})([./-])(\d{1,2})\2(\d{1,2})(?![\d./A-Za-z-])/g;
/** 36月 may be a span; 13月底 is none. */
const OF_YEAR = /^(?:份|底|末|初|[上中下]旬)/;
const LUNAR = /(?:农历|阴历|旧历|夏历)[^，。；]{0,6}$/;

export default defineRule({
  id: 'date-impossible',
  since: '0.1.0',
  severity: 'error',
  presets: { published: 'warning' },
  looksAt: 'part',
  what: { zh: '日期不存在：没有这个月，或这个月没有这一天。', en: 'The date does not exist.' },
  why: {
    zh: '“9月31日前完成”没有这一天，到期没到期、逾期没逾期就说不清。',
    en: 'A deadline on a day that does not exist cannot be kept or missed.',
  },
  mend: { zh: '核对原定日期后改正。', en: 'Check which date was meant, and correct it.' },
  bad: [
    '1.完成甲园征收，«9月31日»前交地。\n责任单位：县自然资源局。\n',
    '1.«2026年2月29日»前完成甲园验收。\n责任单位：县住建局。\n',
    '1.«2026年13月»底前完成甲园验收。\n责任单位：县住建局。\n',
  ],
  good: [
    '1.2028年2月29日前完成甲园验收，2月29日起试运行。\n责任单位：县住建局。\n',
    '1.组织36月龄儿童体检，农历二月三十日前结束。\n责任单位：县卫生健康委。\n',
    '1.4月28日至5月31日开展集中整治。\n责任单位：县城管局。\n',
  ],
  fix: 'ask',
  check(view, report) {
    const text = runningText(view, '月./-', true);
    if (!text) return;
    const add = (start: number, printed: string, reason: string, en: string, right?: string): void => {
      const range = { start, end: start + printed.length };
      report({
        range,
        message: {
          zh: `“${printed}”不存在：${reason}。请核对后改正。`,
          en: `“${printed}” does not exist: ${en}. Check it, and correct it.`,
        },
        ...(right && {
          fixes: [
            {
              title: { zh: `改为“${right}”`, en: `Change to ${right}` },
              safe: false,
              edits: [{ range, text: right }],
            },
          ],
        }),
      });
    };
    if (text.includes('月')) {
      for (const match of text.matchAll(DATE)) {
        const [printed, year, monthPrinted, first, second] = match;
        const month = numeralOf(monthPrinted!);
        if (month === undefined || LUNAR.test(text.slice(Math.max(0, match.index - 10), match.index))) continue;
        if (month < 1 || month > 12) {
          const after = text.slice(match.index + printed.length);
          if (year || first || OF_YEAR.test(after))
            add(match.index, printed, `一年没有${monthPrinted}月`, `there is no month ${month}`);
          continue;
        }
        const last = daysOf(month, year);
        // The second day of 9月28日至31日 decides.
        const day = second && (numeralOf(second) ?? 0) > last ? second : first;
        const value = day === undefined ? 1 : (numeralOf(day) ?? 1);
        if (value >= 1 && value <= last) continue;
        const at = printed.lastIndexOf(day!);
        // February has 28 days or 29.
        const right =
          (month !== 2 || year) &&
          value > last &&
          /\d/.test(day!) &&
          `${printed.slice(0, at)}${last}${printed.slice(at + day!.length)}`;
        const whose = `${year ? `${year}年` : ''}${monthPrinted}月`;
        add(
          match.index,
          printed,
          value > last ? `${whose}没有${day}日` : `一个月没有${day}日`,
          `there is no day ${day} in that month`,
          right || undefined,
        );
      }
    }
    for (const match of text.matchAll(POINTED)) {
      const [printed, year, , month, day] = match;
      if (Number(month) < 1 || Number(month) > 12)
        add(match.index, printed, `一年没有${month}月`, `there is no month ${month}`);
      else {
        const last = daysOf(Number(month), year);
        if (Number(day) < 1 || Number(day) > last)
          add(
            match.index,
            printed,
            `${Number(month)}月没有${Number(day)}日`,
            `there is no day ${Number(day)} in that month`,
          );
      }
    }
  },
});

/** Days of a month; of February 29 where no year is said. */
function daysOf(month: number, year: string | undefined): number {
  return new Date(Date.UTC(year ? Number(year) : 2000, month, 0)).getUTCDate();
}
