/** What a report is: the findings of one run as text for a person or a program. */
import type { FindingKey } from '../../project/baseline.ts';
import type { Severity, Words } from '../../rules/rule.ts';

/** Lines and columns count from 1; columns in UTF-16 units, and in bytes of UTF-8. The end is the place after. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly byteColumn: number;
  readonly endByteColumn: number;
}

export interface LocatedEdit extends Place {
  readonly text: string;
}

export interface LocatedFix {
  readonly title: Words;
  readonly safe: boolean;
  readonly edits: readonly LocatedEdit[];
}

/** A finding where a person looks for it. */
export interface Located extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Words;
  readonly fixes: readonly LocatedFix[];
  /** By what it is known again after the text around it has changed. */
  readonly key: FindingKey;
}

export interface FileFindings {
  /** As the user would name it, relative to the working folder. */
  readonly file: string;
  readonly findings: readonly Located[];
}

export interface Run {
  readonly files: readonly FileFindings[];
  /** What could not be checked. */
  readonly troubles: readonly Words[];
  /** How many findings a baseline knows and put aside. */
  readonly known: number;
  /** Of the tool. */
  readonly version: string;
  /** For a terminal that shows colours. */
  readonly coloured: boolean;
}

export type Report = (run: Run) => string;

/** Chinese and English in one line. */
export function both({ zh, en }: Words): string {
  return en ? `${zh} / ${en}` : zh;
}

/** A path as programs on every system read it. */
export function slashed(file: string): string {
  return file.replaceAll('\\', '/');
}

/** A path as part of an address. */
export function uriPath(file: string): string {
  return slashed(file).split('/').map(encodeURIComponent).join('/');
}

/** Text of a notice on a terminal: a control character is shown, not obeyed. */
export function printable(text: string): string {
  return text
    .replace(/[\u0000-\u001f]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x2400))
    .replace(/[\u007f-\u009f]/g, '␡');
}
