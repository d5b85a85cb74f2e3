import { defineRule } from '../rule.ts';
import { letterOf } from './letter.ts';

export default defineRule({
  id: 'date-missing',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'off' },
  looksAt: 'notice',
  what: { zh: '落款有发文机关署名，没有成文日期。', en: 'An office signs, and no date stands after it.' },
  why: {
    zh: '成文日期是通知生效、计算时限和核对单位名称的依据。',
    en: 'The notice is in force, its deadlines count and its units exist as of its date.',
  },
  source: 'GB/T 9704-2012 7.3.5',
  mend: { zh: '在署名下一行写上成文日期。', en: 'Write the date on the line after the office.' },
  bad: [
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n«云溪县人民政府»\n\n一、产业\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
  ],
  good: [
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n\n一、产业\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    if (!notice.head.title || !notice.head.recipients.length) return;
    const { offices, datePart } = letterOf(notice);
    const [office] = offices;
    if (!office || datePart >= 0) return;
    report({
      range: office.range,
      message: {
        zh: `落款“${office.text}”之后没有成文日期，请补上。`,
        en: `No date stands after the signature “${office.text}”: add it.`,
      },
    });
  },
});
