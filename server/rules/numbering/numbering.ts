/**
 * The numbering of a notice: its levels, whether each starts again under each heading or runs on, and the numbers that
 * stand wrong. The rules numbering-* each report one kind of them; server/edits/renumber.ts renumbers. Long, for what
 * is wrong in a row can only be told by all of it at once.
 */
import { rowOf } from '../../model/entries.ts';
import { keepsNumbers } from '../../model/lock.ts';
import { absolute, type Entry, type Notice, type NumberLabel, type Range } from '../../model/notice.ts';
import { parseNumber, withValue } from '../../syntax/numbers.ts';
import type { Fix, Report, Words } from '../rule.ts';
import { contentsOf } from './contents.ts';
import { numberAnew } from './renumbering.ts';
import { reversalsOf } from './reversals.ts';

/** An entry that bears a number; or a field line that does, in the place that an entry would have there. */
export type Numbered = Entry & { readonly number: NumberLabel; readonly isField?: true };

/** Numbers that count on from each other: those of one level under one heading, or over the whole notice. */
export interface Run {
  readonly entries: readonly Numbered[];
  /** The first one should be 1. What begins with 80 is part of something larger. */
  readonly fromOne: boolean;
}

export interface NumberFault {
  readonly kind: 'gap' | 'duplicate' | 'out-of-order';
  readonly entry: Numbered;
  readonly run: Run;
  readonly message: Words;
}

interface Numbering {
  readonly runs: readonly Run[];
  readonly faults: readonly NumberFault[];
}

const known = new WeakMap<Notice, Numbering>();

/** Recognises the levels and finds the numbers that stand wrong, each slip once. Linear. */
export function numberingOf(notice: Notice): Numbering {
  let numbering = known.get(notice);
  if (!numbering) {
    const runs = levelsOf(notice).flatMap((level) => runsOf(level, notice));
    numbering = { runs, faults: runs.flatMap(faultsOf) };
    known.set(notice, numbering);
  }
  return numbering;
}

/** Reports the faults of one kind; they all mend the run that they stand in. */
export function reportFaults(notice: Notice, kind: NumberFault['kind'], report: (report: Report) => void): void {
  const fixes = new Map<Run, readonly Fix[]>();
  for (const fault of numberingOf(notice).faults) {
    if (fault.kind !== kind) continue;
    const { run, entry } = fault;
    const mended = fixes.get(run) ?? renumberingOf(run, notice);
    fixes.set(run, mended);
    report({ range: numberRange(entry, notice), message: fault.message, fixes: mended });
  }
}

/** References follow. A notice that is issued keeps its numbers. */
function renumberingOf(run: Run, notice: Notice): readonly Fix[] {
  if (keepsNumbers(notice)) return [];
  const { edits } = numberAnew(notice, [{ entries: run.entries, first: firstOf(run) }], false);
  return [{ title: { zh: '本级重新编号', en: 'Renumber this level' }, safe: false, edits }];
}

/** The number that a run begins with when it is numbered anew. */
export function firstOf({ entries, fromOne }: Run): number {
  return fromOne ? 1 : entries[0]!.number.value;
}

function numberRange(entry: Numbered, notice: Notice): Range {
  return absolute(notice, entry.part, entry.number.range);
}

const knownLevels = new WeakMap<Notice, readonly (readonly Numbered[])[]>();

/** The entries of one style in one numbering context: a level. */
export function levelsOf(notice: Notice): readonly (readonly Numbered[])[] {
  let levels = knownLevels.get(notice);
  if (!levels) knownLevels.set(notice, (levels = readLevels(notice)));
  return levels;
}

function readLevels(notice: Notice): Numbered[][] {
  const levels = new Map<string, Numbered[]>();
  const { within } = reversalsOf(notice);
  const contents = contentsOf(notice);
  for (const entry of notice.entries) {
    // Where levels are turned round, numbers stand in the wrong place and not wrong.
    if (!entry.number || within.has(entry) || contents.has(entry)) continue;
    push(levels, entry as Numbered);
    for (const field of numberedFields(entry)) push(levels, field);
  }
  return [...levels.values()];
}

