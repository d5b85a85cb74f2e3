import { defineRule } from '../rule.ts';
import { runningText } from './running-text.ts';

const MEASURE =
  '(?:个(?:百分点|月|小时|工作日)?|家|名|人次?|户|次|件|项|条|处|座|所|亩|吨|公里|千米|平方米|米|公顷|元|年|天|日|周|小时|分钟|岁|倍|万|亿|千|百|台|套|辆|批|场|篇|份|株|头|只|%|％)';
/** 三、五天: two digits in a row before a measure, and no 一、二、三 of a list, no 第一、二季度. */
const POINT = new RegExp(
  `(?<=[\\u4e00-\\u9fff])(?<![第、，。；：初前上中下周期一二三四五六七八九])(十?)(一、二|二、三|三、四|三、五(?!年)|四、五|五、六|六、七|七、八|八、九)(?=十?${MEASURE}(?!级|号))`,
  'g',
);

const NUMBER = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九]?[十百千万]|[一二两三四五六七八九])';
/** What stands before a number, and what must not stand after it then. */
const PAIRS: readonly (readonly [before: string, after: string])[] = [
  ['(?:大约|约|大概)', '(?:左右|上下|以上|以下|[余多几](?=[个家名人户次件项条处]))'],
  ['(?:接近|将近)', '(?:左右|上下|以上|[余多])'],
  ['(?:不少于|不低于|不小于|至少|超过|超出|突破|多于|高于|大于|达到或超过)', '(?:以上|左右|上下)'],
  ['(?:不超过|不多于|不高于|至多|最多|低于|少于|小于)', '(?:以下|以内|左右|上下)'],
];
const DOUBLED = PAIRS.map(
  ([before, after]) =>
    new RegExp(
      `(?<![条公合节制预契签租集邀违特不])(${before})(${NUMBER}(?:[余多])?(?:${MEASURE}){0,3}?)(${after})(?![门线市述级课岗报网])`,
      'g',
    ),
);
/** 近百余家, 近10余个 — but 近10余年来 is the years just past. */
const NEARLY = new RegExp(`(?<![附靠邻临最相亲就远将接新])(近)(${NUMBER})([余多](?!年|天|日|月))`, 'g');
/** 10余个左右 */
const TAIL = new RegExp(`(?<!\\d)(${NUMBER})([余多])((?:${MEASURE}){1,2})(左右|上下)`, 'g');

/** Without these there is nothing to find. */
const MAY_BE_POINTED = /[一二三四五六七八]、[二三四五六七八九]/;
const MAY_BE_TWICE = /左右|上下|以[上下内]|[余多几]/;

export default defineRule({
  id: 'approximate-number',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: {
    zh: '概数写法不对：两个数字之间用了顿号，或表示约数的词前后重复。',
    en: 'An approximate number has a 、 inside, or is said to be approximate twice.',
  },
  why: {
    zh: '“三、五天”是三天和五天，“三五天”才是概数；“约5个左右”“不少于5次以上”前后重复，数也就说不准。',
    en: '三、五天 is three and five days; “about 5 or so” and “at least 5 or more” leave open what is asked for.',
  },
  source: 'GB/T 15834-2011 4.5.3.4；GB/T 15835-2011 5.2.1',
  mend: { zh: '删去顿号；前后重复的，只留一处。', en: 'Delete the 、; of two words that say the same, keep one.' },
  bad: [
    '1.审批时限压缩«三、五»天。\n责任单位：县行政审批局。\n',
    '1.培育«约5家左右»龙头企业。\n责任单位：县农业农村局。\n',
    '1.开展检查«不少于5次以上»。\n责任单位：县应急管理局。\n',
    '1.带动«近百余»家企业入园。\n责任单位：县商务局。\n',
  ],
  good: [
    '1.审批时限压缩三五天，第一、二季度各开展一次，发展二、三产业。\n责任单位：县行政审批局。\n',
    '1.培育不少于3家省级以上龙头企业，至少1名中级以上职称人员驻点，近10余年来首次增长。\n责任单位：县农业农村局。\n',
    '1.签约5家左右，超过100家，节约5万元以上。\n责任单位：县商务局。\n',
  ],
  fix: 'safe',
  check(view, report) {
    const [pointed, twice] = [MAY_BE_POINTED.test(view.text), MAY_BE_TWICE.test(view.text)];
    const text = pointed || twice ? runningText(view, '、左上以余多几') : undefined;
    if (!text) return;
    for (const match of pointed ? text.matchAll(POINT) : []) {
      const start = match.index + match[1]!.length;
      const point = start + 1;
      const right = match[2]!.replace('、', '');
      report({
        range: { start, end: start + match[2]!.length },
        message: {
          zh: `“${match[2]}”表示概数时中间不用顿号，应为“${right}”。`,
          en: `No 、 stands inside an approximate number: write “${right}”.`,
        },
        fixes: [
          {
            title: { zh: `改为“${right}”`, en: `Change to ${right}` },
            safe: true,
            edits: [{ range: { start: point, end: point + 1 }, text: '' }],
          },
        ],
      });
    }
    const doubled = (match: RegExpExecArray, words: readonly [string, string], without: readonly string[]): void => {
      const range = { start: match.index, end: match.index + match[0].length };
      report({
        range,
        message: {
          zh: `“${match[0]}”里“${words[0]}”和“${words[1]}”重复，请只留一个：“${without.join('”或“')}”。`,
          en: `${words[0]} and ${words[1]} in “${match[0]}” say it twice: keep one of them.`,
        },
        fixes: without.map((right) => ({
          title: { zh: `改为“${right}”`, en: `Change to ${right}` },
          safe: false,
          edits: [{ range, text: right }],
        })),
      });
    };
    if (!twice) return;
    for (const pattern of DOUBLED)
      for (const match of text.matchAll(pattern)) {
        const [, before, number, after] = match as unknown as [string, string, string, string];
        doubled(match, [before, after], [`${before}${number}`, `${number}${after}`]);
      }
    for (const match of text.matchAll(NEARLY)) {
      const [, before, number, after] = match as unknown as [string, string, string, string];
      doubled(match, [before, after], [`${before}${number}`, `${number}${after}`]);
    }
    for (const match of text.matchAll(TAIL)) {
      const [, number, more, measure, after] = match as unknown as [string, string, string, string, string];
      if (/约$|近$|超过$|少于$/.test(text.slice(0, match.index).slice(-2))) continue;
      doubled(match, [more, after], [`${number}${more}${measure}`, `${number}${measure}${after}`]);
    }
  },
});
