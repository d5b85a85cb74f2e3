/** The text of a notice that is being made, with the place in the document that each line came from. */
import type { Notice } from '../../model/notice.ts';
import { readNotice } from '../../model/read.ts';
import type { Vocabulary } from '../../syntax/labels.ts';
import type { Place } from '../draft.ts';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** One line, or several that stay as they are. */
export interface Entry {
  readonly text: string;
  /** An empty line stands before it. */
  readonly apart: boolean;
  readonly place: Place;
}

export class Text {
  readonly text: string;
  /** Where lines of the document begin in the text, and their places. */
  readonly #starts: readonly number[];
  readonly #places: readonly Place[];
  #notice: Notice | undefined;

  private constructor(text: string, starts: readonly number[], places: readonly Place[]) {
    this.text = text;
    this.#starts = starts;
    this.#places = places;
  }

  static of(entries: readonly Entry[]): Text {
    const pieces: string[] = [];
    const starts: number[] = [];
    let length = 0;
    entries.forEach(({ text, apart }, index) => {
      const piece = `${index && apart ? '\n' : ''}${text}\n`;
      starts.push(length + (index && apart ? 1 : 0));
      length += piece.length;
      pieces.push(piece);
    });
    return new Text(
      pieces.join(''),
      starts,
      entries.map(({ place }) => place),
    );
  }

  /** What it says so far; read once. */
  read(vocabulary: Vocabulary): Notice {
    this.#notice ??= readNotice(this.text, { vocabulary });
    return this.#notice;
  }

  placeAt(offset: number): Place | undefined {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#places[low];
  }

  /** @param edits apart from each other, in any order */
  edited(edits: readonly Edit[]): Text {
    if (!edits.length) return this;
    const sorted = [...edits].sort((a, b) => a.start - b.start);
    const pieces: string[] = [];
    const starts = [...this.#starts];
    let done = 0;
    let shift = 0;
    let line = 0;
    for (const { start, end, insert } of sorted) {
      if (start < done) continue;
      pieces.push(this.text.slice(done, start), insert);
      for (; line < starts.length && starts[line]! < end; line++) starts[line] = Math.min(starts[line]!, start) + shift;
      shift += insert.length - (end - start);
      done = end;
    }
    for (; line < starts.length; line++) starts[line]! += shift;
    pieces.push(this.text.slice(done));
    return new Text(pieces.join(''), starts, this.#places);
  }
}
