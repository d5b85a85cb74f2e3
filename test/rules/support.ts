/** The test language of rules: a notice's text in which «…» marks what is found. */
import { expect } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { EMPTY_REGISTRY, parseRegistry } from '../../server/registry/registry.ts';
import { lint } from '../../server/rules/lint.ts';
import type { Example, Finding, Fix, Rule } from '../../server/rules/rule.ts';
import { RECOMMENDED, type Settings, settingsOf } from '../../server/rules/settings.ts';

export interface Marked {
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the marks out of a text. */
export function unmarked(marked: string): Marked {
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  let start = 0;
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') ranges.push({ start, end: text.length });
    else text += piece;
  }
  return { text, ranges };
}

export function exampleOf(example: string | Example): Example {
  return typeof example === 'string' ? { text: example } : example;
}

/** All findings in a text. */
export function findingsIn(text: string, registry?: string, settings = RECOMMENDED): Finding[] {
  return lint(readNotice(text), {
    registry: registry === undefined ? EMPTY_REGISTRY : parseRegistry(registry),
    settings,
  });
}

/** As recommended, with a rule on that is off there, and with the options of an example. */
export function settingsFor(rule: Rule, { options }: Example): Settings {
  const off = RECOMMENDED.severityOf(rule) === 'off';
  return settingsOf('recommended', {
    [rule.id]: { ...(off && { severity: rule.severity }), ...(options && { options }) },
  });
}

/** The text with the findings of one rule marked: compare it with the marked text that went in. */
export function marked(rule: string, text: string, registry?: string): string {
  let result = '';
  let end = 0;
  for (const finding of findingsIn(text, registry)) {
    if (finding.rule !== rule) continue;
    const { range } = finding;
    result += `${text.slice(end, range.start)}«${text.slice(range.start, range.end)}»`;
    end = range.end;
  }
  return result + text.slice(end);
}

/** A text with a fix applied. */
export function fixed(text: string, fix: Fix): string {
  let result = text;
  for (const { range, text: put } of [...fix.edits].sort((a, b) => b.range.start - a.range.start))
    result = result.slice(0, range.start) + put + result.slice(range.end);
  return result;
}

/** Expects a rule to find what is marked in a text, and nothing else of its own. */
export function check(rule: string, source: string, registry?: string): void {
  expect(marked(rule, unmarked(source).text, registry)).toBe(source);
}
