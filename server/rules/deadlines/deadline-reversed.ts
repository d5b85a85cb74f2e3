import { absolute, type Item, type Range } from '../../model/notice.ts';
import { textStart } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { bindings, isReversed } from './deadlines.ts';

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
    '1.«6月20日—15日»开展集中整治。\n责任单位：县城管局\n',
  ],
  good: [
    '1.开展冬季清洁行动。\n责任单位：县城管局\n完成时限：2026年11月—次年3月\n',
    '1.开展冬季清洁行动。\n责任单位：县城管局\n完成时限：2026年11月至2027年3月\n',
    '1.6月15日—20日开展集中整治，12月28日至1月3日值班，每月25日至次月5日报送。\n责任单位：县城管局\n',
  ],
  fix: 'ask',
  summarize: reversedIn,
  check({ notice, summaryOf }, report) {
    const told = new Set<number>();
    for (const { deadline, range } of bindings(notice)) {
      if (!isReversed(deadline)) continue;
      const { text } = deadline;
      told.add(range.start);
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
    notice.items.forEach((_, part) => {
      if (notice.zones[part] === 'table') return;
      for (const { text, range } of summaryOf(part) ?? []) {
        const place = absolute(notice, part, range);
        if (told.has(place.start)) continue;
        report({
          range: place,
          message: {
            zh: `“${text}”结束早于开始。请核对起止时间。`,
            en: `“${text}” ends before it begins. Check it.`,
          },
        });
      }
    });
  },
});

/** 6月20日—15日, 6月20日至6月15日; 2026年9月至2026年6月. Where the end says its own month alone, it may be of the next year. */
const DAYS = /(?<!\d)(?:\d{4}年)?(\d{1,2})月(\d{1,2})日?(?:[—–~～－-]{1,2}|至|到)(?:(\d{1,2})月)?(\d{1,2})日(?!内)/g;
const YEARS = /(?<!\d)(\d{4})年(\d{1,2})月[底初末]?(?:[—–~～－-]{1,2}|至|到)(\d{4})年(\d{1,2})月/g;

interface Reversed {
  readonly text: string;
  /** In the part. */
  readonly range: Range;
}

/** Periods in running text that end before they begin, whatever the year. */
function reversedIn(item: Item, text: string): readonly Reversed[] | undefined {
  if (!text.includes('月') || !/[—–~～－至到-]/.test(text)) return undefined;
  const start = textStart({ item });
  const own = text.slice(start);
  const found: Reversed[] = [];
  const add = ({ 0: printed, index }: RegExpExecArray): void => {
    const from = start + index;
    found.push({ text: printed, range: { start: from, end: from + printed.length } });
  };
  for (const match of own.matchAll(DAYS)) {
    const [, month, first, other, second] = match;
    if ((other ?? month) === month && Number(second) < Number(first)) add(match);
  }
  for (const match of own.matchAll(YEARS)) {
    const [, year, month, laterYear, laterMonth] = match.map(Number) as [number, number, number, number, number];
    if (laterYear * 12 + laterMonth < year * 12 + month) add(match);
  }
  return found.length ? found : undefined;
}
