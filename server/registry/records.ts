/** What a registry says, as plain values. Ranges are UTF-16 offsets in the text of the record's source. */
import type { Range } from '../model/notice.ts';

/** A name that a record gives itself: 单位 (its first line), 简称, 别名, 挂牌, 内设机构; 待核 is not accepted as a name. */
export type NameRole = 'name' | 'short' | 'alias' | 'second' | 'office' | 'doubtful';
/** A name of another record: 隶属, 前身, 后继, 成员, 分管. */
export type ReferenceRole = 'superior' | 'predecessor' | 'successor' | 'member' | 'charge';
export type MentionRole = NameRole | ReferenceRole;

/** A name where it stands in the registry: in its own record, or in another one that refers to it. */
export interface Mention {
  /** Without padding. */
  readonly text: string;
  /** Of the name alone, without the bracket after it. */
  readonly range: Range;
  readonly role: MentionRole;
  /** What stands in the bracket after it: 出现1次. */
  readonly note?: string;
}

interface Base {
  /** The name on the record's first line. */
  readonly name: string;
  /** All names that the record gives itself, in the order of the text, the first line's name first. */
  readonly names: readonly Mention[];
  /** The names of other records in it, in the order of the text. */
  readonly references: readonly Mention[];
  /** From the record's first line to its last. */
  readonly range: Range;
  /** The file, as the caller called it. */
  readonly source?: string;
  /** The first day of validity, ISO 8601. */
  readonly since?: string;
  /** The last day of validity, ISO 8601. */
  readonly until?: string;
  readonly remark?: string;
}

/** 地区：云溪县（县） */
export interface Place extends Base {
  readonly kind: 'place';
  /** What stands before the names of its units, longest first: 云溪县, 县. */
  readonly prefixes: readonly string[];
}

/** 单位：云溪县发展和改革委员会 */
export interface Unit extends Base {
  readonly kind: 'unit';
}

/** 单位组：县直相关单位 */
export interface Group extends Base {
  readonly kind: 'group';
}

/** 领导：林知远 */
export interface Leader extends Base {
  readonly kind: 'leader';
  /** 职务: 县委常委, 副县长 */
  readonly titles: readonly string[];
}

export type RegistryRecord = Place | Unit | Group | Leader;

export type ProblemCode =
  | 'stray-line'
  | 'field-before-record'
  | 'unknown-key'
  | 'misplaced-key'
  | 'repeated-key'
  | 'missing-name'
  | 'several-names'
  | 'malformed-date'
  | 'date-order'
  | 'defined-twice'
  | 'unresolved-reference'
  | 'ambiguous-reference'
  | 'cycle';

/** What is wrong in a registry. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** Chinese, then ' / ' and English. */
  readonly message: string;
  readonly range: Range;
  readonly source?: string;
  /** What to write in place of the range, where that is certain enough to offer. */
  readonly suggestion?: string;
  /** Found between records, so that it may vanish when registries are put together. */
  readonly between?: true;
}

/** The names that a record gives itself in some role, as written. */
export function namesOf(record: RegistryRecord, role: NameRole): readonly string[] {
  return record.names.filter((mention) => mention.role === role).map((mention) => mention.text);
}

/** The name that notices are expected to print: the first 简称, else the name. */
export function preferredName(record: RegistryRecord): string {
  return record.names.find((mention) => mention.role === 'short')?.text ?? record.name;
}
