import { VAGUE } from '../model/phrases.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'deadline-unclear',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
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
  ],
  good: [
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：条件成熟时启动，2026年年底前完成\n',
    '1.抓紧推进甲园建设，尽快见效。\n责任单位：县发改委\n完成时限：持续推进\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：9月底前\n',
  ],
  fix: 'ask',
  check({ item, zone, options }, report) {
    if (zone === 'table' || zone === 'head') return;
    for (const { text, range, kind, unclear, span } of item.deadlines) {
      if (span?.ambiguous && kind !== 'unclear') {
        const unit = /(月份?|季度|半年|年度?)(?=\s*(?:之?前|以前))/.exec(text);
        if (!unit) continue;
        const [before, after] = [text.slice(0, unit.index + unit[0].length), text.slice(unit.index + unit[0].length)];
        const right = `${before}${unit[0].endsWith('度') && unit[0] !== '年度' ? '末' : '底'}${after}`;
        report({
          range,
          severity: 'info',
          message: {
            zh: `“${text}”含不含“${before}”，两种理解都有。到期限末尾为止的，请写“${right}”。`,
            en: `“${text}” may or may not include ${before}. If it does, write “${right}”.`,
          },
          fixes: [
            {
              title: { zh: `改为“${right}”`, en: `Change to ${right}` },
              safe: false,
              edits: [{ range, text: right }],
            },
          ],
        });
      } else if (kind === 'unclear' && (unclear === 'vague' || unclear === 'unread')) {
        const word = options.words.find((candidate) => candidate && text.includes(candidate));
        if (!word) continue;
        report({
          range,
          message: {
            zh: `“${text}”没有说明到哪一天。请写明日期，如“2026年6月底前”；没有截止日期的，写“持续推进”。`,
            en: `“${text}” says no day. Write a date, as in 2026年6月底前; where there is none, 持续推进.`,
          },
        });
      }
    }
  },
});
