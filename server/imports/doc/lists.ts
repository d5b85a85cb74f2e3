/** Lists and styles of a Word 97 to 2003 document, in the form in which those of docx are read ([MS-DOC] 2.9.147 ff.). */
import type { AbstractNum, Level, Lists, Num } from '../docx/numbering.ts';
import type { Style } from '../docx/styles.ts';
import type { WordFile } from './file.ts';
import { readProperties } from './formats.ts';

/** The formats of numbers in the order of their codes ([MS-OSHARED] 2.2.1.3 MSONFC), which is that of ST_NumberFormat. */
const FORMATS = [
  ...['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter', 'ordinal', 'cardinalText', 'ordinalText'],
  ...['hex', 'chicago', 'ideographDigital', 'japaneseCounting', 'aiueo', 'iroha', 'decimalFullWidth'],
  ...['decimalHalfWidth', 'japaneseLegal', 'japaneseDigitalTenThousand', 'decimalEnclosedCircle'],
  ...['decimalFullWidth2', 'aiueoFullWidth', 'irohaFullWidth', 'decimalZero', 'bullet', 'ganada', 'chosung'],
  ...['decimalEnclosedFullstop', 'decimalEnclosedParen', 'decimalEnclosedCircleChinese', 'ideographEnclosedCircle'],
  ...['ideographTraditional', 'ideographZodiac', 'ideographZodiacTraditional', 'taiwaneseCounting'],
  ...['ideographLegalTraditional', 'taiwaneseCountingThousand', 'taiwaneseDigital', 'chineseCounting'],
  ...['chineseLegalSimplified', 'chineseCountingThousand'],
];
const NO_STYLE = 0xfff;
/** Lists are referred to by 1 to this (2.6.2 sprmPIlfo); what is above it takes a number away. */
const LAST_LIST = 0x7fe;
const LARGEST = 32767;

/** @returns the id by which `Lists` knows a list; '0' for none */
export function listId(list: number | undefined): string | undefined {
  if (list === undefined) return undefined;
  return list > LAST_LIST ? '0' : String(list);
}

export function readLists(file: WordFile): Lists {
  const abstracts = new Map<string, AbstractNum>();
  const view = file.place('lists', true);
  const count = view.byteLength >= 2 ? view.getUint16(0, true) : 0;
  const reader = new LevelReader(view, 2 + count * 28);
  for (let i = 0; i < count && 2 + (i + 1) * 28 <= view.byteLength; i++) {
    const at = 2 + i * 28;
    const levels = new Map<number, Level>();
    const most = view.getUint8(at + 26) & 1 ? 1 : 9;
    for (let n = 0; n < most; n++) {
      const style = view.getUint16(at + 8 + n * 2, true);
      const level = reader.next(style === NO_STYLE ? undefined : String(style));
      if (level) levels.set(n, level);
    }
    abstracts.set(String(view.getUint32(at, true)), { levels, styleLink: undefined, numStyleLink: undefined });
  }
  return { abstracts, nums: readNums(file.place('overrides')) };
}

/** What departs from a list (2.9.131 LFO, 2.9.132 LFOData). */
function readNums(view: DataView): Map<string, Num> {
  const nums = new Map<string, Num>();
  const count = view.byteLength >= 4 ? view.getUint32(0, true) : 0;
  const reader = new LevelReader(view, 4 + count * 16);
  for (let i = 0; i < count && 4 + (i + 1) * 16 <= view.byteLength; i++) {
    const at = 4 + i * 16;
    const levels = new Map<number, Level>();
    const starts = new Map<number, number>();
    reader.skip(4);
    for (let n = 0; n < view.getUint8(at + 12); n++) {
      const override = reader.override();
      if (!override) break;
      if (override.start !== undefined) starts.set(override.level, override.start);
      const own = override.formatted ? reader.next(undefined) : undefined;
      if (own) levels.set(override.level, own);
    }
    nums.set(String(i + 1), { abstract: String(view.getUint32(at, true)), levels, starts });
  }
  return nums;
}

