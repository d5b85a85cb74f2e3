import { defineRule, type Fix, type Words } from '../rule.ts';
import { closesList, etcOf } from './etc.ts';
import { bearsDuty, unitNames } from './unit-names.ts';

export default defineRule({
  id: 'etc-needless',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  presets: { published: 'info' },
  what: {
    zh: '牵头单位用了“等”，或只列一家单位就用“等”。',
    en: 'The list of lead units, or of one unit alone, is left open by 等.',
  },
  why: {
    zh: '“等”后面是谁没有写明：牵头的责任不能空着，没有写出名字的单位也不会认领任务。',
    en: 'Whom 等 stands for is not said: nobody takes on a task under a name that is not there.',
  },
  mend: { zh: '把单位写全，或删去“等”。', en: 'Name all units, or delete 等.' },
  bad: [
    '1.推进甲园建设。\n牵头单位：县发改委、县商务局«等»。\n配合单位：县财政局。\n',
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县财政局«等»。\n',
    '1.推进甲园建设。（县发改委、县商务局«等部门»牵头，县财政局配合）\n',
    '1.推进甲园建设。（责任单位：县发改委、县商务局等）\n2.推进乙园建设。（责任单位：县商务局、县财政局等）\n3.推进丙园建设。（责任单位：县财政局«等»）\n',
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：县发改委、县商务局等2个部门。\n配合单位：县财政局、县税务局等。\n',
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县财政局等县水网建设领导小组成员单位。\n',
    '1.推进甲园建设。（县发改委牵头，县财政局等部门按职责分工负责）\n',
    '1.推进甲园建设。（责任单位：县发改委等，各乡镇）\n2.推进乙园建设。（责任单位：县财政局等，各乡镇）\n',
    '1.推进甲园建设。（责任单位：县发改委、县商务局等）\n2.推进乙园建设。（责任单位：县财政局、县商务局等）\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!bearsDuty(view) || !view.text.includes('等')) return;
    for (const { name, field, index } of unitNames(view)) {
      const etc = etcOf(name, view.text);
      if (!etc || name.group || closesList(field, index)) continue;
      const leads = field.role === 'lead';
      // 省财政厅等部门配合: whom it concerns is known; 协同单位：县财政局等 names one and means more.
      const ends = /^[\s。.；;）)\]］〕】]|^$/.test(view.text.slice(etc.end, etc.end + 1));
      const alone = ends && field.names.length === 1 && field.label && /^等(?:部门|单位)?$/.test(name.etc!);
      if (!leads && !alone) continue;
      report({
        range: etc,
        message: leads ? LEADS(name.etc!) : ALONE(name.base, name.etc!),
        ...(!leads && { severity: 'info' }),
        fixes: [withoutEtc(name.etc!, etc)],
      });
    }
  },
});

const LEADS = (etc: string): Words => ({
  zh: `牵头单位用“${etc}”，还有谁牵头没有写明。请写全，或删去“${etc}”。`,
  en: `“${etc}” leaves open who else leads. Name them, or delete it.`,
});

const ALONE = (name: string, etc: string): Words => ({
  zh: `只列了“${name}”一家就用“${etc}”，其余是谁没有写明。请写全，或删去“${etc}”。`,
  en: `“${etc}” after ${name} alone does not say who else. Name them, or delete it.`,
});

function withoutEtc(etc: string, range: { start: number; end: number }): Fix {
  return {
    title: { zh: `删去“${etc}”`, en: `Delete ${etc}` },
    safe: false,
    edits: [{ range, text: '' }],
  };
}
