/**
 * The ledger as an Excel workbook: a plain list with one header row and no merged cells, so that it can be sorted and
 * filtered; the title stands on the printed page. A hidden column names each row's task. It stands among the others, or
 * who sorts the columns that he sees would leave it behind.
 */
import { LEDGER, REPORT_COLUMNS, type ReportField, STATES } from '../../model/progress.ts';
import type { OutputFile, Write } from '../format.ts';
import {
  type Area,
  type Cell,
  type Column,
  columnName,
  dayNumber,
  plain,
  type Sheet,
  type StyleId,
  Styles,
  writeWorkbook,
} from '../ooxml/sheet.ts';
import { DEFAULT_FONTS, type FontSet } from '../page/fonts.ts';
import { linesIn } from '../page/measure.ts';
import type { ColumnId } from '../table/templates.ts';
import { type Ledger, type LedgerRow, ledgersOf } from './ledger.ts';

/** In mm. Together they come to some eight tenths of their size on A4. */
const GIVEN_WIDTHS: Readonly<Partial<Record<ColumnId, number>>> = {
  n: 10,
  topic: 24,
  task: 52,
  deadline: 20,
  leaders: 22,
  lead: 24,
  units: 28,
  support: 28,
};
const REPORT_WIDTHS: Readonly<Record<ReportField, number>> = {
  state: 16,
  percent: 18,
  progress: 46,
  problems: 30,
  next: 30,
  by: 16,
  date: 22,
};
const CENTERED: ReadonlySet<string> = new Set(['n', 'deadline', 'leaders', 'state', 'percent', 'by', 'date']);

const MARGINS = { top: 22, bottom: 16, left: 10, right: 10, header: 10, footer: 8 };
const SIZE = 10.5;
const PITCH = 15.5;
const TALLEST_ROW = 400;
const POINTS_PER_MM = 72 / 25.4;
/** What is given and what is to be filled in, told apart in print as well. */
const FILLS = { given: 'D9D9D9', report: 'FFF2CC' };
const COLOURS = { late: { fill: 'F8CBAD', bold: true }, done: { fill: 'E2EFDA' } };
/** Reports are of the time since; an earlier day is a slip. */
const FIRST_DAY = '2000-01-01';

export const writeXlsx: Write = async (notice, options) => {
  const { ledgers, remarks } = ledgersOf(notice, options);
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const { author } = options;
  const files = ledgers.map(
    (ledger): OutputFile => ({
      name: options.by && options.only === undefined ? ledger.only! : '',
      content: writeLedger(ledger, fonts, author),
    }),
  );
  const [first, ...more] = ledgers;
  return { files, remarks, ...(first && !more.length && { tasks: first.rows.length }) };
};

export function writeLedger(ledger: Ledger, fonts: FontSet = DEFAULT_FONTS, author?: string): Uint8Array {
  const styles = new Styles();
  const title = ledger.only ? `${ledger.title}（${ledger.only}）` : ledger.title;
  return writeWorkbook({
    title,
    author,
    styles,
    sheets: [listSheet(ledger, title, fonts, styles), indexSheet(ledger)],
  });
}

interface LedgerColumn extends Column {
  readonly title: string;
  readonly fill: string;
  readonly style: StyleId;
  readonly cell: (row: LedgerRow) => string | number | undefined;
}

