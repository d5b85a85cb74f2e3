/** What changed since an earlier notice, whatever type of file that is in. */
import { isEmpty } from '../compare/change.ts';
import { changesBetween } from '../compare/changes.ts';
import { writeChanges } from '../formats/changes/index.ts';
import { authorOf } from '../formats/notice/front-matter.ts';
import { readDocumentAsNotice } from '../imports/index.ts';
import { readNotice } from '../model/read.ts';
import { nameOf } from '../project/project.ts';
import type { DiffAnswer, DiffParams } from '../protocol.ts';
import { base64Of, bytesOf } from './base64.ts';
import type { Say } from './diagnostics.ts';
import type { OpenNotice } from './workspace.ts';

export async function diffOf(open: OpenNotice, { base64, name, type }: DiffParams, say: Say): Promise<DiffAnswer> {
  const vocabulary = open.config.value.labels;
  const read = await readDocumentAsNotice(bytesOf(base64), name, { vocabulary });
  const refused = (words: { readonly zh: string; readonly en: string }) => ({
    base64: '',
    changes: false,
    refused: say(words),
  });
  if ('refused' in read) return refused(read.refused);
  const older = readNotice(read.text, { vocabulary });
  if (!older.tasks.length)
    return refused({
      zh: `“${name}”里没有读到任务，无法比较`,
      en: `"${name}" holds no tasks; there is nothing to compare`,
    });
  const changes = changesBetween(older, open.notice, { registry: open.registry.value });
  const author = authorOf(open.notice, undefined);
  const names = { before: name, after: nameOf(open.uri) };
  const content = await writeChanges(changes, type, { names, author });
  return { base64: base64Of(content), changes: !isEmpty(changes) };
}
