/**
 * Excel workbooks (ECMA-376-1, SpreadsheetML), written as text: a library that holds each cell as an object takes three
 * times the time and memory.
 *
 *     const styles = new Styles();
 *     const head = styles.of({ font: { name: '黑体', size: 10.5 }, border: true, align: 'center' });
 *     writeWorkbook({
 *       title: '任务分解表', styles,
 *       sheets: [{ name: '任务分解表', columns: [{ width: 20 }], rows: [{ height: 24, cells: [{ value: '序号', style: head }] }] }],
 *     });
 *
 * Rows and columns count from 0, widths and margins are in mm, heights in points. Every value is a text or a number and
 * nothing is a formula; what XML can't hold is left out of texts. The same workbook has the same bytes.
 */
import { type PackagePart, RELATIONSHIPS, writePackage } from './package.ts';
import { type Chart, chartXml, drawingXml } from './sheet-chart.ts';
import { type Area, absoluteName, quotedName } from './sheet-places.ts';
import { Strings } from './sheet-strings.ts';
import type { StyleId, Styles } from './sheet-styles.ts';
import { sheetXml } from './sheet-xml.ts';
import { DECLARATION, escaped } from './xml.ts';

export type { Chart } from './sheet-chart.ts';
export { type Area, columnName, dayNumber } from './sheet-places.ts';
export { type CellStyle, type StyleId, Styles } from './sheet-styles.ts';

export interface Workbook {
  readonly title: string;
  readonly author?: string | undefined;
  /** At least one is visible. */
  readonly sheets: readonly Sheet[];
  readonly styles: Styles;
}

export interface Sheet {
  /** 1 to 31 characters without : \ / ? * [ ]; no two alike. */
  readonly name: string;
  /** A sheet that is very hidden is shown by no menu. */
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly columns: readonly Column[];
  /** In order from the first row of the sheet. They are asked for once, one after the other. */
  readonly rows: Iterable<Row>;
  /** Areas that are one cell each; no two overlap. All cells of an area have its style, or its border ends at the first. */
  readonly merges?: readonly Area[];
  /** So many rows and columns stay where the sheet is scrolled. */
  readonly freeze?: { readonly rows?: number; readonly columns?: number };
  /** The rows that are printed on each page. */
  readonly printTitles?: { readonly from: number; readonly to: number };
  readonly printArea?: Area;
  readonly page?: Page;
  /** The rows that start a page. */
  readonly pageStarts?: readonly number[];
  /** The header row and the rows below it, with buttons to filter and sort by. */
  readonly filter?: Area;
  readonly validations?: readonly Validation[];
  readonly conditions?: readonly Condition[];
  readonly charts?: readonly Chart[];
}

export interface Column {
  readonly width: number;
  readonly hidden?: boolean;
  /** Of cells that no row has. */
  readonly style?: StyleId;
}

export interface Row {
  /** No more than 409 points. Without it, the program's own. */
  readonly height?: number;
  /** The height is a first guess: the row grows with what is typed into it. */
  readonly grows?: boolean;
  readonly hidden?: boolean;
  /** From the first column; undefined for none. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Cell {
  readonly value?: string | number;
  readonly style?: StyleId;
}

export interface Page {
  /** A4 either way. */
  readonly landscape: boolean;
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer', number>>;
  /** All columns on one page's width, whatever size that makes them; else their own size. Excel then ignores `pageStarts`. */
  readonly fitWidth?: boolean;
  /** In Excel's codes, as the footers are; `plain()` for a text. */
  readonly header?: string;
  /** &R&P: the page's number on the right. */
  readonly footer?: string;
  /** On even pages, where it differs. */
  readonly evenFooter?: string;
}

/** A text as a header or footer has it, where & begins a code. */
export function plain(text: string): string {
  return text.replaceAll('&', '&&');
}

/** What may be typed into cells. Anything else is refused with `error`. */
export interface Validation {
  readonly area: Area;
  readonly allows:
    | { readonly list: readonly string[] }
    | { readonly decimal: readonly [number, number] }
    | { readonly dateFrom: string };
  /** Only asks whether it is meant. */
  readonly warns?: boolean;
  readonly prompt?: string;
  readonly error?: string;
}

