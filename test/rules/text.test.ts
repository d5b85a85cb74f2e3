/** How it is written: paired marks, closing marks, cut lines, half-width marks, totals and annexes. */
import { describe, expect, it } from 'vitest';
import { check, findingsIn } from './support.ts';

const TASK = '1.推进甲园建设。\n责任单位：县发改委。\n';

describe('bracket-unclosed', () => {
  it.each([
    '1.推进甲园«（»一期建设。\n',
    '1.推进甲园（一期建设«（»含配套）。\n'.replace('（一', '«（»一').replace('«（»含', '（含'),
    '1.推进甲园一期«）»建设。\n',
    '1.推进甲园（一期）建设(含配套）。\n',
    '1.落实县政办«〔»2026 3号文件。\n',
    '1.办好三件事：（1）修路；2）架桥；c）通车。\n',
    '1）推进甲园建设。\n2)推进乙园建设。\n',
    '1.推进甲园建设。\n// 待核（\n责任单位：县发改委。\n',
  ])('%s', (text) => check('bracket-unclosed', text));

  it('checks what stands between the last task and the signature, and not the foot of the page', () =>
    check('bracket-unclosed', `${TASK}\n«（»监督电话：0553-1234567\n\n【字体：大 中 小\n`));
});

describe('quotation-unclosed', () => {
  it.each([
    '1.深化«“»一网通办改革，提速增效。\n',
    '1.深化«“»一网通办改革，提速增效，落实«“»四减要求，优化服务。\n',
    '1.深化“一网通办”改革，落实《云溪县“十五五”规划》。\n',
    '1.落实《关于印发〈水网规划〉的通知》。\n',
    '1.落实《关于贯彻《水网规划》的通知》。\n',
    '1.开展“清水行动«“»。\n',
    '1.开展«”»清水行动”，整治河道。\n',
    '1.支持O’Neil品牌落户。\n',
    '一、做强«“»一号产业\n1.建园。\n责任单位：县发改委。\n',
  ])('%s', (text) => check('quotation-unclosed', text));

  it('leaves a table alone that was put down as lines', () =>
    check(
      'quotation-unclosed',
      `${TASK}\n附件\n\n序号\n\n重点工作\n\n牵头单位\n\n责任单位\n\n1\n\n深化“一网通办改革\n\n县数据局\n`,
    ));
});

describe('text-unclosed and field-unclosed', () => {
  const closed = (n: number): string => `${n}.推进第${n}园建设。\n牵头单位：县发改委。\n`;
  const three = [1, 2, 3].map(closed).join('');
  it('find what lacks its 。', () => {
    check('text-unclosed', `${three}4.推进第四园建«设»\n牵头单位：县发改委。\n`);
    check('field-unclosed', `${three}4.推进第四园建设。\n牵头单位：县发改«委»\n`);
  });
  it('leave other closing marks alone', () => {
    check(
      'text-unclosed',
      `${three}4.推进“一号工程。”\n牵头单位：县发改委。\n5.推进第五园建设；\n牵头单位：县发改委。\n`,
    );
    check('field-unclosed', `${three}4.推进第四园建设。\n牵头单位：县发改委；\n`);
  });
  it('leave a heading alone that bears responsibility', () =>
    check('text-unclosed', `${three}4.推进第四园建设\n牵头单位：县发改委。\n（1）修路。\n牵头单位：县交通局。\n`));
  it('leave a notice alone that closes none, or some', () => {
    const open = (n: number): string => `${n}.推进第${n}园建设\n牵头单位：县发改委\n`;
    check('text-unclosed', [1, 2, 3, 4].map(open).join(''));
    check('field-unclosed', [1, 2, 3, 4].map((n) => (n % 2 ? open(n) : closed(n))).join(''));
  });
});

describe('line-cut', () => {
  it('finds a cut in a bracket and in a field', () => {
    check('line-cut', '1.推进甲园建设。（责任«\n\n»单位：县发改委、县财政局）\n');
    check('line-cut', '1.推进甲园建设。\n责任单位：县发改委、«\n»县财政局。\n');
  });
  it('leaves the names of a label on the next line alone', () =>
    check('line-cut', '1.推进甲园建设。\n责任单位：\n县发改委、县财政局。\n'));
  it('says so once where the whole page is wrapped', () => {
    const text = Array.from(
      { length: 30 },
      (_, i) => `${i + 1}.推进第${i + 1}园建设。（责任单位：县发\n改委、县财政局）\n`,
    ).join('');
    const found = findingsIn(text);
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['line-cut', 'info']]);
  });
});

