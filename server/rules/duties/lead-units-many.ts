import { defineRule } from '../rule.ts';
import { statementsOf } from './statements.ts';
import { unitNames } from './unit-names.ts';

export default defineRule({
  id: 'lead-units-many',
  since: '0.1.0',
  severity: 'info',
  looksAt: 'part',
  presets: { strict: 'warning', published: 'off' },
  options: {
    most: {
      default: 4,
      minimum: 1,
      what: { zh: '一项任务最多几家牵头单位', en: 'how many units may lead a task' },
    },
  },
  what: { zh: '一项任务的牵头单位太多。', en: 'Too many units lead one task.' },
  why: {
    zh: '牵头的一多，等于没有牵头：调度时找谁、谁来汇总，都说不清。',
    en: 'Where many lead, nobody does: whom to ask and who reports remains open.',
  },
  mend: {
    zh: '只留一两家牵头，其余的列为配合单位；确要一同牵头的，把任务拆开。',
    en: 'Let one or two lead and the others support, or divide the task.',
  },
  bad: [
    '1.推进甲园建设。\n牵头单位：«县发改委、县商务局、县财政局、县公安局、县税务局»。\n配合单位：县总工会。\n',
    {
      text: '1.推进甲园建设。\n牵头单位：«县发改委、县商务局»。\n配合单位：县总工会。\n',
      options: { most: 1 },
    },
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：县发改委、县商务局。\n配合单位：县财政局、县公安局、县税务局。\n',
    '1.改进作风。\n责任单位：县发改委、县商务局、县财政局、县公安局、县税务局。\n',
    '1.推进甲园建设。（县发改委、县商务局牵头）推进乙园建设。（县财政局、县公安局、县税务局牵头）\n',
  ],
  fix: 'none',
  check(view, report) {
    if (!view.isTask) return;
    for (const fields of statementsOf(view.item, view.text)) {
      const leads = unitNames({ item: { ...view.item, fields } }).filter(
        ({ name, field }) => field.role === 'lead' && !name.group,
      );
      const [first, last] = [leads[0], leads.at(-1)];
      if (!first || !last || leads.length <= view.options.most) continue;
      // Where several fields name them, what is found is the last one.
      const start = first.field === last.field ? first : leads.find(({ field }) => field === last.field)!;
      report({
        range: { start: start.name.range.start, end: last.name.range.end },
        message: {
          zh: `这里有${leads.length}家牵头单位。请明确由哪一两家牵头，其余列为配合单位。`,
          en: `${leads.length} units lead here. Let one or two lead and the others support.`,
        },
      });
    }
  },
});
