import { textStart } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { replacing, reportSlips, type Slip, slipsOf, summaryOfSlips } from './slips.ts';

/** What stands for a dash between words: two or more strokes of whatever kind. */
const DASH = /(?<=[\u4e00-\u9fff”’》）])[-－—–―─−﹣]{2,}(?=[\u4e00-\u9fff“‘《（])/g;
const RIGHT = '——';

export default defineRule({
  id: 'dash-wrong',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '破折号写法不对。', en: 'A dash is not ——.' },
  why: {
    zh: '破折号是占两个字的“——”，不用两个减号、两条短线代替，也不多写。',
    en: 'The dash is ——, two characters wide: no two hyphens, no three strokes.',
  },
  source: 'GB/T 15834-2011 4.10',
  mend: { zh: '改为“——”。', en: 'Write ——.' },
  bad: ['1.打造茶旅名片«--»云溪开茶节。\n', '1.打造茶旅名片«———»云溪开茶节。\n'],
  good: ['1.打造茶旅名片——云溪开茶节，改造云溪—白鹭岭公路，推进T3-2地块出让。\n', '1.推进甲园建设。\n\n------------\n'],
  fix: 'safe',
  summarize(item, text) {
    const slips: Slip[] = [];
    DASH.lastIndex = textStart({ item });
    for (let match = DASH.exec(text); match; match = DASH.exec(text))
      if (match[0] !== RIGHT) slips.push(replacing(match.index, match.index + match[0].length, RIGHT));
    return summaryOfSlips(slips);
  },
  check({ notice, summaryOf }, report) {
    reportSlips(
      notice,
      slipsOf(notice, summaryOf),
      {
        each: (_, found) => ({ zh: `“${found}”应为破折号“${RIGHT}”。`, en: `${found} should be ${RIGHT}.` }),
        all: (count) => ({
          zh: `全文有${count}处破折号写法不对，请统一改为“${RIGHT}”。`,
          en: `${count} dashes are not ${RIGHT}. Make them so.`,
        }),
        title: { zh: `改为“${RIGHT}”`, en: `Change to ${RIGHT}` },
        safe: true,
      },
      report,
    );
  },
});
