/** Tables with one row a line: cells parted by tabs, by the pipes of Markdown, or by two blanks and more. */
import type { Vocabulary } from '../syntax/labels.ts';
import type { Table, TableColumn, TableRow } from './notice.ts';
import { cellOf, Filling, type Line, lineOf, type RawCell, trimmed } from './table-cells.ts';
import { bareLabel, columnsOf, columnsOfLines } from './table-columns.ts';
import { looksOf } from './table-fit.ts';
import { layOut } from './table-layout.ts';
import type { Content } from './table-lines.ts';

export type RowForm = Exclude<Table['form'], 'lines'>;

/** The lines of a table in the text. */
export interface Extent {
  readonly start: number;
  readonly end: number;
  readonly form: RowForm;
}

const MOST_COLUMNS = 30;
/** Words of which one stands in every header. */
const HEAD = /任务|工作|事项|内容|目标|项目|举措|措施|要求|指标/;
const GAP = /[ \u3000\u00a0\t]{2,}/g;

/** The form that a line is a row in. A line of running text is one of none, or no header is found in it. */
function formOf(line: string): RowForm | undefined {
  if (line.includes('\t')) return 'tabs';
  if (line.includes('|')) return 'pipes';
  return /\S[ \u3000\u00a0]{2,}\S/.test(line) ? 'blanks' : undefined;
}

/** Whether a text may hold such a table at all; most do not. */
export function mayHoldRows(text: string): boolean {
  return text.includes('\t') || text.includes('|') || (text.includes('序号') && /序号[ \u3000\u00a0]{2,}\S/.test(text));
}

/** The tables of a text with one row a line, by their headers. */
export function findRows(text: string, vocabulary: Vocabulary): Extent[] {
  const extents: Extent[] = [];
  if (!mayHoldRows(text)) return extents;
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    const form = formOf(line);
    // A header is short; blanks part the cells of a table only where it has serial numbers.
    const may = form && line.length <= 400 && HEAD.test(line) && (form !== 'blanks' || line.includes('序号'));
    if (may && headerOf(linesOf(text.slice(start, start + 1200)), form, vocabulary)) {
      const stop = tableEnd(text, start, form);
      if (lineEnd(text, start) < stop) {
        extents.push({ start, end: stop, form });
        start = stop + 1;
        continue;
      }
    }
    start = end + 1;
  }
  return extents;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** So many lines may a cell go on over, where a page put its line breaks into the row. */
const MOST_BROKEN = 6;

/** The end of the last line that is a row, or goes on with one. */
function tableEnd(text: string, from: number, form: RowForm): number {
  let last = lineEnd(text, from);
  let others = 0;
  for (let start = last + 1; start < text.length; ) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    if (line.includes(form === 'pipes' ? '|' : '\t') || (form === 'blanks' && formOf(trimmed(line)))) {
      last = end;
      others = 0;
    } else if (isComment(line)) {
      // It may speak of the next row.
    } else if (trimmed(line)) {
      if (form !== 'tabs' || ++others > MOST_BROKEN || /^(?:附\s*件|抄\s*送|[一二三四五六七八九十]{1,3}、)/.test(line))
        break;
    } else if (form === 'pipes') break;
    start = end + 1;
  }
  return last;
}

function isComment(line: string): boolean {
  return /^\s*(?:\/\/|／／)/.test(line);
}

interface TextLine {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end).replace(/\r$/, '');
    if (trimmed(line) && !isComment(line)) lines.push({ text: line, start });
    start = end + 1;
  }
  return lines;
}

interface Header {
  readonly columns: readonly TableColumn[];
  /** How many lines it takes. */
  readonly lines: number;
}

/** The header in the first lines: one row or two, and the rule below it in Markdown. */
function headerOf(lines: readonly TextLine[], form: RowForm, vocabulary: Vocabulary): Header | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const above = labelsOf(first, form);
  if (above.length < 3 || above.length > MOST_COLUMNS) return undefined;
  const ruled = form === 'pipes' && lines[1] !== undefined && isRule(lines[1].text);
  const next = ruled ? 2 : 1;
  const second = lines[next];
  const below = second && formOf(second.text) === form ? labelsOf(second, form) : [];
  // A row with one cell filled opens a section of the table.
  const isHeader =
    below.filter(Boolean).length > 1 && !/\d/.test(below[0]!) && below.every((label) => label.length <= 12);
  if (isHeader && below.length === above.length) {
    // The head of a group stands over the first of its columns or over each.
    const columns = columnsOf(
      above.map((label, index) => below[index] || label),
      vocabulary,
    );
    if (columns && below.some((label, index) => label && label !== above[index])) return { columns, lines: next + 1 };
  }
  if (isHeader && below.length < above.length) {
    const columns = columnsOfLines([...above, ...below].filter(Boolean), vocabulary);
    if (columns && columns.length > above.length) return { columns, lines: next + 1 };
  }
  const columns = columnsOf(above, vocabulary);
  return columns && { columns, lines: next };
}

function labelsOf(line: TextLine, form: RowForm): string[] {
  return cellsOf(line.text, line.start, form).map(({ lines }) => bareLabel(lines.map(({ text }) => text).join('')));
}

function isRule(line: string): boolean {
  return /^[\s|:-]+$/.test(line) && line.includes('-');
}

