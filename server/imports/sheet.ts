/** Excel workbooks and comma-separated values: a table, with its title above it. */
import { decode } from '../syntax/encoding.ts';
import { isArchive, namesIn, unpack } from './archive.ts';
import type { Refused, Source } from './import.ts';
import { isCompound, readCompound, refuseCompound } from './ole.ts';
import { DECLARES_TYPE, damaged, isRefused } from './refusals.ts';
import { readCsv } from './sheet-csv.ts';
import { blocksOfGrid } from './sheet-table.ts';
import { readXml } from './xml.ts';

/** Text and its form; no pictures, macros, links to other files or stored queries. */
const PART =
  /^(\[content_types\]\.xml|_rels\/\.rels|xl\/(_rels\/|worksheets\/|workbook\.xml|styles\.xml|sharedstrings\.xml|comments|drawings\/[^/]*\.xml|theme\/theme1\.xml).*)$/;

export const xlsx: Source = {
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],

  recognises: (bytes) => isArchive(bytes) && namesIn(bytes).has('xl/workbook.xml'),

  async read(bytes) {
    if (isCompound(bytes)) return refuseCompound(bytes);
    const parts = await unpack(bytes, (name) => PART.test(name));
    if (isRefused(parts)) return parts;
    for (const part of parts.values()) if (declaresType(part)) return DECLARES_TYPE;
    const contents = await readContents(parts);
    if (isRefused(contents)) return contents;
    const { zipSync } = await import('fflate');
    const { readWorkbook } = await import('./sheet-workbook.ts');
    // The library gets what has been unpacked within bounds, and no more; it knows names as the workbook writes them.
    const { withChineseFormats } = await import('./sheet-formats.ts');
    const files = Object.fromEntries(
      [...parts].map(([name, part]) => [
        contents.names.get(name) ?? name,
        name === 'xl/styles.xml' ? withChineseFormats(part) : part,
      ]),
    );
    return readWorkbook(zipSync(files, { level: 0 }), 'xlsx', contents.sheets);
  },
};

interface Contents {
  /** The indexes of the sheets that have cells: charts and macros have sheets of their own, which the library does not know. */
  readonly sheets: readonly number[];
  /** The names of the parts as they are referred to, by those in lower case. */
  readonly names: ReadonlyMap<string, string>;
}

async function readContents(parts: ReadonlyMap<string, Uint8Array>): Promise<Contents | Refused> {
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  const workbook = parts.get('xl/workbook.xml');
  if (!relations || !workbook) return damaged({ zh: '找不到工作簿', en: 'its workbook is missing' });
  const links = await readXml(relations, 'workbook.xml.rels');
  if (isRefused(links)) return links;
  const book = await readXml(workbook, 'workbook.xml');
  if (isRefused(book)) return book;
  const names = new Map([['[content_types].xml', '[Content_Types].xml']]);
  const worksheets = new Set<string>();
  for (const { attributes } of links.children) {
    const { Id = '', Type = '', Target = '' } = attributes;
    const name = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
    const own = name.replace(/([^/]+)$/, '_rels/$1.rels');
    for (const one of [name, own]) names.set(one.toLowerCase(), one);
    if (Type.endsWith('/worksheet')) worksheets.add(Id);
  }
  const sheets = book.children.find(({ name }) => name.endsWith('sheets'))?.children ?? [];
  return {
    sheets: sheets.flatMap(({ attributes }, index) => (worksheets.has(attributes['r:id'] ?? '') ? [index] : [])),
    names,
  };
}

/** Excel 97 to 2003, and the workbooks of WPS. */
export const xls: Source = {
  extensions: ['xls', 'xlt', 'et'],

  recognises: (bytes) => isCompound(bytes) && isWorkbook(bytes),

  async read(bytes) {
    if (isArchive(bytes)) return xlsx.read(bytes, {});
    if (!isCompound(bytes) || !isWorkbook(bytes)) return refuseCompound(bytes);
    const { readWorkbook } = await import('./sheet-workbook.ts');
    return readWorkbook(bytes, 'xls');
  },
};

export const csv: Source = {
  extensions: ['csv', 'tsv'],

  // Any text could be one.
  recognises: () => false,

  async read(bytes) {
    const decoded = decode(bytes);
    if (!decoded)
      return damaged({ zh: '不是文本，或不是中文的编码', en: 'it is no text, or in none of the encodings of Chinese' });
    const blocks = blocksOfGrid({
      rows: readCsv(decoded.text),
      merges: [],
      place: (row) => (row === undefined ? { zh: '表1', en: 'table 1' } : { zh: `第${row}行`, en: `row ${row}` }),
    });
    return blocks ? { blocks, remarks: [] } : damaged({ zh: '单元格过多', en: 'it has too many cells' });
  },
};

function isWorkbook(bytes: Uint8Array): boolean {
  const names = readCompound(bytes)?.names;
  return names !== undefined && (names.has('workbook') || names.has('book'));
}

/** <!DOCTYPE: a text in XML has its < written as &lt;. */
function declaresType(part: Uint8Array): boolean {
  for (let at = part.indexOf(0x21); at >= 0; at = part.indexOf(0x21, at + 1))
    if (part[at - 1] === 0x3c && part[at + 1] === 0x44) return true;
  return false;
}
