import { absolute, type Item, type Range } from '../model/notice.ts';
import { isNoticeText, textStart, withoutComments } from './marks.ts';
import { defineRule, type TextEdit } from './rule.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；' };
const MARK = /(?<=[\u4e00-\u9fff”’》）)])[,:;，：；](?=[\u4e00-\u9fff“‘《（(])/g;

export default defineRule({
  id: 'punctuation-half-width',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  what: { zh: '汉字之间用了半角的逗号、冒号或分号。', en: 'Half-width marks stand between Han characters.' },
  why: {
    zh: '中文标点用全角。全文都是半角，多为网页转换所致，只提示一次。',
    en: 'Chinese marks are full width. Where a whole page is half width, conversion made it so, and one remark is enough.',
  },
  source: 'GB/T 15834-2011 5.1',
  mend: { zh: '改为全角的“，”“：”“；”。', en: 'Write ， ： ；.' },
  bad: [
    '1.推进甲园建设，完善配套«,»年内开园。\n牵头单位：县发改委。\n配合单位：县财政局，各乡镇。\n',
    '1.推进甲园建设«,»完善配套,年内开园。\n牵头单位:县发改委。\n配合单位:县财政局,各乡镇。\n',
  ],
  good: ['1.推进甲园建设，9:30开工，完善AB,CD两线。\n'],
  fix: 'safe',
  summarize: marksIn,
  check({ notice, summaryOf }, report) {
    let half = 0;
    let full = 0;
    let first: Range | undefined;
    const marked: { part: number; runs: Marks['runs'] }[] = [];
    notice.items.forEach((item, part) => {
      const marks = summaryOf(part);
      if (!item || !marks || !isNoticeText(notice.zones[part]!, item, item.text)) return;
      full += marks.full;
      half += marks.half;
      const at = marks.runs[0]?.[0];
      if (at === undefined) return;
      first ??= absolute(notice, part, { start: at, end: at + 1 });
      marked.push({ part, runs: marks.runs });
    });
    const converted = half > full;
    if (first && (converted || marked.reduce((sum, { runs }) => sum + runs.length, 0) > FEW)) {
      report({
        range: first,
        severity: converted ? 'info' : 'warning',
        message: converted
          ? {
              zh: `全文有${half}处半角标点（, : ;）用在汉字之间，像是网页转换所致。印发前请统一改为全角。`,
              en: `${half} half-width marks (, : ;) stand between Han characters: the page was probably converted. Make them full width before printing.`,
            }
          : {
              zh: `汉字之间全角、半角标点混用：半角${half}处，全角${full}处。请统一改为全角。`,
              en: `Half- and full-width marks are mixed between Han characters: ${half} and ${full}. Make them full width.`,
            },
      });
      return;
    }
    for (const { part, runs } of marked) {
      for (const run of runs) {
        const edits = run.map((at) => {
          const range = absolute(notice, part, { start: at, end: at + 1 });
          return { range, text: FULL[notice.text[range.start]!]! };
        });
        const [{ range, text }] = edits as [TextEdit];
        const mark = notice.text[range.start]!;
        const more = {
          zh: edits.length > 1 ? `，连同其后${edits.length - 1}处` : '',
          en: edits.length > 1 ? `, and ${edits.length - 1} after it` : '',
        };
        report({
          range,
          message: {
            zh: `半角“${mark}”应为全角“${text}”${more.zh}。`,
            en: `${mark} between Han characters should be ${text}${more.en}.`,
          },
          fixes: [{ title: { zh: '改为全角', en: 'Make full width' }, safe: true, edits }],
        });
      }
    }
  },
});

/** More of them are the document's habit, and one remark is enough. */
const FEW = 8;

interface Marks {
  /** Offsets in the part of half-width marks; those that no full-width one parts stand together. */
  readonly runs: readonly (readonly number[])[];
  readonly half: number;
  readonly full: number;
}

function marksIn(item: Item, text: string): Marks | undefined {
  const own = withoutComments(text);
  const runs: number[][] = [];
  let half = 0;
  let full = 0;
  let goesOn = false;
  MARK.lastIndex = textStart({ item });
  for (let match = MARK.exec(own); match; match = MARK.exec(own)) {
    goesOn = match[0] in FULL && goesOn;
    if (!(match[0] in FULL)) full++;
    else {
      half++;
      if (goesOn) runs.at(-1)!.push(match.index);
      else runs.push([match.index]);
      goesOn = true;
    }
  }
  return half || full ? { runs, half, full } : undefined;
}
