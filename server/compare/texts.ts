/** What changed in what a task says: its words, its targets, its deadline. */
import type { Deadline } from '../model/deadlines.ts';
import { partOf } from '../model/deadlines.ts';
import { absolute, type Entry, type Notice, type Range, type Task } from '../model/notice.ts';
import type { ReferenceTargets } from '../model/reference-targets.ts';
import { readReferences } from '../model/references.ts';
import type { Ranges, Wording } from './change.ts';
import { formOf } from './form.ts';
import { bareKeyOf } from './likeness.ts';
import { keysOf, type Sentence, type Stretch, sentenceOf, stretchesOf } from './quantities.ts';
import { piecesBetween } from './wording.ts';

/** What a text needs of its notice to be compared. */
export interface Frame {
  readonly notice: Notice;
  readonly targets: ReferenceTargets;
  /** The same in both notices for entries that go together. */
  readonly idOf: (entry: Entry) => string | undefined;
  /** The year of the plan, where the other notice's plan is of another year. */
  readonly year: number | undefined;
  /** How many years the plan lies after that of the earlier notice. */
  readonly ahead: number;
  /** The entry of a task. */
  readonly entryOf: (task: Task) => Entry | undefined;
}

export interface Said {
  readonly changes: readonly Wording[];
  /** The deadline has moved with the year of the plan. */
  readonly withYear: boolean;
}

type One = readonly [frame: Frame, tasks: readonly Task[]];

const UNCHANGED: Said = { changes: [], withYear: false };

/** Most tasks are the same to the letter. */
function isUnchanged([, before]: One, [{ ahead }, after]: One): boolean {
  if (ahead || before.length !== 1 || after.length !== 1) return false;
  const [a, b] = [before[0]!, after[0]!];
  return (
    a.text === b.text &&
    a.duty.deadline === b.duty.deadline &&
    a.deadline?.due === b.deadline?.due &&
    a.deadline?.kind === b.deadline?.kind &&
    a.deadline?.text === b.deadline?.text
  );
}

/** Several tasks where one was split or merged. */
export function textChanges(before: One, after: One): Said {
  if (isUnchanged(before, after)) return UNCHANGED;
  const changes: Wording[] = [];
  const [from, to] = [before, after].map(([, tasks]) => joined(tasks)) as [string, string];
  const whole = before[1].length === 1 && after[1].length === 1;
  const ranges = rangesOf(before, after, textRange);
  let spoken = false;
  const same = whole ? formOf(from) === formOf(to) : bareKeyOf(from) === bareKeyOf(to) || sorted(from) === sorted(to);
  if (!same) {
    const [a, b] = [sentence(before, from), sentence(after, to)];
    const pieces = piecesBetween(from, to);
    const targets = keysOf(a, 'quantity') !== keysOf(b, 'quantity') || (a.words === b.words && moved(a, b));
    spoken = keysOf(a, 'deadline') !== keysOf(b, 'deadline');
    const words = a.words !== b.words || ['year', 'reference'].some((kind) => keysOf(a, kind) !== keysOf(b, kind));
    // 6月底前 for 6月30日前 is another word for the same day.
    const respoken = !targets && !words && !spoken && !after[0].ahead && spokenIn(before) !== spokenIn(after);
    if (targets) changes.push({ kind: 'target', pieces, ...ranges });
    if (words || respoken) changes.push({ kind: 'text', pieces, ...ranges });
  }
  const { change, withYear } = deadlineChange(before, after, spoken);
  return { changes: change ? [change, ...changes] : changes, withYear };
}

function joined(tasks: readonly Task[]): string {
  return tasks.map(({ text }) => text.replace(/[，；;,]$/, '')).join('');
}

/** The clauses of a text in any order: what was split may be put together in another. */
function sorted(text: string): string {
  return text
    .split(/[，；。,;.]/)
    .map(bareKeyOf)
    .filter(Boolean)
    .sort()
    .join('|');
}

function sentence([frame, tasks]: One, text: string): Sentence {
  const form = formOf(text);
  const spoken = tasks.flatMap((task) => task.spoken).map((one) => ({ text: one.text, key: deadlineKey(one, frame) }));
  const known: Stretch[] = [
    ...stretchesOf(form, spoken, 'deadline'),
    ...references(frame, tasks[0]!, form),
    ...yearsIn(form, frame),
  ];
  return sentenceOf(
    form,
    known.filter((one, index) => !known.slice(0, index).some((two) => two.start < one.end && one.start < two.end)),
  );
}

