/** What the rules about leaders share: the persons that a task names, and who they are. */
import type { Field, Name } from '../../model/notice.ts';
import { type LeaderResolution, resolveLeader } from '../../registry/resolve.ts';
import type { PartView } from '../rule.ts';

export interface PlacedLeader {
  readonly name: Name;
  readonly field: Field;
}

/** What stands beside a name: 副县长林知远, 林知远同志. */
const TITLE_BEFORE = /^.*(?:[长记席任员监总]|常委|参谋|政委)(?=[\u4e00-\u9fff·]{2,4}$)/;
const TITLE_AFTER = /(?:同志|先生|女士|[\u4e00-\u9fff]{0,4}(?:[长记席]|主任|常委|委员))$/;
const NO_PERSON =
  /[局委办厅院站处科室司署队校镇乡村组会岗]$|[长记席任员监总]$|领导|同志|负责|责任|有关|相关|待定|同上|各/;

/** The leaders of an item's own fields. */
export function leadersIn({ item }: Pick<PartView, 'item'>): PlacedLeader[] {
  return item.fields.flatMap((field) => (field.role === 'leader' ? field.names.map((name) => ({ name, field })) : []));
}

/** The person that is named, without a title; undefined where no one is: 县政府负责同志, 分管副县长. */
export function personOf({ base }: Name): string | undefined {
  if (base.length > 24) return undefined;
  const bare = base.replace(TITLE_BEFORE, '');
  const person = bare.length > 3 ? bare.replace(TITLE_AFTER, '') : bare;
  return /^[\u4e00-\u9fff·]{2,4}$/.test(person) && !NO_PERSON.test(person) ? person : undefined;
}

/** Who a leader is by the registry; undefined where it lists none. */
export function leaderOf({ name }: PlacedLeader, { registry, facts }: PartView): LeaderResolution | undefined {
  return registry.leaders.length ? resolveLeader(registry, name, { date: facts.date }) : undefined;
}
