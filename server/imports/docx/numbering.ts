/**
 * Automatic numbers: they stand in no text of the file, and are counted here as Word counts them
 * (ECMA-376-1, 17.9 Numbering).
 */
import { child, toggle, valOf, type XmlElement } from '../xml.ts';
import { formatNumber } from './number-formats.ts';
import type { Style, Styles } from './styles.ts';
import { isPictureFont } from './symbols.ts';

const LEVELS = 9;
/** Word counts no further. */
const LARGEST = 32767;

export interface Level {
  readonly start: number;
  readonly format: string;
  readonly pattern: string | undefined;
  /** （%1） */
  readonly text: string;
  /** The paragraph style that has its numbers from this level. */
  readonly style: string | undefined;
  /** Starts anew below a level as high as this one, counted from 1; 0 for never. */
  readonly restart: number | undefined;
  /** All numbers in the text are digits. */
  readonly legal: boolean;
  /** A blank or a tab parts number and text. */
  readonly parted: boolean;
  readonly symbol: boolean;
}

export interface AbstractNum {
  readonly levels: ReadonlyMap<number, Level>;
  readonly styleLink: string | undefined;
  readonly numStyleLink: string | undefined;
}

/** A list: an abstract one, and where it departs from it. */
export interface Num {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

export interface Numbered {
  /** As it prints: （一） */
  readonly text: string;
  readonly bullet: boolean;
  /** In a font of pictures: the letters mean none. */
  readonly symbol: boolean;
  readonly parted: boolean;
}

/** What a paragraph says of its number, without what its style says. */
export interface OwnNumbering {
  readonly numId: string | undefined;
  readonly level: string | undefined;
}

/** All lists of a document, by their ids. */
export interface Lists {
  readonly abstracts: ReadonlyMap<string, AbstractNum>;
  readonly nums: ReadonlyMap<string, Num>;
}

export class Numbering {
  readonly #abstracts: Lists['abstracts'];
  readonly #nums: Lists['nums'];
  readonly #styles: Pick<Styles, 'of'>;
  /** Lists of one abstract list count on together. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  /** Levels of lists that have started where the list itself says. */
  readonly #started = new Set<string>();

  constructor({ abstracts, nums }: Lists, styles: Pick<Styles, 'of'>) {
    this.#abstracts = abstracts;
    this.#nums = nums;
    this.#styles = styles;
  }

  /** Counts a paragraph. Call it for each in the order of the text. */
  next(own: OwnNumbering, style: Style): Numbered | undefined {
    const numId = own.numId ?? style.numId;
    const num = numId === undefined ? undefined : this.#nums.get(numId);
    // 0 takes the number of the style away (17.9.18).
    if (!num || numId === '0') return undefined;
    const id = this.#linked(num.abstract);
    const abstract = this.#abstracts.get(id);
    if (!abstract) return undefined;
    const at = this.#levelOf(own, style, num, abstract);
    const levelAt = (level: number): Level | undefined => num.levels.get(level) ?? abstract.levels.get(level);
    const level = levelAt(at);
    if (!level) return undefined;
    const startAt = (level: number): number => levelAt(level)?.start ?? 1;
    const counters = this.#count(id, numId!, num, at, startAt, levelAt);
    return {
      text: level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const part = Number(digit) - 1;
        const { format, pattern } = levelAt(part) ?? { format: 'decimal', pattern: undefined };
        if (part > at) return '';
        return formatNumber(counters[part] ?? startAt(part), level.legal ? 'decimal' : format, pattern);
      }),
      bullet: level.format === 'bullet',
      symbol: level.symbol,
      parted: level.parted,
    };
  }

  /** An abstract list may only name a style, whose list has the levels (17.9.21, 17.9.27). */
  #linked(id: string): string {
    const link = this.#abstracts.get(id)?.numStyleLink;
    if (link === undefined) return id;
    const num = this.#nums.get(this.#styles.of(link).numId ?? '');
    if (num && this.#abstracts.get(num.abstract)?.numStyleLink === undefined) return num.abstract;
    for (const [other, { styleLink }] of this.#abstracts) if (styleLink === link) return other;
    return id;
  }

  /** A level may be bound to the style; what the style says of the level does not count then (17.9.23). */
  #levelOf(own: OwnNumbering, style: Style, num: Num, abstract: AbstractNum): number {
    let said = own.level;
    if (said === undefined && own.numId === undefined) {
      for (const name of [style.id, style.numStyle])
        for (const levels of [num.levels, abstract.levels])
          for (const [at, level] of levels) if (level.style !== undefined && level.style === name) return at;
      said = style.numLevel;
    }
    const level = Number(said ?? 0);
    return Number.isInteger(level) && level >= 0 && level < LEVELS ? level : 0;
  }

  #count(
    id: string,
    numId: string,
    num: Num,
    at: number,
    startAt: (level: number) => number,
    levelAt: (level: number) => Level | undefined,
  ): readonly (number | undefined)[] {
    let counters = this.#counters.get(id);
    if (!counters) {
      counters = new Array<number | undefined>(LEVELS).fill(undefined);
      this.#counters.set(id, counters);
    }
    // A list's own start holds for its first number of the level, once (17.9.26).
    const key = `${numId} ${at}`;
    const own = this.#started.has(key) ? undefined : num.starts.get(at);
    this.#started.add(key);
    const before = counters[at];
    counters[at] = own ?? (before === undefined ? startAt(at) : Math.min(before + 1, LARGEST));
    for (let above = 0; above < at; above++) counters[above] ??= startAt(above);
    for (let below = at + 1; below < LEVELS; below++) {
      const restart = levelAt(below)?.restart;
      if (restart === undefined || (restart > 0 && at < restart)) counters[below] = undefined;
    }
    return counters;
  }
}

