import { isOffice } from '../../model/head.ts';
import { defineRule } from '../rule.ts';
import { bare, letterOf } from './letter.ts';

export default defineRule({
  id: 'signature-differs',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '落款的发文机关与标题的发文机关不是同一个。', en: 'The office that signs is not the one of the title.' },
  why: {
    zh: '标题说是政府发的、落款是办公室，效力和解释权就说不清。',
    en: 'A government and its office do not issue with the same authority.',
  },
  source: '党政机关公文处理工作条例 第九条',
  mend: { zh: '按实际的发文机关统一标题和落款。', en: 'Name the same office in both places.' },
  bad: [
    '云溪县人民政府办公室关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n«云溪县人民政府»\n2026年2月10日\n\n一、产业\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
  ],
  good: [
    '云溪县政府办公室关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府办公室\n2026年2月10日\n\n一、产业\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
    '云溪县政府办公室转发县发展和改革局关于2026年重点任务分解意见的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府办公室\n2026年2月10日\n\n一、产业\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    const { title, issuer } = notice.head;
    // Where the title names no office, the issuer is the one that signs.
    if (!title || !issuer || issuer.range.start !== title.range.start) return;
    const { offices } = letterOf(notice);
    const [office] = offices;
    // Several offices issue together: their names run into one another in the title.
    if (!office || offices.length > 1 || !isOffice(office.text)) return;
    if (isSameOffice(bare(office.text), bare(issuer.text))) return;
    report({
      range: office.range,
      message: {
        zh: `落款是“${bare(office.text)}”，标题的发文机关是“${issuer.text}”。请核对后统一。`,
        en: `“${bare(office.text)}” signs, and the title says “${issuer.text}”. Check which of them issues the notice.`,
      },
    });
  },
});

const STAFF = /(?:办公室|办公厅|办)$/;

/** 县政府办公室 is 云溪县人民政府办公室; 云溪县人民政府 is not. */
function isSameOffice(a: string, b: string): boolean {
  if (STAFF.test(a) !== STAFF.test(b)) return false;
  const [short, long] = [a, b].map((name) => name.replace(STAFF, '')).sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (!at) return false;
  }
  return true;
}
