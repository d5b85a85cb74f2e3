/**
 * What is known of old notices and put aside: findings by rule and by the text that they stand in. Lines and numbers are
 * no part of it, so a line put in or a list numbered anew changes nothing; a sentence that is edited is checked again.
 */
import type { Range } from '../model/notice.ts';
import { Lines } from '../syntax/lines.ts';
import { parseNumber } from '../syntax/numbers.ts';

/** By what a finding is known again. Long texts stand as their beginning and end. */
export interface FindingKey {
  readonly rule: string;
  /** The heading, task or paragraph that it stands in, without its number; missing where that is the line itself. */
  readonly task?: string;
  /** The line, without its number and blanks. */
  readonly line: string;
  /** What was found, without its number and blanks. */
  readonly text: string;
}

export interface BaselineEntry extends FindingKey {
  /** How many of them are known. */
  readonly count: number;
}

/** Entries by file; a path is relative to the baseline, with / between folders. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

export const EMPTY_BASELINE: Baseline = new Map();

/** @returns the baseline, and a sentence for each thing that is wrong with it; a wrong entry is left out */
export function parseBaseline(text: string): { baseline: Baseline; problems: string[] } {
  const baseline = new Map<string, BaselineEntry[]>();
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { baseline, problems: ['不是完整的 JSON，请重新生成 / is not valid JSON; write it anew'] };
  }
  if (!isRecord(value) || !isRecord(value.files))
    return { baseline, problems: ['不是基线文件，缺少“files” / is no baseline: "files" is missing'] };
  if (value.version !== VERSION)
    return {
      baseline,
      problems: [`版本应为${VERSION}，请用本版软件重新生成 / its version is not ${VERSION}; write it anew`],
    };
  const problems: string[] = [];
  for (const [path, entries] of Object.entries(value.files)) {
    const right = Array.isArray(entries) ? entries.filter(isEntry) : [];
    if (!Array.isArray(entries) || right.length < entries.length)
      problems.push(`“${path}”下有写错的条目 / an entry of "${path}" is wrong`);
    baseline.set(path, right);
  }
  return { baseline, problems };
}

