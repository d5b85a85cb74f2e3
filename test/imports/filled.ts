/** A table of a draft with every cell filled: a text of several rows or columns stands in each of them. */

import { cellAt, officialTable } from '../../server/formats/table/table.ts';
import type { DraftTable } from '../../server/imports/draft.ts';
import type { Notice } from '../../server/model/notice.ts';

export function filled({ rows, columns }: DraftTable): string[][] {
  const grid = rows.map(() => new Array<string>(columns).fill(''));
  rows.forEach((row, at) => {
    for (const { column, cell } of row)
      for (let r = at; r < at + cell.rows; r++)
        for (let c = column; c < column + cell.columns; c++) grid[r]![c] = cell.text;
  });
  return grid;
}

/** What the model says stands in the rows of the official table. */
export function expected(notice: Notice): string[][] {
  const table = officialTable(notice);
  const grid = table.rows.map((row) => {
    const texts = new Array<string>(table.columns.length).fill('');
    for (let column = 0; column < texts.length; ) {
      const { text, columns } = cellAt(row, column);
      for (let c = column; c < column + Math.max(1, columns); c++) texts[c] = text;
      column += Math.max(1, columns);
    }
    return texts;
  });
  for (const { column, from, to } of table.merges)
    for (let row = from; row <= to; row++) grid[row]![column] = grid[from]![column]!;
  return grid;
}
