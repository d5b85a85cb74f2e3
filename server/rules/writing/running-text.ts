/** What rules of numbers and dates read: the text that a notice prints, and nothing that a page put around it. */
import { hanValue } from '../../syntax/numbers.ts';
import { isNoticeText, textStart } from '../marks.ts';
import type { PartView } from '../rule.ts';

/**
 * The text of a part with blanks in place of its comments and its own number, so that offsets stay.
 *
 * @param needed characters of which the part must hold one; most parts hold none, and asking is quick
 * @param inTables cells of a table that was put down as lines are read as well
 * @returns undefined where nothing is to be checked
 */
export function runningText(
  view: Pick<PartView, 'item' | 'text' | 'zone'>,
  needed: string,
  inTables = false,
): string | undefined {
  const { item, zone, text } = view;
  let holds = false;
  for (let at = 0; at < needed.length && !holds; at++) holds = text.includes(needed[at]!);
  if (!holds) return undefined;
  if (!(inTables && zone === 'table') && !isNoticeText(zone, item, item.text)) return undefined;
  const start = textStart(view);
  return ' '.repeat(start) + text.slice(start);
}

/** The value of a numeral that is Han or Arabic throughout. */
export function numeralOf(numeral: string): number | undefined {
  return /\d/.test(numeral) ? Number(numeral) : hanValue(numeral);
}
