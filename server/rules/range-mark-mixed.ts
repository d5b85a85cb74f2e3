import { absolute, type Range } from '../model/notice.ts';
import { isNoticeText, textStart, withoutComments } from './marks.ts';
import { defineRule, type TextEdit } from './rule.ts';

/** 5～8处, 60%—70%, 1—6月. What stands in dates, telephone numbers and codes has other digits or letters around it. */
const RANGE =
  /(?<![\w.．\-－—–―~～〜−/:：])(?:\d{1,4}月)?\d+(?:\.\d+)?(?:[%％年月日时亿万]|万元|亿元|个|处|家|天)?([-－—–―~～〜−]|——)\d+(?:\.\d+)?(?=[%％年月日时亿万个处家户人名项条座次天元公吨亩米所场度岁级期套辆件批种平小届周点])/g;
/** A range in time is written with 一字线 as a rule, one of amounts with 浪纹线: each kind is held against itself. */
const IN_TIME = /[年月日时周届]/;
/** The same mark by another code. */
const SAME: Readonly<Record<string, string>> = { '〜': '～', '―': '—', '−': '-' };

interface Found {
  readonly range: Range;
  readonly mark: string;
  readonly inTime: boolean;
}

export default defineRule({
  id: 'range-mark-mixed',
  since: '0.1.0',
  severity: 'info',
  presets: { strict: 'warning', published: 'off' },
  looksAt: 'notice',
  what: { zh: '数值范围的连接号前后不一致。', en: 'Ranges are written with different marks.' },
  why: {
    zh: '同一份通知里，数量范围或起止时间各用一种连接号，不把“～”“—”“-”混用。',
    en: 'Amounts are joined one way throughout a notice, and so are times.',
  },
  source: 'GB/T 15834-2011 4.13',
  mend: { zh: '按多数的写法统一。', en: 'Write all like most of them.' },
  bad: [
    '1.新建泵站5～8座。\n牵头单位：县水利局\n2.新建公园2～3个。\n牵头单位：县住建局\n3.新建停车场10«-»12处。\n牵头单位：县城管局\n',
  ],
  good: [
    '1.2026—2028年每年新建泵站5～8座，1—6月完成2～3座，咨询电话0000-1234567。\n',
    '1.新建泵站5-8座，新建公园2-3个，T3-2地块年内出让。\n',
  ],
  fix: 'ask',
  summarize(item, text) {
    if (!/\d/.test(text) || !/[-－—–―~～〜−]/.test(text)) return undefined;
    const own = withoutComments(text);
    const found: Found[] = [];
    RANGE.lastIndex = textStart({ item });
    for (let match = RANGE.exec(own); match; match = RANGE.exec(own)) {
      const mark = match[1]!;
      const start = match.index + match[0].lastIndexOf(mark);
      const unit = own[match.index + match[0].length]!;
      const inTime = IN_TIME.test(unit) || IN_TIME.test(own[start - 1]!);
      found.push({ range: { start, end: start + mark.length }, mark, inTime });
    }
    return found.length ? found : undefined;
  },
  check({ notice, summaryOf }, report) {
    const kinds = [new Map<string, TextEdit[]>(), new Map<string, TextEdit[]>()] as const;
    notice.items.forEach((item, part) => {
      const found = summaryOf(part);
      if (!item || !found || !isNoticeText(notice.zones[part]!, item, item.text)) return;
      for (const { range, mark, inTime } of found) {
        const marks = kinds[inTime ? 1 : 0];
        const usual = SAME[mark] ?? mark;
        const place = { range: absolute(notice, part, range), text: mark };
        const alike = marks.get(usual);
        if (alike) alike.push(place);
        else marks.set(usual, [place]);
      }
    });
    for (const marks of kinds) {
      const [most, ...others] = [...marks].sort(([, a], [, b]) => b.length - a.length);
      const odd = others.flatMap(([, places]) => places).sort((a, b) => a.range.start - b.range.start);
      // Where no mark is the usual one, nobody can say which is odd.
      if (!most || !odd.length || odd.length >= most[1].length) continue;
      const [usual, places] = most;
      report({
        range: odd[0]!.range,
        message: {
          zh: `起止范围多用“${usual}”（${places.length}处），这里用了“${odd[0]!.text}”${odd.length > 1 ? `，这样的共${odd.length}处` : ''}。请统一。`,
          en: `Most ranges (${places.length}) have ${usual}, this one has ${odd[0]!.text}${odd.length > 1 ? `, as have ${odd.length - 1} more` : ''}. Write all alike.`,
        },
        fixes: [
          {
            title: { zh: `统一为“${usual}”`, en: `Write ${usual} in all` },
            safe: false,
            edits: odd.map(({ range }) => ({ range, text: usual })),
          },
        ],
      });
    }
  },
});
