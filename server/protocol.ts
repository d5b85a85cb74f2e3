/** The requests that client and server share beyond the Language Server Protocol. */

/** What of an open notice can be written. */
export interface ExportOffer {
  readonly id: string;
  /** The notice with the official table as its annex. */
  readonly annexTable?: boolean;
  /** In the user's language. */
  readonly title: string;
  /** Extensions of the types of file, the usual one first. */
  readonly types: readonly string[];
}

export interface ExportParams {
  readonly uri: string;
  /** One of the offers, and one of its types. */
  readonly document: string;
  readonly type: string;
  readonly annexTable?: boolean;
}

export interface ExportResult {
  /** Several where a document is one file for each unit. */
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly tasks: number;
  /** A file name; of several files, the name of their folder. */
  readonly suggestedName: string;
  /** What had to be guessed, in the user's language. */
  readonly remarks: readonly string[];
  /** Why it can't be written, without a full stop: no Chinese face for a PDF. */
  readonly refused?: string;
}

export interface OutlineNode {
  readonly number: string | null;
  readonly title: string;
  readonly kind: 'section' | 'task';
  readonly leadUnits: readonly string[];
  /** 0-based, as in LSP. */
  readonly line: number;
  readonly children: readonly OutlineNode[];
}

export interface RenumberParams {
  readonly uri: string;
  /** The notice where it is left out. */
  readonly scope?: 'notice' | 'section' | 'level';
  /** Where the section or the level is; 0-based, as in LSP. */
  readonly position?: Position;
}

/** A TextEdit of LSP. */
interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface RenumberResult {
  readonly edits: readonly Edit[];
  /** How many numbers change; the other edits are references that follow them. */
  readonly numbers: number;
  /** Sentences for the user, in his language: what was done, references that followed, those that he has to look at. */
  readonly done: string;
  readonly followed: readonly string[];
  readonly look: readonly string[];
  /** Why nothing may be done, without a full stop. */
  readonly refused?: string;
}

export interface LockResult {
  /** They put the numbers on record in the front matter. */
  readonly edits: readonly Edit[];
  readonly numbers: number;
  /** The record that stands there: the same numbers, or others that would be replaced. */
  readonly before: 'none' | 'same' | 'other';
}

/** No params; answers ExportOffer[]. */
export const OFFERS_REQUEST = 'tasknotice/offers';
export const EXPORT_REQUEST = 'tasknotice/export';
export const OUTLINE_REQUEST = 'tasknotice/outline';
/** Params RenumberParams; answers RenumberResult, or null where the notice is not open. */
export const RENUMBER_REQUEST = 'tasknotice/renumber';
/** Params {uri}; answers LockResult, or null where the notice is not open. */
export const LOCK_REQUEST = 'tasknotice/lock';

/** Params ImportParams; answers ImportAnswer. */
export const IMPORT_REQUEST = 'tasknotice/import';

export interface ImportParams {
  /** The name of the file, or of what the clipboard holds: a.html, a.txt. */
  readonly name: string;
  readonly base64: string;
  /** Half-width marks that the document has throughout become full-width ones. */
  readonly fullWidthMarks?: boolean;
}

export interface ImportAnswer {
  readonly text: string;
  readonly tasks: number;
  /** What was joined, dropped, changed, or is in doubt, in the user's language. */
  readonly report: string;
  readonly doubts: number;
  /** Why it can't be read, without a full stop. */
  readonly refused?: string;
}

/** Params DiffParams; answers DiffAnswer, or null where the notice is not open. */
export const DIFF_REQUEST = 'tasknotice/diff';

export interface DiffParams {
  /** The newer notice, an open one. */
  readonly uri: string;
  /** The bytes of the older one, a notice or a document of any type that can be imported. */
  readonly base64: string;
  /** The name of its file. */
  readonly name: string;
  readonly type: 'text' | 'html' | 'docx' | 'json';
}

export interface DiffAnswer {
  readonly base64: string;
  /** There are any. */
  readonly changes: boolean;
  /** Why it can't be compared, without a full stop. */
  readonly refused?: string;
}

/** Params {uri}; answers the list before issuing. */
export const GATE_REQUEST = 'tasknotice/gate';

export type GateAnswer = readonly {
  readonly title: string;
  readonly status: 'pass' | 'fail' | 'look' | 'none';
  /** Why it fails, or what to look at; with a place where there is one. */
  readonly remarks: readonly { readonly message: string; readonly range?: LspRange }[];
}[];

interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What a client says of itself when it starts the server. */
export interface ClientOptions {
  readonly locale?: string;
  /** It has the commands below; a code action may name them. */
  readonly commands?: boolean;
}

/** Argument: the id of a rule. Opens the page that explains it. */
export const EXPLAIN_COMMAND = 'tasknotice.explainRule';
/** Arguments: URI and UTF-16 offset. Puts the cursor where the reason of a suppression belongs. */
export const REASON_COMMAND = 'tasknotice.writeReason';
/** Argument: the URI of the configuration that an action changed. Saves it, so that it counts. */
export const SAVE_COMMAND = 'tasknotice.saveConfig';
