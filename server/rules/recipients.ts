/** Whether a notice is sent to those whom it tells what to do. */
import { isOpenGroup } from '../model/groups.ts';
import type { Name, Notice } from '../model/notice.ts';
import { nameKey } from '../registry/names.ts';
import type { Registry } from '../registry/registry.ts';
import { resolve } from '../registry/resolve.ts';
import { isSome, wholeOf } from './duties/whole-groups.ts';
import { asListed } from './elision.ts';

export interface Unsent {
  /** Towns where no recipient is a town. */
  readonly missing: readonly Name[];
  /** Nobody can tell from the names: 县税务局 where 县政府各部门 are the recipients. */
  readonly doubtful: readonly Name[];
}

const TOWN = /(?:[乡镇]|街道)(?:人民政府|政府|办事处)?$/;

/** Units and groups of the tasks that no recipient stands for, each once. */
export function unsent({ tasks, head }: Notice, registry: Registry): Unsent {
  const place = head.date === undefined ? {} : { date: head.date };
  const identity = (name: Name): string => {
    const { unit, group } = resolve(registry, name, place);
    return (unit ?? group)?.name ?? nameKey(name.base);
  };
  const recipients = head.recipients;
  const named = new Set(recipients.map(identity));
  const wholes = recipients.map((name) => wholeOf(name)).filter((whole) => whole !== undefined);
  const some = recipients.filter((name) => isSome(name.base));
  const towns = recipients.some(({ base }) => /[乡镇]|街道/.test(base));
  const seen = new Set<string>();
  const missing: Name[] = [];
  const doubtful: Name[] = [];
  for (const { duty } of tasks) {
    const lists = [duty.leadUnits, duty.supportUnits, duty.units];
    for (const { name, completed } of lists.flatMap(asListed)) {
      const key = completed ? nameKey(completed) : identity(name);
      if (seen.has(key)) continue;
      seen.add(key);
      if (named.has(key) || wholes.some((whole) => whole({ base: name.base, completed }))) continue;
      const isTown = TOWN.test(name.base);
      if (isTown && !towns) missing.push(name);
      // 县直有关单位 are those that the tasks name; a group of the tasks is one of groups.
      else if (!isTown && !some.length && !name.group && !isOpenGroup(name.base)) doubtful.push(name);
    }
  }
  return { missing, doubtful };
}
