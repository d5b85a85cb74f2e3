/** A table that a page put down one cell a line: after its header come the cells, row after row. */
import type { Vocabulary } from '../syntax/labels.ts';
import type { TableColumn, TableRow } from './notice.ts';
import { cellOf, Filling, type Line, lineOf, type RawCell } from './table-cells.ts';
import { bareLabel, columnsOfLines, LONGEST_LABEL } from './table-columns.ts';
import { looksOf } from './table-fit.ts';
import { layOut } from './table-layout.ts';

export interface Content {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

interface Piece extends RawCell {
  /** No line, but room for an empty cell. */
  readonly soft: boolean;
}

const MOST_LABELS = 26;
const PEOPLE: ReadonlySet<string> = new Set(['leader', 'lead', 'support', 'unit']);

/** Reads the lines of a table from its 序号 on; undefined where its header is not understood. */
export function readLines(text: string, vocabulary: Vocabulary): Content | undefined {
  const { pieces: all, whole } = piecesOf(text);
  const header: string[] = [];
  let at = 0;
  for (; at < all.length && header.length <= MOST_LABELS; at++) {
    const { lines } = all[at]!;
    if (!lines.length) continue;
    const label = bareLabel(textOf(lines));
    if (/^\d{1,5}$/.test(label)) break;
    if (label.length > LONGEST_LABEL) return undefined;
    header.push(label);
  }
  if (at >= all.length || header.length > MOST_LABELS) return undefined;
  const columns = columnsOfLines(header, vocabulary);
  if (columns?.[0]?.role !== 'serial') return undefined;
  const pieces = withoutHeaders(all.slice(at), header);
  const seen = pieces.map(({ lines, soft }) => ({ looks: looksOf(textOf(lines)), soft }));
  const empty = seen.filter(({ looks, soft }) => looks.empty && !soft).length;
  const numbered = seen.filter(({ looks }) => looks.digits).length;
  // Blanks for empty cells, or no empty cell at all.
  const blanks = (empty > 0 && empty * 4 >= numbered) || seen.length === numbered * columns.length;
  const layout = layOut(
    seen,
    columns.map(({ role }) => role),
    { blanks, whole },
  );
  const people = columns.flatMap(({ role }, column) => (PEOPLE.has(role) ? [column] : []));
  const filling = new Filling(columns);
  const rows: TableRow[] = [];
  for (let from = 0; from < pieces.length; ) {
    const row = layout.rows[from]!;
    const cells: Piece[][] = columns.map(() => []);
    let to = from;
    const doubtful = new Set<number>();
    for (; to < pieces.length && layout.rows[to] === row; to++) {
      const column = layout.columns[to]!;
      if (!layout.certain[to]) doubtful.add(column);
      const piece = pieces[to]!;
      if (column >= 0 && (!piece.soft || !cells[column]!.length)) cells[column]!.push(piece);
    }
    // Without blanks for empty cells, a name may be that of the cell before or after.
    if (!blanks && [Math.min(...people) - 1, ...people].some((column) => doubtful.has(column)))
      for (const column of people) doubtful.add(column);
    if (cells.some((own) => own.some(({ lines }) => lines.length))) {
      let end = pieces[from]!.start;
      const read = cells.map((own, column) => {
        const { role } = columns[column]!;
        const cell = own.length
          ? cellOf(role, own, { placed: !own.every(({ soft }) => soft), certain: !doubtful.has(column) })
          : cellOf(role, [{ lines: [], start: end, end }], { placed: false, certain: !doubtful.size });
        end = Math.max(end, cell.range.end);
        return cell;
      });
      rows.push(filling.row(read, !doubtful.size, (column) => blanks && !cells[column]!.length));
    }
    from = to;
  }
  return rows.length ? { columns, rows } : undefined;
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('\n');
}

/** The header stands again at the top of each page. */
function withoutHeaders(pieces: readonly Piece[], header: readonly string[]): Piece[] {
  const kept: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const end = bareLabel(textOf(pieces[at]!.lines)) === header[0] ? headerEnd(pieces, at, header) : at;
    if (end > at) at = end - 1;
    else kept.push(pieces[at]!);
  }
  return kept;
}

function headerEnd(pieces: readonly Piece[], from: number, header: readonly string[]): number {
  let next = 0;
  let at = from;
  for (; at < pieces.length && next < header.length; at++) {
    const { lines } = pieces[at]!;
    if (!lines.length) continue;
    if (bareLabel(textOf(lines)) !== header[next]) break;
    next++;
  }
  return next * 2 > header.length ? at : from;
}

/**
 * Cells with an empty line between them are paragraphs: lines that follow each other are one cell, and a line of
 * nothing but blanks is an empty one. Where cells follow each other without a line between, each line is a piece.
 */
function piecesOf(text: string): { pieces: Piece[]; whole: boolean } {
  const lines: { text: string; start: number }[] = [];
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, end).replace(/\r$/, '');
    if (!/^\s*(?:\/\/|／／)/.test(line)) lines.push({ text: line, start });
    start = end + 1;
  }
  const whole = areParagraphs(lines);
  return { pieces: whole ? paragraphs(lines) : lines.flatMap(asPiece), whole };
}

/** Judged by the header, where no cell is empty. */
function areParagraphs(lines: readonly Line[]): boolean {
  let apart = 0;
  let together = 0;
  let last = -1;
  for (let at = 0; at < lines.length && apart + together < 8; at++) {
    if (!lineOf(lines[at]!.text, 0).length) continue;
    if (last >= 0 && at - last > 1) apart++;
    else if (last >= 0) together++;
    last = at;
  }
  return apart > together;
}

function asPiece({ text, start }: Line): Piece[] {
  const own = lineOf(text, start);
  return [{ lines: own, start, end: start + text.length, soft: !own.length && !text }];
}

function paragraphs(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  let gap = 0;
  let own: Line[] = [];
  const close = (): void => {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return;
    const said = own.flatMap(({ text, start }) => lineOf(text, start));
    pieces.push({ lines: said, start: first.start, end: last.start + last.text.length, soft: false });
    own = [];
  };
  for (const line of lines) {
    if (line.text) {
      gap = 0;
      own.push(line);
      continue;
    }
    close();
    gap++;
    // Three empty lines: the blank of an empty cell was lost between two.
    if (gap > 1 && gap % 2 === 1) pieces.push({ lines: [], start: line.start, end: line.start, soft: true });
  }
  close();
  return pieces;
}
