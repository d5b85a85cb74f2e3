import { defineRule } from '../rule.ts';
import { reportFaults } from './numbering.ts';

export default defineRule({
  id: 'numbering-duplicate',
  since: '0.1.0',
  severity: 'error',
  looksAt: 'notice',
  what: { zh: '同一级里两项用了同一个编号。', en: 'Two items of one level bear the same number.' },
  why: {
    zh: '两项任务同号，督办和反馈时说“第几项”就分不清是哪一项。',
    en: 'When two tasks share a number, nobody can tell which of them a reply is about.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  mend: {
    zh: '把重复的编号改为顺次的编号，以下随之后移；编辑器的“重新编号”会一次改好。',
    en: 'Give the second one the next number and move on those after it; renumbering does so.',
  },
  bad: [
    '一、产业\n（一）推进甲园建设。\n（二）推进乙园建设。\n«（二）»推进丙园建设。\n（四）推进丁园建设。\n',
    '1　总则\n1.1　目的\n1.2　分级\n1.2.1　县级：指挥部决定。\n1.2.2　镇级：镇政府决定。\n«1.2.2»　村级：村委会决定。\n1.3　范围\n',
    '一、产业\n（一）园区\n1.推进甲园建设。\n«一、»民生\n（一）教育\n2.推进乙园建设。\n二、交通\n（一）公路\n3.修路。\n三、健康\n（一）医疗\n4.推进丙园建设。\n',
    '1.推进甲园建设。\n2.推进乙园建设。\n«2.»推进丙园建设。\n3.推进丁园建设。\n',
  ],
  good: [
    '一、产业\n（一）推进甲园建设。\n二、民生\n（一）改造老旧小区。\n',
    '1　总则\n1.1　目的\n1.2　分级\n1.2.1　县级：指挥部决定。\n1.2.2　镇级：镇政府决定。\n1.3　范围\n1.3.1　县域。\n2　职责\n2.1　县指挥部\n',
    '1.修订预案。\n责任单位：县水利局\n\n附件\n\n县防汛预案\n\n目　录\n1　总则\n1.1　目的\n1.2　范围\n2　职责\n2.1　县指挥部\n1　总则\n1.1　目的\n为做好防汛工作，制定本预案。\n1.2　范围\n适用于全县。\n2　职责\n2.1　县指挥部\n负责统一指挥。\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    reportFaults(notice, 'duplicate', report);
  },
});
