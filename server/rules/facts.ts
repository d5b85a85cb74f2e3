/**
 * What is usual in a notice: which roles its tasks state, under which labels, with which marks. Rules hold a task
 * against it. Equal facts are one object, so a task's findings hold until what is usual changes.
 */
import type { Field, Name, Notice, Role } from '../model/notice.ts';

export interface RoleFacts {
  /** Tasks that state the role, their own or from a heading. */
  readonly tasks: number;
  /** The label that most fields of the role carry, and how many do. */
  readonly label?: string;
  readonly labelled: number;
  /** Fields that carry the usual label. */
  readonly usual: number;
  /** Labels in use, with their counts. */
  readonly labels: Readonly<Record<string, number>>;
}

export interface Facts {
  readonly tasks: number;
  readonly roles: Readonly<Record<Role, RoleFacts>>;
  /** Field lines, and how many of them a 。 closes. */
  readonly fieldLines: number;
  readonly closedFieldLines: number;
  /** Task texts, and how many of them a 。 or the like closes. */
  readonly texts: number;
  readonly closedTexts: number;
  /** Marks between Han characters that are half width, and all such marks. */
  readonly halfWidth: number;
  readonly marks: number;
  /** The date that names are resolved at, ISO 8601. */
  readonly date?: string;
  /** Aliases that the notice defines: 以下简称. From the alias to the name. */
  readonly aliases: Readonly<Record<string, string>>;
}

const ROLES: readonly Role[] = ['leader', 'lead', 'support', 'unit', 'deadline', 'remark'];

let last: { key: string; facts: Facts } | undefined;

/** Gathers the facts of a notice; the same object as last time where nothing in them changed. */
export function factsOf(notice: Notice): Facts {
  const facts = gather(notice);
  const key = JSON.stringify(facts);
  if (last?.key !== key) last = { key, facts };
  return last.facts;
}

function gather(notice: Notice): Facts {
  const count = Object.fromEntries(ROLES.map((role) => [role, { tasks: 0, labels: new Map<string, number>() }]));
  let fieldLines = 0;
  let closedFieldLines = 0;
  let texts = 0;
  let closedTexts = 0;
  const aliases: Record<string, string> = {};
  for (const task of notice.tasks) {
    const { duty } = task;
    if (duty.leaders.length) count.leader!.tasks++;
    if (duty.leadUnits.length) count.lead!.tasks++;
    if (duty.supportUnits.length) count.support!.tasks++;
    if (duty.units.length) count.unit!.tasks++;
    if (duty.deadline) count.deadline!.tasks++;
    if (duty.remark) count.remark!.tasks++;
    if (task.text) {
      texts++;
      if (/[。！？；;.]$/.test(task.text)) closedTexts++;
    }
    for (const field of task.item.fields) {
      if (field.label) {
        const { labels } = count[field.role]!;
        labels.set(field.label.text, (labels.get(field.label.text) ?? 0) + 1);
      }
      if (isFieldLine(field)) {
        fieldLines++;
        if (field.closed) closedFieldLines++;
      }
      for (const name of field.names) if (name.alias) aliases[name.alias] = name.base;
    }
  }
  const { halfWidth, marks } = countMarks(notice.text);
  return {
    tasks: notice.tasks.length,
    roles: Object.fromEntries(ROLES.map((role) => [role, roleFacts(count[role]!)])) as Record<Role, RoleFacts>,
    fieldLines,
    closedFieldLines,
    texts,
    closedTexts,
    halfWidth,
    marks,
    ...(notice.head.date && { date: notice.head.date }),
    aliases,
  };
}

function roleFacts({ tasks, labels }: { tasks: number; labels: ReadonlyMap<string, number> }): RoleFacts {
  const [usual] = [...labels].sort((a, b) => b[1] - a[1]);
  const labelled = [...labels.values()].reduce((sum, n) => sum + n, 0);
  return { tasks, ...(usual && { label: usual[0] }), labelled, usual: usual?.[1] ?? 0, labels: Object.fromEntries(labels) };
}

/** A field on a line of its own that names someone: these close with 。 or they don't, alike in one notice. */
export function isFieldLine(field: Field): boolean {
  return field.shape === 'line' && field.role !== 'remark' && field.value !== '';
}

function countMarks(text: string): { halfWidth: number; marks: number } {
  // Counting a sample is enough to tell a converted page from a slip.
  const sample = text.length > 60_000 ? text.slice(0, 60_000) : text;
  return {
    halfWidth: sample.match(/[\u4e00-\u9fff][,:;](?=[\u4e00-\u9fff])/g)?.length ?? 0,
    marks: sample.match(/[\u4e00-\u9fff][,:;，：；](?=[\u4e00-\u9fff])/g)?.length ?? 0,
  };
}

/** The names of a duty that are units, with the role they stand in. */
export function unitsOf(duty: { leadUnits: readonly Name[]; supportUnits: readonly Name[]; units: readonly Name[] }): readonly Name[] {
  return [...duty.leadUnits, ...duty.supportUnits, ...duty.units];
}
