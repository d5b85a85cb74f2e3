import { absolute } from '../../model/notice.ts';
import { defineRule } from '../rule.ts';
import { twinsOf } from './twins.ts';

export default defineRule({
  id: 'task-duplicated',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '同一项任务列了两次。', en: 'The same task stands in the notice twice.' },
  why: {
    zh: '重复的任务会重复督办、重复计数，修改时又容易只改一处。',
    en: 'A task that stands twice is followed up and counted twice, and a change reaches only one of the two.',
  },
  mend: {
    zh: '保留一项；确是两项的，写明各自的对象、地点或数量。',
    en: 'Keep one. If there are two, say what, where or how much each of them is.',
  },
  bad: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n3.«加快新建生态茶园6000亩。»\n牵头单位：县农业农村局。\n',
    '一、产业\n1.改造提升老旧茶叶加工厂房16处。\n牵头单位：县工业和信息化局。\n二、民生\n2.«改造老旧茶叶加工厂房16处。»\n牵头单位：县工业和信息化局。\n',
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：县发改委。\n2.推进乙园建设。\n牵头单位：县发改委。\n3.改造甲镇公路5公里。\n牵头单位：县交通运输局。\n4.改造乙镇公路5公里。\n牵头单位：县交通运输局。\n',
    '一、青石镇\n1.新建农村卫生公厕10座。\n责任单位：青石镇人民政府。\n二、白鹭镇\n1.新建农村卫生公厕10座。\n责任单位：白鹭镇人民政府。\n',
    '1.完成高标准农田建设3万亩。\n牵头单位：县农业农村局。\n完成时限：2026年6月底前。\n2.完成高标准农田建设3万亩。\n牵头单位：县农业农村局。\n完成时限：2026年12月底前。\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    for (const { first, second, apart } of twinsOf(notice)) {
      if (apart) continue;
      report({
        range: absolute(notice, second.part, second.item.textRange),
        message: {
          zh: `与第${first.n}项“${begins(first.text)}”重复，请保留一项，或写明两项的区别。`,
          en: `The same as task ${first.n} “${begins(first.text)}”. Keep one, or say what tells the two apart.`,
        },
      });
    }
  },
});

function begins(text: string): string {
  return text.length > 20 ? `${text.slice(0, 18)}……` : text.replace(/[。；]$/, '');
}
