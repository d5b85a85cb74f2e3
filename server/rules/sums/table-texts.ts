/** Where the texts of a table's rows differ from those of the tasks that they are rows of. */

import { alignmentsOf, type Pair } from '../../compare/alignment.ts';
import { type Difference, differences, plainOf } from '../../compare/likeness.ts';
import type { Notice, Range } from '../../model/notice.ts';
import { inTable } from '../../model/tables.ts';
import type { Report, TextEdit } from '../rule.ts';

/** One place of a row's text that says something else than the task. */
export interface TextDifference {
  readonly pair: Pair;
  /** In the table; absolute. */
  readonly range: Range;
  /** What stands there, and what the task says instead. */
  readonly printed: string;
  readonly task: string;
  /** What the task says more, where the row says nothing instead; `printed` stands beside it then. */
  readonly missing: string;
  /** Makes the row say what the task says. */
  readonly edit: TextEdit;
  /** A figure stands against another figure. */
  readonly figure: boolean;
}

const known = new WeakMap<Notice, readonly TextDifference[]>();

/** All differences in substance, in the order of the tables. */
export function textDifferences(notice: Notice): readonly TextDifference[] {
  let all = known.get(notice);
  if (!all) {
    all = alignmentsOf(notice).flatMap(({ table, pairs }) => {
      const rows = pairs.map((pair) =>
        differencesOf(pair).map((difference) => placed(notice, pair, difference, (range) => inTable(table, range))),
      );
      const own = rows.filter((row) => row.some(({ figure }) => !figure)).length;
      // A table that words its tasks in its own way: only its figures can be held against them.
      const free = own >= 3 && own * 3 > pairs.length;
      return rows.flat().filter(({ figure }) => figure || !free);
    });
    known.set(notice, all);
  }
  return all;
}

/** So many differences make a row one that is worded anew. */
const MOST = 6;

function differencesOf({ task, text, row }: Pair): readonly Difference[] {
  const own = plainOf(task.text).key;
  if (own === text.key) return [];
  const all = differences(text.key, own);
  // Where a row is in doubt, its text may begin or end in another cell.
  const inside = ({ from, to }: Difference): boolean => from > 0 && to < text.key.length;
  const found = row.certain ? all : all.filter(inside);
  if (found.length <= MOST) return found;
  const figures = found.filter((difference) => isFigure(difference, text.key, own));
  return figures.length ? figures : [{ from: 0, to: text.key.length, otherFrom: 0, otherTo: own.length }];
}

function figuresIn(text: string): readonly string[] {
  return text.match(/\d+(?:[.-]\d+)*/g) ?? [];
}

const HAN_FIGURE = /^[一二三四五六七八九十百千万两半]{1,7}$/;

function isFigure({ from, to, otherFrom, otherTo }: Difference, row: string, task: string): boolean {
  const [one, other] = [row.slice(from, to), task.slice(otherFrom, otherTo)];
  if (HAN_FIGURE.test(one) && HAN_FIGURE.test(other)) return true;
  const [figures, others] = [figuresIn(one), figuresIn(other)];
  // Few words beside them: else it is a stretch that says something else, with figures in it.
  return figures.length > 0 && others.length > 0 && figures.join() !== others.join() && one.length + other.length <= 24;
}

function placed(notice: Notice, pair: Pair, difference: Difference, place: (range: Range) => Range): TextDifference {
  const { text, task } = pair;
  const own = plainOf(task.text);
  const { from, to, otherFrom, otherTo } = difference;
  const missing = from === to;
  const at = missing ? besides(difference, text.key, own.key) : difference;
  const range = place(rangeIn(text.at, at.from, at.to));
  const printed = notice.text.slice(range.start, range.end);
  const said = rangeIn(own.at, at.otherFrom, at.otherTo);
  const only = missing ? rangeIn(own.at, otherFrom, otherTo) : said;
  // With the marks around what is exchanged, where it stands in one line.
  const edge = { from: Math.max(0, at.from - 1), to: Math.min(text.key.length, at.to + 1) };
  const wide = {
    start: text.at[edge.from]! + (at.from > 0 ? 1 : 0),
    end: at.to < text.key.length ? text.at[edge.to - 1]! : rangeIn(text.at, at.from, at.to).end,
  };
  const around = place(wide);
  const whole =
    !/[\n|\t]/.test(notice.text.slice(around.start, around.end)) &&
    around.start <= range.start &&
    around.end >= range.end;
  const start = at.otherFrom > 0 ? own.at[at.otherFrom - 1]! + 1 : 0;
  const end = at.otherTo < own.key.length ? own.at[at.otherTo]! : said.end;
  return {
    pair,
    range,
    printed,
    task: task.text.slice(said.start, said.end),
    missing: missing ? task.text.slice(only.start, only.end) : '',
    edit: whole
      ? { range: around, text: task.text.slice(start, end) }
      : { range, text: task.text.slice(said.start, said.end) },
    figure: isFigure(difference, text.key, own.key),
  };
}

/** A place where nothing stands is shown by what stands before it, a whole figure or a character, or else after it. */
function besides({ from, to, otherFrom, otherTo }: Difference, row: string, task: string): Difference {
  if (from > 0 && otherFrom > 0) {
    const figure = /\d[\d.%-]*$/.exec(row.slice(Math.max(0, from - 12), from))?.[0].length ?? 1;
    const before = task.slice(otherFrom - figure, otherFrom) === row.slice(from - figure, from) ? figure : 1;
    return { from: from - before, to, otherFrom: otherFrom - before, otherTo };
  }
  return { from, to: Math.min(row.length, to + 1), otherFrom, otherTo: Math.min(task.length, otherTo + 1) };
}

function rangeIn(at: readonly number[], from: number, to: number): Range {
  const start = at[Math.min(from, at.length - 1)] ?? 0;
  return { start, end: to > from ? at[to - 1]! + 1 : start };
}

/** What a rule says of one difference: what stands in the table, what the text says, and the exchange of the one. */
export function differenceReport({ pair, range, printed, task, missing, edit }: TextDifference): Report {
  const { n } = pair.task;
  const message = missing
    ? {
        zh: `表中“${printed}”处比正文第${n}项少“${missing}”，请核对后统一。`,
        en: `At “${printed}” the table lacks “${missing}” of task ${n} of the text. See which is right, and use one.`,
      }
    : task
      ? {
          zh: `表中“${printed}”，正文第${n}项为“${task}”，请核对后统一。`,
          en: `The table says “${printed}”, task ${n} of the text “${task}”. See which is right, and use one.`,
        }
      : {
          zh: `表中多出“${printed}”，正文第${n}项没有，请核对后统一。`,
          en: `The table adds “${printed}”, which task ${n} of the text lacks. See which is right, and use one.`,
        };
  const title = task
    ? { zh: `按正文改为“${task}”`, en: `Change to “${task}”, as in the text` }
    : { zh: `删去“${printed}”`, en: `Delete “${printed}”` };
  return { range, message, fixes: [{ title, safe: false, edits: [edit] }] };
}
