/**
 * Invented notices of any size, for benchmarks: no sentence, unit or person in them is real. The same arguments give
 * the same text.
 *
 *   node test/bench/make.mjs TASKS [lines|brackets] [SEED] > FILE     a notice
 *   node test/bench/make.mjs --registry > FILE                        the registry that belongs to all of them
 */
import { fileURLToPath } from 'node:url';

/** How a notice says who answers for a task. */
export const STYLES = ['lines', 'brackets'];

const COUNTY = '云溪县';
const DEPARTMENTS = [
  ['县政府办公室', '人民政府办公室'],
  ['县发展改革局', '发展和改革局'],
  ['县教育体育局', '教育和体育局'],
  ['县科技工信局', '科学技术和工业信息化局'],
  ['县公安局', '公安局'],
  ['县民政局', '民政局'],
  ['县司法局', '司法局'],
  ['县财政局', '财政局'],
  ['县人力资源社会保障局', '人力资源和社会保障局'],
  ['县自然资源局', '自然资源局'],
  ['县生态环境局', '生态环境局'],
  ['县住房城乡建设局', '住房和城乡建设局'],
  ['县交通运输局', '交通运输局'],
  ['县水利局', '水利局'],
  ['县农业农村局', '农业农村局'],
  ['县商务局', '商务局'],
  ['县文化旅游局', '文化和旅游局'],
  ['县卫生健康局', '卫生健康局'],
  ['县退役军人局', '退役军人事务局'],
  ['县应急管理局', '应急管理局'],
  ['县审计局', '审计局'],
  ['县市场监管局', '市场监督管理局'],
  ['县统计局', '统计局'],
  ['县医疗保障局', '医疗保障局'],
  ['县林业局', '林业局'],
  ['县城市管理局', '城市管理局'],
  ['县信访局', '信访局'],
  ['县数据服务中心', '数据服务中心'],
  ['县茶叶发展中心', '茶叶发展中心'],
  ['县重点工程建设中心', '重点工程建设中心'],
  ['县融媒体中心', '融媒体中心'],
  ['县经济开发区管委会', '经济开发区管理委员会'],
  ['县税务局', '税务局'],
  ['县供电公司', '供电公司'],
  ['县供销社', '供销合作社联合社'],
  ['县气象局', '气象局'],
];
const TOWNS = [
  '白鹭岭',
  '柏树垭',
  '青蒲',
  '杏坞',
  '鹤鸣滩',
  '双桨渡',
  '石笋坪',
  '落雁湖',
  '竹篁',
  '望云',
  '浣纱',
  '麦积沟',
];
const LEADERS = ['岑柏', '戚如蓝', '辛桐', '慕容川', '廖北辰', '晏知秋', '苗雨田', '钭一舟', '佟芷', '蔺秋声'];
const GROUPS = ['各乡镇人民政府', '县直有关单位', '沿线乡镇人民政府'];

/** A number stands for #, a town for @. */
const WORKS = [
  '在@镇新建蚕桑示范园#亩，改造老桑园#亩',
  '铺设@片区雨污分流管道#公里，配建一体化泵站#座',
  '打通@至县城快速通道，年内建成路基#公里',
  '引进阀门铸造企业#家，盘活@闲置厂房#平方米',
  '开工建设@片区实验小学，新增学位#个',
  '为#户独居老人家中装上呼叫终端，@先行试点',
  '培育县级茶叶合作社#家，鲜叶收购价每斤上浮#元',
  '整修@灌区斗渠#公里，恢复灌溉面积#亩',
  '新增电动汽车充电桩#个，实现@等乡镇全覆盖',
  '开行@方向城乡公交班线#条，更新车辆#台',
  '完成@老旧住宅小区改造#个，加装电梯#部',
  '办好#场送岗位下乡活动，帮助#名返乡人员就近上岗',
  '建成@湿地步道#公里，补植乡土树种#株',
  '核查县域内小型水库#座，@库区移民避险点年内启用',
  '评出放心餐饮门店#家，抽检食品样品#批次',
  '推出涉企“一次办好”事项#项，材料平均压减#件',
  '扩建@卫生院住院楼，增设床位#张',
  '整理县志旧档#卷，完成数字化扫描#页',
  '举办@山歌会#场，接待外地游客#万人次',
  '清退违规占用林地#亩，@林场管护站投入使用',
  '发放春耕贴息贷款#万元，惠及种粮大户#户',
  '治理@沟道滑坡隐患点#处，安装雨量监测仪#台',
  '消化结转工程欠款#万元，新立项目前期费垫付#万元',
  '组建@片区义务消防队#支，配发水带#盘',
];
const REST = [
  '每月末向县督查专班报一次进度',
  '工期倒排到周，问题当月清零',
  '验收合格后统一移交管护',
  '所需资金从年初预算列支',
  '季度排名末位的当面说明原因',
  '做到开工、竣工、入库三个环节手续齐全',
  '带动周边群众务工增收',
  '同步建好台账，逐项销号',
  '力争走在全市前列',
  '确保汛期前主体完工',
];
/** The labels of the fields. */
export const LABELS = ['牵头领导', '牵头单位', '配合单位', '完成时限'];
const TOPICS = [
  '把茶桑两篇文章做出新意',
  '让城乡道路越走越宽',
  '补上家门口公共服务的缺口',
  '守牢山水底色',
  '给企业添一把力',
  '管好每一分财政资金',
  '把安全的弦绷紧',
  '让文化热起来、游客留下来',
];
const SUBTOPICS = ['壮大链条', '补齐设施', '改进服务', '严格管护', '盘活存量', '用好数据', '培养人手', '建好机制'];

