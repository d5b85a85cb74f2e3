/** What changed between two notices, as plain values. Ranges are absolute, in the text of their own notice. */
import type { Range } from '../model/notice.ts';
import type { Piece } from './wording.ts';

export type { Piece };

/**
 * target: a quantity. moved: to another section, or past its neighbours. renumbered: another number that no insertion,
 * deletion or move before it explains. unit: 责任单位.
 */
export type ChangeKind =
  | 'added'
  | 'deleted'
  | 'split'
  | 'merged'
  | 'moved'
  | 'target'
  | 'deadline'
  | 'lead'
  | 'unit'
  | 'support'
  | 'leader'
  | 'text'
  | 'remark'
  | 'renumbered';

/** In the order in which a reader wants them. */
export const KINDS: readonly ChangeKind[] = [
  'added',
  'deleted',
  'split',
  'merged',
  'moved',
  'target',
  'deadline',
  'lead',
  'unit',
  'support',
  'leader',
  'text',
  'remark',
  'renumbered',
];

/** Where it stands in either notice; missing where there is nothing. */
export interface Ranges {
  readonly before?: Range;
  readonly after?: Range;
}

export interface Wording extends Ranges {
  readonly kind: 'text' | 'target' | 'deadline' | 'remark';
  readonly pieces: readonly Piece[];
  /** Of a deadline: the last day, ISO 8601. */
  readonly due?: { readonly before?: string; readonly after?: string };
}

export interface Names extends Ranges {
  readonly kind: 'lead' | 'unit' | 'support' | 'leader';
  /** As printed. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** As the later notice prints them. */
  readonly kept: readonly string[];
  /** The same names, another one first. */
  readonly reordered: boolean;
}

export interface Moved extends Ranges {
  readonly kind: 'moved';
  /** The nearest heading, where it is another one. */
  readonly section?: { readonly before: string; readonly after: string };
}

export interface Renumbered extends Ranges {
  readonly kind: 'renumbered';
  /** As printed. */
  readonly number: { readonly before: string; readonly after: string };
}

export interface Whole extends Ranges {
  readonly kind: 'added' | 'deleted' | 'split' | 'merged';
}

export type Change = Whole | Moved | Wording | Names | Renumbered;

/** A task in one of the notices. */
export interface Side {
  /** 序号: from 1, in the order of the text. */
  readonly n: number;
  /** The numbers above it and its own, as printed: 二、（一）3. Empty where it has none. */
  readonly number: string;
  readonly text: string;
  readonly section: string;
  readonly leaders: readonly string[];
  readonly leadUnits: readonly string[];
  readonly units: readonly string[];
  readonly supportUnits: readonly string[];
  readonly deadline?: string;
  readonly range: Range;
}

/** A task, in both notices where it is in both, and what changed of it. */
export interface TaskChange {
  /** None for one that was added; several for what was merged. */
  readonly before: readonly Side[];
  readonly after: readonly Side[];
  /** In the order of `KINDS`. */
  readonly changes: readonly Change[];
  /** One unit or leader under two names, which is no change: 县发改委, 县发展改革委. */
  readonly respelt: readonly Respelt[];
  /** What the unit or leader has to do with it that the changes are told for. */
  readonly share?: Share;
}

export type Capacity = 'leader' | 'lead' | 'unit' | 'support';

/** In which capacity someone answers for a task, before and after; none where he does not. */
export interface Share {
  readonly before?: Capacity;
  readonly after?: Capacity;
  /** The group that he answers through, as printed. */
  readonly through?: string;
}

export interface Respelt {
  readonly before: string;
  readonly after: string;
}

/** A heading. */
export interface SectionChange extends Ranges {
  readonly kinds: readonly ('added' | 'deleted' | 'moved' | 'renamed' | 'renumbered')[];
  /** Number and title, as printed. */
  readonly title: { readonly before?: string; readonly after?: string };
  readonly pieces: readonly Piece[];
}

/** A line of the head, or a paragraph beside the tasks. */
export interface OtherChange extends Ranges {
  readonly of: 'title' | 'issuer' | 'number' | 'date' | 'recipients' | 'paragraph';
  readonly pieces: readonly Piece[];
}

export interface Changes {
  readonly head: readonly OtherChange[];
  readonly sections: readonly SectionChange[];
  /** In the order of the later notice; what was deleted stands where it was. */
  readonly tasks: readonly TaskChange[];
  readonly paragraphs: readonly OtherChange[];
  /** Names that are written in another way, each once. */
  readonly respelt: readonly Respelt[];
  /** Tasks whose number moved up or down with what was added, deleted or moved before them. */
  readonly movedUp: number;
  /** Years that the deadlines have moved with the plan: 2026年 after 2025年. Tasks that moved so and no further. */
  readonly years: number;
  readonly withYear: number;
  /** How many tasks there are. */
  readonly count: { readonly before: number; readonly after: number };
  /** The unit or leader that they are told for, where they are those of one. */
  readonly of?: string;
  /** Titles of the two notices. */
  readonly title: { readonly before?: string; readonly after?: string };
}

/** Whether anything changed. Another way to write a name is nothing. */
export function isEmpty({ head, sections, tasks, paragraphs }: Changes): boolean {
  return !head.length && !sections.length && !paragraphs.length && tasks.every(({ changes }) => !changes.length);
}
