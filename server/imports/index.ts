/**
 * All types of file that a notice may be read from. A new one is a file here that exports a `Source`, and a line in the
 * list: those that are known by their bytes first, text last.
 */

import { decode } from '../syntax/encoding.ts';
import { DEFAULT_VOCABULARY } from '../syntax/labels.ts';
import { compose } from './compose/compose.ts';
import { doc } from './doc/doc.ts';
import { docx } from './docx/docx.ts';
import type { Block, Draft } from './draft.ts';
import { html } from './html/html.ts';
import { BOUNDS, type Imported, type ImportOptions, type Refused, type Source } from './import.ts';
import { mhtml } from './mhtml.ts';
import { others } from './others.ts';
import { pdf } from './pdf/pdf.ts';
import { isRefused, tooLarge } from './refusals.ts';
import { joinCuts, withoutPadding } from './repair/cuts.ts';
import { withoutFurniture } from './repair/furniture.ts';
import { mendMarks } from './repair/marks.ts';
import { withoutRadicals } from './repair/radicals.ts';
import { Remarks } from './repair/remarks.ts';
import { joinTables } from './repair/tables.ts';
import { unwrapped } from './repair/unwrap.ts';
import { csv, xls, xlsx } from './sheet.ts';
import { text } from './text.ts';

export const SOURCES: readonly Source[] = [docx, doc, xlsx, xls, pdf, mhtml, html, others, csv, text];

/** The extensions of all files that can be imported, without the point. */
export const EXTENSIONS: readonly string[] = SOURCES.flatMap(({ extensions }) => extensions);

/**
 * Makes a notice of a document. It throws on no bytes, fetches nothing and runs nothing that stands in the document.
 *
 * @param name of the file; what it is, its bytes say first
 */
export async function importDocument(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions = {},
): Promise<Imported | Refused> {
  if (bytes.length > BOUNDS.file) return tooLarge(bytes.length);
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const source =
    SOURCES.find((one) => one.recognises(bytes)) ??
    SOURCES.find(({ extensions }) => extensions.includes(extension)) ??
    text;
  let draft: Draft | Refused;
  try {
    draft = await source.read(bytes, options);
  } catch {
    return {
      refused: {
        zh: '文件已损坏，无法读取。请用原来的软件打开，另存一份后再导入。',
        en: 'The file is damaged and cannot be read. Open it in its own program, save a copy and import that.',
      },
    };
  }
  return isRefused(draft) ? draft : noticeOf(draft, options);
}

/** A notice as it stands where the file is one, by its name; else what an import makes of it. */
export async function readDocumentAsNotice(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions = {},
): Promise<{ readonly text: string } | Refused> {
  const decoded = /\.(?:notice|txt)$/i.test(name) ? decode(bytes) : undefined;
  return decoded ? { text: decoded.text } : importDocument(bytes, name, options);
}

/** What comes after a document is read, whatever it was: repaired, and written as a notice. */
export function noticeOf(draft: Draft, options: ImportOptions = {}): Imported | Refused {
  const vocabulary = options.vocabulary ?? DEFAULT_VOCABULARY;
  const remarks = new Remarks();
  let blocks = withoutFurniture(withoutRadicals(draft.blocks, remarks).flatMap(byLine), remarks, vocabulary);
  blocks = unwrapped(blocks, remarks, vocabulary);
  blocks = joinTables(blocks, remarks);
  let made = compose(blocks, vocabulary, remarks);
  made = joinCuts(made, vocabulary, remarks);
  made = withoutPadding(made, vocabulary, remarks);
  made = mendMarks(made, vocabulary, options.fullWidthMarks === true, remarks);
  if (!made.text)
    return {
      refused: {
        zh: '文件里没有文字。如果是扫描件，请先做文字识别（OCR），另存为 Word 或文本后再导入。',
        en: 'The file holds no text. If it is a scan, have its text recognised (OCR) first and import that.',
      },
    };
  const { tasks, tables } = made.read(vocabulary);
  if (!tasks.length)
    remarks.add('doubtful', {
      zh: tables.length ? '没有读到任务，只读到表格' : '没有读到任务：没有一处写明由谁负责',
      en: tables.length
        ? 'No tasks were found, only a table'
        : 'No tasks were found: nothing says who answers for something',
    });
  return { text: made.text, remarks: [...draft.remarks, ...remarks.all()], tasks: tasks.length };
}

/** Lines that the document itself breaks are looked at one by one. */
function byLine(block: Block): readonly Block[] {
  if (block.kind !== 'paragraph' || !block.text.includes('\n')) return [block];
  return block.text.split('\n').flatMap((text, index): Block[] => {
    if (index && !text.trim()) return [];
    const { number, opensPage, ...rest } = block;
    return [{ ...rest, text, ...(!index && number && { number }), ...(!index && opensPage && { opensPage }) }];
  });
}
