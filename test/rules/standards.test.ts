/** The form of an official document, and numbers and dates in its text. */
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../server/rules/settings.ts';
import { check, findingsIn, unmarked } from './support.ts';

const TASK = '1.推进甲园建设。\n责任单位：县发改委。\n';
const task = (text: string): string => `1.${text}\n责任单位：县发改委。\n`;

/** A letter, with what is given in place of what is right. */
function letter({
  title = '云溪县人民政府关于印发2026年重点任务分解的通知',
  number = '云政发〔2026〕3号',
  recipients = '各乡镇人民政府，县直有关单位：',
  body = '现将重点任务分解印发给你们，请认真抓好落实。',
  note = '',
  signature = '云溪县人民政府\n2026年2月10日',
  rest = TASK,
}: Partial<Record<'title' | 'number' | 'recipients' | 'body' | 'note' | 'signature' | 'rest', string>> = {}): string {
  return `${[title, number, recipients, body, note, signature, rest].filter(Boolean).join('\n\n')}`;
}

it('says nothing of a letter as it should be', () => {
  expect(findingsIn(letter())).toEqual([]);
  expect(findingsIn(letter({ note: '附件：1.任务清单\n2.考核办法' }))).toEqual([]);
});

describe('date-impossible', () => {
  it.each([
    task('于«2月30日»前完成，«2026年4月31日»前验收，11月30日前总结。'),
    task('于«2026年2月29日»前完成，2028年2月29日前验收。'),
    task('于«2月28日至31日»集中整治，4月28日至30日验收。'),
    task('«九月三十一日»前完成。'),
    task('«2026年0月»底前完成，«13月»底前验收。'),
    task('于«2026-02-30»前完成，升级至V2026.13.1版。'),
    '1.推进甲园建设。（责任单位：县发改委；完成时限：«9月31日»前）\n',
    '1.推进甲园建设。\n责任单位：县发改委\n完成时限：«2026年6月31日»前\n',
    '1.推进甲园建设，«6月31日»前开园。由县发改委牵头。\n',
    task('改造11月32号楼，组织24月龄儿童体检，满13月的发放补助。'),
    task('农历二月三十日办好庙会，第13月起减半收取。'),
  ])('%s', (text) => check('date-impossible', text));

  it('finds the day of the signature', () =>
    check('date-impossible', letter({ signature: '云溪县人民政府\n«2026年2月30日»' })));
});

describe('date-malformed', () => {
  it.each([
    task('于«5月10»前完成，«2026年6月1»起运行。'),
    task('自«2026.5.1»起，至«2026/10/1»止。'),
    task('会期为«2026-5-1日»上午。'),
    task('«2026年05月»底前完成，«06月01日»前开工。'),
    task('于5月10家企业入园，2026年5月15前后天气转暖，增长0.05月度点。'),
    task('编号JN-2026-05-01，网址a.b/2026/5/1，比分2026.5。'),
  ])('%s', (text) => check('date-malformed', text));

  it('is a hint for dashes in running text, a warning where the notice is dated', () => {
    const [inText] = findingsIn(task('自2026-5-1起施行。'));
    expect(inText).toMatchObject({ rule: 'date-malformed', severity: 'info' });
    const [signed] = findingsIn(letter({ signature: '云溪县人民政府\n2026-02-10' }));
    expect(signed).toMatchObject({ rule: 'date-malformed', severity: 'warning' });
  });

  it('is all that is said of a date without 日 under the signature', () =>
    expect(findingsIn(letter({ signature: '云溪县人民政府\n2026年2月10' })).map(({ rule }) => rule)).toEqual([
      'date-malformed',
    ]));
});

describe('date-mixed, zero-wrong, year-shortened, date-in-han', () => {
  it.each([
    ['date-mixed', task('«二〇二六年9月»底前完成，«9月三十日»前验收，九月三十日总结。')],
    ['date-mixed', task('2026年一季度开工，十月怀胎，二十月龄不计。')],
    ['zero-wrong', task('编制«二○二六年»和«二0二七年»计划，回顾一九九〇年以来的工作。')],
    ['zero-wrong', task('零基础起步，一零一中学建成一年，二零售后服务年。')],
    ['year-shortened', task('«25年»底收官，«’26年»开局，«26年»一季度开工。')],
    ['year-shortened', task('近10年底数清楚，2026年底前完成，历时15年5月竣工，30年底薪不变。')],
    ['date-in-han', letter({ signature: '云溪县人民政府　　«二〇二六年二月十日»' })],
  ])('%s: %s', (rule, text) => check(rule, text));
});

