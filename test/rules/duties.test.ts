/**
 * Who answers for a task, beyond its examples: near misses, brackets, prose, several in a task, long notices.
 * Long, for it is a list of cases, most of them small and none like another.
 */
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { RULES } from '../../server/rules/index.ts';
import { RECOMMENDED } from '../../server/rules/settings.ts';
import { check, findingsIn, settingsFor } from './support.ts';

/** Tasks one after the other, each with its fields in a bracket. */
function tasks(...brackets: string[]): string {
  return brackets.map((bracket, i) => `${i + 1}.推进第${i + 1}项工程建设。（${bracket}）\n`).join('');
}

function lines(...fields: string[]): string {
  return fields.map((field, i) => `${i + 1}.推进第${i + 1}项工程建设。\n${field}\n`).join('');
}

const REGISTRY = `地区：临澜市（市）

地区：云溪县（县）
隶属：临澜市

单位：云溪县发展和改革委员会
简称：县发改委

单位：云溪县财政局
简称：县财政局
挂牌：县国资办

单位：云溪县商务局
简称：县商务局

单位：云溪县住房和城乡建设局
简称：县住建局

单位：新河镇
隶属：云溪县

单位：柏溪乡
隶属：云溪县

单位组：各乡镇
成员：新河镇、柏溪乡

单位组：县水网建设领导小组
成员：县发改委、县财政局

单位组：县直相关单位
成员：县发改委、县财政局

领导：林知远
职务：副县长
分管：县发改委、县水网建设领导小组

领导：沈嘉禾
职务：副县长
分管：县商务局、县住建局

领导：戚如蓝
职务：县委书记
分管：县财政局

领导：岑柏
职务：副县长
撤销：2025年12月31日
`;

const HEAD =
  '云溪县人民政府关于印发重点工作的通知\n\n各乡镇人民政府：\n\n现将重点工作印发给你们。\n\n云溪县人民政府\n\n2026年2月10日\n\n';

const ANNEX = '\n附件\n\n县水网建设领导小组成员单位名单\n\n县发改委、县财政局。\n';

describe('unit-covered', () => {
  it('finds each unit that a group takes in, in brackets and in prose', () => {
    check('unit-covered', tasks('责任单位：县财政局、各乡镇、«新河镇»、«柏溪乡人民政府»'));
    check('unit-covered', tasks('县财政局牵头，各镇街、«新河镇»、«城关街道办事处»、柏溪乡配合'));
    check('unit-covered', tasks('责任单位：县财政局、«新河镇»、各乡镇（街道）、«城关街道»'));
    check('unit-covered', tasks('配合单位：县直各单位、«县财政局»、县税务局、县委宣传部、县公安局交警大队'));
    check('unit-covered', tasks('责任单位：市水利局、各县区人民政府、«云溪县人民政府»、«青岚区»、高新区'));
    check(
      'unit-covered',
      tasks('责任单位：市水利局、各县（市、区）人民政府、«云溪县»、«青岚区人民政府»、市经开区管委会'),
    );
    check('unit-covered', tasks('责任单位：县水利局、各乡镇人民政府（街道办事处）、«新河镇»、各乡镇（含农场）'));
  });
  it('leaves a unit alone that stands out, or that the group may not hold', () => {
    check('unit-covered', tasks('责任单位：新河镇、各乡镇'));
    check('unit-covered', tasks('责任单位：县财政局、县商务局、县直各单位'));
    check('unit-covered', tasks('牵头单位：县财政局；配合单位：县直各单位'));
    check('unit-covered', tasks('配合单位：县直有关部门、县财政局'));
    check('unit-covered', tasks('配合单位：各产茶乡镇、新河镇'));
    check('unit-covered', tasks('配合单位：各镇、柏溪乡、城关街道'));
    check('unit-covered', tasks('配合单位：各乡镇、县开发区管委会、新河镇中心卫生院'));
    check('unit-covered', tasks('配合单位：市直各部门、县财政局'));
    check('unit-covered', tasks('配合单位：其他乡镇、新河镇'));
  });
  it('knows members by the registry and by the annex', () => {
    check('unit-covered', tasks('配合单位：县水网建设领导小组成员单位、«云溪县财政局»、县商务局'), REGISTRY);
    check('unit-covered', tasks('配合单位：县直相关单位、县财政局'), REGISTRY);
    check('unit-covered', `${tasks('配合单位：县水网建设领导小组成员单位（见附件）、«县财政局»、县商务局')}${ANNEX}`);
    check(
      'unit-covered',
      `${tasks('配合单位：县水网建设领导小组成员单位（见附件）、«云溪县财政局»')}${ANNEX}`,
      REGISTRY,
    );
    check('unit-covered', `${tasks('配合单位：县招商专班成员单位、县财政局')}${ANNEX}`);
  });
});

