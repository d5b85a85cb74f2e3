/** Pages of a Word document: sections, and what stands in the margins. Lengths are in twips. */
import { empty } from './xml.ts';

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
