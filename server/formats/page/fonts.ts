/** The faces of the official page (GB/T 9704-2012, 7.2.2, 7.3): by name, for a Word file or a page carries no font. */

export interface FontSet {
  /** 小标宋: titles. */
  readonly title: string;
  /** 黑体: headings of the first level, the table's header, 附件. */
  readonly heading: string;
  /** 楷体: headings of the second level. */
  readonly second: string;
  /** 仿宋: the text, the cells. */
  readonly body: string;
  /** 宋体: page numbers. */
  readonly number: string;
}

export type FontSetId = 'official' | 'windows' | 'free';

/** What an office has installed decides; a face that is missing is replaced by whatever the program picks. */
export const FONT_SETS: Readonly<Record<FontSetId, FontSet>> = {
  /** The faces that offices install for official documents. */
  official: {
    title: '方正小标宋简体',
    heading: '黑体',
    second: '楷体_GB2312',
    body: '仿宋_GB2312',
    number: '宋体',
  },
  /** What Windows itself has. */
  windows: { title: '宋体', heading: '黑体', second: '楷体', body: '仿宋', number: '宋体' },
  /** Faces under free licences. */
  free: { title: 'FandolSong', heading: 'FandolHei', second: 'FandolKai', body: 'FandolFang R', number: 'FandolSong' },
};

export const FONT_SET_IDS = Object.keys(FONT_SETS) as readonly FontSetId[];

export const DEFAULT_FONTS = FONT_SETS.official;
