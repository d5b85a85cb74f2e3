/** Pages of a Word document: sections, and what stands in the margins. Lengths are in twips. */
import { empty, escaped } from './xml.ts';

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** From the page's edge to the header, to the footer. */
  readonly header: number;
  readonly footer: number;
}

/** Ids of stories (see writeWord): on all pages, or on the odd ones where there are even ones as well. */
export interface Stories {
  readonly usual?: string;
  readonly even?: string;
  readonly first?: string;
}

export interface SectionLook {
  /** Of the page as it stands: wider than high where it is turned. */
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  readonly headers?: Stories;
  readonly footers?: Stories;
  /** The number of its first page, where it doesn't count on. */
  readonly start?: number;
  /** Where it begins; on the next page where nothing is said. */
  readonly begins?: 'nextPage' | 'continuous' | 'oddPage' | 'evenPage';
}

/** A4, in whole twips as Word has it. */
export const A4 = { short: 11906, long: 16838 };

/** A section's properties: of the last section for writeWord, of others for the last paragraph in them. */
export function section({ width, height, margins, headers, footers, start, begins }: SectionLook): string {
  return `<w:sectPr>${[
    stories('header', headers),
    stories('footer', footers),
    begins ? empty('w:type', { 'w:val': begins }) : '',
    empty('w:pgSz', { 'w:w': width, 'w:h': height, 'w:orient': width > height ? 'landscape' : undefined }),
    empty('w:pgMar', {
      'w:top': margins.top,
      'w:right': margins.right,
      'w:bottom': margins.bottom,
      'w:left': margins.left,
      'w:header': margins.header,
      'w:footer': margins.footer,
      'w:gutter': 0,
    }),
    start === undefined ? '' : empty('w:pgNumType', { 'w:start': start }),
    headers?.first || footers?.first ? '<w:titlePg/>' : '',
  ].join('')}</w:sectPr>`;
}

function stories(kind: 'header' | 'footer', { usual, even, first }: Stories = {}): string {
  const reference = (type: string, id: string | undefined) =>
    id ? empty(`w:${kind}Reference`, { 'w:type': type, 'r:id': id }) : '';
  return reference('default', usual) + reference('even', even) + reference('first', first);
}

export interface Pin {
  /** Its number among the document's drawings. */
  readonly id: number;
  /** What a reader of the document's parts sees of it. */
  readonly name: string;
  /** From the page's left and upper edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The text runs from top to bottom, upright for who turns the page. It stands midway between the box's sides. */
  readonly turned?: boolean;
}

const EMU = 635;

/**
 * A box with text at a fixed place of the page, for a run's place in a paragraph: of a header or footer, on each page.
 * Written twice, as Word does: a drawing, and for older programs a picture.
 *
 * @param paragraphs what stands in it
 */
export function pinned({ id, name, x, y, width, height, turned = false }: Pin, paragraphs: string): string {
  const content = `<w:txbxContent>${paragraphs}</w:txbxContent>`;
  const extent = `cx="${width * EMU}" cy="${height * EMU}"`;
  const drawing = [
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"',
    ` relativeHeight="${id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>`,
    `<wp:positionH relativeFrom="page"><wp:posOffset>${x * EMU}</wp:posOffset></wp:positionH>`,
    `<wp:positionV relativeFrom="page"><wp:posOffset>${y * EMU}</wp:posOffset></wp:positionV>`,
    `<wp:extent ${extent}/><wp:wrapNone/><wp:docPr id="${id}" name="${escaped(name)}"/><wp:cNvGraphicFramePr/>`,
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData',
    ` uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>`,
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`,
    `<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx>${content}</wps:txbx><wps:bodyPr rot="0"`,
    ` vert="${turned ? 'vert' : 'horz'}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"`,
    ` anchor="${turned ? 'ctr' : 't'}" anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic>`,
    '</wp:anchor></w:drawing>',
  ].join('');
  const place = `left:${x / 20}pt;top:${y / 20}pt;width:${width / 20}pt;height:${height / 20}pt`;
  const flow = turned ? ' style="layout-flow:vertical"' : '';
  const picture = [
    `<w:pict><v:rect id="pin${id}" style="position:absolute;${place};z-index:${id};`,
    'mso-position-horizontal-relative:page;mso-position-vertical-relative:page;',
    `v-text-anchor:${turned ? 'middle' : 'top'}" filled="f" stroked="f">`,
    `<v:textbox${flow} inset="0,0,0,0">${content}</v:textbox></v:rect></w:pict>`,
  ].join('');
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${picture}</mc:Fallback></mc:AlternateContent></w:r>`;
}
