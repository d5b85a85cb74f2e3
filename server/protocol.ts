/** The requests that client and server share beyond the Language Server Protocol. */

export interface ExportParams {
  readonly uri: string;
  /** A format of server/formats: csv, json, xlsx, docx. */
  readonly format: string;
}

/** The bytes of the document, for the client to write where the user says. */
export interface ExportResult {
  readonly base64: string;
  readonly tasks: number;
  readonly suggestedName: string;
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

export const EXPORT_REQUEST = 'tasknotice/export';
export const OUTLINE_REQUEST = 'tasknotice/outline';
/** Params {uri, version}; answers the edits that number each level as its scheme says, or null where nothing changes. */
export const RENUMBER_REQUEST = 'tasknotice/renumber';
export const FORMATS = ['docx', 'xlsx', 'csv', 'json'] as const;

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
