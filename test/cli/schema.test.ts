/** The schema of tasknotice.json says what the configuration reads, and editors get it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { COLUMN_NAMES } from '../../server/formats/table/templates.ts';
import { KEYS, parseConfig } from '../../server/project/config-read.ts';
import { RULES } from '../../server/rules/index.ts';
import { PRESETS } from '../../server/rules/settings.ts';
import { root } from '../support/shared.ts';

const schema = JSON.parse(readFileSync(path.join(root, 'syntaxes/tasknotice.schema.json'), 'utf8'));
const validate = new Ajv({ strict: false }).compile(schema);
const withOptions = RULES.find((rule) =>
  Object.values(rule.options ?? {}).some(({ minimum }) => minimum !== undefined),
);

describe('the schema of tasknotice.json', () => {
  it('is what the rules say (node .scripts/config-schema.mjs writes it anew)', () => {
    const script = path.join(root, '.scripts/config-schema.mjs');
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  const [option, { minimum = 0 } = {}] = Object.entries(withOptions?.options ?? {}).find(
    ([, { minimum }]) => minimum !== undefined,
  ) ?? [''];
  const rule = withOptions?.id ?? '';
  it.each([
    ...PRESETS.map((preset) => ({ preset })),
    {},
    { $schema: 'x' },
    { rules: { [rule]: ['error', { [option]: minimum }] } },
    { rules: { [rule]: { [option]: minimum + 1 } } },
    { rules: { [rule]: ['info'] } },
    { rules: { 'numbering-gap': ['info'] } },
    { overrides: [{ files: ['已发/**'], preset: 'published', rules: { 'numbering-gap': 'error' } }] },
    { overrides: { files: '已发' } },
    { registry: 'a.registry' },
    { fmt: { duties: 'brackets' } },
    { table: {} },
    { table: { template: 'progress' } },
    {
      table: {
        columns: [...COLUMN_NAMES]
          .filter(([, { title }]) => !title)
          .map(([name]) => name)
          .slice(0, 10),
      },
    },
    {
      table: { columns: ['序号', { column: 'task', title: '工作任务', width: 60, group: '' }, { title: '进展情况' }] },
    },
    { registry: ['a.registry', 'b.registry'] },
    { baseline: '基线.json', labels: { 包抓单位: '牵头单位', 帮办专员: 'leader' } },
  ])('takes what the tool takes: %j', (config) => {
    expect(parseConfig(JSON.stringify(config)).problems).toEqual([]);
    expect(validate(config) ? [] : validate.errors).toEqual([]);
  });

  it.each([
    [],
    { preset: 'lax' },
    { rule: {} },
    { rules: [] },
    { rules: { 'numbering-gab': 'off' } },
    { rules: { 'numbering-gap': 'loud' } },
    { rules: { 'numbering-gap': [] } },
    { rules: { 'numbering-gap': ['info', {}, 1] } },
    { rules: { 'numbering-gap': ['info', { most: 1 }] } },
    { rules: { 'numbering-gap': { most: 1 } } },
    { rules: { [rule]: { [option]: minimum - 1 } } },
    { rules: { [rule]: { [option]: 'many' } } },
    { rules: { [rule]: { none: 1 } } },
    { overrides: [{ preset: 'strict' }] },
    { overrides: [{ files: [] }] },
    { overrides: [{ files: 'a', registry: 'x' }] },
    { overrides: [{ files: 'a', rules: { none: 'off' } }] },
    { registry: 1 },
    { fmt: { duties: 'wide' } },
    { fmt: { none: 1 } },
    { table: 'full' },
    { table: { rows: [] } },
    { table: { template: 'wide' } },
    { table: { columns: [] } },
    { table: { columns: '序号' } },
    { table: { columns: ['进展情况'] } },
    { table: { columns: ['序号', '序号'] } },
    { table: { columns: [1] } },
    { table: { columns: [{ width: 60 }] } },
    { table: { columns: [{ column: '进展情况' }] } },
    { table: { columns: [{ title: ' ' }] } },
    { table: { columns: [{ column: '备注', width: 1 }] } },
    { table: { columns: [{ column: '备注', wide: 60 }] } },
    { table: { columns: Array.from({ length: 21 }, (_, i) => ({ title: String(i) })) } },
    { registry: [1] },
    { baseline: [] },
    { labels: { 包抓单位: '管家' } },
    { labels: [] },
  ])('says no where the tool says no: %j', (config) => {
    expect(parseConfig(JSON.stringify(config)).problems.length).toBeGreaterThan(0);
    expect(validate(config)).toBe(false);
  });

  it('has the rules that the tool has', () => {
    expect(Object.keys(schema.definitions.rules.properties)).toEqual(RULES.map(({ id }) => id));
  });

  it('has the keys that the tool has', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...KEYS].sort());
  });

  it('describes in Chinese all that it takes', () => {
    const described = [
      ...Object.values(schema.properties),
      ...Object.values(schema.definitions.rules.properties),
      ...Object.values(schema.definitions.override.properties),
    ] as { description?: string; $ref?: string }[];
    for (const one of described) expect(one.$ref ?? one.description).toMatch(/[\u4e00-\u9fff]|^#/);
  });

  it('is offered in the editor and packed with it', () => {
    const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(contributes.jsonValidation).toEqual([
      { fileMatch: 'tasknotice.json', url: './syntaxes/tasknotice.schema.json' },
    ]);
    // With comments, which plain JSON has not.
    expect(contributes.languages).toContainEqual({ id: 'jsonc', filenames: ['tasknotice.json'] });
    expect(readFileSync(path.join(root, '.vscodeignore'), 'utf8')).toContain('!syntaxes/*.schema.json');
  });
});
