/** A published document as a notice, for the client to open. */
import { importDocument } from '../imports/index.ts';
import { reportLines } from '../imports/report.ts';
import type { ImportAnswer, ImportParams } from '../protocol.ts';
import { bytesOf } from './base64.ts';
import type { Say } from './diagnostics.ts';

export async function importFor({ name, base64, fullWidthMarks }: ImportParams, say: Say): Promise<ImportAnswer> {
  const imported = await importDocument(bytesOf(base64), name, { fullWidthMarks: fullWidthMarks === true });
  if ('refused' in imported)
    return { text: '', tasks: 0, report: '', doubts: 0, refused: say(imported.refused).replace(/[。.]$/, '') };
  const { text, tasks, remarks } = imported;
  const lines = reportLines(remarks, say);
  return {
    text,
    tasks,
    report: lines.length ? `${lines.join('\n')}\n` : '',
    doubts: remarks.filter(({ kind }) => kind === 'doubtful').length,
  };
}
