import { parseDate } from '../../model/dates.ts';
import { datesOfDigits } from '../form/letter.ts';
import { defineRule, type PartView, type Report, type Severity } from '../rule.ts';
import { runningText } from './running-text.ts';

const POINTED = /(?<![\d./A-Za-z-])(?:19|20)\d{2}([./-])\d{1,2}\1\d{1,2}(?![\d./A-Za-z-])[日号]?/g;
const ZERO = /(?<![\d./-])(?:\d{4}[ \u3000]?年[ \u3000]?)?\d{1,2}[ \u3000]?月(?:[ \u3000]?\d{1,2}[ \u3000]?日)?/g;
/** 5月10前 anywhere; 2026年5月10 where the sentence stops, or says what happens: no measure word, so no number of things. */
const NO_DAY =
  /(?<![\d.])(?:\d{4}年\d{1,2}月\d{1,2}(?=[之以]?前(?!后)|起|止|正式|开始|启动|召开|举[行办]|开(?:放|园|工|幕|业|通)|投(?:用|产)|竣工|施行|[，。；）)]|\s*$)|\d{1,2}月\d{1,2}(?=[之以]?前(?![一二三四五六七八九十\d后列景沿往进])))/g;

export default defineRule({
  id: 'date-malformed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: {
    zh: '日期写法不规范：少“日”、月日前补“0”，或用点、斜线、短横代替年月日。',
    en: 'A date is not written as 年月日: it lacks 日, has leading zeros, or points in place of the characters.',
  },
  why: {
    zh: '公文中的日期用阿拉伯数字将年、月、日标全，月、日不编虚位。',
    en: 'Official documents write dates with 年, 月 and 日 in full, without leading zeros.',
  },
  source: 'GB/T 9704-2012 7.3.5.4；GB/T 15835-2011 5.1.4',
  mend: { zh: '写作“2026年5月1日”。', en: 'Write 2026年5月1日.' },
  bad: [
    '1.«2026年5月1»前完成甲园验收。\n责任单位：县住建局。\n',
    '1.甲园«2026年10月8»正式开放。\n责任单位：县住建局。\n',
    '1.«2026年05月01日»前完成甲园验收。\n责任单位：县住建局。\n',
    '1.甲园自«2026.5.1»起试运行。\n责任单位：县住建局。\n',
    '云溪县人民政府关于印发2026年重点任务的通知\n\n各乡镇人民政府：\n\n现将重点任务印发给你们，请认真抓好落实。\n\n云溪县人民政府\n«2026210»\n\n1.推进甲园建设。\n责任单位：县住建局。\n',
  ],
  good: [
    '1.甲园2026年10月8日正式开放，2026年10月8家企业开工。\n责任单位：县住建局。\n',
    '1.2026年5月1日前完成甲园验收，2026年5月15家企业入园。\n责任单位：县住建局。\n',
    '1.执行2026年5月1、2日的值班安排，升级系统至V2026.5.1。\n责任单位：县数据局。\n',
    '1.推进甲园建设。\n责任单位：县住建局。\n\n联系电话：2021419\n\n2021979\n',
  ],
  fix: 'safe',
  check(view, report) {
    reportDigits(view, report);
    const text = runningText(view, '月./-');
    if (!text) return;
    const add = (start: number, printed: string, right: string, fault: [string, string], severity?: Severity): void => {
      const range = { start, end: start + printed.length };
      report({
        range,
        ...(severity && { severity }),
        message: {
          zh: `日期“${printed}”${fault[0]}，应为“${right}”。`,
          en: `The date “${printed}” ${fault[1]}: it should be “${right}”.`,
        },
        fixes: [
          { title: { zh: `改为“${right}”`, en: `Change to ${right}` }, safe: true, edits: [{ range, text: right }] },
        ],
      });
    };
    for (const match of text.matchAll(POINTED)) {
      const date = parseDate(match[0].replace(/[日号]$/, ''));
      if (!date) continue;
      // The standard of numerals lets a full date be written with -, that of official documents doesn't.
      const [year, month, day] = date.split('-').map(Number);
      const own = match[1] === '-' && view.item.marker !== 'date';
      const fault: [string, string] = ['没有用“年”“月”“日”', 'is not written with 年, 月 and 日'];
      add(match.index, match[0], `${year}年${month}月${day}日`, fault, own ? 'info' : undefined);
    }
    if (!text.includes('月')) return;
    for (const match of text.matchAll(ZERO)) {
      const right = match[0].replace(/(?<!\d)0(?=[1-9])/g, '');
      if (right !== match[0]) add(match.index, match[0], right, ['的月、日前多“0”', 'has leading zeros']);
    }
    for (const match of text.matchAll(NO_DAY)) {
      const [month, day] = match[0]
        .replace(/^\d{4}年/, '')
        .split('月')
        .map(Number) as [number, number];
      if (month < 1 || month > 12 || day < 1 || day > 31) continue;
      add(match.index, match[0], `${match[0]}日`, ['缺“日”', 'lacks 日']);
    }
  },
});

/** The line of the date of issue with nothing left of it but digits. A text of the plan may go on in such a line. */
function reportDigits({ item, zone }: PartView, report: (report: Report) => void): void {
  if ((zone !== 'letter' && zone !== 'tail') || item.number || !/^\d{6,8}$/.test(item.text)) return;
  const dates = datesOfDigits(item.text);
  if (!dates.length) return;
  const right = dates.join('”或“');
  report({
    range: item.textRange,
    message: {
      zh: `成文日期“${item.text}”缺“年”“月”“日”，应为“${right}”。`,
      en: `The date “${item.text}” lacks 年, 月 and 日: it should be “${right.replace('”或“', '” or “')}”.`,
    },
    fixes: dates.map((date) => ({
      title: { zh: `改为“${date}”`, en: `Change to ${date}` },
      safe: false,
      edits: [{ range: item.textRange, text: date }],
    })),
  });
}
