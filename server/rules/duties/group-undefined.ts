import { isListOf } from '../../registry/names.ts';
import { defineRule } from '../rule.ts';
import { resolved, unitNames } from './unit-names.ts';

export default defineRule({
  id: 'group-undefined',
  since: '0.1.0',
  severity: 'info',
  looksAt: 'part',
  presets: { recommended: 'off', published: 'off' },
  what: {
    zh: '写着“某某成员单位”，名册和附件里都没有成员名单。',
    en: 'The members of a body answer for the task, and neither the registry nor an annex lists them.',
  },
  why: {
    zh: '成员单位有哪些，只有印发过名单的人知道；汇总、派发时落不到单位。',
    en: 'Who the members are stands elsewhere, if anywhere: the task cannot be handed out.',
  },
  mend: {
    zh: '在附件里列出成员单位并注明“见附件”，或在名册里登记这个单位组。',
    en: 'List the members in an annex, or enter the group in the registry.',
  },
  bad: ['1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：«县水网建设领导小组成员单位»。\n'],
  good: [
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县水网建设领导小组成员单位。\n\n附件\n\n县水网建设领导小组成员单位名单\n\n县财政局、县水利局。\n',
    {
      text: '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县水网建设领导小组成员单位。\n',
      registry:
        '地区：云溪县（县）\n\n单位：县发改委\n\n单位：县财政局\n\n单位组：县水网建设领导小组\n成员：县财政局、县发改委\n',
    },
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：各成员单位、县直有关部门。\n',
  ],
  fix: 'none',
  check(view, report) {
    if (!view.isTask || !view.text.includes('成员')) return;
    for (const placed of unitNames(view)) {
      const { name } = placed;
      const body = /^(?!各|有关|相关)(.{3,})成员(?:单位|部门)$/.exec(name.base)?.[1];
      // 见附件 is annex-missing's.
      if (!body || name.annex || resolved(placed, view)?.group) continue;
      const titles = [...Object.keys(view.facts.members), ...view.facts.annexes.map(({ title }) => title)];
      if (titles.some((title) => isListOf(title, name.base))) continue;
      report({
        range: name.range,
        message: {
          zh: `“${name.text}”有哪些单位，名册和附件里都没有。请附上名单，或登记到名册。`,
          en: `Neither the registry nor an annex says who ${name.text} are. Annex the list, or enter the group.`,
        },
      });
    }
  },
});
