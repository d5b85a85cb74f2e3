import { defineRule } from '../rule.ts';
import { differenceReport, textDifferences } from './table-texts.ts';

export default defineRule({
  id: 'table-text-differs',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '分解表里任务的文字与正文不一致。', en: 'A task is worded differently in the table than in the text.' },
  why: {
    zh: '正文改了、表没有跟着改，责任单位拿到两种说法，督办时各执一词。',
    en: 'One of the two was not changed with the other, and units hold two versions of one task.',
  },
  mend: {
    zh: '核对以哪一处为准，把另一处改过来。标点、引号和空格不同不算不一致；多数任务在表里另有简写的，不逐项比对文字。',
    en: 'See which is right and change the other. Marks, quotation marks and blanks are not compared; nor are the words of a table that puts most tasks in its own way.',
  },
  bad: [
    '1.新建生态茶园6000亩，配套滴灌设施。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩，配套«微喷»设施 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 |\n',
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.新增规模以上工业企业12家。\n牵头单位：县工业和信息化局。\n\n附件\n\n任务分解表\n\n序号\n\n主要任务\n\n牵头单位\n\n备注\n\n1\n\n新建生态茶园6000亩\n\n县农业农村局\n\n\u00a0\n\n2\n\n新增规模以上工业企业«12»\n\n县工业和信息化局\n\n\u00a0\n',
  ],
  good: [
    '1.推广“一站式”服务，建成便民中心3个。\n牵头单位：县政务服务局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 推广一站式服务、建成便民中心3个 | 县政务服务局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 |\n',
    '1.地区生产总值增长7%左右。\n牵头单位：县发改委。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 工作内容 | 主要任务 | 牵头单位 |\n| --- | --- | --- | --- |\n| 1 | 1.地区生产总值 | 增长7%左右 | 县发改委 |\n| 2 | 2.茶产业 | 举办春茶开采节3场 | 县文化旅游局 |\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    for (const difference of textDifferences(notice)) if (!difference.figure) report(differenceReport(difference));
  },
});
