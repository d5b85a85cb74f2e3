import { textStart } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { reportSlips, type Slip, slipsOf, summaryOfSlips } from './slips.ts';

/** What is quoted, in one line: it holds Han, and is no measure (55") or code. */
const QUOTED = /(["＂])([^"＂“”\n]{1,200})["＂]|'([^'‘’\n]{1,200})'/g;
/** One of the two is curly, the other is not. */
const HALF_CURLY = /“([^"＂“”\n]{1,60})["＂]|["＂]([^"＂“”\n]{1,60})”/g;
/** 《 》 as a keyboard without them has them. */
const ANGLED = /<<([\u4e00-\u9fff][^<>\n]{0,80})>>|<([\u4e00-\u9fff][^<>\n]{0,80}[\u4e00-\u9fff)）])>/g;
const HAN = /[\u4e00-\u9fff]/;

export default defineRule({
  id: 'quote-straight',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '中文里用了直引号，或用尖括号当书名号。',
    en: 'Straight quotation marks, or angle brackets for title marks, stand in Chinese text.',
  },
  why: {
    zh: '中文引号分前后，写作“”和‘’，书名号写作《》；直引号和尖括号是英文输入法或网页转换留下的。',
    en: 'Chinese quotation marks open and close; straight ones come of a keyboard or a conversion.',
  },
  source: 'GB/T 15834-2011 4.8、4.15',
  mend: { zh: '改为“ ”‘ ’或《 》。', en: 'Write “ ”, ‘ ’ or 《 》.' },
  bad: [
    '1.落实«<<云溪县水网规划>>»，新建泵站2座。\n',
    '1.深化«"一网通办"»改革。\n',
    '1.深化“一网通办«"»改革。\n',
    "1.深化«'一网通办'»改革。\n",
  ],
  good: ['1.深化“一网通办”改革，采购55"触摸屏20台，支持O\'Neil、"Smart Tea"落户。\n'],
  fix: 'safe',
  summarize(item, text) {
    if (!/["'＂<]/.test(text)) return undefined;
    const from = textStart({ item });
    const slips: Slip[] = [];
    const taken = new Set<number>();
    QUOTED.lastIndex = from;
    for (let match = QUOTED.exec(text); match; match = QUOTED.exec(text)) {
      const [quoted, double, , inSingle] = match;
      const [start, end] = [match.index, match.index + quoted.length];
      if (!HAN.test(quoted) || (!double && !isChinese(inSingle!)) || /\d/.test(text[start - 1] ?? '')) {
        // The second mark may open what the first did not.
        QUOTED.lastIndex = end - 1;
        continue;
      }
      const [open, close] = double ? '“”' : isInside(text, start) ? '‘’' : '“”';
      taken.add(start).add(end - 1);
      slips.push({
        range: { start, end },
        edits: [
          { range: { start, end: start + 1 }, text: open! },
          { range: { start: end - 1, end }, text: close! },
        ],
      });
    }
    HALF_CURLY.lastIndex = from;
    for (let match = HALF_CURLY.exec(text); match; match = HALF_CURLY.exec(text)) {
      const closes = match[1] !== undefined;
      const at = closes ? match.index + match[0].length - 1 : match.index;
      if (!HAN.test(match[0]) || taken.has(at)) continue;
      const range = { start: at, end: at + 1 };
      slips.push({ range, edits: [{ range, text: closes ? '”' : '“' }] });
    }
    for (const match of text.matchAll(ANGLED)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const width = match[1] === undefined ? 1 : 2;
      slips.push({
        range: { start, end },
        edits: [
          { range: { start, end: start + width }, text: '《' },
          { range: { start: end - width, end }, text: '》' },
        ],
      });
    }
    return summaryOfSlips(slips.sort((a, b) => a.range.start - b.range.start));
  },
  check({ notice, summaryOf }, report) {
    reportSlips(
      notice,
      slipsOf(notice, summaryOf),
      {
        each: ({ edits }, found) => {
          const inside = found.replace(/^(?:<<|.)|(?:>>|.)$/gs, '');
          const right = edits.length > 1 ? `${edits[0]!.text}${inside}${edits[1]!.text}` : edits[0]!.text;
          return {
            zh: `「${found}」应为「${right}」。`,
            en: `${found} should be ${right}.`,
          };
        },
        all: (count) => ({
          zh: `全文有${count}处直引号或尖括号，请统一改为“ ”或《 》。`,
          en: `${count} quotations or titles have straight marks. Write “ ” or 《 》.`,
        }),
        title: { zh: '改为中文的引号、书名号', en: 'Write Chinese marks' },
        safe: true,
      },
      report,
    );
  },
});

function isChinese(text: string): boolean {
  return HAN.test(text[0]!) && HAN.test(text.at(-1)!);
}

/** Whether a quotation is open on the line: single marks belong in it. */
function isInside(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, at - 200), at).replace(/^.*\n/s, '');
  return line.lastIndexOf('“') > line.lastIndexOf('”');
}
