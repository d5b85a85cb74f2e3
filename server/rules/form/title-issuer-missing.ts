import { isOffice } from '../../model/head.ts';
import type { Notice } from '../../model/notice.ts';
import { defineRule } from '../rule.ts';
import { bare, letterOf } from './letter.ts';

export default defineRule({
  id: 'title-issuer-missing',
  since: '0.1.0',
  severity: 'info',
  presets: { strict: 'warning', published: 'off' },
  looksAt: 'notice',
  what: { zh: '标题没有写发文机关。', en: 'The title does not name the issuer.' },
  why: {
    zh: '公文标题由发文机关名称、事由和文种组成。版头已有发文机关标志的，标题可以省去，本规则便不查。',
    en: 'A title consists of issuer, subject and kind. Where the letterhead says the issuer, a title may leave it out, and nothing is said.',
  },
  source: '党政机关公文处理工作条例 第九条',
  mend: { zh: '在“关于”之前写上发文机关。', en: 'Write the issuer before 关于.' },
  bad: [
    '«关于»印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  good: [
    '云溪县人民政府文件\n\n云政发〔2026〕3号\n\n关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '关于做好春耕工作的通知\n\n1.备足种子化肥。\n责任单位：县供销社\n',
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    const { title, issuer, recipients } = notice.head;
    if (!title?.text.startsWith('关于') || !recipients.length) return;
    const { titlePart, last } = letterOf(notice);
    // Without a letter it is a draft of the tasks alone.
    if (!last || hasLetterhead(notice, titlePart)) return;
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

/** 云溪县人民政府 or 云溪县人民政府文件 on a line of its own above the title. */
function hasLetterhead({ items }: Notice, titlePart: number): boolean {
  for (let part = 0; part < titlePart; part++) {
    const line = bare(items[part]?.text ?? '');
    if (/文件$/.test(line) ? line.length <= 30 && !/[：:>，。]/.test(line) : isOffice(line)) return true;
  }
  return false;
}
