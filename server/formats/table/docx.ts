/**
 * The table as a Word document: landscape A4, its header on every page, labels of merged cells written again where a
 * page starts. Looks stand in named styles (docx-styles.ts), so that a drafter changes all cells at once.
 */

import { oneFile, type Write } from '../format.ts';
import { freezeArchive } from '../ooxml/archive.ts';
import { DEFAULT_FONTS } from '../page/fonts.ts';
import { linesIn } from '../page/measure.ts';
import { ABOVE_TABLE, coreProperties, PITCH, SIZES, styles } from './docx-styles.ts';
import { type Layout, layOut } from './pages.ts';
import { cellAt, officialTable, type Table } from './table.ts';
import type { ColumnId } from './templates.ts';
import { columnWidths } from './widths.ts';

type Library = typeof import('../ooxml/docx-library.mjs');

const MM = 1440 / 25.4;
const POINT = 20;

/** A4 landscape; margins as GB/T 9704-2012 gives them to a turned page: the binding edge is at the top. */
const PAGE = { width: 297, height: 210, top: 28, right: 37, bottom: 26, left: 35 };
const TABLE_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const CELL_MARGIN = { across: 1, down: 0.5 };

/** Sentences are set to both edges, short cells centred; lists in narrow columns would come out full of holes. */
const STYLES: Readonly<Record<ColumnId, string>> = {
  n: 'TableShort',
  topic: 'TableList',
  work: 'TableList',
  task: 'TableText',
  deadline: 'TableShort',
  leaders: 'TableShort',
  lead: 'TableShort',
  units: 'TableList',
  support: 'TableList',
  remark: 'TableList',
  blank: 'TableList',
};

export const writeDocx: Write = async (notice, options) => {
  const library = await import('../ooxml/docx-library.mjs');
  const table = officialTable(notice, options);
  const document = new library.Document({
    title: table.title,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: pageProperties(),
        footers: { default: pageNumber(library, 'PageNumberOdd'), even: pageNumber(library, 'PageNumberEven') },
        children: [
          new library.Paragraph({ style: 'TableTitle', children: [new library.TextRun({ text: table.title })] }),
          ...(table.totals
            ? [
                new library.Paragraph({
                  style: 'TableTotals',
                  children: [new library.TextRun({ text: table.totals })],
                }),
              ]
            : []),
          writeTable(library, table),
          // A document can't end in a table, and a paragraph of full height may open a page of its own.
          new library.Paragraph({ style: 'TableEnd' }),
        ],
      },
    ],
  });
  const bytes = await library.Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: styles({ ...DEFAULT_FONTS, ...options.fonts }) },
    { path: 'docProps/core.xml', data: coreProperties(table.title) },
  ]);
  return oneFile(freezeArchive(bytes));
};

function pageProperties(): import('../ooxml/docx-library.mjs').Section['properties'] {
  const { top, right, bottom, left } = PAGE;
  return {
    page: {
      size: { width: 11906, height: 16838, orientation: 'landscape' },
      margin: {
        top: twips(top),
        right: twips(right),
        bottom: twips(bottom),
        left: twips(left),
        header: twips(15),
        // The number stands 7 mm below the type area (GB/T 9704-2012, 7.5).
        footer: twips(bottom - 7 - 6),
        gutter: 0,
      },
    },
  };
}

function pageNumber(library: Library, style: string): InstanceType<Library['Footer']> {
  const number = new library.TextRun({ children: ['— ', library.PageNumber.CURRENT, ' —'] });
  return new library.Footer({ children: [new library.Paragraph({ style, children: [number] })] });
}

