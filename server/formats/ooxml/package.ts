/**
 * The package around the parts of an office document (ECMA-376-2): content types, relationships, properties. Nothing in
 * it tells when it was made.
 */
import { type ArchivePart, zip } from './archive.ts';
import { DECLARATION, escaped } from './xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
/** How types of relationships begin: `${RELATIONSHIPS}/styles` */
export const RELATIONSHIPS = `${OFFICE}/relationships`;

export interface Relationship {
  readonly id: string;
  /** The last word of its type: styles, footer, worksheet. */
  readonly type: string;
  /** Relative to the part. */
  readonly target: string;
}

export interface PackagePart extends ArchivePart {
  /** Its media type. */
  readonly type: string;
  readonly relationships?: readonly Relationship[];
}

export interface Properties {
  readonly title: string;
  readonly author?: string | undefined;
}

/** @param parts the main part first */
export function writePackage(parts: readonly PackagePart[], properties: Properties): Uint8Array {
  const all: readonly PackagePart[] = [
    ...parts,
    {
      path: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      data: coreProperties(properties),
    },
    {
      path: 'docProps/app.xml',
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      data: `${DECLARATION}<Properties xmlns="${OFFICE}/extended-properties"><Application>tasknotice</Application></Properties>`,
    },
  ];
  const own = relationships([
    { id: 'rId1', type: `${RELATIONSHIPS}/officeDocument`, target: parts[0]!.path },
    { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    { id: 'rId3', type: `${RELATIONSHIPS}/extended-properties`, target: 'docProps/app.xml' },
  ]);
  return zip([
    { path: '[Content_Types].xml', data: contentTypes(all) },
    { path: '_rels/.rels', data: own },
    ...all.flatMap((part) => [part, ...relationshipsOf(part)]),
  ]);
}

function relationshipsOf({ path, relationships: of }: PackagePart): ArchivePart[] {
  if (!of?.length) return [];
  const data = relationships(of.map(({ id, type, target }) => ({ id, target, type: `${RELATIONSHIPS}/${type}` })));
  return [{ path: path.replace(/[^/]*$/, '_rels/$&.rels'), data }];
}

function relationships(of: readonly Relationship[]): string {
  const each = of.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(parts: readonly PackagePart[]): string {
  const each = parts.map(({ path, type }) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${each.join('')}</Types>`;
}

/** Without a time, which would make two exports of one notice differ. */
function coreProperties({ title, author }: Properties): string {
  const creator = author ? `<dc:creator>${escaped(author)}</dc:creator>` : '';
  return `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title>${creator}</cp:coreProperties>`;
}
