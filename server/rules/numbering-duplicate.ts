import { reportFaults } from './numbering.ts';
import { defineRule } from './rule.ts';

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
    '1.推进甲园建设。\n2.推进乙园建设。\n«2.»推进丙园建设。\n3.推进丁园建设。\n',
  ],
  good: ['一、产业\n（一）推进甲园建设。\n二、民生\n（一）改造老旧小区。\n'],
  fix: 'ask',
  check({ notice }, report) {
    reportFaults(notice, 'duplicate', report);
  },
});
