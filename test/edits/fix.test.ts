/** Fixes made together: whole or not at all, until nothing changes, and nothing else touched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, compatible } from '../../server/edits/apply.ts';
import { editsBetween, unifiedDiff } from '../../server/edits/diff.ts';
import { fixAll } from '../../server/edits/fix.ts';
import { EMPTY_REGISTRY } from '../../server/registry/registry.ts';
import type { Finding, Fix } from '../../server/rules/rule.ts';

const registry = EMPTY_REGISTRY;
const TWO =
  '1.推进甲园建设。\n牵头单位:县商务局\n3.推进乙园建设。\n牵头单位：县财政局。\n4.推进丙园建设。\n牵头单位：县财政局。\n';

describe('fixAll', () => {
  it('makes the certain fixes and says what is left', () => {
    const { text, made, findings } = fixAll(TWO, { registry });
    expect(text).toContain('牵头单位：县商务局');
    expect([...made.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    expect(findings.flatMap(({ fixes }) => fixes.filter(({ safe }) => safe))).toEqual([]);
    expect(fixAll(text, { registry })).toMatchObject({ text, made: new Map() });
  });
  it('of one rule only, where asked', () => {
    expect(fixAll(TWO, { registry, rules: ['unit-duplicated'] }).text).toBe(TWO);
    expect(fixAll(TWO, { registry, rules: ['punctuation-half-width'] }).text).toBe(TWO.replace(':', '：'));
  });
  it('those to be confirmed only where that is said', () => {
    const text = '1.推进甲园建设。\n责任单位：县发改委、县财政局、县发改委、县商务局。\n';
    expect(fixAll(text, { registry }).text).toBe(text);
    expect(fixAll(text, { registry, unconfirmed: true }).text).toBe(text.replace('、县发改委、县商', '、县商'));
  });
  it('keeps line ends and all else', () => {
    const text = TWO.replaceAll('\n', '\r\n');
    expect(fixAll(text, { registry }).text).toBe(fixAll(TWO, { registry }).text.replaceAll('\n', '\r\n'));
  });
});

describe('compatible', () => {
  const finding = (...ranges: [number, number][]): Finding => ({
    rule: 'any',
    severity: 'info',
    range: { start: 0, end: 0 },
    message: { zh: '', en: '' },
    fixes: [
      {
        title: { zh: '', en: '' },
        safe: true,
        edits: ranges.map(([start, end]) => ({ range: { start, end }, text: 'x' })),
      },
    ],
  });
  const first = ({ fixes }: Finding): Fix => fixes[0]!;
  it('takes a fix whole or not at all', () => {
    const chosen = compatible([finding([4, 6]), finding([0, 1], [5, 7]), finding([8, 9]), finding([9, 9])], first);
    expect(chosen.map(({ fix }) => fix.edits[0]!.range.start)).toEqual([4, 8]);
  });
  it('never takes two that touch', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(3)).map(([start, length]): [number, number] => [start, start + length]);
    const one = range.map((only) => finding(only));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (findings) => {
        const ranges = compatible(findings, first)
          .flatMap(({ fix }) => fix.edits.map((edit) => edit.range))
          .sort((a, b) => a.start - b.start);
        for (let i = 1; i < ranges.length; i++) expect(ranges[i]!.start).toBeGreaterThan(ranges[i - 1]!.end);
      }),
    );
  });
});

describe('differences', () => {
  const line = fc.constantFrom('一、甲\n', '1.乙。\n', '牵头单位：县商务局\n', '\n', '丙\r\n', '丁');
  it('put into the text before give the text after', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.array(line, { maxLength: 30 }), (before, after) => {
        const [from, to] = [before.join(''), after.join('')];
        expect(applyEdits(from, editsBetween(from, to))).toBe(to);
      }),
    );
  });
  it('as patch reads them', () =>
    expect(unifiedDiff('草稿.notice', '一\n二\n三\n四\n五\n', '一\n二\n叁\n四\n五\n')).toBe(
      '--- a/草稿.notice\n+++ b/草稿.notice\n@@ -1,5 +1,5 @@\n 一\n 二\n-三\n+叁\n 四\n 五\n',
    ));
  it('are none of equal texts', () => expect(unifiedDiff('a', '一\n', '一\n')).toBe(''));
});
