/** All broken notices: each fault in each style that can have it. */

import { readNotice } from '../../../server/model/read.ts';
import { EMPTY_REGISTRY, parseRegistry } from '../../../server/registry/registry.ts';
import { RULES } from '../../../server/rules/index.ts';
import { lint } from '../../../server/rules/lint.ts';
import type { Finding } from '../../../server/rules/rule.ts';
import { RECOMMENDED, settingsOf } from '../../../server/rules/settings.ts';
import { type Draft, print, type StyleName } from './draft.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './faults.ts';
import { Random } from './random.ts';
import { cleanNotice, STYLES } from './styles.ts';

export interface Case {
  readonly fault: Fault;
  readonly style: StyleName;
  readonly seed: number;
  readonly text: string;
  readonly registry?: string;
  /** Where the fault was put. */
  readonly range: { readonly start: number; readonly end: number };
}

export interface Result extends Case {
  /** What the rule that owns the fault says at its place. */
  readonly own?: Finding | undefined;
  /** What else is said. */
  readonly others: readonly Finding[];
}

/** Notices that are broken in all ways; the same each time. */
export function allCases(): Case[] {
  return FAULTS.flatMap((fault) => (fault.styles ?? STYLES).map((style) => broken(fault, style, seedOf(fault, style))));
}

/** Of the fault's own, so that a fault more changes no other's notice. */
function seedOf({ rule, how }: Fault, style: StyleName): number {
  return new Random(`${rule} ${how} ${style}`).between(1, 9999);
}

export function broken(fault: Fault, style: StyleName, seed: number): Case {
  const tasks = 10 + (seed % 7);
  const draft = cleanNotice(style, seed, { plain: true, total: false, registry: false, tasks, ...fault.wishes });
  fault.put(draft, new Random(`${fault.rule} ${fault.how} ${style} ${seed}`));
  return { fault, style, seed, ...markedText(draft), ...(draft.registry && { registry: draft.registry }) };
}

function markedText(draft: Draft): Pick<Case, 'text' | 'range'> {
  const [before, inside, after, ...more] = print(draft).split(/[«»]/);
  if (inside === undefined || after === undefined || more.length)
    throw new Error(`not one place is marked: ${draft.title}`);
  return { text: before + inside + after, range: { start: before!.length, end: before!.length + inside.length } };
}

/** What is said of a notice; a rule that is off as recommended is on for its own faults. */
export function findingsOf(text: string, registry: string | undefined, rule: string): Finding[] {
  const own = RULES.find(({ id }) => id === rule)!;
  const off = RECOMMENDED.severityOf(own) === 'off';
  return lint(readNotice(text), {
    registry: registry === undefined ? EMPTY_REGISTRY : parseRegistry(registry),
    settings: off ? settingsOf('recommended', { [rule]: { severity: own.severity } }) : RECOMMENDED,
  });
}

export function resultOf(one: Case): Result {
  const findings = findingsOf(one.text, one.registry, one.fault.rule);
  const isIt = ({ rule, range }: Finding): boolean =>
    rule === one.fault.rule && range.start === one.range.start && range.end === one.range.end;
  return { ...one, own: findings.find(isIt), others: findings.filter((finding) => !isIt(finding)) };
}

/** A finding as a person reads it. */
export function shown(text: string, { rule, range, message }: Finding): string {
  const [from, to] = [Math.max(0, range.start - 25), range.end + 15];
  const place = `${text.slice(from, range.start)}«${text.slice(range.start, range.end)}»${text.slice(range.end, to)}`;
  return `${rule} …${place}… ${message.zh}`.replaceAll('\n', '⏎');
}
