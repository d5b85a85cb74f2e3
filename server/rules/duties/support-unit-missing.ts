import type { Task } from '../../model/notice.ts';
import { defineRule } from '../rule.ts';
import { missingRole } from './missing-role.ts';

const SIX = [1, 2, 3, 4, 5, 6]
  .map((n) => `${n}.推进${'甲乙丙戊己庚'[n - 1]}园建设。\n牵头单位：县发改委\n配合单位：县财政局\n`)
  .join('');

export default defineRule({
  id: 'support-unit-missing',
  since: '0.1.0',
  severity: 'info',
  presets: { strict: 'warning', published: 'off' },
  looksAt: 'notice',
  what: {
    zh: '其他任务都有协同（配合）单位，这一项没有。',
    en: 'A task names no supporting unit although the other tasks do.',
  },
  why: {
    zh: '可能漏列了配合单位；确实由牵头单位独立完成的，不必补。',
    en: 'A supporting unit may have been forgotten. A task that its lead unit does alone needs none.',
  },
  mend: {
    zh: '补上协同（配合）单位，或确认这一项由牵头单位独立完成。',
    en: 'Name the supporting units, or confirm that the lead unit does it alone.',
  },
  bad: [`${SIX}«7.»推进丁园建设。\n牵头单位：县商务局\n`],
  good: [`${SIX}7.改进作风。\n牵头单位：各乡镇、县直各单位\n`],
  fix: 'none',
  check(view, report) {
    missingRole(view, 'support', { zh: '配合单位', en: 'supporting unit' }, report, othersAnswer);
  },
});

/** Responsible units stand there instead, or the units that lead are all there are. */
function othersAnswer({ item, duty: { leadUnits } }: Task): boolean {
  return !leadUnits.length || leadUnits.some((name) => name.group) || item.fields.some(({ role }) => role === 'unit');
}
