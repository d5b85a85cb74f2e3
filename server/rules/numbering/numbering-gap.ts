import { defineRule } from '../rule.ts';
import { reportFaults } from './numbering.ts';

export default defineRule({
  id: 'numbering-gap',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  what: { zh: '编号中间缺号。', en: 'A number is missing.' },
  why: {
    zh: '缺号说明可能漏印了一项任务，也使以后按编号督办、引用时对不上。',
    en: 'A task may have been lost, and whoever refers to tasks by number will be led astray.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  mend: {
    zh: '补上缺的一项；确实没有这一项的，用“本级重新编号”把以下编号前移。',
    en: 'Add the item that is missing, or renumber the level.',
  },
  bad: [
    '一、产业\n（一）推进甲园建设。\n（二）推进乙园建设。\n«（四）»推进丙园建设。\n（五）推进丁园建设。\n',
    '一、产业\n1.推进甲园建设。\n2.推进乙园建设。\n二、民生\n«2.»改造老旧小区。\n3.新建停车场。\n',
  ],
  good: [
    '（一）打造品牌\n1.工作目标：办节1届。\n2.工作措施：拍宣传片。\n3.牵头单位：区委宣传部\n4.配合单位：区商务局\n5.完成时限：2026年11月底\n6.保障措施：拨付经费。\n',
    '一、产业\n1.推进甲园建设。\n2.推进乙园建设。\n二、民生\n3.改造老旧小区。\n4.新建停车场。\n',
    '一、产业\n1.推进甲园建设。\n2.推进乙园建设。\n二、民生\n1.改造老旧小区。\n2.新建停车场。\n',
    '80.推进甲园建设。\n81.推进乙园建设。\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    reportFaults(notice, 'gap', report);
  },
});
