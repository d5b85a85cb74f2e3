import { describe, expect, test } from 'vitest';
import { splitTarget } from '../../server/formats/table/target.ts';

/** sentence → subject | target */
const INDICATORS: readonly [string, string, string][] = [
  ['地区生产总值比上年增长7%左右。', '地区生产总值', '比上年增长7%左右'],
  ['一般公共预算收入增长4.5%', '一般公共预算收入', '增长4.5%'],
  ['规模以上工业增加值增长8%以上。', '规模以上工业增加值', '增长8%以上'],
  ['固定资产投资较上年增长10%至12%。', '固定资产投资', '较上年增长10%至12%'],
  ['社会消费品零售总额同比增长6%—7%。', '社会消费品零售总额', '同比增长6%—7%'],
  ['进出口总额增长高于全省平均水平。', '进出口总额增长', '高于全省平均水平'],
  ['服务业增加值增速高于地区生产总值增速。', '服务业增加值增速', '高于地区生产总值增速'],
  ['户籍人口城镇化率提高1.2个百分点。', '户籍人口城镇化率', '提高1.2个百分点'],
  ['工业品出厂价格涨幅2%左右。', '工业品出厂价格', '涨幅2%左右'],
  ['城镇登记失业率控制在5%以内。', '城镇登记失业率', '控制在5%以内'],
  ['单位地区生产总值能耗控制在市定目标以内。', '单位地区生产总值能耗', '控制在市定目标以内'],
  ['油菜籽产量稳定在0.8亿斤以上。', '油菜籽产量', '稳定在0.8亿斤以上'],
  ['PM2.5平均浓度降至33微克/立方米。', 'PM2.5平均浓度', '降至33微克/立方米'],
  ['森林覆盖率达到41.5%。', '森林覆盖率', '达到41.5%'],
  ['公办园在园幼儿占比不低于60%。', '公办园在园幼儿占比', '不低于60%'],
  ['规上工业企业新增20家。', '规上工业企业', '新增20家'],
  ['城镇新增就业4200人以上。', '城镇新增就业', '4200人以上'],
  ['城乡居民人均可支配收入分别增长6.5%以上、8%以上。', '城乡居民人均可支配收入', '分别增长6.5%以上、8%以上'],
  ['节能减排指标完成市政府下达任务。', '节能减排指标', '完成市政府下达任务'],
  ['耕地保有量全面完成省下达的年度目标任务。', '耕地保有量', '全面完成省下达的年度目标任务'],
  ['居民收入与经济增长基本同步。', '居民收入', '与经济增长基本同步'],
  ['城镇调查失业率低于全国平均水平', '城镇调查失业率', '低于全国平均水平'],
  ['农村自来水普及率达97%', '农村自来水普及率', '达97%'],
  ['出境断面水质达到国家三类标准。', '出境断面水质', '达到国家三类标准'],
  ['营商环境评价位居全省前列。', '营商环境评价', '位居全省前列'],
  ['规上工业能耗实现零增长。', '规上工业能耗', '实现零增长'],
  ['重点项目建设进度按月调度通报。', '重点项目建设进度', '按月调度通报'],
  ['民生实事旬度、月度推进情况跟踪督办。', '民生实事旬度、月度推进情况', '跟踪督办'],
  ['旅游总收入（含乡村旅游）增长12%。', '旅游总收入（含乡村旅游）', '增长12%'],
  ['实际利用外资完成9,500万美元。', '实际利用外资', '完成9,500万美元'],
  ['全社会研发经费投入增长15%，力争突破20%。', '全社会研发经费投入', '增长15%，力争突破20%'],
  ['新增就业人数达到6000人。', '新增就业人数', '达到6000人'],
];

/** The subject is clear, but to cut the sentence would move words. */
const KEPT_WHOLE: readonly [string, string, string][] = [
  [
    '农村新增转移就业3000人以上，城镇调查失业率控制在省定目标以内。',
    '农村新增转移就业、城镇调查失业率',
    '农村新增转移就业3000人以上，城镇调查失业率控制在省定目标以内',
  ],
  [
    '工业用水效率达到省定标准（口径：取水量/总产值）。',
    '工业用水效率',
    '工业用水效率达到省定标准（口径：取水量/总产值）',
  ],
  ['确保粮食产量稳定在3亿斤以上。', '粮食产量', '确保粮食产量稳定在3亿斤以上'],
  ['到2026年底，森林覆盖率达到42%。', '森林覆盖率', '到2026年底，森林覆盖率达到42%'],
  ['全年招商到位资金增长10%。', '招商到位资金', '全年招商到位资金增长10%'],
  ['力争高新技术企业达到100家。', '高新技术企业', '力争高新技术企业达到100家'],
];

