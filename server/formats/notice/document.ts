/**
 * The notice as the official page prints it (GB/T 9704-2012), as plain values: which text stands in which place, in its
 * face. Where it stands on the paper is layout.ts's; how a file says so is each format's own.
 *
 * All that prints is here once, in the order of the text, but for what the standard moves: the document number into the
 * head, 抄送 and 印发 into the imprint. What is not recognised is body text.
 */
import type { Range } from '../../model/notice.ts';
import type { Remark } from '../format.ts';
import type { FontSet } from '../page/fonts.ts';
import type { Table } from '../table/table.ts';

export type Face = keyof FontSet;

export interface Run {
  readonly text: string;
  /** Where it isn't that of the block's style. */
  readonly face?: Face;
}

/** The kinds of paragraphs, by their places on the page. */
export type BlockStyle =
  | 'number'
  | 'title'
  | 'subtitle'
  | 'recipients'
  | 'text'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'field'
  | 'annexNote'
  | 'signature'
  | 'date'
  | 'note'
  | 'annex'
  | 'annexTitle';

export interface TextBlock {
  readonly kind: 'text';
  readonly style: BlockStyle;
  /** Lines that are set, as those of a title, are parted by \n. */
  readonly runs: readonly Run[];
  /** Empty lines above it. */
  readonly above?: number;
  readonly opensPage?: boolean;
  /** Left and right of the type area, in points; of its first line more or less. Where it isn't that of the style. */
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  /** The pitch of its lines and of those free above it, where it isn't the page's. */
  readonly pitch?: number;
  /** A heading isn't left alone at the foot of a page. */
  readonly keepsNext?: boolean;
  /** In the notice; undefined for what the notice's text doesn't hold. */
  readonly range?: Range;
}

/** A table, on turned pages of its own. */
export interface TableBlock {
  readonly kind: 'table';
  readonly table: Table;
  /** 附件2, on the first line of its first page. */
  readonly annex?: string;
  readonly range?: Range;
}

export type Block = TextBlock | TableBlock;

/** 版头. */
export interface OfficialHead {
  /** 份号 */
  readonly copy?: string;
  /** 密级和保密期限 */
  readonly secrecy?: string;
  readonly urgency?: string;
  /** 发文机关标志 */
  readonly mark: string;
  /** 发文字号 */
  readonly number?: string;
  /** 签发人: of a document that goes upwards. */
  readonly signer?: string;
}

/** 版记. */
export interface Imprint {
  /** 抄送：…。 and what else is sent, a line each. */
  readonly copies: readonly string[];
  readonly printer?: string;
  /** 2026年2月11日印发 */
  readonly printed?: string;
}

export interface OfficialDocument {
  readonly title: string;
  readonly author?: string;
  readonly head?: OfficialHead;
  readonly blocks: readonly Block[];
  readonly imprint?: Imprint;
  readonly remarks: readonly Remark[];
}

/** The text of a block on one line. */
export function textOf(block: TextBlock): string {
  return block.runs.map((run) => run.text).join('');
}

/** Text, which another paragraph may follow on the next page. */
export function isText(block: TextBlock | undefined): boolean {
  return block?.style === 'text' || block?.style === 'field';
}

export function isSigned(block: TextBlock): boolean {
  return block.style === 'signature' || block.style === 'date';
}

export function isHeading(block: Block | undefined): boolean {
  return block?.kind === 'text' && block.keepsNext === true;
}

export function opensPage(block: Block | undefined): boolean {
  return block?.kind === 'table' || block?.opensPage === true;
}
