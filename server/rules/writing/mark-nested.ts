import { BRACKETS, isApostrophe, isNoticeText, loneMarks, QUOTATIONS, textStart } from '../marks.ts';
import { defineRule, type Fix, type Report } from '../rule.ts';

const OPEN = '“‘《〈（(〔[［【「『';
const PAIRED = /[“‘《〈（(〔[［【「『”’》〉）)〕\]］】」』]/g;
const KINDS = [...BRACKETS, ...QUOTATIONS];
/** What stands outside and what inside. Round brackets in round ones are usual in names of units, and no fault. */
const OUTER: Readonly<Record<string, string>> = { '‘': '“”', '〈': '《》' };
const INNER: Readonly<Record<string, string>> = { '“': '‘’', '《': '〈〉' };
/** Deeper than anyone writes. */
const DEEPEST = 12;

export default defineRule({
  id: 'mark-nested',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: {
    zh: '引号、书名号嵌套的层次不对，或成对的标点互相交叉。',
    en: 'Quotation or title marks are nested wrongly, or pairs of marks cross.',
  },
  why: {
    zh: '引号外双内单，书名号外双内单；交叉以后，读者分不清哪半个配哪半个。',
    en: 'Outside they are double, inside single; where pairs cross nobody can tell which half belongs to which.',
  },
  source: 'GB/T 15834-2011 4.8.3、4.15.3',
  mend: {
    zh: '外面一层用“”《》，里面一层用‘’〈〉；交叉的对调。',
    en: 'Write “” and 《》 outside, ‘’ and 〈〉 inside.',
  },
  bad: [
    '1.落实《云溪县关于贯彻«《水网规划》»的通知》。\n',
    '1.开展“弘扬«“老区精神”»主题宣讲”活动。\n',
    '1.深化«‘一网通办’»改革。\n',
    '1.落实《云溪县“清水行动方案«》»”要求。\n',
  ],
  good: [
    '1.落实《云溪县关于贯彻〈水网规划〉的通知》，开展“弘扬‘老区精神’主题宣讲”活动。\n',
    '1.推进甲园建设。（责任单位：县自然资源和规划局（县林业局））\n',
    '1.深化“清水行动”和“绿岸行动”，办好三件事：1）修路；2）架桥。\n',
  ],
  fix: 'safe',
  check(view, report) {
    if (!/[“‘《〈]/.test(view.text) || !isNoticeText(view.zone, view.item, view.text)) return;
    const own = view.text;
    const from = textStart(view);
    // Where a mark has no partner, what is inside what is a guess.
    if (loneMarks(own, from, KINDS).length) return;
    const stack: number[] = [];
    PAIRED.lastIndex = from;
    for (let match = PAIRED.exec(own); match; match = PAIRED.exec(own)) {
      const at = match.index;
      const [mark] = match;
      if (OPEN.includes(mark)) {
        stack.push(at);
        if (stack.length > DEEPEST) return;
      } else {
        const partner = partnerIn(own, stack, at);
        if (partner === undefined) continue;
        const found = partner < stack.length - 1 ? crossing(own, stack, at) : nesting(own, stack, at);
        if (found) report(found);
        stack.splice(partner, 1);
      }
    }
  },
});

/** The place in the stack of what a mark closes. */
function partnerIn(text: string, stack: readonly number[], at: number): number | undefined {
  if (isApostrophe(text, at)) return undefined;
  const index = stack.findLastIndex((open) => goTogether(text[open]!, text[at]!));
  return index < 0 ? undefined : index;
}

function goTogether(open: string, close: string): boolean {
  return KINDS.some((kind) => kind.open.includes(open) && kind.close.includes(close));
}

function crossing(text: string, stack: readonly number[], at: number): Report {
  const inner = text[stack.at(-1)!]!;
  const next = text[at + 1] ?? '';
  const mark = text[at]!;
  const fix: Fix = {
    title: { zh: `对调为「${next}${mark}」`, en: `Write ${next}${mark}` },
    safe: true,
    edits: [{ range: { start: at, end: at + 2 }, text: next + mark }],
  };
  return {
    range: { start: at, end: at + 1 },
    message: {
      zh: `「${inner}」还没有结束就出现了「${mark}」，两对标点交叉了，请先写「${inner}」的后一半。`,
      en: `${mark} comes before what ${inner} opened is closed: the pairs cross. Close ${inner} first.`,
    },
    ...(next && goTogether(inner, next) && { fixes: [fix] }),
  };
}

/** What the mark at the top of the stack encloses, where it should be the other of its pair. */
function nesting(text: string, stack: readonly number[], at: number): Report | undefined {
  const start = stack.at(-1)!;
  const mark = text[start]!;
  const family = '“‘'.includes(mark) ? '“‘' : '《〈'.includes(mark) ? '《〈' : '';
  if (!family) return undefined;
  const around = stack.findLast((open) => open !== start && family.includes(text[open]!));
  const right = around === undefined ? OUTER[mark] : text[around] === mark ? (INNER[mark] ?? OUTER[mark]) : undefined;
  if (!right) return undefined;
  const range = { start, end: at + 1 };
  const inside = text.slice(start + 1, at);
  const words = inside.length > 12 ? `${inside.slice(0, 10)}…` : inside;
  const fix: Fix = {
    title: { zh: `改为${right}`, en: `Write ${right}` },
    safe: true,
    edits: [
      { range: { start, end: start + 1 }, text: right[0]! },
      { range: { start: at, end: at + 1 }, text: right[1]! },
    ],
  };
  // What is nested deeper would change its place.
  const alone = ![...inside].some((each) => family.includes(each));
  return {
    range,
    message: {
      zh: `${mark}${words}${text[at]}在${around === undefined ? '外层' : '里层'}，应为${right[0]}${words}${right[1]}。`,
      en: `${mark}${words}${text[at]} stands ${around === undefined ? 'outside' : 'inside'}: it should be ${right[0]}${words}${right[1]}.`,
    },
    ...(alone && { fixes: [fix] }),
  };
}
