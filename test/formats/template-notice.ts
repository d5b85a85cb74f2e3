/** The notice that the tests of the table's columns are about. */
import { type Block, makeNotice } from './make.ts';

export const LEADER = ['leader', '牵头领导', '岑柏'] as const;
export const LEAD = ['lead', '牵头单位', '县农业农村局'] as const;
export const SUPPORT = ['support', '协同单位', '县财政局、县林业局，各乡镇'] as const;
export const UNITS = ['unit', '责任单位', '县水利局、县供销社'] as const;

export const BLOCKS: readonly Block[] = [
  { text: '一、稳住目标', below: [{ text: '1.油菜籽产量稳定在0.8亿斤以上。', fields: [LEADER, LEAD, SUPPORT] }] },
  {
    text: '二、做强产业',
    below: [
      {
        text: '2.壮大茶产业',
        below: [
          { text: '1)新建生态茶园。', fields: [LEADER, LEAD, SUPPORT, UNITS], deadline: '6月底前' },
          { text: '2)推广菌菇。', fields: [UNITS], remark: '续建' },
        ],
      },
    ],
  },
  { text: '三、恢复渡口。', fields: [LEAD] },
];

export const notice = makeNotice({ issuer: '云溪县人民政府', blocks: BLOCKS });
