/** Changes of a configuration that keep the rest of it, comments and all. */
import { applyEdits, modify, parse } from 'jsonc-parser';
import type { Severity } from '../rules/rule.ts';

/** The text of a configuration in which a rule has another severity. Its options stay. */
export function withSeverity(text: string, rule: string, severity: Severity | 'off'): string {
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  const root = isObject(value) ? text : '{}\n';
  const rules = isObject(value) && isObject(value.rules) ? value.rules : {};
  const setting = rules[rule];
  const options = Array.isArray(setting) ? setting.slice(1) : isObject(setting) ? [setting] : [];
  const changed = options.length ? [severity, ...options] : severity;
  const formattingOptions = { tabSize: 2, insertSpaces: true, eol: root.includes('\r\n') ? '\r\n' : '\n' };
  return applyEdits(root, modify(root, ['rules', rule], changed, { formattingOptions }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
