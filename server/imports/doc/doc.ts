/** Word 97 to 2003 documents and those of WPS ([MS-DOC]): text, automatic numbers and tables. */
import { DOCUMENT_NUMBER } from '../../model/head.ts';
import { isArchive } from '../archive.ts';
import { docx } from '../docx/docx.ts';
import { Remarks } from '../docx/remarks.ts';
import type { Draft } from '../draft.ts';
import type { Source } from '../import.ts';
import { isCompound, readCompound } from '../ole.ts';
import { isRefused } from '../refusals.ts';
import { readWordFile, type WordFile } from './file.ts';
import { TextReader } from './text.ts';

export const doc: Source = {
  extensions: ['doc', 'dot', 'wps', 'wpt'],

  recognises(bytes) {
    if (!isCompound(bytes)) return false;
    const names = readCompound(bytes)?.names;
    // What is protected or damaged is a document too: this reader says so.
    return !names || names.has('worddocument') || names.has('encryptedpackage');
  },

  async read(bytes, options) {
    if (isArchive(bytes)) return docx.read(bytes, options);
    const file = readWordFile(bytes);
    return isRefused(file) ? file : draftOf(file);
  },
};

function draftOf(file: WordFile): Draft {
  const remarks = new Remarks();
  const reader = new TextReader(file, remarks);
  const { ends } = file;
  const letterhead = [
    ...aside(file, ends.notes, ends.headers, 'header', remarks),
    ...aside(file, ends.endnotes, ends.boxes, 'boxes', remarks),
  ];
  aside(file, ends.text, ends.notes, 'note', remarks);
  aside(file, ends.headers, ends.comments, 'comment', remarks);
  aside(file, ends.comments, ends.endnotes, 'note', remarks);
  for (const text of letterhead) reader.give(text);
  const blocks = reader.read();
  if (blocks.some((block) => block.kind === 'table' || (block.kind === 'paragraph' && block.number)))
    remarks.add('older', '', { zh: '全文', en: 'the whole document' });
  return { blocks, remarks: remarks.all() };
}

/** What stands beside the text is told of; a letterhead among it is given back. */
function aside(
  { text }: WordFile,
  start: number,
  end: number,
  matter: 'header' | 'boxes' | 'note' | 'comment',
  remarks: Remarks,
): string[] {
  const place =
    matter === 'header' ? { zh: '页眉页脚', en: 'header or footer' } : { zh: '正文以外', en: 'beside the text' };
  const letterhead: string[] = [];
  const lines = text
    .slice(start, end)
    .replace(/\u0013[^\u0013-\u0015]*\u0014?|[\u0000-\u0006\u0008\u0013-\u0015]/g, '')
    .split(/[\r\u0007\f]/)
    .map((line) => line.trim());
  for (const line of new Set(lines)) {
    // A page number and its dashes say nothing.
    if (!/\p{L}/u.test(line)) continue;
    const isHead = matter === 'header' || matter === 'boxes';
    if (isHead && (/\p{L}文\s*件$/u.test(line) || DOCUMENT_NUMBER.test(line))) {
      remarks.add('letterhead', line, place);
      letterhead.push(line);
    } else remarks.add(matter, line, place);
  }
  return letterhead;
}
