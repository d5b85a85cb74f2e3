/** Ledgers as they go out and come back: what their sheets should hold, and what is read of them. */
import { type Ledger, ledgersOf } from '../../../server/formats/ledger/ledger.ts';
import { writeLedger } from '../../../server/formats/ledger/xlsx.ts';
import { DEFAULT_FONTS } from '../../../server/formats/page/fonts.ts';
import { readLedger } from '../../../server/imports/ledger.ts';
import { REPORT_COLUMNS, type Report } from '../../../server/model/progress.ts';
import { readNotice } from '../../../server/model/read.ts';
import { NO_PROGRESS, printProgress, reportsByTask } from '../../../server/project/progress.ts';
import { readInto } from '../../../server/project/progress-read.ts';
import type { Expected } from './table-xlsx.ts';

export type LedgerExpected = Omit<Expected, 'pages' | 'widths' | 'pageStarts'>;

export function make(text: string): { bytes: Uint8Array; expected: LedgerExpected } | undefined {
  const notice = readNotice(text);
  if (!notice.tasks.length) return undefined;
  const [ledger] = ledgersOf(notice, {}).ledgers;
  const author = notice.head.issuer?.text;
  return {
    bytes: writeLedger(ledger!, DEFAULT_FONTS, author),
    expected: { ...expectedOf(ledger!), properties: [ledger!.title, author ?? null] },
  };
}

const letter = (column: number): string => String.fromCharCode(65 + column);

function expectedOf({ given, rows }: Ledger): Omit<LedgerExpected, 'properties'> {
  const task = given.findIndex(({ id }) => id === 'task');
  const titles = given.map(({ title }) => title);
  const header = [
    ...titles.slice(0, task + 1),
    '任务标识\n（请勿改动）',
    ...titles.slice(task + 1),
    ...REPORT_COLUMNS.map(({ title }) => title.replace('（', '\n（')),
  ];
  const cells: Record<string, string | number> = {};
  header.forEach((title, column) => {
    cells[`${letter(column)}1`] = title;
  });
  rows.forEach((row, at) => {
    const values = [...row.given.slice(0, task + 1), row.identity, ...row.given.slice(task + 1)];
    values.forEach((value, column) => {
      if (value) cells[`${letter(column)}${at + 2}`] = header[column] === '序号' ? Number(value) : value;
    });
  });
  const last = `${letter(header.length - 1)}${rows.length + 1}`;
  return {
    sheets: [
      ['台账', 'visible'],
      ['台账索引', 'veryHidden'],
    ],
    cells,
    merges: [],
    freeze: `${letter(task + 1)}2`,
    printTitles: '$1:$1',
    printArea: `$A$1:${last.replace(/^([A-Z]+)/, '$$$1$$')}`,
    hidden: [letter(task + 1)],
    filter: `A1:${last}`,
  };
}

/** What comes of a ledger that came back: the reports of each task by its serial number, and the rows of no task. */
export async function read(
  text: string,
  bytes: Uint8Array,
): Promise<{ tasks: { n: number; text: string; reports: readonly Report[] }[]; lost: number[]; again: boolean }> {
  const notice = readNotice(text);
  const returned = await readLedger(bytes);
  if ('refused' in returned) throw new Error(returned.refused.zh);
  const { progress } = readInto(NO_PROGRESS, notice, returned, '台账.xlsx');
  const reports = reportsByTask(progress, notice);
  const again = readInto(progress, notice, returned, '台账.xlsx').progress;
  return {
    tasks: notice.tasks.map(({ n, text: says }) => ({ n, text: says, reports: reports[n - 1]! })),
    lost: progress.unmatched.map(({ row }) => row),
    again: printProgress(again) === printProgress(progress),
  };
}
