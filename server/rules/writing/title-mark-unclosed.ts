import { BRACKETS, loneMarks, QUOTATIONS, withoutComments } from '../marks.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'title-mark-unclosed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '通知标题中的书名号、引号或括号不成对。',
    en: 'A quotation mark, title mark or bracket of the title stands alone.',
  },
  why: {
    zh: '标题是全文最先看到、引用最多的一句，标点不成对就是差错。',
    en: 'The title is read first and quoted most.',
  },
  source: 'GB/T 15834-2011 4.8、4.9、4.15',
  mend: { zh: '补上缺的一半，或删去多出的一半。', en: 'Add the half that is missing, or delete the one too many.' },
  bad: ['云溪县人民政府关于印发«《»2026年茶产业重点任务的通知\n\n各乡镇人民政府：\n\n1.备足种子化肥。\n'],
  good: [
    '云溪县人民政府关于印发《2026年茶产业重点任务》的通知\n\n各乡镇人民政府：\n\n1.备足种子化肥。\n',
    '云溪县人民政府关于印发《2026年\n茶产业重点任务》的通知\n\n各乡镇人民政府：\n\n1.备足种子化肥。\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    const { title } = notice.head;
    if (!title) return;
    // A title of several lines has other offsets in the text: its marks are looked for there.
    const printed = withoutComments(notice.text.slice(title.range.start, title.range.end));
    for (const { at, mark, partner, fault } of loneMarks(printed, 0, [...BRACKETS, ...QUOTATIONS])) {
      const start = title.range.start + at;
      report({
        range: { start, end: start + 1 },
        message:
          fault === 'turned' || fault === 'mismatched'
            ? { zh: `标题中的「${mark}」应为「${partner}」。`, en: `${mark} in the title should be ${partner}.` }
            : {
                zh: `标题中的「${mark}」没有对应的「${partner}」，请补上或删去。`,
                en: `${mark} in the title has no ${partner}. Add it, or delete the mark.`,
              },
      });
    }
  },
});