describe('unit-level-wrong', () => {
  const own = ['责任单位：县发改委', '责任单位：县财政局', '责任单位：县商务局', '责任单位：县水利局'];
  it('finds units of a place beside', () =>
    check('unit-level-wrong', tasks(...own, '牵头单位：«区»财政局；配合单位：县公安局')));
  it('leaves units above and of the 自治区 alone, and a notice that speaks of both', () => {
    check('unit-level-wrong', tasks(...own, '责任单位：市公路局、省水利厅、区林业厅、区域协作中心'));
    check('unit-level-wrong', tasks(...own, '责任单位：区财政局', '责任单位：区水利局', '责任单位：区商务局'));
  });
  it('finds one of another level whose like is usual here', () => {
    check('unit-level-wrong', tasks(...own, ...own, ...own, '责任单位：县水利局、«市»财政局'));
    check('unit-level-wrong', tasks(...own, ...own, '责任单位：县水利局、市公路局'));
    check('unit-level-wrong', tasks(...own, '责任单位：市财政局、市水利局'));
  });
  it('goes by the issuer', () =>
    check('unit-level-wrong', `${HEAD.replaceAll('云溪县', '青岚区')}${tasks(...own, '责任单位：区财政局')}`));
  it('finds with a registry what it knows under the own level alone', () => {
    check('unit-level-wrong', tasks(...own, '责任单位：«市»住建局、新河镇'), REGISTRY);
    check('unit-unknown', tasks('责任单位：县发改委、市住建局、县财政局', '责任单位：县商务局、县住建局'), REGISTRY);
    check('unit-level-wrong', tasks(...own, '责任单位：市住建局'), `${REGISTRY}\n单位：市公路局\n`);
  });
});

describe('leaders', () => {
  it('finds one whom the registry does not know, with or without a title', () => {
    check('leader-unknown', lines('分管领导：副县长«林志远»\n牵头单位：县发改委'), REGISTRY);
    check('leader-unknown', lines('分管领导：林　知远、«苗青»同志\n牵头单位：县发改委'), REGISTRY);
    check('leader-unknown', tasks('分管领导：«沈嘉和»；牵头单位：县商务局'), REGISTRY);
  });
  it('finds one who has left', () =>
    check('leader-unknown', `${HEAD}${lines('分管领导：«岑柏»\n牵头单位：县发改委')}`, REGISTRY));
  it('takes no office for a person', () =>
    check(
      'leader-unknown',
      lines('分管领导：县政府分管领导', '分管领导：分管副县长', '牵头领导：各乡镇主要负责人', '牵头领导：县委书记'),
      REGISTRY,
    ));
  it('finds a leader who is not in charge of the lead unit', () => {
    check('leader-outside-portfolio', lines('牵头领导：«林知远»。\n牵头单位：县商务局。'), REGISTRY);
    check('leader-outside-portfolio', tasks('牵头领导：«副县长沈嘉禾»；牵头单位：县发改委'), REGISTRY);
  });
  it('leaves one alone who is in charge of one of several, of all, or of the project', () => {
    check('leader-outside-portfolio', lines('牵头领导：林知远\n牵头单位：县商务局、县发改委'), REGISTRY);
    check('leader-outside-portfolio', lines('牵头领导：戚如蓝\n牵头单位：县商务局'), REGISTRY);
    check('leader-outside-portfolio', lines('挂钩领导：林知远\n牵头单位：县商务局'), REGISTRY);
    check('leader-outside-portfolio', lines('牵头领导：林知远、沈嘉禾\n牵头单位：县商务局'), REGISTRY);
    check('leader-outside-portfolio', lines('牵头领导：林知远\n牵头单位：新河镇'), REGISTRY);
    check('leader-outside-portfolio', lines('牵头领导：林知远\n配合单位：县商务局'), REGISTRY);
  });
  const often = ['牵头领导：林知远', '牵头领导：副县长林知远', '牵头领导：林知远、沈嘉禾'];
  it('finds a name with a character that sounds alike, or two in each other’s place', () => {
    check('leader-variant', lines(...often, '牵头领导：«林之远»'));
    check('leader-variant', lines(...often, '牵头领导：«林远知»、沈嘉禾'));
  });
  it('keeps two leaders apart', () => {
    check('leader-variant', lines(...often, '牵头领导：林志国', '牵头领导：林远'));
    check('leader-variant', lines(...often, '牵头领导：林之远', '牵头领导：林之远', '牵头领导：林之远'));
    check('leader-variant', lines(...often.map((field) => field.replace('林知远', '李军')), '牵头领导：李俊'));
  });
});

