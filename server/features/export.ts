/** The official table of an open notice, for the client to write. */
import { exportNotice, FORMATS } from '../formats/index.ts';
import { nameOf } from '../project/project.ts';
import type { ExportResult } from '../protocol.ts';
import type { OpenNotice } from './workspace.ts';

export async function exportTable(open: OpenNotice, id: string): Promise<ExportResult> {
  const format = FORMATS.find((candidate) => candidate.id === id);
  const tasks = open.notice.tasks.length;
  if (!format || !tasks) return { base64: '', tasks, suggestedName: '' };
  const content = await exportNotice(open.notice, format.id, { form: open.config.value.table });
  const name = nameOf(open.uri).replace(/\.[^.]*$/, '');
  return { base64: base64(content), tasks, suggestedName: `${name}.${format.extension}` };
}

/** In chunks: a call takes only so many arguments. */
function base64(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let binary = '';
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(binary);
}
