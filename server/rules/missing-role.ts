/** What the three rules share that hold a task's roles against the other tasks'. */
import type { Range, Role } from '../model/notice.ts';
import type { PartView, Report, Words } from './rule.ts';

/** A role is usual where this share of the tasks state it; and where at least three do. */
const USUAL = 0.75;

/** Reports a task that lacks a role which the notice's other tasks have. */
export function missingRole(view: PartView, role: Role, name: Words, report: (report: Report) => void): void {
  const { task, facts } = view;
  if (!task) return;
  const { tasks } = facts.roles[role];
  if (tasks < 3 || tasks < (facts.tasks - 1) * USUAL) return;
  const { leaders, leadUnits, supportUnits } = task.duty;
  const has = role === 'leader' ? leaders.length : role === 'lead' ? leadUnits.length : supportUnits.length;
  // An empty field is another rule's finding.
  if (has || task.item.fields.some((field) => field.role === role)) return;
  const label = facts.roles[role].label ?? name.zh;
  report({
    range: entryRange(view),
    message: {
      zh: `这一项没有“${label}”；本通知${facts.tasks}项任务中有${tasks}项写明。请补上，或确认这一项不需要。`,
      en: `No ${name.en} (${label}); ${tasks} of the notice's ${facts.tasks} tasks state one. Add it, or confirm that none is needed.`,
    },
  });
}

/** The number of an entry; of an unnumbered one the first words. */
export function entryRange({ item }: Pick<PartView, 'item'>): Range {
  if (item.number) return item.number.range;
  return { start: item.textRange.start, end: Math.min(item.textRange.start + 12, item.textRange.end) };
}
