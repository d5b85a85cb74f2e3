import { sayDay } from '../../model/deadlines.ts';
import type { Deadline, Field, Notice, Range, Task } from '../../model/notice.ts';
import { defineRule, type Report } from '../rule.ts';
import { fieldOf, placeOf, saysDone } from './deadlines.ts';

const YEAR = '云溪县人民政府关于印发2026年重点任务的通知\n\n';

export default defineRule({
  id: 'deadline-contradictory',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '同一项任务的时限前后矛盾。', en: 'The deadlines of one task contradict each other.' },
  why: {
    zh: '正文说年底前、时限栏说6月底前，承办单位会按晚的办，督办单位按早的查。',
    en: 'Who does the work goes by the later date, who checks it by the earlier one.',
  },
  mend: { zh: '核定一个时限，两处写成一致。', en: 'Settle one date, and say it in both places.' },
  bad: [
    `${YEAR}1.推进甲园建设，«年底前»全部建成。\n责任单位：县发改委\n完成时限：6月底前\n`,
    `${YEAR}1.推进甲园建设。\n责任单位：县发改委\n完成时限：6月底前\n完成时限：«9月底前»\n`,
    `${YEAR}一、园区建设（责任单位：县发改委；完成时限：2026年9月底前）\n1.征收土地。（完成时限：2026年6月底前）\n2.建成甲园。（完成时限：«2026年11月底前»）\n`,
  ],
  good: [
    `${YEAR}1.推进甲园建设，6月底前开工，到2028年全部建成。\n责任单位：县发改委\n完成时限：2026年9月底前\n`,
    `${YEAR}1.推进甲园建设，全年新增企业12家。\n责任单位：县发改委\n完成时限：11月底前\n`,
    `${YEAR}1.推进甲园建设，年底前建成。\n责任单位：县发改委\n完成时限：2026年6月底前开工\n`,
    `${YEAR}1.编制甲园规划（牵头单位：县发改委；完成时限：6月底前），建成甲园（牵头单位：县住建局；完成时限：11月底前）。\n`,
    `${YEAR}1.推进甲园建设，做好12月底前的验收准备。\n责任单位：县发改委\n完成时限：11月底前\n`,
    `${YEAR}1.按照省里年底前全部建成的要求，推进甲园建设，12月底前报送总结。\n责任单位：县发改委\n完成时限：11月底前\n`,
  ],
  fix: 'none',
  check({ notice }, report) {
    for (const task of notice.tasks) {
      if (!task.deadline) continue;
      if (task.stages.length > 1) twoFields(notice, task, report);
      aboveEarlier(notice, task, report);
      textLater(notice, task, report);
    }
  },
});

/** Two fields of one task, the same in kind, that say different days. */
function twoFields(notice: Notice, task: Task, report: (report: Report) => void): void {
  const { item, stages } = task;
  const single = new Map<Field, Deadline | undefined>();
  for (const deadline of stages) {
    const field = fieldOf(item, deadline);
    if (field) single.set(field, single.has(field) ? undefined : deadline);
  }
  let first: { field: Field; deadline: Deadline } | undefined;
  for (const [field, deadline] of single) {
    if (!deadline?.due || !saysDone(item, deadline)) continue;
    if (!first) {
      first = { field, deadline };
      continue;
    }
    if (deadline.due === first.deadline.due || speaksBetween(notice, task, first.field, field)) continue;
    report({
      range: placeOf(notice, task, deadline),
      message: {
        zh: `这一项写了两个完成时限：“${first.deadline.text}”和“${deadline.text}”。请核定一个。`,
        en: `Two deadlines for one task: “${first.deadline.text}” and “${deadline.text}”. Settle one.`,
      },
    });
  }
}

/** Each of two brackets says when the words before it are to be done. */
function speaksBetween({ text, starts }: Notice, { item, part }: Task, one: Field, other: Field): boolean {
  const start = starts[part] ?? 0;
  let at = Math.min(one.range.end, other.range.end);
  const end = Math.max(one.range.start, other.range.start);
  for (const { range } of [...item.fields].sort((a, b) => a.range.start - b.range.start)) {
    if (
      range.start > at &&
      range.start <= end &&
      /^(?!\s*(?:\/\/|／／)).*[\u4e00-\u9fff]/m.test(text.slice(start + at, start + range.start))
    )
      return true;
    at = Math.max(at, range.end);
  }
  return false;
}

/** A task that is due after the heading or the task that it belongs to. */
function aboveEarlier(notice: Notice, task: Task, report: (report: Report) => void): void {
  const { deadline, above, sections } = task;
  if (!deadline?.due || deadline.source !== 'field') return;
  const parent = sections.findLast((section) => section.task?.deadline?.source === 'field')?.task?.deadline;
  const whole = above ?? parent;
  if (!whole?.due || whole.ongoing || deadline.due <= whole.due) return;
  report({
    range: placeOf(notice, task, deadline),
    message: {
      zh: `时限“${deadline.text}”晚于上一级的“${whole.text}”。请核定其中一个。`,
      en: `“${deadline.text}” is after “${whole.text}”, which holds for all that stands under the heading. Settle one.`,
    },
  });
}

/**
 * A text that lets the task end after its field does. 年内 and 全年 speak of the year and not of its last day, 9月办赛 of
 * something that takes place; a later year is a goal that the task leads to.
 */
function textLater(notice: Notice, task: Task, report: (report: Report) => void): void {
  const { deadline, spoken, item } = task;
  if (!spoken.length || !deadline?.due || deadline.ongoing || deadline.source !== 'field') return;
  if (!saysDone(item, deadline)) return;
  let last: { said: Deadline; due: string; range: Range } | undefined;
  for (const said of spoken) {
    const { due } = said;
    if (said.kind !== 'by' || due?.slice(0, 4) !== deadline.due.slice(0, 4) || due <= dayAfter(deadline.due)) continue;
    const range = placeOf(notice, task, said);
    if (AFTER_ALL.test(notice.text.slice(range.end, range.end + 12))) continue;
    if (!last || due > last.due) last = { said, due, range };
  }
  if (!last) return;
  report({
    range: last.range,
    message: {
      zh: `正文说“${last.said.text}”（${sayDay(last.due)}），完成时限却是“${deadline.text}”。请核定一个，两处写成一致。`,
      en: `The text says “${last.said.text}” (${last.due}), the deadline is “${deadline.text}”. Settle one, and say it in both places.`,
    },
  });
}

/** What comes when the work is done. */
const AFTER_ALL = /^(?:完成|形成|组织|开展|进行)?[^，。；]{0,6}(?:报送|上报|总结|评估|回头看|通报|验收|归档)/;

/** 7月1日前 is 6月底前. */
function dayAfter(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}
