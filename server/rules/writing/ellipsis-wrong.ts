import { isNoticeText, textStart } from '../marks.ts';
import { defineRule, type Report } from '../rule.ts';

/** What stands for an ellipsis: points, middle dots, full stops, too few or too many of its own dots. */
const ELLIPSIS = /…+|⋯+|(?<=[\u4e00-\u9fff”’》）)])(?:[.．]{3,}|[·・]{3,}|。{3,})/g;
const RIGHT = '……';

export default defineRule({
  id: 'ellipsis-wrong',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '省略号写法不对，或与“等”并用。', en: 'An ellipsis is not ……, or stands beside 等.' },
  why: {
    zh: '省略号是六个连点“……”，占两个字；“等”已经表示列举未尽，不再用省略号。',
    en: 'The ellipsis is six dots; 等 already says that more could be named.',
  },
  source: 'GB/T 15834-2011 4.11、附录A.9',
  mend: { zh: '改为“……”；与“等”并用的，删去省略号。', en: 'Write ……; beside 等, delete it.' },
  bad: [
    '1.发展茶叶、毛竹、油茶«...»特色产业。\n',
    '1.发展茶叶、毛竹、油茶«…»\n',
    '1.发展茶叶、毛竹、油茶等«……»特色产业。\n',
    '1.发展茶叶、毛竹、油茶«……»等产业。\n',
  ],
  good: [
    '1.开展“进企业、进社区……”宣讲。\n',
    '1.开展“五进”活动……\n',
    '目录\n\n一、总体要求…………………………1\n\n1.推进甲园建设。\n',
    '1.发展茶叶……等到秋后再评估。\n',
  ],
  fix: 'safe',
  check(view, report) {
    if (!/…|⋯|[.．·・。]{3}/.test(view.text) || !isNoticeText(view.zone, view.item, view.text)) return;
    const own = view.text;
    ELLIPSIS.lastIndex = textStart(view);
    for (let match = ELLIPSIS.exec(own); match; match = ELLIPSIS.exec(own)) {
      const start = match.index;
      const end = start + match[0].length;
      // Dots that lead to a page number.
      if (/^[ \t\u3000]*(?:[（(]?\d|[—-])/.test(own.slice(end, end + 4)) && match[0].length > 3) continue;
      const beside =
        /(?:^|[^平同相均优中初特高低])等$/.test(own.slice(Math.max(0, start - 2), start)) ||
        /^等(?![到待候于级同])/.test(own.slice(end, end + 2));
      if (beside) report(superfluous(own, start, end));
      else if (match[0] !== RIGHT && match[0] !== RIGHT + RIGHT) report(malformed(start, end, match[0]));
    }
  },
});

/** Where it ended the sentence, a full stop does. */
function superfluous(text: string, start: number, end: number): Report {
  const put = /^\s*$/.test(text.slice(end).split('\n', 1)[0]!) ? '。' : '';
  return {
    range: { start, end },
    message: {
      zh: `已经用了“等”，不再用省略号，请删去“${text.slice(start, end)}”。`,
      en: `等 already says that more could be named. Delete the ellipsis.`,
    },
    fixes: [
      {
        title: { zh: '删去省略号', en: 'Delete the ellipsis' },
        safe: true,
        edits: [{ range: { start, end }, text: put }],
      },
    ],
  };
}

function malformed(start: number, end: number, found: string): Report {
  const range = { start, end };
  return {
    range,
    message: { zh: `“${found}”应为省略号“${RIGHT}”。`, en: `${found} should be ${RIGHT}.` },
    fixes: [{ title: { zh: `改为“${RIGHT}”`, en: `Change to ${RIGHT}` }, safe: true, edits: [{ range, text: RIGHT }] }],
  };
}
