/** Tables of Word: cells over several columns and rows (ECMA-376-1, 17.4). */
import type { DraftTable, Place } from '../draft.ts';
import { gridOf, MOST_COLUMNS, type WordCell } from '../word-table.ts';
import { child, toggle, valOf, type XmlElement } from '../xml.ts';
import type { Remarks } from './remarks.ts';
import { textWithin } from './within.ts';

export type Table = Omit<DraftTable, 'place'>;

interface TableSources {
  readonly remarks: Remarks;
  readonly place: Place;
  /** Reads the text of a cell. */
  cell(element: XmlElement, place: Place): string;
}

export function readTable(table: XmlElement, sources: TableSources): Table {
  const rows: WordCell[][] = [];
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
    rows.push(readRow(element, place, sources));
  }
  const covered = (text: string, row: number): void =>
    sources.remarks.add('covered', text, rowOf(sources.place, row + 1));
  return { kind: 'table', ...gridOf(rows, covered), headerRows };
}

function readRow(element: XmlElement, place: Place, sources: TableSources): WordCell[] {
  const cells: WordCell[] = [];
  let column = skipped(child(element, 'w:trPr'));
  for (const cell of within(element, 'w:tc')) {
    if (column >= MOST_COLUMNS) break;
    const properties = child(cell, 'w:tcPr');
    const columns = between(valOf(properties, 'w:gridSpan'), 1, MOST_COLUMNS - column);
    cells.push({
      column,
      columns,
      text: sources.cell(cell, place),
      down: mergeOf(properties, 'w:vMerge'),
      across: mergeOf(properties, 'w:hMerge'),
    });
    column += columns;
  }
  return cells;
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

function rowOf(table: Place, row: number): Place {
  return { zh: `${table.zh}第${row}行`, en: `${table.en}, row ${row}` };
}
