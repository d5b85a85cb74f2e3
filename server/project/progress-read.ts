/** Puts what a ledger brought back into the progress of a notice. Nothing that was filled in is lost. */
import { identitiesOf } from '../compare/identity.ts';
import { bareKeyOf } from '../compare/likeness.ts';
import type { Returned, ReturnedRow } from '../imports/ledger.ts';
import type { Notice } from '../model/notice.ts';
import { REPORT_COLUMNS, type Report, says } from '../model/progress.ts';
import type { Words } from '../model/words.ts';
import { entryOf, type Progress, settled, type TaskProgress, type Unmatched } from './progress.ts';
import { placesOf } from './progress-places.ts';

export interface ReadRemark {
  /** no-task, second-row, differ: a person has to look. reworded, astray, other-notice: to know. */
  readonly kind: 'no-task' | 'second-row' | 'differ' | 'reworded' | 'astray' | 'other-notice';
  readonly words: Words;
  /** From 1; 0 where it is about the whole file. */
  readonly row: number;
}

/** What has to be looked at by a person. */
export const TROUBLES: ReadonlySet<ReadRemark['kind']> = new Set(['no-task', 'second-row', 'differ']);

export interface Outcome {
  readonly progress: Progress;
  /** Tasks that something was filled in for. */
  readonly reported: number;
  /** Rows of tasks that nothing was filled in for. */
  readonly blank: number;
  readonly remarks: readonly ReadRemark[];
}

/** @param source the name of the file, as a person knows it */
export function readInto(before: Progress, notice: Notice, returned: Returned, source: string): Outcome {
  const progress = settled(before, notice);
  const identities = identitiesOf(notice);
  const places = placesOf(
    notice,
    returned.rows.map(({ identity, text, lead, section }) => {
      const sent = identity === undefined ? undefined : returned.sent.get(identity);
      return { identity, text, lead, section, sent };
    }),
  );
  const remarks: ReadRemark[] = otherNotice(returned, notice, source);
  const tasks = new Map(progress.tasks);
  const unmatched = progress.unmatched.filter((row) => row.source !== source);
  const kept = new Map<number, ReturnedRow>();
  const strays: number[] = [];
  const reworded: number[] = [];
  let blank = 0;
  const lose = (row: ReturnedRow, why: Unmatched['why']): void => {
    unmatched.push({ source, sheet: row.sheet, row: row.row, why, text: row.text, cells: row.cells });
    remarks.push({ kind: why, row: row.row, words: why === 'no-task' ? noTask(row, source) : secondRow(row, source) });
  };
  const order = places.map((place, at) => ({ place, row: returned.rows[at]! }));
  // Where two rows are about one task, the one that says more than nothing, then the one that bears its identity.
  order.sort((a, b) => said(b.row) - said(a.row) || rank(a.place?.by) - rank(b.place?.by) || a.row.row - b.row.row);
  for (const { place, row } of order) {
    if (!place) {
      lose(row, 'no-task');
      continue;
    }
    const first = kept.get(place.task);
    if (first) {
      if (said(row) && !isSame(row.report, first.report)) lose(row, 'second-row');
      continue;
    }
    kept.set(place.task, row);
    if (place.astray) strays.push(row.row);
    if (!says(row.report)) blank++;
    if (!said(row)) continue;
    const task = notice.tasks[place.task]!;
    const report = reportFrom(row, returned, source, task.text);
    if (report.wording) reworded.push(row.row);
    const identity = identities[place.task]!;
    const entry = tasks.get(identity) ?? entryOf(task, []);
    const reports = [...entry.reports.filter((other) => !isOfSameHand(other, report)), report];
    tasks.set(identity, { ...entry, reports });
    const differing = differ(reports, report);
    if (differing) remarks.push({ kind: 'differ', row: row.row, words: differs(entry, report, differing) });
  }
  const ordered = new Map<string, TaskProgress>();
  for (const identity of identities) if (tasks.has(identity)) ordered.set(identity, tasks.get(identity)!);
  for (const [identity, entry] of tasks) if (!ordered.has(identity)) ordered.set(identity, entry);
  unmatched.sort((a, b) => (a.source === b.source ? a.row - b.row : 0));
  const reported = [...kept.values()].filter(({ report }) => says(report)).length;
  if (strays.length) remarks.push({ kind: 'astray', row: 0, words: astrayRows(strays, source) });
  if (reworded.length) remarks.push({ kind: 'reworded', row: 0, words: rewordedRows(reworded, source) });
  return { progress: { ...progress, tasks: ordered, unmatched }, reported, blank, remarks: inOrder(remarks) };
}

const KINDS: readonly ReadRemark['kind'][] = ['other-notice', 'no-task', 'second-row', 'differ', 'astray', 'reworded'];

function inOrder(remarks: readonly ReadRemark[]): ReadRemark[] {
  return [...remarks].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.row - b.row);
}

function rank(by: 'identity' | 'text' | 'likeness' | undefined): number {
  return by === 'identity' ? 0 : by === 'text' ? 1 : 2;
}

function said({ report }: ReturnedRow): number {
  return Object.keys(report).length ? 1 : 0;
}

