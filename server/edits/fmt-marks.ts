/** Marks, digits and blanks inside lines: what is certain in Chinese text. Latin words, numbers and times stay. */

import { DOCUMENT_NUMBER } from '../model/head.ts';
import type { Field, Item, Name, Range } from '../model/notice.ts';
import { isClosed } from '../rules/tally.ts';
import { Covering } from './covering.ts';
import type { Group } from './fmt-groups.ts';
import type { Reading } from './fmt-meaning.ts';
import { placesOf } from './fmt-places.ts';

/** Edits of characters: one group for each mark, pair of marks or run of blanks. */
export function markEdits({ document, notice }: Reading): Group[] {
  const { formatted, printed } = placesOf(notice);
  const groups: Group[] = [];
  notice.items.forEach((item, part) => {
    if (!item || !formatted.has(part)) return;
    const start = document.starts[part]!;
    const own = document.parts[part]!.text;
    const place: Place = {
      item,
      title: printed.has(part) || item.marker === 'date',
      closed: isClosed(item.text),
      fields: new Covering(item.fields),
      names: new Covering(item.fields.flatMap(({ names }) => names)),
    };
    for (const line of linesOf(own, item.number?.range.end ?? 0)) {
      for (const edits of new LineFormat(own, line, place).groups())
        groups.push(
          edits.map(({ at, to, text: insert }) => ({
            part,
            range: { start: start + at, end: start + to },
            text: insert,
          })),
        );
    }
  });
  return groups;
}

/** The lines of a part that print, without the blanks around them; the number of the item is not in the first one. */
function linesOf(text: string, from: number): Range[] {
  const lines: Range[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    const content = line.trim();
    if (!content || content.startsWith('//') || content.startsWith('／／')) continue;
    const start = Math.max(index + line.indexOf(content), from);
    const end = index + line.trimEnd().length;
    if (start < end) lines.push({ start, end });
  }
  return lines;
}

interface Change {
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

const HAN = /[\u4e00-\u9fff\u3400-\u4dbf〇]/;
const DIGIT = /\d/;
const LATIN = /[a-zA-Z]/;
const CLOSING = '”’》〉）〕】';
const OPENING = '“‘《〈（〔【';
/** Marks that bring their own space. */
const FULL = `，。：；、！？${CLOSING}${OPENING}`;
const HALF_TO_FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };
const NARROW = /^[ \u00a0]$/;
/** Inside a line: blanks of any width, no tabs: these make columns. */
const BLANKS = /[ \u00a0\u3000\u2002\u2003\u2009]+/g;
const INNER_NUMBER = /^\d{1,2}[.．、)）](?!\d)/;
const SPACED_FIGURE = /[\u4e00-\u9fff][ \u00a0]\d[\d.]{0,8}%?[ \u00a0][\u4e00-\u9fff]/g;
const SPACED_DATE = /[\u4e00-\u9fff][ \u00a0]\d{1,4}[ \u00a0][年月日]/g;
const LONGEST_QUOTATION = 60;

/** What holds for all lines of an item. */
interface Place {
  readonly item: Item;
  /** A title, a date: blanks in it only pad. */
  readonly title: boolean;
  readonly closed: boolean;
  readonly fields: Covering<Field>;
  readonly names: Covering<Name>;
}

class LineFormat {
  readonly #line: Range;
  /** The part's text with the marks of this line as they will be: offsets stay. */
  readonly #chars: string[];
  readonly #text: string;
  readonly #place: Place;
  readonly #found: Change[][] = [];

  constructor(text: string, line: Range, place: Place) {
    this.#text = text;
    this.#line = line;
    this.#place = place;
    this.#chars = text.slice(line.start, line.end).split('');
  }

  groups(): readonly Change[][] {
    this.#digits();
    this.#pairs();
    this.#documentNumbers();
    this.#quotations();
    this.#marks();
    if (!this.#text.includes('\t')) this.#blanks();
    return this.#found;
  }

  #at(offset: number): string {
    return this.#chars[offset - this.#line.start] ?? '';
  }

