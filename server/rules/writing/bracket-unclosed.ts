import { BRACKETS, isNoticeText, type LoneMark, loneMarks, markRange, textStart } from '../marks.ts';
import { defineRule, type Fix, type PartView, type Words } from '../rule.ts';

export default defineRule({
  id: 'bracket-unclosed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: {
    zh: '括号只有一半：有左括号没有右括号，或有右括号没有左括号。',
    en: 'A bracket is opened and not closed, or closed and not opened.',
  },
  why: {
    zh: '括号不成对，读者分不清括注到哪里为止，责任单位也可能读错。',
    en: 'With one bracket missing nobody can tell where the note ends, and units may be misread.',
  },
  source: 'GB/T 15834-2011 4.9',
  mend: { zh: '补上另一半括号，或删去多出的半个。', en: 'Add the other bracket, or delete the one that is too many.' },
  bad: [
    '1.推进甲园建设«（»一期工程。\n牵头单位：县发改委。\n',
    '1.推进甲园建设。«（»责任单位：县发改委\n',
    '1.推进甲园«）»建设。\n',
    '1.推进甲园（一期«〕»建设。\n',
  ],
  good: ['1.推进甲园（一期）建设。（责任单位：县发改委）\n', '1.办好两件事：1）修路；2）架桥。\n'],
  fix: 'ask',
  check(view, report) {
    if (!isNoticeText(view.zone, view.item, view.text)) return;
    for (const lone of loneMarks(view.text, textStart(view), BRACKETS)) {
      const fix =
        lone.fault === 'unclosed'
          ? closing(view, lone.at, lone.partner)
          : lone.fault === 'mismatched'
            ? replacing(lone.at, lone.partner)
            : removing(lone.at, lone.mark);
      report({
        range: markRange(lone),
        message: messageOf(lone),
        ...(fix && { fixes: [fix] }),
      });
    }
  },
});

function messageOf({ mark, fault, partner }: LoneMark): Words {
  switch (fault) {
    case 'unclosed':
      return {
        zh: `“${mark}”没有对应的“${partner}”，请补上。`,
        en: `"${mark}" is never closed. Add "${partner}".`,
      };
    case 'mismatched':
      return {
        zh: `“${mark}”与前面的左括号不成对，应为“${partner}”。`,
        en: `"${mark}" closes another kind of bracket: it should be "${partner}".`,
      };
    default:
      return {
        zh: `“${mark}”前面没有对应的“${partner}”，请补上或删去。`,
        en: `Nothing opens this "${mark}". Add "${partner}" or delete it.`,
      };
  }
}

/** A note that is longer has no certain end; and looking for it from each of many marks would not be linear. */
const LONGEST_NOTE = 400;

/** A note that nothing but the end of its line ends is closed there, before the 。 of the sentence. */
function closing({ text }: PartView, at: number, mark: string): Fix | undefined {
  const near = text.slice(at, at + LONGEST_NOTE);
  const line = /^[^\n]*/.exec(near)![0];
  if (line.length === LONGEST_NOTE) return undefined;
  const end = line.trimEnd().replace(/[。；;]$/, '').length;
  if (line.slice(0, end).includes('。')) return undefined;
  return {
    title: { zh: `在句末补上“${mark}”`, en: `Add "${mark}" at the end` },
    safe: false,
    edits: [{ range: { start: at + end, end: at + end }, text: mark }],
  };
}

function replacing(at: number, mark: string): Fix {
  return {
    title: { zh: `改为“${mark}”`, en: `Change to "${mark}"` },
    safe: false,
    edits: [{ range: { start: at, end: at + 1 }, text: mark }],
  };
}

function removing(at: number, mark: string): Fix {
  return {
    title: { zh: `删去“${mark}”`, en: `Delete "${mark}"` },
    safe: false,
    edits: [{ range: { start: at, end: at + 1 }, text: '' }],
  };
}
