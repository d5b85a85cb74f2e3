/** The calendar: days that are right, lines that every program reads, events that are known again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFile, textValue } from '../../server/formats/calendar/content-lines.ts';
import { firstDay, ruleOf, ruleValue } from '../../server/formats/calendar/recurrence.ts';
import type { ExportOptions } from '../../server/formats/format.ts';
import { exportNotice } from '../../server/formats/index.ts';
import { readNotice } from '../../server/model/read.ts';

const HEAD = `云溪县人民政府办公室

云政办发〔2026〕3号

云溪县人民政府办公室关于印发2026年重点工作任务的通知

云溪县人民政府办公室
2026年2月10日

2026年重点工作任务

一、稳增长，促转型

`;

type Event = ReadonlyMap<string, string>;

/** The events, by the names of their lines with their parameters. */
function eventsIn(ics: string): Event[] {
  const lines = ics.replace(/\r\n /g, '').split('\r\n');
  const events: Map<string, string>[] = [];
  let inside = false;
  for (const line of lines) {
    const at = line.indexOf(':');
    const [name, value] = [line.slice(0, at), line.slice(at + 1)];
    if (name === 'BEGIN' && value === 'VEVENT') {
      events.push(new Map());
      inside = true;
    } else if (name === 'BEGIN') inside = false;
    else if (name === 'END') inside = value === 'VALARM';
    else if (inside) events.at(-1)!.set(name, value);
  }
  return events;
}

async function calendar(tasks: string, options: ExportOptions = {}) {
  const { files, remarks } = await exportNotice(readNotice(HEAD + tasks), 'calendar', 'ics', options);
  const ics = files[0]?.content as string | undefined;
  return { ics, events: ics === undefined ? [] : eventsIn(ics), remarks: remarks.map(({ words }) => words.zh) };
}

const task = (n: number, text: string, deadline = '', lead = '县发改局') =>
  `${n}.${text}。\n牵头单位：${lead}。\n${deadline && `完成时限：${deadline}。\n`}\n`;

