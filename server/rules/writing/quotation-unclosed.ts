import { isNoticeText, type LoneMark, loneMarks, markRange, QUOTATIONS, textStart } from '../marks.ts';
import { defineRule, type Words } from '../rule.ts';

export default defineRule({
  id: 'quotation-unclosed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: {
    zh: '引号或书名号只有一半，或方向用反。',
    en: 'A quotation mark or title mark stands alone, or faces the wrong way.',
  },
  why: {
    zh: '引号不成对，读者分不清引用的是哪几个字；专有提法、文件名称因此走样。',
    en: 'With one mark missing nobody can tell which words are quoted.',
  },
  source: 'GB/T 15834-2011 4.8、4.15',
  mend: {
    zh: '在引语末尾补上后引号；方向反了的改正。',
    en: 'Add the closing mark where the quoted words end; turn one that faces the wrong way.',
  },
  bad: [
    '1.深化«“»一件事一次办改革，优化窗口服务。\n',
    '1.落实«《»云溪县水网规划，新建泵站两座。\n',
    '1.开展“清水行动«“»，整治河道。\n',
    '1.开展清水行动«”»，整治河道。\n',
    '1.落实《云溪县水网规划«”»，新建泵站两座。\n',
  ],
  good: ['1.深化“一件事一次办”改革，落实《关于印发〈云溪县水网规划〉的通知》。\n'],
  fix: 'ask',
  check(view, report) {
    if (!isNoticeText(view.zone, view.item, view.text)) return;
    const own = view.text;
    for (const lone of loneMarks(own, textStart(view), QUOTATIONS)) {
      if (isHalfStraight(own, lone)) continue;
      const range = markRange(lone);
      report({
        range,
        message: messageOf(lone, view.text),
        ...((lone.fault === 'turned' || lone.fault === 'mismatched') && {
          fixes: [
            {
              title: { zh: `改为“${lone.partner}”`, en: `Change to ${lone.partner}` },
              safe: false,
              edits: [{ range, text: lone.partner }],
            },
          ],
        }),
      });
    }
  },
});

/** “甲" has its other half, a straight one: that is another rule's. */
function isHalfStraight(text: string, { mark, at, fault }: LoneMark): boolean {
  if (!text.includes('"') && !text.includes('＂')) return false;
  if (mark === '“' && fault === 'unclosed') return /^[^"＂“”\n]{1,60}["＂]/.test(text.slice(at + 1, at + 62));
  return mark === '”' && fault === 'unopened' && /["＂][^"＂“”\n]{1,60}$/.test(text.slice(Math.max(0, at - 61), at));
}

function messageOf({ mark, at, fault, partner }: LoneMark, text: string): Words {
  const after = /^[^，,。；;\s]{0,6}/.exec(text.slice(at + 1, at + 8))![0];
  const before = /[^，,。；;\s]{0,6}$/.exec(text.slice(Math.max(0, at - 7), at))![0];
  switch (fault) {
    case 'unclosed':
      return {
        zh: `「${mark}${after}」没有对应的「${partner}」，请补上。`,
        en: `${mark} before "${after}" is never closed. Add ${partner}.`,
      };
    case 'unopened':
      return {
        zh: `「${before}${mark}」前面没有对应的「${partner}」，请补上。`,
        en: `Nothing opens the ${mark} after "${before}". Add ${partner}.`,
      };
    case 'mismatched':
      return {
        zh: `「${before}${mark}」与前面的引号、书名号不成对，应为「${partner}」。`,
        en: `${mark} after "${before}" closes another kind of mark: it should be ${partner}.`,
      };
    default:
      return {
        zh: `这里的「${mark}」方向反了，应为「${partner}」。`,
        en: `This ${mark} faces the wrong way: it should be ${partner}.`,
      };
  }
}
