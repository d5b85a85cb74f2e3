/** The marks after numbers of headings and tasks: which are wrong, and what is right. */
import type { Style } from '../../syntax/numbers.ts';
import type { TextEdit } from '../rule.ts';
import type { Numbered } from './numbering.ts';

/** The mark at the end of a number, and what should stand there. A number in brackets or in a circle takes none. */
const WRONG: Readonly<Partial<Record<Style, readonly [found: RegExp, right: string]>>> = {
  han: [/[.．﹒]$/, '、'],
  'han-bracket': [/[、.．]$/, ''],
  arabic: [/[、，]$/, '.'],
  'arabic-bracket': [/[、.．]$/, ''],
  'arabic-half-bracket': [/[、.．]$/, ''],
  circled: [/[、.．]$/, ''],
};
/** 第一、 and 首先、 say an order in words. */
const ORDINAL = /^第[一二三四五六七八九十]{1,3}、$/;

/** What makes a number right; relative to its part. */
export function editOf({ number, item }: Numbered): TextEdit | undefined {
  const { text, range, style } = number;
  if (ORDINAL.test(text)) return { range: { start: range.start + text.length - 1, end: range.end }, text: '，' };
  const known = WRONG[style];
  const found = known && text.search(known[0]);
  if (!known || found === undefined || found < 0 || /[⒈-⒛㈠-㈩]/.test(text)) return undefined;
  // 1.5公里 would be an amount.
  const right =
    known[1] === '.' && /^[\d０-９]/.test(item.text) && range.end === item.textRange.start ? '. ' : known[1];
  return { range: { start: range.start + found, end: range.start + text.length }, text: right };
}

/** The number with the mark that belongs to it; undefined where it has that. */
export function correctionOf(entry: Numbered): string | undefined {
  const { text, range } = entry.number;
  const edit = editOf(entry);
  return edit && text.slice(0, edit.range.start - range.start) + edit.text.trimEnd();
}

/** The numbers of a level that bear a wrong mark, where most of them do. Fewer are to be written like the others. */
export function wrongMarks(level: readonly Numbered[]): { entry: Numbered; edit: TextEdit }[] | undefined {
  const wrong = level.flatMap((entry) => {
    const edit = editOf(entry);
    return edit ? [{ entry, edit }] : [];
  });
  return wrong.length * 2 > level.length ? wrong : undefined;
}
