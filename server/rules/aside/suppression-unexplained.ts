import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'suppression-unexplained',
  since: '0.1.0',
  severity: 'info',
  presets: { strict: 'warning' },
  looksAt: 'findings',
  what: { zh: '“免查”没有写明原因。', en: 'A suppression gives no reason.' },
  why: {
    zh: '不写原因，审核的人不知道是核过了，还是图省事。',
    en: 'Without a reason, a reviewer cannot tell what was checked from what was skipped.',
  },
  mend: { zh: '在冒号后面写明原因。', en: 'Write the reason after a colon.' },
  bad: ['1.推进甲园建设。\n«// 免查 field-empty»\n牵头单位：\n'],
  good: ['1.推进甲园建设。\n// 免查 field-empty：等县委定人\n牵头单位：\n'],
  fix: 'none',
  check({ suppressions }, report) {
    for (const { reason, range, used } of suppressions) {
      if (reason || !used.size) continue;
      report({
        range,
        message: {
          zh: '这一行“免查”没有写原因，请在行末写“：原因”。',
          en: 'This suppression gives no reason. Write “：” and the reason at its end.',
        },
      });
    }
  },
});
