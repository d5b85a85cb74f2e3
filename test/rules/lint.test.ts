/** The engine: severities, order, and that nothing is said of a text without fault. */
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { EMPTY_REGISTRY } from '../../server/registry/registry.ts';
import { RULES } from '../../server/rules/index.ts';
import { lint } from '../../server/rules/lint.ts';
import type { Severity } from '../../server/rules/rule.ts';
import { PRESETS, settingsOf } from '../../server/rules/settings.ts';

const TEXT = '1.推进甲园（一期建设。\n责任单位：县发改委。\n3.推进“乙园建设。\n责任单位：县发改委。\n';

function mapped(severities: Readonly<Record<string, Severity | 'off'>> = {}) {
  return Object.fromEntries(Object.entries(severities).map(([id, severity]) => [id, { severity }]));
}

function found(severities?: Readonly<Record<string, Severity | 'off'>>): string[] {
  const findings = lint(readNotice(TEXT), {
    registry: EMPTY_REGISTRY,
    settings: settingsOf('recommended', mapped(severities)),
  });
  return findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('lint', () => {
  it('reports in the order of the text', () =>
    expect(found()).toEqual(['bracket-unclosed warning', 'numbering-gap warning', 'quotation-unclosed warning']));
  it('takes severities, off among them, for rules of a part and of the whole notice', () => {
    expect(found({ 'bracket-unclosed': 'off', 'numbering-gap': 'error' })).toEqual([
      'numbering-gap error',
      'quotation-unclosed warning',
    ]);
    expect(found({ 'numbering-gap': 'off', 'quotation-unclosed': 'info' })).toEqual([
      'bracket-unclosed warning',
      'quotation-unclosed info',
    ]);
  });
  it.each(['', '\n', '任意一段文字。', '---\n编号：1.连续\n---\n', '一、标题\n'])('says nothing of %j', (text) =>
    expect(lint(readNotice(text), { registry: EMPTY_REGISTRY })).toEqual([]),
  );
});

describe('settings', () => {
  const rule = (id: string) => RULES.find((candidate) => candidate.id === id)!;
  it('take a preset’s severity, and of one finding the quieter', () => {
    const quiet = RULES.find(({ presets, severity }) => presets?.published === 'info' && severity === 'warning')!;
    expect(settingsOf('published').severityOf(quiet)).toBe('info');
    expect(settingsOf('published').severityOf(quiet, 'warning')).toBe('info');
    expect(settingsOf('recommended').severityOf(quiet, 'info')).toBe('info');
    const off = RULES.find(({ presets }) => presets?.published === 'off')!;
    expect(settingsOf('published').severityOf(off, 'error')).toBe('off');
  });
  it('let an office have the last word', () => {
    const changes = { 'bracket-unclosed': { severity: 'error' } } as const;
    for (const preset of PRESETS)
      expect(settingsOf(preset, changes).severityOf(rule('bracket-unclosed'), 'info')).toBe('error');
  });
});