function listSheet(ledger: Ledger, title: string, fonts: FontSet, styles: Styles): Sheet {
  const columns = columnsOf(ledger, fonts, styles);
  const head = (fill: string): StyleId =>
    styles.of({ font: { name: fonts.heading, size: SIZE }, border: true, align: 'center', fill });
  const header = columns.map(
    (column): Cell => ({
      // 完成进度（%） breaks before its bracket rather than in it.
      value: column.title.replace('（', '\n（'),
      style: head(column.fill),
    }),
  );
  const rows = ledger.rows.map((row) => ({
    height: heightOf(row, columns),
    grows: true,
    cells: columns.map(({ cell, style }): Cell => {
      const value = cell(row);
      return value === undefined ? { style } : { value, style };
    }),
  }));
  const right = columns.length - 1;
  const filled = (field: ReportField): Area => {
    const column = columns.length - REPORT_COLUMNS.length + REPORT_COLUMNS.findIndex((one) => one.field === field);
    return { top: 1, left: column, bottom: Math.max(rows.length, 1), right: column };
  };
  const state = filled('state');
  const first = `$${columnName(state.left)}2`;
  return {
    name: LEDGER.sheet,
    columns,
    rows: [{ height: 32, cells: header }, ...rows],
    freeze: { rows: 1, columns: columns.findIndex(({ hidden }) => hidden) },
    printTitles: { from: 0, to: 0 },
    printArea: { top: 0, left: 0, bottom: rows.length, right },
    filter: { top: 0, left: 0, bottom: rows.length, right },
    page: {
      landscape: true,
      margins: MARGINS,
      fitWidth: true,
      // The face last: a size takes the digits behind it for its own, and titles begin with years.
      header: `&C&16&"${fonts.title},Regular"${plain(title)}`,
      footer: '&C第 &P 页　共 &N 页',
    },
    validations: [
      {
        area: state,
        allows: { list: STATES },
        error: `请从下拉列表中选择：${STATES.join('、')}。别的情况请写在“进展情况”一栏。`,
      },
      {
        area: filled('percent'),
        allows: { decimal: [0, 100] },
        prompt: '填 0 至 100 的数，全部完成填 100',
        error: '请填 0 至 100 的数，不写别的字。',
      },
      {
        area: filled('date'),
        allows: { dateFrom: FIRST_DAY },
        warns: true,
        prompt: '如 2026-05-20',
        error: '这不像一个日期，应如 2026-05-20。',
      },
    ],
    conditions: [
      { area: state, formula: `${first}="滞后"`, change: styles.change(COLOURS.late) },
      { area: state, formula: `${first}="已完成"`, change: styles.change(COLOURS.done) },
    ],
  };
}

function columnsOf({ given }: Ledger, fonts: FontSet, styles: Styles): LedgerColumn[] {
  const style = (id: string, format?: string): StyleId =>
    styles.of({
      font: { name: fonts.body, size: SIZE },
      border: true,
      align: CENTERED.has(id) ? 'center' : 'left',
      ...(format && { format }),
    });
  const columns = given.map(
    ({ id, title }, at): LedgerColumn => ({
      title,
      width: GIVEN_WIDTHS[id]!,
      fill: FILLS.given,
      style: style(id),
      cell: ({ given: cells }) => (id === 'n' ? Number(cells[at]) : cells[at]),
    }),
  );
  const identity: LedgerColumn = {
    title: LEDGER.identity,
    width: 20,
    hidden: true,
    fill: FILLS.given,
    style: style('identity'),
    cell: (row) => row.identity,
  };
  // Behind the task, where it goes along with whatever is sorted, cut or copied.
  columns.splice(given.findIndex(({ id }) => id === 'task') + 1, 0, identity);
  const reports = REPORT_COLUMNS.map(
    ({ field, title }): LedgerColumn => ({
      title,
      width: REPORT_WIDTHS[field],
      fill: FILLS.report,
      style: style(field, field === 'date' ? 'yyyy-mm-dd' : undefined),
      cell: ({ report }) => (field === 'date' && dayNumber(report.date ?? '')) || report[field],
    }),
  );
  return [...columns, ...reports];
}

function heightOf(row: LedgerRow, columns: readonly LedgerColumn[]): number {
  let lines = 2;
  for (const { cell, width, hidden } of columns) {
    const value = cell(row);
    if (hidden || typeof value !== 'string') continue;
    lines = Math.max(lines, linesIn(value, (width * POINTS_PER_MM - 6) / SIZE));
  }
  return Math.min(lines * PITCH + 4, TALLEST_ROW);
}

/** What finds the tasks again where the hidden column was cut, or the notice has changed since. */
function indexSheet({ notice, only, rows }: Ledger): Sheet {
  const line = (...values: readonly string[]) => ({ cells: values.map((value): Cell => ({ value })) });
  return {
    name: LEDGER.index,
    state: 'veryHidden',
    columns: [],
    rows: [
      line(LEDGER.mark, String(LEDGER.version), notice, only ?? ''),
      line(...LEDGER.columns),
      ...rows.map(({ identity, number, text, leads }) => line(identity, number, text, leads)),
    ],
  };
}
