/** What changed between two notices, as a document. The same changes give the same bytes. */
import type { Changes } from '../../compare/change.ts';
import type { FontSet } from '../page/fonts.ts';

export type ChangesType = 'text' | 'html' | 'docx' | 'json';

/** The one for a terminal first. */
export const CHANGES_TYPES: readonly ChangesType[] = ['text', 'html', 'docx', 'json'];

export interface ChangeOptions {
  /** Replaces the title that the notices give. */
  readonly title?: string;
  /** Who made the file, for its properties. */
  readonly author?: string | undefined;
  readonly fonts?: Partial<FontSet>;
  /** What the two notices are called, to be said in the document: their files' names. */
  readonly names?: { readonly before: string; readonly after: string };
  /** Text with the colours of a terminal. */
  readonly coloured?: boolean;
}

/** Writes what changed. Each type is loaded when it is asked for. */
export async function writeChanges(
  changes: Changes,
  type: ChangesType,
  options: ChangeOptions = {},
): Promise<string | Uint8Array> {
  switch (type) {
    case 'text':
      return (await import('./text.ts')).writeText(changes, options);
    case 'html':
      return (await import('./html.ts')).writeHtml(changes, options);
    case 'docx':
      return (await import('./docx.ts')).writeDocx(changes, options);
    case 'json':
      return (await import('./json.ts')).writeJson(changes, options);
  }
}
