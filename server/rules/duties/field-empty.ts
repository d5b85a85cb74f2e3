import { absolute, type Item, type Label } from '../../model/notice.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'field-empty',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '有名目，后面没有内容。', en: 'A label stands there with nothing after it.' },
  why: {
    zh: '“牵头单位：”后面是空的，这项任务就没有人牵头；多半是漏填或转换时丢字。',
    en: 'Whoever should stand there was forgotten, or lost in conversion.',
  },
  mend: { zh: '填上单位、领导或时限；不需要的，删去这一栏。', en: 'Fill the field, or delete it.' },
  bad: [
    '1.推进甲园建设。\n«牵头单位：»\n责任单位：县商务局。\n',
    '1.推进甲园建设。\n«责任部门：»　　责任人：何　俊　　完成时限：7月\n',
    '1.推进甲园建设。（«牵头单位：»；配合单位：县商务局）\n',
  ],
  good: ['1.推进甲园建设。\n牵头单位：县发改委。\n备注：\n'],
  fix: 'none',
  summarize: emptyFields,
  check({ notice, summaryOf }, report) {
    notice.items.forEach((item, part) => {
      const empty = summaryOf(part);
      if (!item || !empty || notice.zones[part] !== 'plan') return;
      for (const { label, last } of empty) {
        if (last && notice.zones[part + 1] === 'plan' && isValue(notice.items[part + 1])) continue;
        report({
          range: absolute(notice, part, label.range),
          message: {
            zh: `“${label.text}”后面没有内容，请补上，或删去这一栏。`,
            en: `Nothing stands after ${label.text}. Fill it in, or delete the field.`,
          },
        });
      }
    });
  },
});

interface Empty {
  readonly label: Label;
  readonly last: boolean;
}

/** 三、责任分工： heads what follows and is no empty field. */
function emptyFields({ number, text, fields }: Item): readonly Empty[] | undefined {
  if (number && !text) return undefined;
  const empty = fields.flatMap(({ label, role, value, shape }, index) =>
    label && role !== 'remark' && !value.trim()
      ? [{ label, last: index === fields.length - 1 && shape === 'line' }]
      : [],
  );
  return empty.length ? empty : undefined;
}

/** What the last label of a task is about may stand in the line under it: 完成时限： / 2026年6月底前. */
function isValue(next: Item | undefined): boolean {
  return next !== undefined && !next.number && !next.fields.length && next.text.length <= 60;
}
