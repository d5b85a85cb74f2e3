/** Whether two names, one of a table and one of the text, are the same unit or person, however they are printed. */
import type { ColumnRole, Name } from '../../model/notice.ts';
import { abbreviates, anatomyOf } from '../../registry/anatomy.ts';
import { nameKey } from '../../registry/names.ts';
import type { Registry } from '../../registry/registry.ts';
import { resolve } from '../../registry/resolve.ts';
import { asListed } from '../elision.ts';
import type { Facts } from '../facts.ts';
import type { NoticeView } from '../rule.ts';

/** One of a list, with all that tells whether another one is the same. */
export interface Identity {
  readonly name: Name;
  /** The registry's record. */
  readonly record?: unknown;
  readonly keys: readonly string[];
}

export function identities(
  { registry, facts }: Pick<NoticeView, 'facts' | 'registry'>,
  names: readonly Name[],
  role: ColumnRole,
): Identity[] {
  if (role === 'leader') return names.map((name) => ({ name, keys: personKeys(name) }));
  return asListed(names).map(({ name, completed }, index) => {
    const record = recordOf(name, index, names, registry, facts);
    const forms = [
      name.base,
      ...name.second,
      ...(completed ? [completed] : []),
      facts.aliases[name.base] ?? '',
      name.alias ?? '',
    ];
    return { name, ...(record !== undefined && { record }), keys: forms.filter(Boolean).map(unitKey) };
  });
}

/** 县委常委、副县长林知远 is 林知远; 县政府分管负责同志 stays whole. */
export function personKeys({ base }: Name): string[] {
  const bare = nameKey(base);
  const person = /(?:书记|[县市区镇乡省州局]长|主任|常委|主席|部长)([\u4e00-\u9fff·]{2,4})$/.exec(bare)?.[1];
  return person ? [bare, person] : [bare];
}

/** How often groups are named: in a column of the table, and in the tasks of its rows. */
export interface GroupCounts {
  readonly printed: ReadonlyMap<string, number>;
  readonly said: ReadonlySet<string>;
}

/**
 * 各直属单位 in a table whose other rows say 区直各单位, as the text does: nearly the same words for others. Where both
 * are in use, they are two ways to say one thing.
 */
export function isOddGroup(printed: string, said: string, groups: GroupCounts): boolean {
  if (groups.printed.get(printed) !== 1 || groups.said.has(printed) || (groups.printed.get(said) ?? 0) < 3)
    return false;
  const [one, other] = [printed, said].map((name) => nameKey(name).replace(QUANTIFIER, '').replace(OFFICE, ''));
  return one !== other;
}

/** Words of a group that say "each" or "some", and the office that a place acts by. */
const EACH = /各级|各|有关|相关|全体|所有|直属|直/g;
const QUANTIFIER = /各级|各|有关|相关|全体|所有/g;
const OFFICE = /(?:人民政府|政府|办事处|党委|党工委)$/;

function unitKey(name: string): string {
  return nameKey(name)
    .replace(EACH, '')
    .replace(OFFICE, '')
    .replace(/成员单位$/, '');
}

function recordOf(name: Name, index: number, names: readonly Name[], registry: Registry, facts: Facts): unknown {
  if (!registry.names.size) return undefined;
  const texts = names.map(({ text }) => text);
  const found = resolve(registry, name, {
    date: facts.date,
    place: facts.place,
    previous: texts.slice(Math.max(0, index - 100), index),
    next: texts.slice(index + 1, index + 17),
  });
  return found.kind === 'ambiguous' ? undefined : (found.unit ?? found.group);
}

export function isSame(one: Identity, other: Identity): boolean {
  if (one.record && one.record === other.record) return true;
  return one.keys.some((key) => other.keys.some((wanted) => isSameKey(key, wanted)));
}

/** 县发改委, 发改委 and 县发展和改革委员会 are one for all that a table can be held to. */
function isSameKey(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length < 2 || other.length < 2 || one.length + other.length > 80) return false;
  const [a, b] = [anatomyOf(one), anatomyOf(other)];
  if (a.prefix && b.prefix && a.prefix !== b.prefix) return false;
  return a.stem === b.stem || abbreviates(a, b) || abbreviates(b, a);
}
