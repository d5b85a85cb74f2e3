import { absolute, type Cut, type Notice, type Range } from '../../model/notice.ts';
import { type BracketGroup, bracketGroups } from '../../syntax/brackets.ts';
import { isNoticeText, textOf } from '../marks.ts';
import { defineRule, type Fix } from '../rule.ts';

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
  good: [
    '1.推进甲园建设。\n责任单位：\n县发改委、县财政局。\n',
    '1.推进甲园建设。\n责任单位：县应急局、县人武部、县财政局、县消防救援大队、县水利局\n请于5月20日前将名单报县应急局。\n',
    '（一）推进甲园建设。\n（二）责任单位：县应急局、县民政局、县教育局、县卫健局，各乡镇人民政府\n\n各牵头单位要于每月25日前将进展情况报县政府督查室。\n',
    '1.推进甲园建设。\n主要举措：建设数据平台，打造20个典型应用场景，年内建成投用10个以上\n预期成效：群众办事“最多跑一次”\n责任单位：县数据局\n',
    '1.推进甲园建设。\n牵头单位：县水利局\n2.推进乙园建设。\n牵头单位：县水利局，各镇街\n\n附件\n\n任务清单\n\n1.甲园\n',
    '1.对进度滞后的乡镇和部门进行通报，连续两次排名末位的由分管领导进行约谈\n附件：重点项目清单（略）\n2.推进甲园建设。\n责任单位：县发改委\n',
    '一、加强领导，成立由县长任组长、分管副县长任副组长的工作领导小组\n各乡镇、各部门要高度重视。\n二、压实责任，各乡镇、各部门主要负责同志是第一责任人，要亲自部署、亲自过问、亲自协调。\n',
  ],
  fix: 'safe',
  check({ notice }, report) {
    const { items, zones, entries, text } = notice;
    const cuts: { certain: boolean; range: Range }[] = [];
    let widths: Widths | undefined;
    items.forEach((item, part) => {
      if (!item?.cuts.length || zones[part] === 'tail' || !isNoticeText(zones[part]!, item, textOf(notice, part)))
        return;
      for (const cut of item.cuts) {
        const range = absolute(notice, part, cut.range);
        if (isLayout(text, range) || inLoneBracket(notice, part, cut)) continue;
        const certain = cut.inField || inBracket(notice, part, cut);
        if (!certain && isShort(text, range, (widths ??= widthsOf(text)))) continue;
        cuts.push({ range, certain });
      }
    });
    // A page that breaks each line is wrapped, not cut: one remark is enough.
    const wrapped = cuts.length >= HABIT && cuts.length * 3 > entries.length;
    for (const { certain, range } of wrapped ? cuts.slice(0, 1) : cuts) {
      const before = /[^、，。；：（,;:(\s]*.?$/.exec(text.slice(Math.max(0, range.start - 8), range.start))![0];
      const after = /^.?[^、，。；：）,;:)\s]*/.exec(text.slice(range.end, range.end + 8))![0];
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

/** How many lines are so long. */
type Widths = ReadonlyMap<number, number>;

/** What a page of a fixed width leaves or takes, for marks that may not open or close a line. */
const SLACK = 3;

function widthsOf(text: string): Widths {
  const widths = new Map<number, number>();
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const length = text.slice(start, end).trim().length;
    widths.set(length, (widths.get(length) ?? 0) + 1);
    start = end + 1;
  }
  return widths;
}

/** A line that ends where others do not: the page is wider, and no width broke it. */
function isShort(text: string, { start, end }: Range, widths: Widths): boolean {
  // Across a blank line it is no width that breaks.
  if (/\n.*\n/s.test(text.slice(start, end))) return false;
  if (!/[\u4e00-\u9fff\d]/.test(text[start - 1] ?? '') || !/[\u4e00-\u9fff]/.test(text[end] ?? '')) return false;
  const length = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim().length;
  let [same, longer] = [-1, 0];
  for (const [width, count] of widths) {
    if (width > length + SLACK) longer += count;
    else if (width >= length - SLACK) same += count;
  }
  return longer > same;
}

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