  /** Puts marks in, together or not at all. */
  #put(...marks: (readonly [number, string])[]): void {
    const changed = marks.filter(([at, mark]) => this.#at(at) !== mark);
    if (!changed.length) return;
    for (const [at, mark] of changed) this.#chars[at - this.#line.start] = mark;
    this.#found.push(changed.map(([at, text]) => ({ at, to: at + 1, text })));
  }

  /** The nearest character that is not blank; empty at either end of the line. */
  #left(offset: number): string {
    let at = offset - 1;
    while (at >= this.#line.start && isBlank(this.#at(at))) at--;
    return at < this.#line.start ? '' : this.#at(at);
  }

  #right(offset: number): string {
    let at = offset + 1;
    while (at < this.#line.end && isBlank(this.#at(at))) at++;
    return at >= this.#line.end ? '' : this.#at(at);
  }

  #digits(): void {
    for (let at = this.#line.start; at < this.#line.end; at++) {
      const char = this.#at(at);
      if (char >= '０' && char <= '９') this.#put([at, String.fromCharCode(char.charCodeAt(0) - 0xfee0)]);
      else if (char === '．' && isDigit(this.#text[at - 1]) && isDigit(this.#text[at + 1])) this.#put([at, '.']);
    }
  }

  /** Half-width brackets, in pairs, in or after Chinese. */
  #pairs(): void {
    const open: number[] = [];
    /** Where Han characters stand, so that no pair looks through its content. */
    let han = -1;
    for (let at = this.#line.start; at < this.#line.end; at++) {
      const char = this.#at(at);
      if (HAN.test(char)) han = at;
      else if (char === '(' || char === '（') open.push(at);
      else if (char === ')' || char === '）') {
        const from = open.pop();
        if (from === undefined || (this.#at(from) === '（' && char === '）')) continue;
        const before = this.#left(from);
        if (han > from || HAN.test(before) || (before && FULL.includes(before))) this.#put([from, '（'], [at, '）']);
      }
    }
  }

  /** 云政发[2026]3号 → 云政发〔2026〕3号 */
  #documentNumbers(): void {
    const line = this.#text.slice(this.#line.start, this.#line.end);
    if (!line.includes('号')) return;
    const numbers = new RegExp(`${DOCUMENT_NUMBER.source}(?![\\u4e00-\\u9fff])`, 'g');
    for (const { index, 0: printed } of line.matchAll(numbers)) {
      const open = this.#line.start + index + printed.search(/[〔[［（(【]/);
      const close = this.#line.start + index + printed.search(/[〕\]］）)】]/);
      if (HAN.test(this.#left(open))) this.#put([open, '〔'], [close, '〕']);
    }
  }

  /** "甲" → “甲”, where the straight marks of the line are pairs around Chinese. */
  #quotations(): void {
    const at: number[] = [];
    for (let i = this.#line.start; i < this.#line.end; i++) if (this.#at(i) === '"') at.push(i);
    if (!at.length || at.length % 2) return;
    const pairs: (readonly [number, number])[] = [];
    for (let i = 0; i < at.length; i += 2) {
      const [open, close] = [at[i]!, at[i + 1]!];
      const content = this.#text.slice(open + 1, close);
      if (close - open > LONGEST_QUOTATION || !/[\u4e00-\u9fff]/.test(content) || /[“”]/.test(content)) return;
      if (isDigit(this.#text[open - 1])) return;
      pairs.push([open, close]);
    }
    for (const [open, close] of pairs) this.#put([open, '“'], [close, '”']);
  }

  #marks(): void {
    for (let at = this.#line.start; at < this.#line.end; at++) {
      const char = this.#at(at);
      const full = HALF_TO_FULL[char];
      if (full === undefined && char !== '.') continue;
      const [left, right] = [this.#left(at), this.#right(at)];
      const afterHan = HAN.test(left) || (left !== '' && CLOSING.includes(left));
      if (full === undefined) {
        if (
          (afterHan || /[%％℃]/.test(left)) &&
          !this.#place.title &&
          (right === '' || at + 1 === this.#place.item.textRange.end)
        )
          this.#put([at, '。']);
      } else if (
        LATIN.test(left) ||
        (LATIN.test(right) && !afterHan) ||
        /[\d,:;/\\]/.test(right) !== DIGIT.test(right)
      ) {
        // A Latin word or a path beside it: whose mark it is, nobody can tell.
      } else if (
        afterHan ||
        (char !== ':' && /[\d%％℃]/.test(left) && (HAN.test(right) || OPENING.includes(right || '-')))
      )
        this.#put([at, full]);
    }
  }

  #blanks(): void {
    const line = this.#text.slice(this.#line.start, this.#line.end);
    if (/[\u200b\ufeff]/.test(line))
      for (const { index } of line.matchAll(/[\u200b\ufeff]/g)) this.#remove(this.#line.start + index, 1);
    const { number } = this.#place.item;
    if (number && this.#line.start === number.range.end) this.#afterNumber(line);
    for (const { index, 0: run } of line.matchAll(BLANKS)) {
      const at = this.#line.start + index;
      if (index > 0 && index + run.length < line.length && this.#isPadding(at, run)) this.#remove(at, run.length);
    }
  }

  #remove(at: number, length: number): void {
    this.#found.push([{ at, to: at + length, text: '' }]);
  }

  /** 一、 工业经济; but 第一章　总则, and 1. 5亿元 would be another number. */
  #afterNumber(line: string): void {
    const { style, marks } = this.#place.item.number!;
    if (!marks || style === 'part' || style === 'article' || style === 'decimal') return;
    const run = /^[ \u00a0\u3000\t]+/.exec(line)?.[0];
    if (run && run.length < line.length && !isDigit(line[run.length])) this.#remove(this.#line.start, run.length);
  }

  /** Whether blanks between two characters say nothing. */
  #isPadding(at: number, run: string): boolean {
    const [left, right] = [this.#at(at - 1), this.#at(at + run.length)];
    const narrow = NARROW.test(run);
    const field = this.#place.fields.at(at, at + run.length);
    const name = this.#place.names.at(at, at + run.length);
    if (field?.label && at < field.label.range.end && at >= field.label.range.start)
      return HAN.test(left) || FULL.includes(left) || '/（(['.includes(left);
    if ('，。：；、'.includes(left) || '，。：；、'.includes(right))
      return narrow || field !== undefined || isText(right);
    if (narrow && (FULL.includes(left) || FULL.includes(right))) return true;
    const figure = isDigit(left) || '%％℃'.includes(left);
    const between = (HAN.test(left) || figure) && (HAN.test(right) || isDigit(right));
    if (!between || (figure && isDigit(right))) return false;
    // Names are read without the blanks in them: 岑　柏.
    if (field) return name !== undefined || (field.role === 'deadline' && narrow);
    if (!narrow) return false;
    if (this.#place.title) return true;
    // 包括 1.修路 2.架桥 counts; a row of a table has blanks between its cells and no end.
    if (isDigit(right) && INNER_NUMBER.test(this.#text.slice(at + run.length, at + run.length + 4))) return false;
    if (this.#place.closed) return true;
    return !(HAN.test(left) && HAN.test(right)) && this.#isSpacedFigure(at);
  }

  /** 完成 41 所: blanks on both sides of the figure. Without a number before it, the line may be one of a table. */
  #isSpacedFigure(at: number): boolean {
    const from = Math.max(this.#line.start, at - 12);
    const around = this.#text.slice(from, Math.min(this.#line.end, at + 12));
    const figures = this.#place.item.number ? SPACED_FIGURE : SPACED_DATE;
    return [...around.matchAll(figures)].some(
      ({ index, 0: figure }) => from + index < at && at < from + index + figure.length,
    );
  }
}

function isText(char: string): boolean {
  return HAN.test(char) || isDigit(char) || OPENING.includes(char);
}

function isBlank(char: string): boolean {
  return /[\s\u200b\ufeff]/.test(char);
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && DIGIT.test(char);
}
