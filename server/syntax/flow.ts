/** A line of the text, without the blanks around it: offsets in the text. */
export interface Line {
  /** First character that is not blank. */
  readonly start: number;
  /** After the last character that is not blank. */
  readonly end: number;
  /** A name that goes on with a list: the line break before it stands for a 、. */
  readonly listed?: boolean;
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
  /** Of each piece: the line break before it stands for a 、, and cuts nothing. */
  readonly #listed: readonly boolean[];

  /** @param pieces the texts and their offsets in the part, in order */
  constructor(pieces: readonly { text: string; offset: number; listed?: boolean | undefined }[]) {
    let text = '';
    const starts: number[] = [];
    for (const piece of pieces) {
      // Its origin is that of the line break.
      if (piece.listed) text += '、';
      starts.push(text.length);
      text += piece.text;
    }
    this.text = text;
    this.#starts = starts;
    this.#origins = pieces.map((piece) => piece.offset);
    this.#listed = pieces.map((piece) => piece.listed === true);
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
    return this.#starts
      .slice(1)
      .flatMap((at, i) => (this.#listed[i + 1] ? [] : [{ start: this.originEnd(at), end: this.#origins[i + 1]!, at }]));
  }
}
