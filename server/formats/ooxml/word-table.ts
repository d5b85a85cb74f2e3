/** Tables of a Word document: fixed columns, cells with margins. Lengths are in twips. */
import { border, type Rule } from './word-text.ts';

export interface TableLook {
  readonly widths: readonly number[];
  /** Between a cell's text and its edges. */
  readonly margins: { readonly across: number; readonly down: number };
  /** All of its lines; undefined for a table that only puts text in its place. */
  readonly rule?: Rule;
  readonly align?: 'left' | 'center';
}

/**
 * A table. It isn't the last thing of a document or a cell: a paragraph follows.
 *
 * @param rows that row() made
 */
export function table(look: TableLook, rows: Iterable<string>): string {
  return [...tablePieces(look, rows)].join('');
}

/** A table piece by piece, so that a long one is never whole in memory. */
export function* tablePieces(
  { widths, margins, rule, align = 'left' }: TableLook,
  rows: Iterable<string>,
): Iterable<string> {
  const width = widths.reduce((sum, value) => sum + value, 0);
  const lines = rule ? SIDES.map((side) => border(`w:${side}`, rule)).join('') : '';
  const margin = (side: string, value: number) => `<w:${side} w:w="${value}" w:type="dxa"/>`;
  yield [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="${align}"/>`,
    lines && `<w:tblBorders>${lines}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/><w:tblCellMar>',
    margin('top', margins.down) + margin('left', margins.across),
    margin('bottom', margins.down) + margin('right', margins.across),
    '</w:tblCellMar></w:tblPr><w:tblGrid>',
    ...widths.map((value) => `<w:gridCol w:w="${value}"/>`),
    '</w:tblGrid>',
  ].join('');
  yield* rows;
  yield '</w:tbl>';
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

export interface RowLook {
  readonly height?: number;
  /** As high as said and no higher. */
  readonly exact?: boolean;
  /** Printed again at the top of each page. Only rows at the table's beginning. */
  readonly header?: boolean;
  /** Not cut where a page ends. */
  readonly whole?: boolean;
}

export function row(
  { height, exact = false, header = false, whole = false }: RowLook,
  cells: readonly string[],
): string {
  const rule = height === undefined ? '' : `<w:trHeight w:val="${height}" w:hRule="${exact ? 'exact' : 'atLeast'}"/>`;
  const properties = `${whole ? '<w:cantSplit/>' : ''}${rule}${header ? '<w:tblHeader/>' : ''}`;
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}

export interface CellLook {
  readonly width: number;
  /** Over how many columns it reaches. */
  readonly columns?: number;
  /** Several rows' cells are one: the first of them, or one of those below. */
  readonly merge?: 'first' | 'below' | undefined;
  readonly align?: 'top' | 'center' | 'bottom';
  /** RRGGBB */
  readonly shade?: string;
  /** Its own lines, in place of the table's. */
  readonly rules?: { readonly [side in 'top' | 'left' | 'bottom' | 'right']?: Rule };
}

/** @param paragraphs at least one */
export function cell(
  { width, columns = 1, merge, align = 'center', shade, rules }: CellLook,
  paragraphs: string,
): string {
  const own = rules ? SIDES.map((side) => ruleOf(side, rules[side as 'top'])).join('') : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ''}${
    merge ? `<w:vMerge w:val="${merge === 'first' ? 'restart' : 'continue'}"/>` : ''
  }${own && `<w:tcBorders>${own}</w:tcBorders>`}${
    shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>` : ''
  }<w:vAlign w:val="${align}"/></w:tcPr>${paragraphs}</w:tc>`;
}

function ruleOf(side: string, rule: Rule | undefined): string {
  return rule ? border(`w:${side}`, rule) : '';
}