/** The text of a baseline: sorted, an entry a line, so that a change of one finding changes one line. */
export function printBaseline(baseline: Baseline): string {
  const files = [...baseline]
    .filter(([, entries]) => entries.length)
    .sort(([a], [b]) => compare(a, b))
    .map(([path, entries]) => {
      const lines = [...entries].sort(compareEntries).map((entry) => `      ${JSON.stringify(inOrder(entry))}`);
      return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`;
    });
  return `{\n  "version": ${VERSION},\n  "files": {${files.length ? `\n${files.join(',\n')}\n  ` : ''}}\n}\n`;
}

/**
 * The keys of findings.
 *
 * @param starts offsets of the text's parts, ascending; empty where it has none
 */
export function keysOf(
  findings: readonly { readonly rule: string; readonly range: Range }[],
  text: string,
  starts: ArrayLike<number> = [],
): FindingKey[] {
  const lines = new LineTexts(text);
  return findings.map(({ rule, range }) => {
    const line = lines.at(range.start);
    const part = partAt(starts, range.start);
    const found = excerpt(text.slice(Math.max(range.start, line.start), Math.max(range.end, line.start)));
    if (part === undefined || part >= line.from) return { rule, line: line.short, text: found };
    return { rule, task: lines.at(part).short, line: line.short, text: found };
  });
}

/**
 * The findings that the baseline does not know.
 *
 * @param keys of the findings, one each
 * @param covers whether a rule was run: an entry of one that was not is not stale
 */
export function withoutKnown<T>(
  findings: readonly T[],
  keys: readonly FindingKey[],
  entries: readonly BaselineEntry[],
  covers: (rule: string) => boolean = () => true,
): { left: T[]; known: number; stale: BaselineEntry[] } {
  if (!entries.length) return { left: [...findings], known: 0, stale: [] };
  const counts = countsOf(entries);
  const left = findings.filter((_, index) => {
    const id = idOf(keys[index]!);
    const count = counts.get(id) ?? 0;
    if (count > 0) counts.set(id, count - 1);
    return count <= 0;
  });
  const stale: BaselineEntry[] = [];
  for (const entry of entries) {
    const count = counts.get(idOf(entry)) ?? 0;
    if (count <= 0 || !covers(entry.rule)) continue;
    stale.push({ ...entry, count: Math.min(count, entry.count) });
    counts.delete(idOf(entry));
  }
  return { left, known: findings.length - left.length, stale };
}

/** The entries, and those that are missing for these findings. */
export function withAdded(entries: readonly BaselineEntry[], keys: readonly FindingKey[]): BaselineEntry[] {
  const found = new Map<string, BaselineEntry>();
  for (const key of keys) {
    const id = idOf(key);
    found.set(id, { ...key, count: (found.get(id)?.count ?? 0) + 1 });
  }
  for (const entry of entries) {
    const id = idOf(entry);
    found.set(id, { ...entry, count: Math.max(entry.count, found.get(id)?.count ?? 0) });
  }
  return [...found.values()];
}

/** The entries without those that are stale. */
export function withoutStale(entries: readonly BaselineEntry[], stale: readonly BaselineEntry[]): BaselineEntry[] {
  const gone = countsOf(stale);
  return entries.flatMap((entry) => {
    const count = entry.count - (gone.get(idOf(entry)) ?? 0);
    return count > 0 ? [{ ...entry, count }] : [];
  });
}

/** The path by which a baseline names a file. */
export function pathFrom(baseline: string, uri: string): string {
  const from = baseline.split('/').slice(0, -1);
  const to = uri.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same).map(decoded)].join('/');
}

const VERSION = 1;
/** What is shown of a long text: enough to tell it from others, little enough to be read in a list. */
const HEAD = 24;
const TAIL = 12;

function excerpt(text: string): string {
  const chars = [...text.replace(/\s+/g, '')];
  return chars.length <= HEAD + TAIL + 1
    ? chars.join('')
    : `${chars.slice(0, HEAD).join('')}…${chars.slice(-TAIL).join('')}`;
}

/** The lines of a text, each read once. */
class LineTexts {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #read = new Map<number, { from: number; start: number; short: string }>();

  constructor(text: string) {
    this.#text = text;
    this.#lines = new Lines(text);
  }

  /** @returns where the line starts, where its text does after blanks and number, and that text, shortened */
  at(offset: number): { from: number; start: number; short: string } {
    const { line, character } = this.#lines.at(offset);
    let read = this.#read.get(line);
    if (!read) {
      const from = offset - character;
      const text = this.#text.slice(from, this.#lines.offset(line, Number.POSITIVE_INFINITY));
      const indent = /^\s*/.exec(text)![0].length;
      const start = indent + (parseNumber(text.slice(indent))?.length ?? 0);
      read = { from, start: from + start, short: excerpt(text.slice(start)) };
      this.#read.set(line, read);
    }
    return read;
  }
}

/** Where the part starts that an offset stands in. */
function partAt(starts: ArrayLike<number>, offset: number): number | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1];
}

function countsOf(entries: readonly BaselineEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(idOf(entry), (counts.get(idOf(entry)) ?? 0) + entry.count);
  return counts;
}

function idOf({ rule, task = '', line, text }: FindingKey): string {
  return [rule, task, line, text].join('\n');
}

function inOrder({ rule, task, line, text, count }: BaselineEntry): object {
  return { rule, ...(task !== undefined && { task }), line, text, count };
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compare(a.rule, b.rule) || compare(a.task ?? '', b.task ?? '') || compare(a.line, b.line) || compare(a.text, b.text)
  );
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { rule, task, line, text, count } = value;
  return (
    [rule, line, text, task ?? ''].every((each) => typeof each === 'string') &&
    Number.isInteger(count) &&
    Number(count) > 0
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
