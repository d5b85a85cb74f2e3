/** What a format is, and what a user may ask of the table that it writes. */
import type { Notice } from '../model/notice.ts';
import type { TableForm } from './templates.ts';

export type FormatId = 'csv' | 'json' | 'xlsx' | 'docx';

/** The faces of the official page (GB/T 9704-2012, 7.3 and 7.2.2): by name, for the file carries no font. */
export interface FontSet {
  /** 小标宋: the title. */
  readonly title: string;
  /** 黑体: the header. */
  readonly heading: string;
  /** 仿宋: the cells. */
  readonly body: string;
  /** 宋体: the page number. */
  readonly number: string;
}

export const DEFAULT_FONTS: FontSet = {
  title: '方正小标宋简体',
  heading: '黑体',
  body: '仿宋_GB2312',
  number: '宋体',
};

export interface TableOptions {
  /** Replaces the title that the notice gives. */
  readonly title?: string;
  /** Which columns there are. Without it, the full form. */
  readonly form?: TableForm;
  /** Columns of a built-in form to leave out where the notice fills none of their cells. */
  readonly omit?: readonly ('deadline' | 'remark')[];
  readonly fonts?: Partial<FontSet>;
}

/** One format: a file in this folder, listed in index.ts. It knows no rule and no other format. */
export interface Format {
  readonly id: FormatId;
  /** Without the point. */
  readonly extension: string;
  /** What a drafter calls it. */
  readonly title: string;
  /**
   * The notice in this format. Depends on its arguments alone (no clock, no locale): the same notice gives the same
   * bytes.
   */
  export(notice: Notice, options: TableOptions): Promise<string | Uint8Array>;
}
