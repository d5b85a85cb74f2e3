/**
 * What a field or a sentence says of when something is due, read without the rest of the notice: which year is meant
 * where none is said, `due.ts` knows. Read once for as long as the part is not edited.
 */
import { spanAt } from '../syntax/calendar.ts';
import type { Every, Span } from '../syntax/days.ts';

import type { Range } from './notice.ts';

/**
 * by: to be done when a day is over (6月底前). period: in the course of it (三季度). recurring: again and again
 * (每月28日前). open: no end (持续推进). unclear: no reader could tell.
 */
export type DeadlineKind = 'by' | 'period' | 'recurring' | 'open' | 'unclear';

/**
 * Why a deadline has no date. vague: 尽快. event: a day that the notice doesn't say (汛期前, 10个工作日内, 春节前).
 * impossible: 9月31日. malformed: 6月底底前. unread: none of these.
 */
export type Unclear = 'vague' | 'event' | 'impossible' | 'malformed' | 'unread';

export interface Phrase {
  readonly text: string;
  /** Relative to the part. */
  readonly range: Range;
  readonly kind: DeadlineKind;
  readonly span?: Span;
  readonly unclear?: Unclear;
  /** 同上 */
  readonly same?: true;
  /** 2026年6月底前完成，并长期坚持: it goes on after its day. */
  readonly ongoing?: true;
  /** Phrases of one sentence or one field take the year from each other. */
  readonly sentence: number;
  /** Of what a text says: 6月底前完成, and not 6月底前的准备. */
  readonly binding: boolean;
}

/** Maps an offset in a text to one in its part. */
export type Offset = (at: number) => number;

const NONE: readonly Phrase[] = [];

const OPEN =
  /持续|长期|常态|常年|始终|一直|不间断|贯穿|坚持(?:推进|抓好|做好|开展)?$|(?:时序)?进度|随时|即时|及时|立即|立行立改|即知即改|定期|按(?:上级)?(?:要求|规定)|^全程/;
/** Nobody can tell when these are over. */
export const VAGUE = [
  '尽快',
  '尽早',
  '及早',
  '早日',
  '近期',
  '近日',
  '适时',
  '择机',
  '抓紧',
  '视情',
  '条件成熟',
  '前后',
  '左右',
];
const VAGUE_WORD = new RegExp(VAGUE.join('|'));
const SAME = /^(?:同上|同前|同左)$/;
const EVENT =
  /(?:汛|开学|春节|清明|端午|中秋|重阳|两会|入冬|供暖|采暖|高考|中考|节|会议|大会|验收|考核|检查|开工|竣工|收到|接到|到位|批复|下达|印发|结束|期间|假期|暑期|寒假|学期|五一|十一)/;
/** What starts a phrase: a year, a month, a quarter, the end of something, every so often. */
const START =
  /20\d{2}(?=\s{0,3}(?:年|[-./—–~～－─至到]))|二[〇○零一二三四五六七八九]{3}\s{0,3}年|\d{2}年(?=\d{1,2}月|底|末)|\d{1,2}(?=\s{0,3}[-—–~～－至到]\s{0,3}\d{1,2}\s{0,3}月)|\d{1,2}\s{0,3}月|(?:十[一二]?|[一二三四五六七八九])月(?=份|[底末]|\s{0,3}(?:之|以)?前|[上中下]旬|[一二三]?十?[一二三四五六七八九]?[日号])|第?[一二三四五六1-9]季度|[一二三四]\s{0,3}[-—–~～－至到、]\s{0,3}[一二三四]季度|前[二三]季度|[上下]半年|[今明后本当次来翌]年|[本下]月|[当次]月|年度?[底末内]|全年|月[底末]|每个?[年半季月周星日天旬]|[按逐][季月周]|“?十[三四五六]五|\d{1,2}[日号](?=(?:之|以)?前)|(?:印发|发布|下发|公布|实施|发文|施行)之?日?(?:起|后)|(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:月|工作日|日|天|星期|周|季度|年)(?:之|以)?内|“?(?:元旦|五一|劳动节|七一|八一|国庆)”?节?(?:之|以)?前/g;