/**
 * Signs at the head of a list's points that number and mark nothing. A single letter is one too: in a font of pictures it
 * looks otherwise, and Word's own second level has an o for a circle.
 */
const BULLET = /^(?:[\s·•●○◦■□▪▫◆◇➢➤▶►√✓✔–‐*\-\ue000-\uf8ff]*|[!-~¡-ÿ])$/;

/** The number as it stands before the text; nothing for a bullet that says nothing. */
export function labelOf({ text, bullet, symbol, parted }: Numbered): string {
  const label = text.trim();
  if (bullet && (symbol || BULLET.test(label))) return '';
  // 第一条 and its text would run into each other.
  return parted && /[\p{L}\p{N}]$/u.test(label) ? `${label} ` : label;
}

/** @param root of word/numbering.xml */
export function readLists(root: XmlElement | undefined): Lists {
  const abstracts = new Map<string, AbstractNum>();
  const nums = new Map<string, Num>();
  for (const element of root?.children ?? []) {
    const { 'w:abstractNumId': abstract, 'w:numId': num } = element.attributes;
    if (element.name === 'w:abstractNum' && abstract !== undefined) abstracts.set(abstract, readAbstract(element));
    else if (element.name === 'w:num' && num !== undefined) nums.set(num, readNum(element));
  }
  return { abstracts, nums };
}

function readAbstract(element: XmlElement): AbstractNum {
  return {
    levels: readLevels(element.children),
    styleLink: valOf(element, 'w:styleLink'),
    numStyleLink: valOf(element, 'w:numStyleLink'),
  };
}

function readLevels(elements: readonly XmlElement[]): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of elements)
    if (element.name === 'w:lvl') levels.set(whole(element.attributes['w:ilvl']) ?? 0, readLevel(element));
  return levels;
}

function readLevel(element: XmlElement): Level {
  // A format that is newer than the standard stands beside one that every program knows.
  const choice = child(child(child(element, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt');
  const format = choice ?? child(element, 'w:numFmt');
  return {
    start: whole(valOf(element, 'w:start')) ?? 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    pattern: format?.attributes['w:format'],
    text: valOf(element, 'w:lvlText') ?? '',
    style: valOf(element, 'w:pStyle'),
    restart: whole(valOf(element, 'w:lvlRestart')),
    legal: toggle(element, 'w:isLgl') ?? false,
    parted: valOf(element, 'w:suff') !== 'nothing',
    symbol: isPictureFont(child(child(element, 'w:rPr'), 'w:rFonts')?.attributes['w:ascii']),
  };
}

function readNum(element: XmlElement): Num {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const override of element.children) {
    if (override.name !== 'w:lvlOverride') continue;
    const at = whole(override.attributes['w:ilvl']) ?? 0;
    const own = child(override, 'w:lvl');
    if (own) levels.set(at, readLevel(own));
    const start = whole(valOf(override, 'w:startOverride'));
    if (start !== undefined) starts.set(at, start);
  }
  return { abstract: valOf(element, 'w:abstractNumId') ?? '', levels, starts };
}

function whole(value: string | undefined): number | undefined {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 ? Math.min(number, LARGEST) : undefined;
}