function isSame(one: Report, other: Report): boolean {
  const printed = (report: Report) => JSON.stringify(Object.entries(report).sort(([a], [b]) => (a < b ? -1 : 1)));
  return printed(one) === printed(other);
}

/** @param text of the task as the notice has it now */
function reportFrom(row: ReturnedRow, { only, sent }: Returned, source: string, text: string): Report {
  // Where the notice was edited since, the unit still has the text that went out.
  const known = [text, sent.get(row.identity ?? '')?.text ?? ''].map(bareKeyOf);
  const changed = row.text !== '' && !known.includes(bareKeyOf(row.text));
  return { ...(only && { unit: only }), source, row: row.row, ...row.report, ...(changed && { wording: row.text }) };
}

/** A unit's later report takes the place of its earlier one; so does that of a file that says no unit. */
function isOfSameHand(one: Report, other: Report): boolean {
  return one.unit !== undefined || other.unit !== undefined ? one.unit === other.unit : one.source === other.source;
}

/** The other report whose state is another one. */
function differ(reports: readonly Report[], report: Report): Report | undefined {
  return reports.find((other) => other !== report && other.state && report.state && other.state !== report.state);
}

const by = ({ unit, source }: Report): string => unit ?? source ?? '';

function otherNotice({ notice: title, rows }: Returned, { head }: Notice, source: string): ReadRemark[] {
  const own = head.title?.text ?? '';
  if (!title || !own || title === own || !rows.length) return [];
  return [
    {
      kind: 'other-notice',
      row: 0,
      words: {
        zh: `“${source}”是按《${title}》发出的，与这份通知的标题不同；已按任务内容对应，请核对是不是同一份通知`,
        en: `"${source}" was made of "${title}", which is not this notice's title; its rows were matched by what they say`,
      },
    },
  ];
}

const place = ({ sheet, row }: ReturnedRow, source: string): Words => ({
  zh: `“${source}”${sheet === '台账' ? '' : `工作表“${sheet}”`}第${row}行`,
  en: `"${source}"${sheet === '台账' ? '' : `, sheet "${sheet}"`}, row ${row}`,
});

function noTask(row: ReturnedRow, source: string): Words {
  const { zh, en } = place(row, source);
  const filled = contents(row);
  return {
    zh: `${zh}在通知里没有对应的任务：${filled}。内容已留在进展文件的 unmatched 里；若是某项任务的进展，请把它填到那一行再读一次`,
    en: `${en} is about no task of the notice: ${filled}. It is kept under "unmatched"; if it is a report on a task, put it into that task's row and read again`,
  };
}

function secondRow(row: ReturnedRow, source: string): Words {
  const { zh, en } = place(row, source);
  const filled = contents(row);
  return {
    zh: `${zh}与前面一行说的是同一项任务，两行填的不一样：${filled}。已采用前一行，这一行留在 unmatched 里；请并成一行再读一次`,
    en: `${en} is about the same task as another row, and says something else: ${filled}. The other one counts; this is kept under "unmatched"`,
  };
}

function astrayRows(rows: readonly number[], source: string): Words {
  const list = listed(rows);
  return {
    zh: `“${source}”第${list.zh}行的隐藏标识是别的任务的（排序时没有一起移动），已按任务文字对应`,
    en: `"${source}": the hidden identities of rows ${list.en} are those of other tasks; the rows were matched by their texts`,
  };
}

function rewordedRows(rows: readonly number[], source: string): Words {
  const list = listed(rows);
  return {
    zh: `“${source}”第${list.zh}行改动了任务文字，进展照样对应，通知没有改动；改后的文字记在进展文件的 wording 里`,
    en: `"${source}": rows ${list.en} have the task's text changed; they were matched, and the notice was left as it is`,
  };
}

const MOST_LISTED = 12;

function listed(rows: readonly number[]): Words {
  const shown = [...rows].sort((a, b) => a - b).slice(0, MOST_LISTED);
  const more = rows.length > shown.length;
  return {
    zh: `${shown.join('、')}${more ? `等${rows.length}` : ''}`,
    en: `${shown.join(', ')}${more ? ` (${rows.length} in all)` : ''}`,
  };
}

function differs({ number, text }: TaskProgress, one: Report, other: Report): Words {
  return {
    zh: `“${number}${clipped(text)}”两处说法不一：${by(other)}填“${other.state}”，${by(one)}填“${one.state}”；两份都已保留，请核实`,
    en: `"${number}${clipped(text)}": ${by(other)} says ${other.state}, ${by(one)} says ${one.state}; both are kept`,
  };
}

/** What was filled in, and of which task; all that the row holds where nothing was. */
function contents({ text, report, cells }: ReturnedRow): string {
  const filled: [string, string][] = REPORT_COLUMNS.flatMap(({ field, title }) =>
    report[field] === undefined ? [] : [[title, String(report[field])]],
  );
  const shown: readonly (readonly [string, string])[] =
    says(report) && text
      ? [['主要任务', text], ...filled, ...Object.entries(report.others ?? {})]
      : Object.entries(cells);
  return shown.map(([header, words]) => `${header}“${clipped(words)}”`).join('、');
}

const LONGEST_QUOTE = 40;

function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const characters = [...line];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : line;
}