/** 第3项 that has become 第4项 with what it names is the same reference. */
function references({ targets, idOf, entryOf }: Frame, task: Task, text: string): Stretch[] {
  const within = entryOf(task);
  return readReferences(text, 0).flatMap((reference): Stretch[] => {
    const [target, ...more] = targets.find({ reference, within, part: task.part }) ?? [];
    if (!target || more.length) return [];
    const ids = [...target.path, ...(target.to ? [target.to] : [])].map(idOf);
    if (ids.includes(undefined)) return [];
    return [{ ...reference.range, key: ids.join(), kind: 'reference' }];
  });
}

/** The year of the plan, and those counted from it: 2025年 in the plan of 2025 is 2026年 in that of 2026. */
function yearsIn(text: string, { year }: Frame): Stretch[] {
  if (year === undefined) return [];
  return [...text.matchAll(/(?<!\d)20\d{2}(?=年)/g)].flatMap((match): Stretch[] =>
    Number(match[0]) === year ? [{ start: match.index, end: match.index + 4, key: 'plan', kind: 'year' }] : [],
  );
}

/** The same quantities in the same words, but not of the same things. */
function moved(a: Sentence, b: Sentence): boolean {
  const inOrder = ({ stretches }: Sentence): string =>
    stretches.map(({ kind, key }) => (kind === 'quantity' ? key : '')).join('|');
  return inOrder(a) !== inOrder(b);
}

function deadlineKey(deadline: Deadline, { ahead }: Frame): string {
  const { kind, due, from, text, every } = deadline;
  if (due) return [kind, from && back(from, ahead), back(due, ahead)].join(' ');
  return every ? JSON.stringify(every) : formOf(text);
}

/** The day so many years before. */
function back(iso: string, years: number): string {
  return years ? `${Number(iso.slice(0, 4)) - years}${iso.slice(4).replace('02-29', '02-28')}` : iso;
}

function stagesOf([frame, tasks]: One): { key: string; text: string; due: string | undefined } {
  const all = tasks.flatMap(({ deadline, stages }) => (stages.length > 1 ? stages : deadline ? [deadline] : []));
  const texts = tasks.map(({ duty, deadline }) => duty.deadline ?? deadline?.text ?? '');
  const binding = tasks.map(({ deadline }) => deadline).find((deadline) => deadline?.due);
  return {
    key: [...new Set(all.map((one) => deadlineKey(one, frame)))].join('|'),
    text: [...new Set(texts)].join('、'),
    due: binding?.due,
  };
}

function deadlineChange(before: One, after: One, spoken: boolean): { change?: Wording; withYear: boolean } {
  const [a, b] = [stagesOf(before), stagesOf(after)];
  const { ahead } = after[0];
  const withoutYear = (text: string): string => (ahead ? formOf(text).replace(/20\d{2}/g, '') : formOf(text));
  const differs = a.key !== b.key || withoutYear(a.text) !== withoutYear(b.text);
  if (!differs && !spoken) return { withYear: ahead !== 0 && a.due !== b.due };
  const said = differs ? ([a.text, b.text] as const) : ([spokenIn(before), spokenIn(after)] as const);
  const due = { ...(a.due && { before: a.due }), ...(b.due && { after: b.due }) };
  const change: Wording = {
    kind: 'deadline',
    pieces: piecesBetween(...said),
    ...rangesOf(before, after, deadlineRange),
    ...(differs && { due }),
  };
  return { change, withYear: false };
}

/** What the text says of when. */
function spokenIn([, tasks]: One): string {
  return tasks.flatMap((task) => task.spoken.map(({ text }) => formOf(text))).join('、');
}

function rangesOf(before: One, after: One, rangeOf: (one: One) => Range | undefined): Ranges {
  const [a, b] = [rangeOf(before), rangeOf(after)];
  return { ...(a && { before: a }), ...(b && { after: b }) };
}

export function textRange([{ notice }, tasks]: One): Range | undefined {
  const [first, last] = [tasks[0], tasks.at(-1)];
  if (!first || !last) return undefined;
  const from = notice.items[first.from] ?? first.item;
  return {
    start: absolute(notice, first.from, from.textRange).start,
    end: absolute(notice, last.part, last.item.textRange).end,
  };
}

function deadlineRange([{ notice }, tasks]: One): Range | undefined {
  const task = tasks.find(({ deadline }) => deadline && deadline.source !== 'default');
  return task?.deadline && absolute(notice, partOf(task, task.deadline), task.deadline.range);
}
