/** The notice as a PDF on the official page: each line where layout.ts has it, in the faces of the machine. */
import type { Write } from '../format.ts';
import { DEFAULT_FONTS } from '../page/fonts.ts';
import { A4, HEAD, MARGINS, MM, PAGE_NUMBER, TYPE_AREA } from '../page/geometry.ts';
import type { Role } from '../pdf/faces.ts';
import { baselineIn, Pages, refused } from '../pdf/pages.ts';
import { drawPage, textsOf } from '../table/pdf.ts';
import { officialPage } from './compose.ts';
import { layOutNotice } from './layout.ts';
import type { NoticeLayout, Page, PlacedLine, PlacedRule } from './placed.ts';
import { stripsOf } from './strips.ts';

const LEFT = MARGINS.left * MM;
const TOP = MARGINS.top * MM;
const RED = `#${HEAD.red}`;

export const writePdf: Write = async (notice, options) => {
  const document = officialPage(notice, options);
  const layout = layOutNotice(document, options);
  const pages = await Pages.open({
    title: document.title,
    author: document.author,
    fonts: { ...DEFAULT_FONTS, ...options.fonts },
    faces: options.faces,
    texts: textsIn(layout),
  });
  if (!(pages instanceof Pages)) return refused(pages.refused);
  for (const page of layout.pages) draw(pages, page);
  const { files, remarks } = await pages.exported();
  return { files, remarks: [...document.remarks, ...layout.remarks, ...remarks] };
};

/** All that is set in each role. */
function textsIn({ pages }: NoticeLayout): Map<Role, string> {
  const texts = new Map<Role, string[]>([['number', ['— 0123456789']]]);
  const add = (role: Role, text: string) => {
    const list = texts.get(role);
    if (list) list.push(text);
    else texts.set(role, [text]);
  };
  for (const { lines, table } of pages) {
    for (const { runs } of lines) for (const { face, text } of runs) add(face, text);
    if (table?.page === 0) for (const [role, text] of textsOf(table.block.table, table.block)) add(role, text);
  }
  return new Map([...texts].map(([role, list]) => [role, list.join('')]));
}

function draw(pages: Pages, { number, numbered, lines, rules, table }: Page): void {
  if (table) {
    const { block, sheets, page } = table;
    drawPage(pages, block.table, sheets, page, number, block);
    return;
  }
  pages.page(A4.width * MM, A4.height * MM);
  for (const line of lines) drawLine(pages, line);
  for (const rule of rules) drawRule(pages, rule);
  if (numbered) drawNumber(pages, number);
}

function drawLine(pages: Pages, line: PlacedLine): void {
  const { size, stretch = 100, red } = line;
  const y = baselineIn(TOP + line.top, line.height, size);
  const set = { size, y, stretch, ...(red && { color: RED }) };
  for (const { pieces, x, width, spread, spacing } of stripsOf(line))
    pages.line({ ...set, pieces, x: LEFT + x, width, spacing, align: spread ? 'both' : 'left' });
}

function drawRule(pages: Pages, { top, thickness, red }: PlacedRule): void {
  const y = TOP + top;
  pages.rule([LEFT, y], [LEFT + TYPE_AREA.width * MM, y], thickness, red ? RED : undefined);
}

/** 7 mm below the type area, a character in: at the right on odd pages, at the left on even ones (7.5). */
function drawNumber(pages: Pages, number: number): void {
  const { size, below, aside } = PAGE_NUMBER;
  const inside = aside * size;
  const middle = TOP + (TYPE_AREA.height + below) * MM;
  pages.line({
    pieces: [{ text: `— ${number} —`, role: 'number' }],
    size,
    x: LEFT + inside,
    y: baselineIn(middle - size / 2, size, size),
    width: TYPE_AREA.width * MM - 2 * inside,
    align: number % 2 ? 'right' : 'left',
  });
}
