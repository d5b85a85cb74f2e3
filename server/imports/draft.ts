/**
 * What a published document holds, before a notice is made of it: paragraphs and tables in their order. Every reader
 * (docx, html, …) gives this; what comes after knows no type of file.
 */
import type { Words } from '../model/words.ts';

/** Where in the document something stands, as a person finds it there: 第3页, 第12段, 表1第5行. */
export type Place = Words;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Lines that the document itself breaks are parted by \n. */
  readonly text: string;
  /** The number that the program put before the text, as it prints: （一）. It stands in no text of the file. */
  readonly number?: string;
  /** 1 for the outermost, where the document says that this is a heading. */
  readonly heading?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** False where a line may be a piece of a paragraph: text and PDF files. */
  readonly whole: boolean;
  /** The file breaks every line at the width of its page (PDF): how far it reaches, in characters from the margin. */
  readonly reach?: number;
  /** An empty line stands before it, in a file that has lines and no paragraphs. */
  readonly apart?: boolean;
  /** The paragraph opens a page, as far as the document says. */
  readonly opensPage?: boolean;
  readonly place: Place;
}

export interface DraftCell {
  /** Paragraphs of the cell are parted by \n. */
  readonly text: string;
  /** How many rows and columns it takes; 1 and 1 for most. */
  readonly rows: number;
  readonly columns: number;
}

export interface DraftTable {
  readonly kind: 'table';
  /** By row, the cells that begin in it; `column` counts from 0 over all columns. */
  readonly rows: readonly (readonly { readonly column: number; readonly cell: DraftCell }[])[];
  readonly columns: number;
  /** How many rows the document says are its header; 0 where it doesn't say. */
  readonly headerRows: number;
  readonly place: Place;
}

/** A table of tasks that a text file holds, as it stands there: where its cells are, its blanks and empty lines say. */
export interface PrintedTable {
  readonly kind: 'printed';
  readonly text: string;
  readonly place: Place;
}

export type Block = Paragraph | DraftTable | PrintedTable;

export interface Draft {
  readonly blocks: readonly Block[];
  readonly remarks: readonly ImportRemark[];
}

/**
 * What was done to the text or is in doubt. Nothing is joined, dropped or changed without one; what is done throughout
 * (blanks between characters, 43 times) is one remark with its count.
 */
export interface ImportRemark {
  readonly kind: 'joined' | 'dropped' | 'changed' | 'doubtful';
  readonly words: Words;
  /** The text that it is about, as it stood. */
  readonly quote?: string;
  readonly place?: Place;
  readonly count?: number;
}
