/** Marks and running text, beyond the examples of each rule: near misses, several in one text, habits, fixes, size. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/rules/index.ts';
import { settingsOf } from '../../server/rules/settings.ts';
import { check, findingsIn, fixed } from './support.ts';

const OWN = [
  'marks-separated',
  'separator-needless',
  'digit-full-width',
  'mark-doubled',
  'mark-nested',
  'sentence-cut',
  'word-doubled',
  'ellipsis-wrong',
  'quote-straight',
  'dash-wrong',
  'range-mark-mixed',
  'space-in-text',
  'number-mark-wrong',
  'heading-closed',
  'item-end-wrong',
  'page-leftover',
  'title-mark-unclosed',
  'punctuation-half-width',
  'bracket-unclosed',
  'quotation-unclosed',
];
const own = (text: string) => findingsIn(text).filter(({ rule }) => OWN.includes(rule));

/** What careful drafters write, and what looks like a slip and is none. */
const SOUND = [
  '天天巡、处处查，件件有着落，事事有回音，家家户户受益，人人都参与。',
  '做到研究一个、解决一个，一件一件抓，一项一项清，村村通公交，户户通宽带。',
  '推进“最多跑一次”、证照分离、“一件事一次办”等改革。',
  '按照“政府主导、部门联动”的原则，落实《信访工作条例》《云溪县信访办法（试行）》，完善“1+3+N”体系。',
  '建设县、乡（镇）、村三级网络，实现100%全覆盖，PM2.5平均浓度低于35微克/立方米。',
  '为了了解需求，走访的的确确困难的家庭；达到目的的，予以奖励；参与与否自愿。',
  '完成投资3.5亿元，增长6%～8%，2026—2028年每年新增5～8家。',
  '推进G318改线和T3-2地块出让，采购"Smart Tea"设备，落实O\'Neil项目。',
  '推进教育、医疗、养老……服务均等化。',
  '执行GB/T 15834—2011标准；落实《关于印发〈云溪县水网规划〉的通知》（云政发〔2026〕3号）。',
  '办好两件事：一是修路；二是架桥。做到守土有责、守土负责、守土尽责。',
  '做好在建建筑安全管理，强化农产品产地标志保护，推广应用应用程序，整合信息信息化平台。',
  '做好国家、省、市级各类项目申报，完善市市场监管所、区区级联动机制；县县通高速。',
  '8月底前完成，10:30前报送；比例为3:1，联系电话：0000-1234567转8001。',
  '落实和平路、和谐社区改造，和和气气解决纠纷。及时及早排查，以及及时上报。',
  '做好在在建工地检查，将将军山景区打造为AAAA级景区，把把关环节前移。',
  '公布等级评定结果。的确有困难的另行研究。与此同时，完善台账。和平镇先行先试。以上工作按月调度。',
  '建设“云上云溪”平台——全省首个县级数据中台，改造云溪—白鹭岭公路。',
  '加强农村公路“路长制”管理，新（改）建农村公路100公里；完成第三次（全国）土壤普查。',
  '答好“靠什么富民？”“怎样强县？”两道题！',
  '深化“弘扬‘老区精神’”主题宣讲，办好“茶旅融合 一体发展”论坛。',
  '推动产业、产城融合，县校、校企、企企合作，人人人防。',
  '推广使用App，完善12345热线，做好“双随机、一公开”监管（含2项子任务）。',
  '做好首先响应、其次处置的流程设计，推进第一、第二、第三产业融合，组织第一、二批申报。',
];

describe('sound text', () => {
  it.each(SOUND)('%s', (text) => expect(own(`1.${text}\n牵头单位：县发改委。\n`)).toEqual([]));

  it('in the bracket form, and as a paragraph without a number', () => {
    const texts = SOUND.map((text, index) => `${index + 1}.${text}（责任单位：县发改委、各乡镇）`);
    expect(own(`${texts.join('\n')}\n`).filter(({ rule }) => rule !== 'range-mark-mixed')).toEqual([]);
    expect(own(`${SOUND.join('\n\n')}\n`)).toEqual([]);
  });
});

