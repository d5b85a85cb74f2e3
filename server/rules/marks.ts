/** Paired marks that stand alone: what two rules, of brackets and of quotation marks, say of a text. */
import type { Item, Notice, Range, Zone } from '../model/notice.ts';
import { isFurniture } from '../syntax/joins.ts';
import type { PartView } from './rule.ts';

export interface LoneMark {
  readonly mark: string;
  readonly at: number;
  /**
   * An opening mark that nothing closes, a closing one that nothing opened, one that faces the wrong way, or one that
   * closes what another kind of mark opened.
   */
  readonly fault: 'unclosed' | 'unopened' | 'turned' | 'mismatched';
  /** The mark that would go with it; for one that is turned or mismatched, the one that should stand there. */
  readonly partner: string;
}

export interface MarkKind {
  /** The opening marks, half and full width alike. */
  readonly open: string;
  /** The closing marks in the same order. */
  readonly close: string;
  /** A second one may open inside the first: （…（…）…） does, “…“ doesn't. */
  readonly nests: boolean;
}

export const BRACKETS: readonly MarkKind[] = [
  { open: '（(', close: '）)', nests: true },
  { open: '〔[［', close: '〕]］', nests: true },
  { open: '【', close: '】', nests: true },
];

export const QUOTATIONS: readonly MarkKind[] = [
  { open: '“', close: '”', nests: false },
  { open: '‘', close: '’', nests: false },
  { open: '《', close: '》', nests: true },
  { open: '〈', close: '〉', nests: true },
  { open: '「', close: '」', nests: true },
  { open: '『', close: '』', nests: true },
];

