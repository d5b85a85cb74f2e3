/** Runs, paragraphs and styles of a Word document. Lengths are in twips (1/20 pt). */
import { DECLARATION, empty, escaped } from './xml.ts';

/** A point in twips. */
export const POINT = 20;
const PER_MM = 1440 / 25.4;

export function twips(mm: number): number {
  return Math.round(mm * PER_MM);
}

/** How characters look. What is left out is the style's. */
export interface RunLook {
  /** The id of a style of characters. */
  readonly style?: string;
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  /** RRGGBB */
  readonly color?: string;
  /** Behind the characters, RRGGBB. */
  readonly shade?: string;
  /** Added to each character's width. */
  readonly spacing?: number;
  /** Characters are made narrower or wider, in percent. */
  readonly stretch?: number;
}

/** How a paragraph looks. What is left out is the style's. */
export interface ParagraphLook {
  readonly align?: 'left' | 'center' | 'right' | 'both' | 'distribute';
  readonly left?: number;
  readonly right?: number;
  /** Of the first line; negative for a line that hangs out. */
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  /** The pitch of the lines, exactly. */
  readonly pitch?: number;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly pageBreakBefore?: boolean;
  /** false lets single lines stand alone at a page's end. */
  readonly widowControl?: boolean;
  /** Where Han and Latin characters meet, a quarter em is free, as Word does of itself. */
  readonly spaced?: boolean;
  /**
   * A closing mark may hang out of its line, as Word does of itself. LibreOffice 7.4 reads it the other way round, and
   * loses marks that hang: said outright, its lines keep them.
   */
  readonly hangs?: boolean;
  /** The level of a heading in the navigation pane, from 0. */
  readonly outline?: number;
  /** A rule above or below. */
  readonly top?: Rule;
  readonly bottom?: Rule;
  /** Stops of tabs. */
  readonly tabs?: readonly { readonly at: number; readonly align: 'left' | 'center' | 'right' }[];
  /** What ends with this paragraph: see section(). */
  readonly section?: string;
}

/** A line in RRGGBB. */
export interface Rule {
  /** In eighths of a point. */
  readonly size: number;
  readonly color?: string;
  /** From the text, in points. */
  readonly space?: number;
}

/** One of the document's named styles, by which a drafter changes all paragraphs of a kind at once. */
export interface Style {
  /** Without blanks; paragraphs name it. */
  readonly id: string;
  /** As Word shows it. */
  readonly name: string;
  readonly basedOn?: string;
  /** It is one of characters, within paragraphs of any style; else of paragraphs. */
  readonly ofCharacters?: boolean;
  readonly paragraph?: ParagraphLook;
  readonly run?: RunLook;
}

/** Characters of one look. A tab (\t) and a line break (\n) in it are those of Word. */
export function run(text: string, look?: RunLook): string {
  const properties = look ? wrap('w:rPr', runProperties(look)) : '';
  if (!/[\t\n]/.test(text)) return `<w:r>${properties}${inRun(text)}</w:r>`;
  const pieces = text
    .split(/([\t\n])/)
    .map((piece) => (piece === '\t' ? '<w:tab/>' : piece === '\n' ? '<w:br/>' : inRun(piece)));
  return `<w:r>${properties}${pieces.join('')}</w:r>`;
}

function inRun(text: string): string {
  // XML's blanks at an end, and two together, would else be taken for none.
  const blanks = /^\s|\s$|\s\s/.test(text) ? ' xml:space="preserve"' : '';
  return text && `<w:t${blanks}>${escaped(text)}</w:t>`;
}

/** The number of the page that it stands on. */
export function pageNumber(look?: RunLook): string {
  const properties = look ? wrap('w:rPr', runProperties(look)) : '';
  const mark = (type: string) => `<w:r>${properties}<w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark('begin')}<w:r>${properties}<w:instrText xml:space="preserve">PAGE</w:instrText></w:r>${mark('separate')}<w:r>${properties}<w:t>1</w:t></w:r>${mark('end')}`;
}

/**
 * A paragraph.
 *
 * @param style the id of a named style
 * @param runs XML that run(), pageNumber() or a text box made
 * @param look where it differs from its style
 */