/** What a deadline field says, stage by stage: 2026年2月底前组建，3月15日前完成培训. */
export function fieldPhrases(value: string, offset: Offset): readonly Phrase[] {
  const text = plain(value);
  const bare = text.trim();
  if (!bare) return NONE;
  const whole = (kind: DeadlineKind, more: Partial<Phrase> = {}): readonly Phrase[] => {
    const start = text.length - text.trimStart().length;
    return [phraseOf(value, start, start + bare.length, offset, { kind, sentence: 0, ...more })];
  };
  if (SAME.test(bare)) return whole('unclear', { same: true });
  const found: Phrase[] = [];
  const spans = joined(spansIn(text));
  spans.forEach((span, index) => {
    const before = text.slice(spans[index - 1]?.end ?? 0, span.start);
    const after = text.slice(span.end, spans[index + 1]?.start ?? text.length);
    const fault = faultAround(before, after, span) ?? doubledSpan(after, span, spans[index + 1], text);
    if (fault) {
      const [start, end] = [span.start - fault.before, span.end + fault.after];
      found.push(phraseOf(value, start, end, offset, { kind: 'unclear', unclear: fault.kind, span, sentence: 0 }));
      return;
    }
    const ongoing = index === spans.length - 1 && OPEN.test(after) && !span.every;
    // 2026年1月1日起施行 begins and does not end.
    const own = {
      ...(/^起(?!草)/.test(after) ? { kind: 'open' as const } : kindOf(span)),
      ...(ongoing && { ongoing: true as const }),
      span,
      sentence: 0,
    };
    found.push(phraseOf(value, span.start, span.end, offset, own));
  });
  if (found.length) return found;
  if (VAGUE_WORD.test(bare)) return whole('unclear', { unclear: 'vague' });
  if (OPEN.test(bare)) return whole('open');
  if (/\d\s*[月日号季底]|\d{4}\s*年|[底末旬]前|\d{6,}|\d前/.test(bare))
    return whole('unclear', { unclear: 'malformed' });
  return whole('unclear', { unclear: EVENT.test(bare) ? 'event' : 'unread' });
}

/** What may stand in text before its year: 到2027年, 力争…, and what says that it is no deadline: 截至2025年底. */
const NO_DEADLINE_BEFORE =
  /(?:截至|截止|较|比|自|从|超过|相当于|对照|迎接|备战|庆祝|召开的|发布的|出台的|于|《[^》]{0,40}|[一二两三四五六七八九十几数近多周青成每\d]|“)\s*$/;

/** 按照市里2026年底前完成的要求: what others set, or what is prepared for. */
const SET_ELSEWHERE = /(?:按照|根据|依据|对照|对标|围绕|迎接|备战|落实好?[^，。；]{0,6}关于)[^，。；]*$/;

/** What a task's text says of when: 6月底前完成, 年内新增5家. Most texts say nothing, which one search tells. */
export function textPhrases(text: string, offset: Offset): readonly Phrase[] {
  if (!/[月年季]|元旦|国庆|工作日/.test(text)) return NONE;
  const found: Phrase[] = [];
  let sentence = 0;
  let end = 0;
  const plainText = plain(text);
  for (const span of spansIn(plainText)) {
    const between = plainText.slice(end, span.start);
    if (/[。；;！？]/.test(between)) sentence++;
    end = span.end;
    const before = plainText.slice(Math.max(0, span.start - 42), span.start);
    if (
      SET_ELSEWHERE.test(before) ||
      /^[^，。；]{0,20}的(?:要求|目标|部署|安排|准备)/.test(plainText.slice(span.end, span.end + 24))
    )
      continue;
    if (NO_DEADLINE_BEFORE.test(before) && !/(?:力争|确保|争取)$/.test(before)) continue;
    const { kind } = kindOf(span);
    const after = plainText.slice(span.end, span.end + 2);
    if (span.impossible || /^[的度]|^[^，。；]?》/.test(after)) continue;
    // 2026年…工作 is a name; 到2026年 is a deadline.
    // “十五五”规划 is one too.
    const bareYear =
      kind === 'period' &&
      /^(?:20\d{2}\s*年度?|“?十.五”?(?:规划|时期)?|[今本当]年度?|[本当次下]月)$/.test(text.slice(span.start, span.end));
    const until = /[到至]$/.test(before);
    if (bareYear && !until) continue;
    const own = until && kind === 'period' ? 'by' : kind;
    found.push({
      ...phraseOf(text, span.start, span.end, offset, { kind: own, span, sentence }),
      binding: own === 'by',
    });
  }
  return found.length ? found : NONE;
}

