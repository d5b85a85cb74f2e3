/** The members that an annex lists, one part at a time: 县发改委、县财政局。 under the title of the list. */

import { readNames } from '../../model/names.ts';
import type { Name } from '../../model/notice.ts';
import { isNames } from '../../syntax/prose.ts';
import type { PartView } from '../rule.ts';

/** The names of a part that is a list of members; none of another. */
export function memberNames({ zone, item }: Pick<PartView, 'zone' | 'item'>): readonly Name[] {
  const { text, textRange, number, fields } = item;
  if (zone !== 'annex' || number || fields.length || text.length !== textRange.end - textRange.start) return [];
  if (/(?:名单|名册|[表录])$/.test(text) || !isNames(text.replace(/[。；;]$/, ''))) return [];
  const { names } = readNames(text, 'unit', (at) => textRange.start + at);
  return names.some((name) => PERSON.test(name.base)) ? [] : names;
}

/** 林知远　县政府副县长: a list of persons. */
const PERSON = /[\s\u3000].*[长记席任员]$|(?:主任|书记|[局县市区镇乡部科院校所站]长|常委|委员|主席)$/;
