import type { Range } from '../../server/model/notice.ts';

/** A text without its «…», and where they stood. */
export function unmarked(marked: string): { text: string; ranges: Range[] } {
  const ranges: Range[] = [];
  let text = '';
  let start = 0;
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') ranges.push({ start, end: text.length });
    else text += piece;
  }
  return { text, ranges };
}

/** Seconds of processor time that something takes: time on the clock says how busy the machine is. */
export function secondsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