class LevelReader {
  readonly #view: DataView;
  #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  skip(bytes: number): void {
    this.#at += bytes;
  }

  /** 2.9.134 LFOLVL */
  override(): { level: number; start: number | undefined; formatted: boolean } | undefined {
    if (this.#at + 8 > this.#view.byteLength) return undefined;
    const flags = this.#view.getUint8(this.#at + 4);
    const start = Math.min(this.#view.getUint32(this.#at, true), LARGEST);
    this.#at += 8;
    return { level: flags & 15, start: flags & 16 && !(flags & 32) ? start : undefined, formatted: (flags & 32) !== 0 };
  }

  /** 2.9.148 LVL: its numbers, formats that are passed over, and its text. */
  next(style: string | undefined): Level | undefined {
    const view = this.#view;
    const at = this.#at;
    if (at + 30 > view.byteLength) return undefined;
    const text = at + 28 + view.getUint8(at + 25) + view.getUint8(at + 24);
    if (text + 2 > view.byteLength) return undefined;
    const length = view.getUint16(text, true);
    if (text + 2 + length * 2 > view.byteLength) return undefined;
    this.#at = text + 2 + length * 2;
    const code = view.getUint8(at + 4);
    const flags = view.getUint8(at + 5);
    let template = '';
    for (let i = 0; i < length; i++) {
      const character = view.getUint16(text + 2 + i * 2, true);
      template += character < 9 ? `%${character + 1}` : String.fromCharCode(character);
    }
    return {
      start: Math.min(view.getUint32(at, true), LARGEST),
      format: code === 0xff ? 'none' : (FORMATS[code] ?? 'decimal'),
      pattern: undefined,
      text: template,
      style,
      restart: flags & 8 ? view.getUint8(at + 26) : undefined,
      legal: (flags & 4) !== 0,
      parted: view.getUint8(at + 15) !== 2,
      symbol: false,
    };
  }
}

/** The styles (2.9.271 STSH), by their indexes. */
export function readStyles(file: WordFile): (index: number | undefined) => Style {
  const view = file.place('styles');
  const own = new Map<number, Style & { readonly base: number }>();
  if (view.byteLength >= 6) {
    const fixed = view.getUint16(4, true);
    const count = view.getUint16(2, true);
    let at = 2 + view.getUint16(0, true);
    for (let i = 0; i < count && at + 2 <= view.byteLength; i++) {
      const size = view.getUint16(at, true);
      at += 2;
      if (size > 0 && at + size <= view.byteLength) {
        const style = readStyle(view, at, at + size, fixed, i);
        if (style) own.set(i, style);
      }
      at += size + (size % 2);
    }
  }
  const whole = new Map<number, Style>();
  const of = (index: number): Style => {
    const known = whole.get(index);
    if (known) return known;
    // Styles that are based on each other in a circle end here.
    whole.set(index, { id: String(index) });
    const style = own.get(index);
    if (!style) return { id: String(index) };
    const base = style.base === NO_STYLE ? { id: '' } : of(style.base);
    const made: Style = {
      id: style.id,
      numId: style.numId ?? base.numId,
      numLevel: style.numLevel ?? (style.numId === undefined ? base.numLevel : undefined),
      numStyle: style.numId === undefined ? base.numStyle : style.id,
      outline: style.outline ?? base.outline,
      align: style.align ?? base.align,
      opensPage: style.opensPage ?? base.opensPage,
    };
    whole.set(index, made);
    return made;
  };
  return (index) => of(index ?? 0);
}

/** 2.9.260 STD, of a style of paragraphs. */
function readStyle(
  view: DataView,
  start: number,
  end: number,
  fixed: number,
  index: number,
): (Style & { readonly base: number }) | undefined {
  if (start + fixed + 2 > end || fixed < 10) return undefined;
  const kind = view.getUint16(start + 2, true);
  if ((kind & 15) !== 1) return undefined;
  // Its name, with a zero behind it; then the formats of its paragraphs.
  const formats = start + fixed + 2 + view.getUint16(start + fixed, true) * 2 + 2;
  const size = formats + 2 <= end ? view.getUint16(formats, true) : 0;
  const whole = size >= 2 && formats + 2 + size <= end;
  const read = whole ? readProperties(view, formats + 4, formats + 2 + size) : undefined;
  const align = read?.align;
  return {
    id: String(index),
    base: kind >> 4,
    numId: listId(read?.list),
    numLevel: read?.level === undefined ? undefined : String(read.level),
    outline: read?.outline,
    align: align === undefined ? undefined : String(align),
    opensPage: read?.opensPage,
  };
}
