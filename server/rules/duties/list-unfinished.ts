import { isBalanced } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { isUnitField } from '../tally.ts';

export default defineRule({
  id: 'list-unfinished',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  presets: { published: 'info' },
  what: { zh: '名单以顿号或逗号结束，像是没有写完。', en: 'A list ends in a mark that says more is to come.' },
  why: {
    zh: '末尾留着顿号，读者会以为后面还有单位漏印；常常是删单位时留下的，也可能真的丢了一行。',
    en: 'A reader wonders which unit was lost: perhaps a whole line was.',
  },
  mend: { zh: '单位漏写的，补上；没有漏写的，删去这个标点。', en: 'Add the unit that is missing, or delete the mark.' },
  bad: [
    '1.推进甲园建设。\n责任单位：县财政局、县商务局«、»\n',
    '1.推进甲园建设。\n牵头领导：林知远«，»\n牵头单位：县商务局\n',
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：县财政局，配合单位：县商务局。\n',
    '1.推进甲园建设。\n责任单位：县财政局、\n县商务局。\n',
  ],
  fix: 'ask',
  check({ isTask, item, text, facts }, report) {
    if (!isTask) return;
    for (const field of item.fields) {
      if (!endsInMark(field.value) || !(isUnitField(field) || field.role === 'leader') || !field.names.length) continue;
      const { end } = field.valueRange;
      // 牵头单位：甲局，配合单位：乙局: the mark parts two fields. Two marks side by side are another rule's.
      if (!/^[ \t\u3000]*(?:[\r\n]|$)/.test(text.slice(end, end + 40)) || !isBalanced(field.value)) continue;
      const range = { start: end - 1, end };
      const mark = text[end - 1]!;
      report({
        range,
        message: {
          zh: `“${field.label?.text ?? '名单'}”以“${mark}”结束，后面可能漏了单位；没有漏的，请删去“${mark}”。`,
          en: `The list ends in ${mark}: a name may be missing. If none is, delete the mark.`,
        },
        fixes: [
          {
            title: facts.closesFields
              ? { zh: '改为句号', en: 'Change to 。' }
              : { zh: `删去“${mark}”`, en: `Delete ${mark}` },
            safe: false,
            edits: [{ range, text: facts.closesFields ? '。' : '' }],
          },
        ],
      });
    }
  },
});

/** A list that goes on: what stands there is more than a missing 。 */
export function endsInMark(value: string): boolean {
  return /[、，,]$/.test(value);
}
