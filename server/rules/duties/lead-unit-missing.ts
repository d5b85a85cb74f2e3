import { defineRule } from '../rule.ts';
import { allAnswerAlike, missingRole } from './missing-role.ts';

export default defineRule({
  id: 'lead-unit-missing',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '其他任务都有牵头单位，这一项没有。', en: 'A task names no lead unit although the other tasks do.' },
  why: {
    zh: '没有牵头单位，督办时找不到第一责任人。',
    en: 'Without a lead unit nobody answers first when the task is followed up.',
  },
  mend: { zh: '写明牵头单位；各单位一同负责、不分主次的，确认即可。', en: 'Name a lead unit.' },
  bad: [
    '一、产业\n1.推进甲园建设。\n牵头单位：县发改委。\n2.推进乙园建设。\n牵头单位：县发改委。\n3.推进丙园建设。\n牵头单位：县发改委。\n«4.»推进丁园建设。\n责任单位：县商务局。\n',
    '1.推进甲园建设。（县发改委牵头，县财政局配合）\n2.推进乙园建设。（县商务局牵头，县财政局配合）\n3.推进丙园建设。（县林业局牵头，县财政局配合）\n«4.»推进丁园建设。（县公安局、县财政局配合）\n',
  ],
  good: [
    '1.推进甲园建设。（县发改委牵头，县财政局配合）\n2.推进乙园建设。（县商务局牵头，县财政局配合）\n3.推进丙园建设。（县林业局牵头，县财政局配合）\n4.推进丁园建设。（县公安局负责）\n5.推进戊园建设。（县公安局、县财政局按职责分工负责）\n',
    '1.推进甲园建设。\n责任单位：县发改委。\n2.推进乙园建设。\n责任单位：县商务局。\n',
    '1.推进甲园建设。\n牵头单位：县发改委。\n2.推进乙园建设。\n牵头单位：县发改委。\n3.推进丙园建设。\n牵头单位：县发改委。\n4.改进作风。\n责任单位：各乡镇、县直各单位。\n',
  ],
  fix: 'none',
  check(view, report) {
    const excused = (task: Parameters<typeof allAnswerAlike>[0]): boolean => allAnswerAlike(task, view.facts);
    missingRole(view, 'lead', { zh: '牵头单位', en: 'lead unit' }, report, excused);
  },
});