/**
 * @param tasks how many
 * @param options.style one of STYLES: fields on lines of their own, numbers anew under each heading; or a bracket
 *   after the text, numbers running on
 * @param options.slips the share of tasks with something for a rule to find
 */
export function makeNotice(tasks, { style = 'lines', seed = 1, slips = 0.01 } = {}) {
  const random = generator(seed * 7919 + STYLES.indexOf(style));
  const out = [
    `${COUNTY}人民政府文件`,
    '',
    `云政发〔2026〕${1 + random(40)}号`,
    '',
    `${COUNTY}人民政府关于印发2026年重点任务分解清单的通知`,
    '',
    '各乡镇人民政府，县直各单位：',
    '',
    '现将年度重点任务分解清单发给你们，请对照职责抓紧落实，进展按月报县督查专班。',
    '',
    `${COUNTY}人民政府`,
    '',
    '2026年2月10日',
    '',
  ];
  for (let n = 0; n < tasks; n++) {
    const section = Math.floor(n / 32);
    if (n % 32 === 0) out.push(`${chinese(section + 1)}、${TOPICS[section % TOPICS.length]}`, '');
    if (n % 8 === 0)
      out.push(`（${chinese(1 + ((n % 32) >> 3))}）${SUBTOPICS[(section + (n >> 3)) % SUBTOPICS.length]}`, '');
    const slip = random(1000) < slips * 1000 ? 1 + random(3) : 0;
    const duty = makeDuty(random, slip);
    const text = `${work(random)}，${REST[random(REST.length)]}`;
    if (style === 'lines') {
      out.push(`${(n % 8) + 1}.${text}。`, '');
      const closing = (i) => (slip === 3 && i === 1 ? '' : '。');
      out.push(...duty.flatMap(([label, value], i) => [`${label}：${value}${closing(i)}`, '']));
    } else out.push(`${n + 1}.${text}。（${duty.map(([label, value]) => `${label}：${value}`).join('；')}）`, '');
  }
  out.push('抄送：县委办，县人大办，县政协办。', '');
  return out.join('\n');
}

/** @param slip 1: no lead unit; 2: a unit's name misspelt; 3: (field lines) no mark at the end */
function makeDuty(random, slip) {
  const leader = LEADERS[random(LEADERS.length)];
  const units = new Set();
  while (units.size < 3 + random(2)) units.add(DEPARTMENTS[random(DEPARTMENTS.length)][0]);
  const [lead, ...support] = units;
  if (random(4) === 0)
    support.push(random(2) ? GROUPS[random(GROUPS.length)] : `${TOWNS[random(TOWNS.length)]}镇人民政府`);
  const misspelt = support[0].replace(/(..)$/, '和$1');
  const duty = [
    [LABELS[0], leader.length === 2 ? `${leader[0]}  ${leader[1]}` : leader],
    [LABELS[1], lead],
    [LABELS[2], [slip === 2 ? misspelt : support[0], ...support.slice(1)].join('、') + (random(6) === 0 ? '等' : '')],
    [LABELS[3], random(5) === 0 ? '长期坚持' : `2026年${1 + random(12)}月底前`],
  ];
  return slip === 1 ? duty.filter(([label]) => label !== LABELS[1]) : duty;
}

function work(random) {
  const pattern = WORKS[random(WORKS.length)];
  return pattern.replace('@', () => TOWNS[random(TOWNS.length)]).replace(/#/g, () => String(2 + random(900)));
}

/** The units, groups and leaders of the notices. */
export function makeRegistry() {
  const blocks = [`地区：${COUNTY}（县）`];
  for (const [short, full] of DEPARTMENTS) blocks.push(`单位：${COUNTY}${full}\n简称：${short}`);
  for (const town of TOWNS)
    blocks.push(`单位：${COUNTY}${town}镇人民政府\n简称：${town}镇人民政府\n别名：${town}镇政府`);
  blocks.push(`单位组：各乡镇人民政府\n成员：${TOWNS.map((town) => `${town}镇人民政府`).join('、')}`);
  LEADERS.forEach((leader, i) => {
    const charge = DEPARTMENTS.filter((_, at) => at % LEADERS.length === i).map(([short]) => short);
    blocks.push(`领导：${leader}（${i ? '副县长' : '县长'}）\n分管：${charge.join('、')}`);
  });
  return `${blocks.join('\n\n')}\n`;
}

/** @returns a function that gives pseudo-random integers from 0 to below its argument (mulberry32) */
export function generator(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 9999 in Chinese numerals. */
export function chinese(n) {
  let text = '';
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ]) {
    const digit = Math.floor(n / unit) % 10;
    if (digit) text += DIGITS[digit] + name;
    else if (text && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/, '').replace(/^一十/, '十');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tasks, style = 'lines', seed = '1'] = process.argv.slice(2);
  if (tasks === '--registry') process.stdout.write(makeRegistry());
  else if (Number(tasks) > 0 && STYLES.includes(style)) {
    process.stdout.write(makeNotice(Number(tasks), { style, seed: Number(seed) }));
  } else {
    process.stderr.write('node test/bench/make.mjs TASKS [lines|brackets] [SEED] | --registry\n');
    process.exitCode = 2;
  }
}
