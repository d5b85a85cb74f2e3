/** Makes the notices of these tests from what they should say, without a parser: a format is tested for itself. */
import type { Duty, Entry, Field, Item, Name, Notice, NumberLabel, Role, Task } from '../../server/model/notice.ts';
import { parseNumber } from '../../server/syntax/numbers.ts';

export interface Block {
  /** As printed, number included: 一、做强产业, 1.粮食产量稳定在3亿斤以上。 */
  readonly text: string;
  /** Labels and values; a block that has some is a task, unless they are `overall`. */
  readonly fields?: readonly (readonly [Role, string, string])[];
  /** The fields of a heading that its tasks inherit. */
  readonly overall?: boolean;
  readonly deadline?: string;
  readonly remark?: string;
  readonly below?: readonly Block[];
}

export interface Spec {
  readonly title?: string;
  readonly issuer?: string;
  readonly number?: string;
  readonly date?: string;
  readonly recipients?: readonly string[];
  /** A paragraph before the tasks. */
  readonly paragraph?: string;
  readonly annex?: string;
  readonly blocks: readonly Block[];
  readonly newline?: string;
}

const NONE = { start: 0, end: 0 };
const NO_DUTY: Duty = { leaders: [], leadUnits: [], supportUnits: [], units: [], inherited: [] };

export function name(printed: string): Name {
  const etc = /等[^等）)]*$/.exec(printed)?.[0];
  const text = etc ? printed.slice(0, -etc.length) : printed;
  return { text, range: NONE, base: text, second: [], annex: false, group: false, ...(etc && { etc }) };
}

/** Splits at 、 ， , and keeps them. */
function field(role: Role, label: string, value: string, overall: boolean): Field {
  const printed = value.split(/[、，,]/);
  return {
    role,
    label: { text: label, range: NONE },
    value,
    valueRange: NONE,
    range: NONE,
    names: role === 'deadline' || role === 'remark' ? [] : printed.map(name),
    separators: value.match(/[、，,]/g) ?? [],
    shape: 'line',
    closed: true,
    overall,
  };
}

export function makeNotice(spec: Spec): Notice {
  const newline = spec.newline ?? '\n';
  const items: (Item | undefined)[] = [];
  const starts: number[] = [];
  const tasks: Task[] = [];
  const entries: Entry[] = [];
  let text = '';

  const add = (printed: string, item: (length: number) => Item): number => {
    starts.push(text.length);
    items.push(item(printed.length));
    text += printed + newline + newline;
    return items.length - 1;
  };
  const paragraph = (printed: string | undefined) => {
    if (printed) add(printed, (end) => itemOf(printed, [], end));
  };
  const walk = (blocks: readonly Block[], above: readonly Entry[]) => {
    for (const block of blocks) {
      const parsed = parseNumber(block.text);
      const number: NumberLabel | undefined = parsed && { ...parsed, range: NONE };
      const content = block.text.slice(parsed?.length ?? 0);
      const fields = (block.fields ?? []).map(([role, label, value]) =>
        field(role, label, value, block.overall ?? false),
      );
      const printed = [block.text, ...fields.map((f) => `${f.label!.text}：${f.value}。`)].join(newline);
      const part = add(printed, (end) => ({ ...itemOf(content, fields, end), ...(number && { number }) }));
      const item = items[part]!;
      const entry: Entry = {
        part,
        item,
        text: content,
        from: part,
        level: above.length,
        children: [],
        zone: 'plan',
        context: 0,
        ...(number && { number }),
      };
      entries.push(entry);
      if (fields.length && !block.overall) {
        tasks.push({
          n: tasks.length + 1,
          part,
          from: part,
          item,
          ...(number && { number }),
          sections: above,
          text: content,
          duty: duty(block, item, above),
          stages: [],
          spoken: [],
        });
      }
      walk(block.below ?? [], [...above, entry]);
    }
  };

  paragraph(spec.title);
  paragraph(spec.paragraph);
  walk(spec.blocks, []);
  const element = (value: string | undefined) => value && { text: value, range: NONE };
  return {
    text,
    settings: [],
    comments: [],
    head: {
      ...(spec.title && { title: element(spec.title) as { text: string; range: typeof NONE } }),
      ...(spec.issuer && { issuer: element(spec.issuer) as { text: string; range: typeof NONE } }),
      ...(spec.number && { number: element(spec.number) as { text: string; range: typeof NONE } }),
      recipients: (spec.recipients ?? []).map(name),
      ...(spec.date && { date: spec.date }),
    },
    items,
    starts,
    zones: items.map(() => 'plan' as const),
    outline: entries.filter((entry) => entry.level === 0),
    entries,
    tasks,
    annexes: spec.annex ? [{ title: spec.annex, part: 0, lists: [] }] : [],
    tables: [],
    firstIsLead: false,
  };
}

function itemOf(text: string, fields: readonly Field[], end: number): Item {
  const said = { deadlines: [], spoken: [], duty: NO_DUTY, bears: fields.length > 0 };
  return { text, textRange: NONE, fields, ...said, cuts: [], firstIsLead: false, end };
}

function duty(block: Block, item: Item, above: readonly Entry[]): Duty {
  const inherited: Role[] = [];
  const names = (role: Role): readonly Name[] => {
    const own = item.fields.filter((f) => f.role === role).flatMap((f) => f.names);
    if (own.length) return own;
    const passed = above
      .flatMap((e) => e.item.fields.filter((f) => f.overall && f.role === role))
      .flatMap((f) => f.names);
    if (passed.length) inherited.push(role);
    return passed;
  };
  return {
    leaders: names('leader'),
    leadUnits: names('lead'),
    supportUnits: names('support'),
    units: names('unit'),
    ...(block.deadline && { deadline: block.deadline }),
    ...(block.remark && { remark: block.remark }),
    inherited,
  };
}
