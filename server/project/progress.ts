/**
 * The progress of a notice's tasks, in a file beside the notice (X.notice → X.progress.json), whose text stays as it was
 * issued. Entries are kept by what identifies a task and with its text, so that they find it again in an edited notice.
 */
import { identitiesOf } from '../compare/identity.ts';
import type { Notice, Task } from '../model/notice.ts';
import { numberPath, type Report } from '../model/progress.ts';
import type { Words } from '../model/words.ts';
import { placesOf } from './progress-places.ts';

export const PROGRESS_VERSION = 1;

export interface TaskProgress {
  /** 一、（二）3. */
  readonly number: string;
  readonly text: string;
  readonly leads: string;
  /** One from each unit or file. */
  readonly reports: readonly Report[];
}

/** A row that is about no task, or the second one about one. */
export interface Unmatched {
  readonly source: string;
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  readonly why: 'no-task' | 'second-row';
  readonly text: string;
  /** All that stood in it, by header. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Progress {
  /** The title of the notice. */
  readonly notice: string;
  /** By identity, in the notice's order; those whose task is no longer there, last. */
  readonly tasks: ReadonlyMap<string, TaskProgress>;
  readonly unmatched: readonly Unmatched[];
}

export const NO_PROGRESS: Progress = { notice: '', tasks: new Map(), unmatched: [] };

/** What a progress file says, or why it can't be read. */
export function parseProgress(text: string): Progress | Words {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { zh: '内容不是 JSON，可能被改坏了', en: 'it is no JSON' };
  }
  if (!isObject(json) || typeof json.version !== 'number' || !isObject(json.tasks))
    return { zh: '不是进展文件（缺少 version 或 tasks）', en: 'it is no progress file (version or tasks is missing)' };
  if (json.version > PROGRESS_VERSION)
    return {
      zh: `由更新的版本写成（version ${json.version}），请升级 tasknotice`,
      en: `it was written by a newer version (${json.version}); update tasknotice`,
    };
  const tasks = new Map<string, TaskProgress>();
  for (const [identity, entry] of Object.entries(json.tasks)) {
    if (!isObject(entry)) continue;
    const reports = Array.isArray(entry.reports) ? entry.reports.filter(isObject) : [];
    tasks.set(identity, {
      number: String(entry.number ?? ''),
      text: String(entry.text ?? ''),
      leads: String(entry.leads ?? ''),
      reports: reports as readonly Report[],
    });
  }
  const unmatched = (Array.isArray(json.unmatched) ? json.unmatched.filter(isObject) : []) as unknown as Unmatched[];
  return { notice: String(json.notice ?? ''), tasks, unmatched };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function printProgress({ notice, tasks, unmatched }: Progress): string {
  const json = { version: PROGRESS_VERSION, notice, tasks: Object.fromEntries(tasks), unmatched };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/**
 * The same progress for the notice as it is now: entries under the identities of their tasks. Those whose task is gone
 * are kept as they are.
 */
export function settled(progress: Progress, notice: Notice): Progress {
  const identities = identitiesOf(notice);
  const entries = [...progress.tasks];
  const places = placesOf(
    notice,
    entries.map(([identity, { text, leads }]) => ({ identity, text, lead: leads, section: '' })),
  );
  const reports = new Map<number, Report[]>();
  const gone: [string, TaskProgress][] = [];
  entries.forEach(([identity, entry], at) => {
    const place = places[at];
    if (place) reports.set(place.task, [...(reports.get(place.task) ?? []), ...entry.reports]);
    else gone.push([identity, entry]);
  });
  const tasks = new Map<string, TaskProgress>();
  notice.tasks.forEach((task, at) => {
    const own = reports.get(at);
    if (own) tasks.set(identities[at]!, entryOf(task, own));
  });
  for (const [identity, entry] of gone) tasks.set(identity, entry);
  return { ...progress, notice: notice.head.title?.text ?? progress.notice, tasks };
}

export function entryOf(task: Task, reports: readonly Report[]): TaskProgress {
  const leads = task.duty.leadUnits.length ? task.duty.leadUnits : task.duty.units;
  return {
    number: numberPath(task),
    text: task.text,
    leads: leads.map(({ base }) => base).join('、'),
    reports,
  };
}

/** The reports on each task, in the notice's order: what exports fill in. */
export function reportsByTask(progress: Progress, notice: Notice): readonly (readonly Report[])[] {
  const { tasks } = settled(progress, notice);
  return identitiesOf(notice).map((identity) => tasks.get(identity)?.reports ?? []);
}
