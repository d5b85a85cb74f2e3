/** Which entries are tasks, and what their headings hand down to them. */
import type { DeadlineReader } from './deadlines.ts';
import type { Duty, Entry, Item, Name, Role, Task } from './notice.ts';

/** What it says holds for the tasks below: 总牵头, or a leader and no unit. */
export function handsDown({ fields, duty }: Item): boolean {
  if (!duty.leadUnits.length && !duty.supportUnits.length && !duty.units.length) {
    return !fields.some(({ role }) => role === 'lead' || role === 'support' || role === 'unit');
  }
  return fields.some((field) => field.overall);
}

/**
 * 一、热源保障（责任单位：县住建局） with 1.储煤。 2.检修。 below: a heading that says who answers for all that stands
 * under it. A sentence with numbered points below is a task itself.
 */
function coversAll({ item, text, children, number, points }: Entry): boolean {
  return (
    item.bears &&
    !points &&
    number !== undefined &&
    text.length <= 40 &&
    !/[。；;！？]$/.test(text) &&
    children.some((child) => child.number)
  );
}

export function readTasks(
  entries: readonly Entry[],
  items: readonly (Item | undefined)[],
  deadlines: DeadlineReader,
): { tasks: Task[]; firstIsLead: boolean } {
  const ruleFrom = items.findIndex((item) => item?.firstIsLead);
  const hasTaskBelow = new Set<Entry>();
  for (const entry of entries) {
    if (entry.zone === 'letter' || !entry.item.bears) continue;
    for (let above = entry.parent; above && !hasTaskBelow.has(above); above = above.parent) hasTaskBelow.add(above);
  }
  const above = new Map<Entry, readonly Entry[]>();
  const sectionsOf = (entry: Entry | undefined): readonly Entry[] => {
    if (!entry) return NO_SECTIONS;
    let sections = above.get(entry);
    if (!sections) {
      sections = [...sectionsOf(entry.parent), entry];
      above.set(entry, sections);
    }
    return sections;
  };
  const isTask = (entry: Entry): boolean => {
    if (entry.zone === 'letter') return false;
    if (entry.item.bears) return !coversAll(entry) && !(hasTaskBelow.has(entry) && handsDown(entry.item));
    return !entry.children.length && entry.text !== '' && sectionsOf(entry.parent).some(coversAll);
  };
  const tasks: Task[] = [];
  for (const entry of entries) {
    if (!isTask(entry)) continue;
    const { points } = entry;
    const sections = sectionsOf(points ? points.under : entry.parent);
    const task: Task = {
      n: tasks.length + 1,
      part: entry.part,
      from: (points ?? entry).from,
      item: entry.item,
      number: points ? undefined : entry.number,
      sections,
      text: (points ?? entry).text,
      duty: dutyOf(entry.item, sections, ruleFrom >= 0 && entry.part >= ruleFrom),
      ...deadlines.read(entry.item, deadlineAbove(sections)?.item),
    };
    entry.task = task;
    tasks.push(task);
  }
  return { tasks, firstIsLead: ruleFrom >= 0 };
}

/** The nearest heading that says when all under it is due. */
function deadlineAbove(sections: readonly Entry[]): Entry | undefined {
  return sections.findLast((above) => above.item.deadlines.length > 0 && (coversAll(above) || handsDown(above.item)));
}

const NO_SECTIONS: readonly Entry[] = [];

/** What a task's own fields say, the rule of the notice, and what its headings hand down. */
function dutyOf(item: Item, sections: readonly Entry[], firstIsLead: boolean): Duty {
  let duty = item.duty;
  if (firstIsLead && !duty.leadUnits.length && duty.units.length) {
    const supportUnits = [...duty.units.slice(1), ...duty.supportUnits];
    duty = { ...duty, leadUnits: duty.units.slice(0, 1), supportUnits, units: [] };
  }
  for (let i = sections.length - 1; i >= 0; i--) {
    const above = sections[i]!;
    if (!above.item.fields.length) continue;
    if (coversAll(above)) duty = handedDown(duty, above.item.duty, above.item.duty.leadUnits);
    else if (handsDown(above.item))
      duty = handedDown(duty, { ...above.item.duty, ...NO_UNITS }, overallLeads(above.item));
  }
  return duty;
}

const NO_UNITS = { leadUnits: [], supportUnits: [], units: [] } as const;

function overallLeads({ fields }: Item): readonly Name[] {
  return fields.filter((field) => field.overall && field.role === 'lead').flatMap((field) => field.names);
}

/** A role that the task states itself stays; units of a heading come down whole, to a task that names none. */
function handedDown(duty: Duty, above: Duty, leads: readonly Name[]): Duty {
  const inherited: Role[] = [...duty.inherited];
  const taken: { -readonly [K in keyof Duty]?: Duty[K] } = {};
  if (!duty.leaders.length && above.leaders.length) {
    taken.leaders = above.leaders;
    inherited.push('leader');
  }
  const namesUnits = duty.leadUnits.length + duty.supportUnits.length + duty.units.length > 0;
  if (!duty.leadUnits.length && leads.length) {
    taken.leadUnits = leads;
    inherited.push('lead');
  }
  if (!namesUnits && above.supportUnits.length) {
    taken.supportUnits = above.supportUnits;
    inherited.push('support');
  }
  if (!namesUnits && above.units.length) {
    taken.units = above.units;
    inherited.push('unit');
  }
  if (duty.deadline === undefined && above.deadline) {
    taken.deadline = above.deadline;
    inherited.push('deadline');
  }
  return { ...duty, ...taken, inherited };
}
