/**
 * What of a task's fields stands together. A paragraph that says several things, each with its own bracket, has as many
 * statements of who answers: 县财政局 may lead the one and support the other.
 */
import type { Field, Item } from '../../model/notice.ts';

/** Numbers and bullets stand before fields; they are no words. */
const WORDS = /[\u4e00-\u9fff]{2}/;
const NUMBERS = /[（(]?[一二三四五六七八九十]{1,3}[)）、.．]/g;

/**
 * The fields of an item, those together between which nothing is said. A line of fields goes on after words in it (牵头单位：
 * 甲局。年底前建成。配合单位：乙局), until one states a role that has been stated.
 *
 * @param text of the part
 */
export function statementsOf({ fields }: Pick<Item, 'fields'>, text: string): readonly (readonly Field[])[] {
  if (fields.length < 2) return fields.length ? [fields] : [];
  const printed = text;
  const statements: Field[][] = [];
  let end = 0;
  for (const field of fields) {
    const { start } = field.range;
    const last = statements.at(-1);
    const between = last && start > end ? printed.slice(end, start).replace(NUMBERS, '') : '';
    const spoken = WORDS.test(between);
    if (last && !(spoken && (field.shape !== 'line' || states(last, field)))) last.push(field);
    else statements.push([field]);
    end = Math.max(end, field.range.end);
  }
  return statements;
}

function states(statement: readonly Field[], { role }: Field): boolean {
  return statement.some((field) => field.role === role);
}
