/**
 * When tasks are due: what is printed, and the days it comes to.
 * Long, for it is a list of cases, most of them small and none like another.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deadline, dueOf, partOf, sayDeadline } from '../../server/model/deadlines.ts';
import type { Task } from '../../server/model/notice.ts';
import { periodIn } from '../../server/model/plan-period.ts';
import { noticeOf, readNotice } from '../../server/model/read.ts';
import { editDocument, readDocument } from '../../server/syntax/document.ts';
import { DEFAULT_VOCABULARY } from '../../server/syntax/labels.ts';

const letter = (title: string, date: string): string =>
  `云溪县人民政府关于印发${title}的通知\n\n各乡镇人民政府：\n\n云溪县人民政府\n${date}\n\n`;
const HEAD = letter('2026年重点任务', '2026年2月10日');

function taskOf(deadline: string, head = HEAD): Task {
  return readNotice(`${head}1.推进甲园建设。\n责任单位：县发改委\n完成时限：${deadline}\n`).tasks[0]!;
}

/** kind, from, due: by ~2026-06-30 */
function brief({ kind, unclear, from = '', due = '', every, ongoing, ambiguous }: Deadline): string {
  const marks = [ongoing && 'ongoing', ambiguous && 'ambiguous', every && JSON.stringify(every)].filter(Boolean);
  return [unclear ?? kind, ...(from || due ? [`${from}~${due}`] : []), ...marks].join(' ');
}

