/**
 * What a notice says, as plain values. Names are as printed; what they resolve to is the registry's answer.
 *
 * Ranges are UTF-16 offsets {start, end}. Those of an item, a field or a name are relative to the start of the part
 * that they stand in, so that a part keeps its meaning when text before it changes; `absolute()` makes them absolute.
 */
import type { Style } from '../syntax/numbers.ts';
import type { Role } from '../syntax/roles.ts';

import type { Deadline, Period } from './deadlines.ts';
import type { Marker } from './markers.ts';
import type { Phrase } from './phrases.ts';
import type { Table } from './table.ts';

export type { ColumnRole, Table, TableCell, TableColumn, TableRow } from './table.ts';
export type { Deadline, Marker, Period, Role };

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One name of a list, as printed without padding: 市财政局（国资委）. */
export interface Name {
  readonly text: string;
  readonly range: Range;
  /** The name before its brackets: 市财政局. */
  readonly base: string;
  /** Second names and inner offices in its brackets: 国资委. */
  readonly second: readonly string[];
  /** 高新区管委会 in X管委会（以下简称高新区管委会）. */
  readonly alias?: string;
  /** The name refers to a list in an annex: （见附件）. */
  readonly annex: boolean;
  /** The name stands for many units: 各乡镇街道, 市直相关单位, X成员单位. */
  readonly group: boolean;
  /** 等 and its tail where one follows the name: 等, 等相关单位. */
  readonly etc?: string;
}

export interface Label {
  readonly text: string;
  readonly range: Range;
}

/** One statement of responsibility, whichever of its shapes it was printed in. */
export interface Field {
  /** Of its line: 3.牵头单位：…. It counts in a row with those of other fields and entries. */
  readonly number?: NumberLabel;
  readonly role: Role;
  readonly label?: Label;
  /** What stands after the label, without its closing 。; line breaks inside are gone. */
  readonly value: string;
  readonly valueRange: Range;
  readonly range: Range;
  readonly names: readonly Name[];
  /** The separators between the names, in order. */
  readonly separators: readonly string[];
  /** A field on a line of its own, in a bracket, or prose without a label. */
  readonly shape: 'line' | 'bracket' | 'prose';
  /** A 。 closes the line. */
  readonly closed: boolean;
  /** 总牵头: holds for the tasks below as well. */
  readonly overall: boolean;
}

export interface NumberLabel {
  /** As printed: （一） */
  readonly text: string;
  readonly range: Range;
  readonly style: Style;
  readonly value: number;
  /** The bare numeral as printed: 一, 17 */
  readonly numeral: string;
  /** The marks around the numeral: （） for （一）, . for 1. */
  readonly marks: string;
}

/** A place where a line break cuts a field or a sentence. */
export interface Cut {
  readonly range: Range;
  readonly inField: boolean;
}

/** Who answers for a task and by when, with what its headings pass on. */
export interface Duty {
  readonly leaders: readonly Name[];
  readonly leadUnits: readonly Name[];
  readonly supportUnits: readonly Name[];
  readonly units: readonly Name[];
  readonly deadline?: string;
  readonly remark?: string;
  /** Roles that come from a heading and not from the task's own text. */
  readonly inherited: readonly Role[];
}

/** What one part says, read without looking at any other part. */
export interface Item {
  readonly number?: NumberLabel;
  readonly text: string;
  readonly textRange: Range;
  readonly fields: readonly Field[];
  /** What the fields say together; a task has this, with what its headings pass on. */
  readonly duty: Duty;
  /** What its fields say of when it is due, and what its text says; the year may be missing. */
  readonly deadlines: readonly Phrase[];
  readonly spoken: readonly Phrase[];
  /** Says who answers for something. */
  readonly bears: boolean;
  readonly cuts: readonly Cut[];
  /** What the line marks, where it is one that opens or closes something. */
  readonly marker?: Marker;
  /** States the rule 列第一位者为牵头单位，下同. */
  readonly firstIsLead: boolean;
  /** The last character of the item that is not blank. */
  readonly end: number;
}

export type Zone = 'head' | 'letter' | 'plan' | 'annex' | 'table' | 'tail';

