import type { Field, Name } from '../model/notice.ts';
import { prefixOf } from '../registry/anatomy.ts';
import { defineRule, type PartView } from './rule.ts';
import { isUnitField } from './tally.ts';
import { bearsDuty } from './unit-names.ts';

export default defineRule({
  id: 'list-mark-mixed',
  since: '0.1.0',
  severity: 'info',
  looksAt: 'part',
  presets: { strict: 'warning', published: 'off' },
  what: {
    zh: '同类单位之间都用顿号，这一处用了逗号。',
    en: 'A comma stands among the 、 of a list whose units are all of one kind.',
  },
  why: {
    zh: '同类单位之间用顿号，换一类才用逗号；中间夹一个逗号，读者会以为后面是另一类。',
    en: 'A comma says that units of another kind follow.',
  },
  source: 'GB/T 15834-2011 4.5.3.1',
  mend: { zh: '改为顿号；后面确是另一类单位的，不必改。', en: 'Change it to 、, unless units of another kind follow.' },
  bad: ['1.推进甲园建设。\n责任单位：县财政局、县商务局«，»县公安局、县水利局。\n'],
  good: [
    '1.推进甲园建设。\n责任单位：县财政局、县商务局，新河镇、柏溪乡。\n',
    '1.推进甲园建设。\n责任单位：县委组织部、县委宣传部，县财政局、县商务局。\n',
    '1.推进甲园建设。\n责任单位：县财政局，县商务局，县公安局。\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!bearsDuty(view)) return;
    for (const field of view.item.fields) {
      const at = isUnitField(field) ? oddComma(field, view) : -1;
      if (at < 0) continue;
      const [before, after] = [field.names[at]!, field.names[at + 1]!];
      const range = { start: before.range.end, end: after.range.start };
      report({
        range,
        message: {
          zh: `“${before.text}”与“${after.text}”是同类单位，中间应用顿号。`,
          en: `${before.text} and ${after.text} are of one kind: 、 should stand between them.`,
        },
        fixes: [{ title: { zh: '改为顿号', en: 'Change to 、' }, safe: false, edits: [{ range, text: '、' }] }],
      });
    }
  },
});

/** The index of the name that the only comma of a list stands after, where all of its names are of one kind. */
function oddComma({ names, separators }: Field, { text }: PartView): number {
  if (names.length < 4 || separators.length !== names.length - 1) return -1;
  const at = separators.findIndex((mark) => mark === '，' || mark === ',');
  // Beside a 、 on either side: a comma after the first name sets that one apart.
  if (at < 1 || at > separators.length - 2) return -1;
  if (separators.some((mark, index) => index !== at && mark !== '、')) return -1;
  const kind = kindOf(names[0]!);
  if (!kind || names.some((name) => kindOf(name) !== kind)) return -1;
  return /^[，,]$/.test(text.slice(names[at]!.range.end, names[at + 1]!.range.start)) ? at : -1;
}

/** Offices of one government: 县 of 县财政局. Those of the committee and those in a bracket are others. */
function kindOf({ base, group, etc }: Name): string {
  const prefix = group || etc ? '' : prefixOf(base);
  return prefix && /^.[^委党人政].*[局委办]$/.test(base) && !/分局$/.test(base) ? prefix : '';
}
