import { absolute, type Item, type Range } from '../../model/notice.ts';
import { isNoticeText, textStart } from '../marks.ts';
import { defineRule, type Fix, type Report, type TextEdit, type Words } from '../rule.ts';
import { FEW, type Slip } from './slips.ts';

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
};
/** Beside a Han character, or between an amount and one; at the end of a line a point closes the sentence. */
const MARK =
  /(?:[,:;，：；](?=[\u4e00-\u9fff“‘《（(\d]|[ \t]*$)|[?!？！](?=[\u4e00-\u9fff“‘《（(”]|[ \t]*$)|\.(?=[ \t]*$))(?<=[\u4e00-\u9fff”’》）)].)|[,;，；](?<=[\d%％A-Za-z].)(?=[\u4e00-\u9fff“‘《])|\.(?<=[%％].)(?=[ \t]*$)/gm;

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

interface Marks {
  /** Half-width marks that no full-width one parts are one slip; so is a pair of brackets. */
  readonly slips: readonly Slip[];
  readonly half: number;
  readonly full: number;
  readonly halfBrackets: number;
  readonly fullBrackets: number;
}

function marksIn(item: Item, text: string): Marks | undefined {
  const slips: { range: Range; edits: TextEdit[] }[] = [];
  let half = 0;
  let full = 0;
  let goesOn = false;
  const from = textStart({ item });
  MARK.lastIndex = from;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    goesOn = match[0] in FULL && goesOn;
    if (!(match[0] in FULL)) full++;
    else {
      half++;
      const edit = { range: { start: match.index, end: match.index + 1 }, text: FULL[match[0]]! };
      if (goesOn) slips.at(-1)!.edits.push(edit);
      else slips.push({ range: edit.range, edits: [edit] });
      goesOn = true;
    }
  }
  const brackets = bracketsIn(text, from);
  if (!half && !full && !brackets.slips.length && !brackets.fullBrackets) return undefined;
  return { ...brackets, slips: together(slips, brackets.slips), half, full };
}

/** A pair of half-width brackets and the half-width marks beside it are one slip. */
function together(marks: readonly Slip[], brackets: readonly Slip[]): Slip[] {
  const all: (Slip & { edits: TextEdit[] })[] = [];
  for (const slip of [...marks, ...brackets].sort((a, b) => a.range.start - b.range.start)) {
    const last = all.at(-1);
    if (last && !isMixed(last) && !isMixed(slip)) last.edits.push(...slip.edits);
    else all.push({ range: slip.range, edits: [...slip.edits] });
  }
  for (const { edits } of all) edits.sort((a, b) => a.range.start - b.range.start);
  return all;
}

/** One half of a pair of brackets. */
function isMixed({ edits }: Slip): boolean {
  return edits.length === 1 && /[（）]/.test(edits[0]!.text);
}

/** Pairs of round brackets that hold Han, or of which one half is full width. (GDP) is Latin. */
function bracketsIn(text: string, from: number): Pick<Marks, 'slips' | 'halfBrackets' | 'fullBrackets'> {
  const found = { slips: [] as Slip[], halfBrackets: 0, fullBrackets: 0 };
  if (!text.includes('(') && !text.includes(')') && !text.includes('（')) return found;
  const stack: { at: number; han: number }[] = [];
  let han = 0;
  for (let at = from; at < text.length; at++) {
    const mark = text[at]!;
    if (mark >= '\u4e00' && mark <= '\u9fff') han++;
    else if (mark === '(' || mark === '（') stack.push({ at, han });
    else if (mark === ')' || mark === '）') {
      const open = stack.pop();
      if (!open) continue;
      const halves = [open.at, at].filter((each) => text[each]! in FULL);
      if (!halves.length) found.fullBrackets++;
      else if (halves.length === 1 || han > open.han) {
        if (halves.length === 2) found.halfBrackets++;
        const edits = halves.map((each) => ({
          range: { start: each, end: each + 1 },
          text: FULL[text[each]!]!,
        }));
        found.slips.push({ range: edits[0]!.range, edits });
      }
    }
  }
  return found;
}
