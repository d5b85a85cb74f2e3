/** The looks of the Word document: its named styles, and the sizes that its layout reckons with. */
import type { FontSet } from '../page/fonts.ts';

/** In points. 2号 is 22, 4号 14, 五号 10.5. */
export const SIZES = { title: 22, totals: 14, cell: 10.5, number: 14 };
/** Lines are set to exact pitches, so that the page breaks where the layout says. */
export const PITCH = { title: 36, totals: 24, cell: 16 };
/** What stands between the lines above the table and the table. */
export const ABOVE_TABLE = 8;

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * word/styles.xml. The library's own would come out of the schema's order with the spacing between Han and Latin
 * characters switched off, which the layout needs: it adds a quarter em that no nominal width knows.
 */
export function styles(fonts: FontSet): string {
  return `${DECLARATION}<w:styles xmlns:w="${NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>${face(fonts.body)}${size(SIZES.cell)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>${[
    style('Normal', 'Normal', '', '', ' w:default="1"'),
    style(
      'TableTitle',
      '表题',
      exactly(PITCH.title, 0, ABOVE_TABLE) + align('center'),
      face(fonts.title) + size(SIZES.title),
    ),
    style('TableTotals', '表题下计数', exactly(PITCH.totals, 0, ABOVE_TABLE) + align('center'), size(SIZES.totals)),
    style('TableHead', '表头', exactly(PITCH.cell) + align('center'), face(fonts.heading)),
    style('TableText', '表文', exactly(PITCH.cell) + align('both')),
    style('TableList', '表文居左', exactly(PITCH.cell) + align('left')),
    style('TableShort', '表文居中', exactly(PITCH.cell) + align('center')),
    style('TableEnd', '表后', exactly(1), size(1)),
    style('PageNumberOdd', '页码（单页）', indent('right') + align('right'), face(fonts.number) + size(SIZES.number)),
    style('PageNumberEven', '页码（双页）', indent('left') + align('left'), face(fonts.number) + size(SIZES.number)),
  ].join('')}</w:styles>`;
}

/** docProps/core.xml without the time, which would make two exports of one notice differ. */
export function coreProperties(title: string): string {
  return `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`;
}

function style(id: string, name: string, paragraph = '', run = '', attributes = ' w:customStyle="1"'): string {
  const based = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>';
  return `<w:style w:type="paragraph"${attributes} w:styleId="${id}"><w:name w:val="${name}"/>${based}<w:qFormat/>${
    paragraph && `<w:pPr>${paragraph}</w:pPr>`
  }${run && `<w:rPr>${run}</w:rPr>`}</w:style>`;
}

/** One face for every script: quotation marks and digits would else come from another. */
function face(name: string): string {
  const value = escaped(name);
  return `<w:rFonts w:ascii="${value}" w:eastAsia="${value}" w:hAnsi="${value}" w:cs="${value}"/>`;
}

function size(points: number): string {
  return `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
}

function exactly(pitch: number, before = 0, after = 0): string {
  const around = `${before ? ` w:before="${before * 20}"` : ''}${after ? ` w:after="${after * 20}"` : ''}`;
  return `<w:spacing${around} w:line="${pitch * 20}" w:lineRule="exact"/>`;
}

/** One character of the page number's size (GB/T 9704-2012, 7.5). */
function indent(side: 'left' | 'right'): string {
  return `<w:ind w:${side}="${SIZES.number * 20}"/>`;
}

function align(to: 'left' | 'right' | 'center' | 'both'): string {
  return `<w:jc w:val="${to}"/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
