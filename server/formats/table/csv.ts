/** The table as CSV (RFC 4180): one row a task, every row filled, for spreadsheets and scripts. */
import { oneFile, type Write } from '../format.ts';
import { flatHeader, officialTable } from './table.ts';

/** With a BOM, for Excel takes UTF-8 without one for the system's own encoding. */
export const writeCsv: Write = async (notice, options) => {
  const table = officialTable(notice, options);
  const records = [flatHeader(table), ...table.rows.map((row) => row.cells)];
  return oneFile(`\ufeff${records.map((record) => `${record.map(field).join(',')}\r\n`).join('')}`, table.remarks);
};

/**
 * What a spreadsheet would take for a formula: = + - @, their full-width forms, tab and line breaks at the start of a
 * cell (OWASP, CSV Injection).
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** One field. A leading apostrophe keeps it text; -5% gets one too, for it cannot be told apart safely. */
function field(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
