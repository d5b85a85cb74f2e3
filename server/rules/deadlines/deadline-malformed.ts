import { absolute, type Item } from '../../model/notice.ts';
import type { Phrase } from '../../model/phrases.ts';
import { defineRule, type Fix, type Report } from '../rule.ts';
import { alike, type PlacedPhrase, phrasesInTables } from './table-deadlines.ts';

/** Other rules say so wherever it stands: a month or a day that no year has, 6月30前 without 日. */
const OF_DATES = /\d\s*月\s*\d{1,2}\s*(?:之?前|以前)?$/;

export default defineRule({
  id: 'deadline-malformed',
  since: '0.1.0',
  severity: 'error',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '完成时限写错，读不出是哪一天。', en: 'The deadline is garbled: no day can be read from it.' },
  why: {
    zh: '多字、漏字的时限，各单位各有各的理解，到期督办没有依据。',
    en: 'Everyone reads a garbled deadline differently, and nobody can be held to it.',
  },
  mend: { zh: '按原定日期改正，如“2026年6月底前”。', en: 'Write the day that was meant, as in 2026年6月底前.' },
  bad: [
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：«2026年6月底底前»\n',
    '1.推进甲园建设。（责任单位：县发改委；完成时限：«202612月底前»）\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：«五季度末»\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：«2026年6低前»\n',
    '附件\n\n任务分解表\n\n| 序号 | 主要任务 | 完成时限 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 推进甲园建设 | «202612月底前» | 县发改委 |\n| 2 | 推进乙园建设 | 20269月底前完成 | 县商务局 |\n',
  ],
  good: [
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：2026年年底前\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：2026年6月底前完成主体，9月底前全部竣工，并长期坚持\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：2026年汛期前\n',
    '附件\n\n任务分解表\n\n| 序号 | 主要任务 | 完成时限 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 推进甲园建设 | 20260930 | 县发改委 |\n| 2 | 推进乙园建设 | 202612 | 县商务局 |\n',
  ],
  fix: 'ask',
  summarize: malformedIn,
  check({ notice, summaryOf }, report) {
    notice.zones.forEach((zone, part) => {
      const phrases = zone === 'table' || zone === 'head' ? undefined : summaryOf(part);
      for (const phrase of phrases ?? []) report(reportOf([{ phrase, range: absolute(notice, part, phrase.range) }]));
    });
    const inTables = phrasesInTables(notice, (phrase) => isMalformed(phrase) && !COMPACT.test(phrase.text));
    for (const places of alike(inTables, ({ phrase }) => (YEAR_LOST.test(phrase.text) ? '年' : phrase.text)))
      report(reportOf(places));
  },
});

/** 20260630 and 202606: a sheet's way to write a day, which can be read. */
const COMPACT = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?$/;

function malformedIn({ deadlines }: Item): readonly Phrase[] | undefined {
  const found = deadlines.filter(isMalformed);
  return found.length ? found : undefined;
}

function isMalformed({ text, unclear, span }: Phrase): boolean {
  if (unclear !== 'malformed' && unclear !== 'impossible') return false;
  return (unclear === 'malformed' || !!span?.every || text.includes('季度')) && !OF_DATES.test(text);
}

/** What is wrong alike in several cells of a table is said at the first, and mended in all. */
function reportOf(places: readonly [PlacedPhrase, ...PlacedPhrase[]]): Report {
  const [{ phrase, range }] = places;
  const { text } = phrase;
  const right = mended(text);
  const count = places.length;
  const so = count > 1 ? { zh: `，表中共${count}处`, en: `, at ${count} places of the table` } : { zh: '', en: '' };
  const edits = places.flatMap((place) => {
    const put = mended(place.phrase.text);
    const { start, end } = place.range;
    return put !== undefined && end - start === place.phrase.text.length ? [{ range: place.range, text: put }] : [];
  });
  const title: Fix['title'] =
    count > 1
      ? { zh: `改为“${right}”等（共${count}处）`, en: `Change to ${right} and so on, at ${count} places` }
      : { zh: `改为“${right}”`, en: `Change to ${right}` };
  return {
    range,
    message: {
      zh: `时限“${text}”有误，读不出是哪一天${so.zh}。请改为“${right ?? '2026年6月底前'}”${right ? '' : '这样的写法'}。`,
      en: `No day can be read from “${text}”${so.en}. Write it ${right ? `“${right}”` : 'like 2026年6月底前'}.`,
    },
    ...(edits.length === count && { fixes: [{ title, safe: false, edits }] }),
  };
}

/** 202612月底前 */
const YEAR_LOST = /^(20\d{2})((?:0?[1-9]|1[0-2])月.*)$/;

/** What was meant, where one reading is likely: a character twice, or a 年 that conversion lost. */
function mended(text: string): string | undefined {
  const lost = YEAR_LOST.exec(text);
  if (lost) return `${lost[1]}年${lost[2]}`;
  const dotted = /^(0?[1-9]|1[0-2])[./](0?[1-9]|[12]\d|3[01])(之?前|以前)?$/.exec(text);
  if (dotted) return `${Number(dotted[1])}月${Number(dotted[2])}日${dotted[3] ?? ''}`;
  const once = text.replace(/([年月日号底末前])\1/, '$1');
  return once === text ? undefined : once;
}
