import { defineRule } from './rule.ts';

export default defineRule({
  id: 'field-empty',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  what: { zh: '有名目，后面没有内容。', en: 'A label stands there with nothing after it.' },
  why: {
    zh: '“牵头单位：”后面是空的，这项任务就没有人牵头；多半是漏填或转换时丢字。',
    en: 'Whoever should stand there was forgotten, or lost in conversion.',
  },
  mend: { zh: '填上单位、领导或时限；不需要的，删去这一栏。', en: 'Fill the field, or delete it.' },
  bad: [
    '1.推进甲园建设。\n«牵头单位：»\n责任单位：县商务局。\n',
    '1.推进甲园建设。（«牵头单位：»；配合单位：县商务局）\n',
  ],
  good: ['1.推进甲园建设。\n牵头单位：县发改委。\n备注：\n'],
  fix: 'none',
  check({ item, zone }, report) {
    if (zone !== 'plan') return;
    for (const { label, role, value } of item.fields) {
      if (!label || role === 'remark' || value.trim()) continue;
      report({
        range: label.range,
        message: {
          zh: `“${label.text}”后面没有内容，请补上，或删去这一栏。`,
          en: `Nothing stands after ${label.text}. Fill it in, or delete the field.`,
        },
      });
    }
  },
});
