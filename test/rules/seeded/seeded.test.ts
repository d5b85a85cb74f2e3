/**
 * Clean notices in the four styles of real ones, of which the linter says nothing, and the same broken in hundreds of
 * known ways: the rule that owns a fault finds it at its place, and nothing else is said but what the fault declares.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { readNotice } from '../../../server/model/read.ts';
import { EMPTY_REGISTRY, parseRegistry } from '../../../server/registry/registry.ts';
import { RULES } from '../../../server/rules/index.ts';
import { lint } from '../../../server/rules/lint.ts';
import { fixed } from '../support.ts';
import { allCases, findingsOf, type Result, resultOf, shown } from './cases.ts';
import { print, tasksOf } from './draft.ts';
import { FAULTS } from './faults.ts';
import { KNOWN } from './known.ts';
import { tableOf } from './report.ts';
import { cleanNotice, STYLES } from './styles.ts';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

describe.each(STYLES)('clean notices in the manner of %s', (style) => {
  const drafts = SEEDS.map((seed) => cleanNotice(style, seed));

  it('are not all alike', () => {
    const texts = drafts.map(print);
    expect(new Set(texts).size).toBe(SEEDS.length);
    expect(texts).toEqual(SEEDS.map((seed) => print(cleanNotice(style, seed))));
    for (const has of [
      drafts.filter(({ registry }) => registry),
      drafts.filter(({ total }) => total),
      drafts.filter(({ annexes }) => annexes.some(({ table }) => table)),
    ])
      expect(has.length).toBeGreaterThan(3);
    const sizes = drafts.map((draft) => tasksOf(draft).length);
    expect(Math.min(...sizes)).toBeLessThan(12);
    expect(Math.max(...sizes)).toBeGreaterThan(34);
  });

  it('are read task by task', () => {
    for (const draft of drafts) {
      const { tasks, head } = readNotice(print(draft));
      expect(tasks.map(({ text }) => text)).toEqual(tasksOf(draft).map(({ text, end }) => text + end.split('\n')[0]));
      expect([head.title?.text, head.number?.text]).toEqual([draft.title, draft.number]);
    }
  });

  it('give no finding as recommended', () => {
    const said = drafts.flatMap((draft) => {
      const text = print(draft);
      const registry = draft.registry === undefined ? EMPTY_REGISTRY : parseRegistry(draft.registry);
      expect(registry.problems).toEqual([]);
      return lint(readNotice(text), { registry }).map((finding) => shown(text, finding));
    });
    expect(said.filter((finding) => !KNOWN.clean.some((known) => known.test(finding)))).toEqual([]);
  });
});

describe('broken notices', () => {
  let results: readonly Result[] = [];

  beforeAll(() => {
    results = allCases().map(resultOf);
  }, 60_000);

  it('are broken in every rule’s way, hundreds of times', () => {
    const covered = new Set(FAULTS.map(({ rule }) => rule));
    expect(RULES.filter(({ id }) => !covered.has(id)).map(({ id }) => id)).toEqual([]);
    expect([...covered].filter((rule) => !RULES.some(({ id }) => id === rule))).toEqual([]);
    expect(results.length).toBeGreaterThan(200);
  });

  it('are found out at the place, by the rule that owns the fault', () => {
    const missed = results.filter(({ own }) => !own);
    expect(missed.map(name).filter((missing) => !KNOWN.missed.some((known) => missing.startsWith(known)))).toEqual([]);
  });

  it('are not spoken of otherwise, but as the fault declares', () => {
    const more = results.flatMap((result) =>
      result.others
        .filter(({ rule }) => !result.fault.also?.includes(rule))
        .map((finding) => `${name(result)}: ${shown(result.text, finding)}`),
    );
    const known = (line: string): boolean => [...KNOWN.clean, ...KNOWN.others].some((each) => each.test(line));
    expect(more.filter((line) => !known(line))).toEqual([]);
  });

  it('are mended by the fixes that are offered, which add nothing', () => {
    const wrong: string[] = [];
    let made = 0;
    for (const result of results) {
      for (const fix of result.own?.fixes ?? []) {
        made++;
        const after = fixed(result.text, fix);
        const before = result.others.map(({ rule }) => rule);
        for (const finding of findingsOf(after, result.registry, result.fault.rule)) {
          const at = before.indexOf(finding.rule);
          if (at < 0) wrong.push(`${name(result)}: ${shown(after, finding)}`);
          else before.splice(at, 1);
        }
      }
    }
    expect(made).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it('are counted', () => {
    console.log(tableOf(results));
    expect(results.filter(({ own }) => own).length).toBeGreaterThan(200);
  });
});

function name({ fault, style, seed }: Result): string {
  return `${fault.rule} [${style} ${seed}] ${fault.how}`;
}
