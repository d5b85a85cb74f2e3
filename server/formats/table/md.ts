/** The table as Markdown with a table in pipes (GitHub Flavored Markdown, 4.10): one row a task, every row filled. */
import { oneFile, type Write } from '../format.ts';
import { flatHeader, officialTable } from './table.ts';

export const writeMd: Write = async (notice, options) => {
  const table = officialTable(notice, options);
  const lines = [
    `# ${inline(table.title)}`,
    '',
    ...(table.totals ? [inline(table.totals), ''] : []),
    row(flatHeader(table).map(cell)),
    row(table.columns.map(({ id }) => (id === 'n' ? '---:' : '---'))),
    ...table.rows.map(({ cells }) => row(cells.map(cell))),
  ];
  return oneFile(`${lines.join('\n')}\n`, table.remarks);
};

function row(cells: readonly string[]): string {
  return `|${cells.map((text) => (text ? ` ${text} ` : ' ')).join('|')}|`;
}

function cell(text: string): string {
  return text.split('\n').map(inline).join('<br>');
}

/** Text that shows as it is: what would be a mark of Markdown or of HTML is none. */
function inline(text: string): string {
  return text.replace(/[\\`*_{}[\]<>~|&$]/g, '\\$&').replace(/\s+/g, ' ');
}