function writeTable(library: Library, table: Table): InstanceType<Library['Table']> {
  const widths = wholeTwips(columnWidths(table, TABLE_WIDTH));
  const titleLines = linesIn(table.title, (TABLE_WIDTH * MM) / POINT / SIZES.title);
  const layout = layOut(table, {
    widths: widths.map((width) => width / POINT),
    fontSize: SIZES.cell,
    pitch: PITCH.cell,
    padding: { across: ((2 * CELL_MARGIN.across + 0.3) * MM) / POINT, down: (2 * CELL_MARGIN.down * MM) / POINT + 0.5 },
    page: ((PAGE.height - PAGE.top - PAGE.bottom) * MM) / POINT,
    above: titleLines * PITCH.title + ABOVE_TABLE + (table.totals ? PITCH.totals + ABOVE_TABLE : 0),
  });
  const margin = { across: twips(CELL_MARGIN.across), down: twips(CELL_MARGIN.down) };
  const line = { style: 'single', size: 4 } as const;
  return new library.Table({
    rows: [...headerRows(library, table, layout, widths), ...bodyRows(library, table, layout, widths)],
    width: { size: total(widths), type: 'dxa' },
    columnWidths: widths,
    layout: 'fixed',
    alignment: 'center',
    margins: {
      top: margin.down,
      bottom: margin.down,
      left: margin.across,
      right: margin.across,
      marginUnitType: 'dxa',
    },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  });
}

type Cell = InstanceType<Library['TableCell']>;
type TableRow = InstanceType<Library['TableRow']>;

function headerRows(library: Library, table: Table, layout: Layout, widths: readonly number[]): TableRow[] {
  return layout.headerHeights.map((height, row) => {
    const cells = table.header.flatMap((cell, i): Cell[] => {
      const starts = cell.row === row;
      if (!starts && !(row > cell.row && row < cell.row + cell.rows)) return [];
      return [
        new library.TableCell({
          children: paragraphs(library, 'TableHead', starts ? layout.header[i]! : ''),
          width: { size: total(widths.slice(cell.column, cell.column + cell.columns)), type: 'dxa' },
          verticalAlign: 'center',
          ...(cell.columns > 1 && { columnSpan: cell.columns }),
          ...(cell.rows > 1 && { verticalMerge: starts ? 'restart' : 'continue' }),
        }),
      ];
    });
    const rule = { value: Math.round(height * POINT), rule: 'atLeast' } as const;
    return new library.TableRow({ children: cells, tableHeader: true, cantSplit: true, height: rule });
  });
}

function bodyRows(library: Library, table: Table, layout: Layout, widths: readonly number[]): TableRow[] {
  const merged = new Map<string, 'restart' | 'continue'>();
  for (const { column, from, to } of layout.merges) {
    for (let row = from; row <= to; row++) merged.set(`${row} ${column}`, row === from ? 'restart' : 'continue');
  }
  return table.rows.map((row, at) => {
    const cells = table.columns.flatMap((_, column): Cell[] => {
      const { text, shows, columns } = cellAt(row, column);
      if (!columns) return [];
      const verticalMerge = merged.get(`${at} ${column}`);
      const style = STYLES[table.columns[shows]!.id];
      return [
        new library.TableCell({
          children: paragraphs(library, style, verticalMerge === 'continue' ? '' : text),
          width: { size: total(widths.slice(column, column + columns)), type: 'dxa' },
          verticalAlign: 'center',
          ...(columns > 1 && { columnSpan: columns }),
          ...(verticalMerge && { verticalMerge }),
        }),
      ];
    });
    const height = layout.heights[at]!;
    // A row taller than a page must break; the rest stay whole.
    const whole = height <= layout.room;
    const rule = { value: Math.round((whole ? height : layout.room) * POINT), rule: 'atLeast' } as const;
    return new library.TableRow({ children: cells, cantSplit: whole, height: rule });
  });
}

/** One paragraph a line: justified text in Word spreads a line that ends in a mere break. */
function paragraphs(library: Library, style: string, text: string): InstanceType<Library['Paragraph']>[] {
  return text
    .split('\n')
    .map((line) => new library.Paragraph({ style, ...(line && { children: [new library.TextRun({ text: line })] }) }));
}

function twips(mm: number): number {
  return Math.round(mm * MM);
}

/** Widths in whole twips whose sum is the table's: what rounding leaves goes to the widest. */
function wholeTwips(mm: readonly number[]): number[] {
  const widths = mm.map(twips);
  widths[widths.indexOf(Math.max(...widths))]! += twips(TABLE_WIDTH) - total(widths);
  return widths;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
