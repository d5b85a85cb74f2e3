import { defineRule } from './rule.ts';
import { reportNames } from './table-names.ts';

export default defineRule({
  id: 'table-support-differs',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '分解表里的配合单位与正文不一致。', en: 'The table names other supporting units than the text.' },
  why: {
    zh: '只在一处列名的单位收不到任务，或者不认这项任务。',
    en: 'A unit named in one place only does not hear of its task, or does not own it.',
  },
  mend: {
    zh: '核对名单，把两处改成一致。名单先后、顿号逗号、“各”“有关”不同不算不一致；名单以“等”结尾的，另一处可以多列。',
    en: 'Make both lists the same. Order and separators are not compared; a list that ends in 等 may be longer in the other place.',
  },
  bad: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n配合单位：县财政局、县林业局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n配合单位：县商务局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 | 县财政局、«县水利局» |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 | 县商务局 |\n',
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n配合单位：县财政局、县林业局、各乡镇人民政府。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n配合单位：县商务局。\n\n附件\n\n任务分解表\n\n序号\n\n主要任务\n\n牵头单位\n\n配合单位\n\n1\n\n新建生态茶园6000亩\n\n县农业农村局\n\n县财政局、«各乡镇»\n\n2\n\n举办春茶开采节3场\n\n县文化旅游局\n\n县商务局\n',
  ],
  good: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n配合单位：县财政局、县林业局，各乡镇人民政府。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n配合单位：县商务局等。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 | 乡镇政府、县林业局、财政局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 | 县商务局、县公安局 |\n',
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 | 县财政局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 | 县商务局 |\n',
  ],
  fix: 'ask',
  check(view, report) {
    reportNames(view, 'support', report);
  },
});
