/** Rows and cells of a table in a page, and whether it is one: many only put parts of the page in their places. */
import { attribute, type Element, elementsIn, isElement, isHidden, textsIn } from './dom.ts';

/** Rows in the order in which they show: the foot last. */
export function rowsOf(table: Element): { rows: Element[][]; headerRows: number } {
  const parts: Record<'head' | 'body' | 'foot', Element[]> = { head: [], body: [], foot: [] };
  for (const child of table.childNodes) {
    if (!isElement(child) || isHidden(child)) continue;
    if (child.tagName === 'tr') parts.body.push(child);
    const part = child.tagName === 'thead' ? parts.head : child.tagName === 'tfoot' ? parts.foot : parts.body;
    if (/^t(?:head|body|foot)$/.test(child.tagName))
      for (const row of child.childNodes) if (isElement(row) && row.tagName === 'tr') part.push(row);
  }
  const rows = [...parts.head, ...parts.body, ...parts.foot].filter((row) => !isHidden(row)).map(cellsOf);
  let headerRows = parts.head.length;
  while (
    headerRows < rows.length &&
    rows[headerRows]!.length > 1 &&
    rows[headerRows]!.every(({ tagName }) => tagName === 'th')
  )
    headerRows++;
  return { rows, headerRows };
}

function cellsOf(row: Element): Element[] {
  return row.childNodes.filter(
    (node): node is Element => isElement(node) && (node.tagName === 'td' || node.tagName === 'th'),
  );
}

/** A cell of more text than this is a part of the page. */
const LONGEST_CELL = 1200;

/** A table that only puts parts of the page side by side, or a frame around its text. */
export function isFrame(table: Element): boolean {
  if (attribute(table, 'role') === 'presentation') return true;
  const { rows } = rowsOf(table);
  if (rows.length < 2 && rows.every((cells) => cells.length < 2)) return true;
  for (const element of elementsIn(table)) {
    if (element.tagName === 'table' || /^h[1-3]$/.test(element.tagName)) return true;
    if (element.tagName !== 'td') continue;
    let length = 0;
    for (const text of textsIn(element)) length += text.trim().length;
    if (length > LONGEST_CELL) return true;
  }
  return false;
}
