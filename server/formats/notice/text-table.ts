/** A table that stands in the notice's own text, as the official table's formats print it. */
import type { ColumnRole, Table as TextTable } from '../../model/notice.ts';
import { printable } from '../page/printable.ts';
import type { Merge, Table } from '../table/table.ts';
import type { ColumnId } from '../table/templates.ts';
import { type Block, type TableBlock, type TextBlock, textOf } from './document.ts';

/** What a column is set like. */
const COLUMNS: Readonly<Record<ColumnRole, ColumnId>> = {
  serial: 'n',
  section: 'topic',
  content: 'work',
  task: 'task',
  target: 'task',
  deadline: 'deadline',
  leader: 'leaders',
  lead: 'lead',
  support: 'support',
  unit: 'units',
  remark: 'remark',
  other: 'blank',
};

const ANNEX = /^附[\s\u3000]*[件表]/;
const MOST_ABOVE = 4;
/** A sentence, a point with its number, what leads on to something. */
const NO_TITLE = /。|[；：:，]$|^[（(].*[）)]$|^(?:\d+[.．、]|[（(]?[\d一二三四五六七八九十]+[）)、])/;

/** Takes the lines right above a table from the blocks: its title, and 附表 above that. */
export function takeTitle(blocks: Block[]): TextBlock[] {
  const above: TextBlock[] = [];
  for (let block = blocks.at(-1); block?.kind === 'text' && above.length < MOST_ABOVE; block = blocks.at(-1)) {
    const text = textOf(block);
    if (block.style === 'subtitle' && !above.length) {
      above.unshift(block);
      blocks.pop();
      continue;
    }
    if (!/^(?:text|annex|annexTitle)$/.test(block.style) || text.length > 60 || NO_TITLE.test(text)) break;
    above.unshift(block);
    blocks.pop();
    if (ANNEX.test(text)) break;
  }
  return above;
}

/** @param above the lines above it: 附件1, and its title */
export function tableOf(table: TextTable, above: readonly TextBlock[]): TableBlock {
  const totals = above.find((block) => block.style === 'subtitle');
  const titled = above.filter((block) => block !== totals);
  const texts = titled.map(textOf).map((text) => text.replaceAll('\n', ''));
  const annex = texts[0] !== undefined && ANNEX.test(texts[0]) ? texts.shift() : undefined;
  const columns = table.columns.map(({ role, label }) => ({ id: COLUMNS[role], words: wordsOf(printable(label)) }));
  const from = above[0]?.range?.start ?? table.start;
  return {
    kind: 'table',
    table: {
      title: texts.join(''),
      ...(totals && { totals: textOf(totals) }),
      columns,
      header: columns.map(({ words }, column) => ({ words, row: 0, rows: 1, column, columns: 1 })),
      headerRows: 1,
      rows: table.rows.map((row) => ({
        cells: columns.map((_, column) => printable(row.cells[column]?.text ?? '')),
        spans: [],
      })),
      merges: mergesOf(table),
      remarks: [],
    } satisfies Table,
    ...(annex && { annex }),
    range: { start: from, end: table.end },
  };
}

/** Two characters at a time: what a narrow column may break its header into. */
function wordsOf(label: string): string[] {
  return label.match(/[\u4e00-\u9fff]{1,2}|[^\u4e00-\u9fff]+/g) ?? [label];
}

/** Cells that reach down from a row above. */
function mergesOf({ rows, columns }: TextTable): Merge[] {
  return columns.flatMap((_, column) => {
    const merges: Merge[] = [];
    for (let from = 0, to = 0; from < rows.length; from = to + 1) {
      for (to = from; rows[to + 1]?.cells[column]?.merged; ) to++;
      if (to > from) merges.push({ column, from, to });
    }
    return merges;
  });
}
