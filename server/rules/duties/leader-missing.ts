import { defineRule } from '../rule.ts';
import { missingRole } from './missing-role.ts';

export default defineRule({
  id: 'leader-missing',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '其他任务都有牵头领导或责任领导，这一项没有。',
    en: 'A task names no leader although the other tasks do.',
  },
  why: {
    zh: '没有领导牵头，跨部门的事项无人协调，调度时也不知向谁报告。',
    en: 'Without a leader nobody settles what lies between the units, and nobody knows whom to report to.',
  },
  mend: {
    zh: '写明牵头领导，或在上级标题写明一次、由各项继承。',
    en: 'Name a leader, or name one on the heading for all tasks below.',
  },
  bad: [
    '1.推进甲园建设。\n牵头领导：林知远\n牵头单位：县发改委\n2.推进乙园建设。\n牵头领导：林知远\n牵头单位：县发改委\n3.推进丙园建设。\n牵头领导：沈嘉禾\n牵头单位：县商务局\n«4.»推进丁园建设。\n牵头单位：县商务局\n',
  ],
  good: [
    '一、产业（牵头领导：林知远）\n1.推进甲园建设。\n牵头单位：县发改委\n2.推进乙园建设。\n牵头单位：县发改委\n3.推进丙园建设。\n牵头单位：县商务局\n',
  ],
  fix: 'none',
  check(view, report) {
    missingRole(view, 'leader', { zh: '牵头领导', en: 'leader' }, report);
  },
});
