import { absolute, type Name, type Task } from '../../model/notice.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'unit-open',
  since: '0.1.0',
  severity: 'info',
  presets: { strict: 'warning' },
  looksAt: 'notice',
  what: {
    zh: '一项任务的责任单位只有“有关部门”一类统称。',
    en: 'Nobody but an indefinite group (有关部门) answers for a task.',
  },
  why: {
    zh: '哪些单位“有关”没有写明，没有一家会认领，督办时也找不到单位。',
    en: 'Which units are concerned is not said: none takes the task on.',
  },
  mend: {
    zh: '写明责任单位，至少写明由哪一家牵头；由各单位分别负责的，写“各乡镇”“各单位”。',
    en: 'Name the units, or at least the one that leads; where all of a kind answer, say 各.',
  },
  bad: [
    '1.推进甲园建设。\n责任单位：«县直有关部门»。\n2.推进乙园建设。\n责任单位：县财政局。\n',
    '1.推进甲园建设。（责任单位：县财政局）\n2.推进乙园建设。（责任单位：«相关乡镇»）\n',
  ],
  good: [
    '1.推进甲园建设。\n责任单位：县财政局、县直有关部门。\n2.推进乙园建设。\n责任单位：各乡镇。\n',
    '1.推进甲园建设。\n牵头单位：县财政局。\n责任单位：县直有关部门。\n',
    '一、园区（牵头单位：县财政局）\n1.推进甲园建设。（责任单位：县直有关部门）\n',
    '1.推进甲园建设。\n责任单位：有关成员单位（见附件）。\n\n附件\n\n县水网建设领导小组成员单位名单\n\n县财政局、县水利局。\n',
    '1.治理沿河垃圾。\n责任单位：沿线乡镇。\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    const found = notice.tasks.flatMap((task) => {
      const name = onlyGroup(task);
      return name ? [{ task, name }] : [];
    });
    // A notice that hands out most of its tasks so has one thing to mend, and not a hundred.
    const many = found.length > 3 && found.length * 4 > notice.tasks.length;
    const count = found.length;
    for (const { task, name } of many ? found.slice(0, 1) : found) {
      const so = many ? { zh: `（共${count}项任务如此）`, en: ` (${count} tasks)` } : { zh: '', en: '' };
      report({
        range: absolute(notice, task.part, name.range),
        message: {
          zh: `责任单位只有“${name.text}”${so.zh}，没有落到具体单位。请写明单位，至少写明由哪一家牵头。`,
          en: `Nobody but ${name.text} answers for this${so.en}. Name the units, or at least the one that leads.`,
        },
      });
    }
  },
});

/** 有关部门; of 沿线乡镇 and 属地镇街 the task tells which they are. */
const CONCERNED = /有关|相关/;

/** The group that alone answers for a task by its own text. */
function onlyGroup({ duty }: Task): Name | undefined {
  const [name] = duty.units;
  if (!name || duty.leadUnits.length || duty.supportUnits.length || duty.inherited.includes('unit')) return undefined;
  const open = duty.units.every(
    ({ group, base, annex, second }) => group && !annex && !second.length && CONCERNED.test(base),
  );
  return open ? name : undefined;
}
