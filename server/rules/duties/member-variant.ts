import { isBalanced } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { memberNames } from './member-lines.ts';
import { baseRange } from './unit-names.ts';

const TASKS =
  '1.推进甲园建设。\n牵头单位：县城乡规划中心。\n配合单位：县水网建设领导小组成员单位（见附件）。\n2.推进乙园建设。\n牵头单位：县财政局。\n配合单位：县水利局。\n\n附件\n\n县水网建设领导小组成员单位名单\n\n';

export default defineRule({
  id: 'member-variant',
  since: '0.1.0',
  severity: 'info',
  looksAt: 'part',
  what: {
    zh: '附件成员名单里的单位，任务里没有出现，任务里用的是相近的另一个名称。',
    en: 'A member that an annex lists is named by no task; a task names one that is nearly the same.',
  },
  why: {
    zh: '名单常从旧文件抄来，机构改过名而名单没有改，这一家就收不到成员单位的任务。',
    en: 'Lists are copied from older notices: under a name it no longer bears, a unit does not hear of its tasks.',
  },
  mend: {
    zh: '核对是不是同一单位；是的，两处写成一致；确是两个单位的，在名册里分别登记。',
    en: 'If both are one unit, use one name; if they are two, enter both in the registry.',
  },
  bad: [`${TASKS}县财政局、县水利局、«县城乡规划局»。\n`],
  good: [
    `${TASKS}县财政局、县水利局、县城乡规划局、县城乡规划中心。\n`,
    `${TASKS}县财政局、县水利局、县公安局。\n`,
    {
      text: `${TASKS}县财政局、县水利局、县城乡规划局。\n`,
      registry:
        '地区：云溪县（县）\n\n单位：县城乡规划局\n\n单位：县城乡规划中心\n\n单位：县财政局\n\n单位：县水利局\n\n单位组：县水网建设领导小组\n成员：县财政局\n',
    },
  ],
  fix: 'ask',
  check(view, report) {
    // The registry tells names apart by itself.
    if (view.zone !== 'annex' || view.registry.names.size) return;
    for (const name of memberNames(view)) {
      const usual = view.facts.memberForms[name.base];
      if (!usual || name.group || !isBalanced(name.text)) continue;
      const range = baseRange(name, view.text);
      report({
        range,
        message: {
          zh: `名单里的“${name.base}”，各项任务都没有用到，任务里写的是“${usual}”。请核对；是同一单位的，写成一致。`,
          en: `No task names ${name.base}; one names ${usual}. If both are one unit, use one name.`,
        },
        fixes: [
          { title: { zh: `改为“${usual}”`, en: `Change to ${usual}` }, safe: false, edits: [{ range, text: usual }] },
        ],
      });
    }
  },
});
