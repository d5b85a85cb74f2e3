import { absolute, type Item } from '../../model/notice.ts';
import { type Phrase, VAGUE } from '../../model/phrases.ts';
import { defineRule, type Report } from '../rule.ts';
import { alike, type PlacedPhrase, phrasesInTables } from './table-deadlines.ts';

export default defineRule({
  id: 'deadline-unclear',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  options: {
    words: {
      default: VAGUE,
      what: {
        zh: '哪些说法算不明确的时限。',
        en: 'Words that are no deadline.',
      },
    },
  },
  what: { zh: '完成时限说不清到哪一天。', en: 'Nobody can tell when the deadline is over.' },
  why: {
    zh: '“尽快”“适时”到哪天算逾期，谁也说不清，督办无从谈起；“9月前”是8月底还是9月底，也会各执一词。',
    en: 'No one can be held to 尽快; and 9月前 may end with August or with September.',
  },
  mend: {
    zh: '写明日期，如“2026年6月底前”；确无截止日期的，写“持续推进”。',
    en: 'Write a date, as in 2026年6月底前; where there is none, 持续推进.',
  },
  bad: [
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：«尽快完成»\n',
    '1.推进甲园建设。（责任单位：县发改委；完成时限：«适时启动»）\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：«9月前»\n',
    {
      text: '1.推进甲园建设。\n责任单位：县发改委\n完成时限：«待定»\n',
      options: { words: ['待定'] },
    },
    '附件\n\n任务分解表\n\n| 序号 | 主要任务 | 完成时限 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 推进甲园建设 | «尽快完成» | 县发改委 |\n| 2 | 推进乙园建设 | 2026年9月底前 | 县商务局 |\n| 3 | 推进丙园建设 | 尽快完成 | 县商务局 |\n',
  ],
  good: [
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：条件成熟时启动，2026年年底前完成\n',
    '1.抓紧推进甲园建设，尽快见效。\n责任单位：县发改委\n完成时限：持续推进\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：9月底前\n',
  ],
  fix: 'ask',
  summarize: unclearIn,
  check({ notice, options, summaryOf }, report) {
    const said = (phrase: Phrase): boolean => isAmbiguous(phrase) || options.words.some((word) => says(phrase, word));
    const told = new Set<string>();
    notice.zones.forEach((zone, part) => {
      const phrases = zone === 'table' || zone === 'head' ? undefined : summaryOf(part);
      for (const phrase of phrases ?? []) {
        if (!said(phrase)) continue;
        told.add(phrase.text);
        report(reportOf([{ phrase, range: absolute(notice, part, phrase.range) }]));
      }
    });
    // A table repeats what the text says.
    const inTables = phrasesInTables(notice, (phrase) => isUnclear(phrase) && said(phrase) && !told.has(phrase.text));
    for (const places of alike(inTables, ({ phrase }) => (isAmbiguous(phrase) ? '前' : phrase.text)))
      report(reportOf(places));
  },
});

function unclearIn({ deadlines }: Item): readonly Phrase[] | undefined {
  const found = deadlines.filter(isUnclear);
  return found.length ? found : undefined;
}

function isUnclear(phrase: Phrase): boolean {
  const { kind, unclear } = phrase;
  return isAmbiguous(phrase) || (kind === 'unclear' && (unclear === 'vague' || unclear === 'unread'));
}

/** 9月前: with August or with September. */
function isAmbiguous({ kind, span, text }: Phrase): boolean {
  return span?.ambiguous === true && kind !== 'unclear' && WHOLE.test(text);
}

const WHOLE = /(月份?|季度|半年|年度?)(?=\s*(?:之?前|以前))/;

function says({ kind, text }: Phrase, word: string): boolean {
  return kind === 'unclear' && word !== '' && text.includes(word);
}

/** What is unclear alike in several cells of a table is said at the first. */
function reportOf(places: readonly [PlacedPhrase, ...PlacedPhrase[]]): Report {
  const [{ phrase, range }] = places;
  const { text } = phrase;
  const count = places.length;
  const so = count > 1 ? { zh: `（表中共${count}处）`, en: ` (${count} places of the table)` } : { zh: '', en: '' };
  if (!isAmbiguous(phrase))
    return {
      range,
      message: {
        zh: `“${text}”没有说明到哪一天${so.zh}。请写明日期，如“2026年6月底前”；没有截止日期的，写“持续推进”。`,
        en: `“${text}” says no day${so.en}. Write a date, as in 2026年6月底前; where there is none, 持续推进.`,
      },
    };
  const { before, right } = clearly(text);
  const edits = places.map((place) => ({ range: place.range, text: clearly(place.phrase.text).right }));
  return {
    range,
    severity: 'info',
    message: {
      zh: `“${text}”含不含“${before}”，两种理解都有${so.zh}。到期限末尾为止的，请写“${right}”。`,
      en: `“${text}” may or may not include ${before}${so.en}. If it does, write “${right}”.`,
    },
    fixes: [{ title: { zh: `改为“${right}”`, en: `Change to ${right}` }, safe: false, edits }],
  };
}

/** 9月底前 for 9月前 */
function clearly(text: string): { before: string; right: string } {
  const unit = WHOLE.exec(text)!;
  const [before, after] = [text.slice(0, unit.index + unit[0].length), text.slice(unit.index + unit[0].length)];
  return { before, right: `${before}${unit[0].endsWith('度') && unit[0] !== '年度' ? '末' : '底'}${after}` };
}