describe('a deadline in a notice of 2026', () => {
  it.each([
    ['9月25日前', 'by ~2026-09-25'],
    ['9月底前', 'by ~2026-09-30'],
    ['2026年2月底', 'by ~2026-02-28'],
    ['2028年2月底', 'by ~2028-02-29'],
    ['年底前', 'by ~2026-12-31'],
    ['2026年年底前', 'by ~2026-12-31'],
    ['到2022年底', 'by ~2022-12-31'],
    ['三季度末', 'by ~2026-09-30'],
    ['2026年第二季度末前', 'by ~2026-06-30'],
    ['“十四五”末', 'by ~2025-12-31'],
    ['二〇二六年六月底前', 'by ~2026-06-30'],
    ['二○二六年六月三十日前', 'by ~2026-06-30'],
    ['２０２６年６月底前', 'by ~2026-06-30'],
    ['2026 年 6 月底前', 'by ~2026-06-30'],
    ['2026.6.30', 'by ~2026-06-30'],
    ['国庆节前', 'by ~2026-09-30'],
    ['2027年元旦前', 'by ~2026-12-31'],
    ['明年3月底前', 'by ~2027-03-31'],
    ['月底前', 'by ~2026-02-28'],
    ['印发后30日内', 'by ~2026-03-12'],
    ['两个月内', 'by ~2026-04-10'],
    ['一年内', 'by ~2027-02-10'],
    ['年内', 'period 2026-01-01~2026-12-31'],
    ['全年', 'period 2026-01-01~2026-12-31'],
    ['全年推进', 'period 2026-01-01~2026-12-31'],
    ['上半年', 'period 2026-01-01~2026-06-30'],
    ['四季度', 'period 2026-10-01~2026-12-31'],
    ['2026年6月', 'period 2026-06-01~2026-06-30'],
    ['6月上旬', 'period 2026-06-01~2026-06-10'],
    ['2月下旬', 'period 2026-02-21~2026-02-28'],
    ['2026—2028年', 'period 2026-01-01~2028-12-31'],
    ['3—5月', 'period 2026-03-01~2026-05-31'],
    ['6月1日—15日', 'period 2026-06-01~2026-06-15'],
    ['2026年10月—2027年3月', 'period 2026-10-01~2027-03-31'],
    ['2026年10月至次年3月', 'period 2026-10-01~2027-03-31'],
    ['一至三季度', 'period 2026-01-01~2026-09-30'],
    ['每月28日前', 'recurring {"unit":"month","day":28}'],
    ['每季度末', 'recurring {"unit":"quarter","day":-1}'],
    ['每季度首月10日前', 'recurring {"unit":"quarter","month":1,"day":10}'],
    ['每周五', 'recurring {"unit":"week","day":5}'],
    ['每年12月底前', 'recurring {"unit":"year","month":12,"day":-1}'],
    ['次月10日前', 'recurring {"unit":"month","day":10}'],
    ['持续推进', 'open'],
    ['长期坚持', 'open'],
    ['常态化推进', 'open'],
    ['2026年6月底前完成，并长期坚持', 'by ~2026-06-30 ongoing'],
    ['9月前', 'by ~2026-09-30 ambiguous'],
    ['9月（含）前', 'by ~2026-09-30'],
    ['尽快完成', 'vague'],
    ['6月底前后', 'vague'],
    ['6月底前后续工作完成', 'by ~2026-06-30'],
    ['春节前', 'event'],
    ['2026年汛期前', 'event'],
    ['本通知印发之日起15个工作日内', 'event'],
    ['工程竣工后3个月内', 'event'],
    ['9月31日前', 'impossible'],
    ['2026年2月29日前', 'impossible'],
    ['6月底底前', 'malformed'],
    ['202612月底前', 'malformed'],
    ['6月30前', 'malformed'],
    ['2026年1月1日起施行', 'open'],
    ['见附件', 'unread'],
  ])('%s', (printed, expected) => {
    expect(brief(taskOf(printed).deadline!)).toBe(expected);
  });

  it.each([
    ['2026年2月底前组建，3月15日前完成培训', ['by ~2026-02-28', 'by ~2026-03-15']],
    ['2026年上半年开工，2027年底建成', ['period 2026-01-01~2026-06-30', 'by ~2027-12-31']],
    ['1.宣传发动3月10日前完成；2.集中整治5月底前完成', ['by ~2026-03-10', 'by ~2026-05-31']],
    ['每月10日、20日前', ['recurring {"unit":"month","day":10}', 'recurring {"unit":"month","day":20}']],
  ])('%s, stage by stage', (printed, expected) => {
    const task = taskOf(printed);
    expect(task.stages.map(brief)).toEqual(expected);
    expect(task.deadline).toEqual(task.stages.at(-1));
  });

  it('keeps its words and its place, without what is to be done', () => {
    const text = `${HEAD}1.推进甲园建设。（责任单位：县发改委；完成时限：力争2026年6\n月底前完成）\n`;
    const notice = readNotice(text);
    const [task] = notice.tasks;
    const { deadline } = task!;
    const start = notice.starts[partOf(task!, deadline!)]!;
    expect(deadline!.text).toBe('2026年6月底前');
    expect(text.slice(start + deadline!.range.start, start + deadline!.range.end).replace('\n', '')).toBe(
      '2026年6月底前',
    );
  });
});

describe('the year that a deadline leaves out', () => {
  it.each([
    ['is said', '2026年3月底前', HEAD, '2026-03-31', 'said'],
    ['is that of the deadline before', '2027年2月开工，3月底前完成', HEAD, '2027-03-31', 'previous'],
    ['is the plan’s', '3月底前', letter('2026年重点任务', '2025年12月20日'), '2026-03-31', 'plan'],
    ['is the plan’s, also where it is over', '1月底前', HEAD, '2026-01-31', 'plan'],
    ['is the notice’s', '9月底前', letter('整改任务', '2025年3月1日'), '2025-09-30', 'notice'],
    ['is the next one, as winter comes', '3月底前', letter('整改任务', '2025年11月1日'), '2026-03-31', 'notice'],
    [
      'is the first to come in a plan of years',
      '3月底前',
      letter('三年行动计划（2025—2027年）', '2025年6月1日'),
      '2026-03-31',
      'plan',
    ],
    [
      'is not that of a year which is over',
      '6月底前',
      letter('2025年督察反馈问题整改任务', '2026年3月1日'),
      '2026-06-30',
      'notice',
    ],
    [
      'comes after the month of a plan',
      '1月底前',
      letter('2026年12月工作要点', '2026年11月30日'),
      '2027-01-31',
      'plan',
    ],
  ])('%s', (_, printed, head, due, year) => {
    expect(taskOf(printed, head).deadline).toMatchObject({ due, year });
  });

  it('is nobody’s guess', () => {
    const { deadline } = taskOf('6月底前', '');
    expect(deadline).toMatchObject({ kind: 'by', text: '6月底前' });
    expect(deadline).not.toHaveProperty('due');
  });
});

