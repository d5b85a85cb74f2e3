/** One sheet of a workbook (ECMA-376-1, 18.3.1.99). The order of the elements is the schema's. */
import { RELATIONSHIPS } from './package.ts';
import type { Condition, Page, Row, Sheet, Validation } from './sheet.ts';
import { areaName, columnName, dayNumber } from './sheet-places.ts';
import { looksLikeFormula, type Strings } from './sheet-strings.ts';
import { MM_PER_DIGIT, type Styles } from './sheet-styles.ts';
import { DECLARATION, escaped } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MM_PER_INCH = 25.4;

/** In pieces of a row. */
export function* sheetXml(sheet: Sheet, strings: Strings, styles: Styles, first: boolean): Iterable<string> {
  const { page, merges = [], pageStarts = [], conditions = [], validations = [] } = sheet;
  yield `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">`;
  if (page?.fitWidth) yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  const selected = first ? ' tabSelected="1"' : '';
  yield `<sheetViews><sheetView${selected} workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>`;
  yield `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet)}<sheetData>`;
  yield* rowsXml(sheet.rows, strings, styles);
  yield '</sheetData>';
  if (sheet.filter) yield `<autoFilter ref="${areaName(sheet.filter)}"/>`;
  if (merges.length) {
    yield `<mergeCells count="${merges.length}">`;
    for (const area of merges) yield `<mergeCell ref="${areaName(area)}"/>`;
    yield '</mergeCells>';
  }
  yield* conditions.map(conditionXml);
  if (validations.length)
    yield `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`;
  if (page) yield pageXml(page);
  if (pageStarts.length) {
    yield `<rowBreaks count="${pageStarts.length}" manualBreakCount="${pageStarts.length}">`;
    for (const row of pageStarts) yield `<brk id="${row}" max="16383" man="1"/>`;
    yield '</rowBreaks>';
  }
  yield `${sheet.charts?.length ? '<drawing r:id="rId1"/>' : ''}</worksheet>`;
}

function* rowsXml(rows: Iterable<Row>, strings: Strings, styles: Styles): Iterable<string> {
  const names: string[] = [];
  let number = 0;
  for (const { height, grows, hidden, cells } of rows) {
    number++;
    let xml = `<row r="${number}"`;
    if (height !== undefined) xml += ` ht="${rounded(height)}"${grows ? '' : ' customHeight="1"'}`;
    xml += hidden ? ' hidden="1">' : '>';
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (!cell) continue;
      names[column] ??= columnName(column);
      const { value } = cell;
      let style = cell.style ?? 0;
      xml += `<c r="${names[column]}${number}"`;
      if (value === undefined || value === '') xml += ` s="${style}"/>`;
      else if (typeof value === 'number') xml += ` s="${style}"><v>${value}</v></c>`;
      else {
        if (looksLikeFormula(value)) style = styles.quoted(style);
        xml += ` s="${style}" t="s"><v>${strings.of(value)}</v></c>`;
      }
    }
    yield `${xml}</row>`;
  }
}

function columnsXml({ columns }: Sheet): string {
  if (!columns.length) return '';
  const list = columns.map(({ width, hidden, style }, at) => {
    const rest = (style ? ` style="${style}"` : '') + (hidden ? ' hidden="1"' : '');
    return `<col min="${at + 1}" max="${at + 1}" width="${rounded(width / MM_PER_DIGIT)}"${rest} customWidth="1"/>`;
  });
  return `<cols>${list.join('')}</cols>`;
}

function paneXml({ freeze }: Sheet): string {
  const { rows = 0, columns = 0 } = freeze ?? {};
  if (!rows && !columns) return '';
  const pane = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight';
  const split = (columns ? ` xSplit="${columns}"` : '') + (rows ? ` ySplit="${rows}"` : '');
  return `<pane${split} topLeftCell="${columnName(columns)}${rows + 1}" state="frozen" activePane="${pane}"/><selection pane="${pane}"/>`;
}

function pageXml({ landscape, margins, fitWidth, header, footer, evenFooter }: Page): string {
  const sides = (['left', 'right', 'top', 'bottom', 'header', 'footer'] as const).map(
    (side) => `${side}="${rounded(margins[side] / MM_PER_INCH)}"`,
  );
  const size = fitWidth ? 'fitToWidth="1" fitToHeight="0"' : 'scale="100"';
  const shown =
    (header ? `<oddHeader>${escaped(header)}</oddHeader>` : '') +
    (footer ? `<oddFooter>${escaped(footer)}</oddFooter>` : '') +
    (header && evenFooter ? `<evenHeader>${escaped(header)}</evenHeader>` : '') +
    (evenFooter ? `<evenFooter>${escaped(evenFooter)}</evenFooter>` : '');
  return (
    `<printOptions horizontalCentered="1"/><pageMargins ${sides.join(' ')}/>` +
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" ${size}/>` +
    (shown ? `<headerFooter${evenFooter ? ' differentOddEven="1"' : ''}>${shown}</headerFooter>` : '')
  );
}

function conditionXml({ area, formula, change }: Condition, at: number): string {
  const rule = `<cfRule type="expression" dxfId="${change}" priority="${at + 1}"><formula>${escaped(formula)}</formula></cfRule>`;
  return `<conditionalFormatting sqref="${areaName(area)}">${rule}</conditionalFormatting>`;
}

function validationXml({ area, allows, warns, prompt, error }: Validation): string {
  const [type, formulas] = allowed(allows);
  const words =
    (error ? ` errorTitle="填写有误" error="${escaped(error)}"` : '') + (prompt ? ` prompt="${escaped(prompt)}"` : '');
  return (
    `<dataValidation ${type}${warns ? ' errorStyle="warning"' : ''} allowBlank="1" showInputMessage="1" ` +
    `showErrorMessage="1"${words} sqref="${areaName(area)}">${formulas}</dataValidation>`
  );
}

function allowed(allows: Validation['allows']): [type: string, formulas: string] {
  if ('list' in allows) return ['type="list"', `<formula1>${escaped(`"${allows.list.join(',')}"`)}</formula1>`];
  if ('decimal' in allows) {
    const [least, most] = allows.decimal;
    return ['type="decimal"', `<formula1>${least}</formula1><formula2>${most}</formula2>`];
  }
  return ['type="date" operator="greaterThanOrEqual"', `<formula1>${dayNumber(allows.dateFrom)}</formula1>`];
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
