/** What each rule says of itself is so: its examples, its fixes, its place in the list. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_GROUPS, RULES } from '../../server/rules/index.ts';
import { exampleOf, findingsIn, fixed, settingsFor, unmarked } from './support.ts';

const folder = new URL('../../server/rules/', import.meta.url);

describe('the list of rules', () => {
  it('holds every rule of the folder, under the name of its file, in the folder of its group', async () => {
    const ids: string[] = [];
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const rule: { default?: { id?: string } } = await import(new URL(file.replaceAll('\\', '/'), folder).href);
      if (!rule.default?.id) continue;
      const group = RULE_GROUPS.find(({ rules }) => rules.some(({ id }) => id === rule.default!.id));
      expect(path.join(group!.id, `${rule.default.id}.ts`)).toBe(file);
      ids.push(rule.default.id);
    }
    expect(RULES.map((rule) => rule.id).sort()).toEqual(ids.sort());
  });

  it('names each rule once, in kebab-case', () => {
    const ids = RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has examples of both kinds', () => {
    expect(rule.bad.length).toBeGreaterThan(0);
    expect(rule.good.length).toBeGreaterThan(0);
  });

  it.each(rule.bad.map((example) => [exampleOf(example)]))('finds the fault, once: $text', (example) => {
    const { text, ranges } = unmarked(example.text);
    expect(ranges).toHaveLength(1);
    const found = findingsIn(text, example.registry, settingsFor(rule, example));
    expect(found.map((finding) => [finding.rule, finding.range])).toEqual([[id, ranges[0]]]);
    for (const words of [found[0]!.message, rule.what, rule.why]) {
      expect(words.zh).toMatch(/[\u4e00-\u9fff].*[。]$/);
      expect(words.en).toMatch(/[A-Za-z].*\.$/);
    }
  });

  it.each(rule.good.map((example) => [exampleOf(example)]))('says nothing of: $text', (example) => {
    const found = findingsIn(example.text, example.registry, settingsFor(rule, example));
    expect(found.filter((finding) => finding.rule === id)).toEqual([]);
  });

  const fixes = rule.bad.flatMap((example) => {
    const whole = exampleOf(example);
    const { text } = unmarked(whole.text);
    const findings = (source: string) => findingsIn(source, whole.registry, settingsFor(rule, whole));
    const before = findings(text);
    return before.flatMap((finding) =>
      finding.fixes.map((fix) => ({ title: fix.title.zh, fix, text, before, findings })),
    );
  });

  it('offers the fixes that it documents', () => {
    if (rule.fix === 'none') expect(fixes).toEqual([]);
    else expect(fixes.length).toBeGreaterThan(0);
    if (rule.fix === 'safe') expect(fixes.some(({ fix }) => fix.safe)).toBe(true);
    if (rule.fix === 'ask') expect(fixes.some(({ fix }) => fix.safe)).toBe(false);
  });

  if (fixes.length) {
    it.each(fixes)(
      'is mended by “$title”, which adds nothing and leaves the rest',
      ({ fix, text, before, findings }) => {
        const after = fixed(text, fix);
        expect(findings(after)).toEqual(before.filter((finding) => finding.rule !== id));
        let at = 0;
        for (const edit of fix.edits) {
          expect(edit.range.start).toBeGreaterThanOrEqual(at);
          at = edit.range.end;
        }
      },
    );
  }
});