describe('the time of a plan', () => {
  it.each([
    ['云溪县2026年重点任务分解方案', '2026-01-01', '2026-12-31', 'year'],
    ['青岚区2026年9月工作要点', '2026-09-01', '2026-09-30', 'month'],
    ['云溪县2026年上半年重点任务', '2026-01-01', '2026-06-30', 'half-year'],
    ['云溪县茶产业发展行动计划（2026—2028年）', '2026-01-01', '2028-12-31', 'years'],
    ['云溪县“十五五”水利规划任务分工', '2026-01-01', '2030-12-31', 'years'],
    ['2027年三年行动计划（2026—2028年）任务', '2027-01-01', '2027-12-31', 'year'],
    ['云溪县二〇二六年重点任务', '2026-01-01', '2026-12-31', 'year'],
    ['城市更新三年行动', '2026-01-01', '2028-12-31', 'years'],
  ])('%s', (title, from, due, unit) => {
    expect(periodIn(title, '2026-02-10')).toMatchObject({ from, due, unit });
  });

  it.each(['云溪县春耕生产任务', '第2026号建议办理任务'])('is not said by %s', (title) => {
    expect(periodIn(title, '2026-02-10')).toBeUndefined();
  });
});

describe('what binds a task', () => {
  const due = (text: string): (string | undefined)[] => readNotice(text).tasks.map(dueOf);

  it('is its own field, or its heading’s', () => {
    const text = `${HEAD}一、健康（责任单位：县卫生健康局；完成时限：2026年底前）\n1.新建卫生室。\n2.建成实验室。（完成时限：9月底前）\n`;
    expect(due(text)).toEqual(['2026-12-31', '2026-09-30']);
    const [first, second] = readNotice(text).tasks;
    expect(first!.deadline!.source).toBe('heading');
    expect(second!.above!.due).toBe('2026-12-31');
    expect(partOf(first!, first!.deadline!)).toBe(first!.sections[0]!.part);
  });

  it.each(['完成时限', '时限'])('is what the front matter says for all: %s', (key) => {
    const text = `---\n${key}：2026年11月底前\n---\n1.甲。（责任单位：县发改委）\n2.乙。（责任单位：县发改委；完成时限：2026年6月底前）\n`;
    expect(due(text)).toEqual(['2026-11-30', '2026-06-30']);
    const notice = readNotice(text);
    const { range } = notice.tasks[0]!.deadline!;
    expect(text.slice(range.start, range.end)).toBe('2026年11月底前');
    // It prints nowhere.
    expect(notice.tasks[0]!.duty.deadline).toBeUndefined();
  });

  it('is that of the task before, where 同上 stands', () => {
    const text = `${HEAD}1.甲。\n责任单位：县发改委\n完成时限：6月底前\n2.乙。\n责任单位：县发改委\n完成时限：同上\n`;
    expect(due(text)).toEqual(['2026-06-30', '2026-06-30']);
  });

  it('is the last of several brackets', () => {
    const text = `${HEAD}1.编规划（牵头单位：县发改委；完成时限：6月底前），建甲园（牵头单位：县住建局；完成时限：11月底前）。\n`;
    expect(due(text)).toEqual(['2026-11-30']);
  });
});

