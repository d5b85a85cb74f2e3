/** Offsets to lines and columns. Both count from 0, columns in UTF-16 units, as in the Language Server Protocol. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    if (LONE_RETURN.test(text)) {
      for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) this.#starts.push(index + end.length);
    } else {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  at(offset: number): { line: number; character: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.#starts[low]! };
  }

  offset(line: number, character: number): number {
    const start = this.#starts[Math.min(line, this.#starts.length - 1)]!;
    const end = this.#starts[line + 1] ?? this.#length;
    return Math.min(start + character, end);
  }
}

/** Rare, and the protocol counts it as the end of a line. */
const LONE_RETURN = /\r(?!\n)/;
