/** Tables that follow one another on A4 pages, each with its heading and, on every page that it goes on to, its header. */
import { escaped } from '../html/page.ts';
import { A4, MARGINS, MM, PAGE_NUMBER, TURNED_MARGINS } from '../page/geometry.ts';
import { linesIn } from '../page/measure.ts';

export interface Block {
  readonly heading: string;
  readonly note?: string;
  /** On a page that lies. */
  readonly turned?: boolean;
  /** In mm. */
  readonly widths: readonly number[];
  /** The header row, as HTML. */
  readonly header: string;
  readonly headerHeight: number;
  readonly rows: readonly BlockRow[];
}

export interface BlockRow {
  /** A table row as HTML; its height is set here. */
  readonly cells: string;
  /** In points. */
  readonly height: number;
}

/** In points. */
export const SET = {
  title: 22,
  heading: 14,
  text: 10.5,
  pitch: 14,
  titlePitch: 34,
  headingPitch: 24,
  notePitch: 15,
  gap: 14,
};
/** Of a table that no page holds whole so many rows stand under its heading and on its last page. */
const LEAST_ROWS = 3;

const room = (turned: boolean) =>
  turned
    ? (A4.width - TURNED_MARGINS.top - TURNED_MARGINS.bottom) * MM
    : (A4.height - MARGINS.top - MARGINS.bottom) * MM;

export const WIDTHS = { upright: A4.width - MARGINS.left - MARGINS.right, turned: 225 };

interface Page {
  readonly turned: boolean;
  readonly parts: string[];
  used: number;
}

/** @param lines that open the first page, and how high they are in points */
export function pagesOf(opening: { readonly html: string; readonly height: number }, blocks: readonly Block[]): string {
  const pages: Page[] = [{ turned: blocks[0]?.turned ?? false, parts: [opening.html], used: opening.height }];
  for (const block of blocks) place(block, pages);
  return pages
    .map(({ turned, parts }, at) => {
      const [kind, number] = [turned ? 'turned' : 'upright', at + 1];
      return `<section class="page ${kind} load" aria-label="第${number}页">\n${parts.join('\n')}\n<p class="number">— ${number} —</p>\n</section>`;
    })
    .join('\n');
}

function place(block: Block, pages: Page[]): void {
  const { heading, note = '', turned = false, widths, header, headerHeight, rows } = block;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const above =
    SET.headingPitch + (note ? linesIn(note, (width * MM) / SET.text) * SET.notePitch + 4 : 0) + headerHeight;
  let page = pages.at(-1)!;
  const heightOf = (some: readonly BlockRow[]) => some.reduce((sum, { height }) => sum + height, 0);
  const whole = heightOf(rows);
  // What fits on a page is read on one; but no page holds the title alone.
  const titled = pages.length === 1 && page.parts.length === 1;
  const least = !titled && above + whole <= room(turned) ? whole : heightOf(rows.slice(0, LEAST_ROWS));
  const gap = page.parts.length > 1 ? SET.gap : 0;
  if (page.turned !== turned || page.used + gap + above + least > room(turned)) page = turn(pages, turned);
  const columns = widths.map((each) => `<col style="width:${round((each / width) * 100)}%">`).join('');
  let from = 0;
  do {
    page.used += from ? SET.headingPitch + headerHeight : (page.parts.length > 1 ? SET.gap : 0) + above;
    let to = from;
    for (; to < rows.length && (to === from || page.used + rows[to]!.height <= room(turned)); to++)
      page.used += rows[to]!.height;
    if (to < rows.length) to = Math.max(from + 1, Math.min(to, rows.length - LEAST_ROWS));
    const name = from ? `${heading}（续）` : heading;
    page.parts.push(`<h2>${escaped(name)}</h2>
${note && !from ? `<p class="note">${escaped(note)}</p>\n` : ''}<table style="width:${round(width)}mm">
<caption class="unseen">${escaped(name)}</caption>
<colgroup>${columns}</colgroup>
<thead><tr style="height:${round(headerHeight)}pt">${header}</tr></thead>
<tbody>
${rows
  .slice(from, to)
  .map(({ cells, height }) => `<tr style="height:${round(height)}pt">${cells}</tr>`)
  .join('\n')}
</tbody>
</table>`);
    from = to;
    if (from < rows.length) page = turn(pages, turned);
  } while (from < rows.length);
}

function turn(pages: Page[], turned: boolean): Page {
  const page: Page = { turned, parts: [], used: 0 };
  pages.push(page);
  return page;
}

/** Of the pages, for the head of the file. @param faces values of font-family */
export function pageStyles(faces: Readonly<Record<'title' | 'heading' | 'body' | 'number', string>>): string {
  const { title, heading, text, pitch, titlePitch, headingPitch, notePitch, gap } = SET;
  const set = (size: number, line: number) => `font-size:${size}pt;line-height:${line}pt`;
  const margins = ({ top, right, left }: typeof MARGINS) => `${top}mm ${right}mm 0 ${left}mm`;
  return `
.load.upright{padding:${margins(MARGINS)}}
.load.turned{padding:${margins(TURNED_MARGINS)}}
.load h1{margin:0;${set(title, titlePitch)};font-family:${faces.title};font-weight:normal;text-align:center}
.load h2{margin:${gap}pt 0 0;${set(heading, headingPitch)};font-family:${faces.heading};font-weight:normal}
.load h2:first-child{margin-top:0}
.load p{margin:0;${set(text, notePitch)};font-family:${faces.body}}
.load .summary{margin-bottom:6pt;text-align:center}
.load .note{margin-bottom:4pt}
.load table{border-collapse:collapse;table-layout:fixed;${set(text, pitch)};font-family:${faces.body}}
.load th,.load td{padding:0 1mm;border:0.5pt solid #000;font-weight:normal;text-align:center;vertical-align:middle}
.load thead th{font-family:${faces.heading};word-break:keep-all;overflow-wrap:anywhere}
.load tbody th,.load .text{text-align:left}
.load .bar{padding:0 1mm;line-height:0}
.load .bar svg{display:block;width:100%}
.load .sum td,.load .sum th{font-family:${faces.heading}}
.load .number{position:absolute;left:0;right:0;bottom:${MARGINS.bottom - PAGE_NUMBER.below - 5}mm;text-align:center;${set(PAGE_NUMBER.size, PAGE_NUMBER.size)};font-family:${faces.number}}
.load.turned .number{bottom:${TURNED_MARGINS.bottom - PAGE_NUMBER.below - 5}mm}
`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
