import { absolute, type Range } from '../../model/notice.ts';
import { isNoticeText, textStart } from '../marks.ts';
import { defineRule, type TextEdit } from '../rule.ts';

/** 5～8处, 60%—70%, 1—6月. What stands in dates, telephone numbers and codes has other digits or letters around it. */
const RANGE =
  /(?<![\w.．\-－—–―~～〜−/:：])(?:\d{1,4}月)?(\d+(?:\.\d+)?)([%％年月日时亿万]|万元|亿元|个|处|家|天)?([-－—–―~～〜−]|——)(\d+(?:\.\d+)?)(?=[%％年月日时亿万个处家户人名项条座次天元公吨亩米所场度岁级期套辆件批种平小届周点])/g;
/** A range in time is written with 一字线 as a rule, one of amounts with 浪纹线: each kind is held against itself. */
const IN_TIME = /[年月日时周届]/;
/** The same mark by another code. */
const SAME: Readonly<Record<string, string>> = { '〜': '～', '―': '—', '−': '-' };

/** 5-8处 joins what is one, a telephone number or a code; from 5 to 8 is 5～8处. */
const HYPHEN = /^[-－−]$/;
/** range-unclear says that the first number lacks it. */
const UNIT = /[%％‰万亿]/;

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
  what: {
    zh: '数值范围用短横线连接，或连接号前后不一致。',
    en: 'Ranges are joined with a hyphen, or with different marks.',
  },
  why: {
    zh: '标示范围用“～”或“—”，短横线“-”用于号码和代号；同一份通知里，数量范围、起止时间各用一种。',
    en: 'A range has ～ or —, a number or a code has a hyphen; amounts are joined one way throughout, and so are times.',
  },
  source: 'GB/T 15834-2011 4.13',
  mend: { zh: '写作“5～8处”“1—6月”，全文统一。', en: 'Write 5～8处 and 1—6月, and all alike.' },
  bad: [
    '1.新建泵站5～8座。\n牵头单位：县水利局\n2.新建公园2～3个。\n牵头单位：县住建局\n3.新建停车场10«-»12处。\n牵头单位：县城管局\n',
    '1.新建泵站5«-»8座。\n牵头单位：县水利局\n2.新建公园2-3个。\n牵头单位：县住建局\n',
  ],
  good: [
    '1.2026—2028年每年新建泵站5～8座，1—6月完成2～3座，咨询电话0000-1234567。\n',
    '1.新建泵站5～8座，T3-2地块年内出让，建成3-2户型样板房，按5-8号文件执行，热线0000-12345号。\n',
  ],
  fix: 'ask',
  summarize(item, text) {
    if (!/\d/.test(text) || !/[-－—–―~～〜−]/.test(text)) return undefined;
    const found: Found[] = [];
    RANGE.lastIndex = textStart({ item });
    for (let match = RANGE.exec(text); match; match = RANGE.exec(text)) {
      const [, from, before, mark, to] = match as unknown as [string, string, string?, string?, string?];
      if (!mark) continue;
      const start = match.index + match[0].lastIndexOf(mark);
      const unit = text[match.index + match[0].length]!;
      // 3-2户型 and 5-8% are something else.
      if (HYPHEN.test(mark) && (Number(from) >= Number(to) || (!before && UNIT.test(unit)))) continue;
      const inTime = IN_TIME.test(unit) || IN_TIME.test(text[start - 1]!);
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
    kinds.forEach((marks, kind) => {
      const right = kind === 0 ? '～' : '—';
      const hyphens = [...marks].flatMap(([mark, places]) => (HYPHEN.test(mark) ? places : []));
      const [most, ...others] = [...marks]
        .filter(([mark]) => !HYPHEN.test(mark))
        .sort(([, a], [, b]) => b.length - a.length);
      const rest = others.flatMap(([, places]) => places);
      const [usual, places] = most ?? [right, []];
      // Where no mark is the usual one, nobody can say which is odd; but the hyphen is.
      const odd = [...hyphens, ...(rest.length < places.length ? rest : [])].sort(
        (a, b) => a.range.start - b.range.start,
      );
      const [first] = odd;
      if (!first) return;
      const more = odd.length > 1 ? `，这样的共${odd.length}处` : '';
      const alsoMore = odd.length > 1 ? `, as do ${odd.length - 1} more` : '';
      report({
        range: first.range,
        message:
          places.length > odd.length
            ? {
                zh: `起止范围多用“${usual}”（${places.length}处），这里用了“${first.text}”${more}。请统一。`,
                en: `Most ranges (${places.length}) have ${usual}, this one has ${first.text}${alsoMore}. Write all alike.`,
              }
            : {
                zh: `起止范围用了短横线“${first.text}”${more}，请改为“${usual}”。`,
                en: `This range has a hyphen${alsoMore}: write ${usual}.`,
              },
        fixes: [
          {
            title: { zh: `统一为“${usual}”`, en: `Write ${usual} in all` },
            safe: false,
            edits: odd.map(({ range }) => ({ range, text: usual })),
          },
        ],
      });
    });
  },
});
