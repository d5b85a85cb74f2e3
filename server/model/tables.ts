/**
 * The tables of tasks that stand in the text of a notice. What is the same text is read once: an edit elsewhere leaves
 * a table the same object.
 */
import { lastAtOrBefore } from '../syntax/document.ts';
import type { Vocabulary } from '../syntax/labels.ts';
import type { Range, Table, Zone } from './notice.ts';
import { type Content, readLines } from './table-lines.ts';
import { type Extent, readRows } from './table-rows.ts';

/** Tables of the notices at hand, the latest last. */
const recent: { text: string; form: Table['form']; vocabulary: Vocabulary; content: Content | undefined }[] = [];
const MOST_RECENT = 12;

interface Place {
  readonly text: string;
  /** Tables with one row a line. */
  readonly extents: readonly Extent[];
  /** Where the others stand, those with one cell a line. */
  readonly zones: readonly Zone[];
  readonly starts: ArrayLike<number>;
  readonly vocabulary: Vocabulary;
}

/** The parts that begin in each of the tables with one row a line, from the first to the one after the last. */
export function rowParts(extents: readonly Extent[], starts: readonly number[]): { from: number; to: number }[] {
  return extents.map(({ start, end }) => ({
    from: lastAtOrBefore(starts, Math.max(0, start - 1)) + (start ? 1 : 0),
    to: lastAtOrBefore(starts, end - 1) + 1,
  }));
}

/** Reads the tables of a text, in its order. */
export function readTables({ text, extents, zones, starts, vocabulary }: Place): Table[] {
  const tables: Table[] = [];
  const add = (start: number, end: number, form: Table['form']): void => {
    const content = contentOf(text.slice(start, end), form, vocabulary);
    if (content) tables.push({ start, end, form, ...content });
  };
  for (const { start, end, form } of extents) add(start, end, form);
  for (let part = zones.indexOf('table'); part >= 0 && part < zones.length; part++) {
    if (zones[part] !== 'table') continue;
    const start = starts[part]!;
    while (part + 1 < zones.length && zones[part + 1] === 'table') part++;
    const end = starts[part + 1] ?? text.length;
    if (!extents.some((extent) => extent.start < end && start < extent.end)) add(start, end, 'lines');
  }
  return tables.sort((a, b) => a.start - b.start);
}

function contentOf(text: string, form: Table['form'], vocabulary: Vocabulary): Content | undefined {
  const known = recent.find((one) => one.form === form && one.vocabulary === vocabulary && one.text === text);
  if (known) return known.content;
  const content = form === 'lines' ? readLines(text, vocabulary) : readRows(text, form, vocabulary);
  if (recent.push({ text, form, vocabulary, content }) > MOST_RECENT) recent.shift();
  return content;
}

/** The absolute range of what stands in a table. */
export function inTable({ start }: Table, range: Range): Range {
  return { start: start + range.start, end: start + range.end };
}
