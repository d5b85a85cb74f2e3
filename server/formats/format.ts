/** What can be written of a notice, in which types of file, and what a user may ask of it. */
import type { Notice, Range } from '../model/notice.ts';
import type { Report } from '../model/progress.ts';
import type { Words } from '../model/words.ts';
import type { Registry } from '../registry/registry.ts';
import type { FontSet } from './page/fonts.ts';
import type { FindFaces } from './pdf/faces.ts';
import type { TableForm } from './table/templates.ts';

/** The documents that an office asks for. */
export type DocumentId = 'table' | 'notice' | 'slips' | 'load' | 'calendar' | 'ledger';

export type FileType = 'docx' | 'xlsx' | 'pdf' | 'html' | 'csv' | 'md' | 'json' | 'ics';

/** What a user may ask for. A document passes over what does not concern it. */
export interface ExportOptions {
  /** Replaces the title that the notice gives. */
  readonly title?: string;
  /** Who made the file, for its properties; where it is left out, the notice's 作者, else its issuer. */
  readonly author?: string;
  /** Which columns the table has. Without it, the full form. */
  readonly form?: TableForm;
  /** Columns of a built-in form to leave out where the notice fills none of their cells. */
  readonly omit?: readonly ('deadline' | 'remark')[];
  readonly fonts?: Partial<FontSet>;
  /** Where a PDF, which carries its faces, finds them. */
  readonly faces?: FindFaces | undefined;
  /** Who is who: names of one unit count as one, and what a group answers for, its members answer for. */
  readonly registry?: Registry;
  /** Slips: one for each unit, or for each leader. */
  readonly by?: 'unit' | 'leader';
  /** Tasks of this unit or leader only, as the notice or the registry names it. */
  readonly only?: string;
  /** What units reported, by task in the notice's order: the ledger and the columns to fill in have it. */
  readonly progress?: readonly (readonly Report[])[];
  /** The notice: the official table is its last annex. */
  readonly annexTable?: boolean;
  /** The notice: without 版头, as for paper that has it printed, or for a page. */
  readonly head?: 'full' | 'none';
  /** The notice: room for a seal over the signature, as most have; else as for one without. */
  readonly sealed?: boolean;
  /** The notice: on both sides of the paper 版记 stands on an even page. */
  readonly sides?: 'both' | 'one';
}

export interface OutputFile {
  /** Whom or what it is of, where one export writes several files: 县发改委. A file name without extension. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What had to be guessed, or could not be carried over. */
export interface Remark {
  readonly words: Words;
  /** Where in the notice. */
  readonly range?: Range;
}

export interface Exported {
  /** One, or for slips as many as there are units. None where it can't be written: the remarks say why. */
  readonly files: readonly OutputFile[];
  readonly remarks: readonly Remark[];
  /** How many tasks are written, where it may not be all of the notice. */
  readonly tasks?: number;
}

/**
 * Writes a document in one type of file. It depends on its arguments alone (no clock, no locale): the same notice gives
 * the same bytes. Of the notice it shows what prints: no front matter, no comment, no suppression.
 */
export type Write = (notice: Notice, options: ExportOptions) => Promise<Exported>;

/** A document: a folder here, listed in index.ts. */
export interface DocumentKind {
  readonly id: DocumentId;
  /** What a drafter calls it. */
  readonly title: Words;
  /** The types of file that there are of it, the usual one first; each is loaded when it is asked for. */
  readonly types: Readonly<Partial<Record<FileType, () => Promise<Write>>>>;
}

/** One file, and nothing to be said of it. */
export function oneFile(content: string | Uint8Array, remarks: readonly Remark[] = []): Exported {
  return { files: [{ name: '', content }], remarks };
}
