/**
 * All documents, in the order in which a user is offered them, and the types of file of each. A new document is a folder
 * and an entry here; a new type of file, a file in that folder and a line here.
 */
import type { Notice } from '../model/notice.ts';
import type { DocumentId, DocumentKind, Exported, ExportOptions, FileType } from './format.ts';

export const DOCUMENTS: readonly DocumentKind[] = [
  {
    id: 'table',
    title: { zh: '任务分解表', en: 'the official table' },
    types: {
      docx: async () => (await import('./table/docx.ts')).writeDocx,
      xlsx: async () => (await import('./table/xlsx.ts')).writeXlsx,
      csv: async () => (await import('./table/csv.ts')).writeCsv,
      json: async () => (await import('./table/json.ts')).writeJson,
    },
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
  return write(notice, options);
}
