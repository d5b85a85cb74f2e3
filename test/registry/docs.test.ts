/** The page that users read says what the language does. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FIELD_KEYS, RECORD_KEYS } from '../../server/registry/keys.ts';
import { parseTree } from '../../server/registry/language/parser.ts';
import { parseRegistry } from '../../server/registry/registry.ts';

const page = readFileSync(new URL('../../docs/registry.md', import.meta.url), 'utf8');

it('has a section for each record and a line for each key', () => {
  for (const key of Object.values(RECORD_KEYS)) expect(page).toContain(`### ${key}\n`);
  for (const key of FIELD_KEYS.keys()) expect(page).toContain(`\`${key}\``);
});

it('shows examples that the grammar takes; the first one, whole, without a problem', () => {
  const examples = [...page.matchAll(/^```\n([^`]*：[^`]*)^```/gm)].map((match) => match[1]!);
  expect(examples.length).toBeGreaterThan(3);
  for (const example of examples.filter((text) => !text.startsWith('---')))
    expect(parseRegistry(example).problems.filter(({ code }) => code !== 'unresolved-reference')).toEqual([]);
  expect(parseRegistry(examples[0]!).problems).toEqual([]);
});

it('has the same keys in grammar and meaning', () => {
  for (const [key, { in: kinds }] of FIELD_KEYS) {
    const { tree } = parseTree(`${RECORD_KEYS[kinds[0]!]}：甲\n${key}：乙`);
    expect(
      tree.records[0]!.lines.map(({ $type }) => $type),
      key,
    ).not.toContain('UnknownField');
  }
});
