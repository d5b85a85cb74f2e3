/**
 * Text to tokens of the registry language. What a value is depends on the key before it and on where the line ends,
 * which a list of patterns cannot say; so the lexer is written by hand and stands in for Langium's own. It emits values
 * only after a key of the same list, so there is no text that the grammar refuses. The keys themselves are those of the
 * grammar: the patterns of its KEY terminals.
 */
import type { Lexer, LexerResult } from 'langium';
import type { IToken, TokenType, TokenTypeDictionary } from '../../syntax/tokens.ts';

const BLANK = /[\s\u3000\u00a0\ufeff]/;
const BLANKS = /[\s\u3000\u00a0\ufeff]+/g;
const SEPARATORS = '、，,；;。';
const OPENING = '（(〔[［';
const CLOSING = '）)〕]］';
/** A key that the grammar does not know: few enough characters not to be a sentence. */
const UNKNOWN_KEY = /^[^、，,；;。（(）)]{1,12}[：:]$/;

export class RegistryLexer implements Lexer {
  readonly definition: TokenTypeDictionary;
  readonly #keys: readonly { type: TokenType; pattern: RegExp }[];
  #text = '';
  #tokens: IToken[] = [];

  constructor(definition: TokenTypeDictionary) {
    this.definition = definition;
    this.#keys = Object.values(definition)
      .filter((type) => type.name.endsWith('_KEY') && type.name !== 'UNKNOWN_KEY')
      .map((type) => ({ type, pattern: new RegExp(`^(?:${(type.PATTERN as RegExp).source})$`) }));
  }

  tokenize(text: string): LexerResult {
    this.#text = text;
    this.#tokens = [];
    let start = 0;
    let open = false;
    while (start < text.length) {
      const lf = text.indexOf('\n', start);
      const stop = lf < 0 ? text.length : lf;
      open = this.#line(start, text[stop - 1] === '\r' && stop > start ? stop - 1 : stop, open);
      start = stop + 1;
    }
    return { tokens: this.#tokens, hidden: [], errors: [] };
  }

  /**
   * @param open the list above ends in a separator: this line goes on with it where it opens no key
   * @returns whether the list is open at the end of this line
   */
  #line(start: number, lineEnd: number, open: boolean): boolean {
    const comment = this.#commentIn(start, lineEnd);
    const [from, end] = this.#trim(start, comment ?? lineEnd);
    // A comment may stand inside a list; an empty line ends it.
    if (from === end) return open && comment !== undefined;
    const colon = this.#colonIn(from, end);
    const key = colon === undefined ? undefined : this.#text.slice(from, colon).replace(BLANKS, '');
    const known = key === undefined ? undefined : this.#keys.find(({ pattern }) => pattern.test(key))?.type;
    const type =
      known ?? (key !== undefined && UNKNOWN_KEY.test(key) && !open ? this.definition.UNKNOWN_KEY : undefined);
    let continues = false;
    if (type && colon !== undefined) {
      this.#push(type, from, colon);
      continues = this.#values(colon, end);
    } else if (open) continues = this.#values(from, end);
    else this.#push(this.definition.STRAY!, from, end);
    return continues;
  }

  /** The values of a list and what parts them; whether the last of them is a 、 or ， that leaves the list open. */
  #values(from: number, end: number): boolean {
    const closings = this.#brackets(from, end);
    let at = from;
    let open = false;
    while (at < end) {
      const mark = this.#text[at]!;
      if (SEPARATORS.includes(mark)) {
        this.#push(this.definition.SEPARATOR!, at, at + 1);
        open = '、，,'.includes(mark);
        at++;
      } else if (BLANK.test(mark)) at++;
      else {
        at = this.#value(at, end, closings);
        open = false;
      }
    }
    return open;
  }

  /** Where each bracket is closed. One that nothing closes is no bracket: separators after it part the values. */
  #brackets(from: number, end: number): ReadonlyMap<number, number> {
    const closings = new Map<number, number>();
    const stack: number[] = [];
    for (let at = from; at < end; at++) {
      if (OPENING.includes(this.#text[at]!)) stack.push(at);
      else if (CLOSING.includes(this.#text[at]!) && stack.length) closings.set(stack.pop()!, at);
    }
    return closings;
  }

  /** One value up to the next separator outside brackets, and the bracket that closes it. */
  #value(start: number, limit: number, closings: ReadonlyMap<number, number>): number {
    let note: { open: number; close: number } | undefined;
    let stop = start;
    while (stop < limit && !SEPARATORS.includes(this.#text[stop]!)) {
      const close = closings.get(stop);
      if (close !== undefined) note = { open: stop, close };
      stop = (close ?? stop) + 1;
    }
    const [, end] = this.#trim(start, stop);
    if (note && note.close === end - 1 && note.open > start) {
      this.#push(this.definition.VALUE!, start, this.#trim(start, note.open)[1]);
      this.#push(this.definition.NOTE!, note.open, end);
    } else this.#push(this.definition.VALUE!, start, end);
    return stop;
  }

  /** The offset of a comment in the line. */
  #commentIn(start: number, end: number): number | undefined {
    for (let at = start; at + 1 < end; at++) {
      const mark = this.#text[at]!;
      if ((mark === '/' || mark === '／') && this.#text[at + 1] === mark) return at;
    }
    return undefined;
  }

  /** The offset after the line's first colon. */
  #colonIn(start: number, end: number): number | undefined {
    for (let at = start; at < end; at++) if (this.#text[at] === '：' || this.#text[at] === ':') return at + 1;
    return undefined;
  }

  #trim(start: number, end: number): [number, number] {
    while (start < end && BLANK.test(this.#text[start]!)) start++;
    while (end > start && BLANK.test(this.#text[end - 1]!)) end--;
    return [start, end];
  }

  #push(type: TokenType, start: number, end: number): void {
    this.#tokens.push(this.#token(type, start, end));
  }

  /** @param end after the token's last character; Chevrotain counts to the last one */
  #token(type: TokenType, start: number, end: number): IToken {
    return {
      image: this.#text.slice(start, end),
      startOffset: start,
      endOffset: end - 1,
      startLine: 0,
      endLine: 0,
      startColumn: 0,
      endColumn: 0,
      tokenTypeIdx: type.tokenTypeIdx!,
      tokenType: type,
    };
  }
}
