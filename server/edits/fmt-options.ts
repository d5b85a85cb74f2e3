/** The forms that an office may bring its notices to. */

/** What an office may choose; the rest is one way for all. */
export interface FmtOptions {
  /** Who answers for a task: on lines of their own, in a bracket behind the text, or as they stand. */
  readonly duties: 'keep' | 'lines' | 'brackets';
  /** Paragraphs begin at the margin, with two wide blanks, or as they do. */
  readonly indent: 'keep' | 'none' | 'fullwidth';
  /** Never two blank lines in a row, none at all, or as they are. */
  readonly blankLines: 'keep' | 'single' | 'none';
}

export const FMT_VALUES = {
  duties: ['keep', 'lines', 'brackets'],
  indent: ['keep', 'none', 'fullwidth'],
  blankLines: ['keep', 'single', 'none'],
} as const satisfies { [K in keyof FmtOptions]: readonly FmtOptions[K][] };

export const DEFAULT_FMT: FmtOptions = { duties: 'keep', indent: 'none', blankLines: 'single' };
