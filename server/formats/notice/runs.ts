/** A printed line in its faces: number and heading in the heading's, labels of field lines in theirs. */
import type { Entry, Field, Item } from '../../model/notice.ts';
import type { Style } from '../../syntax/numbers.ts';
import type { BlockStyle, Face, Run } from './document.ts';
import type { PrintedLine } from './printed.ts';

/** 7.3.3: 一、 （一） 1. （1）. The others stand where they are used. */
const LEVELS: Readonly<Partial<Record<Style, number>>> = {
  part: 1,
  han: 1,
  'han-bracket': 2,
  arabic: 3,
  'arabic-bracket': 4,
};
/** A heading is no longer than this; a sentence is no heading. */
const LONGEST_HEADING = 44;
/** Of a heading that runs on into its text: （一）压实责任。各单位要…. */
const LONGEST_RUN_IN = 26;

export interface Looks {
  readonly style: BlockStyle;
  readonly runs: readonly Run[];
  readonly heads: boolean;
}

/** How the first line of an item prints. */
export function itemLooks(item: Item, entry: Entry | undefined, line: PrintedLine): Looks {
  if (!item.number) return { style: 'text', runs: [{ text: line.text }], heads: false };
  const level = levelOf(item.number.style, entry);
  const face: Face | undefined = level === 1 ? 'heading' : level === 2 ? 'second' : undefined;
  if (isHeading(item, entry)) {
    const ends = item.fields.length ? Math.min(...item.fields.map((field) => field.range.start)) : item.end;
    const inside = line.at(ends);
    const at = /[（(〔[［【]/.test(line.text[inside - 1] ?? '') ? inside - 1 : inside;
    const style: BlockStyle = `heading${level}`;
    const runs = level < 3 && at < line.text.length ? cut(line.text, [at], [undefined, 'body']) : [{ text: line.text }];
    return { style, runs, heads: level < 3 || (entry?.children.length ?? 0) > 0 };
  }
  if (!face) return { style: 'text', runs: [{ text: line.text }], heads: false };
  const end = runInEnd(item, line);
  const runs = end ? cut(line.text, [end], [face, undefined]) : [{ text: line.text }];
  return { style: 'text', runs, heads: false };
}

/** A line of fields: 牵头单位：…, its labels in 楷体. */
export function fieldRuns(fields: readonly Field[], line: PrintedLine): Run[] {
  const places: number[] = [];
  const faces: (Face | undefined)[] = [undefined];
  for (const { label, valueRange, shape, range } of fields) {
    if (!label || shape !== 'line' || range.start < line.range.start || range.start >= line.range.end) continue;
    const [from, to] = [line.at(label.range.start), line.at(Math.max(label.range.end, valueRange.start))];
    if (to <= from || from < (places.at(-1) ?? 0)) continue;
    places.push(from, to);
    faces.push('second', undefined);
  }
  return cut(line.text, places, faces);
}

function levelOf(style: Style, entry: Entry | undefined): 1 | 2 | 3 | 4 {
  const own = LEVELS[style];
  const stands = (entry?.level ?? 2) + 1;
  // 1. opens a notice that has no 一、: its outermost headings stand out as such.
  const level = own === undefined || (own === 3 && stands === 1 && entry?.children.length) ? stands : own;
  return Math.min(4, Math.max(1, level)) as 1 | 2 | 3 | 4;
}

function isHeading({ text, number }: Item, entry: Entry | undefined): boolean {
  if (!text || text.length > LONGEST_HEADING || !number) return false;
  if (!/[。；！？.;]$/.test(text)) return !/[。；]/.test(text);
  return !entry?.task && (entry?.children.length ?? 0) > 0 && !/[。；]./.test(text);
}

/** Where the heading of a paragraph ends that runs on into its text; 0 where it has none. */
function runInEnd({ text, textRange }: Item, line: PrintedLine): number {
  const stop = text.indexOf('。');
  if (stop < 0 || stop > LONGEST_RUN_IN || stop === text.length - 1) return 0;
  const end = line.at(textRange.start + stop) + 1;
  return line.text[end - 1] === '。' ? end : 0;
}

/** The text in pieces; one face more than there are places. */
function cut(text: string, places: readonly number[], faces: readonly (Face | undefined)[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let i = 0; i < faces.length; i++) {
    const to = places[i] ?? text.length;
    const face = faces[i];
    if (to > from) runs.push({ text: text.slice(from, to), ...(face && { face }) });
    from = Math.max(from, to);
  }
  return runs;
}

/** Blanks that set a name or part two statements: several are one full-width blank. */
export function squeezed(runs: readonly Run[]): Run[] {
  return runs.map((run) => (run.text.includes('  ') ? { ...run, text: run.text.replace(/ {2,}/g, '\u3000') } : run));
}