/** Cells that look otherwise where a formula holds, written for the first of them: $H2="滞后". */
export interface Condition {
  readonly area: Area;
  readonly formula: string;
  /** `Styles.change()` */
  readonly change: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument';

export function writeWorkbook({ title, author, sheets, styles }: Workbook): Uint8Array {
  const strings = new Strings();
  const first = firstVisible(sheets);
  const parts: PackagePart[] = [workbookPart(sheets)];
  let charts = 0;
  sheets.forEach((sheet, at) => {
    const drawing = `drawings/drawing${at + 1}.xml`;
    const has = Boolean(sheet.charts?.length);
    parts.push({
      path: `xl/worksheets/sheet${at + 1}.xml`,
      type: `${TYPE}.spreadsheetml.worksheet+xml`,
      data: sheetXml(sheet, strings, styles, at === first),
      relationships: has ? [{ id: 'rId1', type: 'drawing', target: `../${drawing}` }] : [],
    });
    if (!has) return;
    const files = sheet.charts!.map((chart) => {
      const path = `charts/chart${++charts}.xml`;
      const data = DECLARATION + chartXml(chart, sheet.name);
      parts.push({ path: `xl/${path}`, type: `${TYPE}.drawingml.chart+xml`, data });
      return path;
    });
    parts.push({
      path: `xl/${drawing}`,
      type: `${TYPE}.drawing+xml`,
      data: DECLARATION + drawingXml(sheet.charts!),
      relationships: files.map((path, i) => ({ id: `rId${i + 1}`, type: 'chart', target: `../${path}` })),
    });
  });
  // Written last, when the sheets have named what they need of them.
  const later = (path: string, xml: () => Iterable<string>) =>
    parts.push({
      path: `xl/${path}.xml`,
      type: `${TYPE}.spreadsheetml.${path}+xml`,
      data: { [Symbol.iterator]: () => xml()[Symbol.iterator]() },
    });
  later('styles', () => [DECLARATION, styles.xml()]);
  later('sharedStrings', () => strings.xml());
  return writePackage(parts, { title, author });
}

function workbookPart(sheets: readonly Sheet[]): PackagePart {
  const files = sheets.map((_, at) => ({ type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` }));
  const all = [
    ...files,
    { type: 'styles', target: 'styles.xml' },
    { type: 'sharedStrings', target: 'sharedStrings.xml' },
  ];
  return {
    path: 'xl/workbook.xml',
    type: `${TYPE}.spreadsheetml.sheet.main+xml`,
    data: DECLARATION + workbookXml(sheets),
    relationships: all.map((one, at) => ({ id: `rId${at + 1}`, ...one })),
  };
}

function firstVisible(sheets: readonly Sheet[]): number {
  return sheets.findIndex(({ state = 'visible' }) => state === 'visible');
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(({ name, state = 'visible' }, at) => {
    const hidden = state === 'visible' ? '' : ` state="${state}"`;
    return `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`;
  });
  const names = sheets.flatMap((sheet, at) => namesOf(sheet, at));
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="16384" windowHeight="8192" activeTab="${firstVisible(sheets)}"/></bookViews>` +
    `<sheets>${list.join('')}</sheets>` +
    (names.length ? `<definedNames>${names.join('')}</definedNames>` : '') +
    '</workbook>'
  );
}

/** Names by which programs know what is filtered and printed. */
function namesOf({ name, filter, printArea, printTitles }: Sheet, at: number): string[] {
  const sheet = quotedName(name);
  const names: string[] = [];
  const add = (id: string, refers: string, hidden = '') =>
    names.push(
      `<definedName name="_xlnm.${id}" localSheetId="${at}"${hidden}>${escaped(`${sheet}!${refers}`)}</definedName>`,
    );
  if (filter) add('_FilterDatabase', absoluteName(filter), ' hidden="1"');
  if (printArea) add('Print_Area', absoluteName(printArea));
  if (printTitles) add('Print_Titles', `$${printTitles.from + 1}:$${printTitles.to + 1}`);
  return names;
}