describe('punctuation-half-width', () => {
  it('finds each run of them in a full-width notice', () =>
    check(
      'punctuation-half-width',
      '1.推进甲园建设，完善配套，年内开园，形成规模。（责任单位«:»县发改委;配合单位:县财政局）\n2.推进乙园建设，完善配套«,»年内开园，形成规模。\n',
    ));
  it('says so once where many are mixed in', () => {
    const text = Array.from(
      { length: 12 },
      (_, i) =>
        `${i + 1}.推进建设，完善配套，年内开园，形成规模。\n责任单位:县发改委，县财政局，县商务局，县交通局。\n`,
    ).join('');
    expect(findingsIn(text).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['punctuation-half-width', 'warning'],
    ]);
  });
  it('remarks once on a converted page', () => {
    const text = Array.from({ length: 9 }, (_, i) => `${i + 1}.推进建设,完善配套。\n责任单位:县发改委。\n`).join('');
    expect(findingsIn(text).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['punctuation-half-width', 'info'],
    ]);
  });
});

describe('total-mismatch', () => {
  const plan = (title: string): string =>
    `${title}\n\n一、主要目标\n1.地区生产总值增长6%。\n责任单位：县发改委。\n2.财政收入增长5%。\n责任单位：县财政局。\n二、产业\n3.推进甲园建设。\n责任单位：县发改委。\n4.推进乙园建设。\n责任单位：县发改委。\n5.推进丙园建设。\n责任单位：县发改委。\n`;
  it.each([
    '（合计2个方面，共2项指标、3项重点工作任务）',
    '（合计«3»个方面，共«4»项指标、«6»项重点工作任务）',
    '现将重点工作分解为2个方面5项任务印发给你们。',
    '现将重点工作分解为2大类«8»项任务印发给你们。',
    '共明确重点任务«7»项，请抓好落实。',
    '重点任务共5项。',
    '去年共安排重点任务38项，全部完成。',
    '全县共有12个乡镇、36个社区。',
    '聚焦8个领域补短板。',
    '公共服务12项措施全面落实。',
    '现提出12项工作要求，请遵照执行。',
  ])('%s', (title) => check('total-mismatch', plan(title)));

  it('holds a heading against what stands under it', () =>
    check(
      'total-mismatch',
      `一、产业（«3»项）\n1.建园。\n责任单位：县发改委。\n2.招商。\n责任单位：县商务局。\n二、民生（2项）\n3.修路。\n责任单位：县交通局。\n4.架桥。\n责任单位：县交通局。\n`,
    ));
  it("leaves a letter's own parts alone", () =>
    check(
      'total-mismatch',
      `现就做好工作明确3个方面要求。\n\n一、提高认识。\n\n二、加强领导。\n\n三、严格督查。\n\n云溪县人民政府\n\n2026年2月10日\n\n${plan('重点工作')}`,
    ));
  it('says nothing where nobody can tell what is counted', () =>
    check('total-mismatch', `（合计7个方面）\n\n${TASK}2.推进乙园建设。\n责任单位：县发改委。\n`));
});

describe('annex-missing', () => {
  const member = '1.修路。\n牵头单位：县交通局。\n配合单位：县路网建设领导小组成员单位';
  it('finds a reference to no annex', () => check('annex-missing', `${member}«（见附件）»。\n`));
  it('finds a list that is not in the annex', () =>
    check(
      'annex-missing',
      `${member}«（见附件）»。\n\n附件\n\n一、县水网建设领导小组成员名单\n\n县发改委、县水利局。\n`,
    ));
  it.each([
    `${member}（见附件）。\n\n附件\n\n一、县路网建设领导小组成员单位名单\n\n县发改委、县交通局。\n`,
    `${member}（见附件）。\n\n县路网建设领导小组成员名单.docx\n`,
    '现将任务分解表（见附件）印发给你们。\n\n云溪县人民政府\n2026年2月10日\n\n一、产业\n1.建园。\n责任单位：县发改委。\n',
    `${member}（见附件）。\n\n附件：县路网建设领导小组成员名单.docx\n`,
    `${member}（名单见附件2）。\n\n附件1\n\n任务分解表\n\n附件2\n\n云溪县路网建设领导小组成员名单\n\n县发改委、县交通局。\n`,
  ])('says nothing where it is there: %s', (text) => check('annex-missing', text));
});
