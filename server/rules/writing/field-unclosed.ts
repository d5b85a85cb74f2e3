import type { Item } from '../../model/notice.ts';
import { endsInMark } from '../duties/list-unfinished.ts';
import { isBalanced } from '../marks.ts';
import { defineRule, type Report } from '../rule.ts';
import { isFieldLine } from '../tally.ts';

export default defineRule({
  id: 'field-unclosed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'off' },
  looksAt: 'part',
  what: { zh: '其他责任栏都以句号结束，这一栏没有。', en: 'A field line lacks the 。 that the others have.' },
  why: {
    zh: '没有句号，读者会怀疑名单没有写完；全文也应当一致。',
    en: 'Without it a reader wonders whether the list is complete.',
  },
  mend: { zh: '在这一栏末尾补上句号。', en: 'Add 。 at the end of the field.' },
  bad: [
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县财政局。\n2.推进乙园建设。\n牵头单位：县发改委。\n配合单位：县财政«局»\n',
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县财政局。\n2.推进乙园建设。\n牵头单位：县发改委«；»\n配合单位：县财政局。\n完成时限：2026年6月底前。\n',
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：县发改委\n配合单位：县财政局\n2.推进乙园建设。\n牵头单位：县发改委。\n',
    '1.推进甲园建设。\n牵头单位：县发改委；\n配合单位：县财政局；\n完成时限：2026年6月底前。\n',
  ],
  fix: 'safe',
  check({ isTask, item, facts, text }, report) {
    if (!isTask || !facts.closesFields) return;
    reportSemicolons(item, text, report);
    for (const field of item.fields) {
      // A lone bracket, or a list that goes on, is what is wrong there: where the field ends is uncertain.
      if (!isFieldLine(field) || field.closed || !isBalanced(field.value) || endsInMark(field.value)) continue;
      const { end } = field.valueRange;
      report({
        range: { start: end - 1, end },
        message: {
          zh: `“${tail(field.value)}”后缺句号，其他责任栏都有。`,
          en: `A 。 is missing after ${tail(field.value)}; the other fields have one.`,
        },
        fixes: [
          { title: { zh: '补上句号', en: 'Add 。' }, safe: true, edits: [{ range: { start: end, end }, text: '。' }] },
        ],
      });
    }
  },
});

/** 牵头单位：甲局； between fields that a 。 closes. Lines that all end in ； with a 。 after the last are a list. */
function reportSemicolons({ fields }: Item, text: string, report: (report: Report) => void): void {
  const lines = fields.filter((field) => isFieldLine(field) && field.closed);
  const ends = lines.map(({ range }) => text[range.end - 1]);
  const closing = ends.indexOf('。');
  if (closing < 0 || closing === ends.length - 1) return;
  lines.forEach(({ range: { end }, value }, index) => {
    if (ends[index] !== '；') return;
    report({
      range: { start: end - 1, end },
      message: {
        zh: `“${tail(value)}”后是分号，其他责任栏以句号结束。请改为“。”。`,
        en: `A ； stands after ${tail(value)}; the other fields end in 。.`,
      },
      fixes: [
        {
          title: { zh: '改为句号', en: 'Write 。' },
          safe: true,
          edits: [{ range: { start: end - 1, end }, text: '。' }],
        },
      ],
    });
  });
}

function tail(value: string): string {
  return value
    .slice(Math.max(0, Math.max(value.lastIndexOf('、'), value.lastIndexOf('，'), value.lastIndexOf(',')) + 1))
    .trim();
}