/** 每月10日、20日前; 每年3月、9月 */
function joined(spans: readonly Span[]): readonly Span[] {
  let every: Every | undefined;
  return spans.map((span) => {
    const { due } = span;
    if (every?.unit === 'month' && due?.monthAhead === 0 && !span.from) every = { ...every, day: due.day };
    else if (every?.unit === 'year' && due?.month && due.year === undefined && due.yearAhead === undefined)
      every = { ...every, month: due.month, ...(!span.from && { day: due.day }) };
    else every = span.every;
    return every && !span.every ? { start: span.start, end: span.end, every, saysYear: false } : span;
  });
}

function spansIn(text: string): Span[] {
  const spans: Span[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const span = spanAt(text, match.index);
    if (!span || span.end <= match.index) {
      START.lastIndex = match.index + Math.max(1, match[0].length);
      continue;
    }
    spans.push(span);
    START.lastIndex = span.end;
  }
  return spans;
}

/** Figures as ASCII, offsets kept. */
function plain(text: string): string {
  return /[０-９]/.test(text)
    ? text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    : text;
}

function kindOf({ every, from, impossible, after }: Span): Pick<Phrase, 'kind' | 'unclear'> {
  if (impossible) return { kind: 'unclear', unclear: 'impossible' };
  if (every) return { kind: 'recurring' };
  if (after?.unit === 'working-day') return { kind: 'unclear', unclear: 'event' };
  return { kind: from ? 'period' : 'by' };
}

/** 2026年年6月底前, 6月6月底前: two begin where one was meant. */
function doubledSpan(after: string, span: Span, next: Span | undefined, text: string): ReturnType<typeof faultAround> {
  if (!next?.due || !span.due || !/^年?$/.test(after)) return undefined;
  const printed = text.slice(span.start, span.end);
  const same = /月$/.test(printed) && /月/.test(text.slice(next.start, next.end));
  if (after === '' && !same) return undefined;
  return { kind: 'malformed', before: 0, after: next.end - span.end };
}

/** 6月底底前, 202112月底前, 6月30前, 6月低前, 6月底前后. Lengths are those of what is wrong on both sides. */
function faultAround(
  before: string,
  after: string,
  { every, after: since }: Span,
): { kind: Unclear; before: number; after: number } | undefined {
  if (every || since)
    return /(?:收到|接到)|(?:后|起|之日)(?:的)?$/.test(before) ? { kind: 'event', before: 0, after: 0 } : undefined;
  const digits = /\d+$/.exec(before.slice(-12))?.[0].length ?? 0;
  if (digits) return { kind: 'malformed', before: digits, after: 0 };
  if (/^\s*[^，。；,;\d]{0,6}(?:之?前|以前|后|期间)/.test(after) && EVENT.test(after.slice(0, 6)))
    return { kind: 'event', before: 0, after: /^[^，。；,;]*?(?:前|后|期间)/.exec(after)![0].length };
  const vague = /^(?:前后(?!续|期|勤|方|台|备|援|半)|左右|后(?!续|期))/.exec(after)?.[0].length;
  if (vague) return { kind: 'vague', before: 0, after: vague };
  const doubled =
    /^(?:\d{1,2}\s*[底末旬]|\d{1,2}[^\d，。、；]前(?=$|[，。；,;完])|[底末]前?(?!端)|前(?!期|往|沿|端|置|提|三|两)|[月日号](?=[前底末，；。,;]|$)|\d{1,2}\s*(?:之?前|以前|$)|[^\d完竣开投建，。；,;之以]前(?=$|[，。；,;完]))前?/.exec(
      after,
    )?.[0].length;
  return doubled ? { kind: 'malformed', before: 0, after: doubled } : undefined;
}

function phraseOf(
  text: string,
  start: number,
  end: number,
  offset: Offset,
  own: Pick<Phrase, 'kind' | 'sentence'> & Partial<Phrase>,
): Phrase {
  const range = { start: offset(start), end: offset(Math.max(start, end - 1)) + 1 };
  return { text: text.slice(start, end), range, binding: true, ...own };
}
