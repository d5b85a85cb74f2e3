/**
 * The notice as a Word document on the official page. Looks stand in named styles, so that a drafter changes all
 * paragraphs of a kind at once; headings have their levels, so that the navigation pane lists them. Pages break where
 * layout.ts says.
 */
import type { Write } from '../format.ts';
import { oneFile } from '../format.ts';
import { type Story, writeWord } from '../ooxml/word.ts';
import { type Margins, A4 as PAPER, section } from '../ooxml/word-page.ts';
import { cell, row, table } from '../ooxml/word-table.ts';
import {
  type ParagraphLook,
  POINT,
  pageNumber,
  paragraph,
  type Rule,
  run,
  styleSheet,
  twips,
} from '../ooxml/word-text.ts';
import { DEFAULT_FONTS } from '../page/fonts.ts';
import { EM, eighths, HEAD, IMPRINT, MARGINS, PAGE_NUMBER, SIZE } from '../page/geometry.ts';
import { tableBody, tableSection, tableStories } from '../table/docx.ts';
import { tableStyles } from '../table/docx-styles.ts';
import { officialPage } from './compose.ts';
import type { OfficialDocument, OfficialHead, TextBlock } from './document.ts';
import { FACE_ID, ID, NUMBER_LINE, styles, whole } from './docx-styles.ts';
import type { HeadLayout } from './head-layout.ts';
import { layOutNotice } from './layout.ts';
import { LOOKS } from './looks.ts';
import { SIGNER } from './paragraph-lines.ts';
import type { ImprintPlace, NoticeLayout } from './placed.ts';

export const writeDocx: Write = async (notice, options) => {
  const document = officialPage(notice, options);
  const layout = layOutNotice(document, options);
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const sections = sectionsOf(document, layout);
  const bytes = writeWord({
    title: document.title,
    author: document.author,
    styles: styleSheet(
      { font: fonts.body, size: SIZE.three },
      hasTable(document) ? [...styles(fonts), ...tableStyles(fonts)] : styles(fonts),
    ),
    stories: { ...numberStories(), ...(hasTable(document) && tableStories()) },
    evenAndOdd: true,
    body: body(sections),
    section: sections.at(-1)!.properties,
  });
  return oneFile(bytes, [...document.remarks, ...layout.remarks]);
};

interface Section {
  readonly content: Iterable<string>;
  readonly properties: string;
}

/** The last paragraph of each section but the last bears its properties: one more would open a page where one is full. */
function* body(sections: readonly Section[]): Iterable<string> {
  for (const [i, { content, properties }] of sections.entries()) {
    let last = '';
    for (const each of content) {
      if (last) yield last;
      last = each;
    }
    if (i + 1 === sections.length) yield last;
    else yield last.replace('</w:pPr>', `${properties}</w:pPr>`);
  }
}

function sectionsOf(document: OfficialDocument, layout: NoticeLayout): Section[] {
  const sections: Section[] = [];
  let text: string[] = [];
  const upright = () => {
    if (!text.length) return;
    sections.push({ content: text, properties: uprightSection(true) });
    text = [];
  };
  if (document.head && layout.head) text.push(...headBody(document.head, layout.head));
  for (const [i, block] of layout.blocks.entries()) {
    if (block.kind === 'table') {
      upright();
      const above = block.annex === undefined ? {} : { annex: block.annex };
      sections.push({ content: tableBody(block.table, above), properties: tableSection() });
    } else {
      const first = document.head !== undefined && i === 0;
      // What begins a section begins a page.
      const begun = text.length > 0;
      text.push(...blockBody(block, first ? HEAD.linesBelowRule : 0, begun));
    }
  }
  const { imprint } = layout;
  if (imprint?.shares) text.push(...imprintBody(imprint));
  upright();
  if (imprint && !imprint.shares) {
    if (imprint.afterBlank) sections.push({ content: [paragraph('Blank', '')], properties: uprightSection(false) });
    sections.push({ content: imprintBody(imprint), properties: uprightSection(!imprint.afterBlank) });
  }
  return sections.length ? sections : [{ content: [paragraph('Blank', '')], properties: uprightSection(true) }];
}

const MARGIN: Margins = {
  top: twips(MARGINS.top),
  right: twips(MARGINS.right),
  bottom: twips(MARGINS.bottom),
  left: twips(MARGINS.left),
  header: twips(MARGINS.top / 2),
  // The dashes beside the number stand 7 mm below the type area (7.5), midway in its line.
  footer: Math.round(twips(MARGINS.bottom - PAGE_NUMBER.below) - (NUMBER_LINE * POINT) / 2),
};

function uprightSection(numbered: boolean): string {
  return section({
    width: PAPER.short,
    height: PAPER.long,
    margins: MARGIN,
    footers: numbered ? { usual: 'footerOdd', even: 'footerEven' } : { usual: 'footerNone', even: 'footerNone' },
  });
}