/** Actions, slogans and what only looks like an indicator: left whole. */
const ACTIONS: readonly string[] = [
  '新建生态茶园6000亩，改造低产茶园1.2万亩，茶叶综合产值迈上18亿元台阶。',
  '新建高标准农田3万亩。',
  '新增就业5000人。',
  '推进森林覆盖率提高2个百分点。',
  '推动高新技术企业达到100家。',
  '将绿化覆盖率提高到41%。',
  '使城镇化率提高1个百分点。',
  '筹措资金2.3亿元，办好12件民生实事。',
  '完成投资15亿元。',
  '全年完成投资15亿元。',
  '各乡镇完成县政府下达任务。',
  '县水利局完成年度目标任务。',
  '确保完成年度目标任务。',
  '改造农村危桥5座、维修灌渠12公里。',
  '落实春茶机采补贴政策。',
  '加强渡口值守，提升汛期疏散能力。',
  '河滨公园新增步道6公里。',
  '白鹭岭水厂完成管网接入。',
  '工作情况通报。',
  '地区生产总值增长7%，推进重大项目建设50个。',
  '增长7%左右。',
  '为1200名乡村医生办理执业保险。',
  '固定资产投资增长15%左右带动就业。',
  '县图书馆老馆恢复开放。',
  '统筹发展和安全。',
  '',
  '。',
  '增',
];

describe('an indicator is split between its subject and its target', () => {
  test.each(INDICATORS)('%s', (text, subject, target) => {
    expect(splitTarget(text)).toMatchObject({ subject, target });
  });
});

/** The office itself put a name before the sentence. */
const TITLED: readonly [string, string, string][] = [
  ['村道畅通工程：硬化村道30公里，修缮危桥5座。', '村道畅通工程', '硬化村道30公里，修缮危桥5座'],
  ['“一老一小”照护:新建托位200个', '“一老一小”照护', '新建托位200个'],
  [
    '乡镇卫生院（含分院）提升：服务能力全部达标，其中2家创优',
    '乡镇卫生院（含分院）提升',
    '服务能力全部达标，其中2家创优',
  ],
];

describe('a name with a colon before the sentence is its subject', () => {
  test.each(TITLED)('%s', (text, subject, target) => {
    expect(splitTarget(text)).toEqual({ subject, target, guessed: false });
  });

  test.each([
    '主要措施：硬化村道30公里，修缮危桥5座。',
    '重点抓好以下事项，其中：硬化村道30公里。',
    '各渡口早8:30前报送客流。',
    '硬化村道（口径：含支线）30公里。',
    '比例按3：7分担。',
  ])('%s has none', (text) => {
    expect(splitTarget(text)).toBeUndefined();
  });
});

test.each([
  ['油菜籽产量稳定在0.8亿斤以上。', false],
  ['确保粮食产量稳定在3亿斤以上。', false],
  // No verb stands before the number.
  ['城镇新增就业4200人以上。', true],
  ['重点项目建设进度按月调度通报。', true],
  ['农村新增转移就业3000人以上，城镇调查失业率控制在省定目标以内。', true],
])('%s: guessed is %s', (text, guessed) => {
  expect(splitTarget(text)?.guessed).toBe(guessed);
});

describe('the subject stands beside the whole sentence', () => {
  test.each(KEPT_WHOLE)('%s', (text, subject, target) => {
    expect(splitTarget(text)).toMatchObject({ subject, target });
  });
});

describe('what is no indicator stays whole', () => {
  test.each(ACTIONS)('%s', (text) => {
    expect(splitTarget(text)).toBeUndefined();
  });
});

test('more subjects than a heading can name are no heading', () => {
  const clauses = ['粮食产量', '生猪出栏', '蔬菜产量', '水产品产量'].map((subject) => `${subject}增长5%`);
  expect(splitTarget(clauses.slice(0, 3).join('，'))?.subject).toBe('粮食产量、生猪出栏、蔬菜产量');
  expect(splitTarget(clauses.join('，'))).toBeUndefined();
});

test.each([
  '增长'.repeat(50_000),
  '比上年'.repeat(50_000),
  '（'.repeat(50_000),
  `${'一、'.repeat(50_000)}增长5%`,
  '达到9,'.repeat(30_000),
])('a text without end has an answer', (text) => {
  expect(splitTarget(text)).toBeUndefined();
});
