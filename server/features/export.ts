/** The documents of an open notice, for the client to write. */
import { fileNameOf, fileNames } from '../formats/file-names.ts';
import type { DocumentId, FileType, Remark } from '../formats/format.ts';
import { DOCUMENTS, exportNotice, typesOf } from '../formats/index.ts';
import type { FindFaces } from '../formats/pdf/faces.ts';
import type { Words } from '../model/words.ts';
import { nameOf } from '../project/project.ts';
import type { ExportOffer, ExportParams, ExportResult } from '../protocol.ts';
import { base64Of } from './base64.ts';
import type { OpenNotice } from './workspace.ts';

/** @param say which of the two languages the user reads */
export function offersOf(say: (words: Words) => string): ExportOffer[] {
  return DOCUMENTS.map(({ id, title }) => ({ id, title: say(title), types: typesOf(id) }));
}

/**
 * What the params ask for. Without tasks there is no file.
 *
 * @param faces where a PDF finds its faces; a server without a machine's fonts writes none
 */
export async function exportOpen(
  open: OpenNotice,
  { document: id, type }: ExportParams,
  say: (words: Words) => string,
  faces?: FindFaces,
): Promise<ExportResult> {
  const document = DOCUMENTS.find((candidate) => candidate.id === id);
  const tasks = open.notice.tasks.length;
  if (!document || !Object.hasOwn(document.types, type) || !tasks)
    return { files: [], tasks, suggestedName: '', remarks: [] };
  const { files, remarks } = await exportNotice(open.notice, id as DocumentId, type as FileType, {
    form: open.config.value.table,
    registry: open.registry.value,
    faces,
  });
  const sentence = ({ words }: Remark) => say(words);
  const [why] = remarks;
  if (!files.length)
    return { files: [], tasks, suggestedName: '', remarks: [], ...(why && { refused: sentence(why) }) };
  const names = fileNames(files.map(({ name }) => name));
  return {
    files: files.map(({ content }, at) => ({ name: `${names[at]}.${type}`, base64: base64Of(content) })),
    tasks,
    suggestedName: fileNameOf(nameOf(open.uri), document, files.length > 1 ? undefined : (type as FileType)),
    remarks: remarks.map(sentence),
  };
}