function push(levels: Map<string, Numbered[]>, entry: Numbered): void {
  const { style, text, marks } = entry.number;
  // 第一章 and 第一节 are two levels, and so are 1.1 and 1.1.1, which counts within 1.1.
  const kind = style === 'part' ? marks : style === 'decimal' ? (/^\d+\.\d+\.(?=\d)/.exec(text)?.[0] ?? '') : '';
  const key = `${entry.context} ${style} ${kind}`;
  const level = levels.get(key);
  if (level) level.push(entry);
  else levels.set(key, [entry]);
}

/** 3.牵头单位：… counts on from 2.工作措施：… before it, （1）牵头单位：… on its own under 2.推进…. */
function numberedFields(entry: Entry): Numbered[] {
  const row = rowOf(entry);
  return entry.item.fields.flatMap(({ number }) => {
    if (!number) return [];
    const parent = number.style === row?.number?.style ? row.parent : entry;
    return [{ ...entry, number, parent, children: [], isField: true as const }];
  });
}

/** Where a level starts again: under each entry that this returns; undefined is the context as a whole. */
type Scope = (entry: Entry) => Entry | undefined;

function runsOf(level: readonly Numbered[], notice: Notice): Run[] {
  const fresh = freshStarts(level, notice);
  const scope = declaredScope(level[0]!, notice) ?? recognisedScope(level, fresh);
  const runs = new Map<Entry | undefined, Numbered[]>();
  const all: Numbered[][] = [];
  for (const entry of level) {
    const under = scope(entry);
    const run = runs.get(under);
    if (run && !fresh.has(entry)) run.push(entry);
    else {
      const started = [entry];
      runs.set(under, started);
      all.push(started);
    }
  }
  const several = all.length > 1;
  return all.map((entries) => ({
    entries,
    // A run that is alone may be part of something larger; but where it begins with 2, its first is missing.
    fromOne: startsAtOne(entries) || (several && scope(entries[0]!) !== undefined),
  }));
}

/** 2. 3. lack their 1.; but a lone 2. of a letter goes on 附件：1.…. */
function startsAtOne(entries: readonly Numbered[]): boolean {
  const [{ number, zone }] = entries as [Numbered];
  return number.value === 1 || (number.value === 2 && entries.length > 1 && zone !== 'letter');
}

/** 编号：1.连续，（1）重起 in the front matter. */
function declaredScope({ number }: Numbered, notice: Notice): Scope | undefined {
  const setting = notice.settings.find(({ key }) => key === '编号');
  for (const piece of setting?.value.split(/[，,；;]/) ?? []) {
    const sample = parseNumber(piece.trim());
    if (sample?.style !== number.style) continue;
    if (/连续|接续|不断|通排/.test(piece)) return () => undefined;
    if (/重起|重新|重排|另起|分别/.test(piece)) return (entry) => entry.parent;
  }
  return undefined;
}

/** The scope that leaves the fewest numbers wrong; of two, the one that they are nearer to, then the narrower one. */
function recognisedScope(level: readonly Numbered[], fresh: ReadonlySet<Numbered>): Scope {
  const styles = new Set<string>();
  for (const entry of level)
    for (let above = entry.parent; above; above = above.parent) styles.add(above.number?.style ?? '');
  const scopes: Scope[] = [(entry) => entry.parent];
  for (const style of styles) {
    scopes.push((entry) => {
      let above = entry.parent;
      while (above && above.number?.style !== style) above = above.parent;
      return above;
    });
  }
  scopes.push(() => undefined);
  let best = scopes[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const scope of scopes) {
    const cost = costOf(level, scope, fresh);
    if (cost < least) [best, least] = [scope, cost];
  }
  return best;
}

/** How many numbers are not the one expected; how far they are from it decides between equals. */
function costOf(level: readonly Numbered[], scope: Scope, fresh: ReadonlySet<Numbered>): number {
  const last = new Map<Entry | undefined, number>();
  let cost = 0;
  for (const entry of level) {
    const under = scope(entry);
    const before = last.get(under);
    const { value } = entry.number;
    const expected = fresh.has(entry) || (before === undefined && !under) ? value : (before ?? 0) + 1;
    if (value !== expected) cost += 1 + Math.min(Math.abs(value - expected), 99) / 1e6;
    last.set(under, value);
  }
  return cost;
}

