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
    const parts = await unpack(bytes, (name) => PART.test(name), true);
    if (isRefused(parts)) return parts;
    for (const part of parts.values()) if (declaresType(part)) return DECLARES_TYPE;
    const sheets = await sheetsWithCells(parts);
    if (isRefused(sheets)) return sheets;
    const { zipSync } = await import('fflate');
    // The library gets what has been unpacked within bounds, and no more.
    const { readWorkbook } = await import('./sheet-workbook.ts');
    return readWorkbook(zipSync(Object.fromEntries(parts), { level: 0 }), 'xlsx', sheets);
  },
};

/** The indexes of the sheets that have cells: charts and macros have sheets of their own, which the library does not know. */
async function sheetsWithCells(parts: ReadonlyMap<string, Uint8Array>): Promise<number[] | undefined | Refused> {
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  const workbook = parts.get('xl/workbook.xml');
  if (!relations || !workbook) return undefined;
  const links = await readXml(relations, 'workbook.xml.rels');
  if (isRefused(links)) return links;
  const book = await readXml(workbook, 'workbook.xml');
  if (isRefused(book)) return book;
  const worksheets = new Set(
    links.children
      .filter(({ attributes }) => attributes.Type?.endsWith('/worksheet'))
      .map(({ attributes }) => attributes.Id),
  );
  const sheets = book.children.find(({ name }) => name.endsWith('sheets'))?.children ?? [];
  return sheets.flatMap(({ attributes }, index) => (worksheets.has(attributes['r:id']) ? [index] : []));
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
