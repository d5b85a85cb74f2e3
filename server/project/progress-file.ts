/** Where the progress of a notice stands. */

/** 工作要点.notice → 工作要点.progress.json, of a path or URI. */
export function progressFileOf(notice: string): string {
  return `${notice.replace(/\.[^./\\]*$/, '')}.progress.json`;
}
