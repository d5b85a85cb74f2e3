import { keepsNumbers } from '../../model/lock.ts';
import { absolute, type Notice } from '../../model/notice.ts';
import type { Style } from '../../syntax/numbers.ts';
import { correctionOf, wrongMarks } from '../numbering/number-marks.ts';
import { levelsOf, type Numbered } from '../numbering/numbering.ts';
import { defineRule, type Report } from '../rule.ts';

export default defineRule({
  id: 'number-mark-wrong',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '编号的标点用错。', en: 'A number has the wrong marks.' },
  why: {
    zh: '结构层次依次用“一、”“（一）”“1.”“（1）”；带括号的编号后不加标点，“第一”“首先”后用逗号。',
    en: 'The levels are 一、 （一） 1. （1）; nothing follows a number in brackets, a comma follows 第一 and 首先.',
  },
  source: 'GB/T 15834-2011 附录B.3，GB/T 9704-2012 7.3.3',
  mend: { zh: '改用规定的标点；同一级一并改。', en: 'Write the mark that belongs there, for the whole level.' },
  bad: [
    '«1、»推进甲园建设。\n2、推进乙园建设。\n',
    '一、建园\n«（一）、»推进甲园建设。\n（二）、推进乙园建设。\n',
    '«一.»建园\n1.推进甲园建设。\n二.修路\n2.推进乙路建设。\n',
    '1.做好两件事。«首先、»修好路；其次，架好桥。\n',
    '«第一、»推进甲园建设。\n第二、推进乙园建设。\n',
    '一、产业\n1.做强茶业\n«1)»新建茶园6000亩。\n2)建成茶厂3座。\n2.做优竹业\n1)改造竹林2万亩。\n',
    '（一）做强茶业\n«1）»6000亩茶园全部投产。\n2）建成茶厂3座。\n',
  ],
  good: [
    '一、建园\n（一）推进甲园建设。\n1.修路。\n（1）勘察。\n①清表。\n',
    '1．推进甲园建设。\n2﹒推进第一、第二产业融合，做好第一、二批项目申报。\n',
    '1.做强茶业\n（1）新建茶园\n1）青石镇2000亩。\n2）白鹭镇4000亩。\n（2）建成茶厂\n1）青石镇1座。\n',
    '第一，推进甲园建设。\n第二，推进乙园建设。\n',
  ],
  fix: 'safe',
  summarize(item, text) {
    return text.includes('、') ? spokenIn(text, item.number?.range.end ?? 0) : undefined;
  },
  check({ notice, summaryOf }, report) {
    for (const level of levelsOf(notice)) {
      if (level[0]!.number.style === 'arabic-half-bracket' && reportHalfBrackets(level, notice, report)) continue;
      const wrong = wrongMarks(level);
      if (!wrong) continue;
      const [{ entry }] = wrong as [(typeof wrong)[number]];
      const { text, range } = entry.number;
      const right = correctionOf(entry)!;
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

/**
 * 1) has no place among the levels of an official document: under 1. it is （1）, under （一） it is 1., unless that is
 * another level here. Deeper down no form is prescribed.
 *
 * @returns whether anything was reported
 */
function reportHalfBrackets(level: readonly Numbered[], notice: Notice, report: (report: Report) => void): boolean {
  const above = level[0]!.parent?.number?.style;
  const isUsed = (style: Style): boolean =>
    levelsOf(notice).some(([entry]) => entry!.context === level[0]!.context && entry!.number.style === style);
  if (level.length < 2 || level.some(({ parent }) => parent?.number?.style !== above)) return false;
  const right =
    above === 'arabic' && !isUsed('arabic-bracket')
      ? (entry: Numbered) => `（${entry.number.value}）`
      : above === 'han-bracket' && !isUsed('arabic')
        ? (entry: Numbered) => `${entry.number.value}.${/^[\d０-９]/.test(entry.item.text) ? ' ' : ''}`
        : undefined;
  if (!right) return false;
  const [first] = level as [Numbered];
  const title = right(first).trimEnd();
  report({
    range: absolute(notice, first.part, first.number.range),
    severity: 'info',
    message: {
      zh: `“${first.parent!.number!.text}”之下的编号“${first.number.text}”应写作“${title}”，本级共${level.length}处。`,
      en: `Under ${first.parent!.number!.text} the number ${first.number.text} should be ${title}, as ${level.length - 1} more of its level.`,
    },
    // What refers to them is elsewhere.
    ...(!keepsNumbers(notice) && {
      fixes: [
        {
          title: { zh: `本级编号改为“${title}”的写法`, en: `Write the numbers of this level like ${title}` },
          safe: false,
          edits: level.map((entry) => ({
            range: absolute(notice, entry.part, entry.number.range),
            text: right(entry),
          })),
        },
      ],
    }),
  });
  return true;
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
