/** The table as a web page: on each of its pages a table with the header and the labels, as the printed one has them. */
import { oneFile, type Write } from '../format.ts';
import { escaped, family, htmlPage } from '../html/page.ts';
import { DEFAULT_FONTS, type FontSet } from '../page/fonts.ts';
import { MM, PAGE_NUMBER } from '../page/geometry.ts';
import { ABOVE_TABLE, type Above, PITCH, SIZES } from './setting.ts';
import { PADDING, RULE, type SheetRow, type Sheets, sheetsOf, TURNED } from './sheets.ts';
import { officialTable, type Table } from './table.ts';

/** Browsers make rows whole pixels high; so much less is kept free above and below a cell's text, so that it fits. In points. */
const ROUNDING = 0.4;
const PIXEL = 0.75;

/** Chromium clips the right rule of a table that fills the type area. */
const CLIPPED = 0.5;

export const writeHtml: Write = async (notice, options) => {
  const table = officialTable(notice, options);
  return oneFile(
    htmlPage({
      title: table.title,
      author: options.author,
      styles: tableStyles({ ...DEFAULT_FONTS, ...options.fonts }),
      body: tablePages(table),
    }),
    table.remarks,
  );
};

/** Lengths in points, as the layout reckons. */
export function tableStyles(fonts: FontSet): string {
  const { top, right, bottom, left } = TURNED;
  const set = (size: number, pitch: number) => `font-size:${size}pt;line-height:${pitch}pt`;
  return `
.table-page{padding:${pt(top)} ${pt(right)} 0 ${pt(left)}}
.table-title{min-height:${PITCH.title}pt;margin:0 0 ${ABOVE_TABLE}pt;${set(SIZES.title, PITCH.title)};font-family:${family(fonts, 'title')};font-weight:normal;text-align:center;white-space:pre-line}
.table-page .annex{margin:0 0 ${PITCH.annex}pt;${set(SIZES.annex, PITCH.annex)};font-family:${family(fonts, 'heading')}}
.table-page .totals{margin:0 0 ${ABOVE_TABLE}pt;${set(SIZES.totals, PITCH.totals)};font-family:${family(fonts, 'body')};text-align:center}
.table-page table{border-collapse:collapse;table-layout:fixed;width:${pt(TURNED.width - left - right - CLIPPED * MM)};margin:0 auto;${set(SIZES.cell, PITCH.cell)};font-family:${family(fonts, 'body')}}
.table-page th,.table-page td{padding:${pt(PADDING.down - ROUNDING)} ${pt(PADDING.across)};border:${RULE}pt solid #000;vertical-align:middle;text-align:center;font-weight:normal}
.table-page thead th{font-family:${family(fonts, 'heading')}}
.table-page .both{text-align:justify;text-justify:inter-character}
.table-page .left{text-align:left}
.turned .number{position:absolute;left:${pt(left - PAGE_NUMBER.below * MM)};margin:0;${set(PAGE_NUMBER.size, PAGE_NUMBER.size)};font-family:${family(fonts, 'number')};writing-mode:vertical-rl;text-orientation:sideways;transform:translateX(-50%);white-space:nowrap}
.turned .odd{bottom:${pt(bottom + PAGE_NUMBER.aside * PAGE_NUMBER.size)}}
.turned .even{top:${pt(top + PAGE_NUMBER.aside * PAGE_NUMBER.size)}}
`;
}

/** The table's pages, and nothing around them. */
function tablePages(table: Table): string {
  const sheets = sheetsOf(table);
  return sheets.pages.map((_, page) => tablePage(table, sheets, page, page + 1)).join('\n');
}

/** One of the table's pages, from 0, with its number. */
export function tablePage(table: Table, sheets: Sheets, page: number, number: number, above: Above = {}): string {
  const all = sheets.widths.reduce((sum, width) => sum + width, 0);
  const columns = sheets.widths.map((width) => `<col style="width:${round((width / all) * 100)}%">`).join('');
  const count = sheets.pages.length;
  const caption = count > 1 ? `${table.title}，第${page + 1}页，共${count}页` : table.title;
  return `<section class="page turned table-page" aria-label="第${number}页">
${page === 0 ? linesAbove(table, sheets, above) : ''}<table>
<caption class="unseen">${escaped(caption)}</caption>
<colgroup>${columns}</colgroup>
<thead>
${headerRows(table, sheets)}
</thead>
<tbody>
${bodyRows(table, sheets.pages[page]!)}
</tbody>
</table>
<p class="number ${number % 2 ? 'odd' : 'even'}">— ${number} —</p>
</section>`;
}

function linesAbove(table: Table, sheets: Sheets, { annex }: Above): string {
  // An annex stands below the notice's own title.
  const tag = annex ? 'h2' : 'h1';
  const lines = [
    ...(annex ? [`<p class="annex">${escaped(annex)}</p>`] : []),
    table.title
      ? `<${tag} class="table-title">${escaped(sheets.title.join('\n'))}</${tag}>`
      : '<p class="table-title"></p>',
    ...(table.totals ? [`<p class="totals">${escaped(table.totals)}</p>`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function headerRows(table: Table, { layout }: Sheets): string {
  const pixels = wholePixels(layout.headerHeights);
  return layout.headerHeights
    .map((_, row) => {
      const cells = table.header.map((cell, i) => {
        if (cell.row !== row) return '';
        const group = cell.columns > 1;
        const spans = attributes(cell.columns, cell.rows);
        return `<th scope="${group ? 'colgroup' : 'col'}"${spans}>${broken(layout.header[i]!)}</th>`;
      });
      return `<tr style="height:${pixels[row]}px">${cells.join('')}</tr>`;
    })
    .join('\n');
}

function bodyRows(table: Table, rows: readonly SheetRow[]): string {
  const pixels = wholePixels(rows.map(({ height }) => height));
  return rows.map((row, at) => bodyRow(table, row, pixels[at]!)).join('\n');
}

/** Heights in whole pixels, none of which strays from its place by more than half of one. */
function wholePixels(heights: readonly number[]): number[] {
  let end = 0;
  return heights.map((height) => {
    const from = Math.round(end / PIXEL);
    end += height;
    return Math.round(end / PIXEL) - from;
  });
}

function bodyRow(table: Table, { row, goesOn, cells }: SheetRow, pixels: number): string {
  const written = cells.map(({ column, columns, rows, text, align, goesOn: rest }) => {
    const spans = attributes(columns, rows);
    const name = align === 'center' ? '' : ` class="${align}"`;
    const id = table.columns[column]!.id;
    // What a row or a group of rows is called by.
    const scope = rest || columns > 1 ? undefined : id === 'n' ? 'row' : rows > 1 ? 'rowgroup' : undefined;
    return scope
      ? `<th scope="${scope}"${spans}${name}>${broken(text)}</th>`
      : `<td${spans}${name}>${broken(text)}</td>`;
  });
  const id = goesOn ? '' : ` id="task-${row + 1}"`;
  return `<tr${id} style="height:${pixels}px">${written.join('')}</tr>`;
}

function attributes(columns: number, rows: number): string {
  return `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
}

function broken(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}

function pt(points: number): string {
  return `${round(points)}pt`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