describe('等', () => {
  it('leaves open who leads', () => {
    check(
      'etc-needless',
      tasks('牵头单位：县发改委、县财政局«等»；配合单位：县商务局等'.replace('商务局等', '商务局、县水利局等')),
    );
    check('etc-needless', tasks('县发改委、县财政局«等单位»牵头，县商务局等部门配合'));
    check('etc-needless', tasks('牵头单位：县发改委、县财政局«等3个部门»'));
  });
  it('stands after one name', () => {
    check('etc-needless', tasks('责任单位：县财政局«等»', '责任单位：县商务局'));
    check('etc-needless', tasks('责任单位：县财政局等，各乡镇', '责任单位：县商务局'));
    check('etc-needless', tasks('责任单位：县财政局«等»', '责任单位：县商务局«等»', '责任单位：县水利局、县财政局等'));
  });
  it('states how many towns there are, whatever the last one ends in', () => {
    check('etc-count-wrong', tasks('责任单位：新河镇、柏溪镇、松风镇等«2»个镇'));
    check('etc-count-wrong', tasks('责任单位：新河、柏溪等9个镇'));
    check('etc-needless', tasks('牵头单位：新河镇、柏溪镇等2个镇'));
    const [notice] = [readNotice(tasks('责任单位：新河、柏溪等两个村'))];
    expect(notice!.tasks[0]!.duty.units.map(({ base, etc }) => [base, etc])).toEqual([
      ['新河', undefined],
      ['柏溪', '等两个村'],
    ]);
  });
  it('states a number that is too small', () => {
    check('etc-count-wrong', tasks('责任单位：县财政局、县商务局、县水利局等«2»个部门'));
    check('etc-count-wrong', tasks('县发改委牵头，县财政局、县商务局、县水利局等«两»个部门配合'));
    check('etc-count-wrong', tasks('责任单位：县财政局、县商务局，县水利局、县公安局等2个部门'));
    check('etc-count-wrong', tasks('责任单位：各乡镇、县商务局、县公安局等2个部门'));
    check('etc-count-wrong', tasks('责任单位：县财政局、县商务局等10个部门'));
  });
});

