import { alignmentsOf } from '../../compare/alignment.ts';
import type { Deadline } from '../../model/deadlines.ts';
import { inTable } from '../../model/tables.ts';
import { deadlinesBySaying } from '../deadlines/table-deadlines.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'table-deadline-differs',
  since: '0.1.0',
  severity: 'error',
  presets: { published: 'warning' },
  looksAt: 'notice',
  what: { zh: '分解表里的完成时限与正文不一致。', en: 'The table has another deadline than the text.' },
  why: {
    zh: '正文要求6月底、表里写9月底，到了6月底没有办结，算不算逾期说不清。',
    en: 'With June in the text and September in the table, nobody can say whether July is late.',
  },
  mend: {
    zh: '核对以哪个时限为准，把另一处改过来。时限只写在表里的，不比对。',
    en: 'See which deadline is right and change the other. Deadlines that stand in the table only are not compared.',
  },
  bad: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n完成时限：2026年6月底前。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n完成时限：2026年4月底前。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 完成时限 | 牵头单位 |\n| --- | --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | «2026年9月底前» | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 2026年4月底前 | 县文化旅游局 |\n',
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n完成时限：年底前。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n完成时限：4月底前。\n\n附件\n\n任务分解表\n\n序号\t主要任务\t完成时限\t牵头单位\n1\t新建生态茶园6000亩\t12月底前\t县农业农村局\n2\t举办春茶开采节3场\t«持续推进»\t县文化旅游局\n',
  ],
  good: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n完成时限：2026年底前。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n完成时限：4月30日前完成。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 完成时限 | 牵头单位 |\n| --- | --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 12月底 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 2026年4月底前 | 县文化旅游局 |\n',
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 完成时限 | 牵头单位 |\n| --- | --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 12月底 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 2026年4月底前 | 县文化旅游局 |\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    const saying = deadlinesBySaying(notice);
    for (const { table, pairs } of alignmentsOf(notice)) {
      const column = table.columns.findIndex(({ role }) => role === 'deadline');
      if (column < 0) continue;
      for (const { task, row } of pairs) {
        const cell = row.cells[column]!;
        if (!task.deadline || !cell.text || cell.merged || !cell.certain) continue;
        const printed = saying(cell);
        const meant = task.deadline.due ? task.deadline : saying(task.deadline);
        if (!printed || !meant || !contradict(meant, printed)) continue;
        const said = task.duty.deadline ?? task.deadline.text;
        const range = inTable(table, cell.range);
        report({
          range,
          message: {
            zh: `表中完成时限为“${cell.text}”，正文第${task.n}项为“${said}”，请核对后统一。`,
            en: `The table says ${cell.text}, task ${task.n} of the text ${said}. See which is right, and use one.`,
          },
          fixes: [
            {
              title: { zh: `按正文改为“${said}”`, en: `Change to ${said}, as in the text` },
              safe: false,
              edits: [{ range, text: said }],
            },
          ],
        });
      }
    }
  },
});

/** Whether two deadlines cannot both hold. What has no certain date contradicts nothing. */
function contradict(one: Deadline, other: Deadline): boolean {
  if (one.ambiguous || other.ambiguous) return false;
  if (!one.due || !other.due) {
    const [open, dated] = one.due ? [other, one] : [one, other];
    return open.kind === 'open' && dated.due !== undefined && !dated.ongoing;
  }
  // A year that only the notice's date tells may be another one.
  const said = one.year !== 'notice' && other.year !== 'notice';
  return said ? one.due !== other.due : one.due.slice(5) !== other.due.slice(5);
}
