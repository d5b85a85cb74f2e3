/** What changed between two notices: drafts of one, or those of two years. diff(B, A) says of everything the opposite. */
import { absolute, type Entry, type Notice, type Range, type Task } from '../model/notice.ts';
import { ReferenceTargets } from '../model/reference-targets.ts';
import { EMPTY_REGISTRY, type Registry } from '../registry/registry.ts';
import { type Change, type Changes, KINDS, type Respelt, type Side, type TaskChange } from './change.ts';
import { dutyChanges, Reader } from './duties.ts';
import { formOf } from './form.ts';
import { type Match, type Matching, matchTasks } from './match.ts';
import { numberPath } from './numbers.ts';
import { Places } from './places.ts';
import { headChanges, paragraphChanges } from './surroundings.ts';
import { type Frame, textChanges } from './texts.ts';
import { piecesBetween } from './wording.ts';

export interface CompareOptions {
  /** Who is who: names of one unit are one. */
  readonly registry?: Registry;
}

/** @param one the earlier notice, `other` the later one */
export function changesBetween(
  one: Notice,
  other: Notice,
  { registry = EMPTY_REGISTRY }: CompareOptions = {},
): Changes {
  const matching = matchTasks(one, other);
  const comparison = new Comparison(one, other, registry, matching);
  const tasks = inOrder(comparison, matching);
  const [before, after] = [one.head.title?.text, other.head.title?.text];
  return {
    head: headChanges(one, other),
    sections: comparison.places.sections,
    tasks,
    paragraphs: paragraphChanges(one, other),
    respelt: [...comparison.respelt.values()],
    movedUp: comparison.places.movedUp,
    years: comparison.ahead,
    withYear: comparison.withYear,
    count: { before: one.tasks.length, after: other.tasks.length },
    title: { ...(before && { before }), ...(after && { after }) },
  };
}

class Comparison {
  readonly places: Places;
  readonly respelt = new Map<string, Respelt>();
  readonly ahead: number;
  withYear = 0;
  readonly one: Notice;
  readonly other: Notice;
  readonly #readers: readonly [Reader, Reader];
  readonly #frames: readonly [Frame, Frame];

  constructor(one: Notice, other: Notice, registry: Registry, { matches }: Matching) {
    this.one = one;
    this.other = other;
    this.places = new Places(one, other, matches);
    this.#readers = [new Reader(one, registry), new Reader(other, registry)];
    const [from, to] = [one.plan?.year, other.plan?.year];
    this.ahead = from === undefined || to === undefined ? 0 : to - from;
    const ids = new Map<Entry, string>();
    for (const [a, b] of this.places.pairs) {
      ids.set(a, String(ids.size));
      ids.set(b, ids.get(a)!);
    }
    const frame = (notice: Notice, year: number | undefined, ahead: number): Frame => ({
      notice,
      targets: new ReferenceTargets(notice),
      idOf: (entry) => ids.get(entry),
      entryOf: (task) => this.places.entryOf(task),
      year: this.ahead ? year : undefined,
      ahead,
    });
    this.#frames = [frame(one, from, 0), frame(other, to, this.ahead)];
  }

  /** What changed of tasks that go together; undefined where nothing did. */
  changeOf({ one, other, pair }: Match): TaskChange | undefined {
    const before = one.map((index) => this.one.tasks[index]!);
    const after = other.map((index) => this.other.tasks[index]!);
    const whole = before.length === 1 && after.length === 1;
    const changes: Change[] = [];
    if (!whole) {
      const ranges = { before: rangeOf(this.one, before[0]!), after: rangeOf(this.other, after[0]!) };
      if (after.length > 1) changes.push({ kind: 'split', ...ranges });
      if (before.length > 1) changes.push({ kind: 'merged', ...ranges });
    }
    const said = textChanges([this.#frames[0], before], [this.#frames[1], after]);
    if (said.withYear) this.withYear++;
    const duties = dutyChanges([this.#readers[0], before], [this.#readers[1], after]);
    for (const each of duties.respelt) this.respelt.set(`${each.before}\n${each.after}`, each);
    const [a, b] = [this.one.tasks[pair[0]]!, this.other.tasks[pair[1]]!];
    changes.push(...said.changes, ...duties.changes);
    const [was, is] = [a.duty.remark ?? '', b.duty.remark ?? ''];
    if (whole && formOf(was) !== formOf(is)) changes.push({ kind: 'remark', pieces: piecesBetween(was, is) });
    const moved = this.places.moveOf(a, b);
    if (moved) changes.push(moved);
    const renumbered = whole ? this.places.renumberingOf(a, b) : undefined;
    if (renumbered) changes.push(renumbered);
    if (!changes.length) return undefined;
    return {
      before: before.map((task) => sideOf(this.one, task)),
      after: after.map((task) => sideOf(this.other, task)),
      changes: changes.sort((x, y) => KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind)),
      respelt: duties.respelt,
    };
  }
}

/** In the order of the later notice; what was deleted stands after what it stood after. */
function inOrder(comparison: Comparison, { matches, one, other }: Matching): TaskChange[] {
  const placed: { readonly at: number; readonly after: number; readonly change: TaskChange }[] = [];
  const toOther = new Map<number, number>();
  for (const match of matches) {
    for (const index of match.one) toOther.set(index, match.pair[1]);
    const change = comparison.changeOf(match);
    if (change) placed.push({ at: match.pair[1], after: 0, change });
  }
  for (const index of other) {
    const side = sideOf(comparison.other, comparison.other.tasks[index]!);
    const change: TaskChange = {
      before: [],
      after: [side],
      changes: [{ kind: 'added', after: side.range }],
      respelt: [],
    };
    placed.push({ at: index, after: 0, change });
  }
  let at = -1;
  const gone = new Set(one);
  comparison.one.tasks.forEach((task, index) => {
    at = toOther.get(index) ?? at;
    if (!gone.has(index)) return;
    const side = sideOf(comparison.one, task);
    const changes: Change[] = [{ kind: 'deleted', before: side.range }];
    placed.push({ at, after: 1 + index, change: { before: [side], after: [], changes, respelt: [] } });
  });
  return placed.sort((a, b) => a.at - b.at || a.after - b.after).map(({ change }) => change);
}

function sideOf(notice: Notice, task: Task): Side {
  const { n, number, sections, text, duty } = task;
  const names = (list: Task['duty']['units']): string[] => list.map((name) => name.text + (name.etc ?? ''));
  return {
    n,
    number: numberPath(sections, number),
    text,
    section: sections.at(-1)?.text ?? '',
    leaders: names(duty.leaders),
    leadUnits: names(duty.leadUnits),
    units: names(duty.units),
    supportUnits: names(duty.supportUnits),
    ...(duty.deadline !== undefined && { deadline: duty.deadline }),
    range: rangeOf(notice, task),
  };
}

/** From its number, or the text before it that belongs to it, to its end. */
function rangeOf(notice: Notice, { from, part, item }: Task): Range {
  const first = notice.items[from] ?? item;
  const start = first.number?.range.start ?? first.textRange.start;
  return { start: absolute(notice, from, { start, end: start }).start, end: (notice.starts[part] ?? 0) + item.end };
}
