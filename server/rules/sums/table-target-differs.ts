import { defineRule } from '../rule.ts';
import { differenceReport, textDifferences } from './table-texts.ts';

export default defineRule({
  id: 'table-target-differs',
  since: '0.1.0',
  severity: 'error',
  presets: { published: 'warning' },
  looksAt: 'notice',
  what: { zh: '分解表里的目标数与正文不一致。', en: 'A figure in the table differs from that in the text.' },
  why: {
    zh: '正文要求12家、表里写10家，年底考核按哪个数算，谁也说不清。',
    en: 'With 12 in the text and 10 in the table, nobody can say what the unit is held to.',
  },
  mend: { zh: '核对以哪个数为准，把另一处改过来。', en: 'See which figure is right and change the other.' },
  bad: [
    '1.新增规模以上工业企业12家。\n牵头单位：县工业和信息化局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新增规模以上工业企业«10»家 | 县工业和信息化局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 |\n',
    '1.粮食产量稳定在3.2亿斤以上。\n牵头单位：县农业农村局。\n2.举办春茶开采节三场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n序号\t主要任务\t牵头单位\n1\t举办春茶开采节«两»场\t县文化旅游局\n2\t粮食产量稳定在3.2亿斤以上\t县农业农村局\n',
  ],
  good: [
    '1.新增规模以上工业企业12家。\n牵头单位：县工业和信息化局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 目标值 | 牵头单位 |\n| --- | --- | --- | --- |\n| 1 | 新增规模以上工业企业 | １２家 | 县工业和信息化局 |\n| 2 | 举办春茶开采节 | 3场 | 县文化旅游局 |\n',
    '1.改造甲园道路5公里。\n牵头单位：县交通运输局。\n2.改造乙园道路8公里。\n牵头单位：县交通运输局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 改造乙园道路8公里 | 县交通运输局 |\n| 2 | 改造甲园道路5公里 | 县交通运输局 |\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    for (const difference of textDifferences(notice)) if (difference.figure) report(differenceReport(difference));
  },
});
