import { absolute } from '../../model/notice.ts';
import { defineRule } from '../rule.ts';
import { letterOf } from './letter.ts';

/** Whoever drafts tasks signs nothing yet: only a letter with its head complete lacks a signature. */
export default defineRule({
  id: 'signature-missing',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'off' },
  looksAt: 'notice',
  what: {
    zh: '通知有标题、发文字号和主送机关，却没有落款：缺发文机关署名，或署名和成文日期都没有。',
    en: 'The notice has a title, a number and recipients, but no office signs it.',
  },
  why: {
    zh: '成文日期是通知生效和计算时限的依据，署名说明由谁负责解释；网页转来的稿子常把落款丢了。',
    en: 'Deadlines count from the date of issue, and questions go to the office that signs.',
  },
  source: 'GB/T 9704-2012 7.3.5；党政机关公文处理工作条例 第九条',
  mend: {
    zh: '在正文（或附件说明）之后补上发文机关署名和成文日期。',
    en: 'Add the office and the date after the body.',
  },
  bad: [
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n云政发〔2026〕3号\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实«。»\n\n一、产业\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n云政发〔2026〕3号\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n«2026年2月10日»\n\n一、产业\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
  ],
  good: [
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n云政发〔2026〕3号\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n\n一、产业\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
    '云溪县2026年重点任务分解\n\n一、产业\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    const { head } = notice;
    if (!head.title || !head.number || !head.recipients.length) return;
    const { offices, datePart, last } = letterOf(notice);
    if (offices.length || !last) return;
    // 现将任务明确如下：, and the letter goes on to the last of them.
    const { item, part } = /[：:]$/.test(last.item.text) ? (notice.entries.at(-1) ?? last) : last;
    report({
      // The office signs above the date.
      range:
        datePart < 0
          ? absolute(notice, part, { start: item.end - 1, end: item.end })
          : absolute(notice, datePart, notice.items[datePart]!.textRange),
      message:
        datePart < 0
          ? {
              zh: '通知没有落款：正文之后请补上发文机关署名和成文日期。',
              en: 'The notice is not signed: add the office and the date after its body.',
            }
          : {
              zh: '成文日期之前没有发文机关署名，请补上。',
              en: 'No office signs before the date: add it.',
            },
    });
  },
});
