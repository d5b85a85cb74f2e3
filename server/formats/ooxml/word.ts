/**
 * Word documents, written as text and zipped: the same document gives the same bytes, in the order that the schema asks
 * for (ECMA-376-1, transitional). A document is put together from XML that these make; nothing else is escaped again:
 *
 *     word-text.ts   styleSheet(text, styles), paragraph(style, runs, look?), lines(style, text), run(text, look?),
 *                    pageNumber(look?); twips(mm), POINT
 *     word-table.ts  table(look, rows) or tablePieces(look, rows), row(look, cells), cell(look, paragraphs)
 *     word-page.ts   section(look): the page, its margins, which stories stand in its header and footer;
 *                    pinned(pin, paragraphs): a box at a fixed place of the page
 *
 *     writeWord({
 *       title: '任务分解表',
 *       author: '云溪县人民政府',
 *       styles: styleSheet({ font: '仿宋', size: 16 }, [{ id: 'Title', name: '公文标题', run: { size: 22 } }]),
 *       stories: { odd: { kind: 'footer', content: paragraph('PageNumber', pageNumber()) } },
 *       body: [paragraph('Title', run('关于…的通知'))],
 *       section: section({ width, height, margins, footers: { usual: 'odd' } }),
 *     })
 *
 * An earlier section ends with the paragraph that bears it: paragraph('Body', '', { section: section(…) }).
 */
import { type PackagePart, RELATIONSHIPS, writePackage } from './package.ts';
import { MAIN } from './word-text.ts';
import { DECLARATION } from './xml.ts';

export interface WordDocument {
  readonly title: string;
  readonly author?: string | undefined;
  /** word/styles.xml, by styleSheet(). */
  readonly styles: string;
  /** What headers and footers hold, by the ids that sections name. */
  readonly stories?: Readonly<Record<string, Story>>;
  /** Odd and even pages have their own headers and footers. */
  readonly evenAndOdd?: boolean;
  /** Paragraphs and tables. They are written one after another: a long document needs never be one text. */
  readonly body: Iterable<string>;
  /** Of the last section, by section(). */
  readonly section: string;
}

export interface Story {
  readonly kind: 'header' | 'footer';
  /** Paragraphs. */
  readonly content: string;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = [
  `xmlns:w="${MAIN}"`,
  `xmlns:r="${RELATIONSHIPS}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export function writeWord(document: WordDocument): Uint8Array {
  const { title, author, styles, stories = {}, evenAndOdd = false, body, section } = document;
  const parts = Object.entries(stories).map(([id, { kind, content }]): [string, PackagePart] => [
    id,
    {
      path: `word/${id}.xml`,
      type: `${TYPE}.${kind}+xml`,
      data: `${DECLARATION}<w:${kind === 'header' ? 'hdr' : 'ftr'} ${NAMESPACES}>${content}</w:${kind === 'header' ? 'hdr' : 'ftr'}>`,
    },
  ]);
  const main: PackagePart = {
    path: 'word/document.xml',
    type: `${TYPE}.document.main+xml`,
    data: around(`${DECLARATION}<w:document ${NAMESPACES}><w:body>`, body, `${section}</w:body></w:document>`),
    relationships: [
      { id: 'styles', type: 'styles', target: 'styles.xml' },
      { id: 'settings', type: 'settings', target: 'settings.xml' },
      ...parts.map(([id]) => ({ id, type: stories[id]!.kind, target: `${id}.xml` })),
    ],
  };
  const all = [
    main,
    { path: 'word/styles.xml', type: `${TYPE}.styles+xml`, data: styles },
    { path: 'word/settings.xml', type: `${TYPE}.settings+xml`, data: settings(evenAndOdd) },
    ...parts.map(([, part]) => part),
  ];
  return writePackage(all, { title, author });
}

function* around(before: string, pieces: Iterable<string>, after: string): Iterable<string> {
  yield before;
  yield* pieces;
  yield after;
}

/** Word 2013 and later; without the mode, a document opens as one of an older program. */
function settings(evenAndOdd: boolean): string {
  return `${DECLARATION}<w:settings xmlns:w="${MAIN}">${
    evenAndOdd ? '<w:evenAndOddHeaders/>' : ''
  }<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
}
