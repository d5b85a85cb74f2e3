/**
 * All documents, in the order in which a user is offered them, and the types of file of each. A new document is a folder
 * and an entry here; a new type of file, a file in that folder and a line here.
 */
import type { Notice } from '../model/notice.ts';
import type { DocumentId, DocumentKind, Exported, ExportOptions, FileType } from './format.ts';
import { authorOf } from './notice/front-matter.ts';

export const DOCUMENTS: readonly DocumentKind[] = [
  {
    id: 'table',
    title: { zh: '任务分解表', en: 'the official table' },
    types: {
      docx: async () => (await import('./table/docx.ts')).writeDocx,
      xlsx: async () => (await import('./table/xlsx.ts')).writeXlsx,
      pdf: async () => (await import('./table/pdf.ts')).writePdf,
      html: async () => (await import('./table/html.ts')).writeHtml,
      csv: async () => (await import('./table/csv.ts')).writeCsv,
      md: async () => (await import('./table/md.ts')).writeMd,
      json: async () => (await import('./table/json.ts')).writeJson,
    },
  },
  {
    id: 'notice',
    title: { zh: '公文', en: 'the notice as an official document' },
    types: {
      docx: async () => (await import('./notice/docx.ts')).writeDocx,
      pdf: async () => (await import('./notice/pdf.ts')).writePdf,
      html: async () => (await import('./notice/html.ts')).writeHtml,
    },
  },
  {
    id: 'slips',
    title: { zh: '分办单', en: 'slips for each unit or leader' },
    types: {
      docx: async () => (await import('./slips/docx.ts')).writeDocx,
      xlsx: async () => (await import('./slips/xlsx.ts')).writeXlsx,
    },
  },
  {
    id: 'ledger',
    title: { zh: '台账', en: 'the ledger' },
    types: { xlsx: async () => (await import('./ledger/xlsx.ts')).writeXlsx },
  },
  {
    id: 'load',
    title: { zh: '责任分布', en: 'who leads what, and the load of each unit' },
    types: {
      xlsx: async () => (await import('./load/xlsx.ts')).writeXlsx,
      html: async () => (await import('./load/html.ts')).writeHtml,
    },
  },
  {
    id: 'calendar',
    title: { zh: '完成时限日历', en: 'the calendar of deadlines' },
    types: { ics: async () => (await import('./calendar/ics.ts')).writeIcs },
  },
];

/** The types of file of a document, the usual one first. */
export function typesOf(id: DocumentId): readonly FileType[] {
  return Object.keys(DOCUMENTS.find((document) => document.id === id)?.types ?? {}) as FileType[];
}

/**
 * Writes a document of a notice.
 *
 * @param id of a document in `DOCUMENTS`
 * @param type one of `typesOf(id)`
 * @throws RangeError where there is no such document or type: the caller offers only those there are
 */
export async function exportNotice(
  notice: Notice,
  id: DocumentId,
  type: FileType,
  options: ExportOptions = {},
): Promise<Exported> {
  const load = DOCUMENTS.find((document) => document.id === id)?.types[type];
  if (!load) throw new RangeError(`no ${type} of ${id}`);
  const write = await load();
  const author = authorOf(notice, options.author);
  return write(notice, { ...options, ...(author !== undefined && { author }) });
}
