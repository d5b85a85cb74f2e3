/** Where on its pages the text of a PDF stands: its edges, and what stands beyond them. */
import type { Line } from './page.ts';

interface Edges {
  readonly lines: readonly Line[];
  readonly height: number;
}

/** Text stands so near to the edge of the page only in its head and foot. */
const MARGIN = 0.12;

/** As much is free on its left as on its right, and more than an indent. */
export function isCentred(line: Line, left: number, right: number, size: number): boolean {
  const [before, after] = [line.x - left, right - line.right];
  return before > size * 2.5 && Math.abs(before - after) < size * 1.5;
}

export function isMargin({ y }: Line, height: number): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

/** What heads and feet say on each page: all but their numbers. */
export function sameOf(text: string): string {
  return text.replace(/\d+/g, '0');
}

/** Lines at the edge of the page that say the same on most pages. */
export function runningHeads(pages: readonly Edges[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines, height } of pages) {
    const own = new Set(lines.filter((line) => isMargin(line, height)).map(({ text }) => sameOf(text.trim())));
    for (const text of own) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 2 && count * 2 > pages.length).map(([text]) => text));
}

/** Where lines begin: further left there is but a chance one. */
export function edgeOf(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const least = Math.min(Math.max(2, values.length / 100), Math.max(0, ...counts.values()));
  return Math.min(
    ...[...counts].filter(([, count]) => count >= least).map(([value]) => value),
    Number.MAX_SAFE_INTEGER,
  );
}

/** The least of the values that many have. */
export function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return Math.min(
    ...[...counts].filter(([, count]) => count * 4 >= most).map(([value]) => value),
    Number.MAX_SAFE_INTEGER,
  );
}