describe('several in one notice', () => {
  it.each([
    ['word-doubled', '1.加快推进«推进»甲园建设。\n2.完善«完善»制度，打造了«了»品牌，交给县财政局«县财政局»。\n'],
    [
      'word-doubled',
      '1.推进甲园建设。（责任单位：县发改委）\n2.推进乙园建设的«的»配套。（县发改委牵头，县财政局配合）\n',
    ],
    ['mark-doubled', '1.推进甲园建设«，、»完善设施«；。»年内开园。\n2.«，»推进乙园（«，»一期）建设。\n'],
    ['mark-doubled', '1.推进甲园建设。（责任单位：县发改委«，，»县财政局）\n'],
    ['sentence-cut', '1.推进甲园建设«。»以及配套。建设甲园和«。»乙园。\n'],
    ['ellipsis-wrong', '1.发展茶叶«...»油茶«。。。»毛竹«…»以及竹笋等«……»产业。\n'],
    ['quote-straight', '1.深化«"一网通办"»、证照分离和“一件事一次办«"»改革。\n'],
    ['mark-nested', '1.落实《关于贯彻«《水网规划》»的通知》，深化«‘一网通办’»改革，开展“学«“雷锋”»”活动。\n'],
    [
      'separator-needless',
      '1.推进农业、工业«、»和服务业发展。（责任单位：县发改委、县财政局«、»等单位）\n2.改造甲镇、和丰镇道路，做好分级、等级评定。\n',
    ],
    ['dash-wrong', '1.打造名片«--»开茶节，建设园区«－－»甲园。\n'],
    ['marks-separated', '1.深化“甲”«、»“乙”、“丙”改革，落实《甲法》«、»《乙法》。\n'],
    ['digit-full-width', '1.新建泵站«１２»座，增长«６．５»%，推广«Ａ»级标准。\n'],
    ['space-in-text', '1.推进« »甲园建设，新建泵站« »12座，县« »财政局负责。\n'],
    ['number-mark-wrong', '«①、»推进甲园建设。\n②、推进乙园建设。\n'],
    ['number-mark-wrong', '«（1）.»推进甲园建设。\n（2）.推进乙园建设。\n'],
    ['number-mark-wrong', '1.推进甲园建设。\n2.推进乙园建设。\n3、推进丙园建设。\n'],
    ['bracket-unclosed', '1.推进甲园（一期«〕»建设。\n2.完善【二期«）»设施。\n'],
    ['item-end-wrong', '1.修路。\n2.架桥«；»\n3.绿化。\n4.亮化。\n（1）增设路灯；\n（2）更换灯具。\n'],
    [
      'heading-closed',
      '一、建园\n1.修路。\n二、招商«。»\n2.办展。\n三、富民\n就业。\n牵头单位：县人社局。\n四、稳岗\n3.培训。\n',
    ],
    ['quote-straight', '1.落实«<<甲办法>>»和«<乙规划>»，数值<5且>3。\n'],
    ['space-in-text', '1.增长6« »%。（责任单位：县住房« »城乡建设局）\n2.修路。（责任单位：县住房城乡建设局）\n'],
    ['space-in-text', '（一）推进« »甲园建设\n1.修路。（县发改委牵头，2026年« »6月底前完成）\n'],
    ['word-doubled', '1.推进甲园建设«，推进甲园建设»。\n2.各部门要«要»重视，这是主要要求，列入会议纪要要点。\n'],
    ['mark-doubled', '1.推进甲园建设«， ，»完善设施。\n2.修路。（责任单位«：，»县交通局）\n'],
    ['title-mark-unclosed', '云溪县人民政府关于印发“«《»茶产业”规划的通知\n\n各乡镇人民政府：\n\n1.建园。\n'],
    ['quotation-unclosed', '1.开展“清水行动«“»和«”»绿岸行动”。\n'],
    ['quotation-unclosed', '1.开展“弘扬“老区精神”主题宣讲”活动。\n'],
  ])('%s: %s', (rule, text) => check(rule, text));
});

