import type { Field } from '../../model/notice.ts';
import { defineRule, type PartView } from '../rule.ts';
import { saysRole } from '../tally.ts';

export default defineRule({
  id: 'label-variant',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: {
    zh: '同一种责任，这里的名目与其他任务不同。',
    en: 'A label differs from the one that the notice uses otherwise.',
  },
  why: {
    zh: '“协同单位”夹在“协同责任单位”当中，读者会以为是两种责任，汇总成表时也会分成两栏。',
    en: 'A reader takes two labels for two kinds of responsibility, and a table gets two columns for one.',
  },
  mend: {
    zh: '改为其他任务用的名目；两种名目确有分别的，各用在多项任务里就不再提示。',
    en: 'Use the label of the other tasks.',
  },
  bad: [
    '1.推进甲园建设。\n牵头责任单位：县发改委\n2.推进乙园建设。\n牵头责任单位：县发改委\n3.推进丙园建设。\n牵头责任单位：县发改委\n4.推进丁园建设。\n«牵头单位»：县商务局\n',
  ],
  good: [
    '1.推进甲园建设。\n责任领导：林知远\n2.推进乙园建设。\n责任领导：林知远\n3.推进丙园建设。\n牵头领导：沈嘉禾\n4.推进丁园建设。\n牵头领导：沈嘉禾\n',
    '1.推进甲园建设。\n责任单位：县发改委\n2.推进乙园建设。\n责任单位：县发改委\n3.推进丙园建设。\n责任单位：县商务局\n责任科室：综合科\n',
  ],
  fix: 'safe',
  check(view, report) {
    const { isTask, item, facts } = view;
    if (!isTask) return;
    for (const field of item.fields) {
      const { label, role } = field;
      if (!label || role === 'remark' || !saysRole(label.text, role)) continue;
      const { label: usual, labels } = facts.roles[role];
      if (!usual || nounOf(label.text) !== nounOf(usual) || !isOdd(labels[label.text] ?? 0, labels[usual]!)) continue;
      // Two fields of one role in a task: 责任单位 and 责任科室 are meant to differ.
      if (item.fields.some((other) => other !== field && other.role === role && other.label)) continue;
      const range = wordRange(field, view);
      report({
        range,
        message: {
          zh: `“${label.text}”与其他任务的“${usual}”不一致（${labels[usual]}处），请统一。`,
          en: `${label.text} differs from ${usual}, which the other tasks use (${labels[usual]}).`,
        },
        fixes: [
          {
            title: { zh: `改为“${usual}”`, en: `Change to ${usual}` },
            // 协同单位 leaves out what 协同责任单位 says; 分管领导 says something else than 牵头领导.
            safe: leavesOut(label.text, usual) || leavesOut(usual, label.text),
            edits: [{ range, text: usual }],
          },
        ],
      });
    }
  },
});

/** What a label is about: 责任科室 beside 责任单位 names another kind of unit, 责任人 beside 责任领导 another person. */
function nounOf(label: string): string {
  if (/(?:单位|部门|机构)$/.test(label)) return '单位';
  if (/(?:时限|期限|时间|节点|进度|要求)$/.test(label)) return '时限';
  return /(?:领导|同志|[\u4e00-\u9fff]{2})$/.exec(label)?.[0] ?? label;
}

/** Used once or twice beside one used often; where two labels are both in use, they are meant to differ. */
function isOdd(count: number, usual: number): boolean {
  return count > 0 && count <= 2 && usual >= 3 && usual >= count * 3;
}

/** The words of a label, without its colon or brackets. */
function wordRange({ label }: Field, { text }: PartView): { start: number; end: number } {
  const { start, end } = label!.range;
  const printed = text.slice(start, end);
  const open = /^[【〖[［\s]*/.exec(printed)![0].length;
  return { start: start + open, end: start + printed.replace(/[】〗\]］：:\s\u3000\u00a0]+$/, '').length };
}

function leavesOut(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (short[at] === character) at++;
  return at === short.length;
}
