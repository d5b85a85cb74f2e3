import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'field-mark-missing',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '“责任单位”等名目与单位名称之间缺冒号。', en: 'The colon between a label and its names is missing.' },
  why: {
    zh: '没有冒号，名目和名称连成一片，读者和系统都可能认不出这一栏。',
    en: 'Label and names run together, and the field may be taken for a sentence.',
  },
  mend: { zh: '在名目后面加冒号。', en: 'Put a colon after the label.' },
  bad: [
    '1.推进甲园建设。\n«责任单位»县发改委、县财政局。\n',
    '1.推进甲园建设。\n«牵头单位» 县发改委\n配合单位：县财政局\n',
  ],
  good: [
    '1.推进甲园建设。\n责任单位：县发改委、县财政局。\n',
    '1.推进甲园建设。\n责任单位　县发改委、县财政局\n',
    '1.推进甲园建设。（责任单位：县发改委）\n2.推进乙园建设。（责任单位同上）\n',
    '1.推进甲园建设。\n【责任单位】县发改委、县财政局\n',
    '1.推进甲园建设。（责任单位：县发改委）\n责任单位要定期报送县政府办公室、县委办公室。\n',
  ],
  fix: 'safe',
  check({ item, text }, report) {
    for (const { label } of item.fields) {
      if (!label) continue;
      const { start, end } = label.range;
      // Marks, brackets and wide blanks tell the two apart.
      if (!/[\u4e00-\u9fff]/.test(text[end - 1]!) || !/^ ?[\u4e00-\u9fff]/.test(text.slice(end, end + 2))) continue;
      if (text.startsWith('同上', end)) continue;
      const blank = text[end] === ' ' ? 1 : 0;
      report({
        range: { start, end },
        message: {
          zh: `“${label.text}”后缺冒号，应为“${label.text}：”。`,
          en: `A colon is missing after ${label.text}.`,
        },
        fixes: [
          {
            title: { zh: '补上冒号', en: 'Put in the colon' },
            safe: true,
            edits: [{ range: { start: end, end: end + blank }, text: '：' }],
          },
        ],
      });
    }
  },
});