describe('a habit is said once', () => {
  const lines = (line: (n: number) => string, most = 12) =>
    Array.from({ length: most }, (_, index) => `${index + 1}.${line(index + 1)}\n`).join('');
  it.each([
    ['digit-full-width', lines(() => '新建泵站１２座。')],
    ['space-in-text', lines(() => '新建泵站 12 座。')],
    ['quote-straight', lines(() => '深化"一网通办"改革。')],
    ['dash-wrong', lines(() => '打造名片--开茶节。')],
    ['marks-separated', lines(() => '深化“甲”、“乙”改革。')],
    ['number-mark-wrong', lines(() => '推进甲园建设。').replace(/\./g, '、')],
    ['punctuation-half-width', lines(() => '推进甲园建设,完善设施;年内开园。')],
    ['punctuation-half-width', lines((n) => (n > 4 ? '推进甲园（一期）建设。' : '推进甲园(一期)建设。'))],
    ['heading-closed', '一、建园。\n1.修路。\n2.架桥。\n二、招商。\n3.办展。\n三、富民。\n4.就业。\n'],
    ['item-end-wrong', '（1）检修泵站；\n（2）清淤河道。新建预警点；\n（3）储备物资；\n（4）开展演练；\n'],
  ])('%s', (rule, text) => {
    const found = findingsIn(text).filter((finding) => finding.rule === rule);
    expect(found).toHaveLength(1);
    const [fix] = found[0]!.fixes;
    expect(findingsIn(fixed(text, fix!)).filter((finding) => finding.rule === rule)).toEqual([]);
  });
});

describe('page-leftover', () => {
  it('takes lines that stand together as one place', () =>
    check(
      'page-leftover',
      '«首页 > 政务公开\n发布时间：2026-02-10 来源：县政府办 浏览次数：12\n\n【打印】【关闭】»\n\n云溪县人民政府关于做好春耕工作的通知\n\n各乡镇人民政府：\n\n1.备足种子化肥。\n\n«第 2 页 共 3 页»\n\n2.检修泵站。\n\n附件：1.任务分解表.docx\n\n«责任编辑：辛桐»\n',
    ));
  it('leaves what a notice says alone', () =>
    check(
      'page-leftover',
      '一、打印、复印服务\n1.推进自助打印。\n（1）分享经验。\n关闭小煤窑3处。\n来源可查、去向可追。\n联系人：辛桐　电话：0000-1234567\n（此件公开发布）\n'.replace(
        '　电话',
        '，电话',
      ),
    ));
});

describe('item-end-wrong', () => {
  it.each([
    '1.检修泵站；\n2.清淤河道。\n',
    '1.检修泵站。新建预警点；\n牵头单位：县水利局。\n'.replace('；\n', '。\n'),
    '（1）落实“会商一次。研判一次”制度；\n（2）清淤河道。\n'.replace('一次。研判', '一次、研判'),
    '一、建园\n1.检修泵站；\n（1）一站；\n（2）二站。\n2.清淤河道。\n',
  ])('%s', (text) => check('item-end-wrong', text));
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    ...'“”‘’《》〈〉（）()〔〕"，。；：、,;:.…—-～ 　\n的了和与在等甲园推进建设６5一1',
    '推进推进',
    '……',
    '1.',
    '（一）',
    '一、',
    '首先、',
    '责任单位：县发改委',
    '— 3 —\n',
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('findings and edits are in the text, in order, and a safe fix mends without end', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { range, fixes } of own(text)) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(text.length);
          for (const { edits } of fixes) {
            let end = -1;
            for (const edit of edits) {
              expect(edit.range.start).toBeGreaterThanOrEqual(end);
              expect(edit.range.end).toBeLessThanOrEqual(text.length);
              end = edit.range.end;
            }
          }
        }
        let now = text;
        for (let round = 0; ; round++) {
          const fix = own(now)
            .flatMap(({ fixes }) => fixes)
            .find(({ safe }) => safe);
          if (!fix) break;
          now = fixed(now, fix);
          expect(round).toBeLessThan(200);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a part that is large is read once', () => {
    const hostile = ['“', '”', '（', '(', '的', '推进', '。', '…', '"', ' 5 ', '1、', '”、“', '《', '-5-', '， '];
    for (const each of hostile) expect(() => findingsIn(`1.${each.repeat(20_000)}\n`)).not.toThrow();
  }, 60_000);

  it('says no more than a hint of a notice that is out already', () => {
    const published = settingsOf('published');
    for (const rule of RULES) if (OWN.includes(rule.id)) expect(['off', 'info']).toContain(published.severityOf(rule));
  });
});
