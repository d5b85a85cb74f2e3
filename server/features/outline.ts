/** The outline of a notice: headings and tasks in their order, with the units that lead. */
import { absolute, type Entry, type Notice } from '../model/notice.ts';
import type { OutlineNode } from '../protocol.ts';
import type { Lines } from '../syntax/lines.ts';

export type { OutlineNode };

export function outlineOf(notice: Notice, lines: Lines): OutlineNode[] {
  const node = (entry: Entry): OutlineNode => ({
    number: entry.number?.text ?? null,
    title: entry.item.text,
    kind: entry.task ? 'task' : 'section',
    leadUnits: (entry.task ? leadsOf(entry.task.duty) : []).map((name) => name.text),
    line: lines.at(absolute(notice, entry.part, { start: 0, end: 0 }).start).line,
    children: entry.children.map(node),
  });
  return notice.outline.filter((entry) => entry.zone === 'plan').map(node);
}

/** Who answers first: the lead units, else those that are responsible. */
export function leadsOf<T>(duty: { readonly leadUnits: readonly T[]; readonly units: readonly T[] }): readonly T[] {
  return duty.leadUnits.length ? duty.leadUnits : duty.units;
}