describe('what a text says of when', () => {
  it.each([
    ['6月底前完成征地，年底前建成。', ['by ~2026-06-30', 'by ~2026-12-31']],
    ['年内新增企业5家。', ['period 2026-01-01~2026-12-31']],
    ['到2028年建成甲园。', ['by 2028-01-01~2028-12-31']],
    ['每季度开展督查。', ['recurring {"unit":"quarter"}']],
    ['2027年6月底前启动，9月底前完成。', ['by ~2027-06-30', 'by ~2027-09-30']],
    ['2027年6月底前启动。9月底前报送。', ['by ~2027-06-30', 'by ~2026-09-30']],
    // None of these is a deadline.
    ['截至2025年底完成投资3亿元，较2024年底增长9%。', []],
    ['改造2000年以前建成的小区。', []],
    ['办好2026年茶博会，落实《2026年底前工作安排》。', []],
    ['按照市里年底前全部建成的要求推进。', []],
    ['开展12月龄儿童体检，落实“三年行动”，近三年内建成。', []],
    ['抓好“十五五”规划编制，实行一月一调度。', []],
  ])('%s', (text, expected) => {
    const notice = readNotice(`${HEAD}1.${text}（责任单位：县发改委）\n`);
    expect(notice.tasks[0]!.spoken.map(brief)).toEqual(expected);
  });

  it('does not bind the task', () => {
    const notice = readNotice(`${HEAD}1.6月底前完成征地。（责任单位：县发改委）\n`);
    expect(notice.tasks[0]!.deadline).toBeUndefined();
  });
});

describe('in words', () => {
  it.each([
    ['6月底前', '2026年6月30日前（含当日）'],
    ['三季度', '2026年7月1日至2026年9月30日'],
    ['6月底前完成并长期坚持', '2026年6月30日前（含当日），以后长期坚持'],
    ['每月28日前', '每月'],
    ['持续推进', '没有截止日期'],
    ['汛期前', '无法确定日期'],
  ])('%s', (printed, words) => {
    expect(sayDeadline(taskOf(printed).deadline!).zh).toBe(words);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '2026',
      '年',
      '月',
      '日',
      '底',
      '末',
      '前',
      '内',
      '6',
      '31',
      '0',
      '季度',
      '上',
      '半年',
      '每',
      '—',
      '至',
      '次年',
      '十',
      '五',
      '（',
      '）',
      '同上',
      ' ',
      '，',
      '\n',
      '个工作日',
      '后',
      '元旦',
      '“',
      '二〇二六',
      '旬',
    ],
  );
  const words = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  it('has deadlines that are in it, and days that are in the calendar', () => {
    fc.assert(
      fc.property(words, words, (value, text) => {
        const notice = readNotice(`${HEAD}1.推进${text}建设。\n责任单位：县发改委\n完成时限：${value}\n`);
        for (const task of notice.tasks) {
          for (const deadline of [...task.stages, ...task.spoken]) {
            const start = notice.starts[partOf(task, deadline)]!;
            const printed = notice.text.slice(start + deadline.range.start, start + deadline.range.end);
            expect(printed.replace(/\s/g, '')).toContain(deadline.text.replace(/\s/g, ''));
            for (const day of [deadline.from, deadline.due]) {
              if (day !== undefined) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('means after an edit what it means afresh', () => {
    const lines = fc.constantFrom(
      '---\n时限：年底前\n---\n',
      HEAD,
      '一、园区（完成时限：9月底前；责任单位：县发改委）\n',
      '1.推进甲园建设，6月底前建成。\n',
      '责任单位：县发改委\n',
      '完成时限：6月底前\n',
      '完成时限：同上\n',
      '2027年',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 8 }), fc.nat(), fc.nat(9), lines, (before, at, length, put) => {
        const text = before.join('');
        const start = at % (text.length + 1);
        const end = Math.min(text.length, start + length);
        const document = readDocument(text, DEFAULT_VOCABULARY);
        noticeOf(document);
        const edited = noticeOf(editDocument(document, { start, end, insert: put }));
        const fresh = readNotice(text.slice(0, start) + put + text.slice(end));
        const said = ({ deadline, stages, spoken }: Task): unknown => [deadline, stages, spoken];
        expect(edited.tasks.map(said)).toEqual(fresh.tasks.map(said));
      }),
      { numRuns: 200 },
    );
  });
});
