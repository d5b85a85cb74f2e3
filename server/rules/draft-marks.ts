/** What shows that a text is still being written: blanks to be filled in, notes to oneself, 征求意见稿. */
import type { Notice, Range } from '../model/notice.ts';

export interface DraftMark {
  readonly text: string;
  readonly range: Range;
}

const MARKS = new RegExp(
  [
    '[〔［\\[【（(][ \\u3000]*(?:\\d{2,4}|[ \\u3000]+)[ \\u3000]*[〕］\\]】）)][ \\u3000]*[_×X]*[ \\u3000]+号', // 云政办发〔2026〕  号
    '\\d{0,4}[ \\u3000]*年[ \\u3000]{1,}月(?:[ \\u3000]+日)?', // 2026年  月  日
    '[×✕╳]{1,}|[xX]{2,}(?=[\\u4e00-\\u9fff年月日号、，。）])|[〇○]{2,}(?=[县市区镇局])', // ××县
    '[？?]{2,}|_{2,}|＿{2,}',
    '[（(【\\[](?:此处|待|需|请|拟)[^）)】\\]\\n]{0,20}[）)】\\]]', // （此处待补）
    '待定(?=[。；，、）)]|$)|待补充?|待核实?(?=[。；，、）)]|$)|暂缺|TODO|TBD',
    '[（(](?:征求意见稿|送审稿|讨论稿|审议稿|草案|初稿|代拟稿|修改稿|[一二三四五六七八九十]稿)[）)]|征求意见稿|送审稿|讨论稿|代拟稿',
  ].join('|'),
  'gm',
);

/** Draft marks in what prints. Comments and the front matter do not. */
export function draftMarks(notice: Notice): DraftMark[] {
  const { text, items, starts, comments } = notice;
  const hidden = comments.map(({ part, range }) => starts[part]! + range.start);
  return [...text.matchAll(MARKS)].flatMap((match) => {
    const range = { start: match.index, end: match.index + match[0].length };
    if (!items[0] && range.start < (starts[1] ?? 0)) return [];
    const line = text.lastIndexOf('\n', range.start) + 1;
    if (hidden.some((start) => start >= line && start <= range.start)) return [];
    return [{ text: match[0].trim(), range }];
  });
}
