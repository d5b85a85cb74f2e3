/**
 * What stands where on the pages of the official page. Lengths are in points; lines and rules are measured from the upper
 * left corner of the type area.
 */
import type { Remark } from '../format.ts';
import { LINES, PITCH, TYPE_WIDTH } from '../page/geometry.ts';
import type { Sheets } from '../table/sheets.ts';
import type { Block, Face, TableBlock } from './document.ts';
import type { HeadLayout } from './head-layout.ts';
import type { ImprintLayout } from './imprint-layout.ts';
import type { LookId } from './looks.ts';

export interface PlacedRun {
  readonly text: string;
  readonly face: Face;
  readonly x: number;
  readonly width: number;
}

export interface PlacedLine {
  readonly look: LookId;
  readonly top: number;
  readonly height: number;
  readonly size: number;
  /** Added to each character, so that the line fills its room where it is set to both edges. */
  readonly spacing: number;
  readonly runs: readonly PlacedRun[];
  /** Of the characters' width, in percent. */
  readonly stretch?: number;
  readonly red?: boolean;
  /** It ends a paragraph: behind it the text is another. */
  readonly ends: boolean;
}

export interface PlacedRule {
  readonly top: number;
  readonly thickness: number;
  readonly red?: boolean;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  /** Its number is printed. */
  readonly numbered: boolean;
  readonly lines: readonly PlacedLine[];
  readonly rules: readonly PlacedRule[];
  /** A turned page: the page of a table, from 0. */
  readonly table?: { readonly block: TableBlock; readonly sheets: Sheets; readonly page: number };
}

/** Where 版记 stands, and what is free above it on its page. */
export interface ImprintPlace {
  readonly layout: ImprintLayout;
  /** On the page of the text before it; else on a page of its own. */
  readonly shares: boolean;
  /** An empty page stands before it. */
  readonly afterBlank: boolean;
  readonly free: number;
}

export interface NoticeLayout {
  readonly pages: readonly Page[];
  /** The document's, where the layout moved them: with what is free above them, and pages that they open. */
  readonly blocks: readonly Block[];
  readonly head?: HeadLayout;
  readonly imprint?: ImprintPlace;
  readonly remarks: readonly Remark[];
}

export const WIDTH = TYPE_WIDTH;
/** What lines take of the type area. */
export const HEIGHT = LINES * PITCH;