/** Numbers 1 that follow an unnumbered line that reads like a heading: there a level may start again without a number. */
function freshStarts(level: readonly Numbered[], notice: Notice): Set<Numbered> {
  const fresh = new Set<Numbered>();
  for (const entry of level) {
    if (entry.number.value !== 1) continue;
    // 第一节 under 第二章: the chapter is of the same style and no heading above it.
    if (entry.number.style === 'part') fresh.add(entry);
    // The line, or the line and the preamble under it, back to the last entry.
    for (let part = entry.part - 1, seen = 0; part >= 0 && seen < 6; part--) {
      const before = notice.items[part];
      if (!before) continue;
      if (before.number || before.fields.length) break;
      seen++;
      if (/^.{2,40}$/.test(before.text) && !/[。；，、：:]$/.test(before.text)) fresh.add(entry);
    }
  }
  return fresh;
}

function faultsOf(run: Run): NumberFault[] {
  const { entries, fromOne } = run;
  const values = entries.map((entry) => entry.number.value);
  const present = new Set(values);
  const seen = new Set<number>();
  const faults: NumberFault[] = [];
  const add = (index: number, kind: NumberFault['kind'], message: Words): void => {
    faults.push({ kind, entry: entries[index]!, run, message });
  };
  // The number before the first one: what stands there need not be 1.
  let before = fromOne ? 0 : values[0]! - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = values[i + 1];
    const expected = before + 1;
    if (value === expected) {
      before = value;
      seen.add(value);
      continue;
    }
    const [printed, right] = [entries[i]!.number.text, withValue(entries[i]!.number, expected)];
    if (i > 0 && next === expected + 1) {
      // The numbers go on as if this one were right: one number is wrong.
      if (seen.has(value) || next === value) add(i, 'duplicate', wordsOf.repeated(printed, right));
      else add(i, 'out-of-order', wordsOf.wrong(printed, right));
      before = expected;
    } else if (value === expected + 1 && next === expected) {
      const later = withValue(entries[i + 1]!.number, expected);
      add(i + 1, 'out-of-order', wordsOf.late(later, printed));
      seen.add(expected);
      before = value;
      i++;
    } else if (value > expected) {
      const missing: number[] = [];
      for (let gone = expected; gone < value; gone++) if (!present.has(gone)) missing.push(gone);
      if (missing.length) {
        const from = withValue(entries[i]!.number, missing[0]!);
        const to = withValue(entries[i]!.number, missing.at(-1)!);
        const last = i > 0 ? entries[i - 1]!.number.text : undefined;
        add(i, 'gap', wordsOf.missing(printed, from, to, last));
      }
      before = value;
    } else if (seen.has(value)) {
      add(i, 'duplicate', wordsOf.repeated(printed, right));
      before = value;
    } else {
      add(i, 'out-of-order', wordsOf.late(printed, entries[i - 1]!.number.text));
      before = next === before + 1 ? before : value;
    }
    seen.add(value);
  }
  return faults;
}

const wordsOf = {
  missing(printed: string, from: string, to: string, last: string | undefined): Words {
    const zh = from === to ? `“${from}”` : `“${from}”至“${to}”`;
    const en = from === to ? `“${from}” is` : `“${from}” to “${to}” are`;
    return {
      zh: `“${printed}”前缺${zh}：${last ? `上一个编号是“${last}”` : '这是第一个编号'}。请补上缺的一项，或重新编号。`,
      en: `${en} missing before “${printed}”: ${last ? `the number before it is “${last}”` : 'it is the first number'}. Add what is missing, or renumber.`,
    };
  },
  repeated(printed: string, right: string): Words {
    return {
      zh: `编号“${printed}”重复，这里应为“${right}”。`,
      en: `The number “${printed}” is used twice: this one should be “${right}”.`,
    };
  },
  wrong(printed: string, right: string): Words {
    return {
      zh: `“${printed}”不合顺序，这里应为“${right}”。`,
      en: `“${printed}” is out of order: it should be “${right}”.`,
    };
  },
  late(printed: string, after: string): Words {
    return {
      zh: `“${printed}”排在“${after}”之后，顺序不对。请调整先后，或重新编号。`,
      en: `“${printed}” stands after “${after}”. Move it, or renumber.`,
    };
  },
};
