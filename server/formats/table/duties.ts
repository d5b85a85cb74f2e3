/** Who answers for a task, as the cells of the table print it. */
import type { Field, Name, Task } from '../../model/notice.ts';

/** One name a line: leaders and lead units. A tail (等相关单位) stays with the name before it. */
export function lines(names: readonly Name[]): string {
  return names.map(printed).join('\n');
}

/**
 * Names run on as the notice parts them: 、 within a kind, ， between kinds. Names that stood in different fields are
 * parted by ；.
 *
 * The list is put together from the names rather than taken from the field, because a field may say more than names
 * (省水利厅等部门分工负责) and a list may be part of a field (列第一位者为牵头单位).
 */
export function runOn(names: readonly Name[], task: Task): string {
  const places = placesOf(task);
  let text = '';
  names.forEach((name, i) => {
    if (i) text += separator(places.get(names[i - 1]!), places.get(name));
    text += printed(name);
  });
  return text;
}

interface Place {
  readonly field: Field;
  readonly index: number;
}

function placesOf(task: Task): ReadonlyMap<Name, Place> {
  const places = new Map<Name, Place>();
  // What a task inherits stands in the fields of its headings.
  const items = [task.item, ...task.sections.map((section) => section.item)];
  for (const item of items) {
    for (const field of item.fields) {
      for (const [index, name] of field.names.entries()) places.set(name, { field, index });
    }
  }
  return places;
}

function separator(before: Place | undefined, after: Place | undefined): string {
  if (!before || !after) return '、';
  if (before.field !== after.field) return '；';
  const between = before.field.separators[after.index - 1]?.trim();
  return before.index === after.index - 1 && between ? between : '、';
}

function printed(name: Name): string {
  return name.text + (name.etc ?? '');
}
