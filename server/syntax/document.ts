/** A text as its parts, and what an edit leaves of them. */
import type { Vocabulary } from './labels.ts';
import { type Part, readPart } from './parts.ts';

export interface Document {
  readonly text: string;
  readonly parts: readonly Part[];
  /** The offset at which each part starts. */
  readonly starts: readonly number[];
  readonly vocabulary: Vocabulary;
}

/** Divides a text into its parts. Linear in its length; any text is allowed. */
export function readDocument(text: string, vocabulary: Vocabulary): Document {
  const parts: Part[] = [];
  const starts: number[] = [];
  for (let offset = 0; offset < text.length; offset += parts.at(-1)!.text.length) {
    starts.push(offset);
    parts.push(readPart(text, offset, vocabulary));
  }
  return { text, parts, starts, vocabulary };
}

/** One replacement: the text from `start` to `end` becomes `insert`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

const FENCE = /^\s*-{3}/;

/** The document after an edit. Parts that the edit did not touch stay the same objects. */
export function editDocument(document: Document, edit: Edit): Document {
  const { parts, starts, vocabulary } = document;
  const text = document.text.slice(0, edit.start) + edit.insert + document.text.slice(edit.end);
  const shift = edit.insert.length - (edit.end - edit.start);
  // Front matter reaches from the first line to a fence further on: an edit there, or one that brings it to the first
  // line, changes what all of it is.
  if (FENCE.test(text) || FENCE.test(document.text)) {
    const front = readPart(text, 0, vocabulary);
    if (front.text !== parts[0]?.text || front.kind !== parts[0].kind) return readDocument(text, vocabulary);
  }
  // The part before the touched one ends where the line after it starts, so it is read again too.
  const touched = lastAtOrBefore(starts, edit.start);
  let firstRead = Math.max(0, touched - 1);
  while (firstRead > 0 && parts[firstRead]!.kind === 'comment') firstRead--;
  const kept = parts.slice(0, firstRead);
  const keptStarts = starts.slice(0, firstRead);
  let old = firstRead;
  let offset = starts[firstRead] ?? 0;
  while (offset < text.length) {
    while (old < parts.length && (starts[old]! < edit.end || starts[old]! + shift < offset)) old++;
    if (offset >= edit.start + edit.insert.length && old < parts.length && starts[old]! + shift === offset && old > 0) {
      for (; old < parts.length; old++) {
        kept.push(parts[old]!);
        keptStarts.push(starts[old]! + shift);
      }
      return { text, parts: kept, starts: keptStarts, vocabulary };
    }
    const part = readPart(text, offset, vocabulary);
    kept.push(part);
    keptStarts.push(offset);
    offset += part.text.length;
  }
  return { text, parts: kept, starts: keptStarts, vocabulary };
}

/** The index of the last start at or before an offset: binary search. */
export function lastAtOrBefore(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