/** 1）, a） and the like: numbers inside a text, whose bracket nothing opens. */
const INNER_NUMBER = /(?:^|[\s；;，,、。.：:（(“\u3000])(?:\d{1,4}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$/;

/**
 * Marks of some kinds that stand alone in a text. Marks of other kinds in between don't matter.
 *
 * @param from the offset to start at
 */
export function loneMarks(text: string, from: number, kinds: readonly MarkKind[]): LoneMark[] {
  const lone = kinds.flatMap((kind) => loneOfKind(text, from, kind)).sort((a, b) => a.at - b.at);
  return lone.length > 1 ? withoutMismatches(text, lone) : lone;
}

/** （…〕 is one fault: the mark that closes is of the wrong kind. */
function withoutMismatches(text: string, lone: readonly LoneMark[]): LoneMark[] {
  const left: LoneMark[] = [];
  for (const mark of lone) {
    const before = left.at(-1);
    const pairs = before?.fault === 'unclosed' && mark.fault === 'unopened' && mark.at - before.at <= LONGEST_PAIR;
    if (pairs && !/[。；\n]/.test(text.slice(before.at, mark.at)))
      left[left.length - 1] = { ...mark, fault: 'mismatched', partner: before.partner };
    else left.push(mark);
  }
  return left;
}

/** What a pair of marks of two kinds may enclose. */
const LONGEST_PAIR = 120;

/** Asking for each mark is quicker than looking at each character. */
function holdsAny(text: string, marks: string, from: number): boolean {
  for (let at = 0; at < marks.length; at++) if (text.includes(marks[at]!, from)) return true;
  return false;
}

function loneOfKind(text: string, from: number, kind: MarkKind): LoneMark[] {
  const { open, close, nests } = kind;
  const lone: LoneMark[] = [];
  // Most texts have no mark of a kind.
  if (!holdsAny(text, open, from) && !holdsAny(text, close, from)) return lone;
  const stack: number[] = [];
  const report = (at: number, fault: LoneMark['fault']): void => {
    const mark = text[at]!;
    const opens = open.includes(mark);
    const partner = opens ? close[open.indexOf(mark)]! : open[close.indexOf(mark)]!;
    lone.push({ mark, at, fault, partner });
  };
  for (let at = from; at < text.length; at++) {
    const mark = text[at]!;
    if (open.includes(mark)) {
      const before = nests ? undefined : stack.pop();
      if (before !== undefined && isQuotedInside(text, at, kind)) {
        // “…“…”…” is whole, if wrongly marked inside.
        stack.push(before, at);
        continue;
      }
      // “甲“ — unless 甲” follows, which the second one opens.
      if (before !== undefined && isTurnedClosing(text, before, at, kind)) {
        report(at, 'turned');
        continue;
      }
      if (before !== undefined) report(before, 'unclosed');
      stack.push(at);
    } else if (close.includes(mark)) {
      if (stack.length) stack.pop();
      else if (isInnerNumber(text, at) || isApostrophe(text, at)) continue;
      else if (!nests && isTurnedOpening(text, at, kind)) {
        report(at, 'turned');
        stack.push(at);
      } else report(at, 'unopened');
    }
  }
  for (const at of stack) if (!close.includes(text[at]!)) report(at, 'unclosed');
  return lone;
}

/** The second “ of “…“…”…”, where it is no ” turned round: “甲“和”乙”. */
function isQuotedInside(text: string, at: number, { open, close }: MarkKind): boolean {
  const near = text.slice(at + 1, at + LONGEST_QUOTATION);
  const first = near.indexOf(close);
  const second = first < 0 ? -1 : near.indexOf(close, first + 1);
  if (second < 0) return false;
  const between = near.slice(0, second);
  return !between.includes(open) && !between.includes('\n') && !CONNECTIVE.test(near.slice(0, first));
}

/** What joins two quotations, and is none itself. */
const CONNECTIVE = /^[和与及或、，；]?$/;
const LONGEST_QUOTATION = 200;

/** ”甲” */
function isTurnedOpening(text: string, at: number, { close }: MarkKind): boolean {
  const next = text.indexOf(text[at]!, at + 1);
  return next > 0 && close.includes(text[next]!) && isWord(text.slice(at + 1, next));
}

/** “甲“, and not “甲 “乙”. */
function isTurnedClosing(text: string, before: number, at: number, kind: MarkKind): boolean {
  if (!isWord(text.slice(before + 1, at))) return false;
  const next = text.slice(at + 1, at + 3).indexOf(kind.close);
  const connected = next >= 0 && CONNECTIVE.test(text.slice(at + 1, at + 1 + next));
  return connected || !kind.close.includes(nextOf(text, at, kind));
}

function nextOf(text: string, from: number, { open, close }: MarkKind): string {
  for (let at = from + 1; at < text.length; at++)
    if (open.includes(text[at]!) || close.includes(text[at]!)) return text[at]!;
  return '-';
}

/** A word or a phrase, as stands between quotation marks; what reaches over sentences is none. */
function isWord(text: string): boolean {
  return text.length > 0 && text.length <= 16 && !/[，,。；;：:\s“”]/.test(text);
}

function isInnerNumber(text: string, at: number): boolean {
  return (text[at] === ')' || text[at] === '）') && INNER_NUMBER.test(text.slice(Math.max(0, at - 6), at));
}

export function isApostrophe(text: string, at: number): boolean {
  return text[at] === '’' && /[A-Za-z]/.test(text[at - 1] ?? '');
}

/** The text of a part, blanks in place of the comments in it: offsets stay. */
export function withoutComments(text: string): string {
  if (!text.includes('//') && !text.includes('／／')) return text;
  return text.replace(/^[ \t\u3000]*(?:\/\/|／／).*$/gm, (comment) => ' '.repeat(comment.length));
}

/** Where marks are checked: in what the notice says, not in the head or foot of the page nor in a table put down as lines. */
export function isNoticeText(zone: Zone, item: Item, text: string): boolean {
  if (zone === 'head' || zone === 'table') return false;
  // An entry of the plan may speak of a website; a line of the page's foot is none.
  if (zone === 'plan' && (item.number || item.fields.length > 0)) return !isFurnitureOnce(item, text);
  return !isFurnitureOnce(item, text) && !isPageFoot(text);
}

const furniture = new WeakMap<Item, { readonly text: string; readonly is: boolean }>();

/** Many rules ask it of each part. */
function isFurnitureOnce(item: Item, text: string): boolean {
  let known = furniture.get(item);
  if (known?.text !== text) furniture.set(item, (known = { text, is: isFurniture(text) }));
  return known.is;
}

function isPageFoot(text: string): boolean {
  return /(?:打印|关闭|分享|字体|浏览|上一篇|下一篇|版权|备案|网站|下载|扫一扫|相关(?:文档|链接|稿件|解读))/.test(text);
}

/** The text of a part as it prints: blanks stand in the place of comments between its lines. */
export function textOf({ text, starts }: Notice, part: number): string {
  return withoutComments(text.slice(starts[part] ?? 0, starts[part + 1] ?? text.length));
}

/** The offset after the item's number: its own bracket is no mark of the text. */
export function textStart({ item }: Pick<PartView, 'item'>): number {
  return item.number?.range.end ?? 0;
}

export function markRange({ at }: LoneMark): Range {
  return { start: at, end: at + 1 };
}

/** Whether each bracket of a text has its partner. What a text with a lone one says in the end is uncertain. */
export function isBalanced(text: string): boolean {
  return !/[（(）)〔[［〕\]］【】]/.test(text) || loneMarks(text, 0, BRACKETS).length === 0;
}