export function paragraph(style: string, runs: string, look?: ParagraphLook): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${look ? paragraphProperties(look) : ''}</w:pPr>${runs}</w:p>`;
}

/** A paragraph a line of the text: justified text in Word spreads a line that ends in a mere break. */
export function lines(style: string, text: string): string {
  if (!text) return paragraph(style, '');
  if (!text.includes('\n')) return paragraph(style, run(text));
  return text
    .split('\n')
    .map((line) => paragraph(style, line && run(line)))
    .join('');
}

/** In the order of the schema (ECMA-376-1, 17.3.1.26). */
function paragraphProperties(look: ParagraphLook): string {
  const { left, right, firstLine, before, after, pitch } = look;
  const borders = (look.top ? border('w:top', look.top) : '') + (look.bottom ? border('w:bottom', look.bottom) : '');
  const tabs = look.tabs?.map(({ at, align }) => empty('w:tab', { 'w:val': align, 'w:pos': at })).join('');
  return [
    toggle('w:keepNext', look.keepNext),
    toggle('w:keepLines', look.keepLines),
    toggle('w:pageBreakBefore', look.pageBreakBefore),
    toggle('w:widowControl', look.widowControl),
    wrap('w:pBdr', borders),
    wrap('w:tabs', tabs ?? ''),
    toggle('w:overflowPunct', look.hangs),
    look.spaced === undefined ? '' : toggle('w:autoSpaceDE', look.spaced) + toggle('w:autoSpaceDN', look.spaced),
    before === undefined && after === undefined && pitch === undefined
      ? ''
      : empty('w:spacing', {
          'w:before': before,
          'w:after': after,
          'w:line': pitch,
          'w:lineRule': pitch === undefined ? undefined : 'exact',
        }),
    left === undefined && right === undefined && firstLine === undefined
      ? ''
      : empty('w:ind', {
          'w:left': left,
          'w:right': right,
          'w:firstLine': firstLine !== undefined && firstLine >= 0 ? firstLine : undefined,
          'w:hanging': firstLine !== undefined && firstLine < 0 ? -firstLine : undefined,
        }),
    look.align ? empty('w:jc', { 'w:val': look.align }) : '',
    look.outline === undefined ? '' : empty('w:outlineLvl', { 'w:val': look.outline }),
    look.section ?? '',
  ].join('');
}

/** In the order of the schema (ECMA-376-1, 17.3.2.28). One face for every script: quotation marks would else come from another. */
function runProperties(look: RunLook): string {
  const { font, size, shade } = look;
  const face = font === undefined ? undefined : escaped(font);
  return [
    look.style ? empty('w:rStyle', { 'w:val': look.style }) : '',
    face ? empty('w:rFonts', { 'w:ascii': face, 'w:eastAsia': face, 'w:hAnsi': face, 'w:cs': face }) : '',
    toggle('w:b', look.bold),
    toggle('w:strike', look.strike),
    look.color ? empty('w:color', { 'w:val': look.color }) : '',
    look.spacing ? empty('w:spacing', { 'w:val': look.spacing }) : '',
    look.stretch ? empty('w:w', { 'w:val': look.stretch }) : '',
    size ? empty('w:sz', { 'w:val': size * 2 }) + empty('w:szCs', { 'w:val': size * 2 }) : '',
    look.underline === undefined ? '' : empty('w:u', { 'w:val': look.underline ? 'single' : 'none' }),
    shade ? empty('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': shade }) : '',
  ].join('');
}

/**
 * word/styles.xml: the looks that all text has, then the named styles.
 *
 * The spacing that Word adds between Han and Latin characters is off where no style asks for it: it is a quarter em that
 * no nominal width knows. Nothing is said of hanging punctuation: LibreOffice 7.4 reads w:overflowPunct the wrong way
 * round, so that programs agree only on what holds without it, which is that a closing mark may hang out of its line.
 */
export function styleSheet(text: RunLook, styles: readonly Style[]): string {
  const named = styles.map(
    ({ id, name, basedOn = 'Normal', ofCharacters = false, paragraph: ofParagraph, run: ofRun }) =>
      `<w:style w:type="${ofCharacters ? 'character' : 'paragraph'}" w:customStyle="1" w:styleId="${id}"><w:name w:val="${escaped(name)}"/>${
        ofCharacters ? '' : `<w:basedOn w:val="${basedOn}"/>`
      }<w:qFormat/>${
        ofParagraph ? wrap('w:pPr', paragraphProperties(ofParagraph)) : ''
      }${ofRun ? wrap('w:rPr', runProperties(ofRun)) : ''}</w:style>`,
  );
  return `${DECLARATION}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${runProperties(text)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${named.join('')}</w:styles>`;
}

export const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export function border(name: string, { size, color = 'auto', space = 0 }: Rule): string {
  return `<${name} w:val="single" w:sz="${size}" w:space="${space}" w:color="${color}"/>`;
}

function toggle(name: string, on: boolean | undefined): string {
  return on === undefined ? '' : on ? `<${name}/>` : `<${name} w:val="0"/>`;
}

/** An element around its content; none where there is no content. */
export function wrap(name: string, content: string): string {
  return content && `<${name}>${content}</${name}>`;
}
