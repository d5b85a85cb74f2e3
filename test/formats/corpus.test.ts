/** The invented corpus, from text to file: every style of notice comes out in every format. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { officialTable } from '../../server/formats/table/table.ts';
import { readNotice } from '../../server/model/read.ts';
import { tableAs } from '../support/exported.ts';
import { readRows, readSheet, unzip } from './unzip.ts';

const CORPUS = new URL('../model/corpus/', import.meta.url);
const names = readdirSync(CORPUS).filter((name) => name.endsWith('.notice'));

describe.each(names)('%s', (name) => {
  const notice = readNotice(readFileSync(new URL(name, CORPUS), 'utf8'));
  const truth = JSON.parse(readFileSync(new URL(name.replace(/\.notice$/, '.json'), CORPUS), 'utf8'));

  test('JSON says what a careful reader takes from it', async () => {
    expect(JSON.parse((await tableAs(notice, 'json')) as string)).toEqual(truth);
  });

  test('every format holds a row for each task, and every unit and leader', async () => {
    const table = officialTable(notice);
    expect(table.rows).toHaveLength(truth.tasks.length);
    for (const [i, task] of truth.tasks.entries()) {
      const cells = table.rows[i]!.cells.join('\n');
      for (const who of [...task.leaders, ...task.leadUnits, ...task.supportUnits, ...task.units]) {
        expect(cells).toContain(who);
      }
    }
    const docx = unzip((await tableAs(notice, 'docx')) as Uint8Array);
    expect(readRows(docx.get('word/document.xml')!.text)).toHaveLength(table.headerRows + table.rows.length);
    const { cells } = readSheet(unzip((await tableAs(notice, 'xlsx')) as Uint8Array));
    const first = (table.totals ? 2 : 1) + table.headerRows + 1;
    for (let i = 0; i < table.rows.length; i++) expect(cells.get(`A${first + i}`)).toBe(`number ${i + 1}`);
  });
});
