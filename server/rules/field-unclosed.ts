import { endsInMark } from './list-unfinished.ts';
import { isBalanced } from './marks.ts';
import { defineRule } from './rule.ts';
import { isFieldLine } from './tally.ts';

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
  ],
  good: ['1.推进甲园建设。\n牵头单位：县发改委\n配合单位：县财政局\n2.推进乙园建设。\n牵头单位：县发改委。\n'],
  fix: 'safe',
  check({ isTask, item, facts }, report) {
    if (!isTask || !facts.closesFields) return;
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

function tail(value: string): string {
  return value
    .slice(Math.max(0, Math.max(value.lastIndexOf('、'), value.lastIndexOf('，'), value.lastIndexOf(',')) + 1))
    .trim();
}
