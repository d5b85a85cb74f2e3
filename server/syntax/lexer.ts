/**
 * Text to tokens. A part's tokens are found by what stands where (a number opens a line, a label opens a field, a
 * bracket holds responsibility or is text), which a list of patterns cannot say; so the lexer is written by hand and
 * stands in for Langium's own. It emits only sequences that the grammar accepts: there is no text it refuses.
 */
import type { Lexer, LexerResult, TokenizeOptions } from 'langium';
import { bracketGroups } from './brackets.ts';
import { readDocument } from './document.ts';
import { isDuty, namesFollow } from './duty.ts';
import type { Flow } from './flow.ts';
import { DEFAULT_VOCABULARY, labelAt, type Vocabulary } from './labels.ts';
import { parseNumber } from './numbers.ts';
import type { Part } from './parts.ts';
import { isProse, isProseSentence } from './prose.ts';
import { labelStarts, Scope } from './scope.ts';
import type { IToken, TokenType, TokenTypeDictionary } from './tokens.ts';

export class NoticeLexer implements Lexer {
  readonly definition: TokenTypeDictionary;
  vocabulary: Vocabulary = DEFAULT_VOCABULARY;
  /** The part about to be parsed, where the caller has divided the text already. */
  part: Part | undefined;
  #tokens: IToken[] = [];
  #flow!: Flow;
  #base = 0;

  constructor(definition: TokenTypeDictionary) {
    this.definition = definition;
  }

  tokenize(text: string, _options?: TokenizeOptions): LexerResult {
    this.#tokens = [];
    const parts = this.part?.text === text ? [this.part] : readDocument(text, this.vocabulary).parts;
    this.#base = 0;
    for (const part of parts) {
      this.#lexPart(part);
      this.#base += part.text.length;
    }
    return { tokens: this.#tokens, hidden: [], errors: [] };
  }

  #lexPart(part: Part): void {
    let end = 0;
    if (part.kind === 'front-matter') this.#lexFrontMatter(part);
    else if (part.kind === 'comment') {
      this.#flow = part.flows[0]!;
      this.#emit('COMMENT', 0, this.#flow.text.length);
    } else {
      part.flows.forEach((flow, index) => {
        this.#flow = flow;
        this.#lexFlow(index === 0);
      });
    }
    const last = part.flows.at(-1);
    if (last) end = last.originEnd(last.text.length);
    if (end < part.text.length) this.#push('BREAK', part.text.slice(end), end, part.text.length);
  }

