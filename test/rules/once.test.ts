/** A slip is told once, with one advice; and what only looks like one is not told. */
import { describe, expect, it } from 'vitest';
import { findingsIn, unmarked } from './support.ts';

function check(marked: string, ...rules: readonly string[]): void {
  const { text, ranges } = unmarked(marked);
  const found = findingsIn(text).map(({ rule, range }) => [rule, range]);
  expect(found).toEqual(ranges.map((range, at) => [rules[at], range]));
}

const DUTY = '责任单位：县发改委。\n';
const LETTER =
  '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n';
const SIGNED = '\n\n云溪县人民政府\n2026年8月31日\n\n';

describe('a count before 一是', () => {
  it.each([
    ['1.从«三»个方面发力：一是修路；二是架桥。\n'],
    ['1.落实«3»项措施：一是修路；二是架桥。\n'],
    ['1.抓好«两»项重点工作：一是修路；二是架桥；三是通车。\n'],
    ['1.抓好«2»个重点环节，一是修路，二是架桥，三是通车。\n'],
  ])('that says what follows: %s', (text) => check(text + DUTY, 'total-mismatch'));

  it.each([
    ['1.新建充电站8个，一是优先选址，二是加快施工。\n'],
    ['1.推进5个重点项目，一是保障要素，二是加快开工。\n'],
    ['1.修订制度7项，一是全面清理，二是公开征求意见。\n'],
    ['1.办理代表建议30件：一是领导领办，二是限时办结。\n'],
  ])('that says what is to be done: %s', (text) => check(text + DUTY));
});

describe('the first section number twice', () => {
  it.each([
    '一、甲\n（一）乙\n1.丙\n«一、»丁\n（一）戊\n2.己\n二、庚\n（一）辛\n3.壬\n三、癸\n（一）子\n4.丑\n',
    '一、甲\n1.丙\n2.丁\n«一、»戊\n3.己\n二、庚\n4.壬\n三、癸\n5.丑\n',
    '一、甲\n1.丙\n2.丁\n«一、»戊\n1.己\n二、庚\n1.壬\n三、癸\n1.丑\n',
  ])('%s', (text) => check(text, 'numbering-duplicate'));

  it('is told with duties too', () =>
    check(`一、甲\n1.丙。\n${DUTY}«一、»丁\n2.己。\n${DUTY}二、庚\n3.壬。\n${DUTY}`, 'numbering-duplicate'));

  it('is none where a letter that is not signed has points of its own', () =>
    check(`一、提高认识\n二、加强督查\n一、甲\n1.丙。\n${DUTY}二、乙\n2.丁。\n${DUTY}`));
});

describe('periods that end before they begin', () => {
  it.each(['6月20日—15日', '6月20日至6月15日', '6月20至15日', '2026年9月至2026年6月'])('%s', (period) =>
    check(`1.«${period}»开展集中整治。\n${DUTY}`, 'deadline-reversed'),
  );

  it.each([
    '6月15日—20日',
    '12月28日至1月3日',
    '11月至次年3月',
    '每月25日至次月5日',
    '2025年6月20日至2026年6月15日',
    '2025年9月至2026年6月',
    '6月20日至30日内',
  ])('but not %s', (period) => check(`1.${period}开展集中整治。\n${DUTY}`));

  it('are told once in a field, and not as past as well', () => {
    check(`${LETTER}${SIGNED}1.开展清洁行动。\n${DUTY}完成时限：«2026年11月—3月»。\n`, 'deadline-reversed');
    check(`1.开展清洁行动。\n${DUTY}完成时限：«6月20日—15日»。\n`, 'deadline-reversed');
  });
});

describe('annexes', () => {
  it('have one advice where the only one is numbered', () =>
    check(
      `${LETTER}附件：任务分解表${SIGNED}附件«一»\n\n任务分解表\n\n1.推进甲园建设。\n${DUTY}`,
      'annex-note-mismatch',
    ));

  const noted = (text: string): string =>
    `${LETTER}附件：1.项目清单\n2.考核办法${SIGNED}1.推进甲园建设，${text}。\n${DUTY}\n附件1\n\n项目清单\n\n附件2\n\n考核办法\n`;

  it('are missing where the note numbers others only', () => {
    check(noted('清单«详见附件9»'), 'annex-missing');
    check(noted('清单详见附件1'));
  });

  it('may be anything where the note offers files', () =>
    check(`${LETTER}附件：任务分解表.docx${SIGNED}1.推进甲园建设，清单详见附件9。\n${DUTY}`));

  it('begin below a list that ends in 各镇街', () =>
    check(
      '1.推进甲园建设。\n牵头单位：县水利局\n2.推进乙园建设。\n牵头单位：县水利局，各镇街\n\n附件\n\n任务清单\n\n1.甲园\n',
    ));
});

describe('few tasks under each heading', () => {
  const duty = '（责任单位：县发改委）';
  const notice = (second: string): string =>
    `一、产业\n（一）园区\n1.推进甲园建设。${duty}\n${second}\n（二）企业\n3.推进丙园建设。${duty}\n4.培育企业。${duty}\n（三）交通\n5.修路。${duty}\n6.架桥。${duty}\n（四）健康\n7.通车。${duty}\n8.养护。${duty}\n`;

  it('the level of the notice tells what is usual', () =>
    check(notice('«2.»推进乙园建设，完成投资3亿元。'), 'duty-missing'));

  it.each(['2.各责任单位每月25日前报送进度。', '2.工作目标：到年底建成园区5个。'])('but not %s', (text) =>
    check(notice(text)),
  );
});

describe('a day without 日', () => {
  it.each(['正式开放', '开工', '启动', '前建成'])('before %s', (after) =>
    check(`1.甲园«2026年10月8»${after}。\n${DUTY}`, 'date-malformed'),
  );

  it.each(['2026年10月8家企业开工', '2026年5月15处站点启用', '2026年5月1、2日值班'])('but not in %s', (text) =>
    check(`1.${text}。\n${DUTY}`),
  );
});

describe('circled numbers in running text', () => {
  it.each(['①修路；②架桥；«④»通车', '①修路；②架桥；«②»通车'])('%s', (text) =>
    check(`1.强化保障：${text}。\n${DUTY}`, 'enumeration-gap'),
  );

  it.each(['①修路；②架桥；③通车', '按①、③项组织验收', '①修路；②架桥。验收：①自查；②复核'])('but not %s', (text) =>
    check(`1.强化保障：${text}。\n${DUTY}`),
  );
});
