/** A suppression that the tool writes puts that finding aside, adds none, and is in no document. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/edits/apply.ts';
import { suppress } from '../../server/edits/suppress.ts';
import { readNotice } from '../../server/model/read.ts';
import { RULES } from '../../server/rules/index.ts';
import type { Finding } from '../../server/rules/rule.ts';
import { exampleOf, findingsIn, settingsFor, unmarked } from '../rules/support.ts';
import { tableAs } from '../support/exported.ts';
import { root } from '../support/shared.ts';

const corpus = path.join(root, 'test/model/corpus');
const examples = RULES.filter((rule) => rule.looksAt !== 'findings').flatMap((rule) =>
  rule.bad.map((bad) => ({ id: rule.id, rule, example: exampleOf(bad), text: unmarked(exampleOf(bad).text).text })),
);

function keys(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, message }) => `${rule} ${message.zh}`);
}

function withoutOne(all: readonly string[], one: string): string[] {
  const at = all.indexOf(one);
  return all.filter((_, index) => index !== at);
}

async function documentOf(text: string): Promise<string> {
  // Where a task stands in the file changes, of course.
  return String(await tableAs(readNotice(text), 'csv'));
}

describe.each(['line', 'file'] as const)('a suppression of a %s', (kind) => {
  it.each(examples)('puts $id aside: $text', async ({ id, rule, example, text }) => {
    const settings = settingsFor(rule, example);
    const before = findingsIn(text, example.registry, settings);
    const written = suppress(readNotice(text), [id], kind, before[0]!.range);
    if (!written) return expect(text).toMatch(/^---/);
    const after = applyEdits(text, written.edits);
    const withReason = `${after.slice(0, written.reasonAt)}已核${after.slice(written.reasonAt)}`;
    expect(findingsIn(withReason, example.registry, settings)).toEqual([]);
    expect(keys(findingsIn(after, example.registry, settings))).toHaveLength(1);
    expect(await documentOf(after)).toBe(await documentOf(text));
  });
});

describe('a suppression in a whole notice', () => {
  const files = readdirSync(corpus).filter((file) => file.endsWith('.notice'));
  it.each(files)('leaves the other findings of %s', (file) => {
    const text = readFileSync(path.join(corpus, file), 'utf8');
    const before = findingsIn(text);
    for (const finding of before.slice(0, 6)) {
      const written = suppress(readNotice(text), [finding.rule], 'line', finding.range)!;
      const after = applyEdits(text, written.edits);
      const noted = `${after.slice(0, written.reasonAt)}已核${after.slice(written.reasonAt)}`;
      const left = keys(findingsIn(noted));
      // Others of the rule in the same line go too.
      const gone = keys(before).filter((key) => !left.includes(key));
      for (const key of gone) expect(key.startsWith(`${finding.rule} `)).toBe(true);
      expect(left.length).toBeLessThanOrEqual(withoutOne(keys(before), keys([finding])[0]!).length);
    }
  });
});

describe('a region', () => {
  it('is closed after the last line that is selected', () => {
    const text = '1.推进甲园建设。\n牵头单位：\n2.推进乙园建设。\n牵头单位：\n3.推进丙园建设。\n牵头单位：\n';
    const written = suppress(readNotice(text), ['field-empty'], 'region', { start: 3, end: text.indexOf('3.') - 2 })!;
    const after = applyEdits(text, written.edits);
    expect(after).toBe(
      `// 免查开始 field-empty：\n${text.slice(0, text.indexOf('3.'))}// 免查结束\n${text.slice(text.indexOf('3.'))}`,
    );
    expect(findingsIn(after).map(({ rule }) => rule)).toEqual(['suppression-unexplained', 'field-empty']);
  });
});
