import type { Notice, Table, TableCell } from '../../model/notice.ts';
import { inTable } from '../../model/tables.ts';
import { defineRule, type Report } from '../rule.ts';

export default defineRule({
  id: 'table-serial-wrong',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '分解表的序号跳号、重号或空着。', en: 'A serial number in the table is skipped, repeated or left out.' },
  why: {
    zh: '督办通报按序号说事，号不对就会说错任务，项数也对不上。',
    en: 'Reports go by serial number: with a wrong one they speak of another task, and the total is wrong.',
  },
  mend: {
    zh: '把序号补上或改正。序号可以每部分重新从1排起。',
    en: 'Write the right number. Numbers may start anew from 1 in each part.',
  },
  bad: [
    '| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 |\n| «4» | 改造农村公路50公里 | 县交通运输局 |\n| 5 | 建成社区食堂10处 | 县民政局 |\n',
    '序号\t主要任务\t牵头单位\n1\t新建生态茶园6000亩\t县农业农村局\n2\t举办春茶开采节3场\t县文化旅游局\n«2»\t改造农村公路50公里\t县交通运输局\n4\t建成社区食堂10处\t县民政局\n',
    '| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 |\n|  | «举办春茶开采节3场» | 县文化旅游局 |\n| 3 | 改造农村公路50公里 | 县交通运输局 |\n| 4 | 建成社区食堂10处 | 县民政局 |\n',
  ],
  good: [
    '| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 |\n| 1 | 改造农村公路50公里 | 县交通运输局 |\n| 2 | 建成社区食堂10处 | 县民政局 |\n',
    '| 序号 | 重点工作 | 主要任务 | 牵头单位 |\n| --- | --- | --- | --- |\n| 1 | 茶产业 | 新建生态茶园6000亩 | 县农业农村局 |\n|  |  | 举办春茶开采节3场 | 县文化旅游局 |\n| 2 | 民生 | 改造农村公路50公里 | 县交通运输局 |\n|  |  | 建成社区食堂10处 | 县民政局 |\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    for (const table of notice.tables) checkTable(notice, table, report);
  },
});

interface Numbered {
  /** Undefined where none stands there. */
  readonly value: number | undefined;
  readonly serial: TableCell;
  /** What the row says first beside it. */
  readonly first: TableCell;
}

function checkTable(notice: Notice, table: Table, report: (report: Report) => void): void {
  const column = table.columns.findIndex(({ role }) => role === 'serial');
  if (column < 0 || table.rows.length < 3) return;
  const rows: Numbered[] = [];
  for (const { cells } of table.rows) {
    const serial = cells[column]!;
    const first = cells.find((cell, index) => index > column && cell.text && !cell.merged);
    // 1-2, 合计, （一）: rows that are counted in another way.
    if (!first || (serial.text && !/^\d{1,5}[.．、]?$/.test(serial.text))) continue;
    rows.push({ value: serial.text ? Number.parseInt(serial.text, 10) : undefined, serial, first });
  }
  const blank = rows.filter(({ value }) => value === undefined).length;
  // A number that reaches down over several rows.
  const reaches = blank > 1 && blank * 10 > rows.length;
  let last: number | undefined;
  rows.forEach(({ value, serial, first }, index) => {
    if (value === undefined) {
      if (reaches || last === undefined) return;
      const next = rows[index + 1]?.value;
      const open = next === undefined || next > last + 1;
      report(blankReport(table, serial, first, open ? last + 1 : undefined, notice));
      // Where the next number goes on without a gap, all of those below would have to change.
      if (open) last++;
      return;
    }
    const wanted = last === undefined ? value : last + 1;
    if (value !== wanted && !(value === 1 && last! > 1)) {
      const next = rows[index + 1]?.value;
      report(
        wrongReport(table, serial, value, wanted, next === undefined ? index === rows.length - 1 : next === wanted + 1),
      );
      // What follows goes on from the right one, or from this one.
      last = next === value + 1 || next === undefined || value > wanted ? value : wanted;
      return;
    }
    last = value;
  });
}

function wrongReport(table: Table, { range }: TableCell, value: number, wanted: number, alone: boolean): Report {
  const place = inTable(table, range);
  const again = value < wanted;
  return {
    range: place,
    message: again
      ? {
          zh: `序号“${value}”重复或倒退，这里应为${wanted}。`,
          en: `Serial number ${value} stands here again; it should be ${wanted}.`,
        }
      : {
          zh: `序号从${wanted - 1}跳到${value}，缺${missing(wanted, value)}，请核对是否漏了一行。`,
          en: `Serial numbers jump from ${wanted - 1} to ${value}. See whether a row is missing.`,
        },
    fixes: alone ? [fixOf(wanted, place)] : [],
  };
}

function missing(from: number, to: number): string {
  return to - from === 1 ? String(from) : `${from}至${to - 1}`;
}

function blankReport(
  table: Table,
  serial: TableCell,
  first: TableCell,
  wanted: number | undefined,
  notice: Notice,
): Report {
  const place = inTable(table, serial.range);
  const blanks = notice.text.slice(place.start, place.end);
  const text = wanted === undefined ? '' : table.form === 'pipes' ? ` ${wanted} ` : String(wanted);
  return {
    range: inTable(table, first.range),
    message:
      wanted === undefined
        ? { zh: '这一行没有序号，请补上。', en: 'This row has no serial number. Write one.' }
        : { zh: `这一行没有序号，应为${wanted}。`, en: `This row has no serial number. It should be ${wanted}.` },
    fixes: wanted !== undefined && serial.placed && !blanks.trim() ? [fixOf(wanted, place, text)] : [],
  };
}

function fixOf(wanted: number, range: { start: number; end: number }, text = String(wanted)) {
  return { title: { zh: `写上序号${wanted}`, en: `Write ${wanted}` }, safe: false, edits: [{ range, text }] };
}