describe('lists', () => {
  it('finds two units without a mark between them, where both are known', () => {
    check('list-unseparated', tasks('责任单位：县财政«局县»商务局', '责任单位：县财政局、县商务局'));
    check('list-unseparated', tasks('责任单位：县发改«委县»商务局', '责任单位：县财政局'));
    check(
      'list-unseparated',
      tasks('责任单位：市自然资源局市北分局、县公安局县城派出所、县纪委县监委', '责任单位：县财政局'),
    );
    check('list-unseparated', tasks('责任单位：县财政«局县»商务局、新河镇'), REGISTRY);
    check('list-unseparated', tasks('责任单位：县公安局县城派出所、县委县政府督查室', '责任单位：县公安局'));
  });
  it('mends without asking only where no unit would stand there twice', () => {
    const safe = (text: string) =>
      findingsIn(text).flatMap(({ rule, fixes }) => (rule === 'list-unseparated' ? fixes.map((fix) => fix.safe) : []));
    expect(safe(tasks('责任单位：县财政局县商务局'))).toEqual([true]);
    expect(safe(tasks('牵头单位：县财政局；配合单位：县财政局县商务局'))).toEqual([false]);
  });
  it('finds a blank among marks', () => {
    check('list-unseparated', tasks('责任单位：县财政局、县商务局«　»县水利局'));
    check('list-unseparated', tasks('责任单位：县财政局 县商务局 县水利局'));
  });
  it('finds a list that ends in a mark at the end of its line alone', () => {
    check('list-unfinished', lines('牵头单位：县财政局，配合单位：县商务局«、»'));
    check('list-unfinished', lines('牵头单位：县财政局、\n县商务局'));
    check('list-unfinished', tasks('牵头单位：县财政局、县商务局；配合单位：县公安局'));
  });
});

describe('aliases', () => {
  const full = '云溪高新技术产业开发区管委会';
  it('are defined before they are used', () => {
    check(
      'alias-undefined',
      tasks('责任单位：县财政局', '牵头单位：«高新区管委会»', `责任单位：${full}（以下简称“高新区管委会”）`),
    );
    check('alias-undefined', `建设${full}（以下简称高新区管委会）。\n${tasks('责任单位：高新区管委会')}`);
    check('alias-undefined', tasks(`责任单位：${full}（以下简称高新区管委会）、高新区管委会`));
  });
  it('are defined once in a document', () => {
    check('alias-redefined', tasks(`责任单位：${full}（以下简称高新区）`, `责任单位：${full}（以下简称“«高新区»”）`));
    check('alias-redefined', tasks(`责任单位：${full}（简称高新区）`, '责任单位：云溪湖景区管委会（简称«高新区»）'));
    check(
      'alias-redefined',
      tasks('责任单位：县财政局、县商务局（以下统称两部门）', '责任单位：县商务局（以下简称商务局）'),
    );
  });
});

describe('members of an annex', () => {
  const named = tasks('责任单位：县住房城乡建设局', '责任单位：县住房城乡建设局', '责任单位：县住房城乡建设局');
  it('are written as in the body', () => {
    check('unit-variant', `${named}\n附件\n\n专班成员单位名单\n\n县财政局、«县住房和城乡建设局»。\n`);
    check('unit-variant', `${named}\n附件\n\n专班成员单位名单\n\n县财政局、县住房保障中心、县建设局。\n`);
  });
  it('are in the registry', () => {
    check(
      'member-unknown',
      `${tasks('责任单位：县财政局')}\n附件\n\n专班成员名单\n\n县财政局、«县审计局»、住建局。\n`,
      REGISTRY,
    );
    check('member-unknown', `${tasks('责任单位：县财政局')}\n附件\n\n专班成员名单\n\n林知远　县审计局局长\n`, REGISTRY);
  });
});