/** — 1 —: at the right on odd pages, at the left on even ones (7.5). */
function numberStories(): Readonly<Record<string, Story>> {
  const number = run('— ') + pageNumber() + run(' —');
  const story = (content: string): Story => ({ kind: 'footer', content });
  return {
    footerOdd: story(paragraph('PageNumber', number, { align: 'right' })),
    footerEven: story(paragraph('PageNumber', number)),
    footerNone: story(paragraph('PageNumber', '')),
  };
}

function headBody(head: OfficialHead, layout: HeadLayout): string[] {
  const { secrecy, mark, aboveMark } = layout;
  return [
    ...secrecy.map((text) => paragraph('Secrecy', run(text))),
    paragraph('Mark', run(head.mark, { size: mark.size, ...(mark.stretch < 100 && { stretch: mark.stretch }) }), {
      before: Math.round(aboveMark * POINT),
      pitch: Math.round(mark.height * POINT),
    }),
    ...blanks(HEAD.linesBelowMark),
    headNumber(head, layout),
  ];
}

/** 发文字号, with the red rule below it. */
function headNumber({ number = '', signer }: OfficialHead, { ruleGap }: HeadLayout): string {
  const rule: Rule = { size: HEAD.rule, color: HEAD.red, space: ruleGap };
  if (signer === undefined) return paragraph('MarkNumber', run(number), { bottom: rule });
  // Indents would make the rule shorter.
  const aside = whole(HEAD.aside * EM);
  const tabs = [
    { at: aside, align: 'left' },
    { at: PAPER.short - MARGIN.left - MARGIN.right - aside, align: 'right' },
  ] as const;
  const name = run(signer, { style: FACE_ID.second });
  return paragraph('MarkNumber', run(`\t${number}\t${SIGNER}`) + name, { bottom: rule, align: 'left', tabs });
}

function* blockBody(block: TextBlock, above: number, begun: boolean): Iterable<string> {
  const { style, runs, opensPage = false, keepsNext = false } = block;
  const free = above + (block.above ?? 0);
  // What opens a page has nothing above it there.
  const pitch = block.pitch === undefined ? {} : { pitch: whole(block.pitch) };
  yield* blanks(free, pitch);
  const look = LOOKS[style];
  const content = runs
    .map(({ text, face }) => run(text, face && face !== look.face ? { style: FACE_ID[face] } : undefined))
    .join('');
  const indents = block.left !== undefined || block.right !== undefined || block.firstLine !== undefined;
  yield paragraph(ID[style], content, {
    ...(indents && {
      left: whole(block.left ?? look.left ?? 0),
      right: whole(block.right ?? look.right ?? 0),
      firstLine: whole(block.firstLine ?? look.firstLine ?? 0),
    }),
    ...(opensPage && begun && { pageBreakBefore: true }),
    ...(keepsNext && { keepNext: true, keepLines: true }),
    ...pitch,
  });
}

function blanks(count: number, look?: ParagraphLook): string[] {
  return new Array<string>(count).fill(paragraph('Blank', '', look));
}

/**
 * 版记: a table without sides whose first row holds it down at the foot of the page. Frames and floating tables would stay
 * there by themselves, but not in every program.
 */
function* imprintBody({ layout, free }: ImprintPlace): Iterable<string> {
  const width = PAPER.short - MARGIN.left - MARGIN.right;
  const rule = (mm: number): Rule => ({ size: eighths(mm) });
  const height = Math.floor(free * POINT);
  const holds = height >= POINT;
  const rows = holds ? [row({ height, exact: true }, [cell({ width, align: 'top' }, paragraph('End', ''))])] : [];
  const last = layout.rows.length - 1;
  for (const [i, { look, text, hang = 0, sides, height: high }] of layout.rows.entries()) {
    const left = whole(LOOKS[look].left ?? 0);
    const content = sides
      ? paragraph(ID[look], run(`${sides[0]}\t${sides[1]}`))
      : paragraph(ID[look], run(text!), { left: left + whole(hang), firstLine: -whole(hang), right: left });
    rows.push(
      row({ height: Math.round(high * POINT), exact: true, whole: true }, [
        cell(
          {
            width,
            align: 'center',
            rules: {
              top: rule(i === 0 ? IMPRINT.outer : IMPRINT.inner),
              ...(i === last && { bottom: rule(IMPRINT.outer) }),
            },
          },
          content,
        ),
      ]),
    );
  }
  yield table({ widths: [width], margins: { across: 0, down: 0 } }, rows);
  yield paragraph('End', '');
}

function hasTable(document: OfficialDocument): boolean {
  return document.blocks.some((block) => block.kind === 'table');
}
