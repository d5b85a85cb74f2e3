/** Faults of text and marks. */
import { fieldOf, tasksOf } from './draft.ts';
import { anyTask, BRACKETS, clauses, type Fault, hasList, LED, LINES, listOf, mark, texts } from './fault.ts';

const PLAIN = { table: false, deadlines: false } as const;

export const WRITING: readonly Fault[] = [
  ...clauses('date-impossible', '«9月31日»交付使用', '«2026年2月30日»组织验收', '自«2026年13月»起试运行'),
  ...clauses('date-malformed', '自«2026.5.1»起试运行', '自«2026年05月01日»起施行', '自«2026年10月8»起开放'),
  ...clauses('date-mixed', '自«二〇二六年9月1日»起施行', '自«2026年十月一日»起施行'),
  ...clauses('year-shortened', '执行«25年»底出台的政策', '衔接«27年»上半年投资计划'),
  ...clauses('zero-wrong', '编制«二○二七年»项目计划', '延续«二零二五年»支持政策'),
  ...clauses('range-unclear', '增速保持在«5-8%»', '每户补助«2～3万»元'),
  ...clauses('approximate-number', '压缩办理时间«三、五»天', '带动«约20家左右»企业', '走访«不少于4次以上»'),
  ...clauses('numeral-mixed', '改造厂房«3千5百»平方米', '投入«5百万»元', '服务企业«30几»家'),
  ...clauses('marks-separated', '推广“一张图”«、»“一张表”做法', '修订《望江塔保护规划》«、»《古渡口修缮导则》'),
  ...clauses('digit-full-width', '覆盖村庄«３２»个', '配备«ＬＥＤ»屏幕'),
  ...clauses('mark-doubled', '完善配套«，，»按期交付', '建设观景平台（含栈道«，»）', '惠及«、，»周边群众'),
  ...clauses('sentence-cut', '完善闭环管理«。»的各项制度', '做好宣传动员«。»以及后续管护'),
  ...clauses('word-doubled', '落实管护责任制的«的»各项要求', '加快推进«推进»后续工程', '做到应改尽改«，做到应改尽改»'),
  ...clauses(
    'ellipsis-wrong',
    '带动餐饮、住宿、物流«...»多业态发展',
    '带动餐饮、住宿、物流等«……»业态',
    '带动餐饮、住宿«……»等业态',
  ),
  ...clauses('quote-straight', '深化«"网格连心"»行动', '落实«<<望江塔保护规划>>»', "打造«'十里画廊'»品牌"),
  ...clauses('separator-needless', '统筹餐饮、住宿«、»等行业', '做好宣传、引导«、»以及督促检查'),
  ...clauses('dash-wrong', '打响文旅名片«--»望江灯会', '打响文旅名片«———»望江灯会'),
  ...clauses('mark-nested', '落实《关于印发«《望江塔保护规划》»的通知》', '擦亮«‘望江灯会’»名片'),
  ...clauses('space-in-text', '完善« »配套设施', '新增岗位« »40个', '强化监管，« »压实责任'),
  ...clauses('bracket-unclosed', '配套建设停车场«（»含充电桩', ['配套建设停车场«）»和充电桩', { styles: LINES }]),
  ...clauses(
    'quotation-unclosed',
    '擦亮«“»望江灯会名片',
    '落实«《»望江塔保护规划',
    '擦亮“望江灯会«“»名片',
    '擦亮望江灯会«”»名片',
  ),
  ...clauses('punctuation-half-width', '健全制度«,»加强管护', '统筹资金«;»压实责任', '建设观景台«(»含栈道）'),
  ...clauses(
    'enumeration-gap',
    '一是摸清底数，二是建好台账，«四是»闭环整改',
    '一是摸清底数；二是建好台账；«二是»闭环整改',
  ),
  ...clauses('total-mismatch', '从«四»个方面发力：一是建制度，二是强队伍，三是抓考核'),
  ...clauses('reference-unresolved', '用地保障见«第97项»', '资金按照«第九部分第（二）项»执行'),
  ...clauses(
    'document-number-form',
    '落实临政发«[2025]12号»文件',
    '落实临政发«〔2025〕第12号»文件',
    '落实临政办发«〔25〕8号»文件',
  ),
  ...clauses('document-number-year', '落实临政发〔«2062»〕12号文件'),
  ...clauses(
    'annex-missing',
    ['实施细则«详见附件9»', { styles: ['monthly', 'region', 'county'] }],
    ['名单«见附件»', { styles: ['monthly', 'region', 'county'] }],
  ),
  ...clauses('number-mark-wrong', '具体做法：«首先、»摸清底数；其次，建好台账'),
  ...texts('mark-doubled', '«，»改造望江塔片区'),
  ...texts('sentence-cut', '改造老街和«。»望江塔片区'),
  ...texts('word-doubled', '改造提升望江塔«望江塔»片区', '完成2026年«2026年»河岸绿化'),
  {
    rule: 'text-unclosed',
    how: 'the 。 of a task is gone',
    wishes: { tasks: 14 },
    styles: LINES,
    put(draft, random) {
      const task = anyTask(draft, random);
      task.end = '';
      task.text = `${task.text.slice(0, -1)}${mark(task.text.at(-1)!)}`;
    },
  },
  {
    rule: 'text-unclosed',
    how: 'the 。 before the bracket is gone',
    wishes: { tasks: 14 },
    styles: BRACKETS,
    put(draft, random) {
      const task = anyTask(draft, random);
      task.end = '';
      task.text = `${task.text.slice(0, -1)}${mark(task.text.at(-1)!)}`;
    },
  },
  {
    rule: 'field-unclosed',
    how: 'the 。 of a field line is gone',
    wishes: PLAIN,
    styles: LINES,
    put(draft, random) {
      const field = random.pick(anyTask(draft, random).fields);
      field.close = '';
      field.value = `${field.value.slice(0, -1)}${mark(field.value.at(-1)!)}`;
    },
  },
  {
    rule: 'bracket-unclosed',
    how: 'the bracket of duties is not closed',
    wishes: PLAIN,
    styles: BRACKETS,
    put(draft, random) {
      const task = anyTask(draft, random);
      task.end = `。${mark('（')}${task.fields.map(({ label, value }) => label + value).join('；')}`;
      task.fields = [];
    },
  },
  {
    rule: 'line-cut',
    how: 'a field goes on in the next line',
    wishes: PLAIN,
    styles: LINES,
    put(draft, random) {
      const field = listOf(anyTask(draft, random, hasList));
      const at = field.value.length - 1;
      field.value = `${field.value.slice(0, at)}${mark('\n')}${field.value.slice(at)}`;
    },
  },
  {
    rule: 'line-cut',
    how: 'a label in a bracket goes on in the next line',
    wishes: PLAIN,
    styles: BRACKETS,
    put(draft, random) {
      const field = fieldOf(anyTask(draft, random), 'unit')!;
      field.label = `责任${mark('\n\n')}单位：`;
    },
  },
  {
    rule: 'line-cut',
    how: 'a blank line in a list in a bracket',
    wishes: PLAIN,
    styles: BRACKETS,
    put(draft, random) {
      const field = listOf(anyTask(draft, random, hasList));
      const at = field.value.lastIndexOf('、') + 1;
      field.value = `${field.value.slice(0, at)}${mark('\n\n')}${field.value.slice(at)}`;
    },
  },
  {
    rule: 'mark-doubled',
    how: 'a list in a bracket ends in 、',
    wishes: PLAIN,
    styles: BRACKETS,
    put(draft, random) {
      listOf(anyTask(draft, random, hasList)).value += mark('、');
    },
  },
  {
    rule: 'range-mark-mixed',
    how: 'one range has another mark than the others',
    wishes: PLAIN,
    put(draft, random) {
      const [first, second, third] = random.some(tasksOf(draft), 3);
      first!.text = '新建望江塔步道3～5公里';
      second!.text = '新建灯会展馆2～4座';
      third!.text = `新建古渡口驿站6${mark('-')}8处`;
    },
  },
  {
    rule: 'space-in-text',
    how: 'a blank within the name of a unit',
    wishes: PLAIN,
    styles: LED,
    put(draft, random) {
      const [first, ...others] = random.some(tasksOf(draft), 4);
      for (const task of others) listOf(task).value = `${draft.level}园林绿化中心`;
      listOf(first!).value = `${draft.level}园林${mark(' ')}绿化中心`;
    },
  },
];
