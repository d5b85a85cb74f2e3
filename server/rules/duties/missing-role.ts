/** What the three rules share that hold a task's roles against the other tasks'. */
import { absolute, type Entry, type Item, type Range, type Role, type Task } from '../../model/notice.ts';
import { type Facts, namesIn } from '../facts.ts';
import type { NoticeView, Report, Words } from '../rule.ts';

/** A role is usual where so many tasks state it, and so small a share does not. A supporting unit is no must. */
const USUAL: Readonly<Record<string, { readonly tasks: number; readonly share: number }>> = {
  lead: { tasks: 3, share: 0.2 },
  leader: { tasks: 3, share: 0.2 },
  support: { tasks: 6, share: 0.1 },
};

/**
 * Reports tasks that lack a role which the notice's other tasks have. A section that does without it from its first
 * task to its last is meant so.
 *
 * @param excused tasks that say it in another way
 */
export function missingRole(
  { notice, facts }: NoticeView,
  role: Role,
  name: Words,
  report: (report: Report) => void,
  excused: (task: Task) => boolean = () => false,
): void {
  const { tasks, labelled } = facts.roles[role];
  const usual = USUAL[role]!;
  // Prose says who answers as it comes: 甲局负责 beside 乙局牵头，丙局配合 lacks nothing; but 丙局配合 alone does.
  const prose = labelled < tasks * 0.8;
  if (tasks < usual.tasks || tasks === facts.tasks || (prose && role !== 'lead')) return;
  const lacks = (task: Task): boolean =>
    !namesIn(task.duty, role)?.length && (!prose || (task.duty.supportUnits.length > 0 && !task.duty.units.length));
  const without = prose ? notice.tasks.filter(lacks).length : facts.tasks - tasks;
  if (!without || without > Math.max(1, facts.tasks * usual.share)) return;
  const stated = new Map<Entry | undefined, { has: number; lacks: number }>();
  const lacking: Task[] = [];
  for (const task of notice.tasks) {
    const section = stated.get(task.sections[0]) ?? { has: 0, lacks: 0 };
    stated.set(task.sections[0], section);
    if (namesIn(task.duty, role)?.length) section.has++;
    else if (lacks(task)) {
      section.lacks++;
      lacking.push(task);
    }
  }
  const label = facts.roles[role].label ?? name.zh;
  for (const task of lacking) {
    const section = stated.get(task.sections[0])!;
    if (!section.has && section.lacks > 1 && task.sections.length) continue;
    // An empty field is another rule's finding.
    if (task.item.fields.some((field) => field.role === role) || excused(task)) continue;
    report({
      range: absolute(notice, task.part, taskRange(task.item)),
      message: {
        zh: `这一项没有“${label}”：${facts.tasks}项任务中有${tasks}项写明。请补上，或确认这一项不需要。`,
        en: `No ${name.en} (${label}): ${tasks} of ${facts.tasks} tasks state one. Add it, or confirm that none is needed.`,
      },
    });
  }
}

/**
 * 责任单位：各乡镇、市直各单位 instead of 牵头单位: all answer alike, and nobody leads. Not so where the notice puts 责任单位
 * beside a lead unit throughout: there the lead unit is missing.
 */
export function allAnswerAlike({ duty: { units } }: Task, facts: Facts): boolean {
  return !facts.unitsBesideLead && units.filter((name) => name.group).length * 2 > units.length;
}

/** The number of a task; of an unnumbered one the first words. */
export function taskRange({ number, textRange }: Item): Range {
  if (number) return number.range;
  return { start: textRange.start, end: Math.min(textRange.start + 12, textRange.end) };
}
