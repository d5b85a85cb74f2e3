import { absolute, type Entry, type Task } from '../../model/notice.ts';
import { taskRange } from '../duties/missing-role.ts';
import { nearlyAll } from '../facts.ts';
import { defineRule } from '../rule.ts';

const THREE = ['甲', '乙', '丙']
  .map((name, at) => `${at + 1}.推进${name}园建设。\n责任单位：县发改委\n完成时限：2026年${at + 6}月底前\n`)
  .join('');

export default defineRule({
  id: 'deadline-missing',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  options: {
    required: {
      default: false,
      what: {
        zh: '每项任务都必须写明时限，不论其他任务写没写。',
        en: 'Each task must say when it is due, whether the others do or not.',
      },
    },
  },
  what: { zh: '其他任务都有完成时限，这一项没有。', en: 'A task has no deadline although the other tasks do.' },
  why: {
    zh: '没有时限的任务到不了期，督办表上永远是“正在推进”。',
    en: 'A task without a deadline is never late and never done.',
  },
  mend: {
    zh: '补上完成时限；所有任务时限相同的，在文件头写一次“完成时限：……”。',
    en: 'Add a deadline, or say it once for all tasks in the front matter (完成时限：…).',
  },
  bad: [
    `${THREE}«4.»推进丁园建设。\n责任单位：县发改委\n`,
    {
      text: '«1.»推进甲园建设。\n责任单位：县发改委\n',
      options: { required: true },
    },
  ],
  good: [
    `---\n完成时限：2026年12月底前\n---\n${THREE}4.推进丁园建设。\n责任单位：县发改委\n`,
    `${THREE}4.推进丁园建设，9月底前建成。\n责任单位：县发改委\n`,
    `一、园区\n${THREE}二、日常工作\n4.办好政务公开。\n责任单位：县府办\n5.办理群众来信。\n责任单位：县信访局\n`,
    `未注明完成时限的，均于2026年12月底前完成。\n\n${THREE}4.推进丁园建设。\n责任单位：县发改委\n`,
  ],
  fix: 'none',
  summarize: ({ text }) => (saysForAll(text) ? true : undefined),
  check({ notice, options, facts, summaryOf }, report) {
    const lacking = notice.tasks.filter(lacks);
    if (!lacking.length) return;
    const stated = facts.tasks - lacking.length;
    if (!options.required && !nearlyAll(stated, lacking.length)) return;
    if (notice.items.some((_, part) => summaryOf(part) === true)) return;
    const sections = sectionsOf(notice.tasks);
    const label = facts.roles.deadline.label ?? '完成时限';
    for (const task of lacking) {
      const section = sections.get(task.sections[0])!;
      if (!options.required && task.sections.length && !section.has && section.lacks > 1) continue;
      // An empty field is another rule's finding.
      if (task.item.fields.some(({ role }) => role === 'deadline')) continue;
      report({
        range: absolute(notice, task.part, taskRange(task.item)),
        message: {
          zh: `这一项没有“${label}”：${facts.tasks}项任务中有${stated}项写明。请补上，如“2026年11月底前”。`,
          en: `No deadline (${label}): ${stated} of ${facts.tasks} tasks state one. Add it, as in 2026年11月底前.`,
        },
      });
    }
  },
});

/** A task whose text says when it is due lacks nothing. */
function lacks({ deadline, spoken }: Task): boolean {
  return !deadline && !spoken.some(({ kind }) => kind === 'by' || kind === 'period');
}

/** How many tasks of each section state one. A section that does without from its first task to its last is meant so. */
function sectionsOf(tasks: readonly Task[]): ReadonlyMap<Entry | undefined, { has: number; lacks: number }> {
  const sections = new Map<Entry | undefined, { has: number; lacks: number }>();
  for (const task of tasks) {
    const section = sections.get(task.sections[0]) ?? { has: 0, lacks: 0 };
    sections.set(task.sections[0], section);
    if (lacks(task)) section.lacks++;
    else section.has++;
  }
  return sections;
}

/** 未注明完成时限的，均于2026年12月底前完成 */
function saysForAll(text: string): boolean {
  return /未(?:注明|明确|标明|列明|写明|规定)[^。]{0,16}(?:时限|期限|时间|日期)|(?:时限|期限|时间)[^。]{0,6}(?:未|没有)(?:注明|明确|标明|列明|写明)/.test(
    text,
  );
}