describe('range-unclear, approximate-number, numeral-mixed', () => {
  it.each([
    ['range-unclear', task('增长«6～8%»，补助«3-5万»元，投资«1.5—2亿»元。')],
    ['range-unclear', task('2026-2028年增长6%，电话0550-5%，3-5月完成，5～8家，9-5万不通。')],
    ['approximate-number', task('压缩«三、五»天，培育«七、八»家，聘请十«二、三»人。')],
    [
      'approximate-number',
      task('第一、二季度开工，前三、四个月完成，发展二、三产业，建好一、二期工程，一、二、三个专题。'),
    ],
    ['approximate-number', task('培育«约10家左右»，带动«约3000余»人，达到«不低于80%以上»，«至少三次以上»。')],
    ['approximate-number', task('新增«近300余»人，修路«20余公里左右»，罚款«不超过5万元以下»。')],
    [
      'approximate-number',
      task(
        '节约10万元以上，预约20人左右，附近10余个小区，不超过5家，每周至少两次以上门走访，至少2家省级以上平台，近10余年。',
      ),
    ],
    ['numeral-mixed', task('建房«3千5百»套，投入«5百万»元，走访«10几»家，受益«2千»余人。')],
    ['numeral-mixed', task('架线5千米，装机10千瓦，3百分点，投入5000万元、1.2亿元，2026百日攻坚，第2百货大楼。')],
  ])('%s: %s', (rule, text) => check(rule, text));
});

describe('document-number-form', () => {
  it.each([
    task('落实云政发«（2026）3号»、云政办发«【2026】5号»文件。'),
    task('落实《通知》（国发«〔2026〕 第 3 号»）。'),
    task('落实国发«〔2026〕3»文件，执行国办发〔2026〕3、5号文件。'),
    task('改造云溪小区（2026）3号楼，执行（2026）云01民终3号判决，字号待定（云政发〔2026〕号）。'),
    letter({ number: '云政发«[2026]03号»' }),
  ])('%s', (text) => check('document-number-form', text));
});

describe('document-number-year', () => {
  it('takes the turn of the year for what it is', () => {
    check('document-number-year', letter({ number: '云政发〔2025〕93号', signature: '云溪县人民政府\n2026年1月4日' }));
    check(
      'document-number-year',
      letter({ number: '云政发〔«2025»〕93号', signature: '云溪县人民政府\n2026年4月4日' }),
    );
  });
  it('leaves a notice without a date alone', () => check('document-number-year', task('落实云政发〔2062〕3号文件。')));
});

describe('title-form', () => {
  it.each([
    letter({ title: '«云溪县人民政府做好2026年重点任务的通知»' }),
    letter({ title: '云溪县人民政府关于做好2026年重点«任务»' }),
    letter({ title: '云溪县人民政府关于印发2026年重点任务分解«通知»' }),
    letter({ title: '云溪县人民政府关于做好春耕«，»备耕工作的通知' }),
    letter({ title: '云溪县人民政府关于印发《重点任务（责任，时限）分解》的通知' }),
    letter({ title: '«云溪县人民政府\n印发2026年重点任务分解的通知»' }),
    letter({ title: '云溪县人民政府关于印发\n《2026年重点任务分解方«案》»' }),
    letter({ title: '云溪县人民政府关于印发2026年重点任务分解«方案»' }),
    letter({ title: '云溪县人民政府关于印发\n2026年重点任务分解«的的»通知' }),
    letter({ title: '云溪县人民政府关于加快茶产业发展的若干措施' }),
    letter({ title: '云溪县人民政府关于加强春耕工作的紧急通知' }),
    letter({ title: '云溪县人民政府关于加强春耕工作的实施意见' }),
    letter({ title: '会议通知' }),
    '云溪县2026年重点任务\n\n1.建园。\n责任单位：县发改委。\n',
  ])('%s', (text) => check('title-form', text));
});

describe('title-issuer-missing', () => {
  it('is a hint until the notice is issued', () => {
    const text = letter({ title: '关于印发2026年重点任务分解的通知' });
    expect(findingsIn(text).map(({ rule, severity }) => [rule, severity])).toEqual([['title-issuer-missing', 'info']]);
    expect(findingsIn(text, undefined, settingsOf('published'))).toEqual([]);
    const found = findingsIn(text, undefined, settingsOf('strict'));
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['title-issuer-missing', 'warning']]);
    expect(found[0]!.fixes[0]!.edits[0]!.text).toBe('云溪县人民政府');
  });
});

