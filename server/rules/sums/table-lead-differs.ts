import { defineRule } from '../rule.ts';
import { reportNames } from './table-names.ts';

export default defineRule({
  id: 'table-lead-differs',
  since: '0.1.0',
  severity: 'error',
  presets: { published: 'warning' },
  looksAt: 'notice',
  what: {
    zh: '分解表里的牵头单位（只有一栏责任单位的，即责任单位）与正文不一致。',
    en: 'The table names other lead units (or responsible units, in a table without lead units) than the text.',
  },
  why: {
    zh: '正文由一家牵头、表里由另一家牵头，两家都可以说不是自己的事。',
    en: 'With one unit leading in the text and another in the table, each may say it is not its task.',
  },
  mend: {
    zh: '核对由谁牵头，把两处改成一致。第一位以后的先后、顿号逗号不同不算不一致。',
    en: 'See who leads and make both the same. The order after the first and the separators are not compared.',
  },
  bad: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | «县商务局» |\n',
    '1.新建生态茶园6000亩。（责任单位：县农业农村局、县财政局）\n2.举办春茶开采节3场。（责任单位：县文化旅游局、县商务局）\n\n附件\n\n任务分解表\n\n序号\t主要任务\t责任单位\n1\t新建生态茶园6000亩\t县农业农村局、«县林业局»、县财政局\n2\t举办春茶开采节3场\t县商务局，县文化旅游局\n',
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局、林业局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局、商务局。\n3.改造茶叶加工厂5家。\n牵头单位：县工业和信息化局、财政局。\n4.新增茶叶品牌4个。\n牵头单位：县市场监管局、农业农村局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局、县林业局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局、县商务局 |\n| 3 | 改造茶叶加工厂5家 | 县工业和信息化局、县财政局 |\n| 4 | 新增茶叶品牌4个 | «县农业农村局»、县市场监管局 |\n',
  ],
  good: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局、林业局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县林业局<br>县农业农村局 |\n| 2 | 举办春茶开采节3场 | 县文化和旅游局 |\n',
    {
      text: '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文旅局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 |\n',
      registry:
        '地区：云溪县（县）\n\n单位：云溪县文化旅游局\n简称：县文旅局、县文化旅游局\n\n单位：云溪县农业农村局\n简称：县农业农村局\n',
    },
  ],
  fix: 'ask',
  check(view, report) {
    reportNames(view, 'lead', report);
  },
});
