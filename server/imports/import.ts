/** What is asked of an import, and what comes of it. */
import type { Words } from '../model/words.ts';
import type { Vocabulary } from '../syntax/labels.ts';
import type { Draft, ImportRemark } from './draft.ts';

export interface ImportOptions {
  /** Labels of the office's own. */
  readonly vocabulary?: Vocabulary;
  /** Half-width marks that the document has throughout become full-width ones. */
  readonly fullWidthMarks?: boolean;
}

export interface Imported {
  /** The notice; its lines end in \n. */
  readonly text: string;
  readonly remarks: readonly ImportRemark[];
  readonly tasks: number;
}

/** Why a file can't be read: encrypted, too large, damaged, a scan without text. */
export interface Refused {
  readonly refused: Words;
}

/** One type of file: a file or folder here, listed in index.ts. It reads bytes and never throws on them. */
export interface Source {
  /** Extensions without the point. */
  readonly extensions: readonly string[];
  /** Whether the bytes are of this type, whatever the file is called. */
  recognises(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array, options: ImportOptions): Promise<Draft | Refused>;
}

/** What a file may be before it is refused: archives unpack to no more than this, and to no more than so many times their size. */
export const BOUNDS = { file: 100 * 2 ** 20, unpacked: 300 * 2 ** 20, ratio: 200, entries: 5000, depth: 200 };
