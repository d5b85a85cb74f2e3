/** What the sheet of the official table should hold, and where its pages begin, said by the table and its layout. */
import { MM_PER_DIGIT } from '../../../server/formats/ooxml/sheet-styles.ts';
import { DEFAULT_FONTS } from '../../../server/formats/page/fonts.ts';
import { cellAt, officialTable, type Table } from '../../../server/formats/table/table.ts';
import type { TemplateId } from '../../../server/formats/table/templates.ts';
import { pagesOf, writeTable } from '../../../server/formats/table/xlsx.ts';
import { readNotice } from '../../../server/model/read.ts';

export interface Expected {
  readonly properties: readonly [title: string, author: string | null];
  readonly sheets: readonly (readonly [name: string, state: string])[];
  /** By address. */
  readonly cells: Readonly<Record<string, string | number>>;
  readonly merges: readonly string[];
  readonly freeze: string;
  readonly printTitles: string;
  readonly printArea: string;
  readonly pageStarts: readonly number[];
  readonly hidden: readonly string[];
  readonly widths: readonly number[];
  readonly filter: string | null;
  /** Of each page, the texts of its first row and of its last. */
  readonly pages: readonly { readonly first: readonly string[]; readonly last: readonly string[] }[];
}

/** undefined where a row is taller than a page: programs break it each in their own way. */
export function make(text: string, form: TemplateId): { bytes: Uint8Array; expected: Expected } | undefined {
  const notice = readNotice(text);
  if (!notice.tasks.length) return undefined;
  const table = officialTable(notice, { form: { template: form } });
  const { layout } = pagesOf(table);
  if (layout.heights.some((height) => height > layout.room)) return undefined;
  const author = notice.head.issuer?.text;
  return {
    bytes: writeTable(table, DEFAULT_FONTS, author),
    expected: { ...expectedOf(table), properties: [table.title, author ?? null] },
  };
}

const letter = (column: number): string => String.fromCharCode(65 + column);

function expectedOf(table: Table): Omit<Expected, 'properties'> {
  const { layout, first, starts, widths } = pagesOf(table);
  const cells: Record<string, string | number> = {};
  const merges: string[] = [];
  const put = (row: number, column: number, value: string | number): void => {
    if (value !== '') cells[`${letter(column)}${row + 1}`] = value;
  };
  const merge = (top: number, left: number, bottom: number, right: number): void => {
    if (bottom > top || right > left) merges.push(`${letter(left)}${top + 1}:${letter(right)}${bottom + 1}`);
  };
  const right = table.columns.length - 1;
  put(0, 0, table.title);
  merge(0, 0, 0, right);
  if (table.totals) {
    put(1, 0, table.totals);
    merge(1, 0, 1, right);
  }
  const top = first - table.headerRows;
  table.header.forEach(({ row, rows, column, columns }, at) => {
    put(top + row, column, layout.header[at]!);
    merge(top + row, column, top + row + rows - 1, column + columns - 1);
  });
  for (const { column, from, to } of layout.merges) merge(starts[from]!, column, starts[to + 1]! - 1, column);
  table.rows.forEach((row, at) => {
    table.columns.forEach((_, column) => {
      const merged = layout.merges.find((one) => one.column === column && at >= one.from && at <= one.to);
      const { text, shows, columns } = cellAt(row, column);
      if (merged) {
        if (merged.from === at) put(starts[at]!, column, row.cells[column]!);
      } else if (columns) {
        put(starts[at]!, column, table.columns[shows]!.id === 'n' ? Number(text) : text);
        merge(starts[at]!, column, starts[at + 1]! - 1, column + columns - 1);
      }
    });
  });
  const begins = [0, ...layout.breaks];
  return {
    sheets: [['任务分解表', 'visible']],
    cells,
    merges,
    freeze: `A${first + 1}`,
    printTitles: `$${top + 1}:$${first}`,
    printArea: `$A$1:$${letter(right)}$${starts.at(-1)}`,
    pageStarts: layout.breaks.map((row) => starts[row]!),
    hidden: [],
    widths: widths.map((width) => Math.round((width / MM_PER_DIGIT) * 100) / 100),
    filter: null,
    pages: begins.map((row, page) => ({
      first: table.rows[row]!.cells,
      last: table.rows[(begins[page + 1] ?? table.rows.length) - 1]!.cells,
    })),
  };
}
