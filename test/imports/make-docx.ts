/** Small Word documents, written by hand: what stands between the tags of word/document.xml, and parts beside it. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { docx } from '../../server/imports/docx/docx.ts';
import type { Draft } from '../../server/imports/draft.ts';

export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  /** By their ids: rId10 and so on, for w:headerReference. */
  readonly header?: string;
  readonly footer?: string;
}

const ROOTS: Readonly<Record<keyof DocxParts, string>> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
};

/** @param body what stands in w:body */
export function makeDocx(body: string, parts: DocxParts = {}): Uint8Array {
  const names = Object.keys(parts) as (keyof DocxParts)[];
  const kind = (name: keyof DocxParts): string =>
    `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind('document.main' as keyof DocxParts)}"/>${names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${kind(name)}"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((name) => `<Relationship Id="${name}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ),
  };
  for (const name of names)
    files[`word/${name}.xml`] = strToU8(
      `<?xml version="1.0"?><w:${ROOTS[name]} ${NAMESPACES}>${parts[name]}</w:${ROOTS[name]}>`,
    );
  return zipSync(files);
}

/** A paragraph of one run; `properties` stands in w:pPr. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${text && `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`}</w:p>`;
}

/** A paragraph that bears a number. */
export function numbered(text: string, numId: number, level = 0): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

export async function readDraft(bytes: Uint8Array): Promise<Draft> {
  const draft = await docx.read(bytes, {});
  if ('refused' in draft) throw new Error(draft.refused.zh);
  return draft;
}

/** The paragraphs as they print: numbers before them; tables as rows of cells. */
export async function printed(body: string, parts?: DocxParts): Promise<string[]> {
  const { blocks } = await readDraft(makeDocx(body, parts));
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [(block.number ?? '') + block.text];
    return block.kind === 'table' ? block.rows.map((row) => row.map(({ cell }) => cell.text).join(' | ')) : [];
  });
}
