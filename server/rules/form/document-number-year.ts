import { absolute, type Item, type Notice, type Range } from '../../model/notice.ts';
import { defineRule } from '../rule.ts';

const YEAR =
  /(?<=[\u4e00-\u9fff][ \u3000]?[〔[［（(【][ \u3000]?)((?:19|20)\d{2})(?=[ \u3000]?[〕\]］）)】][ \u3000]?第?[ \u3000]?\d{1,5}[ \u3000]?号(?![楼线路地]))/g;

export default defineRule({
  id: 'document-number-year',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '发文字号的年份与成文日期对不上，或引用的文件比本通知还晚。',
    en: 'The year of the document number does not go with the date, or a document is cited that is yet to come.',
  },
  why: {
    zh: '年初沿用上一年的模板，最容易忘改字号里的年份；引错年份就找不到所依据的文件。',
    en: 'A template of last year keeps last year’s number, and a wrong year leads to no document.',
  },
  source: 'GB/T 9704-2012 7.2.5',
  mend: {
    zh: '核对字号和成文日期，改正写错的一处。',
    en: 'Check the number and the date, and correct the one that is wrong.',
  },
  bad: [
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n云政发〔«2025»〕3号\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年5月10日\n',
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n云政发〔2026〕3号\n\n各乡镇人民政府，县直有关单位：\n\n根据云政办发〔«2062»〕1号文件精神，现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年5月10日\n',
  ],
  good: [
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n云政发〔2025〕93号\n\n各乡镇人民政府，县直有关单位：\n\n根据云政办发〔2024〕1号文件精神，现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年1月10日\n',
  ],
  fix: 'none',
  summarize: yearsIn,
  check({ notice, summaryOf }, report) {
    const { date, number } = notice.head;
    if (!date) return;
    const issued = Number(date.slice(0, 4));
    // A number may be given in the last days of a year and the notice issued in the first ones of the next.
    const earliest = Number(date.slice(5, 7)) <= 2 ? issued - 1 : issued;
    notice.items.forEach((_, part) => {
      for (const { year, range } of summaryOf(part) ?? []) {
        const place = absolute(notice, part, range);
        const own = number !== undefined && number.range.start <= place.start && place.end <= number.range.end;
        const digits = { range: place };
        if (own && (year < earliest || year > issued))
          report({
            ...digits,
            message: {
              zh: `发文字号的年份是${year}，成文日期是${issued}年。请核对后改正。`,
              en: `The document number is of ${year}, the date of ${issued}. Check them, and correct the wrong one.`,
            },
          });
        else if (!own && year > issued && inText(notice, part))
          report({
            ...digits,
            message: {
              zh: `引用的文件是${year}年的，比本通知的成文日期（${issued}年）还晚。请核对年份。`,
              en: `The document cited is of ${year}, and the notice of ${issued}. Check the year.`,
            },
          });
      }
    });
  },
});

function inText({ zones }: Notice, part: number): boolean {
  return zones[part] !== 'table' && zones[part] !== 'head';
}

function yearsIn(_: Item, text: string): readonly { year: number; range: Range }[] | undefined {
  if (!text.includes('号')) return undefined;
  const years = [...text.matchAll(YEAR)].map((match) => ({
    year: Number(match[1]),
    range: { start: match.index, end: match.index + 4 },
  }));
  return years.length ? years : undefined;
}
