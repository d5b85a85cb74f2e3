/** The text against its table, and a task against its twin. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { alignmentsOf } from '../../server/compare/alignment.ts';
import { differences, plainOf } from '../../server/compare/likeness.ts';
import { readNotice } from '../../server/model/read.ts';
import { twinsOf } from '../../server/rules/sums/twins.ts';
import { FORMS, putDown, withTable } from '../support/put-down.ts';
import { root } from '../support/shared.ts';
import { check, findingsIn, fixed } from './support.ts';

const folder = path.join(root, 'test/model/corpus');
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.notice'))
  .map((name) => [name, readNotice(readFileSync(path.join(folder, name), 'utf8'))] as const)
  .filter(([, notice]) => notice.tasks.length > 0 && !notice.tables.length);

function tableFindings(text: string): string[] {
  return findingsIn(text)
    .filter(({ rule }) => rule.startsWith('table-'))
    .map(({ rule, range }) => `${rule} ${text.slice(range.start, range.end)}`);
}

describe.each(FORMS)('a table that says what the text says, put down as %s', (form) => {
  it('gives no finding', () => {
    const found = corpus.flatMap(([name, notice]) =>
      tableFindings(withTable(notice.text, putDown(notice, form).text)).map((finding) => `${name}: ${finding}`),
    );
    expect(found).toEqual([]);
  });

  it('is aligned row by row, in another order and without its numbers, too', () => {
    for (const [, notice] of corpus) {
      const turned = form === 'tabs' || form === 'pipes';
      const { text } = putDown(notice, form, (rows) => void (turned && rows.reverse()));
      const [alignment] = alignmentsOf(readNotice(withTable(notice.text, text)));
      const wrong = alignment!.pairs.filter(
        ({ task, index }) => task.n !== (turned ? notice.tasks.length - index : index + 1),
      );
      expect(wrong.map(({ task }) => task.text)).toEqual([]);
    }
  });
});

const BODY = `1.新建生态茶园6000亩，配套滴灌设施。
牵头领导：岑柏。
牵头单位：县农业农村局。
配合单位：县财政局、林业局。
完成时限：2026年11月底前。
2.举办春茶开采节3场。
牵头领导：戚如蓝。
牵头单位：县文化旅游局。
配合单位：县商务局、县公安局。
完成时限：2026年3月底前。
3.改造茶叶加工厂5家。
牵头领导：岑柏。
牵头单位：县工业和信息化局。
配合单位：县财政局。
完成时限：2026年9月底前。

附件

任务分解表

`;
const HEADER = ['序号', '主要任务', '完成时限', '牵头领导', '牵头单位', '配合单位', '备注'];
const ROWS = [
  ['1', '新建生态茶园6000亩，配套滴灌设施', '11月底前', '岑　柏', '县农业农村局', '县财政局、县林业局', '\u00a0'],
  ['2', '举办春茶开采节3场', '3月底前', '戚如蓝', '县文化旅游局', '县商务局、县公安局', '\u00a0'],
  ['3', '改造茶叶加工厂5家', '9月底前', '岑　柏', '县工业和信息化局', '县财政局', '\u00a0'],
];

/** The notice with a cell of the table changed, in three ways to put it down. */
function variants(row: number, column: number, cell: string): string[] {
  const rows = ROWS.map((cells) => [...cells]);
  rows[row]![column] = cell;
  return [
    BODY + [HEADER, ...rows].map((cells) => cells.join('\t')).join('\n'),
    BODY + [HEADER, HEADER.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    BODY + [HEADER, ...rows].flat().join('\n\n'),
  ].map((text) => `${text}\n`);
}

describe('one cell that says something else', () => {
  it.each([
    ['table-text-differs', 0, 1, '新建生态茶园6000亩，配套«微喷»设施'],
    ['table-text-differs', 0, 1, '新建生态茶园6000亩，«配»滴灌设施'],
    ['table-text-differs', 1, 1, '举办春茶开采节3场«以上»'],
    ['table-target-differs', 1, 1, '举办春茶开采节«5»场'],
    ['table-target-differs', 0, 1, '新建生态茶园«8000»亩，配套滴灌设施'],
    ['table-deadline-differs', 2, 2, '«10月底前»'],
    ['table-deadline-differs', 2, 2, '«2027年9月底前»'],
    ['table-leader-differs', 1, 3, '«辛桐»'],
    ['table-lead-differs', 2, 4, '«县发改委»'],
    ['table-lead-differs', 2, 4, '县工业和信息化局、«县发改委»'],
    ['table-support-differs', 1, 5, '«县商务局»'],
    ['table-support-differs', 1, 5, '县公安局，«县教育局»，县商务局'],
    ['table-serial-wrong', 2, 0, '«4»'],
  ])('%s in row %i: %s %s', (rule, row, column, cell) => {
    for (const source of variants(row, column, cell)) {
      check(rule, source);
      const text = source.replace(/[«»]/g, '');
      const findings = findingsIn(text).filter((finding) => finding.rule.startsWith('table-'));
      expect(findings.map((finding) => finding.rule)).toEqual([rule]);
      for (const fix of findings[0]!.fixes) expect(tableFindings(fixed(text, fix))).toEqual([]);
    }
  });

  it.each([
    [0, 1, '新建生态茶园6000亩、配套滴灌设施。'],
    [0, 1, '1.新建“生态茶园”６０００亩，配套 滴灌设施'],
    [1, 2, '2026年3月31日前'],
    [2, 2, '三季度末'],
    [0, 3, '副县长岑柏'],
    [2, 4, '县工业信息化局'],
    [1, 5, '县公安局，商务局'],
    [0, 5, '县林业局、县财政局（国资办）'],
    [0, 6, '列入省级实事'],
  ])('nothing in row %i: %s %s', (row, column, cell) => {
    for (const text of variants(row, column, cell)) expect(tableFindings(text)).toEqual([]);
  });

  it('an empty cell is written in', () => {
    for (const text of variants(1, 4, '\u00a0')) {
      const [finding] = findingsIn(text).filter(({ rule }) => rule === 'table-lead-differs');
      expect(finding!.message.zh).toContain('县文化旅游局');
      expect(finding!.fixes).toHaveLength(1);
      expect(tableFindings(fixed(text, finding!.fixes[0]!))).toEqual([]);
    }
  });
});

describe('what a table may do', () => {
  it('word its tasks in its own way: figures only are held against the text', () => {
    const text = [
      '1.加快建设城南产业园，年内新建标准厂房8万平方米。',
      '2.支持企业技术改造，全年实施技改项目20个以上。',
      '3.优化营商环境，全面推行容缺受理事项60项。',
    ]
      .map((task) => `${task}\n牵头单位：县发改委。\n`)
      .join('');
    const table = (figure: string): string =>
      `${text}\n附件\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 城南产业园新建标准厂房8万平方米 | 县发改委 |\n| 2 | 企业技术改造，实施技改项目${figure}个 | 县发改委 |\n| 3 | 推行容缺受理事项60项 | 县发改委 |\n`;
    expect(tableFindings(table('20'))).toEqual([]);
    expect(tableFindings(table('30'))).toEqual(['table-target-differs 30个']);
  });

  it('be about something else', () => {
    const text = '1.推进甲园建设。\n牵头单位：县发改委。\n2.办好运动会。\n牵头单位：县教育局。\n\n附件\n\n';
    const other =
      '| 序号 | 项目名称 | 责任单位 |\n| --- | --- | --- |\n| 1 | 白鹭岭隧道 | 县交通运输局 |\n| 2 | 云溪大桥 | 县住建局 |\n';
    expect(tableFindings(text + other)).toEqual([]);
  });

  it('have lost a leader’s name wherever it stood', () => {
    const body = [1, 2, 3, 4]
      .map(
        (n) =>
          `${n}.新建第${n}批生态茶园${n}000亩。\n牵头领导：${n % 2 ? '岑柏、杨燕' : '岑柏'}。\n牵头单位：县农业农村局。\n`,
      )
      .join('');
    const rows = [1, 2, 3, 4].map((n) => `| ${n} | 新建第${n}批生态茶园${n}000亩 | 岑柏 | 县农业农村局 |\n`).join('');
    expect(
      tableFindings(`${body}\n附件\n\n| 序号 | 主要任务 | 牵头领导 | 牵头单位 |\n| --- | --- | --- | --- |\n${rows}`),
    ).toEqual([]);
  });
});

describe('the same task twice', () => {
  const notice = (...tasks: readonly string[]): string => tasks.map((task, index) => `${index + 1}.${task}\n`).join('');

  it.each([
    ['新建生态茶园6000亩。（责任单位：县农业农村局）', '«大力推进新建生态茶园6000亩。»（责任单位：县农业农村局）'],
    ['完善社区养老服务设施。（责任单位：县民政局）', '«完善社区养老服务设施。»（责任单位：县民政局）'],
    [
      '新增城区停车泊位800个以上。（责任单位：县城管局）',
      '«新增城区停车泊位800个以上，优化智慧停车平台。»（责任单位：县城管局、县数据局）',
    ],
  ])('%s %s', (first, second) => check('task-duplicated', notice(first, '办好运动会。（责任单位：县教育局）', second)));

  it.each([
    ['改造甲路管网12公里。（责任单位：县住建局）', '改造乙路管网12公里。（责任单位：县住建局）'],
    ['培育规模以上工业企业12家。（责任单位：县工信局）', '培育规模以上服务业企业12家。（责任单位：县商务局）'],
    ['新增学位3000个。（责任单位：县教育局）', '新增学位5000个。（责任单位：县教育局）'],
    ['推进一期工程建设。（责任单位：县发改委）', '推进二期工程建设。（责任单位：县发改委）'],
    ['编制林业发展规划。（责任单位：县林业局）', '实施林业发展规划。（责任单位：县林业局）'],
    ['新建东区停车泊位800个。（责任单位：县城管局）', '新建停车泊位800个。（责任单位：县城管局）'],
  ])('not %s %s', (first, second) => {
    check('task-duplicated', notice(first, second));
    check('task-owner-contradictory', notice(first, second));
  });

  it('is no slip where lists repeat each other', () => {
    const list = ['新建卫生公厕10座', '整治农村河道5公里', '改造低压线路8公里', '创建美丽庭院200户'];
    const town = (name: string, number: string): string =>
      `${number}、${name}\n${list.map((task, index) => `${index + 1}.${task}。\n责任单位：县住建局\n`).join('')}`;
    expect(twinsOf(readNotice(`${town('东片区', '一')}${town('西片区', '二')}`))).toEqual([]);
  });

  it('is looked for among a few others only', () => {
    const many = Array.from(
      { length: 4000 },
      (_, n) => `${n + 1}.推进第${n + 1}片区项目建设。\n责任单位：县发改委\n`,
    ).join('');
    expect(twinsOf(readNotice(many))).toEqual([]);
  });
});

describe('differences', () => {
  it.each([
    ['新增企业12家', '新增企业15家', ['12→15']],
    ['增长7.5%', '增长7.8%', ['7.5%→7.8%']],
    ['建成3-5个', '建成3—6个', ['3-5→3-6']],
    ['甲、乙（丙）', '甲乙丙。', []],
    ['推进甲园建设', '加快推进甲园和乙园建设', ['→加快', '→和乙园']],
    ['', '甲', ['→甲']],
  ])('%s, %s', (one, other, wanted) => {
    const [a, b] = [plainOf(one).key, plainOf(other).key];
    const said = differences(a, b).map(
      ({ from, to, otherFrom, otherTo }) => `${a.slice(from, to)}→${b.slice(otherFrom, otherTo)}`,
    );
    expect(said).toEqual(wanted);
  });
});

describe('who stands first in a table', () => {
  const UNITS = [
    '县农业农村局、县林业局',
    '县商务局、县公安局',
    '县财政局、县税务局',
    '县水利局、县教育局',
    '县民政局、县司法局',
  ];
  const WORKS = [
    '新建生态茶园6000亩',
    '举办春茶开采节3场',
    '改造茶叶加工厂5家',
    '清淤灌溉渠道40公里',
    '发放春耕贷款7亿元',
  ];
  const notice = (cells: readonly string[]): string =>
    `${WORKS.map((work, row) => `${row + 1}.${work}。\n牵头单位：${UNITS[row]}。\n`).join('')}\n附件\n\n任务分解表\n\n序号\t主要任务\t牵头单位\n${WORKS.map((work, row) => `${row + 1}\t${work}\t${cells[row]}\n`).join('')}`;
  const turned = (cell: string): string => cell.split('、').reverse().join('、');

  it('is held against the text where the table otherwise keeps its order', () => {
    const text = notice([...UNITS.slice(0, 4), turned(UNITS[4]!)]);
    expect(tableFindings(text)).toEqual(['table-lead-differs 县司法局']);
    const [finding] = findingsIn(text).filter(({ rule }) => rule === 'table-lead-differs');
    expect(fixed(text, finding!.fixes[0]!)).toBe(notice(UNITS));
  });

  it('says nothing where the table has an order of its own', () => {
    expect(tableFindings(notice(UNITS.map((cell, row) => (row > 1 ? turned(cell) : cell))))).toEqual([]);
  });
});

describe('table-unit-variant', () => {
  const UNIT = '县住房城乡建设局';
  const ODD = '县住房和城乡建设局';
  const works = ['甲', '乙', '丙', '丁', '戊'].map((park, row) => `建成${park}园${row + 2}个`);
  const notice = (units: readonly string[], cells: readonly string[]): string =>
    `${works.map((work, row) => `${row + 1}.${work}。\n牵头单位：${units[row]}\n`).join('')}\n附件\n\n任务分解表\n\n序号\t主要任务\t牵头单位\n${works.map((work, row) => `${row + 1}\t${work}\t${cells[row]}\n`).join('')}`;
  const usual = works.map(() => UNIT);
  const odd = usual.with(4, ODD);

  it('finds in the table what a task of the text has, too', () => {
    expect(tableFindings(notice(odd, odd))).toEqual([`table-unit-variant ${ODD}`]);
  });

  it('is silent about a name that the text explains', () => {
    const text = notice(usual, odd).replace('1.', `${ODD}按职责牵头。\n\n1.`);
    expect(tableFindings(text)).toEqual([]);
  });
});
