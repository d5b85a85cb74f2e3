import { defineRule } from '../rule.ts';
import { reportNames } from './table-names.ts';

export default defineRule({
  id: 'table-leader-differs',
  since: '0.1.0',
  severity: 'error',
  presets: { published: 'warning' },
  looksAt: 'notice',
  what: { zh: '分解表里的领导与正文不一致。', en: 'The table names another leader than the text.' },
  why: {
    zh: '分工调整后只改了一处，任务就有了两位领导，请示汇报不知找谁。',
    en: 'Changed in one place only, the task has two leaders, and nobody knows whom to report to.',
  },
  mend: { zh: '核对分工，把两处改成一致。', en: 'See who is in charge and make both the same.' },
  bad: [
    '1.新建生态茶园6000亩。\n牵头领导：岑柏。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头领导：戚如蓝。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头领导 | 牵头单位 |\n| --- | --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 岑　柏 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | «慕容川» | 县文化旅游局 |\n',
    '1.新建生态茶园6000亩。\n牵头领导：岑柏。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头领导：戚如蓝、辛桐。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n序号\t主要任务\t牵头领导\t牵头单位\n1\t新建生态茶园6000亩\t岑柏\t县农业农村局\n2\t举办春茶开采节3场\t«戚如蓝»\t县文化旅游局\n',
  ],
  good: [
    '1.新建生态茶园6000亩。\n牵头领导：副县长岑柏。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头领导：戚如蓝、辛桐。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头领导 | 牵头单位 |\n| --- | --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 岑　柏 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 辛　桐、戚如蓝 | 县文化旅游局 |\n',
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头领导 | 牵头单位 |\n| --- | --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 岑柏 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 戚如蓝 | 县文化旅游局 |\n',
  ],
  fix: 'ask',
  check(view, report) {
    reportNames(view, 'leader', report);
  },
});