describe('recipients-unclosed', () => {
  it.each([
    letter({ recipients: '各乡镇人民政府，县直有关单位«；»' }),
    letter({ recipients: '各乡镇人民政府，县政府各部门、各直属机«构»' }),
    letter({ recipients: '各乡镇人民政府，县直有关单位«:»' }),
    letter({ recipients: '各有关单«位»' }),
    letter({ recipients: '各乡镇人民政府，县政府各部门、各直属机构，驻县各有关单«位»' }).replace('位»\n\n', '位»\n'),
    letter({ recipients: '县政府同意《2026年重点任务分解》。' }),
    letter({ recipients: '云溪县人民政府' }),
    letter({ recipients: '' }),
  ])('%s', (text) => check('recipients-unclosed', text));

  it('leaves a page alone that is half-width throughout', () =>
    check(
      'recipients-unclosed',
      letter({ recipients: '各乡镇人民政府,县直有关单位:', rest: TASK.replaceAll('：', ':') }),
    ));
});

describe('the signature', () => {
  it.each([
    ['signature-missing', letter({ signature: '', body: '现将重点任务分解印发给你们«。»' })],
    ['signature-missing', letter({ signature: '«2026年2月10日»' })],
    [
      'signature-missing',
      letter({
        signature: '',
        body: '现将重点任务明确如下：',
        rest: task('推进甲园建设。').replace('改委。', '改委«。»'),
      }),
    ],
    ['signature-missing', letter({ signature: '', number: '' })],
    ['signature-missing', letter({ signature: '云溪县大数据中心\n2026年2月10日' })],
    ['signature-missing', letter({ signature: '云溪县人民政府\n\n（此件公开发布）\n\n2026年2月10日' })],
    ['signature-missing', letter({ signature: '（代章）\n云溪县人民政府　2026年2月10日' })],
    ['date-missing', letter({ signature: '«云溪县人民政府»' })],
    ['date-missing', letter({ signature: '云溪县人民政府\n2026年×月×日' })],
    ['signature-differs', letter({ signature: '«云溪县水利局»\n2026年2月10日' })],
    ['signature-differs', letter({ signature: '«云溪县人民政府办公室»　2026年2月10日' })],
    ['signature-differs', letter({ signature: '云溪县政府\n2026年2月10日' })],
    ['signature-differs', letter({ signature: '云溪县人民政府\n云溪县水利局\n2026年2月10日' })],
  ])('%s: %s', (rule, text) => check(rule, text));

  it('is nothing that a list of tasks or an annex alone has', () => {
    expect(findingsIn(TASK)).toEqual([]);
    expect(findingsIn(`附件\n\n2026年重点任务分解表\n\n${TASK}`)).toEqual([]);
  });
});

describe('annex-note-mismatch', () => {
  const annexes = (...titles: string[]): string =>
    titles.map((title, at) => `附件${titles.length > 1 ? at + 1 : ''}\n\n${title}\n\n${TASK}`).join('\n');
  it.each([
    letter({ note: '附件：«任务表»', rest: annexes('任务清单') }),
    letter({ note: '附件：任务清单«；»', rest: annexes('任务清单') }),
    letter({ note: '附件：1.«考核办法»\n2.«任务清单»', rest: annexes('任务清单', '考核办法') }),
    letter({ note: '附件：1.任务清单\n2.考核办法\n3.«联络表»', rest: annexes('任务清单', '考核办法') }),
    letter({ note: '附件：1.任务清单　2.«办法»', rest: annexes('任务清单', '考核办法') }),
    letter({ note: '附件：《任务清单》', rest: annexes('任务\n\n清单') }),
    letter({ note: '附件：1.任务清单\n2.考核办法（另发）', rest: annexes('任务清单').replace('附件', '附件1') }),
    letter({ note: '附件：1.任务清单.docx\n2.考核办法.docx' }),
    letter({ rest: annexes('任务清单') }),
  ])('%s', (text) => check('annex-note-mismatch', text));

  it('says that an annex is not in the note', () =>
    check(
      'annex-note-mismatch',
      letter({ note: '附件：1.任务清单\n2.考核办法', rest: annexes('任务清单', '考核办法', '联络表') }).replace(
        '附件3',
        '«附件3»',
      ),
    ));
});

