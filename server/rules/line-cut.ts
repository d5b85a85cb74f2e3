import { absolute, type Cut, type Notice, type Range } from '../model/notice.ts';
import { type BracketGroup, bracketGroups } from '../syntax/brackets.ts';
import { isNoticeText, textOf } from './marks.ts';
import { defineRule, type Fix } from './rule.ts';

/** So many cut lines are how the whole page was laid out. */
const HABIT = 12;

export default defineRule({
  id: 'line-cut',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '一句话或一栏责任被换行断成两截。', en: 'A line break cuts a sentence or a field in two.' },
  why: {
    zh: '多在分页处转换时产生。断开的单位名称检索不到，排版也会多出一段。',
    en: 'It comes of conversion at a page break. A name that is cut cannot be found, and the page gets a paragraph too many.',
  },
  mend: { zh: '删去句中的换行，接成一行。', en: 'Delete the line break.' },
  bad: [
    '1.推进甲园建设。（责任«\n\n»领导：林知远；责任单位：县发改委）\n',
    '1.推进甲园建设。\n责任单位：县发改委、县财«\n»政局。\n',
  ],
  good: ['1.推进甲园建设。\n责任单位：\n县发改委、县财政局。\n'],
  fix: 'safe',
  check({ notice }, report) {
    const { items, zones, entries, text } = notice;
    const cuts: { certain: boolean; range: Range }[] = [];
    items.forEach((item, part) => {
      if (!item?.cuts.length || zones[part] === 'tail' || !isNoticeText(zones[part]!, item, textOf(notice, part)))
        return;
      for (const cut of item.cuts) {
        const range = absolute(notice, part, cut.range);
        if (!isLayout(text, range) && !inLoneBracket(notice, part, cut))
          cuts.push({ range, certain: cut.inField || inBracket(notice, part, cut) });
      }
    });
    // A page that breaks each line is wrapped, not cut: one remark is enough.
    const wrapped = cuts.length >= HABIT && cuts.length * 3 > entries.length;
    for (const { certain, range } of wrapped ? cuts.slice(0, 1) : cuts) {
      const before = text
        .slice(Math.max(0, range.start - 6), range.start)
        .replace(/^.*\n/s, '')
        .trimStart();
      const after = text.slice(range.end, range.end + 6).replace(/\s.*$/s, '');
      report({
        range,
        ...(wrapped && { severity: 'info' as const }),
        message: wrapped
          ? {
              zh: `全文有${cuts.length}处句子被换行断开，像是按行折断的网页文本。请按段落重新连接。`,
              en: `${cuts.length} sentences are cut by line breaks: the page was wrapped. Join its lines to paragraphs.`,
            }
          : {
              zh: `“${before}”与“${after}”之间被换行断开，请接成一行。`,
              en: `A line break cuts "${before}" from "${after}". Join the lines.`,
            },
        ...(!wrapped && { fixes: joining(text, range, certain) }),
      });
    }
  },
});

/** 责任单位： with its names on the next line is a way to lay it out. */
function isLayout(text: string, { start }: { start: number }): boolean {
  return /[：:]/.test(text[start - 1] ?? '');
}

function groupsOf(notice: Notice, part: number): readonly BracketGroup[] {
  return bracketGroups(textOf(notice, part));
}

function inBracket(notice: Notice, part: number, { range }: Cut): boolean {
  return groupsOf(notice, part).some(({ closed, open, close }) => closed && open < range.start && range.end <= close);
}

/** After a bracket that nothing closes, whether the line goes on is a guess. */
function inLoneBracket(notice: Notice, part: number, { range }: Cut): boolean {
  return groupsOf(notice, part).some(({ closed, open }) => !closed && open < range.start);
}

function joining(text: string, range: { start: number; end: number }, certain: boolean): Fix[] {
  const gap = text.slice(range.start, range.end);
  // A comment or the number of a page stands between: it is not ours to delete.
  if (gap.trim()) return [];
  const latin = /[a-zA-Z]/.test(text[range.start - 1] ?? '') && /[a-zA-Z]/.test(text[range.end] ?? '');
  const between = latin ? ' ' : '';
  return [{ title: { zh: '接成一行', en: 'Join the lines' }, safe: certain, edits: [{ range, text: between }] }];
}
