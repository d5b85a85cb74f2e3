/**
 * Slips as Excel workbooks. An office sorts and filters its list: one header row, each row whole with its label, no cell
 * merged in the list.
 */
import type { Write } from '../format.ts';
import { type Cell, type Row, Styles, writeWorkbook } from '../ooxml/sheet.ts';
import { DEFAULT_FONTS, type FontSet } from '../page/fonts.ts';
import { linesIn } from '../page/measure.ts';
import { headerOf } from '../table/columns.ts';
import { layOut } from '../table/pages.ts';
import { PAGE, SIZES, TABLE_WIDTH } from '../table/setting.ts';
import type { Table } from '../table/table.ts';
import { columnWidths } from '../table/widths.ts';
import { slipsOf } from './slip.ts';

const POINTS_PER_MM = 72 / 25.4;
/** In points. */
const PITCH = { title: 36, totals: 28, cell: 15.5 };
/** A row can't be taller in Excel. */
const TALLEST_ROW = 409;
/** The list begins below title, totals and header. */
const FIRST = 3;
/** The sides are narrower than on the official page, so that columns which come out wider still stand on one page. */
const MARGINS = { top: PAGE.top, bottom: PAGE.bottom, left: 15, right: 15, header: 13, footer: 13 };

const CENTRED: ReadonlySet<string> = new Set(['n', 'blank', 'deadline', 'leaders', 'lead']);

export const writeXlsx: Write = async (notice, options) => {
  const { slips, ...said } = slipsOf(notice, options);
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const { author } = options;
  return { files: slips.map(({ name, table }) => ({ name, content: workbook(table, fonts, author) })), ...said };
};

function workbook(grouped: Table, fonts: FontSet, author: string | undefined): Uint8Array {
  const table = flat(grouped);
  const widths = columnWidths(table, TABLE_WIDTH);
  const title = linesIn(table.title, (TABLE_WIDTH * POINTS_PER_MM) / SIZES.title) * PITCH.title + 8;
  const layout = layOut(table, {
    widths: widths.map((width) => width * POINTS_PER_MM),
    fontSize: SIZES.cell,
    pitch: PITCH.cell,
    padding: { across: 2 * POINTS_PER_MM, down: 4 },
    page: (PAGE.height - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM,
    above: title + PITCH.totals,
  });
  const styles = new Styles();
  const right = table.columns.length - 1;
  const bottom = FIRST + table.rows.length - 1;
  const number = `&"${fonts.number},Regular"&${SIZES.number}`;
  return writeWorkbook({
    title: table.title,
    author,
    styles,
    sheets: [
      {
        name: '分办单',
        columns: widths.map((width) => ({ width })),
        rows: rowsOf(table, fonts, styles, {
          title,
          header: layout.headerHeights[0]!,
          rows: layout.heights.map((height) => Math.min(height, TALLEST_ROW)),
        }),
        merges: [0, 1].map((row) => ({ top: row, bottom: row, left: 0, right })),
        freeze: { rows: FIRST },
        printTitles: { from: FIRST - 1, to: FIRST - 1 },
        printArea: { top: 0, left: 0, bottom, right },
        pageStarts: layout.breaks.map((row) => FIRST + row),
        filter: { top: FIRST - 1, left: 0, bottom, right },
        page: { landscape: true, margins: MARGINS, footer: `&C${number}— &P —` },
      },
    ],
  });
}

/** One header row, and every row with its own label. */
function flat(table: Table): Table {
  const columns = table.columns.map(({ group: _, ...column }) => column);
  return {
    ...table,
    columns,
    header: columns.map(({ words }, column) => ({ words, row: 0, rows: 1, column, columns: 1 })),
    headerRows: 1,
    rows: table.rows.map(({ cells }) => ({ cells, spans: [] })),
    merges: [],
  };
}

interface Heights {
  readonly title: number;
  readonly header: number;
  readonly rows: readonly number[];
}

function* rowsOf(table: Table, fonts: FontSet, styles: Styles, heights: Heights): Iterable<Row> {
  const { columns } = table;
  const line = (value: string, font: { name: string; size: number }): Cell[] => {
    const style = styles.of({ font, align: 'center' });
    return columns.map((_, at) => (at ? { style } : { value, style }));
  };
  yield { height: heights.title, cells: line(table.title, { name: fonts.title, size: SIZES.title }) };
  yield { height: PITCH.totals, cells: line(table.totals ?? '', { name: fonts.body, size: SIZES.totals }) };
  const head = styles.of({ font: { name: fonts.heading, size: SIZES.cell }, border: true, align: 'center' });
  yield { height: heights.header, cells: columns.map((column) => ({ value: headerOf(column), style: head })) };
  const looks = columns.map(({ id }) =>
    styles.of({
      font: { name: fonts.body, size: SIZES.cell },
      border: true,
      align: CENTRED.has(id) ? 'center' : 'left',
    }),
  );
  for (const [at, { cells }] of table.rows.entries()) {
    yield {
      height: heights.rows[at]!,
      cells: cells.map((text, column) => ({
        value: columns[column]!.id === 'n' ? Number(text) : text,
        style: looks[column]!,
      })),
    };
  }
}