describe('annex-number-wrong, copies-unclosed', () => {
  it.each([
    ['annex-number-wrong', `${TASK}\n附件2\n\n任务清单\n\n附件«1»\n\n考核办法\n`],
    ['annex-number-wrong', `${TASK}\n附件：\n\n任务清单\n`],
    ['copies-unclosed', `${TASK}\n抄送：县委办公室，县人大常委会办公室«，»\n`],
    ['copies-unclosed', `${TASK}\n抄送：县委办公室，县人大常委会办公室\n\n县政协办公室。\n`],
  ])('%s: %s', (rule, text) => check(rule, text));
});

describe('level-order-wrong', () => {
  it.each([
    '一、产业\n1.甲园\n（1）修路\n（2）架桥\n2.乙园\n（1）征地\n二、民生\n（1）教育\n«1.»建校\n（2）健康\n1.建院\n',
    '一、产业\n（一）甲园\n1.修路\n（二）乙园\n1.征地\n二、民生\n1.教育\n«（一）»建校\n（二）聘师\n2.健康\n（一）建院\n三、生态\n（一）治水\n',
    '一、产业\n（1）甲园\n1.修路\n2.架桥\n（2）乙园\n1.征地\n',
    '一、产业\n1.甲园\n1)修路\n（1）征地\n（2）平整\n2)架桥\n（1）备料\n',
  ])('%s', (text) => {
    check('level-order-wrong', text);
    const found = findingsIn(unmarked(text).text);
    expect(found.filter(({ rule }) => rule.startsWith('numbering-'))).toEqual([]);
  });
});

describe('total-mismatch', () => {
  const section = (number: string, name: string, first: number): string =>
    `${number}、${name}\n${[0, 1].map((at) => `${first + at}.建设第${first + at}园。\n责任单位：县发改委。\n`).join('')}`;
  const plan = section('一', '产业', 1) + section('二', '民生', 3);
  it.each([
    `共分解为两个方面«5»项。\n\n${plan}`,
    `共分解为两个方面4项。\n\n${plan}`,
    `从«3»个方面提出4条措施。\n\n${plan}`,
    plan.replace('产业', '产业（共«3»项）'),
    plan.replace('产业', '产业（共2项）'),
    `现提出以下«四»点要求：\n\n一、提高认识。\n\n二、加强督查。\n\n三、严肃纪律。\n`,
    `有关事项通知如下：\n\n一、提高认识。\n\n二、加强督查。\n`,
    `提出«两»点要求如下：\n\n1.提高认识。\n2.加强督查。\n3.严肃纪律。\n`,
    task('抓好以下«2»项工作：').replace('责任单位：县发改委。\n', '（1）修路。\n（2）架桥。\n（3）通车。\n'),
    task('聚焦«三»个环节，一是修路，二是架桥。'),
    task('聚焦三个环节。一是修路；二是架桥，做到两个方面兼顾；三是通车。'),
    task('聚焦三个环节，一是修路。'),
  ])('%s', (text) => check('total-mismatch', text));
});

describe('enumeration-gap', () => {
  it.each([
    task('一要修路，二要架桥，«四要»通车。'),
    '强化保障。\n\n一是修路。\n\n«三是»架桥。\n',
    '一是修路。二是架桥。\n\n一是建园。二是招商。\n',
    task('一是修路，抓好两件事：一要快，二要好；二是架桥，一要稳；三是通车。'),
    task('坚持一是一、二是二，把握三要素，统一要求。'),
    '二是架桥。\n\n三是通车。\n',
  ])('%s', (text) => check('enumeration-gap', text));
});

describe('many at once', () => {
  const COUNT = 2000;
  const many = (line: string): string =>
    Array.from({ length: COUNT }, (_, at) => `${at + 1}.${line}\n责任单位：县发改委。\n`).join('');
  it.each([
    ['date-impossible', '于9月31日前开园。'],
    ['numeral-mixed', '建房3千5百套。'],
    ['enumeration-gap', '一是修路，三是架桥。'],
    ['total-mismatch', '聚焦三个环节，一是修路，二是架桥。'],
    ['document-number-form', '落实云政发[2026]3号文件。'],
  ])('%s is found in each task', (rule, line) =>
    expect(findingsIn(many(line)).filter((finding) => finding.rule === rule)).toHaveLength(COUNT),
  );
});
