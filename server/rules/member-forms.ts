/**
 * Members that annexes list and no task names, although a task names what is most likely the same: an office of the same
 * work that is a 中心 in one place and a 局 in the other, a company that says its place in one place only.
 */
import { anatomyOf } from '../registry/anatomy.ts';
import { takeApart } from '../registry/names.ts';

/**
 * @param units that the tasks name
 * @param members of all lists
 * @returns from the member to the unit that it most likely is
 */
export function* otherForms(
  units: Iterable<string>,
  members: readonly string[],
  place: string | undefined,
): Generator<[string, string]> {
  if (!members.length) return;
  const listed = new Set(members.map((member) => takeApart(member).base));
  const named = new Set<string>();
  const byKey = new Map<string, Set<string>>();
  for (const unit of units) {
    const { base } = takeApart(unit);
    if (named.has(base)) continue;
    named.add(base);
    if (listed.has(base)) continue;
    for (const key of keysOf(base, place)) byKey.set(key, (byKey.get(key) ?? new Set()).add(base));
  }
  for (const member of listed) {
    if (named.has(member)) continue;
    for (const key of keysOf(member, place)) {
      const [like, ...more] = byKey.get(key) ?? [];
      if (!like || more.length) continue;
      yield [member, like];
      break;
    }
  }
}

const OFFICE = /^(?:[局委办处科院站所]|.*中心)$/;

function keysOf(base: string, place: string | undefined): string[] {
  if (base.length > 40) return [];
  const { prefix, stem, core, suffix } = anatomyOf(base);
  // 公安局 has a 公安处 beside it; a longer word of its work is that of one office.
  if (OFFICE.test(suffix)) return core.length >= 4 && prefix ? [`${prefix}|${core}`] : [];
  if (!/公司$/.test(suffix)) return [];
  const bare = place && place.length > 2 ? place.slice(0, -1) : '';
  const kind = (bare ? stem.replace(bare, '') : stem).replace(/^国网|分(?=公司$)/g, '').replace(/^[市县区]/, '');
  return kind.length >= 4 ? [`公司|${kind}`] : [];
}
