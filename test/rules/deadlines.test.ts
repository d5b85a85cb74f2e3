/**
 * Rules of what is to be done by when, beyond their examples.
 * Long, for it is a list of cases, most of them small and none like another.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { EMPTY_REGISTRY } from '../../server/registry/registry.ts';
import { lint } from '../../server/rules/lint.ts';
import { settingsOf } from '../../server/rules/settings.ts';
import { check, findingsIn, fixed, unmarked } from './support.ts';

const head = (title: string, date: string): string =>
  `云溪县人民政府关于印发${title}的通知\n\n各乡镇人民政府：\n\n现将任务印发给你们，请认真落实。\n\n云溪县人民政府\n${date}\n\n`;
const HEAD = head('2026年重点任务', '2026年2月10日');
const task = (text: string, deadline: string, n = 1): string =>
  `${n}.${text}\n责任单位：县发改委\n完成时限：${deadline}\n`;

describe('deadline-malformed', () => {
  it.each([
    ['a character twice', '«2026年6月底前前»'],
    ['a unit twice', '«2026年年6月底前»'],
    ['a month twice', '«6月6月底前»'],
    ['a 年 that conversion lost', '«202612月底前»完成'],
    ['a 月 that was lost', '«2026年6底前»'],
    ['a wrong character', '«6月低前»完成'],
    ['a day with a point', '«6.30前»'],
    ['a day that no month has', '«每月32日前»'],
    ['one stage of two', '3月底前完成征地，«9月底底前»建成'],
  ])('finds %s', (_, deadline) => check('deadline-malformed', task('推进甲园建设。', deadline)));

  it.each([
    '2026年年底前',
    '2026年6月底前完成前期工作',
    '2026年6月底前10个项目开工',
    '6月底前、12月底前',
    '2026年6月底前后续工作移交',
    '2026年6月30日前后勤保障到位',
    '2026年3月底前置审批到位',
    '2026年6月1日起至12月31日',
    '按省、市要求的时间节点完成',
    '2026年“五一”前',
    '与主体工程同步',
    '见附件2',
    '3个工作日内',
    '2026年3、6、9、12月底前',
  ])('is silent about %s', (deadline) => check('deadline-malformed', task('推进甲园建设。', deadline)));

  it('leaves to the rules of dates what they find anywhere', () => {
    for (const deadline of ['9月31日前', '2026年13月底前', '2026年6月30前']) {
      const rules = findingsIn(task('推进甲园建设。', deadline)).map(({ rule }) => rule);
      expect(rules).toHaveLength(1);
      expect(rules[0]).toMatch(/^date-/);
    }
  });

  it('finds it in a bracket, and on a heading', () => {
    check('deadline-malformed', '1.推进甲园建设。（责任单位：县发改委；完成时限：«6月底底前»）\n');
    check(
      'deadline-malformed',
      '一、园区（责任单位：县发改委；完成时限：«6月底底前»）\n1.推进甲园建设。\n2.推进乙园建设。\n',
    );
  });
});

describe('deadline-unclear', () => {
  it.each(['«抓紧推进»', '«近期»', '«条件成熟时启动»', '«6月底前后»', '«三季度前»'])('finds %s', (deadline) =>
    check('deadline-unclear', task('推进甲园建设。', deadline)),
  );

  it.each(['立行立改', '持续推进', '汛期前', '抓紧启动，9月底前完成', '9月（含）前', '6月上旬前', '按上级要求'])(
    'is silent about %s',
    (deadline) => check('deadline-unclear', task('尽快推进甲园建设。', deadline)),
  );
});

describe('deadline-past', () => {
  it('takes the day of the notice itself to be in time', () => {
    check('deadline-past', `${HEAD}${task('推进甲园建设。', '2月10日前')}`);
    check('deadline-past', `${HEAD}${task('推进甲园建设。', '«2月9日前»')}`);
  });

  it('asks for the last stage only', () => {
    check('deadline-past', `${HEAD}${task('推进甲园建设。', '1月底前启动，9月底前完成')}`);
  });

  it.each(['持续推进', '每月5日前', '2026年1月1日起施行', '1月底前完成，并长期坚持'])(
    'is silent about %s',
    (deadline) => check('deadline-past', `${HEAD}${task('推进甲园建设。', deadline)}`),
  );

  it('says it once where the date of the notice is wrong', () => {
    const tasks = [1, 2, 3, 4].map((n) => task('推进甲园建设。', `2026年${n + 1}月底前`, n)).join('');
    const marked = head('重点任务', '«2027年2月10日»') + tasks;
    check('deadline-past', marked);
  });

  it('corrects the year where that is enough', () => {
    const [finding] = findingsIn(`${HEAD}${task('推进甲园建设。', '2025年9月底前')}`);
    expect(finding!.fixes[0]!.edits[0]!.text).toBe('2026');
    const [other] = findingsIn(`${HEAD}${task('推进甲园建设。', '2025年1月底前')}`);
    expect(other!.fixes).toEqual([]);
  });

  it('says a heading’s once for all that stands under it', () => {
    check(
      'deadline-past',
      `${HEAD}一、园区（责任单位：县发改委；完成时限：«2025年底前»）\n1.推进甲园建设。\n2.推进乙园建设。\n`,
    );
  });
});

describe('deadline-after-plan', () => {
  const many = [1, 2, 3, 4, 5].map((n) => task('推进甲园建设。', `2026年${n + 6}月底前`, n)).join('');

  it('finds the one task that goes beyond', () => {
    check('deadline-after-plan', `${HEAD}${many}${task('推进己园建设。', '«2028年6月底前»', 6)}`);
  });

  it('is silent where many do, and where this year’s share is said', () => {
    check(
      'deadline-after-plan',
      `${HEAD}${many}${[6, 7].map((n) => task('推进己园建设。', '2028年6月底前', n)).join('')}`,
    );
    check('deadline-after-plan', `${HEAD}${task('推进己园建设。', '2026年底前完成主体，2027年6月底前竣工')}`);
    check('deadline-after-plan', `${HEAD}${task('推进己园建设。', '2026—2028年')}`);
  });

  it('knows plans of several years, and notices that say none', () => {
    for (const title of ['城市更新三年行动任务', '“十五五”水利重点任务', '茶产业行动计划（2026—2028年）', '整改任务'])
      check('deadline-after-plan', `${head(title, '2026年2月10日')}${task('推进己园建设。', '2027年6月底前')}`);
  });
});

describe('deadline-contradictory', () => {
  it.each([
    ['6月底前', '推进甲园建设，6月底前完成征地，«年底前»建成。'],
    ['6月底前', '推进甲园建设，确保«9月底前»投用。'],
    ['上半年', '推进甲园建设，«年底前»投用。'],
  ])('under %s: %s', (deadline, text) => check('deadline-contradictory', `${HEAD}${task(text, deadline)}`));

  it.each([
    ['6月底前', '推进甲园建设，7月1日前投用。'],
    ['9月底前', '办好9月中旬的茶博会，筹备10月国庆活动。'],
    ['9月底前', '推进甲园建设，到2028年全部建成。'],
    ['9月底前', '对照市里12月底前建成的目标，倒排工期。'],
    ['9月底前', '9月底前建成甲园，12月底前报送总结。'],
    ['6月底前，并长期坚持', '6月底前建立机制，年底前巩固提升。'],
    ['6月底前出台方案', '年底前建成甲园。'],
    ['汛期前', '年底前建成甲园。'],
  ])('is silent under %s: %s', (deadline, text) => check('deadline-contradictory', `${HEAD}${task(text, deadline)}`));

  it('compares two fields of one kind only', () => {
    const fields = (...lines: string[]): string => `${HEAD}1.推进甲园建设。\n责任单位：县发改委\n${lines.join('\n')}\n`;
    check('deadline-contradictory', fields('完成时限：6月底前', '办结时限：«9月底前»'));
    check('deadline-contradictory', fields('启动时间：3月底前', '完成时间：9月底前'));
    check('deadline-contradictory', fields('完成时限：6月底前', '完成时限：2026年6月30日前'));
  });

  it('takes a task as the end of what stands under it', () => {
    check(
      'deadline-contradictory',
      `${HEAD}一、建好甲园。（责任单位：县发改委；完成时限：9月底前）\n1.征地。（责任单位：县自然资源局；完成时限：6月底前）\n2.竣工。（责任单位：县住建局；完成时限：«11月底前»）\n`,
    );
  });
});

describe('deadline-target-open', () => {
  it.each([
    '新建口袋公园«12个»。',
    '培育龙头企业«3家以上»，年产值稳步增长。',
    '建成高标准农田«1.5万亩»。',
    '新建污水厂«1座»。',
  ])('finds %s', (text) => check('deadline-target-open', task(text, '持续推进')));

  it.each([
    '抽检合格率达到98%以上。',
    '每年新建口袋公园2个。',
    '2026年新建口袋公园12个。',
    '年底前新建口袋公园12个。',
    '引进5亿元以上项目。',
    '建设1支队伍，完善24小时值班制度。',
    '巩固31个行业整治成果。',
    '群众满意率保持在95%以上，投诉量控制在20件以内。',
    '完成第3次普查。',
  ])('is silent about %s', (text) => check('deadline-target-open', task(text, '持续推进')));
});

describe('deadline-missing', () => {
  const stating = (count: number): string =>
    Array.from({ length: count }, (_, n) => task('推进甲园建设。', `2026年${(n % 12) + 1}月底前`, n + 1)).join('');

  it('is silent where the notice asks for none', () => {
    check(
      'deadline-missing',
      `${stating(2)}3.推进乙园建设。\n责任单位：县发改委\n4.推进丙园建设。\n责任单位：县发改委\n`,
    );
  });

  it('finds the one without', () => {
    check('deadline-missing', `${stating(8)}«9.»推进乙园建设，每季度调度一次。\n责任单位：县发改委\n`);
  });

  it('leaves an empty field to its own rule', () => {
    check('deadline-missing', `${stating(8)}9.推进乙园建设。\n责任单位：县发改委\n完成时限：\n`);
  });

  it('is at rest where a heading says it', () => {
    check(
      'deadline-missing',
      `一、园区（责任单位：县发改委；完成时限：年底前）\n${stating(4)}5.推进乙园建设。\n责任单位：县发改委\n`,
    );
  });
});

describe('all of them', () => {
  it('are silent on a sound notice, in each preset', () => {
    const text = `${HEAD}${['2026年6月底前', '9月底前', '全年', '持续推进', '每月25日前', '2026年三季度末']
      .map((deadline, at) => task('推进甲园建设。', deadline, at + 1))
      .join('')}`;
    for (const preset of ['recommended', 'strict', 'published'] as const) {
      const found = lint(readNotice(text), { registry: EMPTY_REGISTRY, settings: settingsOf(preset) });
      expect(found.filter(({ rule }) => rule.startsWith('deadline-'))).toEqual([]);
    }
  });

  it('say no more of a notice twice as long than twice as much', () => {
    const unit = `${task('推进甲园建设，年底前建成，新增12个。', '2025年6月底底前')}${task('推进乙园建设。', '尽快')}`;
    const count = (times: number): number =>
      findingsIn(HEAD + unit.repeat(times)).filter(({ rule }) => rule.startsWith('deadline-')).length;
    expect(count(200)).toBe(2 * count(100));
  });

  it('stand inside the text, whatever it is', () => {
    const piece = fc.constantFrom(
      '2026年',
      '13月',
      '6月',
      '底',
      '前',
      '—',
      '次年',
      '尽快',
      '9月前',
      '，',
      '20',
      '每月',
      '并长期坚持',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const { text } = unmarked(`${HEAD}${task('推进甲园建设，年底前新增12个。', pieces.join(''))}`);
        for (const { rule, range, fixes } of findingsIn(text)) {
          if (!rule.startsWith('deadline-')) continue;
          expect(range.start).toBeLessThan(range.end);
          expect(range.end).toBeLessThanOrEqual(text.length);
          for (const { edits } of fixes)
            for (const edit of edits) expect(edit.range.end).toBeLessThanOrEqual(range.end);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('deadlines of a table', () => {
  const HEADER = '序号\t主要任务\t完成时限\t责任单位\n';
  const table = (rows: readonly (readonly [string, string])[]): string =>
    `附件\n\n任务分解表\n\n${HEADER}${rows.map(([text, deadline], row) => `${row + 1}\t${text}\t${deadline}\t县发改委\n`).join('')}`;
  const rules = (text: string): string[] =>
    findingsIn(text)
      .filter(({ rule }) => rule.startsWith('deadline-'))
      .map(({ rule, range }) => `${rule} ${text.slice(range.start, range.end)}`);

  it('are said once where many are wrong alike, and mended all at once', () => {
    const text = table([
      ['推进甲园建设', '202612月底前'],
      ['推进乙园建设', '20269月底前完成'],
      ['推进丙园建设', '2026年9月底底前'],
      ['推进丁园建设', '2026年9月底前'],
    ]);
    expect(rules(text)).toEqual(['deadline-malformed 202612月底前', 'deadline-malformed 2026年9月底底前']);
    const [first] = findingsIn(text).filter(({ rule }) => rule === 'deadline-malformed');
    expect(first!.message.zh).toContain('共2处');
    const mended = fixed(text, first!.fixes[0]!);
    expect(mended).toContain('\t2026年12月底前\t');
    expect(mended).toContain('\t2026年9月底前完成\t');
  });

  it('stand where they stand in a cell of several lines, too', () => {
    const row = '| 1 | 推进甲园建设 | 2026年3月底前征地，<br>9月底底前建成 | 县发改委 |\n';
    const header = '| 序号 | 主要任务 | 完成时限 | 责任单位 |\n| --- | --- | --- | --- |\n';
    expect(rules(`附件\n\n任务分解表\n\n${header}${row}`)).toEqual(['deadline-malformed 9月底底前']);
  });

  it('bind where the text says none', () => {
    const body = '1.推进甲园建设。\n责任单位：县发改委\n2.建成乙园。\n责任单位：县发改委\n\n';
    const rows = [
      ['推进甲园建设', '2025年9月底前'],
      ['建成乙园', '2026年9月底前'],
    ] as const;
    expect(rules(HEAD + body + table(rows))).toEqual(['deadline-past 2025年9月底前']);
    expect(rules(HEAD + body.replaceAll('发改委\n', '发改委\n完成时限：2026年9月底前\n') + table(rows))).toEqual([]);
  });

  it('are no matter where the text of the row says when', () => {
    expect(rules(table([['年内新建公园12个', '持续推进']]))).toEqual([]);
    expect(rules(table([['新建公园12个', '持续推进，12月底前评估']]))).toEqual([]);
    expect(rules(table([['新建公园12个', '持续推进']]))).toEqual(['deadline-target-open 持续推进']);
    expect(rules(table([['新增年产值2000万元以上的企业3家', '持续推进']]))).toHaveLength(1);
  });

  it('that may be read in two ways are said once', () => {
    expect(
      rules(
        table([
          ['推进甲园建设', '9月前'],
          ['推进乙园建设', '6月前'],
          ['推进丙园建设', '尽快'],
        ]),
      ),
    ).toEqual(['deadline-unclear 9月前', 'deadline-unclear 尽快']);
  });
});