describe('duty-missing', () => {
  const answers = (n: number): string => `${n}.推进第${n}项工程建设。（责任单位：县财政局）\n`;
  it('finds entries between tasks', () => {
    check('duty-missing', `${answers(1)}${answers(2)}«3.»推进第3项工程建设。\n${answers(4)}`);
    check('duty-missing', `一、产业\n${answers(1)}«2.»推进第2项工程建设。\n${answers(3)}${answers(4)}`);
  });
  it('finds the last of a list in which all others say it', () => {
    const many = [1, 2, 3, 4, 5, 6, 7].map(answers).join('');
    check('duty-missing', `${many}«8.»推进第8项工程建设。\n`);
    check('duty-missing', `${many}8.各单位每月报送进度。\n`);
    check(
      'duty-missing',
      `${many.replaceAll(/\d\./g, (n) => `${'一二三四五六七'[Number(n[0]) - 1]}、`)}八、本方案试行一年。\n`,
    );
  });
  it('leaves alone what is no task', () => {
    check(
      'duty-missing',
      `一、总体要求\n以项目为先。\n二、产业\n${answers(1)}${answers(2)}${answers(3)}三、工作要求\n`,
    );
    check(
      'duty-missing',
      `一、总体要求\n1.高举旗帜。\n2.坚持创新。\n二、产业\n${answers(1)}${answers(2)}${answers(3)}`,
    );
    check(
      'duty-missing',
      `${answers(1)}${answers(2)}3.推进三项工程。\n（1）修路。（责任单位：县财政局）\n${answers(4)}${answers(5)}`,
    );
    check('duty-missing', `1.推进三项工程。（责任单位：县财政局）\n（1）修路。\n（2）架桥。\n${answers(2)}`);
  });
  it('does not guess where many lack it', () =>
    check('duty-missing', `${answers(1)}2.甲。\n${answers(3)}4.乙。\n${answers(5)}6.丙。\n${answers(7)}`));
});

describe('lead units', () => {
  it('are no open group, also in prose', () => {
    check('lead-unit-open', tasks('«县有关单位»牵头，县财政局配合'));
    check('lead-unit-open', tasks('牵头单位：各乡镇、县直各单位；配合单位：县直有关单位'));
  });
  it('are none where only those concerned answer', () => {
    check('unit-open', tasks('责任单位：«有关乡镇»、相关部门', '责任单位：县财政局'));
    check('unit-open', tasks('责任单位：各乡镇、有关部门', '责任单位：县有关部门；配合单位：县财政局'));
    check('unit-open', `一、园区（责任单位：县有关部门）\n1.推进甲园建设。\n2.推进乙园建设。\n`);
    const many = tasks(...Array.from({ length: 8 }, (_, n) => (n < 5 ? '责任单位：有关部门' : '责任单位：县财政局')));
    const found = findingsIn(many).filter(({ rule }) => rule === 'unit-open');
    expect(found.map(({ message }) => message.zh)).toEqual([expect.stringContaining('共5项任务')]);
  });
  it('are not many', () =>
    check('lead-units-many', tasks('牵头单位：«县发改委、县财政局、县商务局、县水利局、县公安局»，各乡镇')));
});

describe('label-variant', () => {
  it('leaves a label alone that is about the division of work', () =>
    check(
      'label-variant',
      lines('责任司局：规划司', '责任司局：财务司', '责任司局：规划司', '部门分工：规划司、财务司按职责分工负责'),
    ));
});

describe('units one a line', () => {
  const unitsOf = (text: string): string[] =>
    readNotice(text).tasks.flatMap(({ item }) =>
      item.fields.flatMap((field) => field.names.map(({ range }) => text.slice(range.start, range.end))),
    );
  it('are all read, where they stand', () => {
    expect(unitsOf('1.修路。\n责任单位：县财政局\n县商务局\n\n  县水利局、县公安局。\n')).toEqual([
      '县财政局',
      '县商务局',
      '县水利局',
      '县公安局',
    ]);
    expect(unitsOf('1.修路。\n牵头单位：新河镇\n柏溪乡\n配合单位：县财政局\n')).toEqual([
      '新河镇',
      '柏溪乡',
      '县财政局',
    ]);
  });
  it('do not take in what is something else', () => {
    expect(unitsOf('1.修路。\n责任单位：县财政局\n云溪县人民政府\n2026年2月1日\n')).toEqual(['县财政局']);
    expect(unitsOf('1.修路。\n责任单位：县财政局。\n县商务局\n')).toEqual(['县财政局']);
    expect(unitsOf('1.修路。\n责任单位：县财政局\n县域商业体系建设\n')).toEqual(['县财政局']);
  });
  it('give no finding of their own', () =>
    expect(findingsIn('1.修路。\n责任单位：县财政局\n县商务局\n县水利局\n')).toEqual([]));
});

