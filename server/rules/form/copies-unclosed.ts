import { absolute } from '../../model/notice.ts';
import { isNames } from '../../syntax/prose.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'copies-unclosed',
  since: '0.1.0',
  severity: 'info',
  presets: { published: 'off' },
  looksAt: 'notice',
  what: { zh: '抄送机关之后没有句号。', en: 'The list of copies does not end in 。.' },
  why: {
    zh: '版记中最后一个抄送机关名称后标句号。',
    en: 'A 。 closes the offices that get copies.',
  },
  source: 'GB/T 9704-2012 7.4.2',
  mend: { zh: '在末尾写句号。', en: 'Write 。 at the end.' },
  bad: ['1.推进甲园建设。\n责任单位：县发改委。\n\n抄送：县委办公室，县人大常委会办公«室»\n'],
  good: [
    '1.推进甲园建设。\n责任单位：县发改委。\n\n抄送：县委办公室，县人大常委会办公室。\n',
    '1.推进甲园建设。\n责任单位：县发改委。\n\n主题词：园区 建设\n',
  ],
  fix: 'safe',
  check({ notice }, report) {
    const { items } = notice;
    const check = (part: number): void => {
      const item = items[part];
      if (item?.marker !== 'copies' || !/^(?:抄\s*[送报]|分\s*送)/.test(item.text)) return;
      const last = item.text.at(-1)!;
      if (!/[\u4e00-\u9fff）)，,、；;：]/.test(last) || /[：:]$/.test(item.text)) return;
      // The list may go on in the next line.
      const next = items.slice(part + 1, part + 4).find((candidate) => candidate?.text);
      if (next && isNames(next.text.replace(/[。.]$/, ''))) return;
      const end = item.textRange.end;
      const replaces = /[，,、；;]/.test(last);
      const range = absolute(notice, part, { start: end - 1, end });
      report({
        range,
        message: {
          zh: replaces ? `抄送机关最后的“${last}”应为句号“。”。` : '抄送机关最后缺句号“。”。',
          en: 'The list of copies should end in 。.',
        },
        fixes: [
          {
            title: { zh: '写句号', en: 'Write 。' },
            safe: true,
            edits: [replaces ? { range, text: '。' } : { range: { start: range.end, end: range.end }, text: '。' }],
          },
        ],
      });
    };
    const last = Math.max(NEAR, items.length - NEAR);
    for (let part = 0; part < Math.min(NEAR, items.length); part++) check(part);
    for (let part = last; part < items.length; part++) check(part);
  },
});

/** Copies stand under the letter or at the very end: so many lines from either end. */
const NEAR = 200;
