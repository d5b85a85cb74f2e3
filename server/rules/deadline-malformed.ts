import { defineRule } from './rule.ts';

/** Other rules say so wherever it stands: a month or a day that no year has, 6月30前 without 日. */
const OF_DATES = /\d\s*月\s*\d{1,2}\s*(?:之?前|以前)?$/;

export default defineRule({
  id: 'deadline-malformed',
  since: '0.1.0',
  severity: 'error',
  presets: { published: 'info' },
  looksAt: 'part',
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
  ],
  good: [
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：2026年年底前\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：2026年6月底前完成主体，9月底前全部竣工，并长期坚持\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：2026年汛期前\n',
  ],
  fix: 'ask',
  check({ item, zone }, report) {
    if (zone === 'table' || zone === 'head') return;
    for (const { text, range, unclear, span } of item.deadlines) {
      if (unclear !== 'malformed' && unclear !== 'impossible') continue;
      if (unclear === 'impossible' && !span?.every && !text.includes('季度')) continue;
      if (OF_DATES.test(text)) continue;
      const right = mended(text);
      const whole = right !== undefined && range.end - range.start === text.length;
      report({
        range,
        message: {
          zh: `时限“${text}”有误，读不出是哪一天。请改为“${right ?? '2026年6月底前'}”${right ? '' : '这样的写法'}。`,
          en: `No day can be read from “${text}”. Write it ${right ? `“${right}”` : 'like 2026年6月底前'}.`,
        },
        ...(whole && {
          fixes: [
            {
              title: { zh: `改为“${right}”`, en: `Change to ${right}` },
              safe: false,
              edits: [{ range, text: right }],
            },
          ],
        }),
      });
    }
  },
});

/** What was meant, where one reading is likely: a character twice, or a 年 that conversion lost. */
function mended(text: string): string | undefined {
  const lost = /^(20\d{2})((?:0?[1-9]|1[0-2])月.*)$/.exec(text);
  if (lost) return `${lost[1]}年${lost[2]}`;
  const dotted = /^(0?[1-9]|1[0-2])[./](0?[1-9]|[12]\d|3[01])(之?前|以前)?$/.exec(text);
  if (dotted) return `${Number(dotted[1])}月${Number(dotted[2])}日${dotted[3] ?? ''}`;
  const once = text.replace(/([年月日号底末前])\1/, '$1');
  return once === text ? undefined : once;
}