  #lexFrontMatter(part: Part): void {
    for (const flow of part.flows) {
      this.#flow = flow;
      const line = flow.text;
      if (/^-{3,}$/.test(line)) this.#emit('FENCE', 0, line.length);
      else {
        const colon = /[：:]/.exec(line);
        const keyEnd = colon ? colon.index + 1 : line.length;
        this.#emit('KEY', 0, keyEnd);
        const value = /[^\s\u3000]/.exec(line.slice(keyEnd));
        if (value) this.#emit('SETTING', keyEnd + value.index, line.length);
      }
    }
  }

  /** @param first the item's own line, which a number may open */
  #lexFlow(first: boolean): void {
    const text = this.#flow.text;
    let at = 0;
    if (first) {
      const number = parseNumber(text);
      if (number) {
        this.#emit('NUMBER', 0, number.text.length);
        at = number.length;
      }
    }
    if (!first) {
      const number = parseNumber(text);
      if (number && labelAt(text, number.length, this.vocabulary)) {
        this.#content(number.length, false);
        return;
      }
    }
    if (at === 0 && !first && isProseSentence(text.replace(/[。.；;]$/, ''))) {
      this.#field(0, text.length);
      return;
    }
    this.#content(at, at > 0);
  }

  /**
   * Text, fields and brackets of responsibility, from an offset to the end of the flow.
   *
   * @param numbered a number stands before: 1.时间安排：6月底前完成设计 is a task and no deadline
   */
  #content(from: number, numbered: boolean): void {
    const text = this.#flow.text;
    const groups = /[（(〔[［【]/.test(text) ? bracketGroups(text).filter((group) => group.open >= from) : [];
    let textStart = from;
    let at = from;
    let next = 0;
    // After a field the next one may open at once: 牵头单位：甲局；配合单位：乙局.
    let fresh = !numbered || namesFollow(text, from, this.vocabulary);
    let scope: Scope | undefined;
    const labels = labelStarts(text, from, this.vocabulary);
    let nextLabel = 0;
    const flush = (end: number): void => {
      if (end > textStart) this.#text(textStart, end);
    };
    while (at < text.length) {
      while (nextLabel < labels.length && labels[nextLabel]! < at) nextLabel++;
      const field = fresh && labelAt(text, at, this.vocabulary) ? at : labels[nextLabel];
      const group = groups[next];
      if (field !== undefined && (!group || field <= group.open)) {
        flush(field);
        scope ??= new Scope(text, from, text.length, this.vocabulary);
        at = textStart = this.#pastSeparators(this.#labelled(field, scope, true));
        fresh = true;
        while (next < groups.length && groups[next]!.open < at) next++;
        continue;
      }
      if (!group) break;
      next++;
      if (isDuty(text, group, from, this.vocabulary)) {
        flush(group.open);
        at = textStart = this.#bracket(group.open, group.close, group.closed);
        fresh = true;
        while (next < groups.length && groups[next]!.open < at) next++;
      } else {
        fresh = false;
        at = group.closed ? group.close + 1 : group.open + 1;
      }
    }
    this.#lastSentence(textStart, from);
  }

  /** The rest of the flow: text, unless its last sentence says who answers for it. */
  #lastSentence(start: number, from: number): void {
    const text = this.#flow.text;
    if (start >= text.length) return;
    // 建成基地，由县教育局牵头，县财政局配合。 At the end of the sentence, and of units of a place only.
    const by = /[，,](由(?:[省市县区州盟旗镇乡各][^。；]{2,200}))[。.]?$/.exec(text.slice(start));
    if (by && isProseSentence(by[1]!)) {
      const at = start + by.index + 1;
      this.#text(start, at - 1);
      this.#field(at, text.length);
      return;
    }
    const sentence = text.lastIndexOf('。', text.length - 2) + 1;
    if (
      sentence > start &&
      sentence > from &&
      isProseSentence(
        text
          .slice(sentence)
          .replace(/[。.]$/, '')
          .trim(),
      )
    ) {
      this.#text(start, sentence);
      this.#field(sentence, text.length);
    } else this.#text(start, text.length);
  }

  /** @returns the offset after it */
  #bracket(open: number, end: number, closed: boolean): number {
    const text = this.#flow.text;
    // 〔责任单位：甲局）: a mark of another kind closes it, at the end of the line.
    const other = closed ? -1 : text.length - (/[）)〕\]］】][。.]?$/.exec(text)?.[0].length ?? text.length + 1);
    const close = other > open ? other : end;
    const scope = new Scope(text, open + 1, close, this.vocabulary);
    this.#emit('OPEN', open, open + 1);
    let at = open + 1;
    while (at < close) {
      BETWEEN_FIELDS.lastIndex = at;
      const between = BETWEEN_FIELDS.exec(text)?.[0].slice(0, close - at);
      if (between) {
        const mark = between.search(/[；;，,。]/);
        if (mark >= 0) this.#emit('SEMICOLON', at + mark, at + between.trimEnd().length);
        at += between.length;
        continue;
      }
      at = this.#labelled(at, scope, false);
    }
    if (close < text.length) this.#emit('CLOSE', close, close + 1);
    return Math.min(close + 1, text.length);
  }

  /** Between two fields of a line: 责任单位：甲局，责任人：乙. */
  #pastSeparators(at: number): number {
    const text = this.#flow.text;
    BETWEEN_FIELDS.lastIndex = at;
    const next = at + (BETWEEN_FIELDS.exec(text)?.[0].length ?? 0);
    return labelAt(text, next, this.vocabulary) ? next : at;
  }

  /**
   * One field, with its label where one stands there. It ends before the next label, before prose that follows a
   * deadline or a leader, or with its scope.
   *
   * @param closes whether a 。 may close the field: on a line it does, in a bracket it only parts
   * @returns the offset after it
   */
  #labelled(start: number, scope: Scope, closes: boolean): number {
    const text = this.#flow.text;
    const { end: limit } = scope;
    const label = labelAt(text, start, this.vocabulary);
    let at = start;
    if (label && start + label.length <= limit) {
      const printed = text.slice(start, start + label.length);
      this.#emit('LABEL', start + printed.length - printed.trimStart().length, start + printed.trimEnd().length);
      at = start + label.length;
      // 责任部门：　　责任人：何俊: nobody was filled in.
      if (/[：:]\s+$/.test(printed) && labelAt(text, at, this.vocabulary)) return at;
    }
    const proseMayFollow = label?.role === 'deadline' || label?.role === 'leader';
    let end = limit;
    for (const { offset, next, mark } of scope.from(at)) {
      if (next >= limit) break;
      const parts = mark === '；' || mark === ';' || mark === '。';
      const ends =
        labelAt(text, next, this.vocabulary) ||
        (parts && proseMayFollow && isProse(text.slice(next, Math.min(limit, next + 600)).replace(/。$/, ''))) ||
        (closes && mark === '。' && label && label.role !== 'remark');
      if (ends) {
        end = closes && parts ? next : offset;
        break;
      }
      if (closes && label && '（(〔[［【'.includes(text[next]!) && labelAt(text, next + 1, this.vocabulary)) {
        end = next;
        break;
      }
    }
    this.#names(at, end, closes);
    // A field that holds nothing and ends where it starts would never advance.
    return Math.max(end, start + 1);
  }

  /** A field without a label. */
  #field(start: number, end: number): void {
    this.#names(start, end, true);
  }

  #names(start: number, end: number, closes: boolean): void {
    const text = this.#flow.text;
    while (start < end && /[\s\u3000\u00a0]/.test(text[start]!)) start++;
    while (end > start && /[\s\u3000\u00a0]/.test(text[end - 1]!)) end--;
    let stop = end;
    if (closes && /[。.；;]/.test(text[end - 1] ?? '') && end > start) stop = end - 1;
    if (!closes) while (stop > start && /[；;，,。]/.test(text[stop - 1]!)) stop--;
    if (stop > start) this.#emit('VALUE', start, stop);
    if (closes && stop < end) this.#emit('STOP', stop, end);
    else if (stop < end) this.#emit('SEMICOLON', stop, end);
  }

  #text(start: number, end: number): void {
    const text = this.#flow.text;
    while (start < end && /[\s\u3000\u00a0]/.test(text[start]!)) start++;
    while (end > start && /[\s\u3000\u00a0]/.test(text[end - 1]!)) end--;
    if (end > start) this.#emit('TEXT', start, end);
  }

  /** Emits a token of the current flow. */
  #emit(type: string, start: number, end: number): void {
    const flow = this.#flow;
    this.#push(type, flow.text.slice(start, end), flow.origin(start), flow.originEnd(end));
  }

  /** @param end after the token's last character; Chevrotain counts to the last one */
  #push(type: string, image: string, start: number, end: number): void {
    const tokenType = this.definition[type] as TokenType;
    this.#tokens.push({
      image,
      startOffset: this.#base + start,
      endOffset: this.#base + end - 1,
      startLine: 1,
      endLine: 1,
      // As if the part were one line: of a token whose text a line break cuts the tree keeps the length of its image only.
      startColumn: this.#base + start + 1,
      endColumn: this.#base + end,
      tokenTypeIdx: tokenType.tokenTypeIdx!,
      tokenType,
    });
  }
}

const BETWEEN_FIELDS = /[\s\u3000；;，,。]+/y;
