import { defineRule } from '../rule.ts';
import { reportFaults } from './numbering.ts';

export default defineRule({
  id: 'numbering-out-of-order',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  what: {
    zh: '编号次序不对：前后颠倒，或有一个编号写错。',
    en: 'Numbers are out of order: two are swapped, or one is wrong.',
  },
  why: {
    zh: '编号次序乱了，按编号查找、引用和汇总都会出错。',
    en: 'Looking up, referring to and summing up tasks by number goes wrong.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  mend: { zh: '把条目移回原位，或重新编号。', en: 'Move the item to its place, or renumber.' },
  bad: [
    '1.推进甲园建设。\n2.推进乙园建设。\n4.推进丙园建设。\n«3.»推进丁园建设。\n5.推进戊园建设。\n',
    '1.推进甲园建设。\n2.推进乙园建设。\n«13.»推进丙园建设。\n4.推进丁园建设。\n',
  ],
  good: ['1.推进甲园建设。\n2.推进乙园建设。\n3.推进丙园建设。\n'],
  fix: 'ask',
  check({ notice }, report) {
    reportFaults(notice, 'out-of-order', report);
  },
});
