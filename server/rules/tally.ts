/**
 * Counts over a notice's tasks: labels, unit names, closing marks. They are kept from one edit to the next, and only
 * what the edit touched is counted again: at ten thousand tasks counting all of them is what one would wait for.
 */
import type { Field, Item, Role } from '../model/notice.ts';
import { roleOfLabel } from '../syntax/labels.ts';
import { statementsOf } from './duties/statements.ts';
import { asListed, repeatingIn } from './elision.ts';

export interface Alias {
  readonly alias: string;
  readonly name: string;
}

/** What one item adds to the counts. */
export interface Share {
  readonly labels: readonly { readonly role: Role; readonly text: string }[];
  readonly units: readonly { readonly text: string; readonly completed?: string }[];
  /** Names that say the character of the place after another one of their list has said it. */
  readonly repeating: number;
  /** A lead unit and responsible units are named; a lead unit is named among these again. */
  readonly leadAndUnits: number;
  readonly leadInUnits: number;
  readonly lines: number;
  readonly closedLines: number;
  readonly texts: number;
  readonly closedTexts: number;
  readonly aliases: readonly Alias[];
  readonly annexNote: boolean;
}

/**
 * What an item adds to the counts.
 *
 * @param text of its part
 */
export function shareOf(item: Item, text: string): Share {
  const lines = item.fields.filter(isFieldLine);
  const lists = item.fields.filter(isUnitField).map((field) => field.names);
  const closed = isClosed(item.text);
  return {
    labels: item.fields.flatMap(({ role, label }) =>
      label && saysRole(label.text, role) ? { role, text: label.text } : [],
    ),
    units: lists
      .flatMap(asListed)
      .filter(({ name }) => !name.group)
      .map(({ name: { text }, completed }) => ({ text, ...(completed && { completed }) })),
    repeating: lists.reduce((sum, names) => sum + repeatingIn(names), 0),
    ...leadInUnits(item, text),
    lines: lines.length,
    closedLines: lines.filter((field) => field.closed).length,
    texts: item.text ? 1 : 0,
    closedTexts: item.text && closed ? 1 : 0,
    aliases: [...namedAliases(item), ...spokenAliases(item.text)],
    annexNote: ANNEX_NOTE.test(item.text) || item.text === '附件',
  };
}

/** Counts by a key; none is zero. */
type Counts = Map<string, number>;

/** The counts of one notice, brought up to date by `count`. Which edits led to it makes no difference. */
export class Tally {
  readonly labels: ReadonlyMap<Role, Counts> = new Map(ROLES.map((role) => [role, new Map()]));
  /** Unit names as printed, groups aside. */
  readonly units: Counts = new Map();
  /** Unit names that a list leaves the beginning of out: as printed, a line break, and in full. */
  readonly elided: Counts = new Map();
  /** Grows when a unit name is added or goes. */
  unitsVersion = 0;
  #elided = 0;
  #repeating = 0;
  leadAndUnits = 0;
  leadInUnits = 0;
  lines = 0;
  closedLines = 0;
  texts = 0;
  closedTexts = 0;
  #tasks: readonly Share[] = [];

  /**
   * Counts the tasks of a notice. Fast where they differ from the last ones in one place.
   *
   * @param tasks what each task adds; the same object where the task is the same
   */
  count(tasks: readonly Share[]): void {
    const kept = unchanged(this.#tasks, tasks);
    const gone = this.#tasks.slice(kept.start, this.#tasks.length - kept.end);
    const come = tasks.slice(kept.start, tasks.length - kept.end);
    for (const share of gone) this.#add(share, -1);
    for (const share of come) this.#add(share, 1);
    if (JSON.stringify(gone.map(({ units }) => units)) !== JSON.stringify(come.map(({ units }) => units)))
      this.unitsVersion++;
    this.#tasks = tasks;
  }

  /** Lists leave out what was said; where they say it every time, a name without it is a slip. */
  get elides(): boolean {
    return this.#elided * 4 > this.#repeating;
  }

  #add(share: Share, times: number): void {
    for (const { role, text } of share.labels) add(this.labels.get(role)!, text, times);
    for (const { text, completed } of share.units)
      add(completed ? this.elided : this.units, completed ? `${text}\n${completed}` : text, times);
    this.#elided += times * share.units.filter(({ completed }) => completed).length;
    this.#repeating += times * share.repeating;
    this.leadAndUnits += times * share.leadAndUnits;
    this.leadInUnits += times * share.leadInUnits;
    this.lines += times * share.lines;
    this.closedLines += times * share.closedLines;
    this.texts += times * share.texts;
    this.closedTexts += times * share.closedTexts;
  }
}

export const ROLES: readonly Role[] = ['leader', 'lead', 'support', 'unit', 'deadline', 'remark'];

function add(counts: Counts, key: string, times: number): void {
  const count = (counts.get(key) ?? 0) + times;
  if (count) counts.set(key, count);
  else counts.delete(key);
}

/** How many values at the start and at the end of two lists are the same. */
export function unchanged<T>(before: readonly T[], after: readonly T[]): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end };
}

function leadInUnits(item: Item, text: string): { leadAndUnits: number; leadInUnits: number } {
  let [leadAndUnits, leadInUnits] = [0, 0];
  for (const fields of statementsOf(item, text)) {
    const named = (role: Role): string[] =>
      fields.filter((field) => field.role === role).flatMap(({ names }) => names.map(({ base }) => base));
    const [lead, units] = [named('lead'), named('unit')];
    if (!lead.length || !units.length) continue;
    leadAndUnits = 1;
    if (lead.some((name) => units.includes(name))) leadInUnits = 1;
  }
  return { leadAndUnits, leadInUnits };
}

function namedAliases({ fields }: Item): Alias[] {
  return fields.flatMap(({ names }) => names.flatMap(({ alias, base }) => (alias ? { alias, name: base } : [])));
}

/** 安泽高新技术产业开发区管委会（以下简称“高新区管委会”） in running text. */
const SPOKEN_ALIAS =
  /([\u4e00-\u9fff]{4,40})[（(](?:以下|下文)?(?:统称|均?简称)为?[：:]?[“"]?([\u4e00-\u9fff]{2,20})[”"]?[）)]/g;
/** 附件：1.任务分解表, or the file as a page offers it. */
const ANNEX_NOTE = /^附\s*件\s*\d{0,2}\s*[：:.、]\s*\S|\.(?:docx?|xlsx?|pdf|wps|ofd|et|zip|rar)$/i;

function spokenAliases(text: string): Alias[] {
  if (!text.includes('称')) return [];
  return [...text.matchAll(SPOKEN_ALIAS)].map(([, name, alias]) => ({ alias: alias!, name: name! }));
}

/** A field on a line of its own that names someone: these close with 。 or they don't, alike in one notice. */
export function isFieldLine(field: Field): boolean {
  return field.shape === 'line' && field.role !== 'remark' && field.value !== '';
}

/** A field that names units. */
export function isUnitField({ role }: Pick<Field, 'role'>): boolean {
  return role === 'lead' || role === 'support' || role === 'unit';
}

/** Whether a label means the role, or is one that only the office's own vocabulary knows. */
export function saysRole(label: string, role: Role): boolean {
  return (roleOfLabel(label) ?? role) === role;
}

/** Whether a mark that ends a sentence closes a text, a quotation mark or bracket after it aside. */
export function isClosed(text: string): boolean {
  return /[。！？；;…：:.][”’）)》】]*$/.test(text);
}
