/** Tables of Word: cells over several columns and rows (ECMA-376-1, 17.4). */
import type { DraftCell, Place } from '../draft.ts';
import { child, toggle, valOf, type XmlElement } from '../xml.ts';
import { textWithin } from './inline.ts';
import type { Remarks } from './remarks.ts';

/** Word has no more columns. */
const MOST_COLUMNS = 63;

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly { readonly column: number; readonly cell: DraftCell }[])[];
  readonly columns: number;
  readonly headerRows: number;
}

interface TableSources {
  readonly remarks: Remarks;
  readonly place: Place;
  /** Reads the text of a cell. */
  cell(element: XmlElement, place: Place): string;
}

/** A cell while its rows are being counted. */
interface Growing {
  readonly text: string;
  rows: number;
  columns: number;
}

interface Placed {
  column: number;
  readonly cell: Growing;
}

export function readTable(table: XmlElement, sources: TableSources): Table {
  const rows: Placed[][] = [];
  /** Cells that may go on in the next row, by column. */
  let open = new Map<number, Growing>();
  let headerRows = 0;
  for (const element of within(table, 'w:tr')) {
    const properties = child(element, 'w:trPr');
    const place = rowOf(sources.place, rows.length + 1);
    if (child(properties, 'w:del') || toggle(properties, 'w:hidden')) {
      const text = textWithin(element, 'w:t') + textWithin(element, 'w:delText');
      sources.remarks.add(child(properties, 'w:del') ? 'deleted' : 'hidden', text, place);
      continue;
    }
    if (headerRows === rows.length && toggle(properties, 'w:tblHeader')) headerRows++;
    const row = readRow(element, open, place, sources);
    rows.push(row.cells);
    open = row.open;
  }
  return { kind: 'table', ...withoutEmptyColumns(rows), headerRows };
}

function readRow(
  element: XmlElement,
  above: ReadonlyMap<number, Growing>,
  place: Place,
  sources: TableSources,
): { cells: Placed[]; open: Map<number, Growing> } {
  const cells: Placed[] = [];
  const open = new Map<number, Growing>();
  let column = skipped(child(element, 'w:trPr'));
  let last: Growing | undefined;
  for (const cell of within(element, 'w:tc')) {
    if (column >= MOST_COLUMNS) break;
    const properties = child(cell, 'w:tcPr');
    const columns = between(valOf(properties, 'w:gridSpan'), 1, MOST_COLUMNS - column);
    const text = sources.cell(cell, place);
    const down = mergeOf(properties, 'w:vMerge');
    const across = mergeOf(properties, 'w:hMerge');
    const goesOn = down === 'continue' ? above.get(column) : undefined;
    if (across === 'continue' && last) {
      last.columns += columns;
      if (text.trim()) sources.remarks.add('covered', text, place);
    } else if (goesOn) {
      goesOn.rows++;
      open.set(column, goesOn);
      last = undefined;
      if (text.trim()) sources.remarks.add('covered', text, place);
    } else {
      last = { text, rows: 1, columns };
      cells.push({ column, cell: last });
      if (down) open.set(column, last);
    }
    column += columns;
  }
  return { cells, open };
}

/** What begins or goes on; without a value it goes on (17.4.84). */
function mergeOf(properties: XmlElement | undefined, name: string): 'restart' | 'continue' | undefined {
  const merge = child(properties, name);
  if (!merge) return undefined;
  return merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}

function skipped(properties: XmlElement | undefined): number {
  return between(valOf(properties, 'w:gridBefore'), 0, MOST_COLUMNS);
}

function between(value: string | undefined, least: number, most: number): number {
  const number = Number(value ?? least);
  return Number.isInteger(number) ? Math.max(least, Math.min(number, most)) : least;
}

/** Rows of a table, or cells of a row, also in what only holds them. */
function within(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((inner) => {
    if (inner.name === name) return [inner];
    return /^w:(sdt|sdtContent|customXml|ins|moveTo)$/.test(inner.name) ? within(inner, name) : [];
  });
}

/** Word's grid has a column for each edge, however near two of them are; those in which no cell begins are none. */
function withoutEmptyColumns(rows: readonly Placed[][]): Pick<Table, 'rows' | 'columns'> {
  const begins = new Array<boolean>(MOST_COLUMNS).fill(false);
  for (const row of rows) for (const { column } of row) begins[column] = true;
  /** How many columns begin before each edge. */
  const before = [0];
  for (const begin of begins) before.push(before.at(-1)! + (begin ? 1 : 0));
  const columns = before.at(-1)!;
  return {
    columns,
    rows: rows.map((row) =>
      row.map(({ column, cell }) => ({
        column: before[column]!,
        cell: {
          text: cell.text,
          rows: cell.rows,
          columns: Math.max(1, before[Math.min(column + cell.columns, MOST_COLUMNS)]! - before[column]!),
        },
      })),
    ),
  };
}

function rowOf(table: Place, row: number): Place {
  return { zh: `${table.zh}第${row}行`, en: `${table.en}, row ${row}` };
}