describe('the calendar', () => {
  it('has a day for each deadline, with who leads and all that the notice says', async () => {
    const { ics, events } = await calendar(task(1, '开工冷链园，年内建成', '2026年6月底前', '县发改局、县商务局'));
    expect(ics!.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(ics!.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event!.get('DTSTART;VALUE=DATE')).toBe('20260630');
    expect(event!.get('DTEND;VALUE=DATE')).toBe('20260701');
    expect(event!.get('DTSTAMP')).toBe('20260210T000000Z');
    expect(event!.get('SUMMARY')).toBe('1. 开工冷链园，年内建成（县发改局等）');
    expect(event!.get('CATEGORIES')).toBe('稳增长，促转型');
    expect(event!.get('DESCRIPTION')!.split('\\n')).toEqual([
      '重点工作：一、稳增长，促转型',
      '主要任务：开工冷链园，年内建成',
      '完成时限：2026年6月底前',
      '截止日期：2026年6月30日',
      '牵头责任单位：县发改局、县商务局',
      '依据：《云溪县人民政府办公室关于印发2026年重点工作任务的通知》（云政办发〔2026〕3号）一、1',
    ]);
    expect(ics).toContain('TRIGGER:-P6DT15H');
  });

  it('has each stage, and what recurs as a rule to the end of the plan', async () => {
    const { events } = await calendar(
      task(1, '建设茶园', '2026年3月底前完成选址，9月底前建成') +
        task(2, '通报进展', '每月25日前') +
        task(3, '会商形势', '每季度') +
        task(4, '排查隐患', '每周'),
    );
    const told = events.map((event) => [event.get('DTSTART;VALUE=DATE'), event.get('RRULE') ?? '']);
    expect(told).toEqual([
      ['20260331', ''],
      ['20260930', ''],
      ['20260225', 'FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20261231'],
      ['20260331', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20261231'],
      ['20260213', 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231'],
    ]);
    expect(events[0]!.get('SUMMARY')).toContain('第1阶段');
    expect(new Set(events.map((event) => event.get('UID'))).size).toBe(5);
  });

  it('knows an event again whatever its number and its day', async () => {
    const first = await calendar(task(1, '建设茶园', '6月底前') + task(2, '修缮村道', '9月底前'));
    const then = await calendar(
      task(1, '开工冷链园', '5月底前') + task(2, '修缮村道', '10月底前') + task(3, '建设茶园', '6月底前'),
    );
    const ids = (from: typeof first) =>
      Object.fromEntries(from.events.map((event) => [/\. (.*?)（/.exec(event.get('SUMMARY')!)![1], event.get('UID')]));
    expect(ids(then)).toMatchObject(ids(first));
    expect(new Set(Object.values(ids(first))).size).toBe(2);
  });

  it('says which tasks it has no day for, and what it took from the text', async () => {
    const { events, remarks } = await calendar(
      task(1, '建设茶园') + task(2, '修缮村道', '持续推进') + task(3, '8月底前完成验收') + task(4, '发放补贴', '9月前'),
    );
    expect(events.map((event) => event.get('DTSTART;VALUE=DATE'))).toEqual(['20260831', '20260930']);
    expect(remarks).toEqual([
      '序号1没有写完成时限，未列入日历。',
      '序号2的完成时限“持续推进”没有具体日期，未列入日历。',
      '序号4的完成时限可以有两种理解（如“9月前”），日历按较晚的一天列出，请核对。',
      '序号3没有单列完成时限，日历按任务正文里的时间列出，请核对。',
    ]);
    const none = await calendar(task(1, '建设茶园'));
    expect([none.ics, none.remarks]).toEqual([undefined, ['序号1没有写完成时限，未列入日历。']]);
  });

  it('is one of a unit’s tasks where that is asked for', async () => {
    const tasks = task(1, '建设茶园', '6月底前') + task(2, '修缮村道', '9月底前', '县交通局');
    const { ics, events } = await calendar(tasks, { only: '县交通局' });
    expect(events.map((event) => event.get('SUMMARY'))).toEqual(['2. 修缮村道（县交通局）']);
    expect(ics).toContain('X-WR-CALNAME:2026年重点工作任务完成时限（县交通局）');
    expect((await calendar(tasks, { only: '县水利局' })).remarks[0]).toContain('没有“县水利局”的任务');
  });
});

describe('a line of a calendar', () => {
  it('is 75 octets at most, is never cut within a character, and says the same unfolded', () => {
    const characters = fc.constantFrom('项', 'a', '，', ',', ';', '\\', '\n', '𠮷', 'é', '\r', '\u0007', ':', '"');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 300 }), (all) => {
        const text = all.join('');
        const file = asFile([`SUMMARY:${textValue(text)}`, 'END:VEVENT']);
        const bytes = Buffer.from(file, 'utf8');
        expect(file).not.toContain('\ufffd');
        for (const line of bytes.toString('latin1').split('\r\n')) {
          expect(line.length).toBeLessThanOrEqual(75);
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))).not.toThrow();
        }
        const [unfolded] = file.replace(/\r\n /g, '').split('\r\n');
        const read = unfolded!
          .slice('SUMMARY:'.length)
          .replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
        expect(read).toBe(text.replace(/\r\n?/g, '\n').replaceAll('\u0007', ''));
      }),
    );
  });
});

describe('what recurs', () => {
  const cases: [Parameters<typeof ruleOf>[0], string, string, string][] = [
    [{ unit: 'day' }, '每日', '2026-02-10', 'FREQ=DAILY'],
    [{ unit: 'week', day: 1 }, '每周一', '2026-02-16', 'FREQ=WEEKLY;BYDAY=MO'],
    [{ unit: 'ten-days' }, '每旬', '2026-02-10', 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1'],
    [{ unit: 'month' }, '每月', '2026-02-28', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    [{ unit: 'month', day: 30 }, '每月30日前', '2026-02-28', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
    [{ unit: 'month', day: 31 }, '每月31日前', '2026-02-28', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    [{ unit: 'quarter', month: 1, day: 10 }, '每季度首月10日前', '2026-04-10', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10'],
    [{ unit: 'quarter', day: 10 }, '每季度次月10日前', '2026-04-10', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10'],
    [{ unit: 'half-year' }, '每半年', '2026-06-30', 'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1'],
    [{ unit: 'year', month: 11, day: 15 }, '每年11月15日前', '2026-11-15', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15'],
  ];

  it.each(cases)('%o (%s) begins on %s', (every, text, day, value) => {
    const rule = ruleOf(every, text);
    expect(firstDay(rule, '2026-02-10', '2026-12-31')).toBe(day);
    expect(ruleValue(rule, '2026-12-31')).toBe(`${value};UNTIL=20261231`);
  });

  it('that would begin after the last day has no first one', () => {
    expect(firstDay(ruleOf({ unit: 'half-year' }, '每半年'), '2026-02-10', '2026-05-31')).toBeUndefined();
  });
});