/** The cells of a line. Cells of Markdown may hold line breaks: <br>. */
function cellsOf(line: string, start: number, form: RowForm): RawCell[] {
  const cells: RawCell[] = [];
  const add = (from: number, to: number): void => {
    const text = line.slice(from, to);
    const breaks = form === 'pipes' && text.includes('<') ? [...text.matchAll(/<br\s*\/?>/gi)] : [];
    const lines: Line[] = [];
    let at = 0;
    for (const { index, 0: mark } of breaks) {
      lines.push(...lineOf(text.slice(at, index), start + from + at));
      at = index + mark.length;
    }
    lines.push(...unquoted(text.slice(at), start + from + at));
    cells.push({ lines, start: start + from, end: start + to });
  };
  if (form === 'blanks') {
    let from = line.search(/[^\s\u3000\u00a0]/);
    const stop = line.trimEnd().length;
    for (const { index, 0: gap } of line.matchAll(GAP)) {
      if (index < from) continue;
      if (index >= stop) break;
      add(from, index);
      from = index + gap.length;
    }
    if (from >= 0) add(from, stop);
    return cells;
  }
  const mark = form === 'tabs' ? '\t' : '|';
  let from = 0;
  let to = line.length;
  if (form === 'pipes') {
    const first = line.search(/\S/);
    if (line[first] === '|') from = first + 1;
    const stop = line.trimEnd().length;
    if (line[stop - 1] === '|' && stop - 1 >= from) to = stop - 1;
  }
  for (let at = from; at <= to; at++) {
    if (at < to && (line[at] !== mark || line[at - 1] === '\\')) continue;
    add(from, at);
    from = at + 1;
  }
  return cells;
}

/** A sheet puts quotation marks around a cell with line breaks in it. */
function unquoted(text: string, start: number): Line[] {
  const whole = lineOf(text, start);
  const [line] = whole;
  if (!line?.text.startsWith('"') || !line.text.endsWith('"') || !line.text.includes('\n'))
    return line?.text.includes('\n') ? splitLines(line) : whole;
  return splitLines({ text: line.text.slice(1, -1), start: line.start + 1 });
}

function splitLines({ text, start }: Line): Line[] {
  let at = start;
  return text.split('\n').flatMap((line) => {
    const own = lineOf(line, at);
    at += line.length + 1;
    return own;
  });
}

/** Reads a table with one row a line; ranges are relative to its start. */
export function readRows(text: string, form: RowForm, vocabulary: Vocabulary): Content | undefined {
  const lines = linesOf(text);
  const header = headerOf(lines, form, vocabulary);
  if (!header) return undefined;
  const { columns } = header;
  const roles = columns.map(({ role }) => role);
  const labels = labelsOf(lines[0]!, form).join();
  const filling = new Filling(columns);
  const rows: TableRow[] = [];
  for (const line of logicalLines(lines.slice(header.lines), form, columns.length, text)) {
    const raw = cellsOf(line.text, line.start, form);
    if (isRule(line.text) || raw.every((cell) => !cell.lines.length) || labelsOf(line, form).join() === labels)
      continue;
    if (raw.length === columns.length || (form !== 'blanks' && raw.length > columns.length)) {
      const certain = raw.length === columns.length;
      const cells = roles.map((role, column) => cellOf(role, [raw[column]!], { placed: true, certain }));
      rows.push(filling.row(cells, certain, () => false));
      continue;
    }
    // Fewer cells than columns: a page left merged ones out.
    const pieces = raw.map(({ lines: own }) => ({
      looks: looksOf(own.map((piece) => piece.text).join('\n')),
      soft: false,
    }));
    const layout = layOut(pieces, roles, { blanks: form === 'tabs', whole: true });
    const whole = !layout.certain.includes(0) && !layout.columns.includes(-1) && layout.rows.every((row) => row === 0);
    let end = line.start;
    const cells = roles.map((role, column) => {
      const own = raw.filter((_, index) => layout.columns[index] === column);
      const cell = cellOf(role, own.length ? own : [{ lines: [], start: end, end }], {
        placed: own.length > 0,
        certain: whole,
      });
      end = Math.max(end, cell.range.end);
      return cell;
    });
    rows.push(filling.row(cells, whole, () => false));
  }
  return rows.length ? { columns, rows } : undefined;
}

/** Lines of one row run together where a cell holds line breaks. */
function logicalLines(lines: readonly TextLine[], form: RowForm, width: number, text: string): TextLine[] {
  if (form !== 'tabs') return [...lines];
  const whole: { start: number; end: number; tabs: number }[] = [];
  for (const line of lines) {
    const tabs = line.text.split('\t').length - 1;
    const before = whole.at(-1);
    const end = line.start + line.text.length;
    const goesOn =
      before && before.tabs < width - 1 && before.tabs + tabs <= width - 1 && !/^\s*\d{1,5}\t/.test(line.text);
    if (
      goesOn &&
      (tabs === 0 ||
        (before.tabs + tabs === width - 1 && !line.text.startsWith('\t')) ||
        opensQuote(text.slice(before.start, before.end)))
    ) {
      before.end = end;
      before.tabs += tabs;
    } else if (before && tabs === 0) before.end = end;
    else whole.push({ start: line.start, end, tabs });
  }
  return whole.map(({ start, end }) => ({ text: text.slice(start, end).replaceAll('\r', ' '), start }));
}

function opensQuote(text: string): boolean {
  return /(?:^|\t)"[^"\t]*$/.test(text);
}
