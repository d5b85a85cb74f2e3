import { textStart } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { replacing, reportSlips, type Slip, slipsOf, summaryOfSlips } from './slips.ts';

/** ４．５ is one number; the point between its digits goes with them. */
const RUN = /[０-９Ａ-Ｚａ-ｚ]+(?:[．，][０-９]+)*/g;

export default defineRule({
  id: 'digit-full-width',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '数字或字母写成了全角。', en: 'Digits or letters are full width.' },
  why: {
    zh: '公文中的阿拉伯数字和字母用半角。全角数字间距不一，检索、计算也认不出。',
    en: 'Arabic digits and letters are half width in official documents; full-width ones are neither found nor counted.',
  },
  source: 'GB/T 15835-2011 5.1.1',
  mend: { zh: '改为半角。', en: 'Write them half width.' },
  bad: ['1.新建生态茶园«６０００»亩。\n', '1.地区生产总值增长«６．５»%。\n'],
  good: ['１．新建生态茶园6000亩。\n２．建成5G基站20座，增长6.5％。\n'],
  fix: 'safe',
  summarize(item, text) {
    const slips: Slip[] = [];
    RUN.lastIndex = textStart({ item });
    for (let match = RUN.exec(text); match; match = RUN.exec(text))
      slips.push(replacing(match.index, match.index + match[0].length, halfWidth(match[0])));
    return summaryOfSlips(slips);
  },
  check({ notice, summaryOf }, report) {
    reportSlips(
      notice,
      slipsOf(notice, summaryOf),
      {
        each: ({ edits }, found) => ({
          zh: `全角的“${found}”应为半角“${edits[0]!.text}”。`,
          en: `Full-width ${found} should be ${edits[0]!.text}.`,
        }),
        all: (count) => ({
          zh: `全文有${count}处数字、字母用了全角，请统一改为半角。`,
          en: `${count} numbers or letters are full width. Make them half width.`,
        }),
        title: { zh: '改为半角', en: 'Make half width' },
        safe: true,
      },
      report,
    );
  },
});

function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ．，]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}
