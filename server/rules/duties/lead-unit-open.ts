import { defineRule } from '../rule.ts';
import { bearsDuty, unitNames } from './unit-names.ts';
import { isSome } from './whole-groups.ts';

export default defineRule({
  id: 'lead-unit-open',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  presets: { published: 'info' },
  what: {
    zh: '牵头单位写的是“有关部门”一类统称，没有落到具体单位。',
    en: 'The lead unit is an indefinite group: 有关部门.',
  },
  why: {
    zh: '牵头是第一责任，“有关部门”牵头就是无人牵头，督办时找不到单位。',
    en: 'Who leads answers first. Where “the departments concerned” lead, nobody does.',
  },
  mend: {
    zh: '写明由哪一家牵头，其余的列为配合单位；由各地各单位分别负责的，写“各乡镇”“各单位”。',
    en: 'Name the unit that leads, and list the others as supporting units.',
  },
  bad: [
    '1.推进甲园建设。\n牵头单位：«县直有关部门»。\n配合单位：县财政局。\n',
    '1.推进甲园建设。（牵头单位：县发改委、«各相关单位»；配合单位：县财政局）\n',
    '1.推进甲园建设。（«有关部门»牵头，县财政局配合）\n',
  ],
  good: [
    '1.改进作风。\n牵头单位：各乡镇、县直各单位。\n',
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县直有关部门。\n',
    '1.推进甲园建设。\n责任单位：县直有关部门。\n',
  ],
  fix: 'none',
  check(view, report) {
    if (!bearsDuty(view)) return;
    for (const { name, field } of unitNames(view)) {
      if (field.role !== 'lead' || !name.group || !isSome(name.base)) continue;
      report({
        range: name.range,
        message: {
          zh: `“${name.text}”牵头，没有落到具体单位。请写明由哪一家牵头。`,
          en: `${name.text} as lead unit names nobody. Say which unit leads.`,
        },
      });
    }
  },
});
