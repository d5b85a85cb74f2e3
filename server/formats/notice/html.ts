/**
 * The notice as a web page: the lines of the official page where layout.ts has them, so that it prints as the other formats
 * do; in headings and paragraphs, so that it is read aloud and copied as one text.
 */
import { oneFile, type Write } from '../format.ts';
import { escaped, family, htmlPage } from '../html/page.ts';
import { DEFAULT_FONTS, type FontSet } from '../page/fonts.ts';
import { A4, HEAD, MARGINS, MM, PAGE_NUMBER, PITCH, SIZE, TYPE_AREA } from '../page/geometry.ts';
import { tablePage, tableStyles } from '../table/html.ts';
import { officialPage } from './compose.ts';
import { layOutNotice } from './layout.ts';
import { LOOKS, type LookId } from './looks.ts';
import type { Page, PlacedLine, PlacedRule } from './placed.ts';
import { type Strip, stripsOf } from './strips.ts';

export const writeHtml: Write = async (notice, options) => {
  const document = officialPage(notice, options);
  const layout = layOutNotice(document, options);
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const hasTable = layout.pages.some(({ table }) => table);
  const html = htmlPage({
    title: document.title,
    author: document.author,
    styles: styles(fonts) + (hasTable ? tableStyles(fonts) : ''),
    body: layout.pages.map(pageOf).join('\n'),
  });
  return oneFile(html, [...document.remarks, ...layout.remarks]);
};

/**
 * A paragraph stands at the place of its first line; each line is a box as wide as the type area, so that the next one
 * begins below it without a line break in the text. A strip that is spread begins closer and is spread by the browser:
 * so it fills its width with whatever face there is.
 */
function styles(fonts: FontSet): string {
  const faces = (['title', 'heading', 'second', 'body', 'number'] as const)
    .map((role) => `.${role}{font-family:${family(fonts, role)}}`)
    .join('\n');
  const { size, below, aside } = PAGE_NUMBER;
  return `
${faces}
.notice-page p,.notice-page h1,.notice-page h2,.notice-page h3,.notice-page h4,.notice-page h5{position:absolute;left:${pt(MARGINS.left * MM)};width:${pt(TYPE_AREA.width * MM)};margin:0;font-size:${SIZE.three}pt;line-height:${pt(PITCH)};font-weight:normal}
.line{display:inline-block;width:100%;height:${pt(PITCH)};line-height:${pt(PITCH)};white-space:nowrap;vertical-align:top}
.line>span{display:inline-block;text-align:left;text-align-last:left}
.line>.spread{text-align:justify;text-align-last:justify;text-justify:inter-character}
.line>.blank{display:inline;font-size:0;white-space:pre}
.red{color:#${HEAD.red}}
.rule{position:absolute;left:${pt(MARGINS.left * MM)};width:${pt(TYPE_AREA.width * MM)};margin:0;border:0 solid #000;border-top-width:1px}
.rule.red{border-color:#${HEAD.red}}
.upright .number{top:${pt((A4.height - MARGINS.bottom + below) * MM - size / 2)};padding:0 ${pt(aside * size)};font-size:${size}pt;line-height:${size}pt;text-align:left}
.upright .odd{text-align:right}
`;
}

const TAGS: Readonly<Partial<Record<LookId, string>>> = {
  title: 'h1',
  annexTitle: 'h2',
  heading1: 'h2',
  heading2: 'h3',
  heading3: 'h4',
  heading4: 'h5',
};

function pageOf({ number, numbered, lines, rules, table }: Page): string {
  if (table) return tablePage(table.block.table, table.sheets, table.page, number, table.block);
  const parts = [...paragraphsOf(lines).map(paragraph), ...rules.map(rule)];
  if (numbered) parts.push(`<p class="number ${number % 2 ? 'odd' : 'even'}">— ${number} —</p>`);
  return `<section class="page upright notice-page" aria-label="第${number}页">
${parts.join('\n')}
</section>`;
}

/** The lines of a paragraph. The lines of a title are one, though each is set by itself. */
function paragraphsOf(lines: readonly PlacedLine[]): PlacedLine[][] {
  const paragraphs: PlacedLine[][] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const before = last?.at(-1);
    const goesOn = before && before.look === line.look && (!before.ends || LOOKS[line.look].align === 'center');
    if (goesOn && line.top - before.top - before.height < PITCH / 2) last!.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function paragraph(lines: readonly PlacedLine[]): string {
  const { look, top, red } = lines[0]!;
  const tag = TAGS[look] ?? 'p';
  const name = red ? ' class="red"' : '';
  // What reads the page back puts the paragraph together again.
  const cut = lines.at(-1)!.ends || LOOKS[look].align === 'center' ? '' : ' data-cut';
  // No line stands lower than the paragraph's own: where lines are set closer, so is it.
  const height = Math.min(...lines.map((line) => line.height));
  const close = height < PITCH ? `;line-height:${pt(height)}` : '';
  return `<${tag}${name}${cut} style="top:${pt(MARGINS.top * MM + top)}${close}">${lines.map(lineOf).join('')}</${tag}>`;
}

function lineOf(line: PlacedLine): string {
  const { height, size } = line;
  const high = height === PITCH ? '' : `height:${pt(height)};line-height:${pt(height)};`;
  let at = 0;
  const strips = stripsOf(line).map((strip) => {
    const before = strip.x - at;
    at = strip.x + strip.width;
    return stripOf(strip, before, line);
  });
  return `<span class="line" style="${high}font-size:${size}pt">${strips.join('')}${blankBehind(line)}</span>`;
}

/** A blank where the line breaks takes no room, but parts what stands before it and behind it where the text is copied. */
function blankBehind({ runs, ends, look }: PlacedLine): string {
  if (ends || LOOKS[look].align !== 'both') return '';
  const blank = /\s+$/.exec(runs.at(-1)?.text ?? '')?.[0];
  return blank ? `<span class="blank">${blank}</span>` : '';
}

/** What a character of Latin takes in a wide face, in em more than the layout gives it. */
const WIDER = 0.1;

/** @param before what is free between the strip and the one before it */
function stripOf(strip: Strip, before: number, { size, stretch = 100 }: PlacedLine): string {
  const { pieces, width, spread } = strip;
  const text = pieces.map((piece) => `<span class="${piece.role}">${escaped(piece.text)}</span>`).join('');
  const styles = [`margin-left:${pt(before)}`, `width:${pt(width)}`];
  const spacing = spread ? closer(strip, size) : strip.spacing;
  if (spacing) styles.push(`letter-spacing:${pt(spacing)}`);
  if (stretch !== 100) styles.push(`transform:scaleX(${stretch / 100})`, 'transform-origin:left');
  return `<span${spread ? ' class="spread"' : ''} style="${styles.join(';')}">${text}</span>`;
}

/** Between the characters of a strip that is spread, so that there is something left to spread. */
function closer({ pieces, spacing }: Strip, size: number): number {
  const characters = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const latin = pieces.reduce((sum, { text }) => sum + (text.match(/[!-~]/g)?.length ?? 0), 0);
  return spacing - ((latin * WIDER + 0.25) * size) / Math.max(characters, 1);
}

function rule({ top, thickness, red }: PlacedRule): string {
  const place = `top:${pt(MARGINS.top * MM + top - thickness / 2)};border-top-width:${pt(thickness)}`;
  return `<hr class="rule${red ? ' red' : ''}" style="${place}">`;
}

function pt(points: number): string {
  return `${Math.round(points * 100) / 100}pt`;
}