describe('in a long notice', () => {
  /** Reads of the notice's text and tasks are counted, not timed. */
  it('notice rules look at each task a few times at most', () => {
    const own = new Set(['alias-undefined', 'alias-redefined', 'duty-missing', 'leader-variant']);
    for (const rule of RULES.filter(({ id }) => own.has(id))) {
      const text = Array.from(
        { length: 400 },
        (_, i) => `${i + 1}.建园。（牵头领导：林知远；责任单位：县财政局）\n`,
      ).join('');
      expect(findingsIn(text, undefined, settingsFor(rule, { text })).filter(({ rule: id }) => id === rule.id)).toEqual(
        [],
      );
    }
  });
  it('takes a list of a thousand names', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `县${String.fromCharCode(0x4e00 + i)}务局`).join('、');
    expect(
      findingsIn(`1.建园。（责任单位：各乡镇、${names}等2个部门）\n`, REGISTRY, RECOMMENDED).length,
    ).toBeGreaterThan(0);
  });
});

describe('a heading that says who answers for what stands below it', () => {
  const below = '\n1.储备燃煤3万吨。\n2.检修锅炉12台。\n';
  it('is checked as a task is', () => {
    check('unit-unknown', `一、热源保障（责任单位：县发改委、«县热力办»）${below}`, REGISTRY);
    check('unit-duplicated', `一、热源保障（责任单位：县发改委、县财政局、«县发改委»）${below}`);
    check(
      'leader-unknown',
      `一、热源保障（分管领导：«林志远»）${below.replaceAll('。\n', '。（责任单位：县发改委）\n')}`,
      REGISTRY,
    );
    check(
      'etc-needless',
      `一、热源保障（县发改委、县财政局«等»总牵头）${below.replaceAll('。\n', '。（责任单位：县发改委）\n')}`,
    );
  });
});

describe('unit-duplicated', () => {
  it('knows a short name that the notice defines', () =>
    check(
      'unit-duplicated',
      tasks('牵头单位：云溪高新技术产业开发区管委会（以下简称高新区管委会）；配合单位：县财政局、«高新区管委会»'),
    ));
});

describe('several statements of who answers in one paragraph', () => {
  it.each([
    '1.建平台。（县文旅局、县商务局负责）扶协会。（县文旅局、县民政局负责）\n',
    '1.编规划〔县水利局牵头，县财政局配合〕，建站点〔县财政局牵头，县水利局配合〕。\n',
    '1.推进甲园建设。牵头单位：县发改委；配合单位：县商务局。推进乙园建设。牵头单位：县商务局；配合单位：县发改委。\n',
    '1.修路。（责任单位：县交通局）\n// 待核\n再架桥。（责任单位：县交通局）\n',
  ])('compares none of them with another: %s', (text) => check('unit-duplicated', text));
  it.each([
    '1.完成普查。（牵头单位：县住建局）（配合单位：«县住建局»）（6月底前）\n',
    '1.推进甲园建设。\n牵头单位：县住建局。年底前建成。配合单位：«县住建局»\n',
    '1.推进甲园建设。\n（1）牵头单位：县住建局\n（2）配合单位：«县住建局»\n',
    '1.建平台。（县文旅局牵头，«县文旅局»配合）扶协会。（县民政局负责）\n',
  ])('holds together what no words part: %s', (text) => check('unit-duplicated', text));
  it('counts the lead units of each', () =>
    check(
      'lead-units-many',
      '1.建甲园。（县发改委、县商务局、县财政局牵头）建乙园。（县水利局、县公安局、县住建局牵头）建丙园。（«县发改委、县商务局、县财政局、县水利局、县公安局»牵头）\n',
    ));
});

it('reads a list in which a name has a bracket of another kind', () =>
  check(
    'duty-missing',
    '1.修订规章。（政策司、办公厅、水利司）\n2.开展评估。（政策司、办公厅、机关党委〔宣教中心〕）\n3.筹措资金。（规划司、财务司）\n4.编制预算。（规划司、财务司）\n',
  ));
