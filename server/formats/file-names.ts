/** How the files are called. */
import type { DocumentKind, FileType } from './format.ts';

/**
 * The name of a document's file beside its notice: 工作要点.notice → 工作要点-任务分解表.docx. The notice itself has its own
 * name.
 *
 * @param notice the name of the notice's file
 * @param type undefined for a folder
 */
export function fileNameOf(notice: string, document: DocumentKind, type?: FileType): string {
  const stem = notice.replace(/\.[^.]*$/, '') || notice;
  const whole = document.id === 'notice' ? stem : `${stem}-${document.title.zh}`;
  return type ? `${whole}.${type}` : whole;
}

/** What no file may be called on Windows: its characters, a point or blank at the end, the names of its devices. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST = 60;

/** Names that are no longer the same once they are file names get a number each: 县局, 县局 (2). */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return names.map((name) => {
    const bare = [...name.replace(FORBIDDEN, '_')]
      .slice(0, LONGEST)
      .join('')
      .replace(/[. ]+$/, '');
    const safe = DEVICE.test(bare) || (!bare && names.length > 1) ? `_${bare}` : bare;
    const times = (taken.get(safe.toLowerCase()) ?? 0) + 1;
    taken.set(safe.toLowerCase(), times);
    return times === 1 ? safe : `${safe} (${times})`;
  });
}
