import { defineRule } from './rule.ts';

export default defineRule({
  id: 'title-issuer-missing',
  since: '0.1.0',
  severity: 'warning',
  presets: { recommended: 'off', published: 'off' },
  looksAt: 'notice',
  what: { zh: '标题没有写发文机关。', en: 'The title does not name the issuer.' },
  why: {
    zh: '公文标题由发文机关名称、事由和文种组成。有的机关版头已有发文机关标志，标题便省去，本规则因此平时不查，定稿时再查。',
    en: 'A title consists of issuer, subject and kind. Some offices leave the issuer to the letterhead.',
  },
  source: '党政机关公文处理工作条例 第九条',
  mend: { zh: '在“关于”之前写上发文机关。', en: 'Write the issuer before 关于.' },
  bad: [
    '«关于»印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  good: [
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    const { title, issuer } = notice.head;
    if (!title?.text.startsWith('关于')) return;
    const at = notice.text.indexOf('关于', title.range.start);
    if (at < 0 || at >= title.range.end) return;
    report({
      range: { start: at, end: at + 2 },
      message: {
        zh: issuer ? `标题缺发文机关，应为“${issuer.text}关于……”。` : '标题缺发文机关，请写在“关于”之前。',
        en: 'The title does not name the issuer: write it before 关于.',
      },
      ...(issuer && {
        fixes: [
          {
            title: { zh: `补上“${issuer.text}”`, en: `Add ${issuer.text}` },
            safe: false,
            edits: [{ range: { start: at, end: at }, text: issuer.text }],
          },
        ],
      }),
    });
  },
});
