import { absolute } from '../model/notice.ts';
import type { Style } from '../syntax/numbers.ts';
import { levelsOf, type Numbered } from './numbering.ts';
import { defineRule, type TextEdit } from './rule.ts';

/** The mark at the end of a number, and what should stand there. A number in brackets or in a circle takes none. */
const WRONG: Readonly<Partial<Record<Style, readonly [found: RegExp, right: string]>>> = {
  han: [/[.．﹒]$/, '、'],
  'han-bracket': [/[、.．]$/, ''],
  arabic: [/[、，]$/, '.'],
  'arabic-bracket': [/[、.．]$/, ''],
  'arabic-half-bracket': [/[、.．]$/, ''],
  circled: [/[、.．]$/, ''],
};
/** 第一、 and 首先、 say an order in words. */
const ORDINAL = /^第[一二三四五六七八九十]{1,3}、$/;

export default defineRule({
  id: 'number-mark-wrong',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '编号后面的标点用错。', en: 'A number is followed by the wrong mark.' },
  why: {
    zh: '汉字数字后用顿号，阿拉伯数字后用下脚点，带括号的编号后不加标点，“第一”“首先”后用逗号。',
    en: 'A Han numeral takes 、, an Arabic one a point, one in brackets nothing; 第一 and 首先 take a comma.',
  },
  source: 'GB/T 15834-2011 附录B.3，GB/T 9704-2012 7.3.3',
  mend: { zh: '改用规定的标点；同一级一并改。', en: 'Write the mark that belongs there, for the whole level.' },
  bad: [
    '«1、»推进甲园建设。\n2、推进乙园建设。\n',
    '一、建园\n«（一）、»推进甲园建设。\n（二）、推进乙园建设。\n',
    '«一.»建园\n1.推进甲园建设。\n二.修路\n2.推进乙路建设。\n',
    '1.做好两件事。«首先、»修好路；其次，架好桥。\n',
    '«第一、»推进甲园建设。\n第二、推进乙园建设。\n',
  ],
  good: [
    '一、建园\n（一）推进甲园建设。\n1.修路。\n（1）勘察。\n①清表。\n',
    '1．推进甲园建设。\n2﹒推进第一、第二产业融合，做好第一、二批项目申报。\n',
    '第一，推进甲园建设。\n第二，推进乙园建设。\n',
  ],
  fix: 'safe',
  summarize(item, text) {
    return text.includes('、') ? spokenIn(text, item.number?.range.end ?? 0) : undefined;
  },
  check({ notice, summaryOf }, report) {
    for (const level of levelsOf(notice)) {
      const wrong = level.flatMap((entry) => {
        const edit = editOf(entry);
        return edit ? [{ entry, edit }] : [];
      });
      // Fewer are not the usual way of this level: number-style-mixed writes them like the others.
      if (wrong.length * 2 <= level.length) continue;
      const [{ entry, edit: first }] = wrong as [(typeof wrong)[number]];
      const { text, range } = entry.number;
      const right = text.slice(0, first.range.start - range.start) + first.text.trimEnd();
      report({
        range: absolute(notice, entry.part, range),
        message: {
          zh: `编号“${text}”应写作“${right}”${wrong.length > 1 ? `，本级共${wrong.length}处` : ''}。`,
          en: `The number ${text} should be ${right}${wrong.length > 1 ? `, as ${wrong.length - 1} more of its level` : ''}.`,
        },
        fixes: [
          {
            title: { zh: '改正编号的标点（本级全部）', en: 'Correct the mark of all numbers of this level' },
            safe: true,
            edits: wrong.map(({ entry: each, edit }) => ({ ...edit, range: absolute(notice, each.part, edit.range) })),
          },
        ],
      });
    }
    notice.items.forEach((_, part) => {
      for (const { start, end } of summaryOf(part) ?? []) {
        if (notice.zones[part] === 'head' || notice.zones[part] === 'table') continue;
        const range = absolute(notice, part, { start, end });
        const found = notice.text.slice(range.start, range.end);
        const right = `${found.slice(0, -1)}，`;
        report({
          range,
          message: { zh: `“${found}”应写作“${right}”。`, en: `${found} should be ${right}.` },
          fixes: [
            {
              title: { zh: `改为“${right}”`, en: `Write ${right}` },
              safe: true,
              edits: [{ range: { start: range.end - 1, end: range.end }, text: '，' }],
            },
          ],
        });
      }
    });
  },
});

/** What makes a number right; relative to its part. */
function editOf({ number, item }: Numbered): TextEdit | undefined {
  const { text, range, style } = number;
  if (ORDINAL.test(text)) return { range: { start: range.start + text.length - 1, end: range.end }, text: '，' };
  const known = WRONG[style];
  const found = known && text.search(known[0]);
  if (!known || found === undefined || found < 0 || /[⒈-⒛㈠-㈩]/.test(text)) return undefined;
  // 1.5公里 would be an amount.
  const right =
    known[1] === '.' && /^[\d０-９]/.test(item.text) && range.end === item.textRange.start ? '. ' : known[1];
  return { range: { start: range.start + found, end: range.start + text.length }, text: right };
}

/** 首先、 and 第一、 where a sentence says an order; 第一、第二产业 and 第一、二批 are lists. */
const SPOKEN =
  /(?<=^|[。；：，\s])(?:首先|其次|再次|最后|第[一二三四五六七八九十])、(?!(?:首先|其次|再次|最后)?[、，]|第|[一二三四五六七八九十]|[、，]|其次|再次|最后)/gm;

function spokenIn(text: string, from: number): readonly { start: number; end: number }[] | undefined {
  const found: { start: number; end: number }[] = [];
  SPOKEN.lastIndex = from;
  for (let match = SPOKEN.exec(text); match; match = SPOKEN.exec(text)) {
    const start = match.index;
    found.push({ start, end: start + match[0].length });
  }
  return found.length ? found : undefined;
}
