/**
 * The exported table beside the annex that the office itself published for the same notice, cell by cell. The published
 * files are no part of this project: where they are absent, this is skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flatHeader, officialTable } from '../../server/formats/table/table.ts';
import { readNotice } from '../../server/model/read.ts';
import { tableAs } from '../support/exported.ts';

const PUBLISHED = new URL('../../../shared/notices/', import.meta.url);
const present = existsSync(new URL('truth/001_table.csv', PUBLISHED));

/**
 * The rows in which the two sources say different things, by column. All else agrees, blanks apart.
 */
const REALLY_DIFFERENT: Readonly<Record<string, readonly number[]>> = {
  // The annex skips a number and leaves one out.
  序号: [25, 26, 27],
  重点工作: [],
  // The body names the subject more fully.
  工作内容: [3],
  // A word more on one side, a digit's unit lost, a slip of the pen, a quotation mark lost in conversion.
  主要任务: [5, 16, 24, 25, 31, 39, 40, 51, 56, 64, 65, 76, 94, 95, 98, 102, 103, 105, 106, 107],
  // Only the annex has deadlines.
  完成时限: Array.from({ length: 107 }, (_, i) => i + 1),
  // The page lost the names with a blank in them; one row names fewer.
  牵头区领导: [
    2, 4, 7, 10, 11, 14, 16, 17, 18, 19, 21, 23, 24, 25, 32, 33, 34, 36, 37, 38, 39, 40, 41, 42, 46, 58, 59, 60, 68, 69,
    70, 72, 73, 74, 82, 83, 85, 97, 101, 103, 105, 106,
  ],
  // Another order and an inner office.
  牵头责任单位: [43],
  // Another order, mark or name, more or fewer units.
  协同责任单位: [28, 30, 31, 34, 53, 57, 63, 69, 73, 74, 107],
  备注: [],
};

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

function bare(text: string | undefined): string {
  return (text ?? '').replace(/\s/g, '');
}

describe.skipIf(!present)('the table of a published notice', () => {
  const file = present ? readdirSync(PUBLISHED).find((name) => name.startsWith('001_'))! : '';
  const notice = readNotice(present ? readFileSync(new URL(file, PUBLISHED), 'utf8') : '');
  const [header, ...annex] = parseCsv(
    present ? readFileSync(new URL('truth/001_table.csv', PUBLISHED), 'utf8').replace(/^\ufeff/, '') : '',
  );

  test('has the annex’s columns and rows, and its title', () => {
    const table = officialTable(notice);
    expect(flatHeader(table)).toEqual(header);
    expect(table.rows).toHaveLength(107);
    expect(table.title).toMatch(/重点工作任务分解表$/);
    expect(table.totals).toMatch(/^.合计.*任务.$/);
  });

  test.each(Object.keys(REALLY_DIFFERENT))('%s agrees but for what the two sources really differ in', (name) => {
    const column = header!.indexOf(name);
    const { rows } = officialTable(notice);
    const different = annex.flatMap((row, i) => (bare(row[column]) === bare(rows[i]!.cells[column]) ? [] : [i + 1]));
    expect(different).toEqual(REALLY_DIFFERENT[name]);
  });

  test('the CSV file holds the same cells', async () => {
    const [first, ...rows] = parseCsv(((await tableAs(notice, 'csv')) as string).replace(/^\ufeff/, ''));
    expect(first).toEqual(header);
    expect(rows).toEqual(officialTable(notice).rows.map((row) => row.cells));
  });
});
