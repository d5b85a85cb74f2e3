import { absolute, type Item, type Range } from '../../model/notice.ts';
import { FULL, type HalfWidth, halfWidthIn } from '../../syntax/half-width.ts';
import { isNoticeText, textStart } from '../marks.ts';
import { defineRule, type Fix, type Report, type Words } from '../rule.ts';
import { FEW, type Slip } from './slips.ts';

export default defineRule({
  id: 'punctuation-half-width',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '汉字之间用了半角标点，或括号一半全角一半半角。',
    en: 'Half-width marks stand between Han characters, or a bracket is half width on one side.',
  },
  why: {
    zh: '中文标点用全角。全文都是半角，多为网页转换所致，只提示一次。',
    en: 'Chinese marks are full width. Where a whole page is half width, conversion made it so, and one remark is enough.',
  },
  source: 'GB/T 15834-2011 5.1',
  mend: { zh: '改为全角的“，”“：”“；”“（）”。', en: 'Write ， ： ； （）.' },
  bad: [
    '1.推进甲园建设，完善配套«,»年内开园。\n牵头单位：县发改委。\n配合单位：县财政局，各乡镇。\n',
    '1.推进甲园建设«,»完善配套,年内开园。\n牵头单位:县发改委。\n配合单位:县财政局,各乡镇。\n',
    '1.推进甲园（一期）建设，完善配套设施«(»含管网）。\n',
    '1.推进甲园（一期）建设，完善配套设施«(»含管网)。\n',
  ],
  good: [
    '1.推进甲园建设，9:30开工，完善AB,CD两线。\n',
    '1.推进甲园（一期）建设，提高研发投入占地区生产总值(GDP)比重，执行GB/T 15834标准。\n',
  ],
  fix: 'safe',
  summarize: marksIn,
  check({ notice, summaryOf }, report) {
    const count = { half: 0, full: 0, halfBrackets: 0, fullBrackets: 0 };
    const slips: Slip[] = [];
    // Another rule reads these; where all is converted they go with the rest.
    const ofHead: Slip[] = [];
    notice.items.forEach((item, part) => {
      const marks = summaryOf(part);
      if (!item || !marks) return;
      const zone = notice.zones[part]!;
      const toRecipients = zone === 'head' && isRecipients(item.text);
      if (!isNoticeText(toRecipients ? 'letter' : zone, item, item.text)) return;
      if (!toRecipients)
        for (const key of ['half', 'full', 'halfBrackets', 'fullBrackets'] as const) count[key] += marks[key];
      const place = (range: Range): Range => absolute(notice, part, range);
      for (const { range, edits } of marks.slips)
        (toRecipients ? ofHead : slips).push({
          range: place(range),
          edits: edits.map((edit) => ({ ...edit, range: place(edit.range) })),
        });
    });
    if (!slips.length) return;
    const { half, full } = count;
    const few = Math.max(FEW, Math.min(4 * FEW, (full + count.fullBrackets) / 10));
    const brackets = slips.filter(isBracket);
    if (half > Math.max(SOME, full)) once(slips, report, 'info', converted(half), ofHead);
    else if (brackets.length > SOME && count.halfBrackets * 10 > count.fullBrackets) {
      once(brackets, report, undefined, someBrackets(brackets.length, count.fullBrackets));
      for (const slip of slips) if (!isBracket(slip)) report(one(slip, notice.text));
    } else if (slips.length > few) once(slips, report, undefined, mixed(slips.length, full + count.fullBrackets));
    else for (const slip of slips) report(one(slip, notice.text));
  },
});

/** 各乡镇人民政府, 县直有关单位: — the one line of the head that is no title or number. */
function isRecipients(text: string): boolean {
  return text.length > 4 && /[\u4e00-\u9fff][:：]$/.test(text);
}

function isBracket({ edits }: Slip): boolean {
  return edits.every(({ text }) => /[（）]/.test(text));
}

/** So few are slips, whatever else is written. */
const SOME = 3;
const TITLE: Words = { zh: '改为全角', en: 'Make full width' };

function once(
  slips: readonly Slip[],
  report: (report: Report) => void,
  severity: 'info' | undefined,
  message: Words,
  also: readonly Slip[] = [],
): void {
  const edits = [...slips, ...also].flatMap((slip) => slip.edits).sort((a, b) => a.range.start - b.range.start);
  const fix: Fix = { title: { zh: '全文改为全角', en: 'Make all of them full width' }, safe: true, edits };
  report({ range: slips[0]!.range, ...(severity && { severity }), message, fixes: [fix] });
}

function one({ range, edits }: Slip, text: string): Report {
  const fixes: Fix[] = [{ title: TITLE, safe: true, edits }];
  const mark = text[range.start]!;
  if (isBracket({ range, edits }) && edits.length < 3) {
    const whole = edits.length > 1;
    return {
      range,
      message: whole
        ? { zh: '这对括号是半角“()”，应为全角“（）”。', en: 'This pair of brackets is half width: it should be （）.' }
        : {
            zh: `这对括号一半全角一半半角，“${mark}”应为“${FULL[mark]!}”。`,
            en: `One half of this pair is half width: ${mark} should be ${FULL[mark]!}.`,
          },
      fixes,
    };
  }
  const more = {
    zh: edits.length > 1 ? `，连同其后${edits.length - 1}处` : '',
    en: edits.length > 1 ? `, and ${edits.length - 1} after it` : '',
  };
  return {
    range,
    message: {
      zh: `半角“${mark}”应为全角“${FULL[mark]!}”${more.zh}。`,
      en: `${mark} between Han characters should be ${FULL[mark]!}${more.en}.`,
    },
    fixes,
  };
}

function converted(half: number): Words {
  return {
    zh: `全文有${half}处半角标点（, : ;）用在汉字之间，像是网页转换所致。印发前请统一改为全角。`,
    en: `${half} half-width marks (, : ;) stand between Han characters: the page was probably converted. Make them full width before printing.`,
  };
}

function someBrackets(half: number, full: number): Words {
  return {
    zh: `括号全角、半角混用：半角“()”${half}处，全角“（）”${full}处。请统一改为全角。`,
    en: `Half- and full-width brackets are mixed: ${half} and ${full}. Make them full width.`,
  };
}

function mixed(half: number, full: number): Words {
  return {
    zh: `汉字之间全角、半角标点混用：半角${half}处，全角${full}处。请统一改为全角。`,
    en: `Half- and full-width marks are mixed between Han characters: ${half} and ${full}. Make them full width.`,
  };
}

function marksIn(item: Item, text: string): HalfWidth | undefined {
  return halfWidthIn(text, textStart({ item }));
}
