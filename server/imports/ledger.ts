/**
 * Reads a ledger (台账) that came back: whatever was sorted, inserted, moved or renamed in it, each row's identity, text
 * and report are found by what stands in the columns.
 */
import { LEDGER, type Report } from '../model/progress.ts';
import { unpack } from './archive.ts';
import type { Refused } from './import.ts';
import { type Columns, columnsOf } from './ledger-columns.ts';
import { type Grid, gridOf, textOf } from './ledger-grid.ts';
import { reportOf } from './ledger-report.ts';
import { isCompound, refuseCompound } from './ole.ts';
import { DECLARES_TYPE, isRefused } from './refusals.ts';

/** What went out in a row. */
export interface SentTask {
  readonly number: string;
  readonly text: string;
  readonly leads: string;
}

export interface ReturnedRow {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  readonly identity?: string;
  /** Of the task, as it stands there now; empty where there is none. */
  readonly text: string;
  readonly lead: string;
  readonly section: string;
  /** What was filled in; empty where nothing was. */
  readonly report: Report;
  /** All that stands in the row, by header. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Returned {
  readonly rows: readonly ReturnedRow[];
  /** By identity; empty where the hidden sheet is gone. */
  readonly sent: ReadonlyMap<string, SentTask>;
  /** The title of the notice that it was made of. */
  readonly notice?: string;
  /** The unit or leader that it was made for. */
  readonly only?: string;
}

/** A header stands no further down. */
const LAST_HEADER = 40;

const NO_WORKBOOK: Refused = {
  refused: {
    zh: '不是 Excel 工作簿（.xlsx）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再读。',
    en: 'This is no Excel workbook (.xlsx). Open it in Excel or WPS, save it as .xlsx and read that.',
  },
};

const NO_LEDGER: Refused = {
  refused: {
    zh: '没有找到台账的表头：应有一行写着“主要任务”“进展情况”等栏目名。表头若被删去，请照发出的台账补上一行。',
    en: 'No header of a ledger was found: a row with 主要任务, 进展情况 and so on. Where it was deleted, put one back as in the ledger that went out.',
  },
};

export async function readLedger(bytes: Uint8Array): Promise<Returned | Refused> {
  const grids = await gridsIn(bytes);
  if (isRefused(grids)) return grids;
  const index = grids.find(({ rows }) => textOf(rows[0]?.[0]) === LEDGER.mark);
  const sent = index ? sentIn(index) : new Map<string, SentTask>();
  const rows = grids.flatMap((grid) => (grid === index || grid.hidden ? [] : rowsOf(grid, sent)));
  if (!rows.length) return NO_LEDGER;
  const [notice, only] = [2, 3].map((at) => textOf(index?.rows[0]?.[at]));
  return { rows, sent, ...(notice && { notice }), ...(only && { only }) };
}

/** Excel 97 to 2003 and WPS as well, for a unit saves in what it has. */
async function gridsIn(bytes: Uint8Array): Promise<readonly Grid[] | Refused> {
  const { readXls, readXlsx } = await import('hucre/xlsx');
  try {
    if (isCompound(bytes)) return (await readXls(bytes, { readStyles: true })).sheets.map(gridOf);
    const parts = await unpack(bytes, (name) => /\.(?:xml|rels)$/.test(name), true);
    if (isRefused(parts)) return parts;
    for (const part of parts.values()) if (declaresType(part)) return DECLARES_TYPE;
    const { zipSync } = await import('fflate');
    // The library gets what has been unpacked within bounds, and no more.
    const bounded = zipSync(Object.fromEntries(parts), { level: 0 });
    return (await readXlsx(bounded, { readStyles: true })).sheets.map(gridOf);
  } catch {
    return isCompound(bytes) ? refuseCompound(bytes) : NO_WORKBOOK;
  }
}

/** <!D: a text in XML has its < written as &lt;. */
function declaresType(part: Uint8Array): boolean {
  for (let at = part.indexOf(0x21); at >= 0; at = part.indexOf(0x21, at + 1))
    if (part[at - 1] === 0x3c && part[at + 1] === 0x44) return true;
  return false;
}

function sentIn({ rows }: Grid): Map<string, SentTask> {
  const sent = new Map<string, SentTask>();
  for (const row of rows) {
    const [identity, number, text, leads] = [0, 1, 2, 3].map((at) => textOf(row[at]));
    if (LEDGER.identities.test(identity!)) sent.set(identity!, { number: number!, text: text!, leads: leads! });
  }
  return sent;
}

function rowsOf(grid: Grid, sent: ReadonlyMap<string, SentTask>): ReturnedRow[] {
  const found = headerOf(grid, sent);
  if (!found) return [];
  const { columns, at } = found;
  const rows: ReturnedRow[] = [];
  for (let row = at + 1; row < grid.rows.length; row++) {
    const cells = grid.rows[row]!;
    const texts = columns.headers.map((_, column) => textOf(cells[column]));
    if (texts.every((text) => !text) || isHeader(texts, columns)) continue;
    const identity = columns.identity === undefined ? '' : texts[columns.identity]!;
    rows.push({
      sheet: grid.name,
      row: row + 1,
      ...(LEDGER.identities.test(identity) && { identity }),
      text: texts[columns.task ?? -1] ?? '',
      lead: texts[columns.lead ?? -1] ?? '',
      section: texts[columns.section ?? -1] ?? '',
      report: reportOf(columns, cells, grid.comments.get(row)),
      cells: Object.fromEntries(
        columns.headers.flatMap((header, column) =>
          texts[column] && column !== columns.identity ? [[header, texts[column]!] as const] : [],
        ),
      ),
    });
  }
  return rows;
}

/** The header is the row that names most columns of a ledger. */
function headerOf(grid: Grid, sent: ReadonlyMap<string, SentTask>): { columns: Columns; at: number } | undefined {
  let best: { columns: Columns; at: number } | undefined;
  for (let at = 0; at < Math.min(grid.rows.length, LAST_HEADER); at++) {
    const columns = columnsOf(grid, at, sent);
    if (columns && columns.known > (best?.columns.known ?? 0)) best = { columns, at };
  }
  return best;
}

/** The header again, as it is when pages are copied together. */
function isHeader(texts: readonly string[], { headers }: Columns): boolean {
  const said = texts.filter(Boolean).length;
  return said > 2 && texts.every((text, column) => !text || text.replace(/\s/g, '') === headers[column]);
}
