import { defineRule } from '../rule.ts';
import { runningText } from './running-text.ts';

const NUMBER = '\\d+(?:\\.\\d+)?';
/** 5-8%, 3～5万: what is not joined to letters, to more numbers or to a year. */
const RANGE = new RegExp(
  `(?<![\\d.．A-Za-z%％‰万亿/—–~～－-]|GB/T )(${NUMBER})([—–~～－-]{1,2})(${NUMBER})([%％‰]|[万亿])(?!级)`,
  'g',
);

export default defineRule({
  id: 'range-unclear',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'off' },
  looksAt: 'part',
  what: {
    zh: '数值范围前一个数省略了“%”“万”或“亿”。',
    en: 'The first number of a range lacks the %, 万 or 亿 of the second.',
  },
  why: {
    zh: '“3～5万元”可以读作3元到5万元。省略会造成歧义的，前一个数也要写全。',
    en: '3～5万元 can be read as from 3 yuan to 50,000 yuan.',
  },
  source: 'GB/T 15835-2011 5.1.3',
  mend: { zh: '写作“5%～8%”“3万～5万元”。', en: 'Write 5%～8%, 3万～5万元.' },
  bad: ['1.规模以上工业增加值增长«5-8%»。\n责任单位：县发改委。\n', '1.每村补助«3～5万»元。\n责任单位：县财政局。\n'],
  good: [
    '1.增加值增长5%～8%，每村补助3万～5万元，培育企业5～8家，2026—2028年实施。\n责任单位：县发改委。\n',
    '1.每户补助500～1万元，推广A3-5万吨线。\n责任单位：县财政局。\n',
  ],
  fix: 'safe',
  check(view, report) {
    const text = runningText(view, '%％‰万亿');
    if (!text) return;
    for (const match of text.matchAll(RANGE)) {
      const [printed, from, sign, to, unit] = match as unknown as [string, string, string, string, string];
      // 500～1万元 is from 500 yuan; 2026-5% is no range.
      if (Number(from) >= Number(to)) continue;
      // A range has no hyphen either.
      const mark = /^[-－]+$/.test(sign) ? '～' : sign;
      const right = `${from}${unit}${mark}${to}${unit}`;
      const range = { start: match.index, end: match.index + printed.length };
      const at = match.index + from.length;
      report({
        range,
        message: {
          zh: `“${printed}”的前一个数缺“${unit}”，应为“${right}”。`,
          en: `The first number of “${printed}” lacks ${unit}: it should be “${right}”.`,
        },
        fixes: [
          {
            title: { zh: `改为“${right}”`, en: `Change to ${right}` },
            safe: !/[万亿]/.test(unit),
            edits: [
              {
                range: { start: at, end: mark === sign ? at : at + sign.length },
                text: mark === sign ? unit : unit + mark,
              },
            ],
          },
        ],
      });
    }
  },
});
