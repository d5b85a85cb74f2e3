/** What the notice says as JSON, task by task, for programs. */
import { dueOf } from '../../model/deadlines.ts';
import type { Name, Notice, Task } from '../../model/notice.ts';
import { oneFile, type Write } from '../format.ts';

export const writeJson: Write = async (notice) => {
  const { head } = notice;
  const starts = notice.tasks.map((task) => firstCharacter(notice, task));
  const ends = notice.tasks.map((task) => Math.max((notice.starts[task.part] ?? 0) + task.item.end - 1, 0));
  const lineAt = lineNumbers(notice.text, [...starts, ...ends]);
  const data = {
    notice: {
      title: head.title?.text ?? null,
      issuer: head.issuer?.text ?? null,
      number: head.number?.text ?? null,
      date: head.date ?? null,
      recipients: texts(head.recipients),
    },
    tasks: notice.tasks.map((task, i) => ({
      n: task.n,
      numberPath: numberPath(task),
      sectionTitles: task.sections.map((section) => section.item.text),
      text: task.text,
      leaders: texts(task.duty.leaders),
      leadUnits: texts(task.duty.leadUnits),
      supportUnits: texts(task.duty.supportUnits),
      units: texts(task.duty.units),
      deadline: task.duty.deadline ?? null,
      due: dueOf(task) ?? null,
      line: lineAt.get(starts[i]!)!,
      endLine: lineAt.get(ends[i]!)!,
    })),
  };
  return oneFile(`${JSON.stringify(data, null, 2)}\n`);
};

function texts(names: readonly Name[]): string[] {
  return names.map((name) => name.text);
}

/** The bare numerals from the outermost heading inwards; null where neither the task nor a heading is numbered. */
function numberPath(task: Task): string[] | null {
  const numbers = [...task.sections.map((section) => section.number), task.number];
  const numerals = numbers.flatMap((number) => (number ? [number.numeral] : []));
  return numerals.length ? numerals : null;
}

function firstCharacter(notice: Notice, task: Task): number {
  let at = notice.starts[task.from] ?? 0;
  while (at < notice.text.length && /\s/.test(notice.text[at]!)) at++;
  return at;
}

/** The lines, from 1, of offsets in the text, in one pass over it. Lines end at \n, \r\n or \r. */
function lineNumbers(text: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  let line = 1;
  let at = 0;
  for (const offset of offsets.toSorted((a, b) => a - b)) {
    for (; at < offset; at++) {
      if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line++;
    }
    lines.set(offset, line);
  }
  return lines;
}
