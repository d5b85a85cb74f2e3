/** Which leader a printed name stands for. */
import { distance } from 'fastest-levenshtein';
import type { Name } from '../model/notice.ts';
import { soundAlike } from './homophones.ts';
import { nameKey, takeApart } from './names.ts';
import type { Leader } from './records.ts';
import type { Registry } from './registry.ts';

export interface LeaderResolution {
  /** 'group': 县政府负责同志 stands for no one in particular. */
  readonly kind: 'exact' | 'alias' | 'group' | 'not-valid' | 'ambiguous' | 'unknown';
  readonly leader?: Leader;
  readonly candidates?: readonly Leader[];
  /** Up to three names that may be meant. */
  readonly nearest?: readonly string[];
  /** The name without title and padding. */
  readonly expected?: string;
}

const NO_ONE = /(?:负责同志|负责人|责任人|领导同志|领导|班子成员|同志们)$/;
/** What stands beside a name: 副县长林知远, 林知远同志. */
const TITLE = /^(?:.*(?:[长记席任员监总]|常委|同志|领导|主持|参谋|政委))?$/;

/**
 * Resolves a leader's name as printed: padded (林　远), with a title, or by the title alone. Pure, never throws.
 *
 * @param at the notice's date, ISO 8601; without it, validity is not looked at
 */
export function resolveLeader(
  registry: Registry,
  name: Name | string,
  at: { readonly date?: string | undefined } = {},
): LeaderResolution {
  const key = nameKey(takeApart(typeof name === 'string' ? name : name.text).base);
  const named = registry.people.get(key);
  if (named) return choose(named, at.date, named.some((leader) => nameKey(leader.name) === key) ? 'exact' : 'alias');
  const titled = registry.leaders.filter((leader) => isTitled(leader, key));
  if (titled.length) return choose(titled, at.date, 'alias');
  if (NO_ONE.test(key)) return { kind: 'group' };
  const nearest = registry.leaders.filter((leader) => near(nameKey(leader.name), key)).map((leader) => leader.name);
  return { kind: 'unknown', ...(nearest.length && { nearest: nearest.slice(0, 3) }) };
}

function choose(leaders: readonly Leader[], date: string | undefined, kind: 'exact' | 'alias'): LeaderResolution {
  const valid = leaders.filter(({ since, until }) => !date || ((!since || since <= date) && (!until || date <= until)));
  const [leader] = valid.length ? valid : leaders;
  if (!leader) return { kind: 'unknown' };
  if (!valid.length) return { kind: 'not-valid', leader };
  if (valid.length > 1) return { kind: 'ambiguous', candidates: valid };
  return { kind, leader, expected: leader.name };
}

/** 副县长林知远, 林知远副县长, 林副县长, 常务副县长. */
function isTitled(leader: Leader, key: string): boolean {
  const name = nameKey(leader.name);
  const at = key.indexOf(name);
  if (at >= 0 && name.length > 1) return TITLE.test(key.slice(0, at)) && TITLE.test(key.slice(at + name.length));
  return leader.titles.some((title) => title.length > 1 && (key === title || key === name[0]! + title));
}

/** One character wrong of three, one left out or added, or all of them sounding alike. */
function near(known: string, key: string): boolean {
  if (known.length < 2 || key.length < 2 || key.length > 8) return false;
  if (known.length === key.length && [...known].every((character, i) => soundAlike(character, key[i]!))) return true;
  return distance(known, key) === 1 && Math.max(known.length, key.length) >= 3;
}
