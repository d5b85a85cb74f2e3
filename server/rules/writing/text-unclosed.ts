import { isBalanced } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { isClosed } from '../tally.ts';

export default defineRule({
  id: 'text-unclosed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '其他任务的正文都以句号结束，这一项没有。', en: "A task's text lacks the 。 that the others have." },
  why: {
    zh: '句末没有标点，往往是后半句漏了；也与其他任务不一致。',
    en: 'The end of the sentence may have been lost; and the other tasks have one.',
  },
  source: 'GB/T 15834-2011 4.1',
  mend: { zh: '先核对句子是否完整，再补上句号。', en: 'See whether the sentence is complete, then add 。.' },
  bad: [
    '1.推进甲园建设。\n牵头单位：县发改委\n2.推进乙园建设。\n牵头单位：县发改委\n3.推进丙园建设。\n牵头单位：县发改委\n4.社会消费品零售总额增长6%«以»\n牵头单位：县商务局\n',
  ],
  good: [
    '1.推进甲园建设\n牵头单位：县发改委\n2.推进乙园建设\n牵头单位：县发改委\n3.推进丙园建设。\n牵头单位：县发改委\n',
    '1.推进甲园建设。（责任单位：县发改委）\n2.推进乙园建设（责任单位：县发改委）。\n3.推进丙园建设。（责任单位：县发改委）\n',
  ],
  fix: 'safe',
  check({ isTask, isHeading, item, facts }, report) {
    // A heading may bear responsibility for what stands under it.
    if (!isTask || isHeading || !facts.closesTexts || !item.text || isClosed(item.text)) return;
    if (!isBalanced(item.text)) return;
    const { end } = item.textRange;
    const unfinished = /[，、,]$/.test(item.text);
    const last = item.text.slice(-8);
    report({
      range: { start: end - 1, end },
      message: unfinished
        ? {
            zh: `“${last}”以“${last.at(-1)}”结束，这句话没有写完。`,
            en: `The text ends in ${last.at(-1)}: the sentence is not finished.`,
          }
        : {
            zh: `“${last}”后缺句号，其他任务都有。请核对这句话是否完整，并补上。`,
            en: `A 。 is missing after "${last}"; the other tasks have one. Check that the sentence is complete.`,
          },
      fixes: unfinished
        ? []
        : [
            {
              title: { zh: '补上句号', en: 'Add 。' },
              safe: true,
              edits: [{ range: { start: end, end }, text: '。' }],
            },
          ],
    });
  },
});
