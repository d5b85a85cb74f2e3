/** The documents of an open notice, for the client to write. */
import { fileNameOf, fileNames } from '../formats/file-names.ts';
import type { DocumentId, FileType, Remark } from '../formats/format.ts';
import { DOCUMENTS, exportNotice, typesOf } from '../formats/index.ts';
import type { FindFaces } from '../formats/pdf/faces.ts';
import type { Words } from '../model/words.ts';
import { parseProgress, reportsByTask } from '../project/progress.ts';
import { progressFileOf } from '../project/progress-file.ts';
import { nameOf } from '../project/project.ts';
import type { ExportOffer, ExportParams, ExportResult } from '../protocol.ts';
import { base64Of } from './base64.ts';
import type { OpenNotice } from './workspace.ts';

const WITH_TABLE: Words = { zh: '公文，任务分解表作附件', en: 'the notice, with the official table as its annex' };

/** @param say which of the two languages the user reads */
export function offersOf(say: (words: Words) => string): ExportOffer[] {
  return DOCUMENTS.flatMap(({ id, title }) => {
    const offer = { id, title: say(title), types: typesOf(id) };
    return id === 'notice' ? [offer, { ...offer, annexTable: true, title: say(WITH_TABLE) }] : [offer];
  });
}

export interface Hands {
  readonly say: (words: Words) => string;
  /** Where a PDF finds its faces; a server without a machine's fonts writes none. */
  readonly faces?: FindFaces | undefined;
  /** The text of a file beside the notice. */
  readonly read: (uri: string) => Promise<string | undefined>;
}

/** What the params ask for, as the command line writes it. Without tasks there is but the notice itself. */
export async function exportOpen(
  open: OpenNotice,
  { document: id, type, annexTable = false }: ExportParams,
  { say, faces, read }: Hands,
): Promise<ExportResult> {
  const document = DOCUMENTS.find((candidate) => candidate.id === id);
  const tasks = open.notice.tasks.length;
  if (!document || !Object.hasOwn(document.types, type) || (!tasks && id !== 'notice'))
    return { files: [], tasks, suggestedName: '', remarks: [] };
  const { fonts } = open.config.value;
  const reported = await read(progressFileOf(open.uri));
  const progress = reported === undefined ? undefined : parseProgress(reported);
  const { files, remarks } = await exportNotice(open.notice, id as DocumentId, type as FileType, {
    form: open.config.value.table,
    registry: open.registry.value,
    ...(fonts && { fonts }),
    annexTable,
    faces,
    ...(progress && 'tasks' in progress && { progress: reportsByTask(progress, open.notice) }),
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
