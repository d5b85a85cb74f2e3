/** Whether a text is a task notice at all: a folder holds other texts too. */
import type { Notice } from './notice.ts';

/** Tasks that name someone, and more than a chance one. */
export function looksLikeNotice(notice: Notice): boolean {
  const { tasks, head } = notice;
  const about = /(?:任务|分工|分解|工作|事项|要点|清单)/.test(head.title?.text ?? '');
  return tasks.length >= 3 || (tasks.length >= 1 && about);
}