/** A heading or a task in its place. */
export interface Entry {
  readonly part: number;
  readonly item: Item;
  readonly number?: NumberLabel | undefined;
  /** The item's text, with the paragraphs before it that belong to it. */
  readonly text: string;
  /** The part in which the text begins; mostly its own. */
  readonly from: number;
  /** 0 for the outermost level in use. */
  readonly level: number;
  readonly parent?: Entry | undefined;
  readonly children: Entry[];
  /** What its fields answer for, where their numbers and those of entries are one row: 2.工作措施：… 3.牵头单位：…. */
  readonly points?: Points | undefined;
  readonly zone: Zone;
  /** The numbering starts anew where this differs: letter, plan, each annex. */
  readonly context: number;
  task?: Task | undefined;
}

/** （一）打造品牌 with 1.工作目标：… 2.工作措施：… 3.牵头单位：… below it: what is to be done is said in several entries. */
export interface Points {
  /** The heading; undefined where nothing stands above. */
  readonly under: Entry | undefined;
  /** The part in which the first of them begins. */
  readonly from: number;
  readonly text: string;
}

export interface Task {
  /** From 1, in the order of the text. */
  readonly n: number;
  readonly part: number;
  /** The part in which its text begins; mostly its own. */
  readonly from: number;
  readonly item: Item;
  readonly number?: NumberLabel | undefined;
  /** The headings above, outermost first. */
  readonly sections: readonly Entry[];
  readonly text: string;
  readonly duty: Duty;
  /** What binds: of its own field, of a heading, or of all tasks. Of several stages the last. */
  readonly deadline?: Deadline;
  /** All that its own fields say, in order; mostly one. */
  readonly stages: readonly Deadline[];
  /** What the heading above says, also where the task says its own. */
  readonly above?: Deadline;
  /** What its text says: 6月底前完成…. */
  readonly spoken: readonly Deadline[];
}

/** A printed element of the notice's head or tail, with its absolute range. */
export interface Element {
  readonly text: string;
  readonly range: Range;
}

export interface Annex {
  readonly title: string;
  /** The index of the part that opens the annex. */
  readonly part: number;
  readonly lists: readonly AnnexList[];
}

/** A list of members in an annex: 一、X领导小组成员名单, and the names below it. */
export interface AnnexList {
  readonly title: string;
  readonly members: readonly Name[];
  readonly part: number;
}

export interface Head {
  readonly title?: Element;
  readonly issuer?: Element;
  readonly number?: Element;
  readonly recipients: readonly Name[];
  /** ISO 8601: 2026-02-10 */
  readonly date?: string;
  readonly dateRange?: Range;
}

/** One setting of the front matter: 名册：云溪县.registry */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly range: Range;
}

/** A line that does not print: // 待核. It may stand between the lines of a task. */
export interface Comment {
  readonly part: number;
  /** Without its marks. */
  readonly text: string;
  /** Of the whole line, relative to the part. */
  readonly range: Range;
}

export interface Notice {
  readonly text: string;
  readonly settings: readonly Setting[];
  readonly comments: readonly Comment[];
  readonly head: Head;
  /** What each part says; undefined for blanks, comments and the front matter. */
  readonly items: readonly (Item | undefined)[];
  /** The offset at which each part starts. */
  readonly starts: ArrayLike<number>;
  readonly zones: readonly Zone[];
  /** Headings and tasks, outermost. */
  readonly outline: readonly Entry[];
  /** All headings and tasks in the order of the text. */
  readonly entries: readonly Entry[];
  readonly tasks: readonly Task[];
  readonly annexes: readonly Annex[];
  /** Tables of tasks in the text. What stands in them is no task of its own. */
  readonly tables: readonly Table[];
  /** The time that the plan is for: 2026年. */
  readonly plan?: Period;
  /** What holds for tasks that say nothing of when they are due. */
  readonly deadline?: Deadline;
  /** 列第一位者为牵头单位，下同 */
  readonly firstIsLead: boolean;
}

/** The absolute range of what stands in a part. */
export function absolute(notice: Notice, part: number, range: Range): Range {
  const start = notice.starts[part] ?? 0;
  return { start: start + range.start, end: start + range.end };
}
