import { absolute } from '../../model/notice.ts';
import { withValue } from '../../syntax/numbers.ts';
import { defineRule } from '../rule.ts';
import { reversalsOf } from './reversals.ts';

export default defineRule({
  id: 'level-order-wrong',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '层次序数上下颠倒。', en: 'Two levels of numbers are turned round.' },
  why: {
    zh: '结构层次序数依次为“一、”“（一）”“1.”“（1）”。一处颠倒，这一处的条目在表格和督办台账里就归错了层。',
    en: 'Levels are 一、 （一） 1. （1）. Where two are turned round, their items come under the wrong heading.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  mend: { zh: '把这一处的两级编号对换。', en: 'Swap the two levels there.' },
  bad: [
    '一、产业\n1.推进甲园建设。\n（1）修路。\n（2）架桥。\n2.推进乙园建设。\n（1）征地。\n（2）平整。\n二、民生\n（1）办好教育。\n«1.»建成城南学校。\n2.改造城北学校。\n（2）守护健康。\n1.建成县医院。\n',
    '一、产业\n（一）园区\n1.推进甲园建设。\n2.推进乙园建设。\n（二）项目\n1.开工丙厂。\n二、民生\n1.教育\n«（一）»建成城南学校\n（二）改造城北学校\n2.健康\n三、生态\n（一）治水\n1.清淤河道。\n',
  ],
  good: [
    '一、产业\n（一）园区\n1.推进甲园建设。\n（1）修路。\n（2）架桥。\n（二）项目\n1.开工丙厂。\n',
    '一、产业\n（1）推进甲园建设。\n1.修路。\n2.架桥。\n（2）推进乙园建设。\n1.征地。\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    for (const { outer, inner } of reversalsOf(notice).found) {
      const [above, below] = [withValue(outer.number!, 1), withValue(inner.number!, 1)];
      report({
        range: absolute(notice, inner.part, inner.number!.range),
        message: {
          zh: `“${outer.number!.text}”之下用了“${inner.number!.text}”，层次颠倒：“${below}”一级应在“${above}”一级之上，请对换这一处的两级编号。`,
          en: `“${inner.number!.text}” stands below “${outer.number!.text}”: the level of “${below}” stands above that of “${above}”. Swap the two.`,
        },
      });
    }
  },
});
