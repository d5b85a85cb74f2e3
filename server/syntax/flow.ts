/** A line of the text, without the blanks around it: offsets in the text. */
export interface Line {
  /** First character that is not blank. */
  readonly start: number;
  /** After the last character that is not blank. */
  readonly end: number;
}

/**
 * A logical line: what one line of the notice would be, had no line break cut it. Its text is the pieces put together
 * without the breaks; offsets in it lead back to the part it was cut from.
 */
export class Flow {
  readonly text: string;
  /** For each piece: where it starts in the flow, and where in the part. */
  readonly #starts: readonly number[];
  readonly #origins: readonly number[];

  /** @param pieces the texts and their offsets in the part, in order */
  constructor(pieces: readonly { text: string; offset: number }[]) {
    let length = 0;
    const starts: number[] = [];
    for (const piece of pieces) {
      starts.push(length);
      length += piece.text.length;
    }
    this.text = pieces.length === 1 ? pieces[0]!.text : pieces.map((piece) => piece.text).join('');
    this.#starts = starts;
    this.#origins = pieces.map((piece) => piece.offset);
  }

  /** The offset in the part of a character of the flow. */
  origin(offset: number): number {
    let i = this.#starts.length - 1;
    while (i > 0 && this.#starts[i]! > offset) i--;
    return this.#origins[i]! + offset - this.#starts[i]!;
  }

  /** The offset in the part just after the character before `offset`: the end of a stretch. */
  originEnd(offset: number): number {
    return offset === 0 ? this.origin(0) : this.origin(offset - 1) + 1;
  }

  /** The offset in the flow of a character at an offset in the part: the reverse of origin(). */
  offset(origin: number): number {
    let i = this.#starts.length - 1;
    while (i > 0 && this.#origins[i]! > origin) i--;
    return this.#starts[i]! + origin - this.#origins[i]!;
  }

  /** The places, as offsets in the part, at which the line was cut. */
  get cuts(): readonly { start: number; end: number; at: number }[] {
    return this.#starts.slice(1).map((at, i) => ({ start: this.originEnd(at), end: this.#origins[i + 1]!, at }));
  }
}
