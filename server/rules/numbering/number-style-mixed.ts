import { absolute } from '../../model/notice.ts';
import { withValue } from '../../syntax/numbers.ts';
import { defineRule } from '../rule.ts';
import { correctionOf, editOf, wrongMarks } from './number-marks.ts';
import { levelsOf, type Numbered } from './numbering.ts';

export default defineRule({
  id: 'number-style-mixed',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  what: {
    zh: '同一级编号的标点或全半角不一致。',
    en: 'Numbers of one level differ in their marks, or in half and full width.',
  },
  why: {
    zh: '同一级应当一个写法：“（一）”不与“(一)”混用，“1.”不与“1、”混用。',
    en: 'One level is written one way: （一） not beside (一), 1. not beside 1、.',
  },
  source: 'GB/T 15834-2011 附录B.3，GB/T 9704-2012 7.3.3',
  mend: {
    zh: '按本级多数编号的写法统一；多数也不合标准的，改用标准的写法。',
    en: 'Write all numbers of the level like most of them, or as the standard does.',
  },
  bad: [
    '（一）推进甲园建设。\n（二）推进乙园建设。\n«(三)»推进丙园建设。\n(四)推进丁园建设。\n（五）推进戊园建设。\n',
    '1.推进甲园建设。\n2.推进乙园建设。\n«3、»推进丙园建设。\n',
    '«1、»推进甲园建设。\n2.推进乙园建设。\n',
  ],
  good: [
    '(一)推进甲园建设。\n(二)推进乙园建设。\n(三)推进丙园建设。\n',
    '1.推进甲园建设。\n（1）修路。\n2.推进乙园建设。\n',
    '1.推进甲园建设。\n2、推进乙园建设。\n3、推进丙园建设。\n',
  ],
  fix: 'safe',
  check({ notice }, report) {
    for (const level of levelsOf(notice)) {
      // 第一章 and 第一部分 are other words, not other marks.
      if (level[0]!.number.style === 'part') continue;
      if (kindsOf(level).length < 2) continue;
      // 1、 is right nowhere, however often it stands there: it counts as 1., and where most are written so,
      // number-mark-wrong corrects them.
      const [usual] = kindsOf(level.map(corrected)).sort((a, b) => b.length - a.length);
      const sample = usual![0]!.number;
      const kind = kindOf(usual![0]!);
      const left = wrongMarks(level) ? level.filter((entry) => kindOf(corrected(entry)) !== kind) : level;
      const odd = left.filter((entry) => kindOf(entry) !== kind);
      if (!odd.length) continue;
      const [first] = odd as [Numbered];
      const alike = level.filter((entry) => kindOf(entry) === kind).length;
      const most = alike > odd.length;
      const range = absolute(notice, first.part, first.number.range);
      const right = (entry: Numbered): string => withWidth(withValue(sample, entry.number.value), sample.numeral);
      report({
        range,
        message: {
          zh: `这一级编号${most ? '多' : '应'}写作“${sample.text}”${alike ? `（${alike}处）` : ''}，“${first.number.text}”${odd.length > 1 ? `等${odd.length}处` : ''}写法不同。请统一，此处应为“${right(first)}”。`,
          en: `${most ? `Most numbers of this level (${alike}) are` : 'Numbers of this level should be'} written like “${sample.text}”, “${first.number.text}”${odd.length > 1 ? ` and ${odd.length - 1} more are` : ' is'} not. Here it should be “${right(first)}”.`,
        },
        fixes: [
          {
            title: {
              zh: `本级编号统一为“${sample.text}”的写法`,
              en: `Write the numbers of this level like ${sample.text}`,
            },
            safe: true,
            edits: odd.map((entry) => ({
              range: absolute(notice, entry.part, entry.number.range),
              text: right(entry) + (isAmount(right(entry), entry) ? ' ' : ''),
            })),
          },
        ],
      });
    }
  },
});

/** The entry with the mark that belongs to its number. */
function corrected(entry: Numbered): Numbered {
  const { number } = entry;
  const edit = editOf(entry);
  const text = correctionOf(entry);
  if (!edit || !text) return entry;
  return { ...entry, number: { ...number, text, marks: number.marks.slice(0, -1) + edit.text.trimEnd() } };
}

/** 1.5公里 would be an amount. */
function isAmount(right: string, { number, item }: Numbered): boolean {
  return right.endsWith('.') && number.range.end === item.textRange.start && /^[\d０-９]/.test(item.text);
}

function kindsOf(level: readonly Numbered[]): Numbered[][] {
  const kinds = new Map<string, Numbered[]>();
  for (const entry of level) {
    const kind = kindOf(entry);
    const alike = kinds.get(kind);
    if (alike) alike.push(entry);
    else kinds.set(kind, [entry]);
  }
  return [...kinds.values()];
}

/** The marks around the numeral, and what it is written with. */
function kindOf({ number: { text, numeral, marks } }: Numbered): string {
  const written = /[①-⓿㉑-㊿⑴-⒇]/.test(text)
    ? 'circled'
    : /[０-９]/.test(numeral)
      ? 'full'
      : /\d/.test(numeral)
        ? 'half'
        : 'han';
  return `${written} ${marks}`;
}

function withWidth(text: string, like: string): string {
  return /[０-９]/.test(like)
    ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : text;
}
